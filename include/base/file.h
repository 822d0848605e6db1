#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

/* Whole files, carefully: every call is checked. */

/* Read a regular file of at most `most` bytes (or standard input for "-").
 * A FIFO, device or directory is refused before it is read. The result
 * ends with a NUL that is not counted. Fails with ERR_NO_INPUT, ERR_DENIED
 * or ERR_FILE. */
bool file_read(const char *path, size_t most, struct arena *arena, char **bytes,
	       size_t *count, struct err *err);

/* Write through a temporary file beside `path` that is synced and renamed;
 * the old file stays whole when anything fails. A new file has mode 0600,
 * one that is there keeps its mode; a link is followed. What is no regular
 * file (a device, a pipe) is written directly, and "-" is standard output: on a terminal
 * what it would obey becomes visible marks.
 * An SQLite file is never written over (ERR_CREATE).
 * Fails with ERR_DENIED, ERR_CREATE or ERR_FILE. */
bool file_write(const char *path, const char *bytes, size_t count, struct err *err);

/* For who writes a file by other means, in the same careful way: a new empty
 * file beside `path`, mode 0600, open for reading and writing, with its name in
 * `arena` (-1 with errno); put all of the bytes into it, also where a signal comes
 * in between (false with errno); give a finished one its name where nothing has that
 * name yet, not even a link (false with errno, EEXIST); and make the names in
 * the directory of `path` outlive a loss of power. */
int file_temporary(const char *path, struct arena *arena, const char **name);
bool file_put(int fd, const char *bytes, size_t count);
bool file_place(const char *temporary, const char *path);
bool file_sync_directory(const char *path);

/* Give an open file or directory that lies beside the file `like` to whom that
 * belongs, as far as we may, with the rights that its group has in it; others
 * get none. What cannot be given stays ours alone. */
void file_share(int fd, const char *like);

/* Make a directory and its parents, mode 0700. */
bool file_make_directories(const char *path, struct err *err);

#endif
