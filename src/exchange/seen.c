#include "seen.h"

#include "base/arena.h"

struct seen_line {
	int64_t id;
	size_t line;
};

enum { SPACE_FIRST = 1024 };

/* Keys mostly come one after the other: four of them share a line of the
 * processor's cache. The space is a power of two. */
static struct seen_line *slot_of(const struct seen *seen, int64_t id)
{
	uint64_t group = (uint64_t)id / 4 * UINT64_C(0x9e3779b97f4a7c15) >> 20;
	size_t last = seen->space - 1;
	size_t at = ((size_t)group * 4 + (size_t)id % 4) & last;

	while (seen->slots[at].id != 0 && seen->slots[at].id != id)
		at = (at + 1) & last;
	return &seen->slots[at];
}

static void grow(struct seen *seen)
{
	struct seen old = *seen;

	seen->space = old.space ? 2 * old.space : SPACE_FIRST;
	seen->slots = arena_array(seen->arena, seen->space, sizeof *seen->slots);
	for (size_t i = 0; i < old.space; i++) {
		if (old.slots[i].id != 0)
			*slot_of(seen, old.slots[i].id) = old.slots[i];
	}
}

size_t seen_line(const struct seen *seen, int64_t id)
{
	return seen->space == 0 ? 0 : slot_of(seen, id)->line;
}

void seen_add(struct seen *seen, int64_t id, size_t line)
{
	struct seen_line *slot;

	if (2 * seen->count >= seen->space)
		grow(seen);
	slot = slot_of(seen, id);
	seen->count += slot->id == 0;
	*slot = (struct seen_line){ id, line };
}
