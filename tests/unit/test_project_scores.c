#include "office.h"

#include "domain/assessment.h"
#include "exchange/ready.h"

#define CLOSE 1e-9

static struct programme run;
static struct project work;
static struct criterion *criteria;
static size_t criterion_count;
static int64_t rubric;
static struct person members[3];

static void begin(void)
{
	struct programme now;
	struct group team;

	start();
	run = programme("P1");
	team = group(run.id);
	members[0] = person("198809212018011015", "Dewi");
	members[1] = person("199003152019032004", "Rina");
	members[2] = person("199407102017032023", "Wati");
	for (int i = 0; i < 3; i++) {
		enrol(run.id, members[i].id);
		join(team.id, members[i].id);
	}
	record_init(&project_kind, &work);
	work.group = team.id;
	work.title = "Antrean";
	good(&project_kind, &work);
	ck_assert_msg(ready_rubric_add(db, &rubric, &err), "%s", err.text);
	now = run;
	now.rubric = rubric;
	ck_assert_ptr_null(save(&programme_kind, &run, &now, "rubric"));
	run = now;
	ck_assert(criterion_list(db, rubric, &a, &criteria, &criterion_count, &err));
}

static const int64_t none[6] = { NUMBER_NONE, NUMBER_NONE, NUMBER_NONE,
				 NUMBER_NONE, NUMBER_NONE, NUMBER_NONE };
static const char *const silent[6] = { "", "", "", "", "", "" };

static bool assess(const char *name, const int64_t *levels)
{
	struct assessment about;

	record_init(&assessment_kind, &about);
	about.project = work.id;
	about.assessor = name;
	return assessment_save(db, &about, criteria, criterion_count,
			       (struct mark_set){ none, silent },
			       (struct mark_set){ levels, silent }, &err);
}

static struct project_scores scores(void)
{
	struct project_scores p;

	ck_assert_msg(project_scores_load(db, work.id, &a, &p, &err), "%s", err.text);
	return p;
}

START_TEST(the_ready_rubric_is_whole_and_described)
{
	ck_assert_uint_eq(criterion_count, 6);
	ck_assert_int_eq(weights_sum(criteria, 6), RUBRIC_WHOLE);
	for (size_t i = 0; i < 6; i++) {
		for (int64_t level = 1; level <= RUBRIC_LEVELS; level++)
			ck_assert_str_ne(level_text(&criteria[i], level), "");
	}
}
END_TEST

START_TEST(the_ready_rubric_can_be_added_twice)
{
	int64_t second = 0;

	ck_assert_msg(ready_rubric_add(db, &second, &err), "%s", err.text);
	ck_assert_int_ne(second, rubric);
}
END_TEST

START_TEST(a_group_score_is_the_mean_of_complete_sheets)
{
	const int64_t good_work[] = { 3, 3, 3, 3, 3, 3 }, best[] = { 4, 4, 4, 4, 4, 4 },
		      open[] = { 1, NUMBER_NONE, 1, 1, 1, NUMBER_NONE };
	struct project_scores p;

	ck_assert(assess("A", good_work) && assess("B", best) && assess("C", open));
	p = scores();
	ck_assert_double_eq_tol(p.group_score.mean, 87.5, CLOSE);
	ck_assert_uint_eq(p.group_score.count, 2);
	ck_assert_str_eq(unfinished_assessors(&p, &a), "C (2 blank)");
	ck_assert_int_eq(p.apart[0], 3);
}
END_TEST

START_TEST(unfinished_weights_refuse_a_sheet_and_write_nothing)
{
	struct criterion now = criteria[0];
	const int64_t levels[] = { 3, 3, 3, 3, 3, 3 };

	now.weight = 1000;
	warned(&criterion_kind, &criteria[0], &now, "weight");
	ck_assert(!assess("A", levels));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_ptr_nonnull(strstr(err.text, "95 percent; 5"));
	ck_assert_uint_eq(scores().assessment_count, 0);
}
END_TEST

START_TEST(a_rubric_with_scores_stays_as_it_is)
{
	const int64_t levels[] = { 3, 3, 3, 3, 3, 3 };
	struct criterion now = criteria[0], more = criteria[0];
	struct programme other = run;

	ck_assert(assess("A", levels));
	now.text = "Lain";
	bad(&criterion_kind, &criteria[0], &now, "text");
	more.id = 0;
	more.number = NUMBER_NONE;
	bad(&criterion_kind, NULL, &more, "text");
	ck_assert(!records_remove(db, &criterion_kind, &criteria[0].id, 1, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "Scores were given"));
	other.rubric = 0;
	bad(&programme_kind, &run, &other, "rubric");
}
END_TEST

START_TEST(a_sheet_is_one_action)
{
	const int64_t levels[] = { 3, 3, 3, 3, 3, 3 };
	const char *name;

	ck_assert(assess("A", levels));
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert_str_eq(name, "Assessment of Antrean: A");
	ck_assert_uint_eq(scores().assessment_count, 0);
}
END_TEST

START_TEST(what_somebody_else_changed_is_not_written_over)
{
	const int64_t first[] = { 3, 3, 3, 3, 3, 3 }, second[] = { 4, 3, 3, 3, 3, 3 },
		      third[] = { 1, 3, 3, 3, 3, 3 };
	struct assessment about;

	ck_assert(assess("A", first));
	about = scores().assessments[0].a;
	ck_assert(assessment_save(db, &about, criteria, 6,
				  (struct mark_set){ first, silent },
				  (struct mark_set){ second, silent }, &err));
	ck_assert(!assessment_save(db, &about, criteria, 6,
				   (struct mark_set){ first, silent },
				   (struct mark_set){ third, silent }, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_int_eq(scores().assessments[0].levels[0], 4);
}
END_TEST

START_TEST(peer_sheets_change_the_scores_of_the_members)
{
	const int64_t levels[] = { 4, 4, 4, 4, 4, 4 };
	int64_t before[3 * PEER_CRITERIA], now[3 * PEER_CRITERIA];
	struct project_scores p = scores();
	const int64_t group[] = { p.members[0].person, p.members[1].person,
				  p.members[2].person };
	struct peer_sheet sheet = { p.group, group[0], group, 3 };

	ck_assert(assess("A", levels));
	for (size_t k = 0; k < 3; k++) {
		sheet.rater = group[k];
		ck_assert(peer_sheet_load(db, &sheet, before, &err));
		for (size_t i = 0; i < 3 * PEER_CRITERIA; i++)
			now[i] = i < PEER_CRITERIA ? 4 : 1;
		ck_assert_msg(peer_sheet_save(db, &sheet, before, now, &err), "%s",
			      err.text);
	}
	p = scores();
	ck_assert_double_eq_tol(p.members[0].score, 100, CLOSE);
	ck_assert_double_eq_tol(p.members[1].score, 80, CLOSE);
	ck_assert_double_eq_tol(p.group_score.mean, 100, CLOSE);
}
END_TEST

START_TEST(the_next_run_is_assessed_with_the_same_rubric)
{
	struct programme next;
	int64_t id = 0;

	ck_assert_msg(next_run_make(db, run.id, "P2", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &next, &a, &err));
	ck_assert_int_eq(next.rubric, rubric);
}
END_TEST

START_TEST(nobody_outside_the_group_is_rated)
{
	struct peer_rating r;

	record_init(&peer_rating_kind, &r);
	r.group = work.group;
	r.rater = members[0].id;
	r.rated = person("197809212001011019", "Agus").id;
	bad(&peer_rating_kind, NULL, &r, "rated");
}
END_TEST

START_TEST(a_seed_draws_the_same_order_again)
{
	static const int64_t known[5] = { 4, 2, 5, 3, 1 }; /* on any machine */
	int64_t places[2][5];

	for (int i = 0; i < 4; i++) {
		struct project p;

		record_init(&project_kind, &p);
		p.group = group(run.id).id;
		p.title = "Lain";
		good(&project_kind, &p);
	}
	for (int k = 0; k < 2; k++) {
		struct select select = { .kind = &project_kind };
		struct rows rows;

		ck_assert(presentation_draw(db, run.id, 7, &err));
		ck_assert(select_page(db, &select, SELECT_FIRST, 0, 10, &a, &rows, &err));
		for (int i = 0; i < 5; i++)
			places[k][i] = ((struct project *)rows.rows)[i].presents;
	}
	ck_assert_mem_eq(places[0], places[1], sizeof places[0]);
	ck_assert_mem_eq(places[0], known, sizeof known);
}
END_TEST

START_TEST(a_project_that_was_dropped_has_no_turn)
{
	struct project other;

	record_init(&project_kind, &other);
	other.group = group(run.id).id;
	other.title = "Lain";
	other.status = "dropped";
	good(&project_kind, &other);
	ck_assert(presentation_draw(db, run.id, 1, &err));
	ck_assert(record_load(db, &project_kind, other.id, &other, &a, &err));
	ck_assert_int_eq(other.presents, NUMBER_NONE);
	ck_assert(record_load(db, &project_kind, work.id, &work, &a, &err));
	ck_assert_int_eq(work.presents, 1);
}
END_TEST

START_TEST(a_project_changes_turns_with_its_neighbour)
{
	struct project other;
	bool moved = true;

	record_init(&project_kind, &other);
	other.group = group(run.id).id;
	other.title = "Lain";
	good(&project_kind, &other);
	ck_assert(presentation_draw(db, run.id, 1, &err));
	ck_assert(record_load(db, &project_kind, work.id, &work, &a, &err));
	ck_assert(presentation_move(db, work.id, work.presents == 1 ? 1 : -1, &moved,
				    &err));
	ck_assert(moved);
	ck_assert(record_load(db, &project_kind, other.id, &other, &a, &err));
	ck_assert_int_eq(other.presents, work.presents);
	ck_assert(presentation_move(db, other.id, other.presents == 1 ? -1 : 1, &moved,
				    &err));
	ck_assert(!moved);
}
END_TEST

Suite *project_scores_suite(void);

Suite *project_scores_suite(void)
{
	Suite *s = suite_create("project_scores");
	TCase *c = tcase_create("project_scores");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, the_ready_rubric_is_whole_and_described);
	tcase_add_test(c, the_ready_rubric_can_be_added_twice);
	tcase_add_test(c, a_group_score_is_the_mean_of_complete_sheets);
	tcase_add_test(c, unfinished_weights_refuse_a_sheet_and_write_nothing);
	tcase_add_test(c, a_rubric_with_scores_stays_as_it_is);
	tcase_add_test(c, a_sheet_is_one_action);
	tcase_add_test(c, what_somebody_else_changed_is_not_written_over);
	tcase_add_test(c, peer_sheets_change_the_scores_of_the_members);
	tcase_add_test(c, the_next_run_is_assessed_with_the_same_rubric);
	tcase_add_test(c, nobody_outside_the_group_is_rated);
	tcase_add_test(c, a_seed_draws_the_same_order_again);
	tcase_add_test(c, a_project_that_was_dropped_has_no_turn);
	tcase_add_test(c, a_project_changes_turns_with_its_neighbour);
	suite_add_tcase(s, c);
	return s;
}
