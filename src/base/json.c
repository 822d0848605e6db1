#include "base/json.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"

const char *json_string(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, 6 * strlen(text) + 3), *put = out;

	*put++ = '"';
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\') {
			*put++ = '\\';
			*put++ = (char)c;
		} else if (c < 0x20) {
			put += snprintf(put, 7, "\\u%04x", c);
		} else {
			*put++ = (char)c;
		}
	}
	*put++ = '"';
	return out;
}
