#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "calendar.h"
#include "domain/clash.h"
#include "domain/programme.h"
#include "domain/year_calendar.h"
#include "row_view.h"

/* The sessions of a year that clash, of all programmes or of one. */
struct clashes {
	struct row_view rows;
	int year;
	int64_t programme;
	const char *code;
	struct clash *all; /* those shown; the id of a row is its place here, from 1 */
	size_t count;
};

enum column { DATE, WHAT, SESSION, WITH, TIME, WHO };
enum { COLUMN_COUNT = WHO + 1 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[DATE] = { N_("Date"), 10, false, "date" },
	[WHAT] = { N_("Clash"), 10, false, "what" },
	[SESSION] = { N_("Session"), 10, false, "session" },
	[WITH] = { N_("With"), 10, false, "with" },
	[TIME] = { N_("Time"), 11, false, "time" },
	[WHO] = { N_("Name"), 0, false, "who" },
};
static const unsigned char wide[] = { DATE, WHAT, SESSION, WITH, TIME, WHO };
static const unsigned char narrow[] = { DATE, WHAT, SESSION };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = N_("No trainer, room or participant is wanted twice at the same "
		    "time. Esc leads back."),
};

static const char *session_shown(const struct clash_session *s, struct arena *a)
{
	return arena_printf(a, "%s %d", s->code, (int)s->number);
}

static const char *later(const char *a, const char *b)
{
	return strcmp(a, b) > 0 ? a : b;
}

/* When both are held. */
static const char *time_shown(const struct clash *c, struct arena *a)
{
	const char *ends;

	if (!c->certain)
		return "?";
	ends = c->one.ends == later(c->one.ends, c->two.ends) ? c->two.ends : c->one.ends;
	return arena_printf(a, "%s-%s", later(c->one.starts, c->two.starts), ends);
}

static const char *cell_of(struct arena *a, const struct clash *c, enum column of)
{
	switch (of) {
	case DATE:
		return date_shown(a, c->date);
	case WHAT:
		return arena_printf(a, "%s%s", clash_label(c->what),
				    c->certain ? "" : "?");
	case SESSION:
		return session_shown(&c->one, a);
	case WITH:
		return session_shown(&c->two, a);
	case TIME:
		return time_shown(c, a);
	case WHO:
		break;
	}
	return c->people > 1
		       ? arena_printf(a, _("%s and %d more"), c->who, (int)c->people - 1)
		       : c->who;
}

static void fill_row(struct arena *a, const struct clashes *v, const struct clash *c,
		     struct list_row *row)
{
	row->style = c->certain ? STYLE_PLAIN : STYLE_WARN;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t i = 0; i < v->rows.place_count; i++)
		row->cells[i] = cell_of(a, c, v->rows.places[i]);
}

static void keep_own(struct clashes *v, const struct clash *found, size_t count)
{
	v->count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct clash *c = &found[i];

		if (v->programme == 0 || c->one.programme == v->programme ||
		    c->two.programme == v->programme)
			v->all[v->count++] = calendar_seen_from(c, v->programme);
	}
}

static bool clashes_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct clashes *v = s->state;
	struct list_row *rows;
	struct clash *found;
	size_t count;

	arena_reset(&s->rows);
	if (!clash_list_year(app_of(ui)->db, v->year, &s->rows, &found, &count, err))
		return false;
	v->all = arena_array(&s->rows, count + 1, sizeof *v->all);
	keep_own(v, found, count);
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++) {
		rows[i].id = (int64_t)i + 1;
		fill_row(&s->rows, v, &v->all[i], &rows[i]);
	}
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool clashes_begin(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	const struct clashes_argument *a = argument;
	struct clashes *v = s->state;

	v->year = a->year;
	v->programme = a->programme;
	v->code = arena_strdup(&s->arena, a->code);
	row_view_init_shape(ui, &v->rows, s, &shape);
	return clashes_reload(ui, s, err);
}

static const char *clashes_title(struct ui *ui, struct screen *s)
{
	const struct clashes *v = s->state;
	struct arena *a = ui_scratch(ui);
	const char *filter = row_view_filter(ui, &v->rows);

	if (*v->code == '\0')
		return arena_printf(a, _("Clashes %d: %d%s"), v->year, (int)v->count,
				    filter);
	return arena_printf(a, _("%s › Clashes %d: %d%s"), v->code, v->year,
			    (int)v->count, filter);
}

static const struct clash *current(const struct clashes *v)
{
	int64_t id = row_view_current(&v->rows);

	return id > 0 ? &v->all[id - 1] : NULL;
}

static const char *clashes_hint(struct ui *ui, struct screen *s)
{
	const struct clash *c = current(s->state);

	return c ? clash_sentence(c, ui_scratch(ui)) : "";
}

static bool clashes_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct clash *c = current(s->state);

	*kind = &session_kind;
	*id = c ? c->one.id : 0;
	return c != NULL;
}

const struct screen_class clashes_class = {
	.name = "clashes",
	.context = CONTEXT_CLASHES,
	.state_size = sizeof(struct clashes),
	.open = clashes_begin,
	.title = clashes_title,
	.reload = clashes_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.hint = clashes_hint,
	.record = clashes_record,
};

static ui_flags edit(struct ui *ui, int64_t session)
{
	const struct edit_argument argument = { .kind = &session_kind, .id = session };

	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags clashes_open(struct ui *ui, struct screen *s)
{
	const struct clash *c = current(s->state);

	return c ? edit(ui, c->one.id) : UI_NOTHING;
}

ui_flags clashes_other(struct ui *ui, struct screen *s)
{
	const struct clash *c = current(s->state);

	return c ? edit(ui, c->two.id) : UI_NOTHING;
}
