#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "evaluation_finish.h"

/* FNV-1a, and a last mixing so that short keys differ in all bits. */
static uint64_t mix(const char *key)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *key != '\0'; key++)
		hash = (hash ^ (unsigned char)*key) * UINT64_C(0x100000001b3);
	hash = (hash ^ (hash >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	return hash ^ (hash >> 31);
}

static int by_size(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* The question, and whom it is about or who answered. */
static int by_place(const struct said *x, const struct said *y)
{
	int order = by_size(x->questionnaire, y->questionnaire);

	order = order ? order : by_size(x->item, y->item);
	order = order ? order : by_size(x->view, y->view);
	return order ? order : by_size(x->part, y->part);
}

static int by_key(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int order = by_place(x, y);

	order = order ? order : strcmp(x->key, y->key);
	return order ? order : strcmp(x->text, y->text);
}

static int by_count(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int order = by_place(x, y);

	if (order)
		return order;
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
		if (used > 0 && by_place(&all[used - 1], &all[i]) == 0 &&
		    strcmp(all[used - 1].key, all[i].key) == 0)
			all[used - 1].count++;
		else
			all[used++] = all[i];
	}
	if (used > 1)
		qsort(all, used, sizeof *all, by_count);
	return used;
}

/* Those of views that show; whom they are about only where that part shows. */
static size_t keep_shown(struct reading *r, struct arena *arena)
{
	size_t used = 0;

	for (size_t i = 0; i < r->said_count; i++) {
		struct said s = r->said[i];
		const struct counting *c = &r->all[s.questionnaire];

		if (c->views[s.view].hidden)
			continue;
		if (s.part != SIZE_MAX && c->parts[s.part].hidden)
			s.part = SIZE_MAX;
		s.key = text_key(arena, s.text);
		if (*s.key == '\0')
			s.key = s.text;
		s.mixed = mix(s.key);
		r->said[used++] = s;
	}
	return used;
}

static const char *about(const struct reading *r, const struct said *s)
{
	const struct counting *c = &r->all[s->questionnaire];
	const struct choice *role;

	if (s->part != SIZE_MAX)
		return c->parts[s->part].name;
	role = choice_find(sheet_role_choices, c->views[s->view].role);
	return role && *role->code != '\0' ? _(role->label) : "";
}

void comments_finish(struct reading *r, struct arena *arena, struct comment **out,
		     size_t *count)
{
	size_t used = group(r->said, keep_shown(r, arena));
	struct comment *comments = arena_array(arena, used + 1, sizeof *comments);

	for (size_t i = 0; i < used; i++) {
		const struct said *s = &r->said[i];
		const struct item_result *item = &r->all[s->questionnaire].items[s->item];

		comments[i] = (struct comment){ .text = s->text,
						.count = s->count,
						.item = item->item,
						.question = item->text,
						.about = about(r, s) };
	}
	*out = comments;
	*count = used;
}
