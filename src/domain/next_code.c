#include <string.h>

#include "base/arena.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "store/record.h"

/* The code of a programme's next run, from the code it has. */
static const char digits[] = "0123456789";

/* Begin and length of the digits that stand for `year` (2026 or 26), or of the
 * last ones; a length of 0 where there are none. */
static size_t find_digits(const char *code, int64_t year, size_t *length)
{
	size_t found = 0, at = strcspn(code, digits);

	*length = 0;
	while (code[at] != '\0') {
		size_t count = strspn(code + at, digits);
		int64_t value = 0;

		for (size_t i = 0; i < count && i < 5; i++)
			value = 10 * value + (code[at + i] - '0');
		found = at;
		*length = count;
		if ((count == 4 && value == year) || (count == 2 && value == year % 100))
			break;
		at += count;
		at += strcspn(code + at, digits);
	}
	return found;
}

/* As many digits as there were, one more after 99. */
static const char *counted_up(const char *code, int64_t year, struct arena *arena)
{
	size_t length, at = find_digits(code, year, &length), i = at + length;
	char *next = arena_strdup(arena, code);

	if (length == 0)
		return arena_printf(arena, "%s%02d", code, (int)((year + 1) % 100));
	while (i > at && next[i - 1] == '9')
		next[--i] = '0';
	if (i > at) {
		next[i - 1]++;
		return next;
	}
	return arena_printf(arena, "%.*s1%s", (int)at, code, next + at);
}

bool next_run_code(struct db *db, const struct programme *p, struct arena *arena,
		   const char **out, struct err *err)
{
	struct programme like = { .code = p->code };
	int64_t taken = 0, year = p->year;

	do {
		like.code = counted_up(like.code, year++, arena);
		if (!record_find(db, &programme_kind, &like, &taken, err))
			return false;
	} while (taken != 0);
	*out = like.code;
	return true;
}
