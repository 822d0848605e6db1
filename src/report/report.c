#include "report/report.h"

#include <math.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/number.h"

void report_init(struct report *r, struct arena *arena, const char *name,
		 const char *title)
{
	*r = (struct report){ .arena = arena, .name = name, .title = title };
}

static struct block *add_block(struct report *r, enum block_type type)
{
	struct block *b = ARENA_NEW(r->arena, struct block);

	b->type = type;
	b->text = b->name = "";
	if (r->last)
		r->last->next = b;
	else
		r->first = b;
	r->last = b;
	return b;
}

void report_heading(struct report *r, const char *text)
{
	add_block(r, BLOCK_HEADING)->text = text;
}

void report_text(struct report *r, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_block(r, BLOCK_TEXT)->text = arena_vprintf(r->arena, format, args);
	va_end(args);
}

struct block *report_table(struct report *r, const char *name,
			   const struct report_column *columns, size_t count)
{
	struct block *b = add_block(r, BLOCK_TABLE);

	b->name = name;
	b->columns = columns;
	b->column_count = count;
	return b;
}

struct block *report_bars(struct report *r, const char *name, double most)
{
	struct block *b = add_block(r, BLOCK_BARS);

	b->name = name;
	b->column_count = 3;
	b->most = most;
	return b;
}

struct cell *report_row(struct report *r, struct block *block)
{
	size_t width = block->column_count * sizeof *block->cells;
	struct cell *row;

	if (block->row_count == block->row_space) {
		size_t wider = block->row_space ? 2 * block->row_space : 8;

		block->cells = arena_grow(r->arena, block->cells,
					  block->row_space * width, wider * width);
		block->row_space = wider;
	}
	row = block->cells + block->row_count++ * block->column_count;
	for (size_t i = 0; i < block->column_count; i++)
		row[i] = (struct cell){ .type = CELL_NONE, .text = "" };
	return row;
}

static const char *owned(struct report *r, const char *text)
{
	return text ? arena_strdup(r->arena, text) : NULL;
}

static void own_block(struct report *r, struct block *b)
{
	struct report_column *columns =
		arena_array(r->arena, b->column_count + 1, sizeof *columns);

	b->name = owned(r, b->name);
	b->text = owned(r, b->text);
	for (size_t i = 0; b->columns && i < b->column_count; i++) {
		columns[i] = b->columns[i];
		columns[i].name = owned(r, b->columns[i].name);
		columns[i].label = owned(r, b->columns[i].label);
	}
	b->columns = b->columns ? columns : NULL;
	for (size_t i = 0; i < b->row_count * b->column_count; i++) {
		b->cells[i].text = owned(r, b->cells[i].text);
		b->cells[i].shown = owned(r, b->cells[i].shown);
	}
}

void report_own(struct report *r)
{
	r->title = owned(r, r->title);
	for (struct block *b = r->first; b; b = b->next)
		own_block(r, b);
}

struct cell cell_text(const char *text)
{
	return (struct cell){ .type = CELL_TEXT, .text = text };
}

struct cell cell_term(const char *term, const char *shown)
{
	return (struct cell){ .type = CELL_TEXT, .text = term, .shown = shown };
}

struct cell cell_choice(const struct choice *list, const char *code)
{
	return cell_term(code, choice_label(list, code));
}

struct cell cell_day(struct arena *arena, struct date day)
{
	char iso[11], shown[11];

	if (!date_is_set(day))
		return (struct cell){ .type = CELL_NONE, .text = "" };
	date_to_iso(day, iso);
	date_to_text(day, shown);
	return cell_term(arena_strdup(arena, iso), arena_strdup(arena, shown));
}

struct cell cell_int(int64_t number)
{
	if (number == NUMBER_NONE)
		return (struct cell){ .type = CELL_NONE, .text = "" };
	return (struct cell){ .type = CELL_INT, .text = "", .number = number };
}

struct cell cell_real(double real, int decimals)
{
	if (isnan(real))
		return (struct cell){ .type = CELL_NONE, .text = "" };
	return (struct cell){
		.type = CELL_REAL, .text = "", .real = real, .decimals = decimals
	};
}

struct cell cell_bar(double share)
{
	struct cell c = cell_real(share, 4);

	if (c.type == CELL_REAL)
		c.type = CELL_BAR;
	return c;
}

const char *cell_stored(const struct cell *c, struct arena *arena)
{
	switch (c->type) {
	case CELL_TEXT:
		return c->text;
	case CELL_INT:
		return arena_printf(arena, "%lld", (long long)c->number);
	case CELL_BAR:
	case CELL_REAL:
		if (c->decimals == CELL_SIGNIFICANT)
			return arena_printf(arena, "%.4g", c->real);
		return arena_printf(arena, "%.*f", c->decimals, c->real);
	case CELL_NONE:
		break;
	}
	return "";
}

const char *cell_shown(const struct cell *c, struct arena *arena)
{
	if (c->type == CELL_NONE)
		return "–";
	if (c->type == CELL_TEXT && c->shown)
		return c->shown;
	if (c->type != CELL_REAL)
		return cell_stored(c, arena);
	if (c->decimals == CELL_SIGNIFICANT)
		return arena_printf(
			arena, "%s%s", c->real < 0.001 ? "<" : "",
			number_real(arena, fmax(c->real, 0.001), 3, number_mark()));
	return number_real(arena, c->real, c->decimals < 2 ? c->decimals : 2,
			   number_mark());
}
