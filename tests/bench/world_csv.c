#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "world.h"
#include "world_write.h"

/* The natural key of what a reference stands for. */
static const char *key_of(const struct world *w, const struct field *f, int64_t place,
			  struct arena *arena)
{
	const struct kind *kind = kind_find(f->refers);
	void *record = arena_alloc(arena, kind->size);

	if (place == 0)
		return "";
	record_init(kind, record);
	world_table_of(kind)->make(w, place - 1, arena, record);
	for (f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_KEY)
			return field_to_stored(f, record, arena);
	}
	return "";
}

static bool is_written(const struct kind *kind, const struct field *f)
{
	return (f->flags & FIELD_CSV) ||
	       (kind != &sheet_kind && (f->flags & FIELD_CSV_FILLED) &&
		strcmp(f->name, "level") == 0);
}

static void put_headings(const struct kind *kind, struct csv_writer *out,
			 struct arena *arena)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (is_written(kind, f))
			csv_put(out, f->heading ? f->heading : f->name);
	}
	for (int k = 1; kind == &sheet_kind && k <= WORLD_ITEMS; k++)
		csv_put(out, arena_printf(arena, "q%d", k));
	csv_put_line(out);
}

static void put_row(const struct world *w, const struct world_table *t, int64_t i,
		    struct csv_writer *out)
{
	struct arena *arena = out->out.arena;
	void *record = arena_alloc(arena, t->kind->size);

	record_init(t->kind, record);
	t->make(w, i, arena, record);
	for (const struct field *f = t->kind->fields; f->type != FIELD_END; f++) {
		if (!is_written(t->kind, f))
			continue;
		csv_put(out, f->type == FIELD_REF
				     ? key_of(w, f, field_int(f, record), arena)
				     : field_to_stored(f, record, arena));
	}
	for (int k = 0; t->kind == &sheet_kind && k < WORLD_ITEMS; k++)
		csv_put(out, arena_printf(arena, "%d", (int)world_answer(w, i, k)));
	csv_put_line(out);
}

static bool write_rows(const struct world *w, const struct world_table *t, FILE *file)
{
	int64_t count = t->count(w);
	struct arena arena = { 0 };
	struct csv_writer out;

	for (int64_t i = -1; i < count; i++) {
		arena_reset(&arena);
		csv_writer_init(&out, &arena, ',');
		if (i < 0)
			put_headings(t->kind, &out, &arena);
		else
			put_row(w, t, i, &out);
		if (fwrite(out.out.text, 1, out.out.length, file) != out.out.length)
			break;
	}
	arena_done(&arena);
	return fflush(file) == 0 && !ferror(file);
}

static bool write_table(const struct world *w, const struct world_table *t,
			const char *path, struct err *err)
{
	FILE *file = fopen(path, "w");
	bool good = file && write_rows(w, t, file);

	if (!good)
		err_set(err, ERR_FILE, "%s: %s", path, strerror(errno));
	if (file && fclose(file) != 0 && good)
		good = err_set(err, ERR_FILE, "%s: %s", path, strerror(errno));
	return good;
}

bool world_write(const struct world *w, const char *directory, const char *table,
		 struct err *err)
{
	struct arena arena = { 0 };
	bool good = true;

	for (const struct world_table *t = world_tables; good && t->kind; t++) {
		if (table && strcmp(table, kind_file(t->kind)) != 0)
			continue;
		good = write_table(
			w, t,
			arena_printf(&arena, "%s/%s.csv", directory, kind_file(t->kind)),
			err);
	}
	arena_done(&arena);
	return good;
}
