#ifndef UI_NOTE_H
#define UI_NOTE_H

#include <stddef.h>

/* Lines of a note as they stand on the screen, broken at line breaks and at
 * `width` columns: the offsets of their first bytes, at most `most`. Returns
 * how many lines there are. */
size_t note_lines(const char *text, int width, size_t *starts, size_t most);

/* The line that holds byte `at`. */
size_t note_row_of(const size_t *starts, size_t count, size_t at);

struct ui;

/* A text for the two rows of the foot; what goes on there ends in an ellipsis.
 * Lives in the scratch arena. */
size_t foot_wrap(const struct ui *ui, const char *text, const char ***lines);

#endif
