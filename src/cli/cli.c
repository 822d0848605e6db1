#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "commands.h"
#include "day.h"
#include "store/db.h"

/* The options that stand before or after any command. */
struct globals {
	const char *database, *config, *language;
};

static bool take_global(struct globals *g, char **argv, int argc, int *at,
			struct err *err)
{
	const struct {
		const char *name;
		const char **value;
	} options[] = {
		{ "--database", &g->database },
		{ "--config", &g->config },
		{ "--language", &g->language },
	};

	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		size_t length = strlen(options[i].name);

		if (strncmp(argv[*at], options[i].name, length) != 0)
			continue;
		if (argv[*at][length] == '=') {
			*options[i].value = argv[*at] + length + 1;
			return true;
		}
		if (argv[*at][length] != '\0')
			continue;
		if (*at + 1 == argc)
			return err_set(err, ERR_USAGE, _("%s needs a value behind it."),
				       options[i].name);
		*options[i].value = argv[++*at];
		return true;
	}
	return false;
}

static bool sort_arguments(struct cli *cli, struct globals *g, int argc, char **argv,
			   struct err *err)
{
	cli->arguments =
		arena_array(cli->arena, (size_t)argc + 1, sizeof *cli->arguments);
	for (int i = 1; i < argc; i++) {
		if (take_global(g, argv, argc, &i, err))
			continue;
		if (err->code != ERR_NONE)
			return false;
		if (!cli->command)
			cli->command = argv[i];
		else
			cli->arguments[cli->argument_count++] = argv[i];
	}
	return true;
}

/* The kind of failure that errno tells of something to be read. */
static enum err_code why_unreadable(void)
{
	return errno == ENOENT || errno == ENOTDIR ? ERR_NO_INPUT
	       : errno == EACCES || errno == EROFS ? ERR_DENIED
						   : ERR_FILE;
}

bool cli_open(struct cli *cli, int argc, char **argv, struct arena *arena,
	      struct err *err)
{
	struct globals g = { NULL, NULL, NULL };

	*cli = (struct cli){ .arena = arena };
	settings_default(&cli->settings);
	if (!sort_arguments(cli, &g, argc, argv, err))
		return false;
	if (g.language && strcmp(g.language, "id") != 0 && strcmp(g.language, "en") != 0)
		return err_set(err, ERR_USAGE,
			       _("There is no language '%s'. Choose id or en."),
			       g.language);
	if (g.language)
		i18n_init(g.language);
	if (g.config && access(g.config, R_OK) != 0)
		return err_set(err, why_unreadable(),
			       _("The settings file %s cannot be read: %s."), g.config,
			       err_system(errno));
	if (!g.config)
		g.config = settings_path(arena);
	if (*g.config != '\0' && !settings_read(&cli->settings, g.config, arena, err))
		return false;
	if (!g.language && *cli->settings.language != '\0')
		i18n_init(cli->settings.language);
	cli->database = g.database			  ? g.database
			: *cli->settings.database != '\0' ? cli->settings.database
							  : settings_database_path(arena);
	cli->forms = arena_printf(arena, "%s/forms", settings_directory(arena));
	return true;
}

void cli_tell(const char *format, ...)
{
	struct arena arena = { 0 };
	va_list args;

	va_start(args, format);
	fputs(text_visible(&arena, arena_vprintf(&arena, format, args)), stderr);
	va_end(args);
	arena_done(&arena);
}

int cli_fail(const struct err *err)
{
	cli_tell("bangkom: %s\n", err->text);
	return err_exit_status(err);
}

bool cli_make_parent(const struct cli *cli, struct err *err)
{
	const char *path = cli->database;
	struct arena *arena = cli->arena;
	const char *slash = strrchr(path, '/');
	const char *parent = !slash ? "."
			     : slash == path
				     ? "/"
				     : arena_strndup(arena, path, (size_t)(slash - path));

	if (!file_make_directories(parent, err))
		return false;
	if (access(arena_printf(arena, "%s/.", parent), W_OK | X_OK) != 0)
		return err_set(err, errno == ENOTDIR ? ERR_CREATE : ERR_DENIED,
			       _("The office file %s cannot be made: %s."), path,
			       err_system(errno));
	return true;
}

bool cli_create_office(const struct cli *cli, bool sample, struct db **db,
		       struct err *err)
{
	if (!cli_make_parent(cli, err))
		return false;
	if (!db_open(cli->database, DB_CREATE, db, err)) {
		if (err->code == ERR_FILE)
			err->code = ERR_CREATE;
		return false;
	}
	db_use_settings(*db, &cli->settings);
	if (!sample || sample_load(*db, err))
		return true;
	db_close(*db);
	unlink(cli->database);
	return false;
}

static bool open_office(const struct cli *cli, bool writing, struct db **db,
			struct err *err)
{
	if (access(cli->database, writing ? R_OK | W_OK : R_OK) == 0) {
		if (!db_open(cli->database, writing ? DB_OPEN : DB_READ_ONLY, db, err))
			return false;
		db_use_settings(*db, &cli->settings);
		day_begins(*db);
		return true;
	}
	if (errno == ENOENT)
		return err_set(
			err, ERR_NO_INPUT,
			_("There is no office file %s. Make one with bangkom init, or "
			  "name another with --database."),
			cli->database);
	return err_set(err, why_unreadable(),
		       _("The office file %s cannot be opened: %s."), cli->database,
		       err_system(errno));
}

bool cli_open_office(const struct cli *cli, bool writing, struct db **db, struct err *err)
{
	if (!open_office(cli, writing, db, err))
		return false;
	day_tell_cut_off(cli, *db);
	if (writing)
		day_tell_backup(cli, *db);
	return true;
}

bool cli_database(const struct cli *cli, struct db **db, struct err *err)
{
	struct stat st;

	if (lstat(cli->database, &st) == 0 || errno != ENOENT)
		return open_office(cli, access(cli->database, W_OK) == 0, db, err);
	if (!cli_create_office(cli, true, db, err))
		return false;
	cli_tell(_("A new office file with sample data was made: %s\n"), cli->database);
	return true;
}

static bool asks_help(const struct cli *cli)
{
	for (int i = 0; i < cli->argument_count; i++) {
		if (strcmp(cli->arguments[i], "--help") == 0)
			return true;
	}
	return false;
}

static int show_usage(const struct cli_command *c)
{
	printf("bangkom %s %s\n    %s\n", c->name, *c->usage ? _(c->usage) : "",
	       _(c->help));
	return fflush(stdout) == 0 ? EX_OK : EX_IOERR;
}

int cli_run(const struct cli *cli)
{
	for (const struct cli_command *c = cli_commands; c->name; c++) {
		if (strcmp(c->name, cli->command) == 0)
			return asks_help(cli) ? show_usage(c) : c->run(cli);
	}
	cli_tell(_("bangkom: there is no command '%s'. See bangkom --help.\n"),
		 cli->command);
	return EX_USAGE;
}

static const struct cli_option *find_option(const struct cli_option *options,
					    const char *word, size_t *length)
{
	for (; options->name; options++) {
		*length = strlen(options->name);
		if (strncmp(options->name, word, *length) == 0 &&
		    (word[*length] == '\0' || (word[*length] == '=' && options->values)))
			return options;
	}
	return NULL;
}

static void take_value(const struct cli_option *o, const char *value)
{
	const char **at = o->value;

	while (o->values == OPTION_VALUES && *at)
		at++;
	*at = value;
}

bool cli_options(const struct cli *cli, const struct cli_option *options,
		 const char **words, int most)
{
	int count = 0;

	for (int i = 0; i < cli->argument_count; i++) {
		char *word = cli->arguments[i];
		size_t length;
		const struct cli_option *o = find_option(options, word, &length);

		if (!o && (word[0] != '-' || strcmp(word, "-") == 0) && count < most) {
			words[count++] = word;
		} else if (!o) {
			cli_tell(_("bangkom %s: '%s' is not understood. See bangkom "
				   "--help.\n"),
				 cli->command, word);
			return false;
		} else if (o->values == 0) {
			*o->value = o->name;
		} else if (word[length] == '=') {
			take_value(o, word + length + 1);
		} else if (i + 1 < cli->argument_count) {
			take_value(o, cli->arguments[++i]);
		} else {
			cli_tell(_("bangkom %s: %s needs a value behind it.\n"),
				 cli->command, o->name);
			return false;
		}
	}
	return true;
}
