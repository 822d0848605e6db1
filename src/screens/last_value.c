#include <string.h>

#include "app.h"
#include "base/arena.h"

const char *last_value(const struct app *app, const struct field *f)
{
	for (const struct last_value *l = app->last; l; l = l->next) {
		if (l->field == f)
			return l->text;
	}
	return "";
}

void remember_value(struct app *app, const struct field *f, const char *text)
{
	struct last_value *l = app->last;

	while (l && l->field != f)
		l = l->next;
	if (!l) {
		l = ARENA_NEW(&app->arena, struct last_value);
		l->field = f;
		l->next = app->last;
		l->text = "";
		app->last = l;
	}
	if (strcmp(l->text, text) != 0)
		l->text = arena_strdup(&app->arena, text);
}
