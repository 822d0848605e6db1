#include "commands.h"

#include <stdio.h>
#include <sysexits.h>

#include "base/i18n.h"
#include "domain/kinds.h"
#include "exchange/columns.h"
#include "report/report.h"

#define VERSION "0.1.0"

/* clang-format off */
const struct cli_command cli_commands[] = {
	{ "init", N_("[--sample]"), N_("Make a new office file, empty or with sample data"),
	  command_init },
	{ "import", N_("TABLE FILE|- [--dry-run] [--partial] [--rejects FILE] [--programme CODE --questionnaire CODE] [--survey CODE] [--map HEADING=TARGET]"),
	  N_("Take in a CSV file"), command_import },
	{ "export", N_("TABLE [--format csv|tsv|json] [--all] [--output FILE|-]"),
	  N_("Write a table out"), command_export },
	{ "report", N_("NAME [--programme CODE] [--year Y] [--survey CODE] [--format text|csv|json] [--output FILE|-]"),
	  N_("Write a report"), command_report },
	{ "answer", N_("SURVEY | PROGRAMME [QUESTIONNAIRE] [--role alumnus|superior|public] [--phase before|midway|after]"),
	  N_("Let people answer a survey or fill in feedback sheets on this terminal"), command_answer },
	{ "add-questionnaire", N_("[NAME]"), N_("Add a ready questionnaire, or list them"),
	  command_add_questionnaire },
	{ "undo", "", N_("Take back the last change"), command_undo },
	{ "redo", "", N_("Do again what was taken back"), command_redo },
	{ "history", N_("[--limit N]"), N_("List what was done, the newest first"),
	  command_history },
	{ "thin-history", N_("--before DATE [--yes]"), N_("Show what old actions changed and how much that is, and drop it"),
	  command_thin_history },
	{ "backup", N_("FILE | --daily"), N_("Write a backup of the office file, or the automatic one of today"), command_backup },
	{ "restore", N_("FILE [--yes]"), N_("Show what a backup holds, and bring it back"),
	  command_restore },
	{ "check", N_("[--deep] [--forms DIRECTORY]"),
	  N_("Examine the office file and its forms, or the forms in a directory"), command_check },
	{ "--help", "", N_("Show this help"), command_help },
	{ "--version", "", N_("Show the version"), command_version },
	{ NULL, NULL, NULL, NULL },
};
/* clang-format on */

int command_help(const struct cli *cli)
{
	(void)cli;
	puts(_("bangkom keeps competency programmes of civil servants in one office "
	       "file."));
	puts(_("Without a command it opens on the terminal."));
	printf(_("\nUsage: bangkom [--database FILE] [--config FILE] [--language id|en] "
		 "[COMMAND]\n\n"));
	for (const struct cli_command *c = cli_commands; c->name; c++)
		printf("  %s %s\n      %s\n", c->name, *c->usage ? _(c->usage) : "",
		       _(c->help));
	printf(_("\nTABLE is one of:"));
	for (const struct kind *const *k = kinds; *k; k++) {
		if (columns_has_file(*k))
			printf(" %s", kind_file(*k));
	}
	printf(_("\nNAME is one of:"));
	for (const struct report_kind *r = report_kinds; r->name; r++)
		printf(" %s", r->name);
	putchar('\n');
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

int command_version(const struct cli *cli)
{
	(void)cli;
	puts("bangkom " VERSION);
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}
