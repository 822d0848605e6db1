#include "steps.h"

#include <string.h>

#include "base/arena.h"
#include "base/kind.h"

bool step_allowed(const struct step *table, const char *from, const char *to)
{
	for (; table->from; table++) {
		if (strcmp(table->from, from) == 0 && strcmp(table->to, to) == 0)
			return true;
	}
	return false;
}

size_t steps_from(const struct step *table, const char *from, const char **codes,
		  size_t most)
{
	size_t count = 0;

	for (; table->from && count < most; table++) {
		if (strcmp(table->from, from) == 0)
			codes[count++] = table->to;
	}
	return count;
}

const char *step_labels(const struct step *table, const char *from,
			const struct choice *choices, struct arena *arena)
{
	const char *all = "";

	for (; table->from; table++) {
		if (strcmp(table->from, from) == 0)
			all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "",
					   choice_label(choices, table->to));
	}
	return *all != '\0' ? all : "–";
}
