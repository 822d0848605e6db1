#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>

#include "base/settings.h"

struct arena;
struct db;
struct err;

/*
 * The command line: options before and after the command, one table of
 * commands. Data goes to standard output, talk to standard error, statuses
 * are those of sysexits.h. Never asks.
 */
struct cli {
	struct arena *arena; /* until the program ends */
	struct settings settings;
	const char *database; /* path of the office file */
	const char *forms;    /* directory of the office's own forms */
	const char *command;  /* NULL: open the screens */
	char **arguments;     /* behind the command */
	int argument_count;
	/* Are the keys of the settings bound to what the screens know? From whoever
	 * has screens; NULL: nobody can tell. */
	bool (*check_keys)(const struct settings *settings, struct err *err);
};

/* Read options and settings. False with ERR_USAGE, ERR_SYNTAX, or ERR_NO_INPUT
 * for a settings file that is named and not there. */
bool cli_open(struct cli *cli, int argc, char **argv, struct arena *arena,
	      struct err *err);

/* Talk on standard error; what a terminal would obey becomes visible marks. */
void cli_tell(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Say what failed on standard error; the status to end with. */
int cli_fail(const struct err *err);

/* What `bangkom answer` is given: codes, NULL where they are left out. False
 * after having said on standard error what is wrong. */
struct cli_respondent {
	const char *programme, *questionnaire, *role, *phase;
};
bool cli_respondent(const struct cli *cli, struct cli_respondent *out);

/* Run cli->command; the exit status. */
int cli_run(const struct cli *cli);

/* Without a command and without a terminal: the overview as text, from the
 * office file, which is made with the sample where there is none. */
int cli_overview(const struct cli *cli);

/* Open the office file; where there is none, make one that holds the sample
 * and say so on standard error. */
bool cli_database(const struct cli *cli, struct db **db, struct err *err);

/* After the screens: examine a file that is too big for that at the start, and
 * make the backup of today, where that is due (store/backup.h); told on standard
 * error, where a signal leaves it out. */
void cli_day_ends(struct db *db);

/* Open the office file for a command; it must be there. */
bool cli_open_office(const struct cli *cli, bool writing, struct db **db,
		     struct err *err);

/* Fill an empty office file with the sample. */
bool sample_load(struct db *db, struct err *err);

#endif
