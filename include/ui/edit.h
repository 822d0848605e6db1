#ifndef UI_EDIT_H
#define UI_EDIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * The line editor: text of any length with a cursor that stands between
 * characters. What is typed becomes NFC, so that an accent joins its letter.
 */
struct edit {
	struct arena *arena;
	char *text;
	size_t length, space;
	size_t at; /* byte offset of the cursor */
};

/* Begin with a copy of `text`, the cursor at its end. */
void edit_open(struct edit *e, struct arena *arena, const char *text);
void edit_set(struct edit *e, const char *text);

enum edit_result { EDIT_UNUSED, EDIT_MOVED, EDIT_CHANGED };

/* Characters, Backspace, Del, arrows, Home, End, Ctrl+arrows, Ctrl+W (erase
 * the word before the cursor). With `lines`
 * Ctrl+J breaks the line. */
enum edit_result edit_key(struct edit *e, int32_t key, bool lines);

/* Insert pasted text; line breaks become blanks unless `lines`. */
enum edit_result edit_paste(struct edit *e, const char *text, bool lines);

/* Would this key, or UI_KEY_PASTE, change the text? */
bool edit_changes(const struct edit *e, int32_t key, bool lines);

/* Would edit_key type this key? */
bool edit_is_text(int32_t key);

#endif
