#include "domain/suggestion.h"

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/settings.h"
#include "domain/analysis.h"
#include "domain/lists.h"
#include "domain/office.h"
#include "domain/survey.h"
#include "reports.h"
#include "translate.h"

/* clang-format off */
static const struct report_column columns[] = {
	{ "programme",  N_("Programme"),  false },
	{ "rank",       N_("Rank"),       true },
	{ "nip",        N_("NIP"),        false },
	{ "name",       N_("Name"),       false },
	{ "unit",       N_("Unit"),       false },
	{ "employment", N_("Employment"), false },
	{ "gap",        N_("Gap"),        true },
	{ "priority",   N_("Priority"),   true },
	{ "below",      N_("Below"),      true },
	{ "measured",   N_("Measured"),   true },
	{ "answers",    N_("Answers"),    true },
	{ "flagged",    N_("Verify"),     true },
	{ "jp",         N_("JP"),         true },
	{ "jp_lacking", N_("JP lacking"), true },
	{ "reason",     N_("Reason"),     false },
};
static const struct report_column people_columns[] = {
	{ "rank",       N_("Rank"),       true },
	{ "name",       N_("Name"),       false },
	{ "unit",       N_("Unit"),       false },
	{ "gap",        N_("Lack"),       true },
	{ "answers",    N_("n"),          true },
	{ "priority",   N_("Prio."),      true },
	{ "jp",         N_("JP"),         true },
	{ "jp_lacking", N_("Lacking"),    true },
	{ "note",       N_("Note"),       false },
};
/* clang-format on */

enum {
	COLUMN_COUNT = sizeof columns / sizeof *columns,
	PEOPLE_COLUMNS = sizeof people_columns / sizeof *people_columns,
	DECIMALS = 6,
	FIRST = 20 /* of each programme, where nobody asked for one */
};

static struct cell jp(int64_t hundredths)
{
	return cell_real((double)hundredths / 100.0, hundredths % 100 == 0 ? 0 : 2);
}

static struct cell known(const struct suggestion *s, struct cell cell)
{
	return s->cause == SUGGESTION_GAP ? cell : (struct cell){ .type = CELL_NONE };
}

static void put_file_row(struct report *out, struct block *table,
			 const struct suggestion *s, size_t rank)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_text(s->programme->code);
	c[1] = cell_int((int64_t)rank);
	c[2] = cell_text(s->person->nip);
	c[3] = cell_text(s->person->name);
	c[4] = cell_text(s->person->unit_code);
	c[5] = cell_choice(employment_choices, s->person->employment);
	c[6] = known(s, cell_real(s->gap, DECIMALS));
	c[7] = known(s, cell_real(s->priority, DECIMALS));
	c[8] = known(s, cell_int(s->below));
	c[9] = cell_int(s->measured);
	c[10] = cell_int(s->answers);
	c[11] = cell_int(s->flagged);
	c[12] = jp(s->person->jp);
	c[13] = jp(s->person->lacking);
	c[14] = cell_text(suggestion_term(s));
}

static void put_row(struct report *out, struct block *table, const struct suggestion *s,
		    size_t rank)
{
	struct cell *c = report_row(out, table);

	c[0] = cell_int((int64_t)rank);
	c[1] = cell_text(s->person->name);
	c[2] = cell_text(s->person->unit_code);
	c[3] = known(s, cell_real(s->gap, DECIMALS));
	c[4] = known(s, cell_int(s->answers));
	c[5] = known(s, cell_real(s->priority, DECIMALS));
	c[6] = jp(s->person->jp);
	c[7] = jp(s->person->lacking);
	c[8] = cell_text(suggestion_note(s));
}

/* What the programme is for, and for whom. */
static void put_about(struct report *out, const struct suggestion_programme *p,
		      size_t people)
{
	const char *obstacle = suggestion_obstacle(p);

	report_heading(out, arena_printf(out->arena, "%s %s", p->code, p->title));
	if (*obstacle != '\0') {
		report_text(out, "%s", obstacle);
		return;
	}
	report_text(out, _("For: %s. Units: %s."), p->aims,
		    *p->units != '\0' ? p->units : _("all"));
	if (people == 0)
		report_text(out, _("Nobody is left to invite: all who need it are in, or "
				   "completed it."));
}

/* A report while it is put together. */
struct writing {
	struct report *out;
	struct block *files;
	size_t most; /* people of a programme */
};

/* The rows of one programme, which stand first in the list; how many they are. */
static size_t put_programme(struct writing *w, const struct suggestion_programme *p,
			    const struct suggestion *list, size_t count)
{
	struct block *table;
	size_t all = 0, shown;

	while (all < count && list[all].programme->id == p->id)
		all++;
	shown = all < w->most ? all : w->most;
	put_about(w->out, p, all);
	if (all == 0)
		return 0;
	table = report_table(
		w->out, "suggested",
		columns_translated(w->out->arena, people_columns, PEOPLE_COLUMNS),
		PEOPLE_COLUMNS);
	for (size_t i = 0; i < shown; i++) {
		put_file_row(w->out, w->files, &list[i], i + 1);
		put_row(w->out, table, &list[i], i + 1);
	}
	if (shown < all)
		report_text(w->out,
			    _("The first %d of %d. A report on this programme alone "
			      "names all."),
			    (int)shown, (int)all);
	return all;
}

static bool put_legend(struct db *db, struct report *out, struct err *err)
{
	struct survey survey;

	if (!need_survey(db, 0, out->arena, &survey, err))
		return false;
	if (survey.id == 0)
		report_text(out,
			    _("There is no needs survey yet: nobody's gap is known."));
	else
		report_text(out,
			    _("Survey %s. The largest gap × importance first, then the "
			      "fewest JP of the year; n is the number of levels that "
			      "raters gave."),
			    survey.code);
	return true;
}

/* The programme that the request names; 0 for all that are open. */
static bool asked(struct db *db, const char *code, struct arena *arena, int64_t *id,
		  struct err *err)
{
	struct programme_row *rows;
	size_t count;

	*id = 0;
	if (!code)
		return true;
	if (!programme_list(db, code, arena, &rows, &count, err))
		return false;
	*id = rows[0].id;
	return true;
}

bool report_suggestions(struct db *db, const struct report_request *request,
			struct report *out, struct err *err)
{
	struct suggestion_question question = { .settings = request->settings };
	struct writing w = { .out = out, .most = request->programme ? SIZE_MAX : FIRST };
	struct suggestion_programme *programmes;
	struct suggestion *list;
	size_t programme_count, count, at = 0;

	if (!asked(db, request->programme, out->arena, &question.programme, err) ||
	    !suggestion_programmes(db, question.programme, out->arena, &programmes,
				   &programme_count, err) ||
	    !suggestion_list(db, &question, out->arena, &list, &count, err) ||
	    !put_legend(db, out, err))
		return false;
	w.files = report_table(out, "suggestions",
			       columns_translated(out->arena, columns, COLUMN_COUNT),
			       COLUMN_COUNT);
	w.files->for_files = true;
	for (size_t i = 0; i < programme_count; i++)
		at += put_programme(&w, &programmes[i], list + at, count - at);
	if (programme_count == 0)
		report_text(out, _("No programme is open: make the next run of one (d on "
				   "its page), or a programme of the yearly plan."));
	return true;
}
