#include "exchange/csv.h"

#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"

static size_t count_outside_quotes(const char *text, char mark)
{
	size_t count = 0;
	bool quoted = false;

	for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++) {
		if (*text == '"')
			quoted = !quoted;
		else if (*text == mark && !quoted)
			count++;
	}
	return count;
}

static char best_delimiter(const char *text)
{
	static const char marks[] = { ',', ';', '\t' };
	size_t most = 0;
	char best = ',';

	for (size_t i = 0; i < sizeof marks; i++) {
		size_t count = count_outside_quotes(text, marks[i]);

		if (count > most) {
			most = count;
			best = marks[i];
		}
	}
	return best;
}

static void skip_line(struct csv *csv)
{
	size_t at = csv->at + strcspn(csv->text + csv->at, "\r\n");

	if (csv->text[at] == '\r')
		at++;
	if (csv->text[at] == '\n')
		at++;
	csv->at = at;
	csv->next_line++;
}

bool csv_open(struct csv *csv, const char *bytes, size_t count, struct arena *arena,
	      struct err *err)
{
	static const char mark[] = "\xef\xbb\xbf";

	*csv = (struct csv){ .next_line = 1 };
	if (memchr(bytes, '\0', count))
		return err_set(err, ERR_INPUT,
			       _("This is no CSV text. Save it from the spreadsheet as "
				 "\"CSV UTF-8\"."));
	if (text_invalid_at(bytes, count) >= 0)
		bytes = text_from_cp1252(arena, bytes, count);
	if (strncmp(bytes, mark, 3) == 0)
		bytes += 3;
	csv->text = bytes;
	csv->length = strlen(bytes);
	csv->buffer = arena_alloc(arena, csv->length + 2);
	if (strncmp(bytes, "sep=", 4) == 0 && bytes[4] != '\0') {
		csv->delimiter = bytes[4];
		skip_line(csv);
	} else {
		csv->delimiter = best_delimiter(bytes);
	}
	return true;
}

static void add_field(struct csv_row *row, const char *field, struct arena *arena)
{
	if (row->count == row->space) {
		size_t wider = row->space ? 2 * row->space : 32;

		row->fields =
			arena_grow(arena, row->fields, row->space * sizeof *row->fields,
				   wider * sizeof *row->fields);
		row->space = wider;
	}
	row->fields[row->count++] = field;
}

/* Behind a line end: \n, \r\n or a lone \r. */
static size_t after_break(const char *text, size_t at)
{
	return at + (text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1);
}

/* A field that begins with a quote; false where the quote never ends. */
static bool read_quoted(struct csv *csv, char **put)
{
	const char *text = csv->text;
	size_t at = csv->at + 1;

	for (;; at++) {
		if (text[at] == '\0')
			return false;
		if (text[at] == '"') {
			if (text[at + 1] != '"')
				break;
			at++;
		}
		if (text[at] == '\n')
			csv->next_line++;
		*(*put)++ = text[at];
	}
	csv->at = at + 1;
	return true;
}

static void read_plain(struct csv *csv, char **put)
{
	const char *text = csv->text;

	while (text[csv->at] != '\0' && text[csv->at] != csv->delimiter &&
	       text[csv->at] != '\n' && text[csv->at] != '\r')
		*(*put)++ = text[csv->at++];
}

static bool read_record(struct csv *csv, struct csv_row *row, struct arena *arena)
{
	char *put = csv->buffer;

	row->count = 0;
	csv->line = csv->next_line;
	for (;;) {
		char *field = put;

		if (csv->text[csv->at] == '"' && !read_quoted(csv, &put))
			return false;
		read_plain(csv, &put);
		*put++ = '\0';
		add_field(row, field, arena);
		if (csv->text[csv->at] != csv->delimiter)
			break;
		csv->at++;
	}
	if (csv->text[csv->at] != '\0') {
		csv->at = after_break(csv->text, csv->at);
		csv->next_line++;
	}
	return true;
}

static bool is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		if (row->fields[i][strspn(row->fields[i], " \t")] != '\0')
			return false;
	}
	return true;
}

enum csv_result csv_next(struct csv *csv, struct csv_row *row, struct arena *arena,
			 struct err *err)
{
	while (csv->at < csv->length) {
		if (!read_record(csv, row, arena)) {
			err_set(err, ERR_INPUT,
				_("Line %zu: a quotation mark is opened and never "
				  "closed. Close "
				  "it and import again."),
				csv->line);
			return CSV_BROKEN;
		}
		if (!is_blank(row))
			return CSV_ROW;
	}
	return CSV_END;
}
