#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/assessment.h"
#include "domain/project.h"
#include "domain/save.h"
#include "query.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"

/* The rubric may have changed since its criteria were fetched. */
static bool check_rubric(struct db *db, const struct criterion *criteria, size_t count,
			 int64_t project, struct err *err)
{
	struct arena arena = { 0 };
	int64_t named = 0;
	struct criterion *now;
	size_t now_count;
	const char *reason = NULL;
	bool good;

	good = query_one(db,
			 "SELECT p.rubric FROM programmes p"
			 "  JOIN groups g ON g.programme = p.id"
			 "  JOIN projects j ON j.\"group\" = g.id WHERE j.id = :a",
			 project, &named, err) &&
	       criterion_list(db, named, &arena, &now, &now_count, err);
	if (good)
		reason = weights_reason(now, now_count, &arena);
	if (good && reason)
		good = err_set(err, ERR_INPUT, "%s", reason);
	if (good && (now_count != count || count == 0 || now[0].id != criteria[0].id))
		good = err_set(
			err, ERR_CONFLICT,
			_("The rubric was changed meanwhile. Nothing was saved. Go "
			  "back and open the assessment again."));
	arena_done(&arena);
	return good;
}

/* One criterion: what is stored, seen and keyed in. */
static bool save_level(struct db *db, const struct assessment_score *seen,
		       const struct assessment_score *now, struct err *err)
{
	struct arena arena = { 0 };
	struct assessment_score old = *seen, next = *now;
	int64_t id = 0;
	bool good = true;

	if (seen->level == now->level && strcmp(seen->remark, now->remark) == 0)
		return true;
	good = record_find(db, &assessment_score_kind, seen, &id, err);
	if (good && id == 0 && (seen->level != NUMBER_NONE || *seen->remark != '\0'))
		good = err_set(
			err, ERR_CONFLICT,
			_("Somebody else removed this level meanwhile. Nothing was "
			  "saved. Open the assessment again."));
	old.id = next.id = id;
	good = good && record_put(db, &assessment_score_kind, id ? &old : NULL, &next,
				  &arena, err);
	arena_done(&arena);
	return good;
}

static bool save_head(struct db *db, struct assessment *now, struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (now->id != 0)
		return true;
	if (!date_is_set(now->day))
		now->day = clock_today();
	good = record_put(db, &assessment_kind, NULL, now, &arena, err);
	arena_done(&arena);
	return good;
}

static bool begin(struct db *db, const struct assessment *about, struct err *err)
{
	struct arena arena = { 0 };
	struct project project;
	bool good = record_load(db, &project_kind, about->project, &project, &arena, err);

	/* TRANSLATORS: a project and the name of an assessor. */
	good = good && action_begin(db,
				    arena_printf(&arena, _("Assessment of %s: %s"),
						 project.title, about->assessor),
				    err);
	arena_done(&arena);
	return good;
}

bool assessment_save(struct db *db, struct assessment *about,
		     const struct criterion *criteria, size_t count, struct mark_set seen,
		     struct mark_set now, struct err *err)
{
	struct assessment head = *about;
	bool good;

	if (!begin(db, &head, err))
		return false;
	good = check_rubric(db, criteria, count, head.project, err) &&
	       save_head(db, &head, err);
	for (size_t i = 0; good && i < count; i++) {
		struct assessment_score was, is;

		record_init(&assessment_score_kind, &was);
		was.assessment = head.id;
		was.criterion = criteria[i].id;
		is = was;
		was.level = seen.levels[i];
		was.remark = seen.remarks[i];
		is.level = now.levels[i];
		is.remark = now.remarks[i];
		good = save_level(db, &was, &is, err);
	}
	if (!action_end(db, good, err))
		return false;
	*about = head;
	return true;
}

static bool find_rating(struct db *db, const struct peer_sheet *sheet, size_t member,
			struct peer_rating *out, struct err *err)
{
	struct arena arena = { 0 };
	int64_t id = 0;
	bool good;

	record_init(&peer_rating_kind, out);
	out->group = sheet->group;
	out->rater = sheet->rater;
	out->rated = sheet->members[member];
	/* Ratings hold no texts: nothing outlives the arena. */
	good = record_find(db, &peer_rating_kind, out, &id, err) &&
	       (id == 0 || record_load(db, &peer_rating_kind, id, out, &arena, err));
	arena_done(&arena);
	return good;
}

bool peer_sheet_load(struct db *db, const struct peer_sheet *sheet, int64_t *values,
		     struct err *err)
{
	for (size_t i = 0; i < sheet->count; i++) {
		struct peer_rating r;

		if (!find_rating(db, sheet, i, &r, err))
			return false;
		for (size_t k = 0; k < PEER_CRITERIA; k++)
			values[i * PEER_CRITERIA + k] = field_int(
				kind_field(&peer_rating_kind, peer_criteria[k]), &r);
	}
	return true;
}

static void set_values(struct peer_rating *r, const int64_t *values)
{
	for (size_t k = 0; k < PEER_CRITERIA; k++)
		field_set_int(kind_field(&peer_rating_kind, peer_criteria[k]), r,
			      values[k]);
}

static bool save_rating(struct db *db, const struct peer_rating *stored,
			const int64_t *seen, const int64_t *values, struct err *err)
{
	struct arena arena = { 0 };
	struct peer_rating old = *stored, now = *stored;
	bool good;

	if (memcmp(seen, values, PEER_CRITERIA * sizeof *seen) == 0)
		return true;
	set_values(&old, seen);
	set_values(&now, values);
	good = record_put(db, &peer_rating_kind, stored->id ? &old : NULL, &now, &arena,
			  err);
	arena_done(&arena);
	return good;
}

/* The name of the action does not say whose sheet it is. */
bool peer_sheet_save(struct db *db, const struct peer_sheet *sheet, const int64_t *seen,
		     const int64_t *values, struct err *err)
{
	bool good;

	if (!action_begin(db, _("A peer sheet"), err))
		return false;
	good = true;
	for (size_t i = 0; good && i < sheet->count; i++) {
		struct peer_rating stored;

		good = find_rating(db, sheet, i, &stored, err) &&
		       save_rating(db, &stored, seen + i * PEER_CRITERIA,
				   values + i * PEER_CRITERIA, err);
	}
	return action_end(db, good, err);
}
