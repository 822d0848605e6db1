#ifndef BASE_CONFIG_FILE_H
#define BASE_CONFIG_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

/*
 * Settings and form files are looked at before libconfig sees them, because
 * it would open what @include names and take its time over a huge text.
 */

/* Read such a file. Refused with the reason: what is no regular file, is of
 * another user (but root), is over 64 KiB, or does not pass config_text_check.
 * The text lives in `arena`. */
bool config_file_read(const char *path, struct arena *arena, const char **text,
		      struct err *err);

/* Are these bytes fit to be parsed? Not with NUL bytes, @include, bytes that
 * are no UTF-8, a quotation mark that is never closed, or brackets more than 16
 * deep: ERR_SYNTAX with the line. */
bool config_text_check(const char *bytes, size_t count, const char *path,
		       struct err *err);

#endif
