#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "commands.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/respondent.h"
#include "domain/survey_answer.h"
#include "exchange/columns.h"
#include "exchange/export.h"
#include "exchange/import.h"
#include "report/report.h"
#include "sample.h"
#include "store/db.h"

enum { IMPORT_MOST = 256 * 1024 * 1024, TEXT_COLUMNS = 80 };

static const char *table_names(const struct cli *cli)
{
	const char *names = "";

	for (const struct kind *const *k = kinds; *k; k++) {
		if (columns_has_file(*k))
			names = arena_printf(cli->arena, "%s %s", names, kind_file(*k));
	}
	return names;
}

static const struct kind *table_named(const struct cli *cli, const char *name)
{
	const struct kind *kind = name ? columns_find_file(name) : NULL;

	if (!kind && name)
		cli_tell(_("bangkom %s: there is no table '%s'. The tables are:%s\n"),
			 cli->command, name, table_names(cli));
	else if (!kind)
		cli_tell(_("bangkom %s: name a table. The tables are:%s\n"), cli->command,
			 table_names(cli));
	return kind;
}

static void tell_problem(const struct import_problem *p)
{
	if (*p->heading == '\0')
		cli_tell(_("Line %zu: %s\n"), p->line, p->text);
	else
		cli_tell(_("Line %zu, %s '%s': %s\n"), p->line, p->heading, p->value,
			 p->text);
}

static void tell_import(const struct import_result *r)
{
	if (*r->ignored != '\0')
		cli_tell(
			r->anonymous
				? _("Not taken in, as sheets hold no person and no time: "
				    "%s\n")
				: _("Columns that were not used: %s\n"),
			r->ignored);
	for (size_t i = 0; i < r->problem_count; i++)
		tell_problem(&r->problems[i]);
	cli_tell(_("new %zu, changed %zu, unchanged %zu, rejected %zu\n"), r->added,
		 r->changed, r->unchanged, r->rejected);
	if (r->respondents > 0)
		cli_tell(_("These rows are %zu answers of %zu respondents.\n"),
			 r->answers, r->respondents);
	if (r->outside > 0)
		cli_tell(P_("%zu person belongs to no unit that the survey asks: %s\n",
			    "%zu people belong to no unit that the survey asks: %s\n",
			    r->outside),
			 r->outside, r->outsiders);
}

static int import_status(const struct import_result *r,
			 const struct import_options *options)
{
	if (r->rejected == 0) {
		if (options->dry_run)
			cli_tell(_("Only checked: nothing was written.\n"));
		return EX_OK;
	}
	if (!r->written) {
		cli_tell(_("Nothing was written. Mend the rows, or take the good ones "
			   "with --partial.\n"));
		return EX_DATAERR;
	}
	return 1;
}

/* What the rows of a web form's file are about. */
static bool for_sheets(struct db *db, const char *programme, const char *questionnaire,
		       struct sheet *sheet, struct import_options *how, struct err *err)
{
	record_init(&sheet_kind, sheet);
	how->sheet = sheet;
	return respondent_questionnaire(db, programme, questionnaire, &sheet->programme,
					&sheet->questionnaire, err);
}

static int stopped(const struct err *err)
{
	(void)cli_fail(err);
	return cli_stop_status();
}

int command_import(const struct cli *cli)
{
	const char *dry = NULL, *partial = NULL, *rejects = NULL;
	const char *programme = NULL, *questionnaire = NULL, *survey = NULL;
	const char **maps =
		arena_array(cli->arena, (size_t)cli->argument_count + 1, sizeof *maps);
	struct sheet sheet;
	const char *words[2] = { NULL, NULL };
	const struct cli_option options[] = { { "--dry-run", false, &dry },
					      { "--partial", false, &partial },
					      { "--rejects", true, &rejects },
					      { "--programme", true, &programme },
					      { "--questionnaire", true, &questionnaire },
					      { "--survey", true, &survey },
					      { "--map", OPTION_VALUES, maps },
					      { NULL, false, NULL } };
	struct import_options how;
	struct import_result result;
	const struct kind *kind;
	struct err err = { 0 };
	struct db *db;
	char *bytes;
	size_t count;
	bool good;

	if (!cli_options(cli, options, words, 2))
		return EX_USAGE;
	kind = table_named(cli, words[0]);
	if (!kind)
		return EX_USAGE;
	if (!words[1]) {
		cli_tell(_("bangkom import: name a file, or - for standard input.\n"));
		return EX_USAGE;
	}
	if (!file_read(words[1], IMPORT_MOST, cli->arena, &bytes, &count, &err))
		return cli_fail(&err);
	how = (struct import_options){ .dry_run = dry != NULL,
				       .partial = partial != NULL,
				       .survey = survey,
				       .maps = maps };
	if (!cli_open_office(cli, true, &db, &err))
		return cli_fail(&err);
	cli_stop_catch();
	db_set_stop(db, cli_stopped, NULL);
	good = !programme || for_sheets(db, programme, questionnaire, &sheet, &how, &err);
	good = good &&
	       import_table(db, kind, bytes, count, &how, cli->arena, &result, &err);
	db_close(db);
	if (!good)
		return err.code == ERR_STOPPED ? stopped(&err) : cli_fail(&err);
	tell_import(&result);
	if (rejects && result.rejected &&
	    !file_write(rejects, result.rejects, strlen(result.rejects), &err))
		return cli_fail(&err);
	return import_status(&result, &how);
}

int command_export(const struct cli *cli)
{
	const char *format = "csv", *output = "-", *every = NULL;
	const char *words[1] = { NULL };
	const struct cli_option options[] = { { "--format", true, &format },
					      { "--output", true, &output },
					      { "--all", false, &every },
					      { NULL, false, NULL } };
	struct export_options how = { .fewest = cli->settings.feedback_minimum };
	const struct kind *kind;
	struct err err = { 0 };
	struct exported out;
	struct db *db;
	bool good;

	if (!cli_options(cli, options, words, 1))
		return EX_USAGE;
	kind = table_named(cli, words[0]);
	if (!kind)
		return EX_USAGE;
	if (!export_format_find(format, &how.format)) {
		cli_tell(_("bangkom export: the format is csv, tsv or json.\n"));
		return EX_USAGE;
	}
	if (!cli_open_office(cli, false, &db, &err))
		return cli_fail(&err);
	how.every = every != NULL;
	good = export_table(db, kind, &how, cli->arena, &out, &err);
	db_close(db);
	if (!good || !file_write(output, out.text, out.count, &err))
		return cli_fail(&err);
	if (out.left_out > 0)
		cli_tell(P_("%zu feedback sheet was left out: it is one of fewer than "
			    "%ld, "
			    "and somebody could be recognised.\n",
			    "%zu feedback sheets were left out: they are of fewer than "
			    "%ld "
			    "people, and somebody could be recognised.\n",
			    out.left_out),
			 out.left_out, how.fewest);
	return EX_OK;
}

static int write_report(const struct report *r, const struct cli *cli, const char *format,
			const char *output)
{
	struct err err = { 0 };
	const char *text;

	if (strcmp(format, "csv") == 0)
		text = report_to_csv(r, ',');
	else if (strcmp(format, "json") == 0)
		text = report_to_json(r);
	else
		text = report_to_text(r, TEXT_COLUMNS, cli->settings.ascii);
	return file_write(output, text, strlen(text), &err) ? EX_OK : cli_fail(&err);
}

static bool is_format(const char *format)
{
	return strcmp(format, "text") == 0 || strcmp(format, "csv") == 0 ||
	       strcmp(format, "json") == 0;
}

static int make_report(const struct cli *cli, struct db *db,
		       const struct report_kind *kind,
		       const struct report_request *request, struct report *out)
{
	struct err err = { 0 };

	report_init(out, cli->arena, kind->name, _(kind->title));
	return kind->make(db, request, out, &err) ? EX_OK : cli_fail(&err);
}

/* Asked for every report, also where it heeds no programme. */
static int check_programme(const struct cli *cli, struct db *db, const char *code)
{
	struct programme_row *rows;
	struct err err = { 0 };
	size_t count;

	if (code && *code == '\0') {
		cli_tell(_("bangkom report: --programme needs a code.\n"));
		return EX_USAGE;
	}
	if (!code || programme_list(db, code, cli->arena, &rows, &count, &err))
		return EX_OK;
	if (err.code == ERR_NOT_FOUND)
		err.code = ERR_INPUT;
	return cli_fail(&err);
}

static void tell_unheeded(const struct report_kind *kind,
			  const struct report_request *request)
{
	if (request->programme && !kind->by_programme)
		cli_tell(_("The report %s is about all programmes; --programme was not "
			   "used.\n"),
			 kind->name);
	if (request->year && !kind->by_year)
		cli_tell(_("The report %s is about all years; --year was not used.\n"),
			 kind->name);
	if (request->survey && !report_by_survey(kind))
		cli_tell(_("The report %s is not about one survey; --survey was not "
			   "used.\n"),
			 kind->name);
}

/* 0 where none is named; it must be there. */
static int find_survey(struct db *db, const char *code, int64_t *id)
{
	struct err err = { 0 };

	*id = 0;
	if (!code || (survey_by_code(db, code, id, &err) && *id != 0))
		return EX_OK;
	if (err.code == ERR_NONE)
		err_set(&err, ERR_INPUT,
			_("There is no survey '%s'. Add it first, or type the code "
			  "of one that is there."),
			code);
	return cli_fail(&err);
}

static bool read_year(const char *text, int *year)
{
	char *end;
	long value = strtol(text, &end, 10);

	if (*end != '\0' || value < 1900 || value > 2199) {
		cli_tell(_("bangkom report: '%s' is no year.\n"), text);
		return false;
	}
	*year = (int)value;
	return true;
}

int command_report(const struct cli *cli)
{
	const char *format = "text", *output = "-", *programme = NULL, *year = NULL;
	const char *survey = NULL;
	const char *words[1] = { NULL };
	const struct cli_option options[] = {
		{ "--format", true, &format },	     { "--output", true, &output },
		{ "--programme", true, &programme }, { "--year", true, &year },
		{ "--survey", true, &survey },	     { NULL, false, NULL }
	};
	struct report_request request = { .settings = &cli->settings };
	const struct report_kind *kind;
	struct report report;
	struct err err = { 0 };
	struct db *db;
	int status;

	if (!cli_options(cli, options, words, 1))
		return EX_USAGE;
	kind = words[0] ? report_kind_find(words[0]) : NULL;
	if (!kind || !is_format(format)) {
		cli_tell(_("bangkom report: name a report; the format is text, csv or "
			   "json. See bangkom --help.\n"));
		return EX_USAGE;
	}
	request.programme = programme;
	if (year && !read_year(year, &request.year))
		return EX_USAGE;
	if (!cli_open_office(cli, false, &db, &err))
		return cli_fail(&err);
	status = check_programme(cli, db, programme);
	if (status == EX_OK)
		status = find_survey(db, survey, &request.survey);
	if (status == EX_OK) {
		tell_unheeded(kind, &request);
		status = make_report(cli, db, kind, &request, &report);
	}
	db_close(db);
	return status == EX_OK ? write_report(&report, cli, format, output) : status;
}

int cli_overview(const struct cli *cli)
{
	struct report_request request = { .settings = &cli->settings };
	struct report report;
	struct err err = { 0 };
	struct db *db;
	int status;

	if (!cli_database(cli, &db, &err))
		return cli_fail(&err);
	status = make_report(cli, db, report_kind_find("overview"), &request, &report);
	db_close(db);
	return status == EX_OK ? write_report(&report, cli, "text", "-") : status;
}

/* In this order, so that what is referred to is there. */
static const char *const sample_order[] = {
	"units",	 "persons",
	"partners",	 "trainers",
	"competencies",	 "standards",
	"programmes",	 "objectives",
	"questionnaire", "programme_partners",
	"sessions",	 "enrolments",
	"attendance",	 "scores",
	"surveys",	 "needs",
	"decisions",	 "funds",
	"ceilings",	 "plan_items",
	"feedback",	 "groups",
	"members",	 "projects",
	"milestones",	 "stakeholders",
	"improvements",	 "certificates",
	"rubrics",	 "criteria",
	"assessments",	 "assessment_scores",
};

static const char *sample_text(const char *name)
{
	for (size_t i = 0; sample_files[i].name; i++) {
		if (strcmp(sample_files[i].name, name) == 0)
			return sample_files[i].text;
	}
	return NULL;
}

bool sample_load(struct db *db, struct err *err)
{
	const struct import_options how = { .dry_run = false };
	struct import_result result;
	struct arena arena = { 0 };
	bool good = true;

	for (size_t i = 0; good && i < sizeof sample_order / sizeof *sample_order; i++) {
		const char *text = sample_text(sample_order[i]);

		arena_reset(&arena);
		if (!text)
			continue;
		good = import_table(db, kind_find_file(sample_order[i]), text,
				    strlen(text), &how, &arena, &result, err);
		if (good && result.rejected)
			good = err_set(err, ERR_INPUT,
				       _("The sample %s has a wrong row: %s"),
				       sample_order[i], result.problems[0].text);
	}
	arena_done(&arena);
	return good;
}
