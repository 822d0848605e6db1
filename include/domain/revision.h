#ifndef DOMAIN_REVISION_H
#define DOMAIN_REVISION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;
struct kind;
struct problems;

/*
 * The revisions of a design, to which runs are pinned. Looking at a design
 * changes nothing. What belongs to a revision (an objective, a planned
 * session, a questionnaire) is changed in place where one run uses it.
 * Where several do, the run it is changed for gets a revision of its own
 * first, so that the others keep theirs. record_save and records_remove
 * refuse (ERR_CONFLICT) to touch what several runs share: use what is below.
 */

/* Does the kind belong to revisions, so that design_part_save writes it? */
bool design_is_part(const struct kind *kind);

/* The newest revision of a design; 0 if there is none. */
bool revision_newest(struct db *db, int64_t design, int64_t *revision, struct err *err);

/* Do other runs use the same revision, and is this run finished (done,
 * evaluated or cancelled)? With both its design can only be looked at;
 * with `shared` alone a change needs a reason. */
bool design_is_shared(struct db *db, int64_t programme, bool *shared, bool *finished,
		      struct err *err);

/* The revision whose parts may be changed for the run: its own, or where
 * others share it a new one with the next number, copies of all parts and
 * `reason`, to which the run is pinned. ERR_INPUT where a reason is needed
 * and blank, ERR_CONFLICT where the run is finished. Inside an action. */
bool design_open_for(struct db *db, int64_t programme, const char *reason,
		     int64_t *revision, struct err *err);

/* The record of `revision` that stands for record `id` of another revision:
 * the same natural key. *twin is 0 where there is none. */
bool design_twin(struct db *db, const struct kind *kind, int64_t id, int64_t revision,
		 int64_t *twin, struct err *err);

/* A change of the parts of a design, for one of its runs. */
struct design_edit {
	int64_t programme;
	const char *reason; /* may be "" where no other run shares the design */
	const struct kind *kind;
	/* What leads to the change, which every changed line then names: a
	 * finding, an action, or neither (0). */
	int64_t finding, improvement;
};

/* record_save for a part of a design, in an action of its own where none is
 * open. `old` may belong to the revision the run was pinned to before: the
 * change then goes to its twin, and *record holds the id and revision it
 * was written to. With errors in `problems` nothing is made or written. */
bool design_part_save(struct db *db, const struct design_edit *edit, const void *old,
		      void *record, struct problems *problems, struct err *err);

/* records_remove for parts of a design, likewise. */
bool design_parts_remove(struct db *db, const struct design_edit *edit,
			 const int64_t *ids, size_t count, struct err *err);

/* What changed between two revisions, part by part. */
enum { CHANGE_NONE = ' ', CHANGE_ADDED = '+', CHANGE_REMOVED = '-', CHANGE_MADE = '~' };

struct revision_change {
	const struct kind *kind;
	int64_t number;	   /* of the part, or NUMBER_NONE where it has none */
	const char *field; /* label, translated; "" for a part added or removed */
	const char *before, *after;   /* shown forms; a part that is not there is "" */
	char mark;		      /* CHANGE_… */
	const char *line;	      /* what a cause is stored under */
	int64_t finding, improvement; /* that it names as its cause, or 0 */
	const char *cause;	      /* in words; "" where no finding is named */
};

struct revision_diff {
	const char *reason; /* of the later revision */
	struct revision_change *rows;
	size_t count;
};

/* Everything lives in `arena`. The causes are those of all revisions between
 * the two. */
bool revision_compare(struct db *db, int64_t from, int64_t to, struct arena *arena,
		      struct revision_diff *out, struct err *err);

/* The same with the parts that are equal in both (CHANGE_NONE), in their
 * places: for two revisions side by side. */
bool revision_side_by_side(struct db *db, int64_t from, int64_t to, struct arena *arena,
			   struct revision_diff *out, struct err *err);

/* Name what is behind changed lines of a revision: a finding, an action or
 * words. What they named before is replaced. */
struct revision_because {
	int64_t finding, improvement;
	const char *text;
};
bool revision_cause_set(struct db *db, int64_t revision,
			const struct revision_change *rows, size_t count,
			const struct revision_because *because, struct err *err);

/* The open findings and actions that a change of the run's design may
 * answer: those of the run and of the run before. */
struct revision_reason {
	int64_t finding, improvement; /* one of the two */
	const char *label;	      /* "Finding 2: …" */
};
bool revision_reasons(struct db *db, int64_t programme, struct arena *arena,
		      struct revision_reason **out, size_t *count, struct err *err);

/* Make the sessions of a run from the plan of its design: those whose number
 * it has not yet, with dates where the run has a start; those it has get the
 * day and the hours that are missing. One action. */
bool sessions_plan_take(struct db *db, int64_t programme, size_t *count, struct err *err);

/* Make the sessions of a run the plan of its design: planned sessions are
 * added, changed and removed until both agree. *count is how many changed.
 * The rules and the reason are those of design_open_for, the kind of `edit` is
 * not looked at; ERR_NOT_FOUND where the run has no sessions. One action. */
bool plan_from_sessions(struct db *db, const struct design_edit *edit, size_t *count,
			struct err *err);

#endif
