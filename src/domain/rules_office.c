#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/nip.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/office.h"
#include "query.h"
#include "rules.h"

void unit_check(struct db *db, const void *old, const void *record,
		struct problems *problems)
{
	const struct unit *u = record;

	(void)old;
	if (u->id == 0 || u->parent == 0)
		return;
	if (answer_two(db,
		       "WITH RECURSIVE above (id) AS ("
		       "  SELECT :a UNION SELECT parent FROM units JOIN above USING (id)"
		       "   WHERE parent IS NOT NULL)"
		       " SELECT count(*) FROM above WHERE id = :b",
		       u->parent, u->id))
		problem_add(
			problems, "parent",
			_("A unit cannot be part of itself. Choose a unit above it."));
}

bool person_complete(struct db *db, void *record, struct arena *arena)
{
	struct person *p = record;
	struct nip nip;

	(void)db;
	(void)arena;
	if (nip_parse(p->nip, &nip) != NIP_OK)
		return true;
	if (!date_is_set(p->birth))
		p->birth = nip.birth;
	if (*p->sex == '\0')
		p->sex = nip.sex == 'P' ? "P" : "L";
	if (*p->employment == '\0')
		p->employment = nip.pppk ? "PPPK" : "PNS";
	return true;
}

enum { OLDEST_BIRTH = 1940, YOUNGEST_APPOINTED = 16, OLDEST_APPOINTED = 59 };

/* Full years; a PPPK's number tells no month, so that one may be missing. */
static int age_at_appointment(const struct nip *nip)
{
	int year, month, day;

	date_split(nip->birth, &year, &month, &day);
	return nip->appointed_year - year -
	       (nip->appointed_month != 0 && nip->appointed_month < month);
}

/* Numbers that can be, but hardly are. */
static void check_nip_dates(const struct nip *nip, struct problems *problems)
{
	int age = age_at_appointment(nip);

	if (date_compare(nip->birth, clock_today()) > 0)
		problem_warn(problems, "nip",
			     _("The NIP says a day of birth that is still to come. "
			       "Compare it with "
			       "the decree."));
	else if (date_year(nip->birth) < OLDEST_BIRTH)
		problem_warn(problems, "nip",
			     _("The NIP says born in %d. Compare it with the decree."),
			     date_year(nip->birth));
	if (nip->appointed_year > date_year(clock_today()))
		problem_warn(
			problems, "nip",
			_("The NIP says appointed in %d. Compare it with the decree."),
			nip->appointed_year);
	else if (age < YOUNGEST_APPOINTED || age > OLDEST_APPOINTED)
		problem_warn(
			problems, "nip",
			_("The NIP says appointed at the age of %d. Compare it with the "
			  "decree."),
			age);
}

static void check_nip(const struct person *p, const struct nip *nip,
		      struct problems *problems)
{
	bool contract = strcmp(p->employment, "PPPK") == 0;

	check_nip_dates(nip, problems);
	if (*p->employment != '\0' && contract != nip->pppk)
		problem_warn(
			problems, "employment",
			nip->pppk ? _("The NIP looks like that of a PPPK. Compare it.")
				  : _("The NIP looks like that of a PNS. Compare it."));
	if (date_is_set(p->birth) && date_compare(p->birth, nip->birth) != 0)
		problem_warn(problems, "birth",
			     _("The NIP says another day of birth. Compare them."));
	if (*p->sex != '\0' && *p->sex != nip->sex)
		problem_warn(problems, "sex",
			     _("The NIP says another sex. Compare them."));
}

/* "IV/c" of a PNS, "IX" of a PPPK (Perpres 98/2020). */
static bool is_grade(const char *grade)
{
	static const char *const levels[] = { "I",    "II",   "III", "IV",  "V",   "VI",
					      "VII",  "VIII", "IX",  "X",   "XI",  "XII",
					      "XIII", "XIV",  "XV",  "XVI", "XVII" };
	enum { PNS_LEVELS = 4 };
	size_t length = strcspn(grade, "/"), level = 0;
	const char *room = grade + length;

	while (level < sizeof levels / sizeof *levels &&
	       (strlen(levels[level]) != length ||
		strncmp(levels[level], grade, length) != 0))
		level++;
	if (level == sizeof levels / sizeof *levels || *room == '\0')
		return *room == '\0' && level < sizeof levels / sizeof *levels;
	return level < PNS_LEVELS && room[1] >= 'a' &&
	       room[1] <= (level + 1 == PNS_LEVELS ? 'e' : 'd') && room[2] == '\0';
}

void person_check(struct db *db, const void *old, const void *record,
		  struct problems *problems)
{
	const struct person *p = record;
	struct nip nip;

	(void)db;
	(void)old;
	if (*p->nip == '\0' && strcmp(p->employment, "NONASN") != 0)
		problem_add(problems, "nip",
			    _("NIP is missing. Only who is no civil servant has none."));
	if (nip_parse(p->nip, &nip) == NIP_OK)
		check_nip(p, &nip, problems);
	if (*p->grade != '\0' && !is_grade(p->grade))
		problem_warn(problems, "grade",
			     _("A grade is I/a to IV/e for a PNS, I to XVII for a PPPK. "
			       "Compare it."));
	if (*p->email != '\0' && !strchr(p->email, '@'))
		problem_warn(problems, "email", _("An e-mail address has an @ in it."));
}
