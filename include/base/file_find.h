#ifndef BASE_FILE_FIND_H
#define BASE_FILE_FIND_H

#include <stddef.h>

struct arena;

/*
 * The table that somebody means by a few letters of its name: files that end
 * in .csv, .tsv or .txt, looked for where such files usually are.
 */
struct file_found {
	size_t count;
	const char *path;  /* the only one, or the first by name; "" for none */
	const char *names; /* the first few, with ", " between */
};

/* Files whose name begins with `typed`, or where none does, holds it; capitals
 * and accents do not matter. A path of a directory is looked for there; else
 * the working directory, `last`, the home directory and its downloads are, and
 * the first of them that has one decides. What is there exactly as typed is the
 * only one; what an import left over (FILE.rejects.csv) counts where `typed`
 * holds "rej". Lives in `arena`. */
void file_find(const char *typed, const char *last, struct arena *arena,
	       struct file_found *out);

#endif
