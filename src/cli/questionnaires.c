#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands.h"
#include "domain/feedback.h"
#include "exchange/ready.h"
#include "store/db.h"

/* Ready questionnaires, and what respondents are asked. */

static int list_ready(struct db *db, struct arena *arena)
{
	struct ready_form *forms;
	struct err err = { 0 };
	size_t count;

	if (!ready_list(db, arena, &forms, &count, &err))
		return cli_fail(&err);
	for (size_t i = 0; i < count; i++)
		printf("%s\t%zu\t%s%s\n", forms[i].code, forms[i].items,
		       text_visible(arena, forms[i].title),
		       forms[i].there ? _("\t(is there)") : "");
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

int command_add_questionnaire(const struct cli *cli)
{
	const char *words[1] = { NULL };
	const struct cli_option options[] = { { NULL, false, NULL } };
	struct err err = { 0 };
	struct db *db;
	int64_t id = 0;
	int status = EX_OK;

	if (!cli_options(cli, options, words, 1))
		return EX_USAGE;
	if (!cli_open_office(cli, words[0] != NULL, &db, &err))
		return cli_fail(&err);
	if (!words[0])
		status = list_ready(db, cli->arena);
	else if (!ready_add(db, words[0], &id, &err))
		status = cli_fail(&err);
	else
		cli_tell(_("Ready questionnaire added: %s\n"), words[0]);
	db_close(db);
	return status;
}

static bool is_choice(const struct choice *list, const char *name, const char *code)
{
	if (!code || choice_match(list, code))
		return true;
	cli_tell(_("bangkom answer: '%s' is no %s. See bangkom --help.\n"), code, name);
	return false;
}

bool cli_respondent(const struct cli *cli, struct cli_respondent *out)
{
	const char *words[2] = { NULL, NULL };
	const struct cli_option options[] = { { "--role", true, &out->role },
					      { "--phase", true, &out->phase },
					      { NULL, false, NULL } };

	*out = (struct cli_respondent){ NULL, NULL, NULL, NULL };
	if (!cli_options(cli, options, words, 2))
		return false;
	out->programme = words[0];
	out->questionnaire = words[1];
	if (out->programme && *out->programme != '\0')
		return is_choice(sheet_role_choices, "--role", out->role) &&
		       is_choice(sheet_phase_choices, "--phase", out->phase);
	cli_tell(_("bangkom answer: name the code of a survey or a programme.\n"));
	return false;
}

/* Reached only where there is no terminal. */
int command_answer(const struct cli *cli)
{
	struct cli_respondent of;

	if (cli_respondent(cli, &of))
		cli_tell(_("bangkom answer: a terminal is needed. Start it there.\n"));
	return EX_USAGE;
}
