#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

/* Whole files, carefully: every call is checked. */

/* Read a regular file of at most `most` bytes (or standard input for "-").
 * A FIFO, device or directory is refused before it is read. The result
 * ends with a NUL that is not counted. */
bool file_read(const char *path, size_t most, struct arena *arena,
	       char **bytes, size_t *count, struct err *err);

/* Write through a temporary file beside `path` that is synced and renamed,
 * mode 0600; the old file stays whole when anything fails. "-" writes to
 * standard output and checks that it was taken. */
bool file_write(const char *path, const char *bytes, size_t count, struct err *err);

/* Make a directory and its parents, mode 0700. */
bool file_make_directories(const char *path, struct err *err);

#endif
