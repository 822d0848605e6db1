#include <stdio.h>
#include <string.h>

#include "store_private.h"

/* JSON objects whose members are all strings: the stored forms of fields. */

static const char *quoted(const char *text, struct arena *arena)
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

const char *json_fields(const struct kind *kind, const void *record, const void *other,
			struct arena *arena)
{
	const char *all = "";

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH || (other && field_equal(f, record, other)) ||
		    (!other && field_is_empty(f, record)))
			continue;
		all = arena_printf(arena, "%s%s\"%s\":%s", all, *all ? "," : "", f->name,
				   quoted(field_to_stored(f, record, arena), arena));
	}
	return arena_printf(arena, "{%s}", all);
}
