#include <string.h>

#include "app.h"
#include "base/arena.h"

const struct last_value *last_value(const struct app *app, const struct field *f)
{
	const struct last_value *l = app->last;

	while (l && l->field != f)
		l = l->next;
	return l && *l->text != '\0' ? l : NULL;
}

void remember_value(struct app *app, const struct field *f, const char *text, int64_t id)
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
	l->id = id;
	if (strcmp(l->text, text) != 0)
		l->text = arena_strdup(&app->arena, text);
}

static struct last_row *row_of(const struct app *app, const struct kind *kind)
{
	struct last_row *r = app->rows;

	while (r && r->kind != kind)
		r = r->next;
	return r;
}

int64_t last_row(const struct app *app, const struct kind *kind)
{
	const struct last_row *r = row_of(app, kind);

	return r ? r->id : 0;
}

void remember_row(struct app *app, const struct kind *kind, int64_t id)
{
	struct last_row *r = row_of(app, kind);

	if (!r) {
		r = ARENA_NEW(&app->arena, struct last_row);
		*r = (struct last_row){ .kind = kind, .next = app->rows };
		app->rows = r;
	}
	r->id = id;
}
