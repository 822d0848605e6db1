#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "domain/evaluation.h"
#include "rows.h"

/* A comment as it was written, with what makes it equal to others. */
struct said {
	const char *text, *key;
	uint64_t mixed; /* of the key: an order without meaning */
	int64_t count;
};

/* FNV-1a, and a last mixing so that short keys differ in all bits. */
static uint64_t mix(const char *key)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * UINT64_C(0x100000001b3);
	hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	return hash ^ (hash >> 31);
}

static void read_said(struct stmt *s, void *row, struct arena *arena)
{
	const char *text = stmt_text(s, 0, arena), *key = text_key(arena, text);

	if (*key == '\0')
		key = text;
	*(struct said *)row = (struct said){ text, key, mix(key), 1 };
}

static int by_key(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : strcmp(x->text, y->text);
}

static int by_count(const void *a, const void *b)
{
	const struct said *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	if (x->mixed != y->mixed)
		return x->mixed < y->mixed ? -1 : 1;
	return strcmp(x->key, y->key);
}

/* Equal ones become one; gives back how many are left. */
static size_t group(struct said *all, size_t count)
{
	size_t used = 0;

	if (count > 1)
		qsort(all, count, sizeof *all, by_key);
	for (size_t i = 0; i < count; i++) {
		if (used > 0 && strcmp(all[used - 1].key, all[i].key) == 0)
			all[used - 1].count++;
		else
			all[used++] = all[i];
	}
	if (used > 1)
		qsort(all, used, sizeof *all, by_count);
	return used;
}

bool evaluation_comments(struct db *db, int64_t programme, long minimum,
			 struct arena *arena, struct comment **out, size_t *count,
			 struct err *err)
{
	struct row_list list = { .size = sizeof(struct said), .read = read_said };
	const struct said *all;
	struct comment *comments;
	struct stmt *s;
	size_t used;

	if (!stmt_get(db,
		      "SELECT a.text FROM answers a JOIN sheets f ON f.id = a.sheet"
		      " WHERE f.programme = :programme AND a.text <> ''"
		      "   AND (SELECT count(*) FROM sheets o WHERE o.programme = "
		      "f.programme"
		      "           AND o.questionnaire = f.questionnaire) >= :minimum",
		      &s, err))
		return false;
	stmt_bind_int(s, ":programme", programme);
	stmt_bind_int(s, ":minimum", minimum);
	if (!rows_collect(&list, s, arena, err))
		return false;
	used = group((struct said *)list.rows, list.count);
	all = (const struct said *)list.rows;
	comments = arena_array(arena, used + 1, sizeof *comments);
	for (size_t i = 0; i < used; i++)
		comments[i] = (struct comment){ all[i].text, all[i].count };
	*out = comments;
	*count = used;
	return true;
}
