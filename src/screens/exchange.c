#include <string.h>
#include <unistd.h>

#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "exchange/export.h"
#include "import_file.h"
#include "list_commands.h"
#include "report/report.h"
#include "store/db.h"

/* Import and export of the kind that a list shows. */
enum { FILE_MOST = 256 * 1024 * 1024 };

bool import_read(struct taking *t)
{
	struct err err = { 0 };

	if (!ui_ask_file(t->ui, _("CSV file to take in:"), &t->screen->arena, &t->path) ||
	    *t->path == '\0')
		return false;
	if (file_read(t->path, FILE_MOST, &t->screen->arena, &t->bytes, &t->count, &err))
		return true;
	ui_fail(t->ui, &err);
	return false;
}

static bool is_stopped(void *context)
{
	return ui_work_stopped(context);
}

/* A big file takes a while; nobody confirms meanwhile what is not yet shown. */
static bool import_file(struct taking *t, const struct import_options *how,
			struct import_result *result)
{
	struct db *db = app_of(t->ui)->db;
	struct err err = { 0 };
	bool good;

	ui_work_begin(t->ui, how->dry_run ? _("The file is being read... Esc stops it.")
					  : _("The rows are being taken in... Esc takes "
					      "all back."));
	db_set_stop(db, is_stopped, t->ui);
	good = import_table(db, t->kind, t->bytes, t->count, how, &t->screen->arena,
			    result, &err);
	db_set_stop(db, NULL, NULL);
	ui_work_end(t->ui);
	if (good)
		return true;
	ui_fail(t->ui, &err);
	return false;
}

/* What the file would bring, and each row that is wrong. */
struct preview {
	const struct import_result *result;
	const struct kind *kind;
	bool enrols;
};

/* A column of the file as the forms call it. */
static const char *label_of(const struct kind *kind, const char *heading)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (strcmp(f->heading ? f->heading : f->name, heading) == 0)
			return _(f->label);
	}
	return heading;
}

static void add_problems(struct report *report, const struct preview *p)
{
	const struct import_result *r = p->result;
	const struct report_column names[] = {
		{ "line", _("Line"), true },
		{ "field", _("Field"), false },
		{ "value", _("Value"), false },
		{ "problem", _("What is wrong"), false },
	};
	size_t count = sizeof names / sizeof *names;
	struct report_column *columns =
		arena_array(report->arena, count, sizeof *columns);
	struct block *table;

	memcpy(columns, names, sizeof names);
	table = report_table(report, "rejects", columns, count);
	for (size_t i = 0; i < r->problem_count; i++) {
		struct cell *row = report_row(report, table);

		row[0] = cell_int((int64_t)r->problems[i].line);
		row[1] = cell_text(label_of(p->kind, r->problems[i].heading));
		row[2] = cell_text(r->problems[i].value);
		row[3] = cell_text(r->problems[i].text);
	}
}

/* What rows of a needs survey come to. */
static void add_respondents(struct report *report, const struct import_result *r)
{
	if (r->respondents > 0)
		report_text(
			report,
			_("They are %zu answers of %zu respondents; who rates oneself "
			  "and who is rated by the superior count apart."),
			r->answers, r->respondents);
	if (r->outside > 0)
		report_text(report,
			    P_("%zu person belongs to no unit that the survey asks: %s. "
			       "The answers count in the ranking; o on the page of the "
			       "survey adds the unit.",
			       "%zu people belong to no unit that the survey asks: %s. "
			       "Their answers count in the ranking; o on the page of the "
			       "survey adds the unit.",
			       r->outside),
			    r->outside, r->outsiders);
}

static bool make_preview(void *context, struct report *report, struct err *err)
{
	const struct preview *p = context;
	const struct import_result *r = p->result;

	(void)err;
	if (p->enrols)
		report_text(report, _("%zu will be enrolled, %zu are in already."),
			    r->enrolled,
			    r->added + r->changed + r->unchanged - r->enrolled);
	report_text(report, _("%zu new, %zu changed, %zu unchanged, %zu wrong."),
		    r->added, r->changed, r->unchanged, r->rejected);
	add_respondents(report, r);
	if (*r->ignored != '\0')
		report_text(report,
			    r->anonymous
				    ? _("Not taken in, as sheets hold no person and no "
					"time: %s")
				    : _("Columns that mean nothing here: %s"),
			    r->ignored);
	if (r->rejected > 0 && r->added + r->changed + r->unchanged > 0)
		report_text(report,
			    _("The wrong rows are left out and written to a file of "
			      "their own; the others are taken in."));
	else if (r->rejected > 0)
		report_text(report,
			    _("No row can be taken in. Mend the file and try again."));
	if (r->rejected > 0)
		add_problems(report, p);
	return true;
}

static bool looked_over(struct ui *ui, const struct taking *t,
			const struct import_result *r)
{
	struct preview preview = { r, t->kind, t->enrols };
	const struct report_argument argument = {
		.name = "import",
		.make = make_preview,
		.context = &preview,
		.title = arena_printf(ui_scratch(ui), _("Import of %s"), t->path),
	};
	bool any = r->added + r->changed + r->unchanged > 0;
	int64_t taken = 0;

	return ui_run(ui, any ? &preview_class : &report_class, &argument, &taken) &&
	       taken != 0;
}

static void tell_taken(const struct taking *t, const struct import_result *r)
{
	struct ui *ui = t->ui;
	const char *name = arena_printf(ui_scratch(ui), "%s.rejects.csv", t->path);
	struct err err = { 0 };

	if (r->rejected == 0 && r->added + r->changed + r->enrolled == 0)
		ui_say(ui, _("Nothing has changed."));
	else if (r->rejected == 0 && t->enrols)
		ui_say(ui,
		       _("%zu enrolled, %zu of them new in the office   (Ctrl+Z takes it "
			 "back)"),
		       r->enrolled, r->added);
	else if (r->rejected == 0 && r->respondents > 0)
		ui_say(ui,
		       _("Taken in: %zu answers of %zu respondents; rows: %zu new, %zu "
			 "changed   (Ctrl+Z)"),
		       r->answers, r->respondents, r->added, r->changed);
	else if (r->rejected == 0)
		ui_say(ui, _("Taken in: %zu new, %zu changed   (Ctrl+Z takes it back)"),
		       r->added, r->changed);
	else if (!file_write(name, r->rejects, strlen(r->rejects), &err))
		ui_fail(ui, &err);
	else if (t->enrols)
		ui_say(ui,
		       _("%zu enrolled, %zu of them new. The %zu wrong rows are in %s"),
		       r->enrolled, r->added, r->rejected, name);
	else
		ui_say(ui,
		       _("Taken in: %zu new, %zu changed. The %zu wrong rows are in %s"),
		       r->added, r->changed, r->rejected, name);
}

ui_flags import_take(struct taking *t, const struct import_options *with)
{
	struct import_options look = *with, take = *with;
	struct import_result result;

	look.dry_run = true;
	take.partial = true;
	if (!import_file(t, &look, &result) || !looked_over(t->ui, t, &result) ||
	    !import_file(t, &take, &result))
		return UI_NOTHING;
	tell_taken(t, &result);
	return UI_RELOAD;
}

static ui_flags import_with(struct ui *ui, struct screen *s, const struct kind *kind,
			    const struct import_options *with)
{
	struct taking t = { ui, s, kind, "", with->enrol != 0, NULL, 0 };

	return import_read(&t) ? import_take(&t, with) : UI_NOTHING;
}

ui_flags import_asked(struct ui *ui, struct screen *s, const struct kind *kind,
		      int64_t enrol)
{
	return import_with(ui, s, kind, &(struct import_options){ .enrol = enrol });
}

/* Sheets of a programme also come from the file of a web form, which does not
 * say what they are about. */
static ui_flags import_sheets(struct ui *ui, struct screen *s, int64_t programme)
{
	struct sheet_about about = { 0 };
	struct err err = { 0 };
	struct sheet sheet;

	record_init(&sheet_kind, &sheet);
	sheet.programme = programme;
	if (!pick_questionnaire(ui, programme, &sheet.questionnaire, &err)) {
		if (err.code != ERR_NONE)
			ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!sheet_about_asked(ui, programme, sheet.questionnaire, &about))
		return UI_NOTHING;
	sheet.trainer = about.trainer;
	sheet.session = about.session;
	sheet.role = about.role ? about.role : "";
	sheet.phase = about.phase ? about.phase : "";
	return import_with(ui, s, &sheet_kind,
			   &(struct import_options){ .sheet = &sheet });
}

ui_flags list_import(struct ui *ui, struct screen *s)
{
	int64_t parent = list_parent(s);

	if (list_kind(s) == &sheet_kind && parent != 0)
		return import_sheets(ui, s, parent);
	return import_asked(ui, s, list_kind(s), 0);
}

bool write_asked(struct ui *ui, const char *path, const char *text, size_t count)
{
	struct err err = { 0 };

	if (access(path, F_OK) == 0 &&
	    !ui_confirm(ui, arena_printf(ui_scratch(ui), _("%s is there. Replace it?"),
					 path)))
		return false;
	if (!file_write(path, text, count, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	ui_say(ui, _("Written: %s"), path);
	return true;
}

ui_flags export_asked(struct ui *ui, struct screen *s, const struct kind *kind)
{
	struct export_options how = { .format = EXPORT_CSV,
				      .fewest = app_of(ui)->settings->feedback_minimum };
	const char *path = "", *dot;
	struct exported out;
	struct err err = { 0 };

	if (!ui_ask_path(ui, _("Write to (.csv, .tsv or .json):"),
			 arena_printf(ui_scratch(ui), "%s.csv", kind_file(kind)),
			 &s->arena, &path) ||
	    *path == '\0')
		return UI_NOTHING;
	dot = strrchr(path, '.');
	if (dot && !export_format_find(dot + 1, &how.format))
		how.format = EXPORT_CSV;
	if (!export_table(app_of(ui)->db, kind, &how, &s->arena, &out, &err))
		ui_fail(ui, &err);
	else if (write_asked(ui, path, out.text, out.count) && out.left_out > 0)
		ui_say(ui,
		       P_("Written; %zu sheet was left out, as somebody could be "
			  "recognised.",
			  "Written; %zu sheets were left out, as somebody could be "
			  "recognised.",
			  out.left_out),
		       out.left_out);
	return UI_NOTHING;
}

ui_flags list_export(struct ui *ui, struct screen *s)
{
	return export_asked(ui, s, list_kind(s));
}
