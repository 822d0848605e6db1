#include "office.h"

#include "domain/finding.h"

static struct programme first, second;
static struct objective objective;

static struct objective make_objective(int64_t revision, const char *text)
{
	struct objective o;

	record_init(&objective_kind, &o);
	o.revision = revision;
	o.text = text;
	return o;
}

/* Two runs that share a revision with one objective. */
static void begin(void)
{
	int64_t id = 0;

	start();
	first = programme("P1");
	objective = make_objective(first.revision, "Menyusun rencana");
	good(&objective_kind, &objective);
	ck_assert_msg(next_run_make(db, first.id, "P2", &id, &err), "%s", err.text);
	ck_assert(record_load(db, &programme_kind, id, &second, &a, &err));
}

static int64_t revision_of(const struct programme *p)
{
	struct programme now;

	ck_assert(record_load(db, &programme_kind, p->id, &now, &a, &err));
	return now.revision;
}

static struct rows parts(const struct kind *kind, int64_t revision)
{
	struct select select = { .kind = kind,
				 .parent = "revision",
				 .parent_id = revision };
	struct rows rows;

	ck_assert(select_page(db, &select, SELECT_FIRST, 0, 100, &a, &rows, &err));
	return rows;
}

static struct objective objective_of(const struct programme *p)
{
	struct rows rows = parts(&objective_kind, revision_of(p));

	ck_assert_uint_eq(rows.count, 1);
	return *(const struct objective *)rows.rows;
}

static void set_status(struct programme *p, const char *status)
{
	struct programme now = *p;

	now.status = status;
	ck_assert(action_begin(db, "status", &err));
	ck_assert(record_update(db, &programme_kind, p, &now, &err));
	ck_assert(action_commit(db, &err));
	*p = now;
}

static bool change(const struct programme *p, const struct objective *old,
		   const char *text, const char *reason, struct objective *now)
{
	struct design_edit edit = { .programme = p->id,
				    .reason = reason,
				    .kind = &objective_kind };

	problems = (struct problems){ .arena = &a };
	*now = *old;
	now->text = text;
	return design_part_save(db, &edit, old, now, &problems, &err);
}

START_TEST(what_several_runs_share_is_not_changed_for_all)
{
	struct objective now = objective, more = make_objective(first.revision, "Lain");

	problems = (struct problems){ .arena = &a };
	now.text = "Diubah";
	ck_assert(!record_save(db, &objective_kind, &objective, &now, &problems, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(!record_save(db, &objective_kind, NULL, &more, &problems, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(!records_remove(db, &objective_kind, &objective.id, 1, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert(!action_is_open(db));
	ck_assert_str_eq(objective_of(&second).text, "Menyusun rencana");
}
END_TEST

START_TEST(a_change_for_one_run_leaves_the_other_as_it_was)
{
	struct objective now;
	struct revision made;

	ck_assert_msg(
		change(&second, &objective, "Menulis rencana", "Terlalu luas", &now),
		"%s", err.text);
	ck_assert_int_eq(revision_of(&first), first.revision);
	ck_assert_int_ne(revision_of(&second), first.revision);
	ck_assert_str_eq(objective_of(&first).text, "Menyusun rencana");
	ck_assert_str_eq(objective_of(&second).text, "Menulis rencana");
	ck_assert_int_eq(now.id, objective_of(&second).id);
	ck_assert_int_eq(now.revision, revision_of(&second));
	ck_assert(record_load(db, &revision_kind, now.revision, &made, &a, &err));
	ck_assert_int_eq(made.number, 2);
	ck_assert_str_eq(made.reason, "Terlalu luas");
}
END_TEST

START_TEST(a_change_of_a_stale_record_goes_to_its_twin)
{
	struct objective now;

	ck_assert(change(&second, &objective, "Kedua", "Terlalu luas", &now));
	ck_assert(!change(&second, &objective, "Ketiga", "", &now));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	objective.text = "Kedua";
	ck_assert_msg(change(&second, &objective, "Ketiga", "", &now), "%s", err.text);
	ck_assert_str_eq(objective_of(&second).text, "Ketiga");
	ck_assert_str_eq(objective_of(&first).text, "Menyusun rencana");
}
END_TEST

START_TEST(a_shared_design_changes_with_a_reason_only)
{
	struct objective now;

	ck_assert(!change(&second, &objective, "Kedua", "  ", &now));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert(!action_is_open(db));
	ck_assert_int_eq(revision_of(&second), first.revision);
}
END_TEST

START_TEST(a_finished_run_keeps_the_design_it_had)
{
	static const char *const finished[] = { "done", "evaluated", "cancelled" };
	struct objective now;
	bool is_shared, is_finished;

	set_status(&first, finished[_i]);
	ck_assert(design_is_shared(db, first.id, &is_shared, &is_finished, &err));
	ck_assert(is_shared && is_finished);
	ck_assert(!change(&first, &objective, "Kedua", "Alasan", &now));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	ck_assert_int_eq(revision_of(&first), revision_of(&second));
	ck_assert(change(&second, &objective, "Kedua", "Alasan", &now));
	ck_assert_str_eq(objective_of(&first).text, "Menyusun rencana");
}
END_TEST

START_TEST(a_design_of_one_run_is_changed_in_place)
{
	struct objective now;

	ck_assert(records_remove(db, &programme_kind, &second.id, 1, &err));
	ck_assert(change(&first, &objective, "Kedua", "", &now));
	ck_assert_int_eq(revision_of(&first), first.revision);
	ck_assert_int_eq(now.id, objective.id);
}
END_TEST

START_TEST(what_is_wrong_or_unchanged_makes_no_revision)
{
	struct objective now;

	ck_assert(change(&second, &objective, "", "Alasan", &now));
	ck_assert_uint_gt(problems.errors, 0);
	ck_assert(change(&second, &objective, objective.text, "Alasan", &now));
	ck_assert_int_eq(revision_of(&second), first.revision);
}
END_TEST

START_TEST(a_part_is_added_or_removed_for_one_run)
{
	struct design_edit edit = { .programme = second.id,
				    .reason = "Alasan",
				    .kind = &objective_kind };
	struct objective more = make_objective(first.revision, "Mengukur");
	int64_t twin = 0;

	problems = (struct problems){ .arena = &a };
	ck_assert(design_part_save(db, &edit, NULL, &more, &problems, &err));
	ck_assert_int_eq(more.number, 2);
	ck_assert_int_eq(more.revision, revision_of(&second));
	ck_assert_msg(design_parts_remove(db, &edit, &objective.id, 1, &err), "%s",
		      err.text);
	ck_assert_int_eq(objective_of(&second).id, more.id);
	ck_assert_int_eq(objective_of(&first).id, objective.id);
	ck_assert(design_twin(db, &objective_kind, more.id, first.revision, &twin, &err));
	ck_assert_int_eq(twin, 0);
}
END_TEST

START_TEST(a_change_for_one_run_is_undone_at_once)
{
	struct objective now;
	const char *name;

	ck_assert(change(&second, &objective, "Kedua", "Alasan", &now));
	ck_assert_msg(history_undo(db, kinds, 0, &a, &name, &err), "%s", err.text);
	ck_assert_int_eq(revision_of(&second), first.revision);
	ck_assert_str_eq(objective_of(&second).text, "Menyusun rencana");
}
END_TEST

START_TEST(two_revisions_are_compared)
{
	struct design_edit edit = { .programme = second.id,
				    .reason = "Terlalu luas",
				    .kind = &objective_kind };
	struct objective now = objective,
			 more = make_objective(first.revision, "Mengukur");
	struct revision_diff diff;

	problems = (struct problems){ .arena = &a };
	now.text = "Menulis rencana";
	now.level = 3;
	ck_assert(design_part_save(db, &edit, &objective, &now, &problems, &err));
	ck_assert(design_part_save(db, &edit, NULL, &more, &problems, &err));
	ck_assert(revision_compare(db, first.revision, now.revision, &a, &diff, &err));
	ck_assert_str_eq(diff.reason, "Terlalu luas");
	ck_assert_uint_eq(diff.count, 3);
	ck_assert_str_eq(diff.rows[0].field, "Level");
	ck_assert_str_eq(diff.rows[0].before, "");
	ck_assert_str_eq(diff.rows[0].after, "3");
	ck_assert_str_eq(diff.rows[1].before, "Menyusun rencana");
	ck_assert_str_eq(diff.rows[1].after, "Menulis rencana");
	ck_assert_str_eq(diff.rows[2].field, "");
	ck_assert_int_eq(diff.rows[2].number, 2);
	ck_assert_str_eq(diff.rows[2].after, "2 Mengukur");
	ck_assert(revision_compare(db, now.revision, first.revision, &a, &diff, &err));
	ck_assert_str_eq(diff.rows[2].before, "2 Mengukur");
	ck_assert_str_eq(diff.rows[2].after, "");
}
END_TEST

static struct finding found(const char *statement)
{
	struct finding f;

	record_init(&finding_kind, &f);
	f.programme = first.id;
	f.statement = statement;
	good(&finding_kind, &f);
	return f;
}

START_TEST(each_changed_line_names_the_finding_behind_it)
{
	struct design_edit edit = { .programme = second.id,
				    .reason = "Terlalu luas",
				    .kind = &objective_kind };
	struct objective now = objective, more = make_objective(first.revision, "Lain");
	struct finding broad = found("Tujuan terlalu luas");
	struct revision_diff diff;

	edit.finding = broad.id;
	problems = (struct problems){ .arena = &a };
	now.text = "Menulis rencana";
	ck_assert_msg(design_part_save(db, &edit, &objective, &now, &problems, &err),
		      "%s", err.text);
	edit.finding = 0;
	ck_assert(design_part_save(db, &edit, NULL, &more, &problems, &err));
	ck_assert(revision_compare(db, first.revision, now.revision, &a, &diff, &err));
	ck_assert_uint_eq(diff.count, 2);
	ck_assert_int_eq(diff.rows[0].mark, CHANGE_MADE);
	ck_assert_int_eq(diff.rows[0].finding, broad.id);
	ck_assert_str_eq(diff.rows[0].cause, "Finding 1: Tujuan terlalu luas");
	ck_assert_int_eq(diff.rows[1].mark, CHANGE_ADDED);
	ck_assert_str_eq(diff.rows[1].cause, "");
}
END_TEST

START_TEST(a_cause_is_named_afterwards_and_replaced)
{
	struct revision_because because = { .text = "Rapat" };
	struct objective now;
	struct revision_diff diff;
	struct finding broad = found("Tujuan terlalu luas");

	ck_assert(change(&second, &objective, "Menulis rencana", "Alasan", &now));
	ck_assert(revision_compare(db, first.revision, now.revision, &a, &diff, &err));
	ck_assert_msg(revision_cause_set(db, now.revision, diff.rows, 1, &because, &err),
		      "%s", err.text);
	because = (struct revision_because){ .finding = broad.id, .text = "" };
	ck_assert_msg(revision_cause_set(db, now.revision, diff.rows, 1, &because, &err),
		      "%s", err.text);
	ck_assert(revision_compare(db, first.revision, now.revision, &a, &diff, &err));
	ck_assert_int_eq(diff.rows[0].finding, broad.id);
	ck_assert_str_eq(diff.rows[0].cause, "Finding 1: Tujuan terlalu luas");
}
END_TEST

START_TEST(a_removed_part_keeps_its_cause)
{
	struct design_edit edit = { .programme = second.id,
				    .reason = "Alasan",
				    .kind = &objective_kind };
	struct revision_diff diff;

	edit.finding = found("Tidak dipakai").id;
	ck_assert_msg(design_parts_remove(db, &edit, &objective.id, 1, &err), "%s",
		      err.text);
	ck_assert(revision_compare(db, first.revision, revision_of(&second), &a, &diff,
				   &err));
	ck_assert_uint_eq(diff.count, 1);
	ck_assert_int_eq(diff.rows[0].mark, CHANGE_REMOVED);
	ck_assert_int_eq(diff.rows[0].finding, edit.finding);
}
END_TEST

START_TEST(side_by_side_shows_what_is_equal_too)
{
	struct objective more = make_objective(first.revision, "Lain");
	struct design_edit edit = { .programme = second.id,
				    .reason = "Alasan",
				    .kind = &objective_kind };
	struct revision_diff diff;

	problems = (struct problems){ .arena = &a };
	ck_assert(design_part_save(db, &edit, NULL, &more, &problems, &err));
	ck_assert(revision_side_by_side(db, first.revision, more.revision, &a, &diff,
					&err));
	ck_assert_uint_eq(diff.count, 2);
	ck_assert_int_eq(diff.rows[0].mark, CHANGE_NONE);
	ck_assert_str_eq(diff.rows[0].before, "1 Menyusun rencana");
	ck_assert_str_eq(diff.rows[0].after, "1 Menyusun rencana");
	ck_assert_int_eq(diff.rows[1].mark, CHANGE_ADDED);
}
END_TEST

Suite *revision_suite(void);

Suite *revision_suite(void)
{
	Suite *s = suite_create("revision");
	TCase *c = tcase_create("revision");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, what_several_runs_share_is_not_changed_for_all);
	tcase_add_test(c, a_change_for_one_run_leaves_the_other_as_it_was);
	tcase_add_test(c, a_change_of_a_stale_record_goes_to_its_twin);
	tcase_add_test(c, a_shared_design_changes_with_a_reason_only);
	tcase_add_loop_test(c, a_finished_run_keeps_the_design_it_had, 0, 3);
	tcase_add_test(c, a_design_of_one_run_is_changed_in_place);
	tcase_add_test(c, what_is_wrong_or_unchanged_makes_no_revision);
	tcase_add_test(c, a_part_is_added_or_removed_for_one_run);
	tcase_add_test(c, a_change_for_one_run_is_undone_at_once);
	tcase_add_test(c, two_revisions_are_compared);
	tcase_add_test(c, each_changed_line_names_the_finding_behind_it);
	tcase_add_test(c, a_cause_is_named_afterwards_and_replaced);
	tcase_add_test(c, a_removed_part_keeps_its_cause);
	tcase_add_test(c, side_by_side_shows_what_is_equal_too);
	suite_add_tcase(s, c);
	return s;
}
