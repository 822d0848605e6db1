#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands.h"
#include "domain/kinds.h"
#include "store/backup.h"
#include "store/db.h"

/* Of a file of any size: who asks for it waits for it. A small one had it made
 * when it was opened. */
static int back_up_today(const struct cli *cli)
{
	struct err err = { 0 };
	struct db *db;
	bool due = false, good;

	if (!cli_open_office(cli, true, &db, &err))
		return cli_fail(&err);
	good = backup_is_due(db, BACKUP_NOW, &due, &err) &&
	       (!due || (db_examine(db, &err) && backup_another(db, &err)));
	db_close(db);
	if (!good)
		return cli_fail(&err);
	cli_tell(due ? _("The backup of today is made.\n")
		     : _("There is a backup of today, and nothing was done since.\n"));
	return EX_OK;
}

int command_backup(const struct cli *cli)
{
	const char *path = NULL, *daily = NULL;
	const struct cli_option options[] = { { "--daily", false, &daily },
					      { NULL, false, NULL } };
	struct err err = { 0 };
	struct db *db;
	bool good;

	if (!cli_options(cli, options, &path, 1))
		return EX_USAGE;
	if (daily && !path)
		return back_up_today(cli);
	if (!path || daily) {
		cli_tell(_("bangkom backup: name the file to write, or say --daily.\n"));
		return EX_USAGE;
	}
	if (!cli_open_office(cli, access(cli->database, W_OK) == 0, &db, &err))
		return cli_fail(&err);
	path = backup_path(path, cli->arena);
	good = backup_write(db, path, &err);
	db_close(db);
	if (!good)
		return cli_fail(&err);
	cli_tell(_("A backup was made and read again: %s\n"), path);
	return EX_OK;
}

static void show(const struct cli *cli, const char *path, const struct restore_content *c)
{
	char local[20];

	clock_local(c->made, local);
	printf(_("Backup:        %s\n"), text_visible(cli->arena, path));
	if (*c->office != '\0')
		printf(_("Office:        %s\n"), text_visible(cli->arena, c->office));
	printf(_("Office file:   number %lld\n"), (long long)c->site);
	printf(_("Made on:       %s\n"), local);
	clock_local(c->action_at, local);
	if (*c->action != '\0')
		printf(_("Newest action: %s, %s, %s\n"),
		       text_visible(cli->arena, c->action),
		       text_visible(cli->arena, c->action_who),
		       text_visible(cli->arena, local));
	printf(_("Actions:       %lld\n"), (long long)c->actions);
	for (size_t i = 0; i < c->record_count; i++) {
		if (c->records[i].count > 0)
			printf("%9lld  %s\n", (long long)c->records[i].count,
			       _(c->records[i].kind->labels));
	}
	if (c->held > 0)
		printf(P_("%lld feedback sheet is not in it, because it came in shortly "
			  "before. If it is on paper, key it in again.\n",
			  "%lld feedback sheets are not in it, because they came in "
			  "shortly before. Those on paper can be keyed in again.\n",
			  c->held),
		       (long long)c->held);
	printf(_("It would replace: %s\n"), text_visible(cli->arena, cli->database));
	fflush(stdout);
}

/* The whole word, in the language of the question or another. */
static bool is_agreed(void)
{
	char answer[16] = "";

	printf(_("Bring it back? Type yes and press Enter: "));
	fflush(stdout);
	if (!fgets(answer, sizeof answer, stdin))
		return false;
	answer[strcspn(answer, "\r\n")] = '\0';
	return strcasecmp(answer, "yes") == 0 || strcasecmp(answer, "ya") == 0 ||
	       strcasecmp(answer, _("yes")) == 0;
}

static int finish(const struct cli *cli, struct restore *r)
{
	struct err err = { 0 };
	const char *kept = "";

	if (!restore_finish(r, cli->arena, &kept, &err))
		return cli_fail(&err);
	if (*restore_unsaved(r) != '\0')
		cli_tell(_("The file that was there could not be backed up: %s\n"),
			 restore_unsaved(r));
	if (*kept != '\0')
		cli_tell(_("The file that was there is kept: %s\n"), kept);
	cli_tell(_("Restored: %s\n"), cli->database);
	return EX_OK;
}

int command_restore(const struct cli *cli)
{
	const char *path = NULL, *yes = NULL;
	const struct cli_option options[] = { { "--yes", false, &yes },
					      { NULL, false, NULL } };
	struct restore_content content;
	struct restore *r = NULL;
	struct err err = { 0 };
	int status;

	if (!cli_options(cli, options, &path, 1))
		return EX_USAGE;
	if (!path) {
		cli_tell(_("bangkom restore: name the backup.\n"));
		return EX_USAGE;
	}
	if (!cli_make_parent(cli, &err) || !restore_open(path, cli->database, &r, &err))
		return cli_fail(&err);
	if (!restore_content(r, kinds, cli->arena, &content, &err)) {
		restore_close(r);
		return cli_fail(&err);
	}
	show(cli, path, &content);
	if (!yes && !isatty(STDIN_FILENO)) {
		cli_tell(_("Nothing was changed. Say --yes to bring it back.\n"));
		status = EX_USAGE;
	} else if (!yes && !is_agreed()) {
		cli_tell(_("Nothing was changed.\n"));
		status = 1;
	} else {
		status = finish(cli, r);
	}
	restore_close(r);
	return status;
}
