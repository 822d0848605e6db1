#include "domain/score_sheet.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/programme.h"
#include "domain/save.h"
#include "store/history.h"
#include "store/record.h"
#include "store/stmt.h"

static bool load_scores(struct db *db, struct arena *arena, struct score_sheet *sheet,
			struct err *err)
{
	const struct roll *roll = &sheet->roll;
	enum stmt_step step;
	struct stmt *s;

	sheet->scores = arena_array(arena, roll->count + 1, sizeof *sheet->scores);
	for (size_t i = 0; i < roll->count; i++) {
		record_init(&score_kind, &sheet->scores[i]);
		sheet->scores[i].programme = roll->programme;
		sheet->scores[i].person = roll->people[i].person;
	}
	if (!stmt_get(db,
		      "SELECT id, person, pre, post FROM scores"
		      " WHERE programme = :programme",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", roll->programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		size_t row = roll_find(roll, stmt_int(s, 1));

		if (row == roll->count)
			continue;
		sheet->scores[row].id = stmt_int(s, 0);
		sheet->scores[row].pre = stmt_number(s, 2);
		sheet->scores[row].post = stmt_number(s, 3);
	}
	return step == STMT_DONE;
}

bool score_sheet_load(struct db *db, int64_t programme, enum roll_order order,
		      struct arena *arena, struct score_sheet *out, struct err *err)
{
	struct score_sheet sheet = { .scores = NULL };
	struct programme p;

	if (!record_load(db, &programme_kind, programme, &p, arena, err) ||
	    !roll_load(db, programme, ROLL_WITH_SCORES, order, arena, &sheet.roll, err) ||
	    !load_scores(db, arena, &sheet, err))
		return false;
	sheet.most = programme_test_most(&p);
	*out = sheet;
	return true;
}

const char *score_test_label(size_t test)
{
	return test == SCORE_PRE ? N_("Pre-test") : N_("Post-test");
}

static int64_t *value_of(struct score *score, size_t test)
{
	return test == SCORE_PRE ? &score->pre : &score->post;
}

int64_t score_sheet_value(const struct score_sheet *sheet, size_t row, size_t test)
{
	return *value_of(&sheet->scores[row], test);
}

struct score_totals score_sheet_totals(const struct score_sheet *sheet)
{
	struct score_totals s = { .both = 0 };
	double sums[SCORE_TESTS] = { 0 };

	for (size_t row = 0; row < sheet->roll.count; row++) {
		size_t had = 0;

		for (size_t test = 0; test < SCORE_TESTS; test++) {
			int64_t value = score_sheet_value(sheet, row, test);

			if (value == NUMBER_NONE) {
				s.missing += sheet->roll.people[row].place;
				continue;
			}
			s.n[test]++;
			sums[test] += (double)value / 100;
			had++;
		}
		s.both += had == SCORE_TESTS;
	}
	for (size_t test = 0; test < SCORE_TESTS; test++)
		s.mean[test] = s.n[test] ? sums[test] / (double)s.n[test] : (double)NAN;
	return s;
}

/* Inside an action. A record without any score is no record. */
static bool write_score(struct db *db, const struct score *old, struct score *now,
			struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (now->pre == NUMBER_NONE && now->post == NUMBER_NONE) {
		now->id = 0;
		return old->id == 0 || records_remove(db, &score_kind, &old->id, 1, err);
	}
	good = record_put(db, &score_kind, old->id ? old : NULL, now, &arena, err);
	arena_done(&arena);
	return good;
}

static bool begin(struct db *db, const struct score_sheet *sheet,
		  const struct score_entry *first, const char *name, struct err *err)
{
	struct arena arena = { 0 };
	const char *value = number_hundredths(&arena, first->value, number_mark());
	bool good;

	/* TRANSLATORS: test, person and points: "Pre-test, Dewi Batubara: 75" */
	if (!name)
		name = arena_printf(
			&arena, _("%s, %s: %s"), _(score_test_label(first->test)),
			sheet->roll.people[first->row].name, *value ? value : "–");
	good = action_begin(db, name, err);
	arena_done(&arena);
	return good;
}

static bool write_all(struct db *db, struct score *scores,
		      const struct score_entry *entries, size_t count, struct err *err)
{
	for (size_t i = 0; i < count; i++) {
		struct score *score = &scores[entries[i].row], old = *score;

		*value_of(score, entries[i].test) = entries[i].value;
		if (!record_equal(&score_kind, &old, score) &&
		    !write_score(db, &old, score, err))
			return false;
	}
	return true;
}

bool score_sheet_set(struct db *db, struct score_sheet *sheet,
		     const struct score_entry *entries, size_t count, const char *name,
		     struct err *err)
{
	size_t bytes = sheet->roll.count * sizeof *sheet->scores;
	struct arena arena = { 0 };
	struct score *scores = arena_alloc(&arena, bytes + 1);
	bool good;

	if (bytes > 0)
		memcpy(scores, sheet->scores, bytes);
	good = count == 0 || (roll_may_write(&sheet->roll, err) &&
			      begin(db, sheet, &entries[0], name, err));
	if (good && count > 0) {
		good = action_end(db, write_all(db, scores, entries, count, err), err);
		if (good)
			memcpy(sheet->scores, scores, bytes);
	}
	arena_done(&arena);
	return good;
}
