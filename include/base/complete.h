#ifndef BASE_COMPLETE_H
#define BASE_COMPLETE_H

struct arena;

/* `typed` made longer by what all files that begin so have in common; a
 * directory ends with "/", and "~/" is the home directory. NULL where no
 * file begins so. */
const char *file_complete(const char *typed, struct arena *arena);

#endif
