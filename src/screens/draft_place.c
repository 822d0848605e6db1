#include "draft.h"

#include <string.h>

#include "base/arena.h"
#include "base/kind.h"
#include "record_edit.h"

const char *draft_place(const struct edit_argument *of, struct arena *arena)
{
	const char *all = "";

	if (of->id != 0 || !of->begins)
		return "";
	for (const struct field *f = of->kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_KEY) && !field_holds_text(f) &&
		    !field_is_empty(f, of->begins))
			all = arena_printf(arena, "%s%c%s=%s", all, *all ? ',' : '@',
					   f->name,
					   field_to_stored(f, of->begins, arena));
	}
	return all;
}

const struct field *draft_place_next(const struct kind *kind, const char **place,
				     void *record, struct arena *arena)
{
	while (**place != '\0') {
		const char *part = arena_strndup(arena, *place, strcspn(*place, ","));
		size_t name = strcspn(part, "=");
		const struct field *f =
			kind_field(kind, arena_strndup(arena, part, name));

		*place += strlen(part) + ((*place)[strlen(part)] == ',');
		if (f && part[name] == '=' &&
		    field_from_stored(f, record, part + name + 1, arena))
			return f;
	}
	return NULL;
}
