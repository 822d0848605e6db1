#ifndef DOMAIN_SUGGESTION_H
#define DOMAIN_SUGGESTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "domain/jp_people.h"

struct arena;
struct db;
struct err;
struct settings;

/*
 * Who should be invited to the programmes that are still open: people with the
 * largest gap first, and of those the ones with the fewest JP.
 *
 * Open	    a draft, planned or open programme that has not begun
 * Aims	    the competencies of its objectives, and of the items of the yearly
 *	    plan that it was made of
 * Units    of those items, with their sub-units; where one of them names none,
 *	    everybody may come
 * Gap	    of a person: the gaps (domain/analysis.h) in the aims, added up; each
 *	    from the newest survey in which anybody answered about it
 * Priority the same with each gap × its importance; an importance that nobody
 *	    stated counts as SUGGESTION_IMPORTANCE, the middle
 *
 * Never suggested: who is in the programme already, whatever the status of the
 * enrolment; who completed a run of the same design, or holds a place in one that
 * is not over; who leads the programme or teaches in it; who was measured and has
 * no gap.
 *
 * The JP are those of this year, against what the employment asks for.
 */
enum { SUGGESTION_IMPORTANCE = 3 };

struct suggestion_programme {
	int64_t id, year;
	const char *code, *title, *status;
	struct date starts;
	int64_t jp;	   /* hundredths, or NUMBER_NONE */
	int64_t capacity;  /* NUMBER_NONE: no limit */
	int64_t taken;	   /* places */
	const char *aims;  /* codes of competencies, "KP, TI"; "" for none */
	const char *units; /* codes; "" for everybody */
	bool open;
};

/* The programme, or for 0 all that are open, by their start. */
bool suggestion_programmes(struct db *db, int64_t programme, struct arena *arena,
			   struct suggestion_programme **out, size_t *count,
			   struct err *err);

/* What can be done where a programme suggests nobody because of what it is: it
 * is not open, or has no aims. Translated; "" where there is nothing to say. */
const char *suggestion_obstacle(const struct suggestion_programme *programme);

/* Why somebody is suggested. Without a gap that is known only those stand
 * there who lack JP. */
enum suggestion_cause {
	SUGGESTION_GAP,
	SUGGESTION_NO_STANDARD, /* answered, but the position has no standard */
	SUGGESTION_NO_ANSWER	/* nobody answered about the person */
};

struct suggestion {
	const struct suggestion_programme *programme;
	const struct jp_person *person;
	enum suggestion_cause cause;
	double gap, priority;
	int64_t measured; /* aims with a standard and an answer */
	int64_t below;	  /* of them, with a gap */
	int64_t answers;  /* levels that raters gave about the measured ones: n */
	int64_t flagged;  /* aims on which the raters are NEED_APART or more apart */
	bool over;	  /* a PPPK who would be above the ceiling of the year */
};

struct suggestion_question {
	int64_t programme; /* 0: all that are open */
	int64_t person;	   /* 0: everybody */
	const struct settings *settings;
};

/*
 * By programme (its start, then code); or for one person, who is asked for, by
 * what fits best. Within that: who has a gap, then who only lacks JP; who would
 * be over the ceiling last. Then the highest priority first, the fewest JP of
 * what the employment asks for, and by name.
 */
bool suggestion_list(struct db *db, const struct suggestion_question *question,
		     struct arena *arena, struct suggestion **out, size_t *count,
		     struct err *err);

/* "over ceiling", "no standard", "no answers", "verify" where raters are apart.
 * Translated; "" for a plain gap. */
const char *suggestion_note(const struct suggestion *s);
/* The same as a term of files: "gap", "no-standard", "no-answer"; "over-ceiling". */
const char *suggestion_term(const struct suggestion *s);

/* One aim of the programme and the person: what a suggestion adds up. */
struct suggestion_aim {
	int64_t competency; /* id */
	const char *code, *name;
	int64_t required;	/* NUMBER_NONE: no standard */
	int64_t self, superior; /* NUMBER_NONE: did not answer */
	double actual, gap;	/* NAN where not known */
	double importance;	/* NAN where nobody stated it */
	double priority;
	int64_t survey; /* id; 0: nobody answered */
};

/* The highest priority first, what is not known last. */
bool suggestion_aims(struct db *db, int64_t programme, int64_t person,
		     struct arena *arena, struct suggestion_aim **out, size_t *count,
		     struct err *err);

#endif
