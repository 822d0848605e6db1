#ifndef DOMAIN_IMPROVE_H
#define DOMAIN_IMPROVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/finding.h"

struct arena;
struct db;
struct err;

/*
 * The loop from one run to the next: findings, the actions that follow from
 * them, and whether those helped. Feedback is only looked at where at least
 * `minimum` people gave it (the setting feedback_minimum).
 */

/* ---- findings and their actions ---- */

struct finding_row {
	int64_t id, programme;
	const char *run; /* code of the programme */
	int64_t number;
	int64_t count, figure;		       /* as in struct finding */
	const char *source, *kind, *statement; /* codes, and the words */
	int64_t actions, open;		       /* how many follow from it */
};

/* Those of the run, then those of the run before from which no action
 * follows: they wait for a decision. */
bool finding_list(struct db *db, int64_t programme, struct arena *arena,
		  struct finding_row **out, size_t *count, struct err *err);

/* A finding about a weak question, with its mean and how many answered in
 * words; the one that the run has on it already is given back instead. */
bool finding_from_item(struct db *db, int64_t programme, int64_t item, double mean,
		       int64_t *id, struct err *err);

/* An action of the run that answers a finding, which may be one of the run
 * before. Each call makes another one. */
bool improvement_from_finding(struct db *db, int64_t programme, int64_t finding,
			      int64_t *id, struct err *err);

/* The finding about a weak question and an action on it, as one; an action
 * on the item that is still open is given back instead. */
bool improvement_from_item(struct db *db, int64_t programme, int64_t item, double mean,
			   int64_t *id, struct err *err);

/* What waits in a run for being done or waived: actions that were carried
 * over to it and open ones of the run before, and findings of the run before
 * without an action. */
struct waiting {
	int64_t actions, findings;
};
bool improvement_waiting(struct db *db, int64_t programme, struct waiting *out,
			 struct err *err);

/* ---- comments, tagged while they are read ---- */

enum { COMMENT_TAGS_MOST = 6 };

struct tagged_comment {
	const char *text, *key; /* as it was written, and folded */
	int64_t count;
	struct comment_tag tags[COMMENT_TAGS_MOST];
	size_t tag_count;
};

/* All comments that may be shown, as evaluation_comments gives them. */
bool comment_list(struct db *db, int64_t programme, long minimum, struct arena *arena,
		  struct tagged_comment **out, size_t *count, struct err *err);

/* Put the tag on the comment, or take it away again. */
bool comment_tag_toggle(struct db *db, int64_t programme,
			const struct tagged_comment *comment, const char *kind,
			struct err *err);

/* The theme of all tags of the comment; "" takes it away. ERR_INPUT where it
 * has no tag yet. */
bool comment_theme_set(struct db *db, const struct tagged_comment *comment,
		       const char *theme, struct err *err);

/* Tags of the same kind and theme together; without a theme each by itself. */
struct theme_row {
	const char *theme, *kind;
	int64_t comments, said;
	int64_t finding; /* that they became, or 0 */
};
bool comment_themes(struct db *db, int64_t programme, long minimum, struct arena *arena,
		    struct theme_row **out, size_t *count, struct err *err);

/* A finding of a comment's first tag: all comments with the same kind and
 * theme count into it. Asked again, the count is brought up to date. */
bool finding_from_comment(struct db *db, int64_t programme, long minimum,
			  const struct tagged_comment *comment, int64_t *id,
			  struct err *err);

/* ---- subjects that were named ---- */

enum { SUBJECT_KINDS = 5 }; /* reduce, add, repair, drop, new: in this order */
extern const char *const subject_dimensions[SUBJECT_KINDS];
/* The kind of finding that each of them becomes. */
extern const char *const subject_finding_kinds[SUBJECT_KINDS];

struct subject_row {
	const char *subject; /* topic of the session, or as it was written */
	int64_t session;     /* or 0 */
	int64_t counts[SUBJECT_KINDS];
	int64_t said;	 /* all together */
	int64_t finding; /* on this subject, or 0 */
};

/* Answers to the questions on what to reduce, add, repair, drop or begin,
 * by subject, the most named first. An answer may name several. */
bool subject_list(struct db *db, int64_t programme, long minimum, struct arena *arena,
		  struct subject_row **out, size_t *count, struct err *err);

/* A finding of what was said most of the subject (or of `kind`, an index). */
bool finding_from_subject(struct db *db, int64_t programme,
			  const struct subject_row *subject, size_t kind, int64_t *id,
			  struct err *err);

/* ---- gaps that stayed ---- */

struct gap_row {
	int64_t objective, competency; /* or 0 */
	const char *statement;
	int64_t count, figure; /* people; gap or gain, hundredths */
	int64_t finding;       /* that it became, or 0 */
};

/* Competencies of the objectives that people still lack, and tests that show
 * little learned. */
bool gap_list(struct db *db, int64_t programme, struct arena *arena, struct gap_row **out,
	      size_t *count, struct err *err);
bool finding_from_gap(struct db *db, int64_t programme, const struct gap_row *gap,
		      int64_t *id, struct err *err);

/* ---- did it help? ---- */

enum helped {
	HELPED_OPEN,   /* no later run yet, or no question */
	HELPED_FEW,    /* too few answers in one of the two runs */
	HELPED_BETTER, /* by more than chance explains: twice the standard error */
	HELPED_SAME,
	HELPED_WORSE
};

struct effect {
	enum helped helped;
	const char *run_before, *run_after; /* codes, "" where there is none */
	int64_t item;			    /* in the run before */
	int64_t number;			    /* of the item */
	const char *question;
	int64_t n_before, n_after;
	double before, after; /* means; NAN where they do not show */
};

/* The same question before the action and in the run that came after: by its
 * record, or where the questionnaire was replaced by its words and scale. */
bool improvement_effect(struct db *db, int64_t improvement, long minimum,
			struct arena *arena, struct effect *out, struct err *err);

/* Those words for what a changed line names: its action, or the last action on
 * its finding. "" where there is none. */
bool cause_effect(struct db *db, int64_t finding, int64_t improvement, long minimum,
		  struct arena *arena, const char **words, struct err *err);

/* In words, translated: "better", and the code that files hold. */
const char *helped_label(enum helped helped);
const char *helped_code(enum helped helped);
/* "mean 3.03 (n = 38) → 3.46 (n = 35): better"; "" where there is nothing. */
const char *effect_words(const struct effect *effect, struct arena *arena);

#endif
