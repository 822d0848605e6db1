#include <math.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/assessment.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/project.h"
#include "rows.h"
#include "store/record.h"
#include "store/select.h"

enum { ASSESSORS_MOST = 100, MARKS_MOST = 10000 };

static bool load_rubric(struct db *db, struct project_scores *p, struct arena *arena,
			struct err *err)
{
	struct project project;
	struct group group;
	struct programme programme;
	struct rubric rubric;

	p->rubric_code = "";
	if (!record_load(db, &project_kind, p->project, &project, arena, err) ||
	    !record_load(db, &group_kind, project.group, &group, arena, err) ||
	    !record_load(db, &programme_kind, group.programme, &programme, arena, err))
		return false;
	p->group = group.id;
	p->rubric = programme.rubric;
	if (p->rubric == 0)
		return true;
	if (!record_load(db, &rubric_kind, p->rubric, &rubric, arena, err) ||
	    !criterion_list(db, p->rubric, arena, &p->criteria, &p->criterion_count, err))
		return false;
	p->rubric_code = rubric.code;
	p->unfinished = weights_reason(p->criteria, p->criterion_count, arena);
	return true;
}

static void take_score(struct project_scores *p, struct assessment_row *row,
		       const struct assessment_score *s)
{
	for (size_t i = 0; i < p->criterion_count; i++) {
		if (p->criteria[i].id != s->criterion)
			continue;
		row->levels[i] = s->level;
		row->remarks[i] = s->remark;
		row->blanks -= s->level != NUMBER_NONE;
	}
}

static bool load_levels(struct db *db, struct project_scores *p,
			struct assessment_row *row, struct arena *arena, struct err *err)
{
	struct select select = { .kind = &assessment_score_kind,
				 .parent = "assessment",
				 .parent_id = row->a.id };
	struct rows rows = { NULL, 0 };

	row->levels = arena_array(arena, p->criterion_count + 1, sizeof *row->levels);
	row->remarks = arena_array(arena, p->criterion_count + 1, sizeof *row->remarks);
	row->blanks = p->criterion_count;
	for (size_t i = 0; i < p->criterion_count; i++) {
		row->levels[i] = NUMBER_NONE;
		row->remarks[i] = "";
	}
	if (!select_page(db, &select, SELECT_FIRST, 0, CRITERIA_MOST, arena, &rows, err))
		return false;
	for (size_t i = 0; i < rows.count; i++)
		take_score(p, row, (const struct assessment_score *)rows.rows + i);
	row->score = assessor_score(p->criteria, row->levels, p->criterion_count);
	return true;
}

static bool load_assessments(struct db *db, struct project_scores *p, struct arena *arena,
			     struct err *err)
{
	struct select select = { .kind = &assessment_kind,
				 .parent = "project",
				 .parent_id = p->project };
	struct rows rows = { NULL, 0 };

	if (!select_page(db, &select, SELECT_FIRST, 0, ASSESSORS_MOST, arena, &rows, err))
		return false;
	p->assessments = arena_array(arena, rows.count + 1, sizeof *p->assessments);
	p->assessment_count = rows.count;
	for (size_t i = 0; i < rows.count; i++) {
		p->assessments[i].a = ((const struct assessment *)rows.rows)[i];
		if (!load_levels(db, p, &p->assessments[i], arena, err))
			return false;
	}
	return true;
}

static void summarise(struct project_scores *p, struct arena *arena)
{
	size_t count = p->assessment_count;
	double *scores = arena_array(arena, count + 1, sizeof *scores);
	int64_t *levels = arena_array(arena, count + 1, sizeof *levels);

	for (size_t i = 0; i < count; i++)
		scores[i] = p->assessments[i].score;
	p->group_score = score_summarise(scores, count);
	p->apart = arena_array(arena, p->criterion_count + 1, sizeof *p->apart);
	for (size_t i = 0; i < p->criterion_count; i++) {
		for (size_t k = 0; k < count; k++)
			levels[k] = p->assessments[k].levels[i];
		p->apart[i] = levels_apart(levels, count);
	}
}

static void read_member(struct stmt *s, void *row, struct arena *arena)
{
	*(struct member_score *)row = (struct member_score){
		.person = stmt_int(s, 0),
		.nip = stmt_text(s, 1, arena),
		.name = stmt_text(s, 2, arena),
	};
}

static bool load_members(struct db *db, struct project_scores *p, struct arena *arena,
			 struct err *err)
{
	struct row_list list = { .size = sizeof(struct member_score),
				 .read = read_member };
	struct stmt *s;

	if (!stmt_get(db,
		      "SELECT p.id, p.nip, p.name FROM members m"
		      "  JOIN persons p ON p.id = m.person WHERE m.\"group\" = :group"
		      " ORDER BY p.search, p.id",
		      &s, err))
		return false;
	stmt_bind_int(s, ":group", p->group);
	if (!rows_collect(&list, s, arena, err))
		return false;
	p->members = (struct member_score *)list.rows;
	p->member_count = list.count;
	return true;
}

static size_t place_of(const struct project_scores *p, int64_t person)
{
	size_t i = 0;

	while (i < p->member_count && p->members[i].person != person)
		i++;
	return i;
}

/* Ratings by or of somebody who is in the group no more do not count. */
static bool to_mark(const struct project_scores *p, const struct peer_rating *r,
		    struct peer_mark *mark)
{
	*mark = (struct peer_mark){ place_of(p, r->rater), place_of(p, r->rated), { 0 } };
	for (size_t i = 0; i < PEER_CRITERIA; i++)
		mark->values[i] =
			field_int(kind_field(&peer_rating_kind, peer_criteria[i]), r);
	return mark->rater < p->member_count && mark->rated < p->member_count;
}

static bool load_peers(struct db *db, struct project_scores *p, struct arena *arena,
		       struct err *err)
{
	struct select select = { .kind = &peer_rating_kind,
				 .parent = "group",
				 .parent_id = p->group };
	struct rows rows = { NULL, 0 };
	struct peer_mark *marks;
	struct peer_result *results;
	size_t count = 0;

	if (!select_page(db, &select, SELECT_FIRST, 0, MARKS_MOST, arena, &rows, err))
		return false;
	marks = arena_array(arena, rows.count + 1, sizeof *marks);
	results = arena_array(arena, p->member_count + 1, sizeof *results);
	for (size_t i = 0; i < rows.count; i++)
		count += to_mark(p, (const struct peer_rating *)rows.rows + i,
				 &marks[count]);
	peer_factors(marks, count, p->member_count, results);
	for (size_t i = 0; i < p->member_count; i++) {
		p->members[i].peer = results[i];
		p->members[i].score =
			individual_score(p->group_score.mean, results[i].factor);
	}
	return true;
}

bool project_scores_load(struct db *db, int64_t project, struct arena *arena,
			 struct project_scores *out, struct err *err)
{
	struct project_scores p = { .project = project };

	if (!load_rubric(db, &p, arena, err) || !load_assessments(db, &p, arena, err))
		return false;
	summarise(&p, arena);
	if (!load_members(db, &p, arena, err) || !load_peers(db, &p, arena, err))
		return false;
	*out = p;
	return true;
}

const char *unfinished_assessors(const struct project_scores *p, struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < p->assessment_count; i++) {
		const struct assessment_row *row = &p->assessments[i];
		const char *one;

		if (row->blanks == 0)
			continue;
		/* TRANSLATORS: an assessor, and how many criteria are blank. */
		one = arena_printf(arena, _("%s (%d blank)"), row->a.assessor,
				   (int)row->blanks);
		all = arena_printf(arena, "%s%s%s", all, *all ? ", " : "", one);
	}
	return all;
}

static void read_name(struct stmt *s, void *row, struct arena *arena)
{
	*(const char **)row = stmt_text(s, 0, arena);
}

bool assessor_names(struct db *db, int64_t project, struct arena *arena,
		    const char ***out, size_t *count, struct err *err)
{
	struct row_list list = { .size = sizeof(const char *), .read = read_name };
	struct stmt *s;

	if (!stmt_get(
		    db,
		    "SELECT DISTINCT a.assessor FROM assessments a"
		    "  JOIN projects j ON j.id = a.project"
		    "  JOIN groups g ON g.id = j.\"group\""
		    " WHERE g.programme = (SELECT h.programme FROM projects k"
		    "         JOIN groups h ON h.id = k.\"group\" WHERE k.id = :project)"
		    "   AND a.assessor NOT IN"
		    "       (SELECT assessor FROM assessments WHERE project = :project)"
		    " ORDER BY a.assessor",
		    &s, err))
		return false;
	stmt_bind_int(s, ":project", project);
	if (!rows_collect(&list, s, arena, err))
		return false;
	*out = (const char **)(void *)list.rows;
	*count = list.count;
	return true;
}
