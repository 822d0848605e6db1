#include "exchange/ready.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/rubric.h"
#include "domain/save.h"
#include "exchange/csv.h"
#include "ready_files.h"
#include "ready_text.h"
#include "store/history.h"
#include "store/record.h"

/* One of the tables, read row by row. */
struct table {
	struct csv csv;
	struct csv_row headings, cells;
	struct arena *arena;
};

/* A kind that comes ready, with the tables of its records and their parts. */
struct shipped {
	const struct kind *kind, *part;
	const char *records, *parts;
};

static const struct shipped questionnaires = {
	&questionnaire_kind,
	&item_kind,
	"questionnaires",
	"items",
};
static const struct shipped rubrics = {
	&rubric_kind,
	&criterion_kind,
	"rubrics",
	"criteria",
};

enum { CODES_MOST = 99 };

const char *ready_text(const char *name)
{
	size_t i = 0;

	while (ready_files[i].name && strcmp(ready_files[i].name, name) != 0)
		i++;
	BUG_ON(!ready_files[i].name);
	return ready_files[i].text;
}

static bool open_in(struct table *t, const char *name, const char *language,
		    struct arena *arena, struct err *err)
{
	const char *text = ready_text(arena_printf(arena, "%s-%s", name, language));

	*t = (struct table){ .arena = arena };
	if (!csv_open(&t->csv, text, strlen(text), arena, err) ||
	    csv_next(&t->csv, &t->headings, arena, err) != CSV_ROW)
		return false;
	for (size_t i = 0; i < t->headings.count; i++)
		t->headings.fields[i] = arena_strdup(arena, t->headings.fields[i]);
	return true;
}

static bool open_table(struct table *t, const char *name, struct arena *arena,
		       struct err *err)
{
	return open_in(t, name, i18n_language(), arena, err);
}

static const char *cell(const struct table *t, const char *heading)
{
	for (size_t i = 0; i < t->headings.count && i < t->cells.count; i++) {
		if (strcmp(t->headings.fields[i], heading) == 0)
			return arena_strdup(t->arena, t->cells.fields[i]);
	}
	return "";
}

static bool next_row(struct table *t, struct err *err)
{
	return csv_next(&t->csv, &t->cells, t->arena, err) == CSV_ROW;
}

/* The cells that are fields of the kind; others are references. */
static void read_record(const struct table *t, const struct kind *kind, void *record)
{
	record_init(kind, record);
	for (size_t i = 0; i < t->headings.count; i++) {
		const struct field *f = kind_field(kind, t->headings.fields[i]);

		if (f && f->type != FIELD_REF)
			BUG_ON(!field_from_stored(f, record, cell(t, f->name), t->arena));
	}
}

static bool is_there(struct db *db, const char *code, bool *there, struct err *err)
{
	struct questionnaire q;
	int64_t id = 0;

	record_init(&questionnaire_kind, &q);
	q.code = code;
	if (!record_find(db, &questionnaire_kind, &q, &id, err))
		return false;
	*there = id != 0;
	return true;
}

static bool count_items(const char *code, size_t *count, struct arena *arena,
			struct err *err)
{
	struct table t;

	*count = 0;
	if (!open_table(&t, questionnaires.parts, arena, err))
		return false;
	while (next_row(&t, err))
		*count += strcmp(cell(&t, "questionnaire"), code) == 0;
	return true;
}

bool ready_list(struct db *db, struct arena *arena, struct ready_form **out,
		size_t *count, struct err *err)
{
	struct ready_form *all = NULL;
	struct table t;
	size_t used = 0;

	if (!open_table(&t, questionnaires.records, arena, err))
		return false;
	while (next_row(&t, err)) {
		struct ready_form form = { .code = cell(&t, "code"),
					   .title = cell(&t, "title") };

		if (!is_there(db, form.code, &form.there, err) ||
		    !count_items(form.code, &form.items, arena, err))
			return false;
		all = arena_grow(arena, all, used * sizeof *all,
				 (used + 1) * sizeof *all);
		all[used++] = form;
	}
	*out = all;
	*count = used;
	return true;
}

/* The rows of `name` that name this record of `kind` in their column. */
static bool add_parts(struct db *db, const struct shipped *what, int64_t id,
		      const char *code, struct arena *arena, struct err *err)
{
	const struct field *parent = kind_field(what->part, what->kind->name);
	void *part = arena_alloc(arena, what->part->size);
	struct table t;

	if (!open_table(&t, what->parts, arena, err))
		return false;
	while (next_row(&t, err)) {
		if (strcmp(cell(&t, parent->name), code) != 0)
			continue;
		read_record(&t, what->part, part);
		field_set_int(parent, part, id);
		if (!record_put(db, what->part, NULL, part, arena, err))
			return false;
	}
	return true;
}

/* `code` is the one in the tables; the record may have another. */
static bool add(struct db *db, const struct shipped *what, void *record, const char *code,
		struct arena *arena, struct err *err)
{
	return record_put(db, what->kind, NULL, record, arena, err) &&
	       add_parts(db, what, record_id(record), code, arena, err);
}

bool ready_add(struct db *db, const char *code, int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct questionnaire q;
	struct table t;
	bool found = false, good = open_table(&t, questionnaires.records, &arena, err);

	while (good && !found && next_row(&t, err))
		found = strcmp(text_key(&arena, cell(&t, "code")),
			       text_key(&arena, code)) == 0;
	if (good && !found)
		good = err_set(err, ERR_NOT_FOUND,
			       _("There is no ready questionnaire '%s'."), code);
	if (good) {
		read_record(&t, &questionnaire_kind, &q);
		good = action_begin(db,
				    arena_printf(&arena,
						 _("Ready questionnaire added: %s"),
						 q.code),
				    err) &&
		       action_end(db, add(db, &questionnaires, &q, q.code, &arena, err),
				  err);
	}
	if (good)
		*id = q.id;
	arena_done(&arena);
	return good;
}

/* PROYEK, or where that is taken PROYEK-2 and so on. */
static bool free_code(struct db *db, struct rubric *r, struct arena *arena,
		      struct err *err)
{
	const char *code = r->code;
	int64_t taken = 0;

	for (int i = 1; i <= CODES_MOST; i++) {
		r->code = i == 1 ? code : arena_printf(arena, "%s-%d", code, i);
		if (!record_find(db, &rubric_kind, r, &taken, err))
			return false;
		if (taken == 0)
			return true;
	}
	return err_set(err, ERR_INPUT,
		       _("There are too many copies of this rubric. Delete some first."));
}

bool ready_rubric_add(struct db *db, int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct rubric r;
	struct table t;
	bool good = open_table(&t, rubrics.records, &arena, err) && next_row(&t, err) &&
		    action_begin(db, _("Ready rubric for group projects"), err);

	if (good) {
		const char *code = cell(&t, "code");

		read_record(&t, &rubric_kind, &r);
		good = action_end(db,
				  free_code(db, &r, &arena, err) &&
					  add(db, &rubrics, &r, code, &arena, err),
				  err);
	}
	if (good)
		*id = r.id;
	arena_done(&arena);
	return good;
}

bool ready_rubric_is(const char *title)
{
	static const char *const languages[] = { "en", "id" };
	struct arena arena = { 0 };
	struct err ignored = { 0 };
	bool same = false;

	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
		struct table t;

		same = same ||
		       (open_in(&t, rubrics.records, languages[i], &arena, &ignored) &&
			next_row(&t, &ignored) && strcmp(cell(&t, "title"), title) == 0);
	}
	arena_done(&arena);
	return same;
}
