#include "thing.h"

/* Undo is the exact inverse: random actions, taken back and done again one
 * by one, give the same file content at every step. */
enum { ACTIONS = 60, STEPS = 12, LIVE_MOST = ACTIONS * STEPS };

static uint32_t state;
static int64_t things[LIVE_MOST], parts[LIVE_MOST];
static size_t thing_count, part_count;
static int names;

static size_t random_below(size_t most)
{
	state = state * 1664525u + 1013904223u;
	return (state >> 8) % most;
}

static const char *any_text(void)
{
	static const char *const texts[] = {
		"",	      "Siti",	    "O'Brien",	   "\"kutip\"",
		"dua\nbaris", "\\ balik\t", "é 作者 \001", "%_"
	};

	return texts[random_below(sizeof texts / sizeof *texts)];
}

static void any_values(struct thing *t)
{
	if (random_below(2))
		t->name = any_text();
	if (random_below(2))
		t->note = any_text();
	if (random_below(3) == 0)
		t->count = random_below(2) ? NUMBER_NONE : (int64_t)random_below(99) - 50;
	if (random_below(3) == 0)
		t->decimal =
			random_below(2) ? NUMBER_NONE : (int64_t)random_below(999) - 500;
	if (random_below(3) == 0)
		t->day = random_below(2) ? DATE_NONE : date_of(2024, 2, 29);
	if (random_below(3) == 0)
		t->yes = !t->yes;
	if (random_below(3) == 0)
		t->choice = *t->choice ? "" : "a";
	if (random_below(3) == 0)
		t->other = random_below(2) && thing_count
				   ? things[random_below(thing_count)]
				   : 0;
	record_derive(&thing_kind, t, &a);
}

static bool add_one(void)
{
	struct thing t = make(arena_printf(&a, "n%d", names++), 1);
	struct part p = { .code = t.code };

	if (random_below(2) && thing_count) {
		p.thing = things[random_below(thing_count)];
		if (!record_insert(db, &part_kind, &p, &err))
			return false;
		parts[part_count++] = p.id;
		return true;
	}
	any_values(&t);
	if (!record_insert(db, &thing_kind, &t, &err))
		return false;
	things[thing_count++] = t.id;
	return true;
}

static bool change_one(void)
{
	struct thing old, now;

	if (thing_count == 0 ||
	    !record_load(db, &thing_kind, things[random_below(thing_count)], &old, &a,
			 &err))
		return thing_count == 0;
	now = old;
	any_values(&now);
	return record_update(db, &thing_kind, &old, &now, &err);
}

static bool delete_one(void)
{
	if (random_below(2) && part_count)
		return record_delete(db, &part_kind, parts[random_below(part_count)],
				     &err);
	return thing_count == 0 ||
	       record_delete(db, &thing_kind, things[random_below(thing_count)], &err);
}

/* A step that is refused (referred to, gone already) is taken back. */
static void any_action(void)
{
	ck_assert(action_begin(db, "any", &err));
	for (size_t left = 1 + random_below(STEPS); left > 0; left--) {
		size_t what = random_below(4);

		ck_assert_msg(action_mark(db, &err), "%s", err.text);
		if (what < 2 ? add_one() : what == 2 ? change_one() : delete_one())
			action_keep(db);
		else
			action_back(db);
	}
	ck_assert_msg(action_commit(db, &err), "%s", err.text);
}

static const char *content(void)
{
	return arena_printf(
		&a, "%s\n%s",
		pragma("SELECT group_concat(hex(id || '|' || code || '|' || name || '|' "
		       "|| note"
		       " || '|' || time || choice || '|' || ifnull(count, 'x') || '|' ||"
		       " ifnull(decimal, 'x') || '|' || yes || '|' || ifnull(other, 'x') "
		       "|| '|'"
		       " || ifnull(day, 'x') || '|' || search)) FROM (SELECT * FROM "
		       "things"
		       " ORDER BY id)"),
		pragma("SELECT group_concat(id || '|' || thing || '|' || code) FROM"
		       " (SELECT * FROM parts ORDER BY id)"));
}

static size_t entries(void)
{
	return strtoul(pragma("SELECT count(*) FROM entry"), NULL, 10);
}

START_TEST(undo_and_redo_are_exact_inverses)
{
	const char *then[ACTIONS + 1], *name;
	size_t done_actions = 0;

	state = (uint32_t)_i * 7919u + 1;
	thing_count = part_count = 0;
	then[0] = content();
	while (done_actions < ACTIONS) {
		size_t before = entries();

		any_action();
		if (entries() > before)
			then[++done_actions] = content();
	}
	for (int round = 0; round < 2; round++) {
		for (size_t i = done_actions; i-- > 0;) {
			ck_assert_msg(history_undo(db, kinds_here, 0, &a, &name, &err),
				      "%s", err.text);
			ck_assert_msg(strcmp(content(), then[i]) == 0, "undo of %zu",
				      i + 1);
		}
		for (size_t i = 1; i <= done_actions; i++) {
			ck_assert_msg(history_redo(db, kinds_here, &a, &name, &err), "%s",
				      err.text);
			ck_assert_msg(strcmp(content(), then[i]) == 0, "redo of %zu", i);
		}
	}
	ck_assert_str_eq(pragma("SELECT count(*) FROM pragma_foreign_key_check"), "0");
}
END_TEST

Suite *inverse_suite(void);

Suite *inverse_suite(void)
{
	Suite *s = suite_create("inverse");
	TCase *c = tcase_create("inverse");

	tcase_add_checked_fixture(c, start, done);
	tcase_set_timeout(c, 60);
	tcase_add_loop_test(c, undo_and_redo_are_exact_inverses, 0, 8);
	suite_add_tcase(s, c);
	return s;
}
