#include "revisions.h"
#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/design.h"
#include "domain/improve.h"
#include "domain/next_run.h"
#include "domain/programme.h"
#include "domain/revision.h"
#include "improve_commands.h"
#include "store/record.h"
#include "store/select.h"

/* Two revisions of a design: before at the left, after at the right, one
 * below the other where the terminal is narrow. What changed has a letter in
 * front and its cause below. */
enum { REVISIONS_MOST = 200 };

static size_t place_of(const struct revisions *v, int64_t id)
{
	size_t i = 0;

	while (i + 1 < v->count && v->all[i].id != id)
		i++;
	return i;
}

/* At first: the revision of the run before and that of the run; where they
 * are the same, the one before it in the design. */
static bool pick_first(struct db *db, struct revisions *v, struct err *err)
{
	struct arena arena = { 0 };
	struct programme before;
	int64_t id = 0;
	bool good = run_before(db, v->programme, &id, err);

	v->right = place_of(v, v->p.revision);
	v->left = v->right > 0 ? v->right - 1 : 0;
	if (good && id != 0) {
		good = record_load(db, &programme_kind, id, &before, &arena, err);
		if (good && before.revision != v->p.revision)
			v->left = place_of(v, before.revision);
	}
	v->picked = good;
	arena_done(&arena);
	return good;
}

static bool load_all(struct db *db, struct screen *s, struct err *err)
{
	struct revisions *v = s->state;
	struct revision own;
	struct select select = { .kind = &revision_kind, .parent = "design" };
	struct rows rows = { NULL, 0 };

	if (!record_load(db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !record_load(db, &revision_kind, v->p.revision, &own, &s->rows, err))
		return false;
	select.parent_id = own.design;
	if (!select_page(db, &select, SELECT_FIRST, 0, REVISIONS_MOST, &s->rows, &rows,
			 err))
		return false;
	v->all = rows.rows;
	v->count = rows.count;
	return true;
}

/* Lines that stand together mostly name the same cause: it is worked out once. */
static bool load_effects(struct app *app, struct screen *s, struct err *err)
{
	struct revisions *v = s->state;

	v->effects = arena_array(&s->rows, v->diff.count + 1, sizeof *v->effects);
	for (size_t i = 0; i < v->diff.count; i++) {
		const struct revision_change *c = &v->diff.rows[i];

		if (i > 0 && c[-1].finding == c->finding &&
		    c[-1].improvement == c->improvement)
			v->effects[i] = v->effects[i - 1];
		else if (!cause_effect(app->db, c->finding, c->improvement,
				       app->settings->feedback_minimum, &s->rows,
				       &v->effects[i], err))
			return false;
	}
	return true;
}

static bool revisions_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct revisions *v = s->state;
	struct db *db = app_of(ui)->db;
	int64_t from, to;

	arena_reset(&s->rows);
	if (!load_all(db, s, err) || (!v->picked && !pick_first(db, v, err)))
		return false;
	if (v->left >= v->count || v->right >= v->count)
		v->left = v->right = v->count - 1;
	from = v->all[v->left].id;
	to = v->all[v->right].id;
	if (v->equal_too ? !revision_side_by_side(db, from, to, &s->rows, &v->diff, err)
			 : !revision_compare(db, from, to, &s->rows, &v->diff, err))
		return false;
	v->marks = arena_array(&s->rows, v->diff.count + 1, sizeof *v->marks);
	if (!load_effects(app_of(ui), s, err))
		return false;
	if (v->selected >= v->diff.count)
		v->selected = v->diff.count ? v->diff.count - 1 : 0;
	return true;
}

/* To the first line that changed, where there is one. */
static void go_to_change(struct revisions *v)
{
	v->top = v->selected = 0;
	for (size_t i = 0; i < v->diff.count; i++) {
		if (v->diff.rows[i].mark != CHANGE_NONE) {
			v->selected = i;
			return;
		}
	}
}

static bool revisions_open(struct ui *ui, struct screen *s, const void *argument,
			   struct err *err)
{
	struct revisions *v = s->state;

	v->programme = *(const int64_t *)argument;
	v->equal_too = true;
	if (!revisions_reload(ui, s, err))
		return false;
	go_to_change(v);
	return true;
}

static const char *revisions_title(struct ui *ui, struct screen *s)
{
	const struct revisions *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Revisions %d and %d"), v->p.code,
			    (int)v->all[v->left].number, (int)v->all[v->right].number);
}

static ui_flags revisions_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct revisions *v = s->state;

	(void)ui;
	if (v->diff.count == 0)
		return UI_IGNORED;
	if (key == ' ' && v->diff.rows[v->selected].mark != CHANGE_NONE) {
		v->marks[v->selected] = !v->marks[v->selected];
		return UI_NOTHING;
	}
	return ui_move(&v->selected, v->diff.count, v->page, key);
}

static const char *revisions_hint(struct ui *ui, struct screen *s)
{
	const struct revisions *v = s->state;

	(void)ui;
	if (v->left == v->right)
		return v->count < 2
			       ? _("The design has one revision so far; a change for "
				   "one run makes the next")
			       : _("[ and ] choose the two revisions");
	return _("+ added, - removed, ~ changed; c names the finding behind it (Space "
		 "marks several)");
}

static bool revisions_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct revisions *v = s->state;

	*kind = &revision_kind;
	*id = v->count > 0 ? v->all[v->right].id : 0;
	return *id != 0;
}

const struct screen_class revisions_class = {
	.name = "revisions",
	.context = CONTEXT_REVISIONS,
	.state_size = sizeof(struct revisions),
	.open = revisions_open,
	.title = revisions_title,
	.reload = revisions_reload,
	.draw = revisions_draw,
	.key = revisions_key,
	.hint = revisions_hint,
	.record = revisions_record,
};

static ui_flags pick_side(struct ui *ui, struct revisions *v, size_t *side)
{
	struct ui_choice *choices =
		arena_array(ui_scratch(ui), v->count, sizeof *choices);
	int at;

	for (size_t i = 0; i < v->count; i++)
		choices[i] = (struct ui_choice){ revision_title(ui, &v->all[i]), "" };
	at = ui_pick(ui, _("Which revision?"), choices, v->count, *side);
	if (at < 0)
		return UI_NOTHING;
	*side = (size_t)at;
	v->selected = v->top = 0;
	return UI_RELOAD;
}

ui_flags revisions_left(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	return pick_side(ui, v, &v->left);
}

ui_flags revisions_right(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	return pick_side(ui, v, &v->right);
}

ui_flags revisions_all(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;

	(void)ui;
	v->equal_too = !v->equal_too;
	v->selected = v->top = 0;
	return UI_RELOAD;
}

/* The changed lines that are marked, or the one with the cursor. */
static size_t chosen(struct ui *ui, const struct revisions *v,
		     struct revision_change **out)
{
	size_t count = 0;

	*out = arena_array(ui_scratch(ui), v->diff.count + 1, sizeof **out);
	for (size_t i = 0; i < v->diff.count; i++) {
		if (v->marks[i])
			(*out)[count++] = v->diff.rows[i];
	}
	if (count == 0 && v->diff.count > 0 &&
	    v->diff.rows[v->selected].mark != CHANGE_NONE)
		(*out)[count++] = v->diff.rows[v->selected];
	return count;
}

ui_flags revisions_cause(struct ui *ui, struct screen *s)
{
	struct revisions *v = s->state;
	struct revision_because because = { .text = "" };
	struct revision_reason why;
	struct revision_change *rows;
	struct err err = { 0 };
	size_t count = chosen(ui, v, &rows);
	size_t later = v->left > v->right ? v->left : v->right;

	if (count == 0) {
		ui_refuse(ui,
			  _("Nothing changed in this line; go to one with +, - or ~."));
		return UI_NOTHING;
	}
	if (!design_because(ui, v->programme, _("What is behind this change?"), &why,
			    &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	because.finding = why.finding;
	because.improvement = why.improvement;
	if (why.finding == 0 && why.improvement == 0)
		because.text = why.label;
	if (!revision_cause_set(app_of(ui)->db, v->all[later].id, rows, count, &because,
				&err))
		ui_fail(ui, &err);
	else
		ui_say(ui, _("Saved   (Ctrl+Z takes it back)"));
	return UI_RELOAD;
}

ui_flags revisions_report(struct ui *ui, struct screen *s)
{
	const struct report_argument argument = {
		.name = "changes",
		.programme = ((struct revisions *)s->state)->p.code,
	};

	ui_run(ui, &report_class, &argument, NULL);
	return UI_NOTHING;
}
