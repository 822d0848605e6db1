#ifndef DOMAIN_JP_PEOPLE_H
#define DOMAIN_JP_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;
struct err;
struct settings;

/*
 * The JP of people in a year, as the ledger credits them, against what their
 * employment asks for: PNS and CPNS at least jp_target_pns, PPPK at most
 * jp_ceiling_pppk. JP are hundredths.
 */
struct jp_question {
	int year;
	int64_t unit; /* 0: everybody */
	const struct settings *settings;
};

struct jp_person {
	int64_t person, unit; /* ids; unit 0: in none */
	const char *nip, *name, *unit_code, *employment;
	int64_t programmes, certificates, jp;
	int64_t target;	 /* least, for PPPK the most; NUMBER_NONE: neither */
	int64_t lacking; /* below the least; 0 for those who have none */
	int64_t above;	 /* above the most */
};

/* Who lacks most first, then who is above most, then by name. */
bool jp_people(struct db *db, const struct jp_question *question, struct arena *arena,
	       struct jp_person **out, size_t *count, struct err *err);

#endif
