#ifndef TESTS_SCREENS_SCRIPT_H
#define TESTS_SCREENS_SCRIPT_H

#include <stdbool.h>

struct arena;
struct db;
struct err;

/*
 * A script of keys. Its first line is "LINESxCOLUMNS LANGUAGE [sample]
 * [answer=CODE] [today=YYYY-MM-DD] [SETTINGS]": with a code people answer that
 * survey or programme, and the settings are as in a settings file. In the others <Enter>,
 * <F10>, <C-s>, <Esc> … are keys and everything else is typed; line breaks and what
 * follows a # at the beginning of a line are not.
 */
struct script {
	int lines, columns;
	char language[3];
	bool sample;
	const char *answer, *today; /* NULL where they are not said */
	const char *settings;
	const char *keys;
};

/* Ends the program where the file is none. */
void script_read(struct script *out, const char *path, struct arena *arena);

/* Plays it on the program's screens, without a terminal; the picture behind the
 * last key. An error is of the program: it could not begin. */
const char *script_play(const struct script *s, struct db *db, struct arena *arena,
			struct err *err);

#endif
