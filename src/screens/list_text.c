#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "record_list.h"
#include "store/record.h"

/* ---- what an empty list says ---- */

/* Of kinds where it is not plain what to do, or that nothing is to be done. */
static const struct {
	const char *kind, *text, *choosing; /* the same while one is chosen: NULL */
} own_empties[] = {
	{ "questionnaire",
	  N_("There is no questionnaire yet. r adds a ready one, n makes a new one."),
	  N_("There is no questionnaire yet. 7 on the first screen and r there add a "
	     "ready one; n makes one.") },
	{ "revision_questionnaire",
	  N_("No questionnaire belongs to the programme yet. n chooses one; 7 on the "
	     "first screen and r there add ready ones."),
	  NULL },
	{ "position",
	  N_("No position has a type yet. The matrix of standards (m on the list of "
	     "competencies) shows the positions people hold; t there chooses the type. "
	     "n adds one here."),
	  NULL },
	{ "position_type",
	  N_("There is no type of position yet. r adds the ready ones, n one of your "
	     "own."),
	  NULL },
	{ "conversion",
	  N_("There is no rule of conversion yet. r adds the ready ones, n one of your "
	     "own."),
	  NULL },
	{ "survey_competency",
	  N_("The survey asks about all competencies. n chooses one; from then on it "
	     "asks about the chosen ones alone."),
	  NULL },
	{ "survey_unit",
	  N_("The survey asks the people of all units. n chooses one; from then on it "
	     "asks the chosen ones alone."),
	  NULL },
};

static const char *nothing_yet(const struct list_argument *a)
{
	for (size_t i = 0; i < sizeof own_empties / sizeof *own_empties; i++) {
		if (strcmp(own_empties[i].kind, a->kind->name) != 0)
			continue;
		return a->choose && own_empties[i].choosing ? own_empties[i].choosing
							    : own_empties[i].text;
	}
	return N_("There is nothing here yet. Press n to add the first one.");
}

const char *list_empty_text(const struct record_list *l)
{
	if (l->select.term_count > 0)
		return N_("Nothing is like the example. F7 changes it; emptied, it "
			  "shows all again.");
	if (*l->select.filter != '\0')
		return N_("Nothing fits what you look for. / with nothing behind it "
			  "shows all again.");
	return nothing_yet(&l->argument);
}

/* ---- what the foot says ---- */

/* Of lists with keys of their own. */
static const struct {
	enum context context;
	const char *text;
} own_hints[] = {
	{ CONTEXT_COMPETENCIES,
	  N_("m standards of positions, l levels, j positions, t types of "
	     "positions, r ready ones") },
	{ CONTEXT_SESSIONS,
	  N_("a takes attendance, r makes a series, m moves from here on, c "
	     "shows clashes") },
};

/* What the mark of the record with the cursor means; "" without one. */
static const char *remark_told(struct ui *ui, const struct record_list *l)
{
	struct arena *a = ui_scratch(ui);
	void *record = arena_array(a, 1, l->argument.kind->size);
	int64_t id = list_view_current(&l->view);
	const char *mark, *told;
	struct err ignored = { 0 };

	if (!l->remark || id == 0 ||
	    !record_load(l->app->db, l->argument.kind, id, record, a, &ignored) ||
	    !l->remark(l->app->db, record, a, &mark, &told, &ignored))
		return "";
	return told;
}

const char *list_hint(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	const char *told = remark_told(ui, l);

	if (*told != '\0')
		return told;
	if (l->argument.many)
		return _("Enter takes it, or all that Space has marked; / searches, n "
			 "adds one");
	if (l->argument.choose && strcmp(l->argument.kind->name, "questionnaire") == 0)
		return _("Enter takes it; ready ones are added by r in list 7 of the "
			 "first screen");
	if (l->argument.choose)
		return _("Enter takes the record, / searches, n adds one, Esc goes back");
	for (size_t i = 0; i < sizeof own_hints / sizeof *own_hints; i++) {
		if (own_hints[i].context == s->class->context)
			return _(own_hints[i].text);
	}
	return "";
}
