#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/competency.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"
#include "needs.h"
#include "ranking.h"
#include "store/record.h"

enum column {
	RANK,
	NEED,
	PEOPLE,
	REQUIRED,
	ACTUAL,
	GAP,
	LEVEL,
	IMPORTANCE,
	SCORE,
	DECISION
};
enum { COLUMN_COUNT = DECISION + 1, BIG = 12 };

static const struct ui_column columns[COLUMN_COUNT] = {
	[RANK] = { N_("No."), 3, true, "rank" },
	[NEED] = { N_("Competency"), 0, false, "name" },
	[PEOPLE] = { N_("n"), 4, true, "respondents" },
	[REQUIRED] = { N_("Req."), 4, true, "required" },
	[ACTUAL] = { N_("Act."), 4, true, "actual" },
	[GAP] = { N_("Lack"), 4, true, "gap" },
	[LEVEL] = { N_("1+"), 3, true, "gap_1_or_more" },
	[IMPORTANCE] = { N_("Imp."), 4, true, "importance" },
	[SCORE] = { N_("Prio."), 5, true, "priority" },
	[DECISION] = { N_("Decision"), 9, false, "decision" },
};
static const unsigned char wide[] = { RANK, NEED,  PEOPLE,     REQUIRED, ACTUAL,
				      GAP,  LEVEL, IMPORTANCE, SCORE,	 DECISION };
static const unsigned char narrow[] = { RANK, NEED, GAP, SCORE, DECISION };
static const struct row_shape shape = {
	.columns = columns,
	.wide = wide,
	.narrow = narrow,
	.wide_count = sizeof wide,
	.narrow_count = sizeof narrow,
	.empty = N_("No need can be ranked yet: nobody answered for whose position "
		    "there is a standard. Key in the sheets of the survey (f on "
		    "its page) and fill in the standards; p names what is "
		    "missing."),
};

/* How the needs can be ranked, by enum need_order. */
static const struct {
	const char *words, *label, *name;
} orders[] = {
	{ N_("by priority"), N_("Prio."), "priority" },
	{ N_("by DIF"), N_("DIF"), "dif" },
	{ N_("by USG"), N_("USG"), "usg" },
	{ N_("by share not yet competent"), N_("Share %"), "share" },
};
enum { ORDER_COUNT = sizeof orders / sizeof *orders };

const char *need_number(struct arena *a, double value, int decimals)
{
	return number_real(a, value, decimals, number_mark());
}

const char *need_mean(struct arena *a, double value)
{
	return isnan(value) ? "" : need_number(a, value, 1);
}

const char *need_level(struct arena *a, int64_t level)
{
	return level == NUMBER_NONE ? "" : number_int(a, level);
}

void needs_report_show(struct ui *ui, const struct survey *survey)
{
	const struct report_argument argument = { .name = "needs", .survey = survey->id };

	ui_run(ui, &report_class, &argument, NULL);
}

static const char *score(struct arena *a, const struct need_row *n, enum need_order order)
{
	int points = order == NEED_BY_DIF ? n->dif : n->usg;

	if (order == NEED_BY_PRIORITY)
		return need_number(a, n->priority, 2);
	if (order == NEED_BY_SHARE)
		return need_number(a, n->share, 1);
	return points ? number_int(a, points) : "";
}

const char *ranking_decided(const struct decision *d)
{
	if (strcmp(d->training, "yes") == 0)
		return _("Training");
	if (strcmp(d->training, "partly") == 0)
		return _("Partly");
	if (*d->cause != '\0')
		return choice_label(need_cause_choices, d->cause);
	return *d->training != '\0' ? _("Other way") : "";
}

/* The item of the plan that answers the need ("▸2027/3"), else the decision. */
static const char *answer(struct arena *a, const struct ranking *v, size_t i)
{
	const struct plan_row *item = v->items[i];

	if (!item)
		return ranking_decided(&v->decisions[i]);
	return arena_printf(a, "%s%d/%d", v->ascii ? ">" : "▸", (int)item->year,
			    (int)item->number);
}

static const char *cell_of(struct arena *a, const struct ranking *v, size_t i,
			   enum column of)
{
	const struct need_row *n = &v->needs[i];

	switch (of) {
	case RANK:
		return number_int(a, (int64_t)i + 1);
	case NEED:
		return arena_printf(a, "%s  %s", n->code, n->name);
	case PEOPLE:
		return number_int(a, n->respondents);
	case REQUIRED:
		return need_number(a, n->required, 2);
	case ACTUAL:
		return need_number(a, n->actual, 2);
	case GAP:
		return need_number(a, n->gap, 2);
	case LEVEL:
		return number_int(a, n->gap_1_or_more);
	case IMPORTANCE:
		return need_number(a, n->importance, 2);
	case SCORE:
		return score(a, n, v->order);
	case DECISION:
		return answer(a, v, i);
	}
	return "";
}

static void fill_row(struct arena *a, const struct ranking *v, size_t i,
		     struct list_row *row)
{
	row->id = v->needs[i].competency;
	row->style = STYLE_PLAIN;
	row->cells = arena_array(a, v->rows.place_count, sizeof *row->cells);
	for (size_t c = 0; c < v->rows.place_count; c++)
		row->cells[c] = cell_of(a, v, i, v->rows.places[c]);
}

static bool load_left_out(struct db *db, struct ranking *v, struct arena *arena,
			  struct err *err)
{
	struct need_position *positions;
	size_t count;

	if (!need_unstandardised(db, v->id, 0, arena, &positions, &count, err))
		return false;
	v->left_out = 0;
	for (size_t i = 0; i < count; i++)
		v->left_out += positions[i].people;
	return true;
}

/* The oldest item of each need: the one that the key leads to. */
static bool load_items(struct db *db, struct ranking *v, struct arena *arena,
		       struct err *err)
{
	struct plan_row *items;
	size_t count;

	if (!plan_of_survey(db, v->id, arena, &items, &count, err))
		return false;
	v->items = arena_array(arena, v->count + 1, sizeof *v->items);
	for (size_t i = 0; i < v->count; i++) {
		v->items[i] = NULL;
		for (size_t k = count; k-- > 0;) {
			if (items[k].competency_id == v->needs[i].competency)
				v->items[i] = &items[k];
		}
	}
	return true;
}

static bool load(struct db *db, struct ranking *v, struct arena *arena, struct err *err)
{
	if (!record_load(db, &survey_kind, v->id, &v->survey, arena, err) ||
	    !need_list(db, v->id, 0, arena, &v->needs, &v->count, err) ||
	    !load_left_out(db, v, arena, err))
		return false;
	need_sort(v->needs, v->count, v->order);
	v->decisions = arena_array(arena, v->count + 1, sizeof *v->decisions);
	for (size_t i = 0; i < v->count; i++) {
		if (!decision_of(db, v->id, v->needs[i].competency, arena,
				 &v->decisions[i], err))
			return false;
	}
	return load_items(db, v, arena, err);
}

static void name_score(struct ranking *v)
{
	for (size_t i = 0; i < v->rows.place_count; i++) {
		if (v->rows.places[i] != SCORE)
			continue;
		v->rows.columns[i].label = orders[v->order].label;
		v->rows.columns[i].name = orders[v->order].name;
	}
}

static bool ranking_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct ranking *v = s->state;
	struct list_row *rows;

	arena_reset(&s->rows);
	if (!load(app_of(ui)->db, v, &s->rows, err))
		return false;
	name_score(v);
	rows = arena_array(&s->rows, v->count + 1, sizeof *rows);
	for (size_t i = 0; i < v->count; i++)
		fill_row(&s->rows, v, i, &rows[i]);
	row_view_set(&v->rows, rows, v->count);
	return true;
}

static bool ranking_open(struct ui *ui, struct screen *s, const void *argument,
			 struct err *err)
{
	struct ranking *v = s->state;

	v->id = *(const int64_t *)argument;
	v->ascii = app_of(ui)->settings->ascii;
	row_view_init_shape(ui, &v->rows, s, &shape);
	return ranking_reload(ui, s, err);
}

static const char *ranking_title(struct ui *ui, struct screen *s)
{
	const struct ranking *v = s->state;

	/* TRANSLATORS: survey, how many, "by priority", filter */
	return arena_printf(ui_scratch(ui), _("%s › Needs  %d  %s%s"), v->survey.code,
			    (int)v->count, _(orders[v->order].words),
			    row_view_filter(ui, &v->rows));
}

bool ranking_current(const struct ranking *v, size_t *at)
{
	int64_t id = row_view_current(&v->rows);

	for (*at = 0; *at < v->count; ++*at) {
		if (v->needs[*at].competency == id)
			return true;
	}
	return false;
}

static void ranking_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct ranking *v = s->state;
	int rows = canvas_rows(c), feet = RANKING_FOOT;

	if (rows < BIG || v->count == 0)
		feet = 0;
	list_view_draw(ui, &v->rows.view, c, 0, rows - feet);
	if (feet > 0)
		ranking_draw_foot(ui, v, c, rows - feet);
}

static const char *dif_line(struct ui *ui, const struct decision *d, int points)
{
	if (points == 0)
		return _("Difficulty, importance and frequency are not all scored; d "
			 "does it");
	return arena_printf(ui_scratch(ui),
			    _("DIF %d: difficulty %s × importance %s × frequency %s"),
			    points, choice_label(dif_choices, d->difficulty),
			    choice_label(dif_choices, d->weight),
			    choice_label(dif_choices, d->frequency));
}

static const char *usg_line(struct ui *ui, const struct decision *d, int points)
{
	if (points == 0)
		return _("Urgency, seriousness and growth are not all scored; d does it");
	return arena_printf(ui_scratch(ui),
			    _("USG %d: urgency %d + seriousness %d + growth %d"), points,
			    (int)d->urgency, (int)d->seriousness, (int)d->growth);
}

/* What the score with the cursor is computed from. */
static const char *ranking_hint(struct ui *ui, struct screen *s)
{
	const struct ranking *v = s->state;
	struct arena *a = ui_scratch(ui);
	const struct need_row *n;
	size_t at;

	if (!ranking_current(v, &at))
		return "";
	n = &v->needs[at];
	if (v->order == NEED_BY_DIF)
		return dif_line(ui, &v->decisions[at], n->dif);
	if (v->order == NEED_BY_USG)
		return usg_line(ui, &v->decisions[at], n->usg);
	if (v->order == NEED_BY_SHARE)
		return arena_printf(a, _("%d of %d are not yet competent: %s%% (%s)"),
				    (int)n->not_competent, (int)n->respondents,
				    need_number(a, n->share, 1),
				    need_band_words(n->share, app_of(ui)->settings));
	return arena_printf(a, _("Priority %s = gap %s × importance %s"),
			    need_number(a, n->priority, 2), need_number(a, n->gap, 2),
			    need_number(a, n->importance, 2));
}

static bool ranking_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &competency_kind;
	*id = row_view_current(&((struct ranking *)s->state)->rows);
	return *id != 0;
}

const struct screen_class ranking_class = {
	.name = "ranking",
	.context = CONTEXT_RANKING,
	.state_size = sizeof(struct ranking),
	.open = ranking_open,
	.title = ranking_title,
	.reload = ranking_reload,
	.draw = ranking_draw,
	.key = row_view_key,
	.hint = ranking_hint,
	.record = ranking_record,
};

ui_flags surveys_needs(struct ui *ui, struct screen *s)
{
	const struct kind *kind;
	int64_t id = 0;

	if (s->class->record(s, &kind, &id) && id != 0)
		ui_run(ui, &ranking_class, &id, NULL);
	return UI_RELOAD;
}

ui_flags ranking_people(struct ui *ui, struct screen *s)
{
	const struct ranking *v = s->state;
	const struct need_scope scope = { .survey = v->id,
					  .competency = row_view_current(&v->rows) };

	if (scope.competency != 0)
		ui_run(ui, &need_people_class, &scope, NULL);
	return UI_RELOAD;
}

ui_flags ranking_decide(struct ui *ui, struct screen *s)
{
	const struct ranking *v = s->state;
	int64_t competency = row_view_current(&v->rows);
	struct edit_argument argument = { .kind = &decision_kind,
					  .parent_field = "survey",
					  .parent = v->id,
					  .given = competency };
	struct decision made;
	struct err err = { 0 };

	if (competency == 0)
		return UI_NOTHING;
	if (!decision_of(app_of(ui)->db, v->id, competency, ui_scratch(ui), &made,
			 &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	argument.id = made.id;
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

/* Once it is in the plan, its item opens; what is not decided is refused. */
ui_flags ranking_plan(struct ui *ui, struct screen *s)
{
	const struct ranking *v = s->state;
	struct edit_argument argument = { .kind = &plan_item_kind };
	struct err err = { 0 };
	size_t at;

	if (!ranking_current(v, &at))
		return UI_NOTHING;
	if (!plan_from_decision(app_of(ui)->db, v->id, v->needs[at].competency,
				&argument.id, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!v->items[at])
		ui_say(ui,
		       _("In the plan now; add quarter, JP, cost, source   (Esc, Ctrl+Z "
			 "takes it back)"));
	ui_run(ui, &record_edit_class, &argument, NULL);
	return UI_RELOAD;
}

ui_flags ranking_heat(struct ui *ui, struct screen *s)
{
	ui_run(ui, &heat_map_class, &((const struct ranking *)s->state)->id, NULL);
	return UI_RELOAD;
}

ui_flags ranking_order(struct ui *ui, struct screen *s)
{
	struct ranking *v = s->state;

	(void)ui;
	v->order = (enum need_order)((v->order + 1) % ORDER_COUNT);
	return UI_RELOAD;
}

ui_flags ranking_report(struct ui *ui, struct screen *s)
{
	needs_report_show(ui, &((const struct ranking *)s->state)->survey);
	return UI_NOTHING;
}
