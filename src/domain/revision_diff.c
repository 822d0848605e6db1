#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "design_parts.h"
#include "domain/design.h"
#include "domain/reference.h"
#include "store/record.h"
#include "store/select.h"

enum { PARTS_MOST = 1000 };

/* Two revisions while they are compared. */
struct comparing {
	struct db *db;
	struct arena *arena;
	struct revision_diff *out;
	size_t space;
	bool all; /* also what is equal */
};

static void add(struct comparing *c, const struct revision_change *change)
{
	struct revision_diff *out = c->out;

	if (out->count == c->space) {
		size_t wider = c->space ? 2 * c->space : 16;

		out->rows = arena_grow(c->arena, out->rows, c->space * sizeof *out->rows,
				       wider * sizeof *out->rows);
		c->space = wider;
	}
	out->rows[out->count++] = *change;
}

static bool load(struct comparing *c, const struct kind *kind, int64_t revision,
		 struct rows *rows, struct err *err)
{
	struct select select = { .kind = kind,
				 .parent = "revision",
				 .parent_id = revision };

	return select_page(c->db, &select, SELECT_FIRST, 0, PARTS_MOST, c->arena, rows,
			   err);
}

static const void *at(const struct kind *kind, const struct rows *rows, size_t i)
{
	return (const char *)rows->rows + i * kind->size;
}

static bool has_same_key(const struct kind *kind, const void *a, const void *b)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_KEY) && !(f->flags & FIELD_PARENT) &&
		    !field_equal(f, a, b))
			return false;
	}
	return true;
}

static const void *counterpart(const struct kind *kind, const struct rows *rows,
			       const void *record)
{
	for (size_t i = 0; i < rows->count; i++) {
		if (has_same_key(kind, at(kind, rows, i), record))
			return at(kind, rows, i);
	}
	return NULL;
}

static int64_t number_of(const struct kind *kind, const void *record)
{
	const struct field *f = kind_field(kind, "number");

	return f ? field_int(f, record) : NUMBER_NONE;
}

static struct revision_change start(const struct comparing *c, const struct kind *kind,
				    const void *record, const struct field *f)
{
	return (struct revision_change){
		.kind = kind,
		.number = number_of(kind, record),
		.field = f ? _(f->label) : "",
		.before = "",
		.after = "",
		.mark = CHANGE_MADE,
		.line = part_line(kind, record, f, c->arena),
		.cause = "",
	};
}

static bool add_whole(struct comparing *c, const struct kind *kind, const void *record,
		      char mark, struct err *err)
{
	struct revision_change change = start(c, kind, record, NULL);
	const char *label = "";

	if (!record_label(c->db, kind, record, c->arena, &label, err))
		return false;
	change.mark = mark;
	if (mark != CHANGE_ADDED)
		change.before = label;
	if (mark != CHANGE_REMOVED)
		change.after = label;
	add(c, &change);
	return true;
}

static bool add_fields(struct comparing *c, const struct kind *kind, const void *before,
		       const void *after, struct err *err)
{
	bool any = false;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		struct revision_change change;

		if ((f->flags & FIELD_PARENT) || f->type == FIELD_SEARCH ||
		    field_equal(f, before, after))
			continue;
		change = start(c, kind, after, f);
		any = true;
		if (!reference_shown(c->db, f, before, c->arena, &change.before, err) ||
		    !reference_shown(c->db, f, after, c->arena, &change.after, err))
			return false;
		add(c, &change);
	}
	return any || !c->all || add_whole(c, kind, after, CHANGE_NONE, err);
}

static bool compare_parts(struct comparing *c, const struct kind *kind, int64_t from,
			  int64_t to, struct err *err)
{
	struct rows before = { NULL, 0 }, after = { NULL, 0 };

	if (!load(c, kind, from, &before, err) || !load(c, kind, to, &after, err))
		return false;
	for (size_t i = 0; i < before.count; i++) {
		const void *was = at(kind, &before, i);
		const void *is = counterpart(kind, &after, was);

		if (is ? !add_fields(c, kind, was, is, err)
		       : !add_whole(c, kind, was, CHANGE_REMOVED, err))
			return false;
	}
	for (size_t i = 0; i < after.count; i++) {
		const void *is = at(kind, &after, i);

		if (!counterpart(kind, &before, is) &&
		    !add_whole(c, kind, is, CHANGE_ADDED, err))
			return false;
	}
	return true;
}

static bool compare(struct comparing *c, int64_t from, int64_t to, struct err *err)
{
	struct revision later;

	if (!record_load(c->db, &revision_kind, to, &later, c->arena, err))
		return false;
	c->out->reason = later.reason;
	for (const struct kind *const *k = design_parts; *k; k++) {
		if (!compare_parts(c, *k, from, to, err))
			return false;
	}
	return causes_find(c->db, from, to, c->arena, c->out, err);
}

bool revision_compare(struct db *db, int64_t from, int64_t to, struct arena *arena,
		      struct revision_diff *out, struct err *err)
{
	struct revision_diff diff = { .reason = "" };
	struct comparing c = { .db = db, .arena = arena, .out = &diff };

	if (!compare(&c, from, to, err))
		return false;
	*out = diff;
	return true;
}

bool revision_side_by_side(struct db *db, int64_t from, int64_t to, struct arena *arena,
			   struct revision_diff *out, struct err *err)
{
	struct revision_diff diff = { .reason = "" };
	struct comparing c = { .db = db, .arena = arena, .out = &diff, .all = true };

	if (!compare(&c, from, to, err))
		return false;
	*out = diff;
	return true;
}
