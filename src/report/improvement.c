#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/kind.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/feedback.h"
#include "domain/improve_list.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/next_run.h"
#include "reports.h"
#include "translate.h"

/* What a run showed, what was done about it, and whether it helped. */

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",     N_("Programme"),      false },
	{ "finding",       N_("No."),            true },
	{ "source",        N_("Source"),         false },
	{ "kind",          N_("Kind"),           false },
	{ "statement",     N_("What was found"), false },
	{ "count",         N_("Said"),           true },
	{ "figure",        N_("Figure"),         true },
	{ "number",        N_("Action"),         true },
	{ "action",        N_("What is done"),   false },
	{ "owner",         N_("Owner"),          false },
	{ "due",           N_("Due on"),         false },
	{ "decision",      N_("Decision"),       false },
	{ "status",        N_("Status"),         false },
	{ "result",        N_("Result"),         false },
	{ "carried_from",  N_("Carried from"),   false },
	{ "changed",       N_("Changed lines"),  false },
	{ "figure_before", N_("Before"),         true },
	{ "n_before",      N_("n before"),       true },
	{ "figure_after",  N_("After"),          true },
	{ "n_after",       N_("n after"),        true },
	{ "helped",        N_("Helped"),         false },
};
/* clang-format on */

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

/* "Revision 2: Objective 3, Level" of "2: objective 3 level". */
static const char *line_shown(struct arena *a, const char *line)
{
	const char *rest = strstr(line, ": "), *field = strrchr(line, ' ') + 1;
	const char *part = rest ? rest + 2 : line;
	size_t revision = rest ? (size_t)(rest - line) : 0, name = strcspn(part, " ");
	const struct kind *kind = kind_find(arena_strndup(a, part, name));
	const struct field *f = kind ? kind_field(kind, field) : NULL;
	const char *number = part + name + (part[name] == ' ');

	if (!kind)
		return line;
	number = kind_field(kind, "number")
			 ? arena_printf(a, " %.*s", (int)strcspn(number, " "), number)
			 : "";
	return arena_printf(a, _("Revision %s: %s%s%s%s"),
			    arena_strndup(a, line, revision), _(kind->label), number,
			    f ? ", " : "", f ? _(f->label) : "");
}

static const char *changed_shown(struct arena *a, const char *changed)
{
	const char *all = "";

	while (*changed != '\0') {
		size_t length = strcspn(changed, ";");

		all = arena_printf(a, "%s%s%s", all, *all ? "; " : "",
				   line_shown(a, arena_strndup(a, changed, length)));
		changed += length + (changed[length] == ';');
		changed += *changed == ' ';
	}
	return all;
}

static void put_row(struct report *out, struct cell *c, const char *code,
		    const struct improve_row *r)
{
	*c++ = cell_text(code);
	*c++ = cell_int(r->number);
	*c++ = cell_choice(finding_source_choices, r->source);
	*c++ = cell_choice(improvement_kind_choices, r->kind);
	*c++ = cell_text(r->statement);
	*c++ = cell_int(r->count);
	*c++ = cell_real(r->figure == NUMBER_NONE ? (double)NAN : (double)r->figure / 100,
			 2);
	*c++ = cell_int(r->action_number);
	*c++ = cell_text(r->action);
	*c++ = cell_text(r->owner);
	*c++ = cell_day(out->arena, r->due);
	*c++ = cell_text(r->decision);
	*c++ = cell_choice(improvement_status_choices, r->status);
	*c++ = cell_text(r->result);
	*c++ = cell_text(r->carried_from);
	*c = cell_term(r->changed, changed_shown(out->arena, r->changed));
}

/* The last columns: the figures of the same question, and the verdict. */
static void put_effect(struct cell *c, const struct effect *e)
{
	c += COLUMN_COUNT - 5;
	c[0] = cell_real(e->before, 6);
	if (e->n_before > 0)
		c[1] = cell_int(e->n_before);
	c[2] = cell_real(e->after, 6);
	if (e->n_after > 0)
		c[3] = cell_int(e->n_after);
	c[4] = cell_term(helped_code(e->helped), helped_label(e->helped));
}

static bool put_programme(struct db *db, const struct report_request *request,
			  const struct programme_row *p, struct block *table,
			  struct report *out, struct err *err)
{
	struct improve_row *rows;
	size_t count;

	if (!improve_list(db, p->id, out->arena, &rows, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct cell *c = report_row(out, table);
		struct effect effect;

		put_row(out, c, p->code, &rows[i]);
		if (rows[i].improvement == 0)
			continue;
		if (!improvement_effect(db, rows[i].improvement,
					request->settings->feedback_minimum, out->arena,
					&effect, err))
			return false;
		put_effect(c, &effect);
	}
	return true;
}

static bool tell_effect(struct db *db, const struct improve_row *r, long minimum,
			struct report *out, struct err *err)
{
	struct effect effect;
	const char *words;

	if (!improvement_effect(db, r->improvement, minimum, out->arena, &effect, err))
		return false;
	words = effect_words(&effect, out->arena);
	if (*words != '\0')
		report_text(out, _("Action %d, %s → %s: %s."), (int)r->action_number,
			    effect.run_before, effect.run_after, words);
	return true;
}

static bool tell_effects(struct db *db, int64_t programme, long minimum,
			 struct report *out, struct err *err)
{
	struct improve_row *rows;
	size_t count;

	if (!improve_list(db, programme, out->arena, &rows, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (rows[i].improvement != 0 && strcmp(rows[i].status, "carried") != 0 &&
		    !tell_effect(db, &rows[i], minimum, out, err))
			return false;
	}
	return true;
}

/* Actions that were done in the run before show their effect in this one. */
bool report_effects(struct db *db, int64_t programme, long minimum, struct report *out,
		    struct err *err)
{
	int64_t before = 0;

	return run_before(db, programme, &before, err) &&
	       (before == 0 || tell_effects(db, before, minimum, out, err)) &&
	       tell_effects(db, programme, minimum, out, err);
}

/* In words below the table: how many are open, and what helped. */
static bool tell(struct db *db, const struct report_request *request,
		 const struct programme_row *p, struct report *out, struct err *err)
{
	struct waiting waiting;

	if (!improvement_waiting(db, p->id, &waiting, err))
		return false;
	report_heading(out, arena_printf(out->arena, "%s  %s", p->code, p->title));
	if (waiting.actions > 0)
		report_text(out,
			    P_("%d action of the run before is still open.",
			       "%d actions of the run before are still open.",
			       (size_t)waiting.actions),
			    (int)waiting.actions);
	if (waiting.findings > 0)
		report_text(out,
			    P_("%d finding of the run before has no action yet.",
			       "%d findings of the run before have no action yet.",
			       (size_t)waiting.findings),
			    (int)waiting.findings);
	return report_effects(db, p->id, request->settings->feedback_minimum, out, err);
}

bool report_improvement(struct db *db, const struct report_request *request,
			struct report *out, struct err *err)
{
	struct programme_row *programmes;
	struct block *table;
	size_t count;

	if (!programme_list(db, request->programme, out->arena, &programmes, &count, err))
		return false;
	for (size_t i = 0; request->programme && i < count; i++) {
		if (!tell(db, request, &programmes[i], out, err))
			return false;
	}
	table = report_table(out, "improvement",
			     columns_translated(out->arena, columns, COLUMN_COUNT),
			     COLUMN_COUNT);
	for (size_t i = 0; i < count; i++) {
		if (!put_programme(db, request, &programmes[i], table, out, err))
			return false;
	}
	return true;
}
