#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "fuzz.h"

/* Making texts safe, clean and as wide as a column. The first byte is the
 * width; the rest is the text, in any encoding. */

static void promise_plain(const char *text)
{
	PROMISE(text_invalid_at(text, strlen(text)) < 0);
	for (const char *at = text; *at != '\0'; at++) {
		unsigned char c = (unsigned char)*at;

		PROMISE(c == '\n' || (c >= 0x20 && c != 0x7f));
		PROMISE(c != 0xc2 || (unsigned char)at[1] >= 0xa0);
	}
}

static void check_visible(struct arena *a, const char *text)
{
	static const char *const hidden[] = {
		"\xe2\x80\x8b", "\xe2\x80\xae", "\xe2\x81\xa6",	    "\xef\xbb\xbf",
		"\xd8\x9c",	"\xef\xb8\x8f", "\xf3\xa0\x81\x81", "\xe1\xa0\x8e",
	};
	const char *shown = text_visible(a, text);

	promise_plain(shown);
	PROMISE(text_visible(a, shown) == shown);
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		PROMISE(!strstr(shown, hidden[i]));
}

static void check_clean(struct arena *a, const char *text)
{
	const char *line, *note;

	if (text_invalid_at(text, strlen(text)) >= 0)
		return;
	line = text_clean_line(a, text);
	note = text_clean_note(a, text);
	promise_plain(line);
	promise_plain(note);
	PROMISE(!strchr(line, '\n'));
	PROMISE(strcmp(text_clean_line(a, line), line) == 0);
	PROMISE(strcmp(text_clean_note(a, note), note) == 0);
	PROMISE(strcmp(text_key(a, text_key(a, text)), text_key(a, text)) == 0);
	PROMISE(!strstr(text_name_key(a, text), "  "));
}

static void check_width(struct arena *a, const char *text, int columns)
{
	size_t fit = text_fit(text, columns);

	PROMISE(text_width(text) >= 0 && (size_t)text_width(text) <= strlen(text));
	PROMISE(text_length(text) <= strlen(text));
	PROMISE(fit <= strlen(text));
	PROMISE(text_width(arena_strndup(a, text, fit)) <= columns);
	PROMISE(text_width(text) == text_width(text_visible(a, text)));
	text = text_visible(a, text);
	PROMISE(text_width(text_column(a, text, columns)) == columns);
	PROMISE(text_width(text_column_right(a, text, columns)) == columns);
}

/* Bytes that are neither blank nor line break. */
static size_t ink(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text != ' ' && *text != '\n';
	return count;
}

static void check_wrap(struct arena *a, const char *text, int columns)
{
	const char **lines;
	size_t count = text_wrap(a, text, columns, &lines), seen = 0;

	PROMISE(count >= 1);
	for (size_t i = 0; i < count; i++) {
		/* Where not even one letter fits, it stands all the same. */
		PROMISE(columns < 2 || text_width(lines[i]) <= columns);
		PROMISE(!strchr(lines[i], '\n'));
		seen += ink(lines[i]);
	}
	PROMISE(seen == ink(text));
}

static void check_steps(const char *text)
{
	size_t at = 0;

	for (size_t steps = 0; text[at] != '\0' && steps < 64; steps++) {
		size_t next = text_next(text, at);

		PROMISE(next > at && next <= strlen(text));
		PROMISE(text_previous(text, next) == at);
		at = next;
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	int columns = size ? data[0] % 40 : 0;
	const char *text = size ? fuzz_text(&a, data + 1, size - 1) : "";

	i18n_init("id");
	check_visible(&a, text);
	check_clean(&a, text);
	check_width(&a, text, columns);
	check_wrap(&a, text_visible(&a, text), columns);
	check_steps(text);
	text = text_from_cp1252(&a, text, strlen(text));
	PROMISE(text_invalid_at(text, strlen(text)) < 0);
	arena_done(&a);
	return 0;
}
