#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

#include "base/date.h"

/* The only reader of today and now. BANGKOM_TODAY=YYYY-MM-DD pins both for
 * tests; the clock then stands at noon of that day. */
struct date clock_today(void);

/* The moment in UTC as "YYYY-MM-DD HH:MM:SS". */
void clock_stamp(char out[20]);

/* A moment in UTC, as clock_stamp gives it, in the machine's own zone:
 * "DD-MM-YYYY HH:MM"; the text itself where it is no such moment. */
void clock_local(const char *stamp, char out[20]);

/* Monotonic milliseconds, for time-outs only. */
int64_t clock_ms(void);

#endif
