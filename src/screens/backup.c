#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/err.h"
#include "base/i18n.h"
#include "places.h"
#include "report/report.h"
#include "store/backup.h"
#include "store/db.h"

/* When the last backups were made, and one more. */

/* clang-format off */
static const struct choice why_choices[] = {
	{ "daily",     N_("of the day"),             0 },
	{ "migration", N_("before a new version"),   0 },
	{ "restore",   N_("before a restore"),       0 },
	{ "replaced",  N_("replaced by a restore"),  0 },
	{ "thinning",  N_("before history was dropped"), 0 },
	{ NULL, NULL, 0 },
};
/* clang-format on */

enum { KIB = 1024 };

static void add_files(struct report *report, const struct backup_state *s)
{
	const struct report_column names[] = {
		{ "day", _("Day"), false },
		{ "why", _("Why"), false },
		{ "kib", _("KiB"), true },
		{ "file", _("File"), false },
	};
	size_t count = sizeof names / sizeof *names;
	struct report_column *columns =
		arena_array(report->arena, count, sizeof *columns);
	struct block *table;

	memcpy(columns, names, sizeof names);
	table = report_table(report, "backups", columns, count);
	for (size_t i = 0; i < s->count; i++) {
		struct cell *row = report_row(report, table);

		row[0] = cell_day(report->arena, s->files[i].day);
		row[1] = cell_choice(why_choices, s->files[i].why);
		row[2] = cell_int((s->files[i].size + KIB - 1) / KIB);
		row[3] = cell_text(s->files[i].name);
	}
}

static bool make_list(void *context, struct report *report, struct err *err)
{
	const struct backup_state *s = context;

	(void)err;
	if (*s->failed != '\0')
		report_text(report, "%s", s->failed);
	if (date_is_set(s->by_hand))
		report_text(report, _("Newest backup by hand: %s, %s"),
			    date_shown(report->arena, s->by_hand), s->path);
	else
		report_text(report, _("No backup was made by hand yet."));
	report_text(report,
		    _("Enter makes one now. Write it to a stick or another computer: "
		      "what lies on this disk is lost together with it."));
	report_heading(report, _("Made by the program"));
	if (s->count == 0)
		report_text(report, _("None yet."));
	else
		report_text(report, _("They lie in %s"), s->directory);
	if (s->count > 0)
		add_files(report, s);
	report_text(report, _("Leave the program, then bring one back with: bangkom "
			      "restore FILE"));
	return true;
}

/* Beside the one made last, with the day in its name. */
static const char *proposed(const struct backup_state *s, struct arena *arena)
{
	const char *slash = strrchr(s->path, '/');
	char today[11];

	date_to_iso(clock_today(), today);
	return arena_printf(arena, "%.*sbangkom-%s.backup",
			    slash ? (int)(slash - s->path + 1) : 0, s->path, today);
}

static ui_flags write_one(struct ui *ui, struct screen *s,
			  const struct backup_state *state)
{
	const char *path = "";
	struct err err = { 0 };

	if (!ui_ask_path(ui, _("Write the backup to:"), proposed(state, ui_scratch(ui)),
			 &s->arena, &path) ||
	    *path == '\0')
		return UI_RELOAD;
	path = backup_path(path, &s->arena);
	if (backup_write(app_of(ui)->db, path, &err))
		ui_say(ui, _("A backup was made and read again: %s"), path);
	else
		ui_fail(ui, &err);
	return UI_RELOAD;
}

ui_flags home_backup(struct ui *ui, struct screen *s)
{
	struct backup_state state;
	const struct report_argument argument = { .name = "backups",
						  .make = make_list,
						  .context = &state,
						  .title = _("Backups") };
	struct err err = { 0 };
	int64_t taken = 0;

	if (!backup_state(app_of(ui)->db, &s->arena, &state, &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	if (!ui_run(ui, &preview_class, &argument, &taken) || taken == 0)
		return UI_RELOAD;
	return write_one(ui, s, &state);
}

const char *backup_hint(struct ui *ui, struct arena *arena, enum style *style)
{
	const struct date today = clock_today();
	struct backup_state state;
	struct err unsaid = { 0 };
	bool known = backup_state(app_of(ui)->db, arena, &state, &unsaid);
	int days, by_hand;

	if (!known && *state.failed == '\0')
		return "";
	if (*state.failed != '\0') {
		*style = STYLE_BAD;
		return _("The backup of today was not made. b says why.");
	}
	days = backup_age(&state, today, false);
	by_hand = backup_age(&state, today, true);
	*style = days > BACKUP_DAYS ? STYLE_BAD : STYLE_WARN;
	if (days > BACKUP_DAYS)
		return arena_printf(arena,
				    P_("No backup for %d day. b makes one.",
				       "No backup for %d days. b makes one.", days),
				    days);
	if (by_hand <= BACKUP_DAYS)
		return "";
	if (!date_is_set(state.by_hand))
		return _("No backup outside this computer yet. b makes one.");
	return arena_printf(arena,
			    P_("Last backup by hand: %d day ago. b makes one.",
			       "Last backup by hand: %d days ago. b makes one.", by_hand),
			    by_hand);
}
