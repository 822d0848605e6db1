#ifndef DOMAIN_ITEM_TYPE_H
#define DOMAIN_ITEM_TYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/design.h"
#include "domain/feedback.h"

struct arena;
struct problems;

/*
 * What an answer to an item may be, by the item's kind: one table that the
 * grid, respondents, import, export and the rules all walk.
 *
 *   likert, two_sided  value 1 … scale, as it was marked (never turned round)
 *   number             value 0 … most
 *   choice             value: number of the option, from 1
 *   choices            text: numbers of the options, ascending, "1,3"
 *   text               text
 */
struct sheet_answer {
	int64_t value;	  /* NUMBER_NONE: blank, or a kind that is kept as text */
	const char *text; /* "" where the kind is kept as a number */
};

/* How an answer is keyed in. */
enum item_entry {
	ENTRY_DIGIT,  /* one digit is the answer (0: ten) */
	ENTRY_DIGITS, /* digits, ended by a key */
	ENTRY_MARKS,  /* digits set and take back marks, ended by a key */
	ENTRY_WORDS
};

enum { OPTIONS_MOST = 20 };

enum item_entry item_entry(const struct item *item);
bool item_is_text(const struct item *item);
/* The answers of which a mean can be taken: likert, two_sided, number. */
bool item_is_measure(const struct item *item);

/* The lowest and highest value, of several choices the number of options. */
int64_t item_least(const struct item *item);
int64_t item_most(const struct item *item);

/* item->options one by one, in `arena`. */
size_t item_options(const struct item *item, struct arena *arena, const char ***out);
/* What `value` means: an option, the label of a scale, an end; "" for none. */
const char *item_label(const struct item *item, int64_t value, struct arena *arena);

struct sheet_answer answer_blank(void);
bool answer_is_blank(const struct sheet_answer *answer);
bool answer_equal(const struct sheet_answer *a, const struct sheet_answer *b);

/* A cell of a file, or what was keyed in: numbers, or options by their name
 * in any case. An empty cell is blank. False with the translated *reason
 * where it cannot be an answer; *out is then untouched. Texts live in
 * `arena` or are `cell`. */
bool answer_parse(const struct item *item, const char *cell, struct arena *arena,
		  struct sheet_answer *out, const char **reason);
/* What answer_parse reads back: "4", "1,3", the text; "" for blank. */
const char *answer_format(const struct item *item, const struct sheet_answer *answer,
			  struct arena *arena);

/* Why this cannot be stored as an answer to the item, translated; NULL where
 * it can, as a blank one always can. */
const char *answer_reason(const struct item *item, const struct sheet_answer *answer,
			  struct arena *arena);

/* Mark or unmark an option of several choices: "1,3" and 2 give "1,2,3". */
const char *answer_toggle(const char *marks, int64_t option, struct arena *arena);
bool answer_has(const char *marks, int64_t option);

/* Does the item itself fit its kind: scale, options, direction? */
void item_type_check(const struct item *item, struct problems *problems);

#endif
