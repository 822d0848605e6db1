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
enum { JP_NO_UNIT = -1 };
struct jp_question {
	int year;
	int64_t unit; /* 0: everybody; JP_NO_UNIT: those in none */
	const struct settings *settings;
};

struct jp_person {
	int64_t person, unit; /* ids; the unit may be JP_NO_UNIT */
	const char *nip, *name, *unit_code, *unit_name, *employment;
	int64_t programmes, certificates, jp;
	int64_t target;	 /* least, for PPPK the most; NUMBER_NONE: neither */
	int64_t lacking; /* below the least; 0 for those who have none */
	int64_t above;	 /* above the most */
};

/* Who lacks most first, then who is above most, then by name. */
bool jp_people(struct db *db, const struct jp_question *question, struct arena *arena,
	       struct jp_person **out, size_t *count, struct err *err);

/* People of one unit added up. */
struct jp_unit {
	int64_t unit; /* id or JP_NO_UNIT */
	const char *code, *name;
	int64_t persons, jp, lacking;
	int64_t reached; /* with at least jp_target_pns, whatever their employment */
	int64_t above;	 /* PPPK above their ceiling */
};

/* By code, from all people; those in no unit first. */
bool jp_units(struct db *db, const struct jp_question *question, struct arena *arena,
	      struct jp_unit **out, size_t *count, struct err *err);

/* How many PPPK there are, and how many are above their ceiling. */
bool jp_contracts(struct db *db, const struct jp_question *question, int64_t *people,
		  int64_t *above, struct err *err);

/* The sums that the office file keeps beside the records, computed anew and
 * compared: how many differ. Takes a walk through all enrolments. */
bool jp_sums_wrong(struct db *db, int64_t *wrong, struct err *err);

/* How the JP of the year divide among the forms of learning, most first. */
struct jp_form {
	const char *form; /* learning_form_choices, or "" */
	int64_t jp;
};
bool jp_forms(struct db *db, int year, struct arena *arena, struct jp_form **out,
	      size_t *count, struct err *err);

#endif
