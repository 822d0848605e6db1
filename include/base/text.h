#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * UTF-8 text: validation, normal form, search keys, columns on a screen.
 * Bytes are never columns. Widths follow wcwidth(), as ncurses does.
 */

/* Offset of the first byte that is not valid UTF-8, or -1. */
ptrdiff_t text_invalid_at(const char *text, size_t bytes);

/* The line and the byte in it, both from 1, of the byte at offset `at`. Lines
 * end with \n, \r\n or a lone \r. */
struct text_place {
	size_t line, byte;
};
struct text_place text_place(const char *text, size_t at);

/* NFC of valid UTF-8, outer blanks trimmed. One line: C0, C1, DEL and line
 * breaks become blanks, and runs of blanks one blank. */
const char *text_clean_line(struct arena *a, const char *text);

/* As above, but line breaks (\n) stay and runs of blanks are kept. */
const char *text_clean_note(struct arena *a, const char *text);

/* A key for search and sorting: lower case, accents stripped, punctuation
 * to blanks, single blanks. "Siti NÚR, S.T." gives "siti nur s t". */
const char *text_key(struct arena *a, const char *text);

/* The same for a personal name: titles in front (Drs., Dr., Ir., H., Hj.,
 * Prof., dr.) are left out. */
const char *text_name_key(struct arena *a, const char *name);

/* Text safe for a terminal or report: escape, C0, C1, bidi controls,
 * zero-width and tag characters, invalid bytes and all but three of the marks
 * that are piled on one character become visible marks (U+FFFD). Line breaks
 * stay. Returns `text` itself where nothing changes. */
const char *text_visible(struct arena *a, const char *text);

/* Columns that the text takes where it is shown: what is not shown as it is
 * (text_visible) counts as one. */
int text_width(const char *text);

/* Number of characters (code points). */
size_t text_length(const char *text);

/* Bytes of the longest prefix that takes at most `columns` columns. */
size_t text_fit(const char *text, int columns);

/* `text` cut or padded with blanks to exactly `columns` columns; a cut is
 * marked by "…" (or "~" where the locale is not UTF-8). */
const char *text_column(struct arena *a, const char *text, int columns);

/* As text_column, but the text stands at the right. */
const char *text_column_right(struct arena *a, const char *text, int columns);

/* Break `text` into lines of at most `columns` columns at blanks and line
 * breaks; over-long words are cut. Returns the number of lines; *lines is
 * an array in the arena. */
size_t text_wrap(struct arena *a, const char *text, int columns, const char ***lines);

/* Byte offset of the character before / after `at` (a boundary itself):
 * a base character and the marks that combine with it are one step. */
size_t text_previous(const char *text, size_t at);
size_t text_next(const char *text, size_t at);

/* Decode CP1252 into UTF-8; the five undefined bytes become U+FFFD. */
const char *text_from_cp1252(struct arena *a, const char *bytes, size_t count);

#endif
