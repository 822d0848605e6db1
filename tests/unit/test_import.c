#include "exchange/import.h"
#include "office.h"

static struct import_result result;

/* Take in a file; false where it cannot be read. */
static bool take_as(const struct kind *kind, const char *text, bool partial)
{
	const struct import_options options = { .partial = partial };

	err = (struct err){ 0 };
	return import_table(db, kind, text, strlen(text), &options, &a, &result, &err);
}

/* Take in a file whose rows must all be good. */
static void take(const struct kind *kind, const char *text)
{
	ck_assert_msg(take_as(kind, text, false), "%s", err.text);
	ck_assert_msg(result.rejected == 0, "%s",
		      result.rejected ? result.problems[0].text : "");
}

/* Take in a file of which `count` rows must be refused. */
static const struct import_problem *refused(const struct kind *kind, const char *text,
					    size_t count)
{
	ck_assert_msg(take_as(kind, text, true), "%s", err.text);
	ck_assert_uint_eq(result.rejected, count);
	return result.problems;
}

static size_t count_of(const struct kind *kind)
{
	struct select select = { .kind = kind };
	size_t count = 0;

	ck_assert_msg(select_count(db, &select, 1000, &count, &err), "%s", err.text);
	return count;
}

START_TEST(a_row_with_a_surplus_text_is_refused)
{
	const struct import_problem *p = refused(
		&unit_kind, "code,name\nD1,Dinas,Sosial\nD2,Dinas Kesehatan\n", 1);

	ck_assert_uint_eq(p->line, 2);
	ck_assert_ptr_nonnull(strstr(p->text, "quotation marks"));
	ck_assert_uint_eq(count_of(&unit_kind), 1);
}
END_TEST

START_TEST(blank_cells_behind_the_headings_are_nothing)
{
	take(&unit_kind, "code,name\nD1,Dinas Sosial,,, ,\n");
	ck_assert_uint_eq(result.added, 1);
}
END_TEST

START_TEST(people_are_not_matched_by_parts)
{
	const struct import_problem *p;

	programme("PRJ26");
	person("199107242017012001", "Siti Aminah");
	p = refused(&enrolment_kind,
		    "programme,nip,status\nPRJ26,1991,accepted\n"
		    "PRJ26,Siti,accepted\nPRJ26,Siti Aminah,accepted\n",
		    2);
	ck_assert_str_eq(p[0].heading, "nip");
	ck_assert_ptr_nonnull(strstr(p[0].text, "18 digits"));
	ck_assert_ptr_nonnull(strstr(p[1].text, "'Siti' is not known"));
	ck_assert_uint_eq(count_of(&enrolment_kind), 1);
}
END_TEST

START_TEST(dates_of_files_name_their_year)
{
	programme("PRJ26");
	refused(&session_kind,
		"programme,number,date,topic,jp\nPRJ26,1,selesai,Satu,2\n"
		"PRJ26,2,+7,Dua,2\nPRJ26,3,0403,Tiga,2\n",
		3);
	take(&session_kind, "programme,number,date,topic,jp\nPRJ26,1,4/3/2026,Satu,2\n");
}
END_TEST

START_TEST(a_decimal_that_may_be_thousands_is_asked_for_again)
{
	const struct import_problem *p;

	programme("PRJ26");
	p = refused(&session_kind, "programme,number,topic,jp\nPRJ26,1,Satu,1.500\n", 1);
	ck_assert_ptr_nonnull(strstr(p->text, "Type 1500 or 1.5."));
}
END_TEST

START_TEST(a_required_cell_is_filled_in_for_known_records_too)
{
	const struct import_problem *p;

	take(&unit_kind, "code,name\nD1,Dinas Sosial\n");
	p = refused(&unit_kind, "code,name\nD1,\n", 1);
	ck_assert_str_eq(p->heading, "name");
	take(&unit_kind, "code,name\nD1,Dinas Sosial\n");
}
END_TEST

START_TEST(an_empty_cell_leaves_what_the_program_fills_in)
{
	const char *text = "code,year,title,starts,status\n"
			   "P26,,Proyek,2026-03-02,\n";

	take(&programme_kind, text);
	take(&programme_kind, text);
	ck_assert_uint_eq(result.unchanged, 1);
}
END_TEST

START_TEST(an_answer_beyond_the_scale_is_told_with_its_value)
{
	const struct import_problem *p;

	programme("PRJ26");
	take(&item_kind, "questionnaire,number,dimension,kind,scale,text\n"
			 "Q,1,material,likert,5,Baik\n");
	p = refused(&sheet_kind, "programme,questionnaire,sheet,Q1\nPRJ26,Q,1,6\n", 1);
	ck_assert_str_eq(p->heading, "q1");
	ck_assert_str_eq(p->value, "6");
}
END_TEST

START_TEST(an_open_quote_is_told_with_its_line_once)
{
	ck_assert(!take_as(&unit_kind, "code,name\nD1,Satu\nD2,\"open\n", true));
	ck_assert_ptr_nonnull(strstr(err.text, "Line 3: a quotation"));
	ck_assert_ptr_null(strstr(err.text, "Line 3: Line"));
}
END_TEST

START_TEST(people_without_nip_are_not_added_twice)
{
	const char *text = "nip,name,unit,employment\n,Budi,D1,NONASN\n,Budi,D2,NONASN\n"
			   ",Siti,D1,NONASN\n";

	take(&unit_kind, "code,name\nD1,Satu\nD2,Dua\n");
	take(&person_kind, text);
	ck_assert_uint_eq(result.added, 3);
	take(&person_kind, text);
	ck_assert_uint_eq(result.unchanged, 3);
	take(&person_kind, "nip,name,unit,phone\n,Siti,D1,0812\n");
	ck_assert_uint_eq(result.changed, 1);
	ck_assert_uint_eq(count_of(&person_kind), 3);
}
END_TEST

START_TEST(a_refused_row_leaves_no_questionnaire_behind)
{
	const char *text = "questionnaire,number,dimension,kind,scale,text\n"
			   "Q1,1,nonsense,likert,5,Baik\nQ2,1,material,likert,5,Baik\n"
			   "Q1,2,nonsense,likert,5,Baik\n";

	refused(&item_kind, text, 2);
	ck_assert_uint_eq(count_of(&item_kind), 1);
	ck_assert_uint_eq(count_of(&questionnaire_kind), 1);
	take(&item_kind, "questionnaire,number,dimension,kind,scale,text\n"
			 "Q1,1,material,likert,5,Baik\nQ1,2,material,likert,5,Baik\n");
	ck_assert_uint_eq(count_of(&questionnaire_kind), 2);
}
END_TEST

START_TEST(who_cannot_be_enrolled_is_not_added_either)
{
	struct programme p = programme("PRJ26"), now = p;
	const char *text = "nip,name\n199107242017012001,Siti\n";
	struct import_options options = { .partial = true, .enrol = p.id };

	now.status = "cancelled";
	now.cancel_reason = "no budget";
	save(&programme_kind, &p, &now, "");
	ck_assert(import_table(db, &person_kind, text, strlen(text), &options, &a,
			       &result, &err));
	ck_assert_uint_eq(result.rejected, 1);
	ck_assert_uint_eq(count_of(&person_kind), 0);
}
END_TEST

START_TEST(a_refused_line_does_not_make_the_next_a_double)
{
	take(&unit_kind, "code,name\nD1,Satu\n");
	refused(&unit_kind, "code,name,parent\nD1,Dua,D1\nD1,Tiga,\n", 1);
	ck_assert_uint_eq(result.changed, 1);
}
END_TEST

/* ---- files of web forms ---- */

static struct sheet about;
static struct questionnaire form;

static void ask(int64_t number, const char *kind, const char *options, const char *text)
{
	struct item i;

	record_init(&item_kind, &i);
	i.questionnaire = form.id;
	i.number = number;
	i.dimension = "material";
	i.kind = kind;
	i.scale = strcmp(kind, "likert") == 0 ? 5 : NUMBER_NONE;
	i.options = options;
	i.text = text;
	good(&item_kind, &i);
}

static void make_form(void)
{
	record_init(&questionnaire_kind, &form);
	form.code = "Q";
	good(&questionnaire_kind, &form);
	ask(1, "likert", "", "Materi sesuai dengan kebutuhan");
	ask(2, "choice", "Laki-laki;Perempuan", "Jenis kelamin Anda");
	ask(3, "choices", "Materi;Metode;Tempat", "Apa yang perlu diperbaiki?");
	ask(4, "text", "", "Saran");
	record_init(&sheet_kind, &about);
	about.programme = programme("P1").id;
	about.questionnaire = form.id;
}

static bool take_form(const char *text)
{
	const struct import_options options = { .partial = true, .sheet = &about };

	err = (struct err){ 0 };
	return import_table(db, &sheet_kind, text, strlen(text), &options, &a, &result,
			    &err);
}

static struct sheet_answer answer_to(size_t sheet, int64_t number)
{
	struct select select = { .kind = &sheet_kind };
	struct rows rows;
	struct sheet_answer answers[8];
	struct item *items;
	struct sheet found;
	size_t count;

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 100, &a, &rows, &err));
	ck_assert_uint_gt(rows.count, sheet);
	found = ((struct sheet *)rows.rows)[sheet];
	ck_assert(sheet_items(db, form.id, &a, &items, &count, &err));
	ck_assert(sheet_load(db, &found, items, count, &a, answers, &err));
	return answers[number - 1];
}

START_TEST(a_web_form_is_read_by_its_questions_and_drops_who_and_when)
{
	make_form();
	ck_assert_msg(
		take_form("Timestamp,Email,1. Materi sesuai dengan kebutuhan,"
			  "Penilaian [Jenis kelamin Anda],apa yang perlu diperbaiki,q4\n"
			  "4/5/2026 9:01,x@y,5,Perempuan,\"Tempat, Materi\",Lanjutkan\n"),
		"%s", err.text);
	ck_assert_uint_eq(result.added, 1);
	ck_assert(result.anonymous);
	ck_assert_str_eq(result.ignored, "Timestamp, Email");
	ck_assert_int_eq(answer_to(0, 1).value, 5);
	ck_assert_int_eq(answer_to(0, 2).value, 2);
	ck_assert_str_eq(answer_to(0, 3).text, "1,3");
	ck_assert_str_eq(answer_to(0, 4).text, "Lanjutkan");
}
END_TEST

START_TEST(rows_of_a_web_form_get_numbers_in_another_order)
{
	const char *file = "q1,q4\n";
	size_t same = 0;

	make_form();
	for (int i = 1; i <= 40; i++)
		file = arena_printf(&a, "%s%d,%d\n", file, i % 5 + 1, i);
	ck_assert(take_form(file));
	ck_assert_uint_eq(result.added, 40);
	for (int i = 0; i < 40; i++)
		same += strcmp(answer_to((size_t)i, 4).text,
			       arena_printf(&a, "%d", i + 1)) == 0;
	ck_assert_uint_lt(same, 20);
}
END_TEST

START_TEST(a_row_with_a_wrong_answer_leaves_nothing_behind)
{
	make_form();
	ck_assert(take_form("q1,q4\n4,baik\nbanyak,x\n,\n"));
	ck_assert_uint_eq(result.rejected, 1);
	ck_assert_uint_eq(result.problems[0].line, 3);
	ck_assert_str_eq(result.problems[0].heading, "q1");
	ck_assert_str_eq(result.problems[0].value, "banyak");
	ck_assert_uint_eq(count_of(&sheet_kind), 1);
	ck_assert_uint_eq(count_of(&answer_kind), 2);
}
END_TEST

START_TEST(a_web_form_without_any_question_is_refused)
{
	make_form();
	ck_assert(!take_form("Timestamp,Nama\n1,Siti\n"));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(!take_form("q1,Materi sesuai dengan kebutuhan\n1,2\n"));
	ck_assert_ptr_nonnull(strstr(err.text, "question 1"));
}
END_TEST

START_TEST(a_file_of_sheets_says_what_they_are_about)
{
	make_form();
	take(&trainer_kind, "name\nRina Lubis\n");
	take(&questionnaire_kind, "code,title,repeats\nQ,Q,trainer\n");
	take(&sheet_kind,
	     "programme,questionnaire,sheet,trainer,q1\nP1,Q,1,Rina Lubis,4\n");
	ck_assert_int_eq(answer_to(0, 1).value, 4);
	refused(&sheet_kind, "programme,questionnaire,sheet,q1\nP1,Q,2,4\n", 1);
}
END_TEST

START_TEST(the_session_of_a_sheet_is_one_of_its_programme)
{
	struct select select = { .kind = &sheet_kind };
	struct rows rows;
	struct session s;
	int64_t ids[2];

	make_form();
	take(&questionnaire_kind, "code,title,repeats\nQ,Q,session\n");
	ids[0] = about.programme;
	ids[1] = programme("P2").id;
	for (int i = 0; i < 2; i++) {
		record_init(&session_kind, &s);
		s.programme = ids[i];
		s.topic = "Topik";
		s.jp = 200;
		good(&session_kind, &s);
		ids[i] = s.id;
	}
	take(&sheet_kind, "programme,questionnaire,sheet,session,q1\n"
			  "P1,Q,1,1,4\nP2,Q,1,1,5\n");
	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 9, &a, &rows, &err));
	for (size_t i = 0; i < 2; i++) {
		struct sheet *sheet = (struct sheet *)rows.rows + i;

		ck_assert_int_eq(sheet->session,
				 sheet->programme == about.programme ? ids[0] : ids[1]);
	}
	refused(&sheet_kind, "programme,questionnaire,sheet,session,q1\nP1,Q,2,7,4\n", 1);
}
END_TEST

Suite *import_suite(void);

Suite *import_suite(void)
{
	Suite *s = suite_create("import");
	TCase *c = tcase_create("import");

	tcase_add_checked_fixture(c, start, done);
	tcase_add_test(c, a_row_with_a_surplus_text_is_refused);
	tcase_add_test(c, blank_cells_behind_the_headings_are_nothing);
	tcase_add_test(c, people_are_not_matched_by_parts);
	tcase_add_test(c, dates_of_files_name_their_year);
	tcase_add_test(c, a_decimal_that_may_be_thousands_is_asked_for_again);
	tcase_add_test(c, a_required_cell_is_filled_in_for_known_records_too);
	tcase_add_test(c, an_empty_cell_leaves_what_the_program_fills_in);
	tcase_add_test(c, an_answer_beyond_the_scale_is_told_with_its_value);
	tcase_add_test(c, an_open_quote_is_told_with_its_line_once);
	tcase_add_test(c, people_without_nip_are_not_added_twice);
	tcase_add_test(c, a_refused_row_leaves_no_questionnaire_behind);
	tcase_add_test(c, who_cannot_be_enrolled_is_not_added_either);
	tcase_add_test(c, a_refused_line_does_not_make_the_next_a_double);
	tcase_add_test(c, a_web_form_is_read_by_its_questions_and_drops_who_and_when);
	tcase_add_test(c, rows_of_a_web_form_get_numbers_in_another_order);
	tcase_add_test(c, a_row_with_a_wrong_answer_leaves_nothing_behind);
	tcase_add_test(c, a_web_form_without_any_question_is_refused);
	tcase_add_test(c, a_file_of_sheets_says_what_they_are_about);
	tcase_add_test(c, the_session_of_a_sheet_is_one_of_its_programme);
	suite_add_tcase(s, c);
	return s;
}
