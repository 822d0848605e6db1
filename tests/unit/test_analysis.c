#include "office.h"

#include <math.h>

#include "base/settings.h"
#include "domain/analysis.h"
#include "domain/competency.h"
#include "domain/survey.h"

static struct settings usual;
static struct competency skill;
static struct survey survey;
static struct unit above, part;

static void make_unit(struct unit *u, const char *code, int64_t parent)
{
	record_init(&unit_kind, u);
	u->code = code;
	u->name = code;
	u->parent = parent;
	good(&unit_kind, u);
}

static void make_standard(const char *position, int64_t level)
{
	struct standard s;

	record_init(&standard_kind, &s);
	s.position = position;
	s.competency = skill.id;
	s.level = level;
	good(&standard_kind, &s);
}

static void begin(void)
{
	start();
	settings_default(&usual);
	db_use_settings(db, &usual);
	record_init(&competency_kind, &skill);
	skill.code = "PP";
	skill.name = "Manajemen Proyek";
	skill.kind = "technical";
	good(&competency_kind, &skill);
	record_init(&survey_kind, &survey);
	survey.code = "AKPK26";
	survey.title = "AKPK 2026";
	good(&survey_kind, &survey);
	make_unit(&above, "DINAS", 0);
	make_unit(&part, "BIDANG", above.id);
	make_standard("Analis", 3);
}

static void rate(int64_t who, const char *rater, int64_t level, int64_t importance)
{
	struct need n;

	record_init(&need_kind, &n);
	n.survey = survey.id;
	n.person = who;
	n.competency = skill.id;
	n.rater = rater;
	n.level = level;
	n.importance = importance;
	good(&need_kind, &n);
}

/* Somebody in a unit with a position, and the answers; 0: none. */
static int64_t answered(const char *name, const struct unit *unit, const char *position,
			int64_t self, int64_t superior)
{
	struct person p;

	record_init(&person_kind, &p);
	p.name = name;
	p.employment = "NONASN";
	p.unit = unit ? unit->id : 0;
	p.position = position;
	good(&person_kind, &p);
	if (self)
		rate(p.id, "self", self, 4);
	if (superior)
		rate(p.id, "superior", superior, 2);
	return p.id;
}

static struct need_row need_in(int64_t unit)
{
	struct need_row *rows;
	size_t count;

	ck_assert_msg(need_list(db, 0, unit, &a, &rows, &count, &err), "%s", err.text);
	ck_assert_uint_eq(count, 1);
	return rows[0];
}

static struct need_person *people_in(int64_t unit, size_t *count)
{
	const struct need_scope scope = { survey.id, unit, skill.id };
	struct need_person *rows;

	ck_assert_msg(need_people(db, &scope, &a, &rows, count, &err), "%s", err.text);
	return rows;
}

#define near(x, y) ck_assert_double_eq_tol(x, y, 1e-9)

START_TEST(a_level_is_four_tenths_own_and_six_tenths_of_the_superior)
{
	answered("Ani", &part, "Analis", 1, 2);
	near(need_in(0).actual, 1.6);
	near(need_in(0).gap, 1.4);
	ck_assert_int_eq(need_in(0).gap_1_or_more, 1);
}
END_TEST

START_TEST(the_weight_is_a_setting)
{
	usual.need_weight_self = 50;
	db_use_settings(db, &usual);
	answered("Ani", &part, "Analis", 1, 2);
	near(need_in(0).actual, 1.5);
}
END_TEST

START_TEST(one_rater_alone_counts_alone)
{
	answered("Ani", &part, "Analis", 1, 0);
	answered("Budi", &part, "Analis", 0, 3);
	near(need_in(0).actual, 2);
	ck_assert_int_eq(need_in(0).respondents, 2);
}
END_TEST

START_TEST(a_rater_without_weight_still_counts_alone)
{
	usual.need_weight_self = 0;
	db_use_settings(db, &usual);
	answered("Ani", &part, "Analis", 2, 0);
	near(need_in(0).actual, 2);
}
END_TEST

START_TEST(a_surplus_makes_up_for_no_gap)
{
	answered("Ani", &part, "Analis", 1, 1);
	answered("Budi", &part, "Analis", 5, 5);
	near(need_in(0).gap, 1);
	near(need_in(0).surplus, 1);
	near(need_in(0).actual, 3);
}
END_TEST

START_TEST(priority_is_gap_times_importance)
{
	answered("Ani", &part, "Analis", 1, 1);
	near(need_in(0).importance, 3);
	near(need_in(0).priority, 6);
}
END_TEST

START_TEST(who_just_reaches_the_standard_is_not_below)
{
	answered("Ani", &part, "Analis", 3, 3);
	answered("Budi", &part, "Analis", 2, 3);
	ck_assert_int_eq(need_in(0).not_competent, 1);
	ck_assert_int_eq(need_in(0).gap_1_or_more, 0);
	near(need_in(0).share, 50);
}
END_TEST

START_TEST(exactly_one_level_is_a_gap_of_one)
{
	answered("Ani", &part, "Analis", 2, 2);
	ck_assert_int_eq(need_in(0).gap_1_or_more, 1);
}
END_TEST

START_TEST(raters_two_apart_are_flagged)
{
	size_t count;

	answered("Ani", &part, "Analis", 2, 4);
	answered("Budi", &part, "Analis", 2, 3);
	answered("Citra", &part, "Analis", 5, 0);
	ck_assert_int_eq(need_in(0).flagged, 1);
	ck_assert(!people_in(0, &count)[0].flagged);
	ck_assert_int_eq(people_in(0, &count)[0].difference, 1);
	ck_assert(people_in(0, &count)[1].flagged);
	ck_assert_int_eq(people_in(0, &count)[2].difference, NUMBER_NONE);
}
END_TEST

START_TEST(a_unit_counts_with_its_parts)
{
	answered("Ani", &part, "Analis", 1, 1);
	answered("Budi", &above, "Analis", 3, 3);
	answered("Citra", NULL, "Analis", 5, 5);
	ck_assert_int_eq(need_in(above.id).respondents, 2);
	ck_assert_int_eq(need_in(part.id).respondents, 1);
	ck_assert_int_eq(need_in(NEED_NO_UNIT).respondents, 1);
	ck_assert_int_eq(need_in(0).respondents, 3);
}
END_TEST

START_TEST(a_cell_opens_to_as_many_people)
{
	struct need_cell *cells;
	size_t count, people;

	answered("Ani", &part, "Analis", 1, 1);
	answered("Budi", &above, "Analis", 3, 3);
	answered("Citra", NULL, "Analis", 5, 5);
	ck_assert(need_cells(db, 0, &a, &cells, &count, &err));
	ck_assert_uint_eq(count, 3);
	ck_assert_int_eq(cells[0].unit, part.id);
	ck_assert_int_eq(cells[1].unit, above.id);
	near(cells[1].gap, 1);
	ck_assert_int_eq(cells[2].unit, NEED_NO_UNIT);
	for (size_t i = 0; i < count; i++) {
		people_in(cells[i].unit, &people);
		ck_assert_int_eq((int64_t)people, cells[i].respondents);
	}
}
END_TEST

START_TEST(units_have_their_jpm)
{
	struct need_unit *units;
	size_t count;

	answered("Ani", &part, "Analis", 1, 1);
	answered("Budi", &above, "Analis", 3, 3);
	ck_assert(need_units(db, 0, &a, &units, &count, &err));
	ck_assert_uint_eq(count, 2);
	near(units[1].jpm, 100.0 * 4 / 6);
	near(units[1].gap, 1);
	ck_assert_int_eq(units[1].respondents, 2);
	ck_assert_int_eq(units[1].not_competent, 1);
}
END_TEST

START_TEST(people_without_a_standard_stand_last)
{
	struct need_person *rows;
	size_t count;

	answered("Ani", &part, "Juru Ukur", 1, 1);
	answered("Budi", &part, "Analis", 3, 3);
	answered("Citra", &part, "Analis", 1, 1);
	rows = people_in(0, &count);
	ck_assert_uint_eq(count, 3);
	ck_assert_str_eq(rows[0].name, "Citra");
	ck_assert_str_eq(rows[1].name, "Budi");
	ck_assert_str_eq(rows[2].name, "Ani");
	ck_assert_int_eq(rows[2].required, NUMBER_NONE);
	ck_assert(isnan(rows[2].gap));
	near(rows[2].actual, 1);
}
END_TEST

START_TEST(missing_standards_are_counted_by_position)
{
	struct need_position *rows;
	size_t count;

	answered("Ani", &part, "Juru Ukur", 1, 1);
	answered("Budi", &part, "Juru Ukur", 1, 1);
	answered("Citra", &part, "Analis", 1, 1);
	ck_assert(need_unstandardised(db, 0, 0, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 1);
	ck_assert_str_eq(rows[0].position, "Juru Ukur");
	ck_assert_int_eq(rows[0].people, 2);
	ck_assert_int_eq(rows[0].competencies, 1);
}
END_TEST

START_TEST(another_survey_does_not_count)
{
	struct need_row *rows;
	size_t count;

	answered("Ani", &part, "Analis", 1, 1);
	ck_assert(need_list(db, survey.id + 1, 0, &a, &rows, &count, &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(jpm_of_a_person_may_exceed_a_hundred)
{
	int64_t who = answered("Ani", &part, "Analis", 4, 4), levels;
	double jpm;

	ck_assert(jpm_of_person(db, 0, who, &jpm, &levels, &err));
	near(jpm, 100.0 * 4 / 3);
	ck_assert_int_eq(levels, 1);
}
END_TEST

START_TEST(jpm_of_nobody_is_no_number)
{
	int64_t levels;
	double jpm;

	ck_assert(jpm_of_person(db, 0, 99, &jpm, &levels, &err));
	ck_assert(isnan(jpm));
	ck_assert_int_eq(levels, 0);
}
END_TEST

START_TEST(shares_have_closed_bands)
{
	ck_assert_int_eq(need_band_of(59.9, &usual), NEED_LOW);
	ck_assert_int_eq(need_band_of(59.99, &usual), NEED_LOW);
	ck_assert_int_eq(need_band_of(60, &usual), NEED_MEDIUM);
	ck_assert_int_eq(need_band_of(69.9, &usual), NEED_MEDIUM);
	ck_assert_int_eq(need_band_of(70, &usual), NEED_HIGH);
	ck_assert_str_eq(need_band_words((double)NAN, &usual), "");
}
END_TEST

START_TEST(jpm_has_its_bands)
{
	ck_assert_int_eq(jpm_band_of(77.99, &usual), JPM_LESS);
	ck_assert_int_eq(jpm_band_of(78, &usual), JPM_SUFFICIENT);
	ck_assert_int_eq(jpm_band_of(89.99, &usual), JPM_SUFFICIENT);
	ck_assert_int_eq(jpm_band_of(90, &usual), JPM_OPTIMAL);
}
END_TEST

START_TEST(seven_of_ten_people_are_a_high_need)
{
	for (int i = 0; i < 10; i++)
		answered("Ani", &part, "Analis", i < 7 ? 2 : 3, i < 7 ? 2 : 3);
	ck_assert_int_eq(need_in(0).band, NEED_HIGH);
}
END_TEST

START_TEST(dif_is_a_product)
{
	ck_assert_int_eq(need_dif("low", "low", "low"), 1);
	ck_assert_int_eq(need_dif("medium", "high", "low"), 6);
	ck_assert_int_eq(need_dif("high", "high", "high"), 27);
	ck_assert_int_eq(need_dif("high", "", "high"), 0);
}
END_TEST

START_TEST(usg_is_a_sum)
{
	ck_assert_int_eq(need_usg(1, 1, 1), 3);
	ck_assert_int_eq(need_usg(5, 4, 3), 12);
	ck_assert_int_eq(need_usg(5, 5, 5), 15);
	ck_assert_int_eq(need_usg(5, NUMBER_NONE, 5), 0);
	ck_assert_int_eq(need_usg(6, 5, 5), 0);
}
END_TEST

START_TEST(scores_of_the_decision_stand_in_the_row)
{
	struct decision d;

	answered("Ani", &part, "Analis", 1, 1);
	record_init(&decision_kind, &d);
	d.survey = survey.id;
	d.competency = skill.id;
	d.difficulty = d.weight = d.frequency = "medium";
	d.urgency = d.seriousness = d.growth = 4;
	good(&decision_kind, &d);
	ck_assert_int_eq(need_in(0).dif, 8);
	ck_assert_int_eq(need_in(0).usg, 12);
}
END_TEST

START_TEST(other_orders_fall_back_to_the_priority)
{
	struct need_row rows[] = {
		{ .code = "A", .priority = 1, .share = 20, .dif = 8, .usg = 3 },
		{ .code = "B", .priority = 2, .share = 80, .dif = 8, .usg = 9 },
		{ .code = "C",
		  .priority = (double)NAN,
		  .share = 90,
		  .dif = 27,
		  .usg = 0 },
		{ .code = "D", .priority = 2, .share = 10, .dif = 1, .usg = 15 },
	};
	static const char *const expected[] = { "BDAC", "CBAD", "DBAC", "CBAD" };

	for (int order = NEED_BY_PRIORITY; order <= NEED_BY_SHARE; order++) {
		need_sort(rows, 4, (enum need_order)order);
		for (size_t i = 0; i < 4; i++)
			ck_assert_int_eq(rows[i].code[0], expected[order][i]);
	}
}
END_TEST

Suite *analysis_suite(void);

Suite *analysis_suite(void)
{
	Suite *s = suite_create("analysis");
	TCase *c = tcase_create("analysis");

	tcase_add_checked_fixture(c, begin, done);
	tcase_add_test(c, a_level_is_four_tenths_own_and_six_tenths_of_the_superior);
	tcase_add_test(c, the_weight_is_a_setting);
	tcase_add_test(c, one_rater_alone_counts_alone);
	tcase_add_test(c, a_rater_without_weight_still_counts_alone);
	tcase_add_test(c, a_surplus_makes_up_for_no_gap);
	tcase_add_test(c, priority_is_gap_times_importance);
	tcase_add_test(c, who_just_reaches_the_standard_is_not_below);
	tcase_add_test(c, exactly_one_level_is_a_gap_of_one);
	tcase_add_test(c, raters_two_apart_are_flagged);
	tcase_add_test(c, a_unit_counts_with_its_parts);
	tcase_add_test(c, a_cell_opens_to_as_many_people);
	tcase_add_test(c, units_have_their_jpm);
	tcase_add_test(c, people_without_a_standard_stand_last);
	tcase_add_test(c, missing_standards_are_counted_by_position);
	tcase_add_test(c, another_survey_does_not_count);
	tcase_add_test(c, jpm_of_a_person_may_exceed_a_hundred);
	tcase_add_test(c, jpm_of_nobody_is_no_number);
	tcase_add_test(c, shares_have_closed_bands);
	tcase_add_test(c, jpm_has_its_bands);
	tcase_add_test(c, seven_of_ten_people_are_a_high_need);
	tcase_add_test(c, dif_is_a_product);
	tcase_add_test(c, usg_is_a_sum);
	tcase_add_test(c, scores_of_the_decision_stand_in_the_row);
	tcase_add_test(c, other_orders_fall_back_to_the_priority);
	suite_add_tcase(s, c);
	return s;
}
