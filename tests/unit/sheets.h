#ifndef TESTS_UNIT_SHEETS_H
#define TESTS_UNIT_SHEETS_H

#include "office.h"

/* A programme whose sheets are answered. */
enum { MINIMUM = 3 };

static struct programme run;
static struct questionnaire q;
static struct item items[4];
static size_t item_count;

static inline void begin(void)
{
	start();
	run = programme("P1");
	item_count = 0;
}

static inline void questionnaire(const char *code, const char *level, const char *repeats)
{
	record_init(&questionnaire_kind, &q);
	q.code = code;
	q.level = level;
	q.repeats = repeats;
	good(&questionnaire_kind, &q);
	item_count = 0;
}

static inline void ask_one(const char *kind, int64_t scale, const char *options, bool reversed)
{
	struct item *i = &items[item_count++];

	record_init(&item_kind, i);
	i->questionnaire = q.id;
	i->dimension = "material";
	i->kind = kind;
	i->scale = scale;
	i->options = options;
	i->text = arena_printf(&a, "Pertanyaan %zu", item_count);
	i->reversed = reversed;
	good(&item_kind, i);
}

static inline void ask(const char *kind, int64_t scale, const char *options)
{
	ask_one(kind, scale, options, false);
}

static inline void ask_scale(void)
{
	ask("likert", 5, "");
}

static inline struct sheet about(int64_t trainer, const char *role, const char *phase)
{
	struct sheet s;

	record_init(&sheet_kind, &s);
	s.programme = run.id;
	s.questionnaire = q.id;
	s.trainer = trainer;
	s.role = role;
	s.phase = phase;
	return s;
}

/* `times` sheets with the same answers: cells as they are typed, "" blank. */
static inline void answer(struct sheet sheet, int times, const char *const *cells)
{
	struct sheet_answer seen[4], typed[4];
	const char *reason;

	for (int n = 0; n < times; n++) {
		sheet.id = 0;
		ck_assert(sheet_next_number(db, run.id, q.id, &sheet.number, &err));
		ck_assert(sheet_load(db, &sheet, items, item_count, &a, seen, &err));
		for (size_t i = 0; i < item_count; i++)
			ck_assert_msg(
				answer_parse(&items[i], cells[i], &a, &typed[i], &reason),
				"%s", cells[i]);
		ck_assert_msg(
			sheet_save(db, &sheet, items, item_count, seen, typed, &err),
			"%s", err.text);
	}
}

#define CELLS(...) ((const char *const[]){ __VA_ARGS__ })

#endif
