#include "office.h"

#include "domain/attendance_sheet.h"
#include "domain/evaluation.h"
#include "store/stmt.h"

/* Three people, of whom the last one holds no place, and three sessions of
 * 6 JP: two in March, one in June. */
static struct programme in;
static struct attendance_sheet sheet;
static struct session sessions[3];

enum { TODAY_MONTH = 5 };

static struct date today(void)
{
	return date_of(2026, TODAY_MONTH, 4);
}

static struct session session(struct date day)
{
	struct session s;

	record_init(&session_kind, &s);
	s.programme = in.id;
	s.date = day;
	s.topic = "Materi";
	s.jp = 600;
	good(&session_kind, &s);
	return s;
}

static void load(void)
{
	ck_assert_msg(attendance_sheet_load(db, in.id, ROLL_BY_NAME, &a, &sheet, &err),
		      "%s", err.text);
}

static void begin(void)
{
	struct enrolment out;

	start();
	in = programme("P1");
	enrol(in.id, person("198001012005011001", "Andi").id);
	enrol(in.id, person("197901012005011002", "Budi").id);
	out = enrol(in.id, person("198101012005011003", "Citra").id);
	sessions[0] = session(date_of(2026, 3, 2));
	sessions[1] = session(date_of(2026, 3, 3));
	sessions[2] = session(date_of(2026, 6, 4));
	load();
	ck_assert(attendance_sheet_set(db, &sheet, (struct sheet_place){ 2, 0 },
				       "present", NUMBER_NONE, &err));
	struct enrolment now = out;
	now.status = "withdrawn";
	save(&enrolment_kind, &out, &now, "");
	load();
}

static bool set(size_t row, size_t column, const char *state, int64_t jp)
{
	return attendance_sheet_set(db, &sheet, (struct sheet_place){ row, column },
				    state, jp, &err);
}

static const char *state_at(size_t row, size_t column)
{
	return attendance_mark_at(&sheet, (struct sheet_place){ row, column })->state;
}

START_TEST(who_was_marked_stays_on_the_sheet_without_a_place)
{
	begin();
	ck_assert_uint_eq(sheet.roll.count, 3);
	ck_assert(!sheet.roll.people[2].place);
	ck_assert_uint_eq(attendance_sheet_totals(&sheet, 0).unmarked, 2);
	done();
}
END_TEST

START_TEST(the_order_is_that_of_names_or_nips_or_enrolments)
{
	begin();
	ck_assert_str_eq(sheet.roll.people[0].name, "Andi");
	ck_assert(attendance_sheet_load(db, in.id, ROLL_BY_NIP, &a, &sheet, &err));
	ck_assert_str_eq(sheet.roll.people[0].name, "Budi");
	ck_assert(attendance_sheet_load(db, in.id, ROLL_AS_ENROLLED, &a, &sheet, &err));
	ck_assert_str_eq(sheet.roll.people[2].name, "Citra");
	done();
}
END_TEST

START_TEST(a_mark_is_stored_and_is_there_again)
{
	begin();
	ck_assert_msg(set(1, 0, "sick", NUMBER_NONE), "%s", err.text);
	load();
	ck_assert_str_eq(state_at(1, 0), "sick");
	done();
}
END_TEST

START_TEST(an_empty_state_takes_the_mark_away)
{
	begin();
	ck_assert(set(1, 0, "sick", NUMBER_NONE));
	ck_assert(set(1, 0, "", NUMBER_NONE));
	load();
	ck_assert_str_eq(state_at(1, 0), "");
	done();
}
END_TEST

START_TEST(a_mark_of_somebody_else_is_not_overwritten_unseen)
{
	struct attendance_sheet other;

	begin();
	ck_assert(set(0, 0, "late", NUMBER_NONE));
	ck_assert(attendance_sheet_load(db, in.id, ROLL_BY_NAME, &a, &other, &err));
	ck_assert(set(0, 0, "sick", NUMBER_NONE));
	sheet = other;
	ck_assert(!set(0, 0, "absent", NUMBER_NONE));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	load();
	ck_assert_str_eq(state_at(0, 0), "sick");
	done();
}
END_TEST

START_TEST(the_rest_is_present_and_no_mark_is_changed)
{
	size_t count;

	begin();
	ck_assert(set(0, 1, "excused", NUMBER_NONE));
	ck_assert(attendance_sheet_fill(db, &sheet, 1, &count, &err));
	ck_assert_uint_eq(count, 1);
	load();
	ck_assert_str_eq(state_at(0, 1), "excused");
	ck_assert_str_eq(state_at(1, 1), "present");
	ck_assert_str_eq(state_at(2, 1), "");
	done();
}
END_TEST

START_TEST(the_rest_is_one_entry_of_the_history)
{
	const char *name;
	size_t count;

	begin();
	ck_assert(attendance_sheet_fill(db, &sheet, 1, &count, &err));
	ck_assert(history_undo(db, kinds, 0, &a, &name, &err));
	load();
	ck_assert_uint_eq(attendance_sheet_totals(&sheet, 1).unmarked, 2);
	done();
}
END_TEST

START_TEST(the_rest_passes_over_who_was_marked_meanwhile)
{
	struct attendance_sheet before;
	size_t count;

	begin();
	before = sheet;
	ck_assert(attendance_sheet_load(db, in.id, ROLL_BY_NAME, &a, &sheet, &err));
	ck_assert(set(0, 1, "sick", NUMBER_NONE));
	sheet = before;
	ck_assert_msg(attendance_sheet_fill(db, &sheet, 1, &count, &err), "%s", err.text);
	ck_assert_uint_eq(count, 1);
	load();
	ck_assert_str_eq(state_at(0, 1), "sick");
	done();
}
END_TEST

START_TEST(a_part_of_a_session_counts_as_that)
{
	begin();
	ck_assert(set(0, 0, "late", 250));
	ck_assert(set(0, 1, "present", NUMBER_NONE));
	ck_assert_int_eq(attendance_sheet_attended(&sheet, 0, today()).jp, 850);
	ck_assert_int_eq(attendance_sheet_attended(&sheet, 0, today()).of, 1200);
	done();
}
END_TEST

START_TEST(a_part_is_no_more_than_the_session)
{
	begin();
	ck_assert(!set(0, 0, "late", 601));
	ck_assert_int_eq(err.code, ERR_INPUT);
	load();
	ck_assert_str_eq(state_at(0, 0), "");
	done();
}
END_TEST

START_TEST(who_was_not_there_attended_no_part)
{
	begin();
	ck_assert(!set(0, 0, "absent", 100));
	done();
}
END_TEST

START_TEST(the_sql_of_jp_attended_says_what_the_sheet_says)
{
	struct evaluation e;

	begin();
	ck_assert(set(0, 0, "late", 250));
	ck_assert(set(1, 0, "sick", NUMBER_NONE));
	ck_assert(evaluation_of(db, in.id, 5, &a, &e, &err));
	ck_assert_double_eq_tol(e.attendance_rate, (250 + 0 + 600) / 1800.0, 1e-12);
	done();
}
END_TEST

START_TEST(the_sheet_opens_on_the_last_session_that_misses_marks)
{
	begin();
	ck_assert_uint_eq(attendance_sheet_opening(&sheet, today()), 1);
	ck_assert_uint_eq(attendance_sheet_opening(&sheet, date_of(2026, 6, 4)), 2);
	ck_assert_uint_eq(attendance_sheet_opening(&sheet, date_of(2026, 1, 1)), 0);
	done();
}
END_TEST

START_TEST(a_card_finds_its_person_or_says_why_not)
{
	size_t row = 9;

	begin();
	person("199001012015011009", "Dian");
	ck_assert(roll_find_nip(db, &sheet.roll, "197901012005011002", &row, &err));
	ck_assert_uint_eq(row, 1);
	ck_assert(!roll_find_nip(db, &sheet.roll, "199001012015011009", &row, &err));
	ck_assert(strstr(err.text, "Dian is not in this programme") != NULL);
	ck_assert(!roll_find_nip(db, &sheet.roll, "199101012015011009", &row, &err));
	ck_assert(strstr(err.text, "Nobody has the NIP") != NULL);
	done();
}
END_TEST

START_TEST(a_cancelled_programme_can_only_be_looked_at)
{
	struct programme now;
	size_t count;

	begin();
	now = in;
	now.status = "cancelled";
	now.cancel_reason = "Dana";
	save(&programme_kind, &in, &now, "");
	load();
	ck_assert(!set(0, 0, "present", NUMBER_NONE));
	ck_assert(!attendance_sheet_fill(db, &sheet, 0, &count, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	done();
}
END_TEST

Suite *attendance_sheet_suite(void);

Suite *attendance_sheet_suite(void)
{
	Suite *s = suite_create("attendance_sheet");
	TCase *t = tcase_create("attendance_sheet");

	tcase_add_test(t, who_was_marked_stays_on_the_sheet_without_a_place);
	tcase_add_test(t, the_order_is_that_of_names_or_nips_or_enrolments);
	tcase_add_test(t, a_mark_is_stored_and_is_there_again);
	tcase_add_test(t, an_empty_state_takes_the_mark_away);
	tcase_add_test(t, a_mark_of_somebody_else_is_not_overwritten_unseen);
	tcase_add_test(t, the_rest_is_present_and_no_mark_is_changed);
	tcase_add_test(t, the_rest_is_one_entry_of_the_history);
	tcase_add_test(t, the_rest_passes_over_who_was_marked_meanwhile);
	tcase_add_test(t, a_part_of_a_session_counts_as_that);
	tcase_add_test(t, a_part_is_no_more_than_the_session);
	tcase_add_test(t, who_was_not_there_attended_no_part);
	tcase_add_test(t, the_sql_of_jp_attended_says_what_the_sheet_says);
	tcase_add_test(t, the_sheet_opens_on_the_last_session_that_misses_marks);
	tcase_add_test(t, a_card_finds_its_person_or_says_why_not);
	tcase_add_test(t, a_cancelled_programme_can_only_be_looked_at);
	suite_add_tcase(s, t);
	return s;
}
