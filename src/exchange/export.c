#include "exchange/export.h"

#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/json.h"
#include "domain/feedback.h"
#include "domain/reference.h"
#include "exchange/columns.h"
#include "export_answers.h"
#include "export_sheets.h"
#include "store/db.h"
#include "store/record.h"
#include "store/select.h"

enum { NAMED_SLOTS = 512, NAMED_BYTES = 48 };

/* What a column says of the record with a key: the unit of most people was asked
 * for before. Each key has one place, which the next one may take. */
struct named {
	const struct column *column;
	int64_t id;
	char value[NAMED_BYTES];
};

/* One export under way. */
struct export
{
	struct db *db;
	const struct kind *kind;
	enum export_format format;
	struct arena row;
	struct columns columns;
	struct answer_export answers;
	struct sheet_filter sheets;
	size_t left_out;
	struct csv_writer out;	/* for JSON only its text */
	const void *stands_for; /* the record that a `through` column names */
	struct named *named;
	bool first;
};

bool export_format_find(const char *name, enum export_format *out)
{
	static const char *const names[] = { "csv", "tsv", "json" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (strcmp(names[i], name) == 0) {
			*out = (enum export_format)i;
			return true;
		}
	}
	return false;
}

/* A record of the kind that `f` goes through and that holds `id`, as a
 * programme holds the revision of an objective; *out is NULL for none. */
static bool find_through(struct export *ex, const struct field *f, int64_t id,
			 const void **out, struct err *err)
{
	const struct kind *kind = column_kind(f);
	const struct select_term term = { .field = f->name,
					  .op = SELECT_IS,
					  .value = arena_printf(&ex->row, "%lld",
								(long long)id) };
	const struct select select = { .kind = kind, .terms = &term, .term_count = 1 };
	struct rows rows = { NULL, 0 };

	if (!select_page(ex->db, &select, SELECT_FIRST, 0, 1, &ex->row, &rows, err))
		return false;
	*out = rows.count > 0 ? rows.rows : NULL;
	return true;
}

/* The value at the end of a column's path, from `record` on. Who has no
 * key, as people without NIP, is given by name. */
static bool follow_column(struct export *ex, const struct column *c, const void *record,
			  const char **value, struct err *err)
{
	const void *at = record;

	for (size_t i = 0; i + 1 < c->depth; i++) {
		const struct kind *kind = column_kind(c->path[i]);
		int64_t id = field_int(c->path[i], at);
		void *next;

		if (c->path[i]->through && ex->stands_for) {
			at = ex->stands_for;
			continue;
		}
		if (id == 0)
			return true;
		if (c->path[i]->through) {
			if (!find_through(ex, c->path[i], id, &at, err))
				return false;
			if (!at)
				return true;
			continue;
		}
		next = arena_alloc(&ex->row, kind->size);
		if (!record_load(ex->db, kind, id, next, &ex->row, err))
			return false;
		at = next;
	}
	*value = field_to_stored(c->path[c->depth - 1], at, &ex->row);
	if (**value == '\0' && c->depth > 1)
		return record_label(ex->db, column_kind(c->path[c->depth - 2]), at,
				    &ex->row, value, err);
	return true;
}

static struct named *named_of(const struct export *ex, const struct column *c,
			      const void *record)
{
	uint64_t id;

	for (size_t i = 0; i + 1 < c->depth; i++) {
		if (c->path[i]->through)
			return NULL;
	}
	if (c->depth == 1)
		return NULL;
	id = (uint64_t)field_int(c->path[0], record);
	return &ex->named[(id ^ (uint64_t)(c - ex->columns.all) << 6) % NAMED_SLOTS];
}

static bool column_value(struct export *ex, const struct column *c, const void *record,
			 const char **value, struct err *err)
{
	struct named *known = named_of(ex, c, record);
	size_t length;

	*value = "";
	if (known && known->column == c && known->id == field_int(c->path[0], record)) {
		*value = known->value;
		return true;
	}
	if (!follow_column(ex, c, record, value, err))
		return false;
	length = strlen(*value);
	if (known && length < NAMED_BYTES) {
		known->column = c;
		known->id = field_int(c->path[0], record);
		memcpy(known->value, *value, length + 1);
	}
	return true;
}

static void put_json(struct export *ex, const char *name, const char *value, bool number)
{
	const char *text = *value == '\0' ? "null"
			   : number	  ? value
					  : json_string(&ex->row, value);

	text = arena_printf(&ex->row, "%s%s: %s", ex->out.started ? ", " : "",
			    json_string(&ex->row, name), text);
	str_put(&ex->out.out, text);
	ex->out.started = true;
}

static void put_value(struct export *ex, const char *name, const char *value, bool number)
{
	if (ex->format == EXPORT_JSON)
		put_json(ex, name, value, number);
	else
		csv_put(&ex->out, value);
}

static bool is_number(const struct field *f)
{
	return f->type == FIELD_INT || f->type == FIELD_DECIMAL ||
	       f->type == FIELD_MONEY || f->type == FIELD_BOOL;
}

static bool put_answers(struct export *ex, const struct sheet *sheet, struct err *err)
{
	const char **values;

	if (!answer_export_values(&ex->answers, ex->db, sheet, &ex->row, &values, err))
		return false;
	for (size_t i = 0; i < ex->answers.count; i++)
		put_value(ex, arena_printf(&ex->row, "q%zu", i + 1), values[i], false);
	return true;
}

static bool put_row(struct export *ex, const void *record, struct err *err)
{
	if (ex->format == EXPORT_JSON)
		str_put(&ex->out.out, ex->first ? "\n  {" : ",\n  {");
	for (size_t i = 0; i < ex->columns.count; i++) {
		const struct column *c = &ex->columns.all[i];
		const char *value;

		if (!column_value(ex, c, record, &value, err))
			return false;
		put_value(ex, c->heading, value, is_number(c->path[c->depth - 1]));
	}
	if (ex->kind == &sheet_kind && !put_answers(ex, record, err))
		return false;
	ex->first = false;
	if (ex->format == EXPORT_JSON) {
		str_put(&ex->out.out, "}");
		ex->out.started = false;
	} else {
		csv_put_line(&ex->out);
	}
	return true;
}

static const struct field *through_field(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->through)
			return f;
	}
	return NULL;
}

/* A record named through others (objectives by programme) appears once for
 * each of them. */
static bool put_for_each(struct export *ex, const struct field *f, const void *record,
			 struct err *err)
{
	const struct kind *kind = column_kind(f);
	struct select select = { .kind = kind,
				 .parent = f->name,
				 .parent_id = field_int(f, record) };
	struct rows rows = { NULL, 0 };

	if (!select_page(ex->db, &select, SELECT_FIRST, 0, 1000, &ex->row, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++) {
		ex->stands_for = (char *)rows.rows + i * kind->size;
		if (!put_row(ex, record, err))
			return false;
	}
	return true;
}

static bool each(void *context, const void *record, struct err *err)
{
	struct export *ex = context;
	const struct field *through = through_field(ex->kind);
	bool shows = true;

	arena_reset(&ex->row);
	if (ex->kind == &sheet_kind &&
	    !sheet_filter_shows(&ex->sheets, ex->db, record, &shows, err))
		return false;
	if (!shows) {
		ex->left_out++;
		return true;
	}
	return through ? put_for_each(ex, through, record, err)
		       : put_row(ex, record, err);
}

static bool put_headings(struct export *ex, struct err *err)
{
	if (ex->kind == &sheet_kind && !answer_export_open(&ex->answers, ex->db, err))
		return false;
	if (ex->format == EXPORT_JSON) {
		str_put(&ex->out.out, "[");
		return true;
	}
	for (size_t i = 0; i < ex->columns.count; i++)
		csv_put(&ex->out, ex->columns.all[i].heading);
	for (size_t i = 0; i < ex->answers.count; i++)
		csv_put(&ex->out, arena_printf(&ex->row, "q%zu", i + 1));
	csv_put_line(&ex->out);
	return true;
}

/* Are there several records that an ASSUMED field may mean? */
static bool add_assumed(struct export *ex, struct arena *arena, struct err *err)
{
	for (const struct field *f = ex->kind->fields; f->type != FIELD_END; f++) {
		struct select all = { .kind = NULL };
		size_t count = 0;

		if (!(f->flags & FIELD_ASSUMED))
			continue;
		all.kind = column_kind(f);
		if (!select_count(ex->db, &all, 2, &count, err))
			return false;
		if (count > 1)
			columns_add(&ex->columns, f, arena);
	}
	return true;
}

/* Columns that stand in the file only where there is something in them. */
static bool add_filled(struct export *ex, struct arena *arena, struct err *err)
{
	for (const struct field *f = ex->kind->fields; f->type != FIELD_END; f++) {
		const struct select_term filled = {
			.field = f->name,
			.op = SELECT_NOT,
			.value = f->type == FIELD_BOOL ? "0" : "",
		};
		const struct select select = { .kind = ex->kind,
					       .terms = &filled,
					       .term_count = 1 };
		size_t count = 0;

		if (!(f->flags & FIELD_CSV_FILLED))
			continue;
		if (!select_count(ex->db, &select, 1, &count, err))
			return false;
		if (count > 0)
			columns_add(&ex->columns, f, arena);
	}
	return true;
}

bool export_table(struct db *db, const struct kind *kind,
		  const struct export_options *options, struct arena *arena,
		  struct exported *out, struct err *err)
{
	struct export ex = { .db = db,
			     .kind = kind,
			     .format = options->format,
			     .sheets.fewest = options->fewest,
			     .first = true };
	struct select select = { .kind = kind };
	bool good;

	if (!columns_has_file(kind))
		return err_set(err, ERR_INPUT, _("%s have no table of their own."),
			       _(kind->labels));
	ex.named = arena_array(arena, NAMED_SLOTS, sizeof *ex.named);
	columns_of(&ex.columns, kind, options->every, arena);
	csv_writer_init(&ex.out, arena, options->format == EXPORT_TSV ? '\t' : ',');
	db_bulk(db, true);
	good = (options->every ||
		(add_filled(&ex, arena, err) && add_assumed(&ex, arena, err))) &&
	       put_headings(&ex, err) && select_each(db, &select, each, &ex, err);
	db_bulk(db, false);
	arena_done(&ex.row);
	sheet_filter_done(&ex.sheets);
	if (!good)
		return false;
	if (options->format == EXPORT_JSON)
		str_put(&ex.out.out, "\n]\n");
	*out = (struct exported){ ex.out.out.text, ex.out.out.length, ex.left_out };
	return true;
}
