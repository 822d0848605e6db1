#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "cli/cli.h"

/* One command: its name, how it is called, what it does. */
struct cli_command {
	const char *name;
	const char *usage; /* N_(): what stands behind the name */
	const char *help;  /* N_() */
	int (*run)(const struct cli *cli);
};

extern const struct cli_command cli_commands[]; /* ends with a NULL name */

enum { OPTION_VALUES = 2 };

/* The arguments of a command, checked against what it knows. */
struct cli_option {
	const char *name;   /* "--format" */
	int values;	    /* 0: a flag; 1: one; OPTION_VALUES: may be said often */
	const char **value; /* set to the value, or to the name for a flag; of
			     * several: room for one more than there are arguments */
};

/* Sort out options; the others go to `words` (at most `most`). False after
 * having said what is wrong. */
bool cli_options(const struct cli *cli, const struct cli_option *options,
		 const char **words, int most);

/* Make the office file and the directories above it, empty or with the
 * sample in it; nothing is left of it where that fails. */
bool cli_create_office(const struct cli *cli, bool sample, struct db **db, struct err *err);

/* Make the directory that the office file will be in, if there is none. */
bool cli_make_parent(const struct cli *cli, struct err *err);

/* From here on who asks us to stop (Ctrl+C, TERM, HUP) is only noted, so that a
 * long work can take everything back and say so; cli_stop_status is how the
 * program then ends. */
void cli_stop_catch(void);
bool cli_stopped(void *context); /* for db_set_stop */
int cli_stop_status(void);

int command_init(const struct cli *cli);
int command_import(const struct cli *cli);
int command_export(const struct cli *cli);
int command_report(const struct cli *cli);
int command_answer(const struct cli *cli);
int command_add_questionnaire(const struct cli *cli);
int command_undo(const struct cli *cli);
int command_redo(const struct cli *cli);
int command_history(const struct cli *cli);
int command_thin_history(const struct cli *cli);
int command_backup(const struct cli *cli);
int command_restore(const struct cli *cli);
int command_check(const struct cli *cli);
int command_help(const struct cli *cli);
int command_version(const struct cli *cli);


#endif
