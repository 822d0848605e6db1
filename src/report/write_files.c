#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "report/report.h"

static const struct block *first_table(const struct report *r)
{
	for (const struct block *b = r->first; b; b = b->next) {
		if (b->type == BLOCK_TABLE)
			return b;
	}
	return NULL;
}

/* A text that grows in an arena. */
struct growing {
	struct arena *arena;
	char *text;
	size_t length, space;
};

static void put(struct growing *g, const char *text)
{
	size_t count = strlen(text);

	if (g->length + count + 1 > g->space) {
		size_t wider = 2 * (g->space + count + 1);

		g->text = arena_grow(g->arena, g->text, g->space, wider);
		g->space = wider;
	}
	memcpy(g->text + g->length, text, count + 1);
	g->length += count;
}

static bool is_formula(const char *text)
{
	return *text != '\0' && strchr("=+-@\t\r", *text);
}

static const char *csv_field(const struct cell *c, char delimiter, struct arena *arena)
{
	const char *text = cell_stored(c, arena);
	char *out, *at;

	if (c->type != CELL_TEXT)
		return text;
	if (is_formula(text))
		text = arena_printf(arena, "'%s", text);
	if (!strchr(text, delimiter) && text[strcspn(text, "\"\r\n")] == '\0')
		return text;
	out = at = arena_alloc(arena, 2 * strlen(text) + 3);
	*at++ = '"';
	for (; *text != '\0'; text++) {
		if (*text == '"')
			*at++ = '"';
		*at++ = *text;
	}
	*at = '"';
	return out;
}

const char *report_to_csv(const struct report *r, char delimiter)
{
	const struct block *b = first_table(r);
	struct growing g = { .arena = r->arena };
	const char mark[2] = { delimiter, '\0' };

	put(&g, "");
	if (!b)
		return g.text;
	for (size_t i = 0; i < b->column_count; i++) {
		put(&g, i > 0 ? mark : "");
		put(&g, b->columns[i].name);
	}
	put(&g, "\n");
	for (size_t i = 0; i < b->row_count * b->column_count; i++) {
		put(&g, i % b->column_count > 0 ? mark : "");
		put(&g, csv_field(&b->cells[i], delimiter, r->arena));
		if (i % b->column_count + 1 == b->column_count)
			put(&g, "\n");
	}
	return g.text;
}

static const char *json_value(const struct cell *c, struct arena *arena)
{
	if (c->type == CELL_NONE)
		return "null";
	if (c->type == CELL_TEXT)
		return json_string(arena, c->text);
	return cell_stored(c, arena);
}

const char *report_to_json(const struct report *r)
{
	const struct block *b = first_table(r);
	struct growing g = { .arena = r->arena };

	put(&g, "[");
	for (size_t i = 0; b && i < b->row_count; i++) {
		put(&g, i > 0 ? ",\n  {" : "\n  {");
		for (size_t k = 0; k < b->column_count; k++) {
			put(&g, k > 0 ? ", " : "");
			put(&g, json_string(r->arena, b->columns[k].name));
			put(&g, ": ");
			put(&g, json_value(&b->cells[i * b->column_count + k], r->arena));
		}
		put(&g, "}");
	}
	put(&g, "\n]\n");
	return g.text;
}
