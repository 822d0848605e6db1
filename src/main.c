#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "cli/cli.h"
#include "screens/screens.h"
#include "store/db.h"

static int run_screens(const struct cli *cli)
{
	struct err err = { 0 };
	struct db *db;
	int status;

	if (!cli_database(cli, &db, &err))
		return cli_fail(&err);
	status = screens_run(db, &cli->settings, cli->forms, &err);
	if (status == EX_OK && err.code == ERR_NONE)
		cli_day_ends(db); /* not where the terminal is gone */
	db_close(db);
	return err.code == ERR_NONE ? status : cli_fail(&err);
}

/* The office must be there: respondents get no sample. */
static int run_respondents(const struct cli *cli)
{
	struct cli_respondent given;
	struct screens_respondent of;
	struct err err = { 0 };
	struct db *db;
	int status;

	if (!cli_respondent(cli, &given))
		return EX_USAGE;
	if (!cli_open_office(cli, true, &db, &err))
		return cli_fail(&err);
	of = (struct screens_respondent){ given.programme, given.questionnaire,
					  given.role, given.phase };
	status = screens_answer(db, &cli->settings, &of, &err);
	db_close(db);
	return err.code == ERR_NONE ? status : cli_fail(&err);
}

static int run(int argc, char **argv, struct arena *arena)
{
	bool terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
	struct err err = { 0 };
	struct cli cli;

	if (!cli_open(&cli, argc, argv, arena, &err))
		return cli_fail(&err);
	cli.check_keys = screens_check_keys;
	if (cli.command && terminal && strcmp(cli.command, "answer") == 0)
		return run_respondents(&cli);
	if (cli.command)
		return cli_run(&cli);
	if (terminal)
		return run_screens(&cli);
	return cli_overview(&cli);
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	int status;

	umask(077); /* whatever is written is for its owner alone */
	i18n_init(NULL);
	setlocale(LC_NUMERIC, "C");
	status = run(argc, argv, &arena);
	arena_done(&arena);
	return status;
}
