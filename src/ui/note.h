#ifndef UI_NOTE_H
#define UI_NOTE_H

#include <stddef.h>

/* Lines of a note as they stand on the screen, broken at line breaks and at
 * `width` columns: the offsets of their first bytes, at most `most`. Returns
 * how many lines there are. */
size_t note_lines(const char *text, int width, size_t *starts, size_t most);

/* The line that holds byte `at`. */
size_t note_row_of(const size_t *starts, size_t count, size_t at);

#endif
