#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/problem.h"
#include "base/text.h"
#include "commands.h"
#include "domain/jp_people.h"
#include "domain/kinds.h"
#include "form/form.h"
#include "store/check.h"
#include "store/db.h"
#include "store/history.h"

int command_init(const struct cli *cli)
{
	const char *sample = NULL;
	const struct cli_option options[] = { { "--sample", false, &sample },
					      { NULL, false, NULL } };
	struct err err = { 0 };
	struct db *db;

	if (!cli_options(cli, options, NULL, 0))
		return EX_USAGE;
	if (access(cli->database, F_OK) == 0) {
		cli_tell(_("bangkom: %s is there already; nothing was changed.\n"),
			 cli->database);
		return EX_CANTCREAT;
	}
	if (!cli_create_office(cli, sample != NULL, &db, &err))
		return cli_fail(&err);
	db_close(db);
	cli_tell(_("A new office file was made: %s\n"), cli->database);
	return EX_OK;
}

static int turn_back(const struct cli *cli, bool undo)
{
	const struct cli_option none[] = { { NULL, false, NULL } };
	struct err err = { 0 };
	const char *name = "";
	struct db *db;
	bool good;

	if (!cli_options(cli, none, NULL, 0))
		return EX_USAGE;
	if (!cli_open_office(cli, true, &db, &err))
		return cli_fail(&err);
	good = undo ? history_undo(db, kinds, 0, cli->arena, &name, &err)
		    : history_redo(db, kinds, cli->arena, &name, &err);
	db_close(db);
	if (!good)
		return cli_fail(&err);
	cli_tell(undo ? _("Undone: %s\n") : _("Redone: %s\n"), name);
	return EX_OK;
}

int command_undo(const struct cli *cli)
{
	return turn_back(cli, true);
}

int command_redo(const struct cli *cli)
{
	return turn_back(cli, false);
}

int command_history(const struct cli *cli)
{
	const char *limit = "50";
	const struct cli_option options[] = { { "--limit", true, &limit },
					      { NULL, false, NULL } };
	struct history_entry *entries;
	struct err err = { 0 };
	struct db *db;
	size_t count;
	long most;
	char *end;

	if (!cli_options(cli, options, NULL, 0))
		return EX_USAGE;
	most = strtol(limit, &end, 10);
	if (*end != '\0' || most < 1 || most > 100000) {
		cli_tell(
			_("bangkom history: --limit needs a number from 1 to 100000.\n"));
		return EX_USAGE;
	}
	if (!cli_open_office(cli, false, &db, &err))
		return cli_fail(&err);
	if (!history_list(db, 0, (size_t)most, cli->arena, &entries, &count, &err)) {
		db_close(db);
		return cli_fail(&err);
	}
	for (size_t i = 0; i < count; i++)
		printf("%lld\t%s\t%s\t%zu\t%s%s\n", (long long)entries[i].id,
		       text_visible(cli->arena, entries[i].at),
		       text_visible(cli->arena, entries[i].who), entries[i].changes,
		       text_visible(cli->arena, entries[i].name),
		       entries[i].reverted_by ? _("\t(undone)") : "");
	db_close(db);
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

static int check_forms(const struct cli *cli, const char *directory)
{
	struct problems problems = { .arena = cli->arena };
	struct form_set set;
	struct err err = { 0 };

	if (!form_set_load(&set, kinds, directory, cli->arena, &problems, &err))
		return cli_fail(&err);
	for (const struct problem *p = problems.first; p; p = p->next)
		printf("%s\n", p->text);
	return problems.first ? EX_CONFIG : EX_OK;
}

/* A directory that is named is all that is examined: no office file is
 * needed to write forms. */
static int check_directory(const struct cli *cli, const char *directory)
{
	struct err err = { 0 };
	struct stat st;
	int status;

	if (stat(directory, &st) != 0 || !S_ISDIR(st.st_mode)) {
		err_set(&err, ERR_NO_INPUT,
			_("%s is no directory. Name the one that holds the forms."),
			directory);
		return cli_fail(&err);
	}
	status = check_forms(cli, directory);
	if (status == EX_OK)
		cli_tell(_("The forms in %s are sound.\n"), directory);
	return fflush(stdout) == 0 ? status : EX_IOERR;
}

static void tell(const struct cli *cli, const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		printf("%s\n    %s\n", text_visible(cli->arena, found->list[i].what),
		       text_visible(cli->arena, found->list[i].advice));
	if (found->more > 0)
		printf(_("and %zu more\n"), found->more);
}

/* The sums that are kept beside the records. */
static bool check_sums(struct db *db, struct findings *found, struct err *err)
{
	int64_t wrong = 0;

	if (!jp_sums_wrong(db, &wrong, err))
		return false;
	if (wrong > 0)
		finding_add(
			found,
			arena_printf(found->arena,
				     P_("The kept sums of lesson hours (JP) differ from "
					"the records in %d place.",
					"The kept sums of lesson hours (JP) differ from "
					"the records in %d places.",
					(unsigned long)wrong),
				     (int)wrong),
			_("Bring back the newest backup with: bangkom restore FILE"));
	return true;
}

/* A file that SQLite finds too damaged to open is a finding as well. */
static int examine(const struct cli *cli, bool deep)
{
	struct findings found = { .arena = cli->arena };
	struct err err = { 0 };
	struct db *db;
	bool good;

	/* SQLite compares an index of words only where it may write. */
	if (!cli_open_office(cli, deep && access(cli->database, W_OK) == 0, &db, &err)) {
		if (err.code != ERR_DB)
			return cli_fail(&err);
		cli_tell("bangkom: %s\n", err.text);
		return 1;
	}
	db_bulk(db, true);
	good = deep ? check_deep(db, kinds, &found, &err) && check_sums(db, &found, &err)
		    : check_quick(db, kinds, &found, &err);
	db_close(db);
	if (!good)
		return cli_fail(&err);
	tell(cli, &found);
	if (found.count == 0)
		cli_tell(_("%s is sound.\n"), cli->database);
	return found.count == 0 ? EX_OK : 1;
}

int command_check(const struct cli *cli)
{
	const char *forms = NULL, *deep = NULL;
	const struct cli_option options[] = { { "--forms", true, &forms },
					      { "--deep", false, &deep },
					      { NULL, false, NULL } };
	struct err err = { 0 };
	int status, found;

	if (!cli_options(cli, options, NULL, 0))
		return EX_USAGE;
	if (forms)
		return check_directory(cli, forms);
	status = check_forms(cli, cli->forms);
	if (cli->check_keys && !cli->check_keys(&cli->settings, &err))
		return cli_fail(&err);
	found = examine(cli, deep != NULL);
	if (fflush(stdout) != 0)
		return EX_IOERR;
	return found != EX_OK ? found : status;
}
