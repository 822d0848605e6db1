#include <langinfo.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/text.h"
#include "text_private.h"

/* Bytes of the character at `at`; a wrong byte stands for itself. */
static size_t step_at(const char *at, utf8proc_int32_t *c)
{
	utf8proc_ssize_t step;

	if ((unsigned char)*at < 0x80) {
		*c = *at;
		return 1;
	}
	step = utf8proc_iterate((const utf8proc_uint8_t *)at,
				(utf8proc_ssize_t)strlen(at), c);
	if (step > 0)
		return (size_t)step;
	*c = 0xfffd;
	return 1;
}

static int columns_of(utf8proc_int32_t c, int *marks)
{
	int columns;

	/* The second is the mark that is shown for it. */
	if ((c >= 0x20 && c < 0x7f) || text_is_hidden(c)) {
		*marks = 0;
		return 1;
	}
	if (text_is_piled(c, marks))
		return 1;
	columns = wcwidth((wchar_t)c);
	return columns < 0 ? 1 : columns;
}

int text_width(const char *text)
{
	int columns = 0, marks = 0;

	while (*text != '\0') {
		utf8proc_int32_t c;

		text += step_at(text, &c);
		columns += columns_of(c, &marks);
	}
	return columns;
}

size_t text_length(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

size_t text_fit(const char *text, int columns)
{
	size_t at = 0;
	int used = 0, marks = 0;

	while (text[at] != '\0') {
		utf8proc_int32_t c;
		size_t step = step_at(text + at, &c);

		used += columns_of(c, &marks);
		if (used > columns)
			break;
		at += step;
	}
	return at;
}

static const char *cut_mark(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? "…" : "~";
}

static const char *cut(struct arena *a, const char *text, int columns)
{
	size_t bytes;

	if (columns <= 0)
		return "";
	if (text_width(text) <= columns)
		return text;
	bytes = text_fit(text, columns - 1);
	return arena_printf(a, "%.*s%s", (int)bytes, text, cut_mark());
}

const char *text_column(struct arena *a, const char *text, int columns)
{
	const char *part = cut(a, text, columns);

	return arena_printf(a, "%s%*s", part, columns - text_width(part), "");
}

const char *text_column_right(struct arena *a, const char *text, int columns)
{
	const char *part = cut(a, text, columns);

	return arena_printf(a, "%*s%s", columns - text_width(part), "", part);
}

size_t text_next(const char *text, size_t at)
{
	utf8proc_int32_t before, c;
	utf8proc_int32_t state = 0;

	if (text[at] == '\0')
		return at;
	at += step_at(text + at, &before);
	while (text[at] != '\0') {
		size_t step = step_at(text + at, &c);

		if (utf8proc_grapheme_break_stateful(before, c, &state))
			break;
		before = c;
		at += step;
	}
	return at;
}

size_t text_previous(const char *text, size_t at)
{
	size_t found = 0, next = 0;

	while (next < at) {
		found = next;
		next = text_next(text, next);
	}
	return found;
}

/* Bytes of the next line of at most `columns` columns; *skip bytes between
 * it and the line after. */
static size_t line_at(const char *text, int columns, size_t *skip)
{
	size_t end = strcspn(text, "\n"), fit = text_fit(text, columns), blank;

	*skip = text[end] == '\n';
	if (fit >= end)
		return end;
	blank = fit;
	while (blank > 0 && text[blank] != ' ')
		blank--;
	if (blank == 0) {
		*skip = 0;
		return fit > 0 ? fit : text_next(text, 0);
	}
	*skip = strspn(text + blank, " ");
	while (blank > 0 && text[blank - 1] == ' ')
		blank--, ++*skip;
	return blank;
}

size_t text_wrap(struct arena *a, const char *text, int columns, const char ***lines)
{
	size_t count = 0, space = 4;
	const char **out = arena_array(a, space, sizeof *out);

	do {
		size_t skip, bytes = line_at(text, columns, &skip);

		if (count == space) {
			out = arena_grow(a, out, space * sizeof *out,
					 2 * space * sizeof *out);
			space *= 2;
		}
		out[count++] = arena_strndup(a, text, bytes);
		text += bytes + skip;
	} while (*text != '\0');
	*lines = out;
	return count;
}
