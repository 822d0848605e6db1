#include "base/settings.h"

#include <libconfig.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/config_file.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"

#define SETTING(type_, member_, fallback_, ...)                                      \
	{                                                                            \
		.name = #member_, .type = type_,                                     \
		.offset = offsetof(struct settings, member_), .fallback = fallback_, \
		__VA_ARGS__                                                          \
	}

/* clang-format off */
const struct setting settings_table[] = {
	SETTING(SETTING_TEXT, database, "", .help = N_("Path of the office file; empty for the usual place")),
	SETTING(SETTING_TEXT, language, "", .words = "id en", .help = N_("Language: id, en, or empty for that of the system")),
	SETTING(SETTING_TEXT, office, "", .help = N_("Name of the office, on reports")),
	SETTING(SETTING_TEXT, legal_basis, "", .help = N_("Legal basis proposed for a new programme")),
	SETTING(SETTING_TEXT, theme, "default", .words = "default mono high-contrast",
		.help = N_("Colours: default, mono or high-contrast")),
	SETTING(SETTING_TEXT, keymap, "default", .words = "default excel informix",
		.help = N_("Keys as in another program: default, excel or informix")),
	SETTING(SETTING_INT, jp_target_pns, "20", .least = 0, .most = 1000,
		.help = N_("Lesson hours a year that a PNS owes at least")),
	SETTING(SETTING_INT, jp_ceiling_pppk, "24", .least = 0, .most = 1000,
		.help = N_("Lesson hours a year that count for a PPPK at most")),
	SETTING(SETTING_INT, completion_attendance, "80", .least = 0, .most = 100,
		.help = N_("Percent of the lesson hours that who completes attended at least")),
	SETTING(SETTING_TEXT, credited_jp, "programme", .words = "programme attended",
		.help = N_("Lesson hours credited on completion: programme or attended")),
	SETTING(SETTING_INT, feedback_minimum, "5", .least = 5, .most = 100,
		.help = N_("Fewest feedback sheets for which results are shown")),
	SETTING(SETTING_INT, respondent_idle, "180", .least = 3, .most = 3600,
		.help = N_("Seconds after which a sheet that a respondent left is dropped")),
	SETTING(SETTING_INT, group_size, "5", .least = 2, .most = 50,
		.help = N_("Members of a group that are proposed")),
	SETTING(SETTING_INT, follow_up_months, "3", .least = 1, .most = 36,
		.help = N_("Months from the end of a programme to its follow-up")),
	SETTING(SETTING_INT, need_weight_self, "40", .least = 0, .most = 100,
		.help = N_("Percent that the own answer weighs in a level; the superior's weighs the rest")),
	SETTING(SETTING_INT, jpm_optimal, "90", .least = 0, .most = 1000,
		.help = N_("Job person match in percent that is optimal from here on")),
	SETTING(SETTING_INT, jpm_sufficient, "78", .least = 0, .most = 1000,
		.help = N_("Job person match in percent that is sufficient from here on")),
	SETTING(SETTING_INT, need_high, "70", .least = 0, .most = 100,
		.help = N_("Percent of people below the standard that make a need high")),
	SETTING(SETTING_INT, need_medium, "60", .least = 0, .most = 100,
		.help = N_("Percent of people below the standard that make a need medium")),
	SETTING(SETTING_INT, backups_kept, "7", .least = 1, .most = 1000,
		.help = N_("Automatic backups of each sort that are kept")),
	SETTING(SETTING_BOOL, ascii, "false", .help = N_("Draw with ASCII characters only")),
	{ .name = NULL },
};
/* clang-format on */

static void *place(struct settings *s, const struct setting *t)
{
	return (char *)s + t->offset;
}

static void set_text(struct settings *s, const struct setting *t, const char *value)
{
	memcpy(place(s, t), &value, sizeof value);
}

static void set_int(struct settings *s, const struct setting *t, long value)
{
	memcpy(place(s, t), &value, sizeof value);
}

static void set_bool(struct settings *s, const struct setting *t, bool value)
{
	memcpy(place(s, t), &value, sizeof value);
}

void settings_default(struct settings *s)
{
	*s = (struct settings){ 0 };
	for (const struct setting *t = settings_table; t->name; t++) {
		if (t->type == SETTING_TEXT)
			set_text(s, t, t->fallback);
		else if (t->type == SETTING_INT)
			set_int(s, t, strtol(t->fallback, NULL, 10));
		else
			set_bool(s, t, strcmp(t->fallback, "true") == 0);
	}
}

/* One reading of one file. */
struct reading {
	struct settings *settings;
	const char *path;
	struct arena *arena;
	struct err *err;
};

static bool refuse(struct reading *r, const config_setting_t *at, const char *reason)
{
	return err_set(r->err, ERR_SYNTAX, "%s:%u: %s: %s", r->path,
		       config_setting_source_line(at), config_setting_name(at), reason);
}

/* Is `text` empty or one of the words? */
static bool is_allowed(const char *text, const char *words)
{
	size_t length = strlen(text);

	if (length == 0)
		return true;
	for (const char *at = words; (at = strstr(at, text)) != NULL; at += length) {
		if ((at == words || at[-1] == ' ') &&
		    (at[length] == '\0' || at[length] == ' '))
			return true;
	}
	return false;
}

static bool take_text(struct reading *r, const struct setting *t,
		      const config_setting_t *from)
{
	const char *text;

	if (config_setting_type(from) != CONFIG_TYPE_STRING)
		return refuse(r, from, _("write a text in quotes here."));
	text = config_setting_get_string(from);
	/* "\xff" in the file is a byte here. */
	if (text_invalid_at(text, strlen(text)) >= 0)
		return refuse(r, from, _("this is no text. Write it in UTF-8."));
	text = text_clean_line(r->arena, text);
	if (t->words && !is_allowed(text, t->words))
		return refuse(
			r, from,
			arena_printf(r->arena, _("write one of these: %s."), t->words));
	set_text(r->settings, t, *text == '\0' && t->words ? t->fallback : text);
	return true;
}

static bool take(struct reading *r, const struct setting *t, const config_setting_t *from)
{
	int type = config_setting_type(from);

	switch (t->type) {
	case SETTING_TEXT:
		return take_text(r, t, from);
	case SETTING_BOOL:
		if (type != CONFIG_TYPE_BOOL)
			return refuse(r, from, _("write true or false here."));
		set_bool(r->settings, t, config_setting_get_bool(from));
		return true;
	case SETTING_INT:
		break;
	}
	if (type != CONFIG_TYPE_INT)
		return refuse(r, from, _("write a whole number here."));
	if (config_setting_get_int(from) < t->least ||
	    config_setting_get_int(from) > t->most)
		return refuse(r, from,
			      arena_printf(r->arena,
					   _("the number must be from %ld to %ld."),
					   t->least, t->most));
	set_int(r->settings, t, config_setting_get_int(from));
	return true;
}

static const char *binding_part(struct reading *r, const config_setting_t *from,
				const char *name)
{
	const char *text = NULL;

	if (!config_setting_is_group(from) ||
	    !config_setting_lookup_string(from, name, &text))
		return NULL;
	return arena_strdup(r->arena, text);
}

static bool take_keys(struct reading *r, const config_setting_t *from)
{
	size_t count =
		config_setting_is_list(from) ? (size_t)config_setting_length(from) : 0;
	struct key_binding *keys = arena_array(r->arena, count + 1, sizeof *keys);

	if (!config_setting_is_list(from))
		return refuse(r, from, _("write a list in round brackets here."));
	for (size_t i = 0; i < count; i++) {
		const config_setting_t *one = config_setting_get_elem(from, (unsigned)i);

		keys[i].context = binding_part(r, one, "context");
		keys[i].key = binding_part(r, one, "key");
		keys[i].command = binding_part(r, one, "command");
		if (!keys[i].context || !keys[i].key || !keys[i].command)
			return err_set(r->err, ERR_SYNTAX, "%s:%u: %s", r->path,
				       config_setting_source_line(one),
				       _("a key needs context, key and command."));
	}
	r->settings->keys = keys;
	r->settings->key_count = count;
	return true;
}

static bool take_all(struct reading *r, const config_t *config)
{
	const config_setting_t *root = config_root_setting(config);

	for (int i = 0; i < config_setting_length(root); i++) {
		const config_setting_t *one = config_setting_get_elem(root, (unsigned)i);
		const struct setting *t = settings_table;

		if (strcmp(config_setting_name(one), "keys") == 0) {
			if (!take_keys(r, one))
				return false;
			continue;
		}
		while (t->name && strcmp(t->name, config_setting_name(one)) != 0)
			t++;
		if (!t->name)
			return refuse(r, one,
				      _("there is no such setting. See config.example."));
		if (!take(r, t, one))
			return false;
	}
	return true;
}

static bool parse(struct reading *r, const char *text)
{
	config_t config;
	bool good;

	config_init(&config);
	if (config_read_string(&config, text) == CONFIG_TRUE)
		good = take_all(r, &config);
	else
		good = err_set(r->err, ERR_SYNTAX, "%s:%d: %s", r->path,
			       config_error_line(&config), config_error_text(&config));
	config_destroy(&config);
	return good;
}

bool settings_parse(struct settings *s, const char *text, const char *path,
		    struct arena *arena, struct err *err)
{
	struct settings fresh = *s;
	struct reading r = { &fresh, path, arena, err };

	if (!parse(&r, text))
		return false;
	*s = fresh;
	return true;
}

bool settings_read(struct settings *s, const char *path, struct arena *arena,
		   struct err *err)
{
	const char *text;

	return config_file_read(path, arena, &text, err) &&
	       settings_parse(s, text, path, arena, err);
}

static const char *user_path(struct arena *arena, const char *variable,
			     const char *below_home, const char *rest)
{
	const char *base = getenv(variable), *home = getenv("HOME");

	if (base && base[0] == '/')
		return arena_printf(arena, "%s/%s", base, rest);
	return arena_printf(arena, "%s/%s/%s", home ? home : ".", below_home, rest);
}

const char *settings_path(struct arena *arena)
{
	const char *own =
		user_path(arena, "XDG_CONFIG_HOME", ".config", "bangkom/bangkom.conf");

	if (access(own, F_OK) == 0)
		return own;
	return access("/etc/bangkom/bangkom.conf", F_OK) == 0
		       ? "/etc/bangkom/bangkom.conf"
		       : "";
}

const char *settings_directory(struct arena *arena)
{
	return user_path(arena, "XDG_CONFIG_HOME", ".config", "bangkom");
}

const char *settings_database_path(struct arena *arena)
{
	return user_path(arena, "XDG_DATA_HOME", ".local/share", "bangkom/bangkom.db");
}
