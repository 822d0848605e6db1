#ifndef DOMAIN_RUBRIC_H
#define DOMAIN_RUBRIC_H

#include "base/kind.h"
#include "base/number.h"

/*
 * Rubrics: the criteria by which projects are assessed, what each weighs and
 * what its four levels look like. A rubric whose weights do not sum to 100
 * percent is unfinished: nothing is scored with it.
 */
enum {
	RUBRIC_LEVELS = 4,    /* 1 Kurang, 2 Cukup, 3 Baik, 4 Sangat Baik */
	RUBRIC_WHOLE = 10000, /* 100 percent, in the hundredths of weights */
	CRITERIA_MOST = 99
};

struct rubric {
	int64_t id;
	const char *code;
	const char *title;
	const char *search; /* from code,title */
};
extern const struct kind rubric_kind;

struct criterion {
	int64_t id;
	int64_t rubric; /* rubric */
	int64_t number;
	const char *text;
	int64_t weight;	    /* hundredths of a percent */
	const char *level1; /* what the level looks like */
	const char *level2;
	const char *level3;
	const char *level4;
};
extern const struct kind criterion_kind;

/* "Kurang" … "Sangat Baik", translated; "" beyond 1 to 4. */
const char *level_label(int64_t level);
/* What the level looks like for this criterion, or "". */
const char *level_text(const struct criterion *c, int64_t level);

/* By number. */
bool criterion_list(struct db *db, int64_t rubric, struct arena *arena,
		    struct criterion **out, size_t *count, struct err *err);

int64_t weights_sum(const struct criterion *criteria, size_t count);
/* Why nothing can be scored with these criteria, translated, with their sum
 * and what to change; NULL where they sum to 100 percent. */
const char *weights_reason(const struct criterion *criteria, size_t count,
			   struct arena *arena);

/* Rubrics with what the list of them says, by code. */
struct rubric_row {
	int64_t id;
	const char *code, *title;
	int64_t criteria;
	int64_t weight;	    /* the sum, hundredths */
	int64_t programmes; /* that name it */
	int64_t scores;	    /* given with it; then it does not change any more */
};
bool rubric_list(struct db *db, struct arena *arena, struct rubric_row **out,
		 size_t *count, struct err *err);

/* Whether the rubric has the title of the ready one, in either language. */
bool rubric_is_ready(const struct rubric_row *r);
/* Add the ready rubric for group projects, in the language in use, with a
 * code that is free; one action. */
bool rubric_add_ready(struct db *db, int64_t *id, struct err *err);

#endif
