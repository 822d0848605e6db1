#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "domain/programme.h"
#include "reports.h"
#include "store/select.h"

/* clang-format off */
const struct report_kind report_kinds[] = {
	{ "overview",       N_("Overview of today"),                report_overview },
	{ "evaluation",     N_("Evaluation of programmes"),         report_evaluation },
	{ "feedback-items", N_("Feedback by question"),             report_feedback_items },
	{ "groups",         N_("Groups and their members"),         report_groups },
	{ "projects",       N_("Projects and milestones"),          report_projects },
	{ "needs",          N_("Needs by competency"),              report_needs },
	{ "jp-recap",       N_("Lesson hours (JP) by unit"),        report_jp_recap },
	{ NULL, NULL, NULL },
};
/* clang-format on */

const struct report_kind *report_kind_find(const char *name)
{
	for (const struct report_kind *k = report_kinds; k->name; k++) {
		if (strcmp(k->name, name) == 0)
			return k;
	}
	return NULL;
}

enum { PROGRAMMES_MOST = 2000 };

bool requested_programmes(struct db *db, const struct report_request *request,
			  struct arena *arena, struct programme_row **out, size_t *count,
			  struct err *err)
{
	struct select_term term = { "code", SELECT_IS, request->programme };
	struct select select = { .kind = &programme_kind,
				 .terms = &term,
				 .term_count = request->programme ? 1 : 0 };
	struct rows rows = { NULL, 0 };
	struct programme_row *found;

	if (!select_page(db, &select, SELECT_FIRST, 0, PROGRAMMES_MOST, arena, &rows, err))
		return false;
	if (request->programme && rows.count == 0)
		return err_set(err, ERR_NOT_FOUND,
			       _("There is no programme %s. Look up its code in the list."),
			       request->programme);
	found = arena_array(arena, rows.count + 1, sizeof *found);
	for (size_t i = 0; i < rows.count; i++) {
		const struct programme *p = (const struct programme *)rows.rows + i;

		found[i] = (struct programme_row){ p->id, p->code, p->title };
	}
	*out = found;
	*count = rows.count;
	return true;
}
