#include "app.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "list_commands.h"
#include "record_list.h"
#include "store/history.h"

/* Deleting from a list of records. */

/* The marked records, or the one under the cursor, which is put into *one. */
static size_t chosen(struct record_list *l, const int64_t **ids, int64_t *one)
{
	if (l->view.mark_count > 0) {
		*ids = l->view.marks;
		return l->view.mark_count;
	}
	*one = list_view_current(&l->view);
	*ids = one;
	return *one != 0 ? 1 : 0;
}

static bool remove_chosen(struct ui *ui, struct record_list *l, const int64_t *ids,
			  size_t count, struct err *err)
{
	struct design_edit edit = { .programme = l->argument.run,
				    .kind = l->argument.kind };

	if (l->argument.run == 0)
		return records_remove(l->app->db, l->argument.kind, ids, count, err);
	return design_reason(ui, &edit, err) &&
	       design_parts_remove(l->app->db, &edit, ids, count, err);
}

/* A programme takes a year of work with it: say how much that was. */
static void tell_deleted(struct ui *ui, struct record_list *l, size_t count)
{
	struct history_entry *last;
	size_t found = 0;
	struct err ignored = { 0 };

	if (history_list(l->app->db, 0, 1, ui_scratch(ui), &last, &found, &ignored) &&
	    found > 0 && last->changes > count)
		ui_say(ui,
		       _("%d deleted, with %d records that belonged to it   (Ctrl+Z "
			 "brings all back)"),
		       (int)count, (int)(last->changes - count));
	else
		ui_say(ui,
		       P_("%d record deleted   (Ctrl+Z brings it back)",
			  "%d records deleted   (Ctrl+Z brings them back)", count),
		       (int)count);
}

ui_flags list_delete(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	struct err err = { 0 };
	const int64_t *ids;
	int64_t one;
	size_t count = chosen(l, &ids, &one);

	if (count == 0)
		return UI_NOTHING;
	if (!remove_chosen(ui, l, ids, count, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	tell_deleted(ui, l, count);
	l->view.mark_count = 0;
	return UI_RELOAD;
}
