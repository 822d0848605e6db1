#include "base/i18n.h"
#include "base/text.h"
#include "store_private.h"

/* What a conflict is about, told as people see it. Messages are short, so
 * values are cut, and of many fields only the first come with values. */
enum { VALUE_COLUMNS = 30, VALUES_MOST = 3 };

static const char *value_shown(const struct field *f, const void *record,
			       struct arena *arena)
{
	const char *text = text_clean_line(arena, field_to_shown(f, record, arena));
	size_t fits = text_fit(text, VALUE_COLUMNS);

	if (*text == '\0')
		return _("nothing");
	return arena_printf(arena, text[fits] ? "'%.*s…'" : "'%.*s'", (int)fits, text);
}

void conflict_add(struct conflict *c, const struct field *f, const void *now,
		  const void *typed)
{
	const char *one = _(f->label);

	/* The name of another record is not known here, and its key is no help. */
	if (f->type != FIELD_REF && c->count < VALUES_MOST)
		/* TRANSLATORS: a field, what it is now, and what was typed */
		one = typed ? arena_printf(c->arena, _("%s to %s (you typed %s)"), one,
					   value_shown(f, now, c->arena),
					   value_shown(f, typed, c->arena))
			    :
			    /* TRANSLATORS: a field and what it is now */
			      arena_printf(c->arena, _("%s (now %s)"), one,
					   value_shown(f, now, c->arena));
	c->list = c->count ? arena_printf(c->arena, "%s, %s", c->list, one) : one;
	c->count++;
}
