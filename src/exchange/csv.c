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

/* Is here a letter as UTF-8 writes it, rightly or wrongly? */
static bool is_shaped(const char *bytes, size_t left)
{
	unsigned char first = (unsigned char)*bytes;
	size_t more = first < 0xc0 || first > 0xf7 ? 0
		      : first < 0xe0		   ? 1
		      : first < 0xf0		   ? 2
						   : 3;

	if (more == 0 || more >= left)
		return false;
	for (size_t i = 1; i <= more; i++) {
		if (((unsigned char)bytes[i] & 0xc0) != 0x80)
			return false;
	}
	return true;
}

/* Where bytes that are no UTF-8 are not CP1252 either, or -1: a file that has
 * letters in UTF-8 is damaged there, and five bytes mean nothing. */
static ptrdiff_t damaged_at(const char *bytes, size_t count, ptrdiff_t wrong)
{
	for (size_t i = 0; i < count; i++) {
		if (is_shaped(bytes + i, count - i))
			return wrong;
	}
	for (size_t i = 0; i < count; i++) {
		if (bytes[i] != '\0' && strchr("\x81\x8d\x8f\x90\x9d", bytes[i]))
			return (ptrdiff_t)i;
	}
	return -1;
}

static bool refuse_at(const char *bytes, size_t at, struct err *err)
{
	struct text_place place = text_place(bytes, at);

	return err_set(err, ERR_INPUT,
		       _("Line %zu, byte %zu is no text (UTF-8). Mend it, or save the "
			 "file from the spreadsheet as \"CSV UTF-8\"."),
		       place.line, place.byte);
}

/* "sep=;": what parts the cells is one character of ASCII. */
static bool names_delimiter(const char *text)
{
	return strncmp(text, "sep=", 4) == 0 && text[4] != '\0' &&
	       (unsigned char)text[4] < 0x80 && !strchr("\"\r\n", text[4]);
}

bool csv_open(struct csv *csv, const char *bytes, size_t count, struct arena *arena,
	      struct err *err)
{
	static const char mark[] = "\xef\xbb\xbf";
	ptrdiff_t wrong, damage;

	*csv = (struct csv){ .next_line = 1 };
	if (memchr(bytes, '\0', count))
		return err_set(err, ERR_INPUT,
			       _("This is no CSV text. Save it from the spreadsheet as "
				 "\"CSV UTF-8\"."));
	wrong = text_invalid_at(bytes, count);
	damage = wrong < 0 ? -1 : damaged_at(bytes, count, wrong);
	if (damage >= 0)
		return refuse_at(bytes, (size_t)damage, err);
	if (wrong >= 0)
		bytes = text_from_cp1252(arena, bytes, count);
	if (strncmp(bytes, mark, 3) == 0)
		bytes += 3;
	csv->text = bytes;
	csv->length = strlen(bytes);
	csv->buffer = arena_alloc(arena, csv->length + 2);
	if (names_delimiter(bytes)) {
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
