#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

/*
 * Whole numbers and hundredths (JP, scores, indicators), without floating
 * point. Both , and . are read as the decimal mark; with two kinds of mark
 * the last one is the decimal mark. LC_NUMERIC stays "C".
 */
#define NUMBER_NONE INT64_MIN

bool number_parse_int(const char *text, int64_t *out);
/* "1.500" is fifteen hundred to one and one and a half to another: one mark
 * with one to three digits before it and three behind. */
bool number_is_ambiguous(const char *text);
/* "12,5" gives 1250. At most two decimals. Refused where ambiguous. */
bool number_parse_hundredths(const char *text, int64_t *out);
/* Rupiah: "Rp 1.500.000", "1500000", "1.500.000,00". Whole rupiah. */
bool number_parse_money(const char *text, int64_t *out);

/* With `mark` ('.' in files, number_mark() on screens); trailing zeros of
 * the decimals are left out: 1250 gives "12,5". "" for NUMBER_NONE. */
const char *number_hundredths(struct arena *a, int64_t value, char mark);
const char *number_int(struct arena *a, int64_t value);
/* "1.500.000" grouped with the mark that is not the decimal mark. */
const char *number_grouped(struct arena *a, int64_t value, char mark);
/* A real number with a fixed count of decimals; "–" where it is NaN. */
const char *number_real(struct arena *a, double value, int decimals, char mark);

/* The decimal mark of the language in use: ',' for Indonesian, else '.'. */
char number_mark(void);

#endif
