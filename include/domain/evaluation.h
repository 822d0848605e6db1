#ifndef DOMAIN_EVALUATION_H
#define DOMAIN_EVALUATION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/skm.h"
#include "domain/statistics.h"

struct arena;
struct db;
struct err;
struct sheet;

/*
 * What a programme achieved: attendance, learning and what the sheets say,
 * worked out from its records each time it is asked for.
 *
 * So that nobody can be recognised, answers show only where at least
 * `minimum` people gave them (the setting feedback_minimum; never fewer than
 * EVALUATION_FEWEST): a programme, a question, a trainer, a session, a role.
 * Everything here leaves the rest out by itself, and says how many there
 * were. Where parts of a whole that shows are left out, so many are that
 * what is left of the whole without the parts that show is also of at least
 * `minimum` people.
 */
enum { EVALUATION_FEWEST = 3, SCALE_MOST = 10, COUNTS_MOST = 20 };

/* Of equal width on any scale; on 1 to 5 the bounds are 1.8, 2.6, 3.4, 4.2. */
enum likert_band {
	BAND_NONE,
	BAND_NOT_GOOD,
	BAND_POOR,
	BAND_FAIR,
	BAND_GOOD,
	BAND_VERY_GOOD
};
/* From the sum of the answers, without a division. */
enum likert_band likert_band(int64_t sum, int64_t answers, int64_t scale);
const char *likert_band_label(enum likert_band band); /* translated, "" for none */

/* The answers to one question. What of it is defined depends on `kind`:
 * "likert" mean, sd, top2 and band, after a reversed one is turned round;
 * "two_sided" mean, sd, deviation and middle; "number" mean, sd, least and
 * most; "choice" and "choices" the counts; "text" only how many. */
struct item_result {
	int64_t questionnaire, item, number;
	int64_t scale;		     /* or how many options; 0 for others */
	const char *kind;	     /* item_type_choices */
	const char *dimension;	     /* code */
	const char *text, *options;  /* options: separated by ';' */
	bool reversed;		     /* a high answer is bad */
	int64_t answers;	     /* blanks are not answers */
	bool hidden;		     /* too few: below is as if none */
	int64_t counts[COUNTS_MOST]; /* answers 1, 2, … as they were given */
	int64_t sum;		     /* of the answers, turned round where reversed */
	double squares;		     /* "number": the sum of the squares */
	double mean, sd;	     /* sd of a sample */
	double top2;		     /* share of the two best answers, 0 to 1 */
	enum likert_band band;
	double deviation;    /* of the mean from the middle: below 0 the left side */
	double middle;	     /* share of those in the middle, 0 to 1 */
	int64_t least, most; /* "number": of the answers */
	int64_t improvement; /* an action of this programme on the item, or 0 */
};

/* What a part of the sheets of a questionnaire says. */
struct feedback_slice {
	int64_t part;	   /* trainer or session they are about, or 0 */
	const char *name;  /* of it, "" for none */
	int64_t order;	   /* of a session its number, else 0 */
	const char *role;  /* sheet_role_choices: who filled them in */
	const char *phase; /* sheet_phase_choices */
	int64_t sheets;
	bool hidden;		   /* too few: nothing of the items shows */
	struct item_result *items; /* of all kinds, by number; as many in each slice */
	int64_t answers;	   /* to scales that show */
	double mean;		   /* of these; NAN for none and where scales differ */
	size_t complete; /* sheets without a blank, but for scales nobody answered */
	double alpha;	 /* Cronbach's, of the complete ones where they are enough */
};

/* Below so many complete sheets alpha is told with caution. */
enum { ALPHA_CAUTION = 30 };

/* What the sheets of one questionnaire say. */
struct feedback_result {
	int64_t questionnaire;
	const char *code, *title, *level, *repeats;
	struct feedback_slice all;    /* of participants, at no phase */
	size_t item_count;	      /* in each slice */
	struct feedback_slice *parts; /* of these, by trainer or session */
	size_t part_count;
	struct feedback_slice *views; /* the others, by role and phase */
	size_t view_count;
};

/* The index of the nine elements of public service: where the questionnaire
 * has nine scales of 1 to 4 and no other, and all of them show. */
bool feedback_skm(const struct feedback_result *f, const struct feedback_slice *slice,
		  struct skm *out);

/* Is it about the training itself (reaction), so that it counts below? */
bool feedback_is_reaction(const struct feedback_result *f);

/* What was written to a question of text. Equal comments (folded) are one. */
struct comment {
	const char *text;
	int64_t count;
	int64_t item;
	const char *question; /* its text */
	const char *about;    /* the trainer or session, or who wrote it, "" for all */
};

struct evaluation {
	int64_t enrolled, completed;
	double attendance_rate;	  /* JP attended (present, late) of JP recorded, 0 to 1 */
	struct stat_paired tests; /* people with both scores */
	/* Of the questionnaires about the training that are not repeated by
	 * trainer or session; of the repeated ones where there are no others. */
	int64_t sheets;
	bool too_few; /* there are sheets, but nothing of them shows */
	/* The mean is NAN where not all scales are equal, alpha where there is
	 * more than one questionnaire, as sheets with different questions cannot
	 * be compared. */
	double feedback_mean, cronbach_alpha;
	size_t complete;		  /* sheets that alpha is of */
	struct feedback_result *feedback; /* by code: with sheets, or of the design */
	size_t feedback_count;
	/* By questionnaire and question, then the most frequent first; equally
	 * frequent ones in an order that tells nothing about when they were keyed
	 * in. */
	struct comment *comments;
	size_t comment_count;
};

/* All of it, in one pass over the answers. */
bool evaluation_of(struct db *db, int64_t programme, long minimum, struct arena *arena,
		   struct evaluation *out, struct err *err);

/* The scales of the questionnaires about the training, all sheets of
 * participants together, by questionnaire and number; `answers` 0 leaves
 * mean, sd and top2 NAN. */
void evaluation_scales(const struct evaluation *e, struct arena *arena,
		       struct item_result **out, size_t *count);
/* The question of another run that is `like` this one: the same record, or
 * where nobody answered that, one with the same words, scale and direction;
 * NULL for none. */
const struct item_result *item_same_question(const struct item_result *items,
					     size_t count, const struct item_result *like,
					     struct arena *arena);
/* evaluation_scales, read from the database. */
bool evaluation_items(struct db *db, int64_t programme, long minimum, struct arena *arena,
		      struct item_result **out, size_t *count, struct err *err);

/* May this sheet leave the office file as it is? Not where the part it belongs
 * to is left out above; one about nobody known only where no part is. */
bool evaluation_shows(const struct evaluation *e, const struct sheet *sheet);

/* The questions about one thing together. */
struct dimension_result {
	const char *dimension; /* code */
	int64_t answers;       /* to the scales that show */
	double mean;	       /* NAN without answers and where scales differ */
};

/* In the order in which they first occur in `items`. */
void evaluation_dimensions(const struct item_result *items, size_t count,
			   struct arena *arena, struct dimension_result **out,
			   size_t *dimension_count);

/* The comments of evaluation_of, read from the database. */
bool evaluation_comments(struct db *db, int64_t programme, long minimum,
			 struct arena *arena, struct comment **out, size_t *count,
			 struct err *err);

#endif
