#include "exchange/ready.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "domain/design.h"
#include "domain/save.h"
#include "exchange/csv.h"
#include "ready_files.h"
#include "store/history.h"
#include "store/record.h"

/* One of the tables, read row by row. */
struct table {
	struct csv csv;
	struct csv_row headings, cells;
	struct arena *arena;
};

static const char *text_of(const char *name)
{
	size_t i = 0;

	while (ready_files[i].name && strcmp(ready_files[i].name, name) != 0)
		i++;
	BUG_ON(!ready_files[i].name);
	return ready_files[i].text;
}

static bool open_table(struct table *t, const char *name, struct arena *arena,
		       struct err *err)
{
	const char *text = text_of(arena_printf(arena, "%s-%s", name, i18n_language()));

	*t = (struct table){ .arena = arena };
	if (!csv_open(&t->csv, text, strlen(text), arena, err) ||
	    csv_next(&t->csv, &t->headings, arena, err) != CSV_ROW)
		return false;
	for (size_t i = 0; i < t->headings.count; i++)
		t->headings.fields[i] = arena_strdup(arena, t->headings.fields[i]);
	return true;
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
	if (!open_table(&t, "items", arena, err))
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

	if (!open_table(&t, "questionnaires", arena, err))
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

static bool add_items(struct db *db, const struct questionnaire *q, struct arena *arena,
		      struct err *err)
{
	struct table t;

	if (!open_table(&t, "items", arena, err))
		return false;
	while (next_row(&t, err)) {
		struct item item;

		if (strcmp(cell(&t, "questionnaire"), q->code) != 0)
			continue;
		read_record(&t, &item_kind, &item);
		item.questionnaire = q->id;
		if (!record_put(db, &item_kind, NULL, &item, arena, err))
			return false;
	}
	return true;
}

static bool add(struct db *db, struct questionnaire *q, struct arena *arena,
		struct err *err)
{
	return action_begin(
		       db,
		       arena_printf(arena, _("Ready questionnaire added: %s"), q->code),
		       err) &&
	       action_end(db,
			  record_put(db, &questionnaire_kind, NULL, q, arena, err) &&
				  add_items(db, q, arena, err),
			  err);
}

bool ready_add(struct db *db, const char *code, int64_t *id, struct err *err)
{
	struct arena arena = { 0 };
	struct questionnaire q;
	struct table t;
	bool found = false, good = open_table(&t, "questionnaires", &arena, err);

	while (good && !found && next_row(&t, err))
		found = strcmp(text_key(&arena, cell(&t, "code")),
			       text_key(&arena, code)) == 0;
	if (good && !found)
		good = err_set(err, ERR_NOT_FOUND,
			       _("There is no ready questionnaire '%s'."), code);
	if (good) {
		read_record(&t, &questionnaire_kind, &q);
		good = add(db, &q, &arena, err);
	}
	if (good)
		*id = q.id;
	arena_done(&arena);
	return good;
}
