#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "base/text.h"
#include "domain/feedback.h"
#include "domain/improve.h"
#include "domain/programme.h"
#include "improve_commands.h"
#include "report/report.h"
#include "row_view.h"
#include "store/record.h"

/* Comments, read one after the other and tagged on the way: the letter of a
 * kind puts its tag on, once more takes it away. Rows are numbered, as a
 * comment has no record of its own that may be named. */
enum { COLUMN_COUNT = 4 };

struct comments {
	struct row_view rows;
	struct app *app;
	int64_t programme;
	struct programme p;
	struct tagged_comment *all;
	size_t count;
};

/* "r f": the letters of the tags. */
static const char *letters(struct arena *a, const struct tagged_comment *c)
{
	const char *text = "";

	for (size_t i = 0; i < c->tag_count; i++) {
		const struct choice *kind =
			choice_find(improvement_kind_choices, c->tags[i].kind);

		text = arena_printf(a, "%s%c", text, kind ? kind->key : '?');
	}
	return text;
}

static void fill_row(struct arena *a, const struct tagged_comment *c, int64_t number,
		     struct list_row *row)
{
	bool found = c->tag_count > 0 && c->tags[0].finding != 0;

	row->id = number;
	row->style = STYLE_PLAIN;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = arena_printf(a, "%d×", (int)c->count);
	row->cells[1] = arena_printf(a, "%s%s", letters(a, c), found ? "*" : "");
	row->cells[2] = c->text;
	row->cells[3] = c->tag_count > 0 ? c->tags[0].theme : "";
}

static bool comments_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct comments *v = s->state;
	struct list_row *rows;

	(void)ui;
	arena_reset(&s->rows);
	if (!record_load(v->app->db, &programme_kind, v->programme, &v->p, &s->rows,
			 err) ||
	    !comment_list(v->app->db, v->programme, v->app->settings->feedback_minimum,
			  &s->rows, &v->all, &v->count, err))
		return false;
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, &v->all[i], (int64_t)i + 1, &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool comments_open(struct ui *ui, struct screen *s, const void *argument,
			  struct err *err)
{
	struct comments *v = s->state;
	struct ui_column *c = arena_array(&s->arena, COLUMN_COUNT, sizeof *c);

	v->app = app_of(ui);
	v->programme = *(const int64_t *)argument;
	c[0] = (struct ui_column){ N_("Said"), 4, true, "count" };
	c[1] = (struct ui_column){ N_("Tags"), 6, false, "tags" };
	c[2] = (struct ui_column){ N_("Comment"), 0, false, "comment" };
	c[3] = (struct ui_column){ N_("Theme"), 14, false, "theme" };
	row_view_init(&v->rows, s, c, COLUMN_COUNT,
		      N_("There are no comments, or too few sheets: they are shown only "
			 "where nobody can be recognised."));
	return comments_reload(ui, s, err);
}

static size_t tagged(const struct comments *v)
{
	size_t count = 0;

	for (size_t i = 0; i < v->count; i++)
		count += v->all[i].tag_count > 0;
	return count;
}

static const char *comments_title(struct ui *ui, struct screen *s)
{
	struct comments *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Comments  %d, %d tagged%s"),
			    v->p.code, (int)v->count, (int)tagged(v),
			    row_view_filter(ui, &v->rows));
}

static const struct tagged_comment *current(const struct comments *v)
{
	int64_t number = row_view_current(&v->rows);

	return number > 0 && (size_t)number <= v->count ? &v->all[number - 1] : NULL;
}

/* What is cut in its row is read here; else the letters. */
static const char *comments_hint(struct ui *ui, struct screen *s)
{
	const struct tagged_comment *c = current(s->state);

	if (c && text_width(c->text) > ui_columns(ui) - 30)
		return c->text;
	return _("r reduce, a add, f fix, d drop, n new, k keep; again takes it away. * "
		 "is a finding");
}

static ui_flags tag(struct ui *ui, struct comments *v, const char *kind)
{
	const struct tagged_comment *c = current(v);
	struct err err = { 0 };

	if (!c)
		return UI_NOTHING;
	if (!comment_tag_toggle(v->app->db, v->programme, c, kind, &err))
		ui_fail(ui, &err);
	return UI_RELOAD;
}

static ui_flags comments_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct comments *v = s->state;

	for (const struct choice *k = improvement_kind_choices; k->code; k++) {
		if (key == k->key)
			return tag(ui, v, k->code);
	}
	return row_view_key(ui, s, key);
}

const struct screen_class comments_class = {
	.name = "comments",
	.context = CONTEXT_COMMENTS,
	.state_size = sizeof(struct comments),
	.open = comments_open,
	.title = comments_title,
	.reload = comments_reload,
	.draw = row_view_draw,
	.key = comments_key,
	.hint = comments_hint,
};

ui_flags comments_theme(struct ui *ui, struct screen *s)
{
	struct comments *v = s->state;
	const struct tagged_comment *c = current(v);
	struct err err = { 0 };
	const char *theme = "";

	if (!c)
		return UI_NOTHING;
	if (c->tag_count == 0) {
		ui_refuse(ui, _("Tag the comment first, for example with f for fix."));
		return UI_NOTHING;
	}
	if (!ui_ask(ui, _("Theme, one or two words:"), c->tags[0].theme, ui_scratch(ui),
		    &theme))
		return UI_NOTHING;
	if (!comment_theme_set(v->app->db, c, theme, &err))
		ui_fail(ui, &err);
	return UI_RELOAD;
}

/* All comments of its kind and theme become one finding. */
ui_flags comments_find_out(struct ui *ui, struct screen *s)
{
	struct comments *v = s->state;
	const struct tagged_comment *c = current(v);
	struct edit_argument argument = { .kind = &finding_kind,
					  .parent_field = "programme",
					  .parent = v->programme };
	struct err err = { 0 };

	if (!c)
		return UI_NOTHING;
	if (!finding_from_comment(v->app->db, v->programme,
				  v->app->settings->feedback_minimum, c, &argument.id,
				  &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

static bool make_themes(void *context, struct report *report, struct err *err)
{
	static const struct report_column columns[] = {
		{ "theme", N_("Theme"), false },
		{ "kind", N_("Kind"), false },
		{ "comments", N_("Comments"), true },
		{ "said", N_("Said"), true },
	};
	enum { COUNT = sizeof columns / sizeof *columns };
	struct report_column *shown = arena_array(report->arena, COUNT, sizeof *shown);
	const struct comments *v = context;
	struct theme_row *themes;
	struct block *table;
	size_t count;

	for (size_t i = 0; i < COUNT; i++) {
		shown[i] = columns[i];
		shown[i].label = _(columns[i].label);
	}
	if (!comment_themes(v->app->db, v->programme, v->app->settings->feedback_minimum,
			    report->arena, &themes, &count, err))
		return false;
	table = report_table(report, "themes", shown, COUNT);
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(report, table);

		c[0] = cell_text(*themes[i].theme ? themes[i].theme : "–");
		c[1] = cell_choice(improvement_kind_choices, themes[i].kind);
		c[2] = cell_int(themes[i].comments);
		c[3] = cell_int(themes[i].said);
	}
	return true;
}

ui_flags comments_themes(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "themes",
		.make = make_themes,
		.context = s->state,
		.title = _("Comments by theme"),
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
