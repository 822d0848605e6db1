#include "base/str.h"

#include <string.h>

#include "base/arena.h"

enum { SPACE_FIRST = 4096 };

void str_init(struct str *s, struct arena *arena)
{
	*s = (struct str){ .arena = arena, .space = SPACE_FIRST };
	s->text = arena_alloc(arena, SPACE_FIRST);
}

void str_put_bytes(struct str *s, const char *bytes, size_t count)
{
	if (s->length + count >= s->space) {
		size_t wider = 2 * (s->space + count);

		s->text = arena_widen(s->arena, s->text, s->space, wider);
		s->space = wider;
	}
	memcpy(s->text + s->length, bytes, count);
	s->length += count;
	s->text[s->length] = '\0';
}

void str_put(struct str *s, const char *text)
{
	str_put_bytes(s, text, strlen(text));
}
