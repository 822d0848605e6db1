#include "office.h"

#include "domain/position.h"
#include "domain/standard_matrix.h"

/* The standards of positions: levels, and how a type fills them. */

static struct standard_matrix m;

static struct competency competency(const char *code, const char *title, const char *kind)
{
	struct competency c;

	record_init(&competency_kind, &c);
	c.code = code;
	c.name = title;
	c.kind = kind;
	good(&competency_kind, &c);
	return c;
}

static void holds(const char *nip, const char *position)
{
	struct person p;

	record_init(&person_kind, &p);
	p.nip = nip;
	p.name = "Dewi";
	p.position = position;
	good(&person_kind, &p);
}

static void load(void)
{
	ck_assert_msg(standard_matrix_load(db, &a, &m, &err), "%s", err.text);
}

static int64_t level(size_t row, size_t column)
{
	return standard_at(&m, (struct standard_place){ row, column })->level;
}

static void set(size_t row, size_t column, int64_t to)
{
	const struct standard_place at = { row, column };

	ck_assert_msg(standard_matrix_set(db, &m, at, to, &err), "%s", err.text);
}

/* A position of a type with that level (0: without one), and its matrix. */
static void typed(int64_t required)
{
	struct position_type t;

	holds("198809212018011015", "Kepala Seksi");
	competency("KM", "Komunikasi", "managerial");
	competency("PB", "Perekat Bangsa", "sociocultural");
	competency("TI", "Teknologi", "technical");
	record_init(&position_type_kind, &t);
	t.code = "PENGAWAS";
	t.name = "Pengawas";
	if (required)
		t.level = required;
	good(&position_type_kind, &t);
	ck_assert_msg(standard_position_type(db, "Kepala Seksi", t.id, &err), "%s",
		      err.text);
	load();
}

static size_t fill(void)
{
	size_t filled = 0;

	ck_assert_msg(standard_matrix_fill(db, &m, 0, m.position_count, &filled, &err),
		      "%s", err.text);
	load();
	return filled;
}

START_TEST(what_people_hold_is_a_row_with_their_number)
{
	holds("198809212018011015", "Kepala Seksi");
	holds("198310032005012019", "Kepala Seksi");
	holds("199007242017012022", "");
	load();
	ck_assert_uint_eq(m.position_count, 1);
	ck_assert_int_eq(m.positions[0].people, 2);
	ck_assert_int_eq(m.placeless, 1);
}
END_TEST

START_TEST(a_level_is_stored_and_taken_away)
{
	typed(0);
	set(0, 0, 3);
	load();
	ck_assert_int_eq(level(0, 0), 3);
	set(0, 0, 4);
	load();
	ck_assert_int_eq(level(0, 0), 4);
	set(0, 0, NUMBER_NONE);
	load();
	ck_assert_int_eq(level(0, 0), NUMBER_NONE);
}
END_TEST

START_TEST(a_level_changed_by_somebody_else_is_not_overwritten)
{
	struct standard_matrix old;

	typed(0);
	set(0, 0, 3);
	old = m;
	load();
	set(0, 0, 4);
	ck_assert(
		!standard_matrix_set(db, &old, (struct standard_place){ 0, 0 }, 5, &err));
	ck_assert_int_eq(err.code, ERR_CONFLICT);
	load();
	ck_assert_int_eq(level(0, 0), 4);
}
END_TEST

START_TEST(filling_leaves_out_technical_ones)
{
	typed(2);
	ck_assert_uint_eq(fill(), 2);
	ck_assert_int_eq(level(0, 0), 2);
	ck_assert_int_eq(level(0, 1), 2);
	ck_assert_int_eq(level(0, 2), NUMBER_NONE);
}
END_TEST

START_TEST(filling_never_overwrites)
{
	typed(2);
	set(0, 0, 5);
	ck_assert_uint_eq(fill(), 1);
	ck_assert_int_eq(level(0, 0), 5);
}
END_TEST

START_TEST(a_type_without_a_level_fills_nothing)
{
	typed(0);
	ck_assert_uint_eq(fill(), 0);
}
END_TEST

START_TEST(a_fill_is_one_action)
{
	const char *undone;

	typed(2);
	fill();
	ck_assert_msg(history_undo(db, kinds, 0, &a, &undone, &err), "%s", err.text);
	load();
	ck_assert_uint_eq(standard_count(&m, 0), 0);
}
END_TEST

Suite *standard_matrix_suite(void);

Suite *standard_matrix_suite(void)
{
	Suite *s = suite_create("standard matrix");
	TCase *matrix = tcase_create("matrix");

	tcase_add_checked_fixture(matrix, start, done);
	tcase_add_test(matrix, what_people_hold_is_a_row_with_their_number);
	tcase_add_test(matrix, a_level_is_stored_and_taken_away);
	tcase_add_test(matrix, a_level_changed_by_somebody_else_is_not_overwritten);
	tcase_add_test(matrix, filling_leaves_out_technical_ones);
	tcase_add_test(matrix, filling_never_overwrites);
	tcase_add_test(matrix, a_type_without_a_level_fills_nothing);
	tcase_add_test(matrix, a_fill_is_one_action);
	suite_add_tcase(s, matrix);
	return s;
}
