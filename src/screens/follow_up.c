#include "follow_up.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/db.h"
#include "store/record.h"

const struct kind *follow_up_part_kind(enum follow_up_part part)
{
	static const struct kind *const kinds[PART_COUNT] = {
		[PART_FOLLOW_UPS] = &follow_up_kind,
		[PART_RESULTS] = &result_kind,
		[PART_SKM] = &skm_round_kind,
		[PART_BENEFITS] = &benefit_kind,
	};

	return kinds[part];
}

const struct follow_up_line *follow_up_line(const struct follow_up_screen *v)
{
	return &v->lines[v->selected];
}

int64_t follow_up_record(const struct follow_up_screen *v, const struct kind **kind)
{
	const struct follow_up_line *line = follow_up_line(v);

	*kind = follow_up_part_kind(line->part);
	if (line->empty)
		return 0;
	switch (line->part) {
	case PART_FOLLOW_UPS:
		return v->follow_ups[line->at].follow_up.id;
	case PART_RESULTS:
		return v->results[line->at].result.id;
	case PART_SKM:
		return v->rounds[line->at].id;
	case PART_BENEFITS:
		return v->benefits[line->at].id;
	case PART_COUNT:
		break;
	}
	return 0;
}

/* A line for each record, and one for a part that has none. */
static void make_lines(struct follow_up_screen *v, struct arena *a)
{
	size_t most = PART_COUNT, at = 0;

	for (int part = 0; part < PART_COUNT; part++)
		most += v->counts[part];
	v->lines = arena_array(a, most, sizeof *v->lines);
	for (int part = 0; part < PART_COUNT; part++) {
		for (size_t i = 0; i < v->counts[part]; i++)
			v->lines[at++] =
				(struct follow_up_line){ (enum follow_up_part)part, i,
							 false };
		if (v->counts[part] == 0)
			v->lines[at++] =
				(struct follow_up_line){ (enum follow_up_part)part, 0,
							 true };
	}
	v->line_count = at;
	if (v->selected >= at)
		v->selected = at - 1;
}

/* To what was just added, wherever it sorts. */
static void go_to_added(struct follow_up_screen *v)
{
	const struct kind *kind;
	size_t before = v->selected;

	for (v->selected = 0; v->added_id != 0 && v->selected < v->line_count;
	     v->selected++) {
		if (follow_up_record(v, &kind) == v->added_id && kind == v->added)
			break;
	}
	if (v->added_id == 0 || v->selected == v->line_count)
		v->selected = before;
	v->added_id = 0;
}

static bool follow_up_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct db *db = app_of(ui)->db;
	struct follow_up_screen *v = s->state;

	arena_reset(&s->rows);
	if (!record_load(db, &programme_kind, v->programme, &v->p, &s->rows, err) ||
	    !follow_up_list(db, v->programme, clock_today(), &s->rows, &v->follow_ups,
			    &v->counts[PART_FOLLOW_UPS], err) ||
	    !result_list(db, v->programme, &s->rows, &v->results,
			 &v->counts[PART_RESULTS], err) ||
	    !skm_list(db, v->programme, &s->rows, &v->rounds, &v->counts[PART_SKM],
		      err) ||
	    !benefit_list(db, v->programme, &s->rows, &v->benefits,
			  &v->counts[PART_BENEFITS], err))
		return false;
	v->sum = benefit_sum(v->benefits, v->counts[PART_BENEFITS]);
	make_lines(v, &s->rows);
	go_to_added(v);
	return true;
}

static bool follow_up_begin(struct ui *ui, struct screen *s, const void *argument,
			    struct err *err)
{
	((struct follow_up_screen *)s->state)->programme = *(const int64_t *)argument;
	return follow_up_reload(ui, s, err);
}

static const char *follow_up_title(struct ui *ui, struct screen *s)
{
	struct follow_up_screen *v = s->state;

	return arena_printf(ui_scratch(ui), _("%s › Follow-up"), v->p.code);
}

static ui_flags follow_up_key(struct ui *ui, struct screen *s, int32_t key)
{
	struct follow_up_screen *v = s->state;

	(void)ui;
	return ui_move(&v->selected, v->line_count, v->page > 0 ? (size_t)v->page : 1,
		       key);
}

const struct screen_class follow_up_class = {
	.name = "follow-up",
	.context = CONTEXT_FOLLOW_UP,
	.state_size = sizeof(struct follow_up_screen),
	.open = follow_up_begin,
	.title = follow_up_title,
	.reload = follow_up_reload,
	.draw = follow_up_draw,
	.key = follow_up_key,
	.hint = follow_up_hint,
};
