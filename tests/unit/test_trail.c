#include "office.h"

#include "domain/competency.h"
#include "domain/finding.h"
#include "domain/improve.h"
#include "domain/survey.h"
#include "domain/trail.h"

enum { NODES_MOST = 500 };

struct node {
	const struct kind *kind;
	int64_t id;
};

static struct node nodes[NODES_MOST];
static size_t node_count;

static struct trail_line *lines_of(const struct kind *kind, int64_t id, size_t most,
				   size_t *count)
{
	const struct trail_request request = {
		.kind = kind, .id = id, .most = most, .minimum = 5
	};
	struct trail_line *lines;

	ck_assert_msg(trail_of(db, &request, &a, &lines, count, &err), "%s: %s",
		      kind->name, err.text);
	return lines;
}

static const struct trail_line *line_to(const struct kind *from, int64_t from_id,
					const struct kind *to, int64_t to_id)
{
	size_t count;
	struct trail_line *lines = lines_of(from, from_id, 1000, &count);

	for (size_t i = 0; i < count; i++) {
		if (lines[i].kind == to && lines[i].id == to_id)
			return &lines[i];
	}
	return NULL;
}

/* From a need to an action, and round to the next design. */
static struct survey survey;
static struct need need;
static struct competency competency;
static struct objective objective;
static struct programme run;
static struct finding finding;
static struct improvement action;
static struct person who;
static struct objective changed;

static void make_need(void)
{
	record_init(&competency_kind, &competency);
	competency.code = "PP";
	competency.name = "Manajemen Proyek";
	competency.kind = "technical";
	good(&competency_kind, &competency);
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	good(&survey_kind, &survey);
	record_init(&need_kind, &need);
	need.survey = survey.id;
	need.person = who.id;
	need.competency = competency.id;
	need.rater = "self";
	need.level = 2;
	good(&need_kind, &need);
}

static void make_objective(void)
{
	record_init(&objective_kind, &objective);
	objective.revision = run.revision;
	objective.competency = competency.id;
	objective.text = "Menyusun rencana";
	good(&objective_kind, &objective);
}

static void make_people(void)
{
	struct group g = group(run.id);
	struct project p;
	struct score s;
	struct session t;

	enrol(run.id, who.id);
	join(g.id, who.id);
	record_init(&project_kind, &p);
	p.group = g.id;
	p.title = "Antrean loket";
	good(&project_kind, &p);
	record_init(&score_kind, &s);
	s.programme = run.id;
	s.person = who.id;
	s.pre = 5000;
	good(&score_kind, &s);
	record_init(&session_kind, &t);
	t.programme = run.id;
	t.topic = "Anggaran";
	t.jp = 200;
	good(&session_kind, &t);
}

static void make_feedback(void)
{
	struct questionnaire q;
	struct revision_questionnaire used;
	struct sheet_answer seen = { NUMBER_NONE, "" }, answer = { 2, "" };
	struct sheet sheet;
	struct item i;

	record_init(&questionnaire_kind, &q);
	q.code = "Q";
	good(&questionnaire_kind, &q);
	record_init(&item_kind, &i);
	i.questionnaire = q.id;
	i.dimension = "material";
	i.kind = "likert";
	i.scale = 5;
	i.text = "Jelas";
	good(&item_kind, &i);
	record_init(&revision_questionnaire_kind, &used);
	used.revision = run.revision;
	used.questionnaire = q.id;
	good(&revision_questionnaire_kind, &used);
	record_init(&sheet_kind, &sheet);
	sheet.programme = run.id;
	sheet.questionnaire = q.id;
	sheet.number = 1;
	ck_assert(sheet_save(db, &sheet, &i, 1, &seen, &answer, &err));
	record_init(&finding_kind, &finding);
	finding.programme = run.id;
	finding.source = "item";
	finding.item = i.id;
	finding.statement = "Kurang jelas";
	good(&finding_kind, &finding);
}

static void make_action(void)
{
	int64_t id = 0, next = 0;
	struct design_edit edit = { .reason = "Temuan", .kind = &objective_kind };

	ck_assert(improvement_from_finding(db, run.id, finding.id, &id, &err));
	ck_assert(record_load(db, &improvement_kind, id, &action, &a, &err));
	ck_assert(next_run_make(db, run.id, "P2", &next, &err));
	edit.programme = next;
	edit.finding = finding.id;
	changed = objective;
	changed.text = "Menulis rencana";
	problems = (struct problems){ .arena = &a };
	ck_assert_msg(design_part_save(db, &edit, &objective, &changed, &problems, &err),
		      "%s", err.text);
}

static void begin(void)
{
	start();
	who = person("198809212018011015", "Budi");
	run = programme("P1");
	make_need();
	make_objective();
	make_people();
	make_feedback();
	make_action();
}

START_TEST(the_chain_is_walked_from_need_to_action)
{
	ck_assert_ptr_nonnull(
		line_to(&need_kind, need.id, &objective_kind, objective.id));
	ck_assert_ptr_nonnull(
		line_to(&objective_kind, objective.id, &revision_kind, run.revision));
	ck_assert_ptr_nonnull(
		line_to(&revision_kind, run.revision, &programme_kind, run.id));
	ck_assert_ptr_nonnull(
		line_to(&item_kind, finding.item, &finding_kind, finding.id));
	ck_assert_ptr_nonnull(
		line_to(&finding_kind, finding.id, &improvement_kind, action.id));
	ck_assert(!line_to(&finding_kind, finding.id, &improvement_kind, action.id)->why);
	ck_assert(line_to(&improvement_kind, action.id, &finding_kind, finding.id)->why);
	ck_assert(line_to(&objective_kind, objective.id, &need_kind, need.id)->why);
	ck_assert(!line_to(&objective_kind, objective.id, &revision_kind, run.revision)
			   ->why);
}
END_TEST

START_TEST(a_finding_leads_on_to_the_revision_that_it_changed)
{
	const struct trail_line *l =
		line_to(&finding_kind, finding.id, &revision_kind, changed.revision);

	ck_assert(l && !l->why);
	ck_assert(line_to(&revision_kind, changed.revision, &finding_kind, finding.id)
			  ->why);
}
END_TEST

static bool is_known(const struct kind *kind, int64_t id)
{
	for (size_t i = 0; i < node_count; i++) {
		if (nodes[i].kind == kind && nodes[i].id == id)
			return true;
	}
	return false;
}

static void visit(const struct kind *kind, int64_t id)
{
	if (is_known(kind, id))
		return;
	ck_assert_uint_lt(node_count, NODES_MOST);
	nodes[node_count++] = (struct node){ kind, id };
}

START_TEST(what_is_reached_one_way_is_reached_back_the_other)
{
	node_count = 0;
	visit(&need_kind, need.id);
	for (size_t i = 0; i < node_count; i++) {
		struct node from = nodes[i];
		size_t count;
		struct trail_line *lines = lines_of(from.kind, from.id, 1000, &count);

		for (size_t k = 0; k < count; k++) {
			const struct trail_line *back;

			if (!lines[k].kind)
				continue;
			visit(lines[k].kind, lines[k].id);
			back = line_to(lines[k].kind, lines[k].id, from.kind, from.id);
			ck_assert_msg(back && back->why != lines[k].why,
				      "%s is not reached back from %s", from.kind->name,
				      lines[k].kind->name);
		}
	}
	ck_assert_uint_gt(node_count, 15);
}
END_TEST

START_TEST(no_trail_leads_to_a_sheet_or_an_answer)
{
	node_count = 0;
	visit(&person_kind, who.id);
	for (size_t i = 0; i < node_count; i++) {
		size_t count;
		struct trail_line *lines =
			lines_of(nodes[i].kind, nodes[i].id, 1000, &count);

		for (size_t k = 0; k < count; k++) {
			/* One sheet only: not even how many there are is told. */
			ck_assert_ptr_nonnull(lines[k].kind);
			ck_assert_msg(!lines[k].kind->private_keys, "%s leads to %s",
				      nodes[i].kind->name, lines[k].kind->name);
			visit(lines[k].kind, lines[k].id);
		}
	}
}
END_TEST

START_TEST(a_link_shows_its_first_lines_and_how_many_more)
{
	size_t count, seen = 0;
	struct trail_line *lines;

	for (int i = 0; i < 6; i++) {
		struct session s;

		record_init(&session_kind, &s);
		s.programme = run.id;
		s.topic = "Sesi";
		s.jp = 200;
		good(&session_kind, &s);
	}
	lines = lines_of(&programme_kind, run.id, 3, &count);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].kind != &session_kind)
			continue;
		ck_assert_uint_eq(lines[i].more, ++seen == 3 ? 4 : 0);
	}
	ck_assert_uint_eq(seen, 3);
}
END_TEST

/* Every statement of the table of links can be prepared and walked. */
START_TEST(every_kind_has_a_trail)
{
	for (const struct kind *const *k = kinds; *k; k++) {
		const struct trail_request request = { .kind = *k, .id = 1, .most = 3 };
		struct trail_line *lines;
		size_t count;
		struct err why = { 0 };

		ck_assert((*k)->private_keys ||
			  !trail_of(db, &request, &a, &lines, &count, &why));
		ck_assert((*k)->private_keys || why.code == ERR_NOT_FOUND);
	}
}
END_TEST

Suite *trail_suite(void);

Suite *trail_suite(void)
{
	Suite *s = suite_create("trail");
	TCase *c = tcase_create("trail");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, the_chain_is_walked_from_need_to_action);
	tcase_add_test(c, a_finding_leads_on_to_the_revision_that_it_changed);
	tcase_add_test(c, what_is_reached_one_way_is_reached_back_the_other);
	tcase_add_test(c, no_trail_leads_to_a_sheet_or_an_answer);
	tcase_add_test(c, a_link_shows_its_first_lines_and_how_many_more);
	tcase_add_test(c, every_kind_has_a_trail);
	suite_add_tcase(s, c);
	return s;
}
