#ifndef BASE_NIP_H
#define BASE_NIP_H

#include <stdbool.h>

#include "base/date.h"

/*
 * Civil servant numbers. PNS: birth YYYYMMDD, appointment YYYYMM, sex 1/2,
 * serial 3 digits (Perka BKN 22/2007). PPPK: birth 8, year 4, two digits
 * that are no month, sex, serial. There is no check digit.
 */
enum nip_verdict {
	NIP_OK,
	NIP_EMPTY,
	NIP_LENGTH,  /* not 18 digits */
	NIP_MANGLED, /* a spreadsheet made it a number: 1,98E+17 or …000 */
	NIP_BIRTH,   /* digits 1-8 are no day */
	NIP_SEX	     /* digit 15 is neither 1 nor 2 */
};

struct nip {
	char digits[19];
	struct date birth;
	int appointed_year, appointed_month; /* month 0 for PPPK */
	char sex;			     /* 'L' male, 'P' female */
	bool pppk;			     /* digits 13-14 are no month */
};

/* Blanks, dots, dashes, apostrophes, BOM and NBSP are ignored. *out is
 * filled as far as it could be read. */
enum nip_verdict nip_parse(const char *text, struct nip *out);

/* What is wrong and what would be right, translated. */
const char *nip_reason(enum nip_verdict verdict);

/* "19880921 201801 1 015": spreadsheets keep this as text. */
void nip_grouped(const char *digits, char out[22]);

#endif
