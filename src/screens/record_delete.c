#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/feedback_sheet.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "list_commands.h"
#include "record_list.h"
#include "store/history.h"
#include "store/record.h"

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

/* The sheets of the programme that were keyed into one of its questionnaires. */
static int64_t sheets_of(struct ui *ui, int64_t programme, int64_t id, struct err *err)
{
	struct sheet_questionnaire *all;
	struct revision_questionnaire r;
	size_t count = 0;

	if (!record_load(app_of(ui)->db, &revision_questionnaire_kind, id, &r,
			 ui_scratch(ui), err) ||
	    !sheet_questionnaires(app_of(ui)->db, programme, ui_scratch(ui), &all, &count,
				  err))
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (all[i].id == r.questionnaire)
			return all[i].sheets;
	}
	return 0;
}

/* Is it meant to take a questionnaire from a programme that has its sheets? */
static bool is_meant(struct ui *ui, const struct record_list *l, const int64_t *ids,
		     size_t count)
{
	struct err ignored = { 0 };
	int64_t sheets = 0;

	if (l->argument.run == 0 || l->argument.kind != &revision_questionnaire_kind)
		return true;
	for (size_t i = 0; i < count; i++)
		sheets += sheets_of(ui, l->argument.run, ids[i], &ignored);
	return sheets == 0 ||
	       ui_confirm(ui, arena_printf(ui_scratch(ui),
					   P_("%d sheet is keyed into it. Take it out?",
					      "%d sheets are keyed into it. Take it out?",
					      (size_t)sheets),
					   (int)sheets));
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

	if (count == 0 || !is_meant(ui, l, ids, count))
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
