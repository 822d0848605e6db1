#include "day.h"

#include <string.h>

#include "base/err.h"
#include "base/i18n.h"
#include "commands.h"
#include "domain/kinds.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/db.h"

static long long megabytes(const struct db *db)
{
	return (long long)(db_size(db) >> 20);
}

static bool is_due(struct db *db, enum backup_when when)
{
	struct err err = { 0 };
	bool due = false;

	if (!backup_is_due(db, when, &due, &err))
		cli_tell("bangkom: %s\n", err.text);
	return due;
}

/* Work goes on without a backup; that there is none must be known. */
void day_begins(struct db *db)
{
	struct err err = { 0 };

	if (!is_due(db, BACKUP_START))
		return;
	if (db_size(db) > DB_SMALL)
		cli_tell(_("Making the backup of today. In a file of %lld MiB this "
			   "takes a while.\n"),
			 megabytes(db));
	if (!backup_daily(db, &err))
		cli_tell("bangkom: %s\n", err.text);
}

void day_tell_backup(const struct cli *cli, struct db *db)
{
	if (strcmp(cli->command, "backup") != 0 && db_size(db) > DB_LARGE &&
	    is_due(db, BACKUP_END))
		cli_tell(_("Of what was done last there is no backup yet. Make one with: "
			   "bangkom backup --daily\n"));
}

/* What the screens show themselves; see screens.h. */
void day_tell_cut_off(const struct cli *cli, struct db *db)
{
	struct findings found = { .arena = cli->arena };
	struct err err = { 0 };

	if (!db_was_cut_off(db))
		return;
	if (db_size(db) > DB_LARGE)
		cli_tell(_("The last run did not end in order. A file of %lld MiB is not "
			   "examined unasked; do it with: bangkom check\n"),
			 megabytes(db));
	else if (!check_start(db, kinds, &found, &err))
		cli_tell("bangkom: %s\n", err.text);
	else if (found.count == 0)
		cli_tell(_("The last run did not end in order. The office file was "
			   "examined and is sound.\n"));
	else
		cli_tell(_("The last run did not end in order, and the office file "
			   "has faults. See: bangkom check\n"));
}

void cli_day_ends(struct db *db)
{
	struct err err = { 0 };

	if (!is_due(db, BACKUP_END))
		return;
	cli_tell(_("Examining the office file and making the backup of today (%lld MiB). "
		   "Ctrl+C leaves it out.\n"),
		 megabytes(db));
	cli_stop_catch();
	db_set_stop(db, cli_stopped, NULL);
	if (db_examine(db, &err) && backup_another(db, &err))
		cli_tell(_("The backup of today is made.\n"));
	else if (err.code == ERR_STOPPED)
		cli_tell(_("The backup of today was left out. It is made when you leave "
			   "the next time, or with: bangkom backup --daily\n"));
	else
		cli_tell("bangkom: %s\n", err.text);
	db_set_stop(db, NULL, NULL);
}
