#include "domain/revision.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "copy.h"
#include "design_parts.h"
#include "domain/design.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "query.h"
#include "store/history.h"
#include "store/record.h"

const struct kind *const design_parts[] = { &objective_kind, &planned_session_kind,
					    &revision_questionnaire_kind, NULL };

const struct field *revision_field(const struct kind *kind)
{
	for (const struct kind *const *k = design_parts; *k; k++) {
		if (*k == kind)
			return kind_field(kind, "revision");
	}
	return NULL;
}

bool design_is_part(const struct kind *kind)
{
	return revision_field(kind) != NULL;
}

bool revision_newest(struct db *db, int64_t design, int64_t *revision, struct err *err)
{
	return query_one(db,
			 "SELECT id FROM revisions WHERE design = :a"
			 " ORDER BY number DESC LIMIT 1",
			 design, revision, err);
}

static bool count_runs(struct db *db, int64_t revision, int64_t *runs, struct err *err)
{
	return query_one(db, "SELECT count(*) FROM programmes WHERE revision = :a",
			 revision, runs, err);
}

bool design_guard(struct db *db, const struct kind *kind, const void *record,
		  struct err *err)
{
	const struct field *f = revision_field(kind);
	int64_t runs = 0;

	if (!f)
		return true;
	if (!count_runs(db, field_int(f, record), &runs, err))
		return false;
	if (runs < 2)
		return true;
	return err_set(
		err, ERR_CONFLICT,
		_("%d runs share this design. Change it from the page of the run that "
		  "it is for; the others then keep theirs."),
		(int)runs);
}

static bool is_finished(const char *status)
{
	return programme_is_over(status) || strcmp(status, "cancelled") == 0;
}

bool design_is_shared(struct db *db, int64_t programme, bool *shared, bool *finished,
		      struct err *err)
{
	struct arena arena = { 0 };
	struct programme p;
	int64_t runs = 0;
	bool good = record_load(db, &programme_kind, programme, &p, &arena, err) &&
		    count_runs(db, p.revision, &runs, err);

	if (good) {
		*shared = runs > 1;
		*finished = is_finished(p.status);
	}
	arena_done(&arena);
	return good;
}

/* A copy of the revision with all its parts. */
static bool copy_revision(struct db *db, int64_t from, const char *reason, int64_t *id,
			  struct err *err)
{
	struct arena arena = { 0 };
	struct revision to;
	bool good;

	good = record_load(db, &revision_kind, from, &to, &arena, err) &&
	       query_one(db, "SELECT 1 + max(number) FROM revisions WHERE design = :a",
			 to.design, &to.number, err);
	if (good) {
		to.id = 0;
		to.made = clock_today();
		to.reason = reason;
		good = record_insert(db, &revision_kind, &to, err);
	}
	for (const struct kind *const *k = design_parts; good && *k; k++) {
		const struct copy copy = { *k, "revision", from, to.id, false };

		good = copy_all(db, &copy, err);
	}
	if (good)
		*id = to.id;
	arena_done(&arena);
	return good;
}

static bool check_fork(bool finished, const char *reason, struct err *err)
{
	if (finished)
		return err_set(
			err, ERR_CONFLICT,
			_("This run is finished and shares its design with others; make "
			  "the change in the next run."));
	if (*reason == '\0')
		return err_set(
			err, ERR_INPUT,
			_("Other runs share this design. Say why it changes for this "
			  "run."));
	return true;
}

/* Give the run a revision of its own. */
static bool fork_revision(struct db *db, int64_t programme, const char *reason,
			  int64_t *revision, struct err *err)
{
	struct arena arena = { 0 };
	struct programme old, now;
	bool good = record_load(db, &programme_kind, programme, &old, &arena, err);

	if (good) {
		now = old;
		good = copy_revision(db, old.revision, reason, &now.revision, err) &&
		       record_update(db, &programme_kind, &old, &now, err);
	}
	if (good)
		*revision = now.revision;
	arena_done(&arena);
	return good;
}

bool design_open_for(struct db *db, int64_t programme, const char *reason,
		     int64_t *revision, struct err *err)
{
	struct arena arena = { 0 };
	const char *said = text_clean_line(&arena, reason);
	bool shared, finished, good;

	good = design_is_shared(db, programme, &shared, &finished, err);
	if (good && !shared)
		good = query_one(db, "SELECT revision FROM programmes WHERE id = :a",
				 programme, revision, err);
	else if (good)
		good = check_fork(finished, said, err) &&
		       fork_revision(db, programme, said, revision, err);
	arena_done(&arena);
	return good;
}

bool design_twin(struct db *db, const struct kind *kind, int64_t id, int64_t revision,
		 int64_t *twin, struct err *err)
{
	struct arena arena = { 0 };
	void *record = arena_alloc(&arena, kind->size);
	bool good = record_load(db, kind, id, record, &arena, err);

	if (good) {
		field_set_int(revision_field(kind), record, revision);
		good = record_find(db, kind, record, twin, err);
	}
	arena_done(&arena);
	return good;
}

static bool no_twin(const struct kind *kind, struct err *err)
{
	return err_set(
		err, ERR_NOT_FOUND,
		_("%s: this is not in the design of the run any more. Open the list "
		  "again."),
		_(kind->label));
}

/* Turn a change towards the revision that may be changed for the run. */
static bool redirect(struct db *db, const struct design_edit *edit, void *old,
		     void *record, struct err *err)
{
	const struct field *f = revision_field(edit->kind);
	int64_t revision = 0, twin = 0;

	if (!design_open_for(db, edit->programme, edit->reason, &revision, err))
		return false;
	field_set_int(f, record, revision);
	if (!old)
		return true;
	if (!design_twin(db, edit->kind, record_id(old), revision, &twin, err))
		return false;
	if (twin == 0)
		return no_twin(edit->kind, err);
	field_set_int(f, old, revision);
	record_set_id(old, twin);
	record_set_id(record, twin);
	return true;
}

static bool begin(struct db *db, const struct design_edit *edit, struct err *err)
{
	struct arena arena = { 0 };
	struct programme p;
	bool good =
		record_load(db, &programme_kind, edit->programme, &p, &arena, err) &&
		action_begin(db, arena_printf(&arena, _("Design of %s changed"), p.code),
			     err);

	arena_done(&arena);
	return good;
}

/* What is wrong is found before anything is made. */
static bool check_first(struct db *db, const struct design_edit *edit, const void *old,
			void *record, struct problems *problems, struct err *err)
{
	const struct kind *kind = edit->kind;
	int64_t revision = 0;

	if (!old) {
		if (!query_one(db, "SELECT revision FROM programmes WHERE id = :a",
			       edit->programme, &revision, err))
			return false;
		field_set_int(revision_field(kind), record, revision);
		if (kind->complete && !kind->complete(db, record, problems->arena))
			return err_set(err, ERR_DB,
				       _("The new record could not be filled in."));
	}
	return record_check(db, kind, old, record, problems, err);
}

bool design_part_save(struct db *db, const struct design_edit *edit, const void *old,
		      void *record, struct problems *problems, struct err *err)
{
	struct arena *arena = problems->arena;
	void *was = old ? arena_alloc(arena, edit->kind->size) : NULL;
	void *now = arena_alloc(arena, edit->kind->size);
	bool own = !action_is_open(db), good;

	BUG_ON(!revision_field(edit->kind));
	memcpy(now, record, edit->kind->size);
	if (old)
		memcpy(was, old, edit->kind->size);
	if (!check_first(db, edit, old, now, problems, err))
		return false;
	if (problems->errors || (old && record_equal(edit->kind, old, now)))
		return true;
	if (own && !begin(db, edit, err))
		return false;
	/* The check passed for the revision before; what it says now is a failure. */
	good = redirect(db, edit, was, now, err) &&
	       record_put(db, edit->kind, was, now, arena, err) &&
	       cause_of_save(db, edit, was, now, err);
	if (own ? !action_end(db, good, err) : !good)
		return false;
	memcpy(record, now, edit->kind->size);
	return true;
}

bool design_parts_remove(struct db *db, const struct design_edit *edit,
			 const int64_t *ids, size_t count, struct err *err)
{
	bool own = !action_is_open(db), good;
	int64_t revision = 0;

	BUG_ON(!revision_field(edit->kind));
	if (own && !begin(db, edit, err))
		return false;
	good = design_open_for(db, edit->programme, edit->reason, &revision, err);
	for (size_t i = 0; good && i < count; i++) {
		int64_t twin = 0;

		good = design_twin(db, edit->kind, ids[i], revision, &twin, err) &&
		       (twin != 0 || no_twin(edit->kind, err)) &&
		       cause_of_removal(db, edit, twin, err) &&
		       records_remove(db, edit->kind, &twin, 1, err);
	}
	return own ? action_end(db, good, err) : good;
}
