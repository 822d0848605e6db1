#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

#include <stdbool.h>

struct arena;
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

/* Are the keys of the settings bound to commands that there are? ERR_SYNTAX
 * with what is not known where not. */
bool screens_check_keys(const struct settings *settings, struct err *err);
/* Respondent mode: people answer the needs survey with this code, or fill in
 * sheets of the programme with it, and the program ends only where a member of
 * staff says so. Codes; NULL or "": the only questionnaire, whoever answers,
 * once. ERR_NOT_FOUND for an unknown code; ERR_INPUT for a survey that takes
 * no answers. */
struct screens_respondent {
	const char *programme, *questionnaire, *role, *phase;
};
int screens_answer(struct db *db, const struct settings *settings,
		   const struct screens_respondent *of, struct err *err);

/* For tests: keys come from a file and nothing is drawn; what would stand on
 * the screen behind the last key is left in `picture`. */
struct screens_script {
	const char *key_file; /* bytes as a terminal sends them */
	int lines, columns;
	struct arena *arena;
	const char *picture;
	const struct screens_respondent *respondent; /* who is there; NULL: staff */
};
int screens_play(struct db *db, const struct settings *settings, const char *forms,
		 struct screens_script *script, struct err *err);

#endif
