#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "screens/screens.h"
#include "script.h"

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

static struct script read_header(char *line)
{
	struct script h = { .lines = 24, .columns = 80, .settings = "" };
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

void script_read(struct script *out, const char *path, struct arena *arena)
{
	struct err err = { 0 };
	char *text, *rest;
	size_t count;

	if (!file_read(path, SCRIPT_MOST, arena, &text, &count, &err))
		fail(err.text);
	rest = text + strcspn(text, "\n");
	if (*rest == '\n')
		*rest++ = '\0';
	*out = read_header(text);
	out->keys = rest;
}

const char *script_play(const struct script *s, struct db *db, struct arena *arena,
			struct err *err)
{
	char path[] = "/tmp/bangkom-keys-XXXXXX";
	const struct screens_respondent of = { .programme = s->answer };
	struct screens_script played = { .key_file = path,
					 .lines = s->lines,
					 .columns = s->columns,
					 .arena = arena,
					 .respondent = s->answer ? &of : NULL };
	struct settings settings;

	read_settings(&settings, s->settings, arena);
	write_keys(s->keys, path);
	screens_play(db, &settings, "/nonexistent", &played, err);
	unlink(path);
	return played.picture ? played.picture : "the program left before the last key\n";
}
