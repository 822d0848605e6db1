#include "base/csv.h"

#include <string.h>

#include "base/arena.h"

void csv_writer_init(struct csv_writer *w, struct arena *arena, char delimiter)
{
	*w = (struct csv_writer){ .delimiter = delimiter };
	str_init(&w->out, arena);
}

/* "-5", "+62 812", "1,98E+17" and "-"; but "-2+3" is a sum. */
static bool is_number(const char *field)
{
	size_t count;

	field += *field == '+' || *field == '-';
	count = strspn(field, "0123456789., ");
	field += count;
	if (count > 0 && field[-1] >= '0' && (*field == 'e' || *field == 'E')) {
		field++;
		field += *field == '+' || *field == '-';
		field += strspn(field, "0123456789");
	}
	return *field == '\0';
}

static bool begins_formula(const char *field)
{
	return *field != '\0' && strchr("=+-@\t\r", *field);
}

/* Does csv_bare take off an apostrophe in front of this text? */
static bool is_guarded(const char *behind)
{
	while (*behind == '\'')
		behind++;
	return begins_formula(behind);
}

/* Also what begins with an apostrophe of its own that would be taken off. */
static bool needs_guard(const char *field)
{
	return *field == '\'' ? is_guarded(field + 1)
			      : begins_formula(field) && !is_number(field);
}

const char *csv_bare(const char *cell)
{
	return *cell == '\'' && is_guarded(cell + 1) ? cell + 1 : cell;
}

static bool needs_quotes(const struct csv_writer *w, const char *field)
{
	size_t length = strlen(field);

	return strchr(field, w->delimiter) || field[strcspn(field, "\"\r\n")] != '\0' ||
	       field[0] == ' ' || (length > 0 && field[length - 1] == ' ');
}

void csv_put(struct csv_writer *w, const char *field)
{
	if (w->started)
		str_put_bytes(&w->out, &w->delimiter, 1);
	w->started = true;
	if (needs_guard(field))
		field = arena_printf(w->out.arena, "'%s", field);
	if (!needs_quotes(w, field)) {
		str_put(&w->out, field);
		return;
	}
	str_put(&w->out, "\"");
	for (; *field != '\0'; field++) {
		if (*field == '"')
			str_put(&w->out, "\"");
		str_put_bytes(&w->out, field, 1);
	}
	str_put(&w->out, "\"");
}

void csv_put_line(struct csv_writer *w)
{
	str_put(&w->out, "\n");
	w->started = false;
}
