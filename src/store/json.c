#include "base/json.h"
#include "store_private.h"

/* JSON objects whose members are all strings: the stored forms of fields. */

const char *json_fields(const struct kind *kind, const void *record, const void *other,
			struct arena *arena)
{
	const char *all = "";

	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH || (other && field_equal(f, record, other)) ||
		    (!other && field_is_empty(f, record)))
			continue;
		all = arena_printf(arena, "%s%s\"%s\":%s", all, *all ? "," : "", f->name,
				   json_string(arena, field_to_stored(f, record, arena)));
	}
	return arena_printf(arena, "{%s}", all);
}
