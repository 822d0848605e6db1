#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "cli/cli.h"
#include "screens/screens.h"
#include "store/db.h"

/*
 * Plays a script of keys on the program's screens, without a terminal, over
 * an office file in memory, and prints the picture behind the last key.
 *
 * The first line of a script is "LINESxCOLUMNS LANGUAGE [sample]
 * [answer=CODE] [today=YYYY-MM-DD] [SETTINGS]": with a code people answer that
 * survey or programme, and the settings are as in a settings file. In the others <Enter>,
 * <F10>, <C-s>, <Esc> … are keys and everything else is typed; line breaks and what
 * follows a # at the beginning of a line are not.
 */
enum { SCRIPT_MOST = 65536 };

/* clang-format off */
static const struct {
	const char *name, *bytes;
} keys[] = {
	{ "Enter", "\r" }, { "Tab", "\t" }, { "S-Tab", "\033[Z" }, { "Esc", "\033[27u" },
	{ "Backspace", "\177" }, { "Del", "\033[3~" }, { "Ins", "\033[2~" },
	{ "Up", "\033[A" }, { "Down", "\033[B" }, { "Left", "\033[D" }, { "Right", "\033[C" },
	{ "Home", "\033[1~" }, { "End", "\033[4~" }, { "PgUp", "\033[5~" },
	{ "PgDn", "\033[6~" }, { "Space", " " }, { "Line", "\n" }, { "Lt", "<" },
	{ "F1", "\033[11~" }, { "F2", "\033[12~" }, { "F3", "\033[13~" }, { "F4", "\033[14~" },
	{ "F5", "\033[15~" }, { "F6", "\033[17~" }, { "F7", "\033[18~" }, { "F8", "\033[19~" },
	{ "F9", "\033[20~" }, { "F10", "\033[21~" }, { "F12", "\033[24~" },
	{ "Paste", "\033[200~" }, { "/Paste", "\033[201~" },
};
/* clang-format on */

static void fail(const char *what)
{
	fprintf(stderr, "%s\n", what);
	exit(EXIT_FAILURE);
}

static void put_key(const char *name, size_t length, FILE *out)
{
	if (length == 3 && name[0] == 'C' && name[1] == '-') {
		fputc(name[2] & 0x1f, out);
		return;
	}
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		if (strlen(keys[i].name) == length &&
		    strncmp(keys[i].name, name, length) == 0) {
			fputs(keys[i].bytes, out);
			return;
		}
	}
	fprintf(stderr, "no key <%.*s>\n", (int)length, name);
	exit(EXIT_FAILURE);
}

static void put_script(const char *at, FILE *out)
{
	bool begins = true;

	while (*at != '\0') {
		if (begins && *at == '#') {
			at += strcspn(at, "\n");
		} else if (*at == '\n') {
			at++;
			begins = true;
			continue;
		} else if (*at == '<') {
			size_t length = strcspn(at, ">");

			put_key(at + 1, length - 1, out);
			at += length + 1;
		} else {
			fputc(*at++, out);
		}
		begins = false;
	}
}

static void write_keys(const char *script, char *path)
{
	int fd = mkstemp(path);
	FILE *out = fd < 0 ? NULL : fdopen(fd, "w");

	if (!out)
		fail("no temporary file");
	put_script(script, out);
	if (fclose(out) != 0)
		fail("the keys could not be written");
}

/* "24x80 id sample office = \"X\";" */
struct header {
	int lines, columns;
	char language[3];
	bool sample;
	const char *answer, *today; /* NULL where they are not said */
	const char *settings;
};

/* The value of a word "NAME=…" at *at, which is then passed; NULL for another. */
static const char *take_word(char **at, const char *name)
{
	char *word = *at + strspn(*at, " "), *end = word + strcspn(word, " ");
	size_t length = strlen(name);

	if (strncmp(word, name, length) != 0 || word[length] != '=')
		return NULL;
	*at = *end == '\0' ? end : end + 1;
	*end = '\0';
	return word + length + 1;
}

static struct header read_header(char *line)
{
	struct header h = { .lines = 24, .columns = 80, .settings = "" };
	int used = 0;

	if (sscanf(line, "%dx%d %2s %n", &h.lines, &h.columns, h.language, &used) != 3)
		fail("the first line says no size and language");
	line += used;
	h.sample = strncmp(line, "sample", 6) == 0;
	line += h.sample ? 6 : 0;
	h.answer = take_word(&line, "answer");
	h.today = take_word(&line, "today");
	h.settings = line;
	return h;
}

static void read_settings(struct settings *s, const char *text, struct arena *arena)
{
	char path[] = "/tmp/bangkom-settings-XXXXXX";
	int fd = mkstemp(path);
	struct err err = { 0 };

	settings_default(s);
	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text) ||
	    close(fd) != 0 || !settings_read(s, path, arena, &err))
		fail(err.text);
	unlink(path);
}

static const char *play(struct db *db, const struct header *h, char *script,
			struct arena *arena)
{
	char path[] = "/tmp/bangkom-keys-XXXXXX";
	const struct screens_respondent of = { .programme = h->answer };
	struct screens_script played = { .key_file = path,
					 .lines = h->lines,
					 .columns = h->columns,
					 .arena = arena,
					 .respondent = h->answer ? &of : NULL };
	struct settings settings;
	struct err err = { 0 };

	read_settings(&settings, h->settings, arena);
	write_keys(script, path);
	screens_play(db, &settings, "/nonexistent", &played, &err);
	unlink(path);
	if (err.code != ERR_NONE)
		fail(err.text);
	return played.picture ? played.picture : "the program left before the last key\n";
}

int main(int argc, char **argv)
{
	struct arena arena = { 0 };
	struct err err = { 0 };
	struct header header;
	struct db *db;
	char *script, *rest;
	size_t count;

	if (argc != 2 || !file_read(argv[1], SCRIPT_MOST, &arena, &script, &count, &err))
		fail(argc != 2 ? "usage: screens SCRIPT" : err.text);
	rest = script + strcspn(script, "\n");
	if (*rest == '\n')
		*rest++ = '\0';
	header = read_header(script);
	i18n_init(header.language);
	/* What is drawn at random is the same in each run. */
	if (sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, (sqlite3 *)NULL) !=
	    SQLITE_OK)
		fail("the seed of what is drawn");
	if (!db_open("", DB_MEMORY, &db, &err) ||
	    (header.sample && !sample_load(db, &err)))
		fail(err.text);
	if (header.today && setenv("BANGKOM_TODAY", header.today, 1) != 0)
		fail("the day could not be set");
	fputs(play(db, &header, rest, &arena), stdout);
	db_close(db);
	arena_done(&arena);
	return EXIT_SUCCESS;
}
