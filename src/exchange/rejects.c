#include "rejects.h"

#include "base/arena.h"

enum { SPACE_FIRST = 64 };

void rejects_open(struct rejects *r, struct import_result *result,
		  const struct csv_row *headings, struct arena *arena)
{
	static const char *const first[] = { "line", "field", "value", "problem" };

	*r = (struct rejects){ .result = result };
	csv_writer_init(&r->file, arena, ',');
	for (size_t i = 0; i < sizeof first / sizeof *first; i++)
		csv_put(&r->file, first[i]);
	for (size_t i = 0; i < headings->count; i++)
		csv_put(&r->file, headings->fields[i]);
	csv_put_line(&r->file);
}

static void grow(struct rejects *r)
{
	size_t wider = r->space ? 2 * r->space : SPACE_FIRST;
	size_t width = sizeof *r->result->problems;

	r->result->problems = arena_grow(r->file.out.arena, r->result->problems,
					 r->space * width, wider * width);
	r->space = wider;
}

void rejects_add(struct rejects *r, const struct import_problem *told,
		 const struct csv_row *cells)
{
	struct arena *arena = r->file.out.arena;
	struct import_problem kept = {
		.line = told->line,
		.heading = arena_strdup(arena, told->heading),
		.value = arena_strdup(arena, told->value),
		.text = arena_strdup(arena, told->text),
	};

	r->result->rejected++;
	if (r->result->problem_count == r->space)
		grow(r);
	r->result->problems[r->result->problem_count++] = kept;
	csv_put(&r->file, arena_printf(arena, "%zu", kept.line));
	csv_put(&r->file, kept.heading);
	csv_put(&r->file, kept.value);
	csv_put(&r->file, kept.text);
	for (size_t i = 0; i < cells->count; i++)
		csv_put(&r->file, csv_bare(cells->fields[i]));
	csv_put_line(&r->file);
}
