#include "base/problem.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

static void add(struct problems *list, const char *field, bool warning,
		const char *format, va_list args)
{
	struct problem *p = ARENA_NEW(list->arena, struct problem);

	p->field = arena_strdup(list->arena, field);
	p->text = text_visible(list->arena, arena_vprintf(list->arena, format, args));
	p->warning = warning;
	if (list->last)
		list->last->next = p;
	else
		list->first = p;
	list->last = p;
	if (warning)
		list->warnings++;
	else
		list->errors++;
}

void problem_add(struct problems *list, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(list, field, false, format, args);
	va_end(args);
}

void problem_warn(struct problems *list, const char *field, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add(list, field, true, format, args);
	va_end(args);
}

const struct problem *problem_first_error(const struct problems *list)
{
	const struct problem *p = list->first;

	while (p && p->warning)
		p = p->next;
	return p;
}

const struct problem *problem_of(const struct problems *list, const char *field)
{
	const struct problem *found = NULL;

	for (const struct problem *p = list->first; p; p = p->next) {
		if (strcmp(p->field, field) != 0)
			continue;
		if (!p->warning)
			return p;
		if (!found)
			found = p;
	}
	return found;
}
