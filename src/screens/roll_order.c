#include "roll_order.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "store/db.h"

static const char note[] = "roll-order";

enum roll_order roll_order_kept(struct app *app)
{
	struct arena arena = { 0 };
	struct err ignored = { 0 };
	const char *kept = "";
	long order = 0;

	if (db_note_get(app->db, note, &arena, &kept, &ignored))
		order = strtol(kept, NULL, 10);
	arena_done(&arena);
	return order > 0 && order < ROLL_ORDERS ? (enum roll_order)order : ROLL_BY_NAME;
}

enum roll_order roll_order_next(struct ui *ui, enum roll_order order)
{
	struct app *app = app_of(ui);
	enum roll_order next = (enum roll_order)(((int)order + 1) % ROLL_ORDERS);
	struct err ignored = { 0 };

	/* Only a convenience: where it cannot be kept, it holds for now. */
	if (!db_is_read_only(app->db))
		(void)db_note_set(app->db, note, number_int(ui_scratch(ui), next),
				  &ignored);
	ui_say(ui, "%s",
	       next == ROLL_BY_NAME  ? _("In order of the names.")
	       : next == ROLL_BY_NIP ? _("In order of the NIP.")
				     : _("In the order of enrolment."));
	return next;
}

struct grid_cell roll_name(const struct roll *roll, size_t row, enum roll_order order,
			   struct arena *arena)
{
	const struct roll_person *p = &roll->people[row];
	const char *text =
		order == ROLL_BY_NIP
			? arena_printf(arena, "%3zu  %-18s  %s", row + 1, p->nip, p->name)
			: arena_printf(arena, "%3zu  %s", row + 1, p->name);

	return (struct grid_cell){ text, p->place ? STYLE_PLAIN : STYLE_DIM };
}

const char *roll_nobody(void)
{
	return N_("Nobody holds a place in the programme yet. Press Esc, then p, to "
		  "enrol people.");
}

void roll_grid_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	grid_view_draw(ui, &((struct roll_grid *)s->state)->grid, c);
}

ui_flags roll_back(struct ui *ui, struct screen *s)
{
	struct roll_grid *v = s->state;
	size_t length = strlen(v->typed);

	(void)ui;
	if (v->ended) { /* the last person is the one before */
		v->ended = false;
		return UI_PART;
	}
	if (length > 0) {
		v->typed[length - 1] = '\0';
		return UI_PART;
	}
	return v->grid.rows ? grid_view_key(&v->grid, UI_KEY_UP) : UI_NOTHING;
}

static bool is_busy(struct ui *ui, const struct roll_grid *v)
{
	return v->busy && v->busy(ui, v);
}

ui_flags roll_reorder(struct ui *ui, struct screen *s)
{
	struct roll_grid *v = s->state;

	if (is_busy(ui, v))
		return UI_NOTHING;
	v->typed[0] = '\0';
	v->order = roll_order_next(ui, v->order);
	return UI_RELOAD;
}

/* What is typed first; then what was stored last, and the cursor goes there. */
ui_flags roll_undo(struct ui *ui, struct screen *s)
{
	struct roll_grid *v = s->state;
	ui_flags done;

	if (v->typed[0] != '\0') {
		v->typed[0] = '\0';
		return UI_PART;
	}
	if (is_busy(ui, v))
		return UI_NOTHING;
	v->ended = false;
	done = undo_last(ui);
	v->follow = (done & UI_RELOAD) != 0;
	return done;
}
