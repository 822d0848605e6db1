#include <string.h>

#include "base/json.h"
#include "store_private.h"

/* JSON objects whose members are all strings: the stored forms of fields. */

static bool is_told(const struct field *f, const void *record, const void *other)
{
	if (f->type == FIELD_SEARCH)
		return false;
	return other ? !field_equal(f, record, other) : !field_is_empty(f, record);
}

const char *json_fields(const struct kind *kind, const void *record, const void *other,
			struct arena *arena)
{
	const char **members =
		arena_array(arena, kind_field_count(kind) + 1, sizeof *members);
	size_t count = 0, size = sizeof "{}";
	char *out, *put;

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!is_told(f, record, other))
			continue;
		members[count] = arena_printf(
			arena, "%c\"%s\":%s", count ? ',' : '{', f->name,
			json_string(arena, field_to_stored(f, record, arena)));
		size += strlen(members[count++]);
	}
	put = out = arena_alloc(arena, size + 1);
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(members[i]);

		memcpy(put, members[i], length);
		put += length;
	}
	memcpy(put, count ? "}" : "{}", count ? 2 : 3);
	return out;
}
