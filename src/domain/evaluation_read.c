#include "evaluation_read.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "rows.h"
#include "store/stmt.h"

/* Which slices the answers of a sheet count for. */
struct sheet_place {
	int64_t sheet;
	size_t questionnaire, view, part; /* part SIZE_MAX for none */
};

struct places {
	struct sheet_place *all;
	size_t count, space;
};

/* Room for one more element at the end of an array. */
static void *grown(struct arena *arena, void *old, size_t size, size_t count,
		   size_t *space)
{
	size_t before = *space;

	if (count < before)
		return old;
	*space = before ? 2 * before : 16;
	return arena_grow(arena, old, before * size, *space * size);
}

void numbers_add(struct numbers *n, double value, struct arena *arena)
{
	n->values = grown(arena, n->values, sizeof *n->values, n->count, &n->space);
	n->values[n->count++] = value;
}

static void read_questionnaire(struct stmt *s, void *row, struct arena *arena)
{
	struct counting *c = row;

	c->result = (struct feedback_result){
		.questionnaire = stmt_int(s, 0),
		.code = stmt_text(s, 1, arena),
		.title = stmt_text(s, 2, arena),
		.level = stmt_text(s, 3, arena),
		.repeats = stmt_text(s, 4, arena),
	};
}

/* With sheets of the programme, or put to participants by its design. */
#define QUESTIONNAIRES                                                    \
	"SELECT questionnaire FROM sheets WHERE programme = :programme"   \
	"  UNION SELECT rq.questionnaire FROM revision_questionnaires rq" \
	"    JOIN programmes p ON p.revision = rq.revision"               \
	"   WHERE p.id = :programme"

static bool read_questionnaires(struct db *db, int64_t programme, struct arena *arena,
				struct reading *r, struct err *err)
{
	struct row_list list = { .size = sizeof(struct counting),
				 .read = read_questionnaire };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT id, code, title, level, repeats FROM questionnaires"
		      " WHERE id IN (" QUESTIONNAIRES ") ORDER BY code",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	if (!rows_collect(&list, s, arena, err))
		return false;
	r->all = (struct counting *)list.rows;
	r->count = list.count;
	return true;
}

static int64_t option_count(const char *options)
{
	int64_t count = *options != '\0';

	for (; *options != '\0'; options++)
		count += *options == ';';
	return count > COUNTS_MOST ? COUNTS_MOST : count;
}

static struct item_result item_of(struct stmt *s, struct arena *arena)
{
	struct item_result i = {
		.questionnaire = stmt_int(s, 0),
		.item = stmt_int(s, 1),
		.number = stmt_int(s, 2),
		.kind = stmt_text(s, 3, arena),
		.scale = stmt_int(s, 4),
		.dimension = stmt_text(s, 5, arena),
		.text = stmt_text(s, 6, arena),
		.reversed = stmt_int(s, 7) != 0,
		.options = stmt_text(s, 8, arena),
		.improvement = stmt_int(s, 9),
	};

	if (strncmp(i.kind, "choice", 6) == 0)
		i.scale = option_count(i.options);
	else if (i.scale > SCALE_MOST)
		i.scale = SCALE_MOST;
	return i;
}

static void number_scales(struct counting *c, struct arena *arena)
{
	c->scale_at = arena_array(arena, c->result.item_count + 1, sizeof *c->scale_at);
	for (size_t i = 0; i < c->result.item_count; i++) {
		c->scale_at[i] = c->scales;
		c->scales += strcmp(c->items[i].kind, "likert") == 0;
	}
}

static bool read_items(struct db *db, int64_t programme, struct arena *arena,
		       struct reading *r, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;
	size_t k = 0;

	if (!stmt_get(db,
		      "SELECT q.id, i.id, i.number, i.kind, i.scale, i.dimension, i.text,"
		      "       i.reversed, i.options,"
		      "       (SELECT max(m.id) FROM improvements m"
		      "         WHERE m.programme = :programme AND m.item = i.id)"
		      "  FROM questionnaires q JOIN items i ON i.questionnaire = q.id"
		      " WHERE q.id IN (" QUESTIONNAIRES ") ORDER BY q.code, i.number",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		struct counting *c;

		while (k < r->count && r->all[k].result.questionnaire != stmt_int(s, 0))
			k++;
		if (k == r->count)
			continue;
		c = &r->all[k];
		c->items = grown(arena, c->items, sizeof *c->items, c->result.item_count,
				 &c->item_space);
		c->items[c->result.item_count++] = item_of(s, arena);
	}
	for (k = 0; k < r->count; k++)
		number_scales(&r->all[k], arena);
	return step == STMT_DONE;
}

static struct item_result *blank_items(const struct counting *c, struct arena *arena)
{
	size_t size = c->result.item_count * sizeof *c->items;
	struct item_result *items = arena_alloc(arena, size + 1);

	if (size > 0)
		memcpy(items, c->items, size);
	return items;
}

static size_t view_of(struct counting *c, const char *role, const char *phase,
		      struct arena *arena)
{
	size_t before = c->view_space;

	for (size_t i = 0; i < c->view_count; i++) {
		if (strcmp(c->views[i].role, role) == 0 &&
		    strcmp(c->views[i].phase, phase) == 0)
			return i;
	}
	c->views =
		grown(arena, c->views, sizeof *c->views, c->view_count, &c->view_space);
	c->answered = arena_grow(arena, c->answered, before * sizeof *c->answered,
				 c->view_space * sizeof *c->answered);
	c->views[c->view_count] = (struct feedback_slice){
		.name = "",
		.role = arena_strdup(arena, role),
		.phase = arena_strdup(arena, phase),
		.items = blank_items(c, arena),
	};
	c->answered[c->view_count] = (struct answered){ .begun = false };
	return c->view_count++;
}

/* What the sheets are about is not known: SIZE_MAX. */
static size_t part_of(struct counting *c, struct stmt *s, struct arena *arena)
{
	bool trainer = strcmp(c->result.repeats, "trainer") == 0;
	int64_t part = stmt_int(s, trainer ? 4 : 6);

	if (*c->result.repeats == '\0' || part == 0)
		return SIZE_MAX;
	for (size_t i = 0; i < c->part_count; i++) {
		if (c->parts[i].part == part)
			return i;
	}
	c->parts =
		grown(arena, c->parts, sizeof *c->parts, c->part_count, &c->part_space);
	c->parts[c->part_count] = (struct feedback_slice){
		.part = part,
		.name = stmt_text(s, trainer ? 5 : 7, arena),
		.order = trainer ? 0 : stmt_int(s, 8),
		.role = "",
		.phase = "",
		.items = blank_items(c, arena),
	};
	return c->part_count++;
}

static bool place_of(struct reading *r, struct stmt *s, struct sheet_place *out,
		     struct arena *arena)
{
	struct sheet_place p = { .sheet = stmt_int(s, 0), .part = SIZE_MAX };
	struct counting *c = r->all;

	while (p.questionnaire < r->count &&
	       c[p.questionnaire].result.questionnaire != stmt_int(s, 1))
		p.questionnaire++;
	if (p.questionnaire == r->count)
		return false;
	c += p.questionnaire;
	if (stmt_int(s, 9) != 0)
		p.view =
			view_of(c, stmt_text(s, 2, arena), stmt_text(s, 3, arena), arena);
	else
		p.part = part_of(c, s, arena);
	c->views[p.view].sheets++;
	if (p.part != SIZE_MAX)
		c->parts[p.part].sheets++;
	*out = p;
	return true;
}

static bool read_sheets(struct db *db, int64_t programme, struct arena *arena,
			struct reading *r, struct places *places, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	for (size_t i = 0; i < r->count; i++)
		view_of(&r->all[i], "", "", arena);
	if (!stmt_get(db,
		      "SELECT f.id, f.questionnaire, f.role, f.phase, f.trainer, t.name,"
		      "       f.session, n.topic, n.number, f.role <> '' OR f.phase <> ''"
		      "  FROM sheets f LEFT JOIN trainers t ON t.id = f.trainer"
		      "  LEFT JOIN sessions n ON n.id = f.session"
		      " WHERE f.programme = :programme ORDER BY f.number, f.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		places->all = grown(arena, places->all, sizeof *places->all,
				    places->count, &places->space);
		if (place_of(r, s, &places->all[places->count], arena))
			places->count++;
	}
	return step == STMT_DONE;
}

/* The place of an item, looked for behind the one of the answer before. */
static size_t item_place(const struct counting *c, int64_t item, size_t from)
{
	for (size_t i = 0; i < c->result.item_count; i++) {
		size_t k = (from + i) % c->result.item_count;

		if (c->items[k].item == item)
			return k;
	}
	return SIZE_MAX;
}

static void count_value(struct item_result *r, int64_t value)
{
	if (strcmp(r->kind, "number") == 0) {
		r->least = r->answers == 0 || value < r->least ? value : r->least;
		r->most = r->answers == 0 || value > r->most ? value : r->most;
		r->squares += (double)value * (double)value;
	} else if (value < 1 || value > r->scale) {
		return;
	} else {
		r->counts[value - 1]++;
	}
	r->answers++;
	r->sum += r->reversed ? r->scale + 1 - value : value;
}

/* "1,3": each option that was chosen, once; how many people chose any. */
static void count_choices(struct item_result *r, const char *text)
{
	bool seen[COUNTS_MOST] = { false }, any = false;

	while (*text != '\0') {
		char *end;
		long value = strtol(text, &end, 10);

		if (end == text)
			break;
		if (value >= 1 && value <= r->scale && !seen[value - 1]) {
			seen[value - 1] = any = true;
			r->counts[value - 1]++;
		}
		text = end + (*end == ',');
	}
	r->answers += any;
}

/* An answer to a scale, in the row of its sheet. */
static void keep_answered(const struct counting *c, size_t view, size_t at, int64_t value,
			  struct arena *arena)
{
	struct answered *kept = &c->answered[view];
	const struct item_result *item = &c->items[at];

	if (value < 1 || value > item->scale)
		return;
	for (size_t i = 0; i < c->scales && !kept->begun; i++)
		numbers_add(&kept->all, (double)NAN, arena);
	kept->begun = true;
	kept->all.values[kept->all.count - c->scales + c->scale_at[at]] =
		(double)(item->reversed ? item->scale + 1 - value : value);
}

static void end_sheet(struct reading *r, const struct sheet_place *p)
{
	r->all[p->questionnaire].answered[p->view].begun = false;
}

static void keep_said(struct reading *r, const struct sheet_place *p, size_t item,
		      const char *text, struct arena *arena)
{
	r->said = grown(arena, r->said, sizeof *r->said, r->said_count, &r->said_space);
	r->said[r->said_count++] = (struct said){ .text = text,
						  .count = 1,
						  .questionnaire = p->questionnaire,
						  .item = item,
						  .view = p->view,
						  .part = p->part };
}

static void count_answer(struct reading *r, const struct sheet_place *p, size_t at,
			 struct stmt *s, struct arena *arena)
{
	struct counting *c = &r->all[p->questionnaire];
	struct item_result *view = &c->views[p->view].items[at];
	struct item_result *part =
		p->part == SIZE_MAX ? NULL : &c->parts[p->part].items[at];
	int64_t value = stmt_number(s, 2);
	const char *text;

	if (value != NUMBER_NONE && strcmp(view->kind, "text") != 0) {
		count_value(view, value);
		if (part)
			count_value(part, value);
		if (strcmp(view->kind, "likert") == 0)
			keep_answered(c, p->view, at, value, arena);
		return;
	}
	text = stmt_text(s, 3, arena);
	if (*text == '\0')
		return;
	if (strcmp(view->kind, "choices") == 0) {
		count_choices(view, text);
		if (part)
			count_choices(part, text);
	} else if (strcmp(view->kind, "text") == 0) {
		view->answers++;
		if (part)
			part->answers++;
		keep_said(r, p, at, text, arena);
	}
}

/* The place of a sheet, at `from` or behind it; places->count for one that
 * was added since. */
static size_t sheet_at(const struct places *places, size_t from, int64_t sheet)
{
	while (from < places->count && places->all[from].sheet != sheet)
		from++;
	return from;
}

/* Sheets and answers come in the same order. */
static bool read_answers(struct db *db, int64_t programme, struct arena *arena,
			 struct reading *r, const struct places *places, struct err *err)
{
	struct stmt *s;
	enum stmt_step step;
	size_t k = 0, at = 0;

	if (!stmt_get(db,
		      "SELECT a.sheet, a.item, a.value, a.text"
		      "  FROM sheets f CROSS JOIN answers a ON a.sheet = f.id"
		      " WHERE f.programme = :programme ORDER BY f.number, f.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	while ((step = stmt_step(s, err)) == STMT_ROW) {
		size_t found = sheet_at(places, k, stmt_int(s, 0));
		const struct sheet_place *p;

		if (found == places->count)
			continue;
		while (k < found)
			end_sheet(r, &places->all[k++]);
		p = &places->all[k];
		at = item_place(&r->all[p->questionnaire], stmt_int(s, 1), at + 1);
		if (at == SIZE_MAX)
			at = 0;
		else
			count_answer(r, p, at, s, arena);
	}
	while (k < places->count)
		end_sheet(r, &places->all[k++]);
	return step == STMT_DONE;
}

bool evaluation_read(struct db *db, int64_t programme, struct arena *arena,
		     struct reading *out, struct err *err)
{
	struct places places = { .count = 0 };

	*out = (struct reading){ .count = 0 };
	return read_questionnaires(db, programme, arena, out, err) &&
	       read_items(db, programme, arena, out, err) &&
	       read_sheets(db, programme, arena, out, &places, err) &&
	       read_answers(db, programme, arena, out, &places, err);
}
