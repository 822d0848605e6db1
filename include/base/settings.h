#ifndef BASE_SETTINGS_H
#define BASE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct err;

/*
 * Settings of the office, read from a libconfig file that the program never
 * writes. One table (settings_table) describes each setting; config.example
 * lists the same ones with their defaults.
 */
struct key_binding {
	const char *context, *key, *command;
};

struct settings {
	const char *database;		/* path; "" for the default place */
	const char *language;		/* "id", "en" or "" */
	const char *office;		/* name of the office, on reports */
	const char *legal_basis;	/* default text for a new programme */
	const char *theme;		/* "default", "mono" or "high-contrast" */
	const char *keymap;		/* "default", "excel" or "informix" */
	long jp_target_pns;		/* lesson hours a year, at least */
	long jp_ceiling_pppk;		/* lesson hours a year that count, at most */
	long completion_attendance;	/* percent of the JP, at least */
	const char *credited_jp;	/* "programme" or "attended" */
	long feedback_minimum;		/* fewest sheets for which results are shown */
	long respondent_idle;		/* seconds until a sheet left alone is dropped */
	long group_size;		/* proposed members of a group */
	long need_weight_self;		/* percent of the own answer in a level */
	long jpm_optimal;		/* percent, job person match at least */
	long jpm_sufficient;		/* percent, at least */
	long need_high;			/* percent below the standard, at least */
	long need_medium;		/* percent, at least */
	long follow_up_months;		/* from the end of a programme to its follow-up */
	long backups_kept;		/* of each sort of automatic backup */
	bool ascii;			/* draw with ASCII only */
	const struct key_binding *keys; /* additions from the file */
	size_t key_count;
};

enum setting_type { SETTING_TEXT, SETTING_INT, SETTING_BOOL };

struct setting {
	const char *name;
	enum setting_type type;
	size_t offset;
	const char *fallback; /* the default, as written in the file */
	long least, most;     /* INT */
	const char *words;    /* TEXT: those allowed, "one two"; NULL: any text */
	const char *help;     /* N_() */
};

extern const struct setting settings_table[]; /* ends with a NULL name */

void settings_default(struct settings *s);

/* The settings in `text`, which has passed config_text_check. Refused with
 * `path`, line and reason: an unknown name, a wrong type, a value out of
 * range. `*s` is untouched on failure. Texts live in `arena`. */
bool settings_parse(struct settings *s, const char *text, const char *path,
		    struct arena *arena, struct err *err);

/* The same for a file, read as base/config_file.h says. */
bool settings_read(struct settings *s, const char *path, struct arena *arena,
		   struct err *err);

/* The file to read when none is named: $XDG_CONFIG_HOME/bangkom/bangkom.conf,
 * then /etc/bangkom/bangkom.conf; "" where neither exists. */
const char *settings_path(struct arena *arena);
/* $XDG_CONFIG_HOME/bangkom (for forms of the office). */
const char *settings_directory(struct arena *arena);
/* $XDG_DATA_HOME/bangkom/bangkom.db */
const char *settings_database_path(struct arena *arena);

#endif
