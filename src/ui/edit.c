#include "ui/edit.h"

#include <string.h>
#include <wchar.h>

#include "base/arena.h"
#include "base/text.h"
#include "ui/ui.h"

void edit_set(struct edit *e, const char *text)
{
	size_t length = strlen(text);

	if (length + 1 > e->space) {
		e->space = 2 * (length + 32);
		e->text = arena_alloc(e->arena, e->space);
	}
	memmove(e->text, text, length + 1);
	e->length = e->at = length;
}

void edit_open(struct edit *e, struct arena *arena, const char *text)
{
	*e = (struct edit){ .arena = arena };
	edit_set(e, text);
}

bool edit_is_text(int32_t key)
{
	return key >= ' ' && key != 0x7f && key < KEY_BASE_;
}

/* An accent that ends at `end` joins its letter before it. */
static void compose_at(struct edit *e, size_t end)
{
	size_t begin = text_previous(e->text, end), count = end - begin;
	struct arena scratch = { 0 };
	const char *one = arena_strndup(&scratch, e->text + begin, count);
	const char *joined = text_clean_note(&scratch, one);
	size_t now = strlen(joined);

	if (now > 0 && now <= count && strcmp(one, joined) != 0) {
		memmove(e->text + begin, joined, now);
		memmove(e->text + begin + now, e->text + end, e->length - end + 1);
		e->length -= count - now;
		e->at -= count - now;
	}
	arena_done(&scratch);
}

static void insert(struct edit *e, const char *bytes, size_t count)
{
	size_t begin = e->at;

	if (e->length + count + 1 > e->space) {
		size_t wider = 2 * (e->length + count + 32);

		e->text = arena_grow(e->arena, e->text, e->space, wider);
		e->space = wider;
	}
	memmove(e->text + e->at + count, e->text + e->at, e->length - e->at + 1);
	memcpy(e->text + e->at, bytes, count);
	e->length += count;
	e->at += count;
	if ((unsigned char)bytes[0] >= 0x80)
		compose_at(e, text_next(e->text,
					begin > 0 ? text_previous(e->text, begin) : 0));
}

static void erase(struct edit *e, size_t from, size_t to)
{
	memmove(e->text + from, e->text + to, e->length - to + 1);
	e->length -= to - from;
	e->at = from;
}

static size_t encode(int32_t c, char out[4])
{
	uint32_t u = (uint32_t)c;

	if (u < 0x80) {
		out[0] = (char)u;
		return 1;
	}
	if (u < 0x800) {
		out[0] = (char)(0xc0 | u >> 6);
		out[1] = (char)(0x80 | (u & 0x3f));
		return 2;
	}
	if (u < 0x10000) {
		out[0] = (char)(0xe0 | u >> 12);
		out[1] = (char)(0x80 | (u >> 6 & 0x3f));
		out[2] = (char)(0x80 | (u & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | u >> 18);
	out[1] = (char)(0x80 | (u >> 12 & 0x3f));
	out[2] = (char)(0x80 | (u >> 6 & 0x3f));
	out[3] = (char)(0x80 | (u & 0x3f));
	return 4;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n';
}

static size_t word_left(const struct edit *e)
{
	size_t at = e->at;

	while (at > 0 && is_blank(e->text[at - 1]))
		at--;
	while (at > 0 && !is_blank(e->text[at - 1]))
		at--;
	return at;
}

static size_t word_right(const struct edit *e)
{
	size_t at = e->at;

	while (at < e->length && !is_blank(e->text[at]))
		at++;
	while (at < e->length && is_blank(e->text[at]))
		at++;
	return at;
}

static enum edit_result delete_key(struct edit *e, int32_t key)
{
	size_t from = key == UI_KEY_BACKSPACE ? text_previous(e->text, e->at) : e->at;
	size_t to = key == UI_KEY_BACKSPACE ? e->at : text_next(e->text, e->at);

	if (from == to)
		return EDIT_MOVED;
	erase(e, from, to);
	return EDIT_CHANGED;
}

bool edit_changes(const struct edit *e, int32_t key, bool lines)
{
	switch (key) {
	case UI_KEY_BACKSPACE:
	case UI_CTRL('w'):
		return e->at > 0;
	case UI_KEY_DELETE:
		return e->at < e->length;
	case UI_CTRL('j'):
		return lines;
	default:
		return key == UI_KEY_PASTE || edit_is_text(key);
	}
}

enum edit_result edit_key(struct edit *e, int32_t key, bool lines)
{
	char bytes[4];

	switch (key) {
	case UI_KEY_LEFT:
		e->at = text_previous(e->text, e->at);
		return EDIT_MOVED;
	case UI_KEY_RIGHT:
		e->at = text_next(e->text, e->at);
		return EDIT_MOVED;
	case UI_KEY_HOME:
		while (e->at > 0 && e->text[e->at - 1] != '\n')
			e->at--;
		return EDIT_MOVED;
	case UI_KEY_END_:
		e->at += strcspn(e->text + e->at, "\n");
		return EDIT_MOVED;
	case UI_KEY_CTRL_LEFT:
		e->at = word_left(e);
		return EDIT_MOVED;
	case UI_KEY_CTRL_RIGHT:
		e->at = word_right(e);
		return EDIT_MOVED;
	case UI_KEY_BACKSPACE:
	case UI_KEY_DELETE:
		return delete_key(e, key);
	case UI_CTRL('w'):
		if (e->at == 0)
			return EDIT_MOVED;
		erase(e, word_left(e), e->at);
		return EDIT_CHANGED;
	case UI_CTRL('j'):
		if (!lines)
			return EDIT_UNUSED;
		insert(e, "\n", 1);
		return EDIT_CHANGED;
	default:
		break;
	}
	if (!edit_is_text(key))
		return EDIT_UNUSED;
	insert(e, bytes, encode(key, bytes));
	return EDIT_CHANGED;
}

enum edit_result edit_paste(struct edit *e, const char *text, bool lines)
{
	const char *clean =
		lines ? text_clean_note(e->arena, text) : text_clean_line(e->arena, text);
	size_t length = strlen(text);

	if (*clean == '\0')
		return EDIT_MOVED;
	/* Blanks at the ends part it from what stands around it. */
	if (e->at > 0 && is_blank(text[0]))
		insert(e, " ", 1);
	insert(e, clean, strlen(clean));
	if (e->at < e->length && is_blank(text[length - 1]))
		insert(e, " ", 1);
	return EDIT_CHANGED;
}
