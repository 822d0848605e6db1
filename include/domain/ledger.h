#ifndef DOMAIN_LEDGER_H
#define DOMAIN_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;
struct settings;

/*
 * Lesson hours (JP) that a person earned. A completed enrolment in a
 * programme that is done or evaluated gives the JP credited there by hand, or
 * else those of the programme, to the budget year of the programme. A certificate
 * gives its JP to its year.
 */
struct ledger_row {
	int64_t year, programme; /* programme: 0 for a certificate */
	const char *source;	 /* "programme" or "certificate" */
	const char *code, *title;
	const char *form; /* learning_form_choices, or "" */
	int64_t jp;	  /* hundredths */
};

/* The newest year first, then by programme; a programme with sessions of
 * several forms is a row for each, in proportion to their JP. Sessions without
 * a form have that of the programme, its method. The rows of a programme add
 * up to its JP exactly. */
bool ledger_list(struct db *db, int64_t person, struct arena *arena,
		 struct ledger_row **out, size_t *count, struct err *err);

/* The JP of one year against what the employment asks for: at least
 * jp_target_pns, or for a PPPK at most jp_ceiling_pppk, in a sentence. */
const char *ledger_words(const char *employment, const struct settings *settings,
			 int64_t jp, struct arena *arena);

#endif
