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

/* One import of one file: looked at first, then asked, then done. */
struct taking {
	struct ui *ui;
	struct screen *screen;
	const struct kind *kind;
	const char *path;
};

static bool import_file(const struct taking *t, const struct import_options *how,
			struct import_result *result)
{
	struct arena *arena = &t->screen->arena;
	struct err err = { 0 };
	char *bytes;
	size_t count;

	if (file_read(t->path, FILE_MOST, arena, &bytes, &count, &err) &&
	    import_table(app_of(t->ui)->db, t->kind, bytes, count, how, arena, result, &err))
		return true;
	ui_fail(t->ui, &err);
	return false;
}

static const char *question(struct ui *ui, const struct import_result *r)
{
	const struct import_problem *p = r->problems;

	if (r->rejected == 0)
		return arena_printf(ui_scratch(ui),
				    _("%zu new, %zu changed, %zu unchanged. Take them in?"),
				    r->added, r->changed, r->unchanged);
	return arena_printf(ui_scratch(ui),
			    _("%zu new, %zu changed, %zu unchanged, %zu wrong (first: line %zu, "
			      "%s: %s). Take in the good ones?"),
			    r->added, r->changed, r->unchanged, r->rejected, p->line, p->heading,
			    p->text);
}

static void tell_taken(struct ui *ui, const char *path, const struct import_result *r)
{
	const char *name = arena_printf(ui_scratch(ui), "%s.rejects.csv", path);
	struct err err = { 0 };

	if (r->rejected == 0)
		ui_say(ui, _("Taken in: %zu new, %zu changed   (Ctrl+Z takes it back)"), r->added,
		       r->changed);
	else if (file_write(name, r->rejects, strlen(r->rejects), &err))
		ui_say(ui, _("Taken in: %zu new, %zu changed. The %zu wrong rows are in %s"),
		       r->added, r->changed, r->rejected, name);
	else
		ui_fail(ui, &err);
}

ui_flags import_asked(struct ui *ui, struct screen *s, const struct kind *kind, int64_t enrol)
{
	struct import_options look = { .dry_run = true, .enrol = enrol };
	const struct import_options take = { .partial = true, .enrol = enrol };
	struct taking t = { ui, s, kind, "" };
	struct import_result result;

	if (!ui_ask_path(ui, _("CSV file to take in:"), "", &s->arena, &t.path) || *t.path == '\0' ||
	    !import_file(&t, &look, &result))
		return UI_REDRAW;
	if (result.added + result.changed + result.unchanged == 0) {
		ui_refuse(ui, _("No row can be taken in. %s"),
			  result.problem_count ? result.problems[0].text : "");
		return UI_REDRAW;
	}
	if (!ui_confirm(ui, question(ui, &result)) || !import_file(&t, &take, &result))
		return UI_REDRAW;
	tell_taken(ui, t.path, &result);
	return UI_RELOAD;
}

ui_flags list_import(struct ui *ui, struct screen *s)
{
	return import_asked(ui, s, list_kind(s), 0);
}

ui_flags list_export(struct ui *ui, struct screen *s)
{
	const struct kind *kind = list_kind(s);
	enum export_format format = EXPORT_CSV;
	const char *path = "", *text, *dot;
	struct err err = { 0 };
	size_t count;

	if (!ui_ask_path(ui, _("Write to (.csv, .tsv or .json):"),
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
