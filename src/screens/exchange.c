#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/file.h"
#include "base/i18n.h"
#include "domain/kinds.h"
#include "exchange/export.h"
#include "exchange/import.h"
#include "list_commands.h"
#include "store/db.h"

/* Import and export of the kind that a list shows. */
enum { FILE_MOST = 256 * 1024 * 1024 };

static bool import_file(struct ui *ui, struct screen *s, const char *path,
			const struct import_options *how, struct import_result *result)
{
	struct err err = { 0 };
	char *bytes;
	size_t count;

	if (file_read(path, FILE_MOST, &s->arena, &bytes, &count, &err) &&
	    import_table(app_of(ui)->db, list_kind(s), bytes, count, how, &s->arena, result,
			 &err))
		return true;
	ui_fail(ui, &err);
	return false;
}

static const char *question(struct ui *ui, const struct import_result *r)
{
	const struct import_problem *p = &r->problems[0];

	return arena_printf(ui_scratch(ui),
			    P_("%d row is wrong (line %zu, %s: %s). Take the others?",
			       "%d rows are wrong (first: line %zu, %s: %s). Take the others?",
			       r->rejected),
			    (int)r->rejected, p->line, p->heading, p->text);
}

static void keep_rejects(struct ui *ui, const char *path, const struct import_result *r)
{
	const char *name = arena_printf(ui_scratch(ui), "%s.rejects.csv", path);
	struct err err = { 0 };

	if (r->rejected == 0)
		return;
	if (file_write(name, r->rejects, strlen(r->rejects), &err))
		ui_say(ui, _("Taken in: %zu new, %zu changed. The %zu wrong rows are in %s"),
		       r->added, r->changed, r->rejected, name);
	else
		ui_fail(ui, &err);
}

ui_flags list_import(struct ui *ui, struct screen *s)
{
	struct import_options how = { .dry_run = false };
	struct import_result result;
	const char *path = "";

	if (!list_kind(s))
		return UI_IGNORED;
	if (!ui_ask(ui, _("CSV file to take in:"), "", &s->arena, &path) || *path == '\0' ||
	    !import_file(ui, s, path, &how, &result))
		return UI_REDRAW;
	if (result.rejected && !ui_confirm(ui, question(ui, &result)))
		return UI_REDRAW;
	if (result.rejected) {
		how.partial = true;
		if (!import_file(ui, s, path, &how, &result))
			return UI_REDRAW;
	}
	ui_say(ui, _("Taken in: %zu new, %zu changed, %zu unchanged   (Ctrl+Z takes it back)"),
	       result.added, result.changed, result.unchanged);
	keep_rejects(ui, path, &result);
	return UI_RELOAD;
}

ui_flags list_export(struct ui *ui, struct screen *s)
{
	const struct kind *kind = list_kind(s);
	enum export_format format = EXPORT_CSV;
	const char *path = "", *text, *dot;
	struct err err = { 0 };
	size_t count;

	if (!kind)
		return UI_IGNORED;
	if (!ui_ask(ui, _("Write to (.csv, .tsv or .json):"),
		    arena_printf(ui_scratch(ui), "%s.csv", kind_file(kind)), &s->arena, &path) ||
	    *path == '\0')
		return UI_REDRAW;
	dot = strrchr(path, '.');
	if (dot && !export_format_find(dot + 1, &format))
		format = EXPORT_CSV;
	if (export_table(app_of(ui)->db, kind, format, false, &s->arena, &text, &count, &err) &&
	    file_write(path, text, count, &err))
		ui_say(ui, _("Written: %s"), path);
	else
		ui_fail(ui, &err);
	return UI_REDRAW;
}
