#include <stdio.h>
#include <sysexits.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/err.h"
#include "base/i18n.h"
#include "commands.h"
#include "store/db.h"
#include "store/history.h"

static bool take_day(const char *text, struct date *day)
{
	if (!text) {
		cli_tell(_("bangkom thin-history: say --before DATE.\n"));
		return false;
	}
	if (date_parse_full(text, day) && date_compare(*day, clock_today()) <= 0)
		return true;
	cli_tell(_("bangkom thin-history: '%s' is no day up to today. Write it as "
		   "2025-12-31 or 31-12-2025.\n"),
		 text);
	return false;
}

static void show(const struct cli *cli, const struct thinning *what, struct date day)
{
	char first[20], last[20];

	clock_local(what->first, first);
	clock_local(what->last, last);
	printf(_("Actions before %s: %lld, from %s to %s\n"), date_shown(cli->arena, day),
	       (long long)what->entries, first, last);
	printf(_("Dropped: what %lld records were before and after (%lld KiB)\n"),
	       (long long)what->changes, (long long)((what->bytes + 1023) / 1024));
	puts(_("Kept:    what was done, when, by whom, and on how many records"));
	puts(_("These actions cannot be undone after that."));
	fflush(stdout);
}

static int finish(struct db *db, bool good, const struct err *err)
{
	db_close(db);
	if (!good)
		return cli_fail(err);
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

int command_thin_history(const struct cli *cli)
{
	const char *before = NULL, *yes = NULL;
	const struct cli_option options[] = { { "--before", true, &before },
					      { "--yes", false, &yes },
					      { NULL, false, NULL } };
	struct thinning what;
	struct err err = { 0 };
	struct date day;
	struct db *db;

	if (!cli_options(cli, options, NULL, 0) || !take_day(before, &day))
		return EX_USAGE;
	if (!cli_open_office(cli, yes != NULL, &db, &err))
		return cli_fail(&err);
	if (!history_thinning(db, day, cli->arena, &what, &err))
		return finish(db, false, &err);
	if (what.entries == 0) {
		cli_tell(_("Before that day there is nothing to drop.\n"));
		return finish(db, true, &err);
	}
	show(cli, &what, day);
	if (!yes) {
		cli_tell(_("Nothing was changed. Say --yes to drop it.\n"));
		return finish(db, true, &err);
	}
	if (!history_thin(db, day, cli->arena, &what, &err))
		return finish(db, false, &err);
	cli_tell(_("The history is thinned out. What the office file had is in a backup "
		   "beside it; the room is used by what comes next.\n"));
	return finish(db, true, &err);
}
