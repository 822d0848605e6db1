#include "base/arena.h"
#include "base/csv.h"
#include "base/json.h"
#include "base/str.h"
#include "base/text.h"
#include "report/report.h"

static const struct block *first_table(const struct report *r)
{
	for (const struct block *b = r->first; b; b = b->next) {
		if (b->type == BLOCK_TABLE)
			return b;
	}
	return NULL;
}

const char *report_to_csv(const struct report *r, char delimiter)
{
	const struct block *b = first_table(r);
	struct csv_writer w;

	csv_writer_init(&w, r->arena, delimiter);
	for (size_t i = 0; b && i < b->column_count; i++)
		csv_put(&w, b->columns[i].name);
	for (size_t i = 0; b && i < b->row_count * b->column_count; i++) {
		if (i % b->column_count == 0)
			csv_put_line(&w);
		csv_put(&w, text_visible(r->arena, cell_stored(&b->cells[i], r->arena)));
	}
	if (b)
		csv_put_line(&w);
	return w.out.text;
}

static const char *json_value(const struct cell *c, struct arena *arena)
{
	if (c->type == CELL_NONE)
		return "null";
	if (c->type == CELL_TEXT)
		return json_string(arena, text_visible(arena, c->text));
	return cell_stored(c, arena);
}

const char *report_to_json(const struct report *r)
{
	const struct block *b = first_table(r);
	struct str s;

	str_init(&s, r->arena);
	str_put(&s, "[");
	for (size_t i = 0; b && i < b->row_count; i++) {
		str_put(&s, i > 0 ? ",\n  {" : "\n  {");
		for (size_t k = 0; k < b->column_count; k++) {
			str_put(&s, k > 0 ? ", " : "");
			str_put(&s, json_string(r->arena, b->columns[k].name));
			str_put(&s, ": ");
			str_put(&s,
				json_value(&b->cells[i * b->column_count + k], r->arena));
		}
		str_put(&s, "}");
	}
	str_put(&s, "\n]\n");
	return s.text;
}
