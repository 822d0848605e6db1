#include "report/project_blocks.h"

#include <math.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/assessment.h"
#include "report/report.h"
#include "translate.h"

/* Two decimals, as people read scores. */
static const char *real(struct report *out, double value)
{
	return number_real(out->arena, value, 2, number_mark());
}

enum { FIXED = 3, SHOWN_MOST = 8 };

/* Number, criterion and weight, a column for each assessor, and how far they
 * are apart. */
static struct block *begin_criteria(struct report *out, const struct project_scores *p,
				    size_t assessors)
{
	struct report_column *columns =
		arena_array(out->arena, FIXED + assessors + 1, sizeof *columns);

	columns[0] = (struct report_column){ "number", _("No."), true };
	columns[1] = (struct report_column){ "criterion", _("Criterion"), false };
	columns[2] = (struct report_column){ "weight", _("Weight"), true };
	for (size_t i = 0; i < assessors; i++)
		columns[FIXED + i] =
			(struct report_column){ p->assessments[i].a.assessor,
						p->assessments[i].a.assessor, true };
	columns[FIXED + assessors] =
		(struct report_column){ "apart", _("Levels apart"), true };
	return report_table(out, "criteria", columns, FIXED + assessors + 1);
}

static void put_criteria(struct report *out, const struct project_scores *p)
{
	size_t assessors =
		p->assessment_count < SHOWN_MOST ? p->assessment_count : SHOWN_MOST;
	struct block *table = begin_criteria(out, p, assessors);

	for (size_t i = 0; i < p->criterion_count; i++) {
		struct cell *c = report_row(out, table);

		c[0] = cell_int(p->criteria[i].number);
		c[1] = cell_text(p->criteria[i].text);
		c[2] = cell_real((double)p->criteria[i].weight / 100,
				 p->criteria[i].weight % 100 == 0 ? 0 : 2);
		for (size_t k = 0; k < assessors; k++)
			c[FIXED + k] = cell_int(p->assessments[k].levels[i]);
		c[FIXED + assessors] = cell_int(p->apart[i]);
	}
}

static void put_disagreements(struct report *out, const struct project_scores *p)
{
	for (size_t i = 0; i < p->criterion_count; i++) {
		if (p->apart[i] >= DISAGREEMENT)
			report_text(
				out,
				_("Criterion %d: the assessors are %d levels apart. Let "
				  "them compare their evidence."),
				(int)p->criteria[i].number, (int)p->apart[i]);
	}
}

static void put_remarks(struct report *out, const struct project_scores *p)
{
	for (size_t i = 0; i < p->assessment_count; i++) {
		const struct assessment_row *row = &p->assessments[i];

		if (*row->a.remark != '\0')
			report_text(out, "%s: %s", row->a.assessor, row->a.remark);
		for (size_t k = 0; k < p->criterion_count; k++) {
			if (*row->remarks[k] != '\0')
				report_text(out, _("%s, criterion %d: %s"),
					    row->a.assessor, (int)p->criteria[k].number,
					    row->remarks[k]);
		}
	}
}

void project_group_score(struct report *out, const struct project_scores *p)
{
	const struct score_summary *s = &p->group_score;
	const char *blank = unfinished_assessors(p, out->arena);

	if (p->rubric == 0)
		report_text(out,
			    _("The programme names no rubric, so nothing is scored."));
	else if (p->unfinished)
		report_text(out, "%s", p->unfinished);
	else if (s->count == 0)
		report_text(out, _("No assessor has filled in all criteria yet."));
	else if (s->count == 1)
		report_text(out, _("Group score: %s of 100, by one assessor."),
			    real(out, s->mean));
	else
		report_text(out,
			    _("Group score: %s of 100, the mean of %d assessors, from %s "
			      "to %s (spread %s)."),
			    real(out, s->mean), (int)s->count, real(out, s->lowest),
			    real(out, s->highest), real(out, s->highest - s->lowest));
	if (*blank != '\0')
		report_text(out, _("Not counted until all criteria are filled in: %s."),
			    blank);
}

/* clang-format off */
static const struct report_column member_columns[] = {
	{ "name",             N_("Name"),             false },
	{ "nip",              N_("NIP"),              false },
	{ "peers",            N_("Rated by"),         true },
	{ "peer_factor",      N_("Peer factor"),      true },
	{ "individual_score", N_("Individual score"), true },
	{ "note",             N_("Note"),             false },
};
/* clang-format on */

enum { MEMBER_COLUMNS = sizeof member_columns / sizeof *member_columns };

static const char *note_of(enum peer_note note)
{
	switch (note) {
	case PEER_NO_SHEET:
		return _("no peer sheet");
	case PEER_UNRATED:
		return _("rated by nobody");
	case PEER_FEW:
		return _("rated by one only");
	case PEER_ALONE:
		return _("alone in the group");
	case PEER_RATED:
		break;
	}
	return "";
}

static void put_members(struct report *out, const struct project_scores *p)
{
	struct block *table = report_table(
		out, "members",
		columns_translated(out->arena, member_columns, MEMBER_COLUMNS),
		MEMBER_COLUMNS);

	for (size_t i = 0; i < p->member_count; i++) {
		const struct member_score *m = &p->members[i];
		struct cell *c = report_row(out, table);

		c[0] = cell_text(m->name);
		c[1] = cell_text(m->nip);
		c[2] = cell_int((int64_t)m->peer.raters);
		c[3] = cell_real(m->peer.factor, 6);
		c[4] = cell_real(m->score, 6);
		c[5] = cell_text(note_of(m->peer.note));
	}
}

void project_blocks(struct report *out, const struct project_scores *p)
{
	project_group_score(out, p);
	if (p->criterion_count > 0 && p->assessment_count > 0) {
		put_criteria(out, p);
		put_disagreements(out, p);
		put_remarks(out, p);
	}
	if (p->member_count == 0)
		return;
	put_members(out, p);
	report_text(out, _("Individual score = group score × peer factor (0.8 to 1.1, "
			   "own rating not counted), at most 100."));
}
