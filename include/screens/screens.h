#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

struct db;
struct err;
struct settings;

/*
 * The program on a terminal, from the home screen until the user leaves.
 * `forms` is the directory of the office's own forms. Gives the exit status;
 * a failure to begin is told in `err` (status EX_UNAVAILABLE and above).
 */
int screens_run(struct db *db, const struct settings *settings, const char *forms,
		struct err *err);

#endif
