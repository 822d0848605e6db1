#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/* A civil day: days since 1970-01-01. No time zones, no time_t. A struct,
 * so that the compiler refuses to mix it with integers. */
struct date {
	int32_t day;
};

#define DATE_NONE ((struct date){ INT32_MIN })

bool date_is_set(struct date d);
struct date date_of(int year, int month, int day); /* DATE_NONE if there is no such day */
void date_split(struct date d, int *year, int *month, int *day);
int date_year(struct date d);
int date_weekday(struct date d); /* 0 Monday … 6 Sunday */
/* The weekday that a word names in either language, by at least its first
 * three letters; -1 for none. */
int date_weekday_named(const char *word);
const char *date_weekday_name(int weekday); /* translated */
int date_compare(struct date a, struct date b);
struct date date_add_days(struct date d, int days);
/* The same day of a later month; the last day where the month is shorter. */
struct date date_add_months(struct date d, int months);

/* YYYY-MM-DD exactly. Years 1900 to 2199. */
bool date_from_iso(const char *text, struct date *out);
/* Writes 10 characters and NUL, or "" for DATE_NONE. */
void date_to_iso(struct date d, char out[11]);

/* What people type: dd-mm-yyyy, dd/mm/yy, dd.mm.yyyy, ISO, ddmm, ddmmyy,
 * ddmmyyyy, +n and -n days from today, "t" or "." today, a weekday in either
 * language, at least its first three letters (the next such day), and
 * "2 Maret 2026". Days without a year take the year of `today`. */
bool date_parse(const char *text, struct date today, struct date *out);

/* What files hold: of the above only what names day, month and year. */
bool date_parse_full(const char *text, struct date *out);

/* dd-mm-yyyy, or "" for DATE_NONE. */
void date_to_text(struct date d, char out[11]);

/* The same, in an arena. */
const char *date_shown(struct arena *a, struct date d);

/* "Senin, 2 Maret 2026" in the language in use. */
const char *date_to_long(struct arena *a, struct date d);

#endif
