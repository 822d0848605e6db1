#ifndef SCREENS_SCREENS_H
#define SCREENS_SCREENS_H

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

/* Respondent mode: people fill in sheets of this programme, and the program
 * ends only where a member of staff says so. Codes; NULL or "": the only
 * questionnaire, whoever answers, once. ERR_NOT_FOUND for an unknown code. */
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
};
int screens_play(struct db *db, const struct settings *settings, const char *forms,
		 struct screens_script *script, struct err *err);

#endif
