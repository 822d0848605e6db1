#include "base/config_file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

enum { FILE_MOST = 64 * 1024, DEPTH_MOST = 16 };

static size_t line_of(const char *text, size_t at)
{
	size_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += text[i] == '\n';
	return line;
}

/* Behind a text in quotes, a comment, or the one character at `at`. */
static const char *behind(const char *at)
{
	if (*at == '"') {
		for (at++; *at != '\0' && *at != '"'; at++)
			at += *at == '\\' && at[1] != '\0';
		return *at == '\0' ? at : at + 1;
	}
	if (*at == '#' || (at[0] == '/' && at[1] == '/'))
		return at + strcspn(at, "\n");
	if (at[0] == '/' && at[1] == '*') {
		const char *end = strstr(at + 2, "*/");

		return end ? end + 2 : at + strlen(at);
	}
	return at + 1;
}

/* Where brackets are too deep, or NULL. */
static const char *too_deep(const char *text)
{
	int depth = 0;

	for (const char *at = text; *at != '\0'; at = behind(at)) {
		if (strchr("({[", *at) && ++depth > DEPTH_MOST)
			return at;
		if (strchr(")}]", *at))
			depth--;
	}
	return NULL;
}

bool config_text_check(const char *bytes, size_t count, const char *path, struct err *err)
{
	ptrdiff_t wrong = text_invalid_at(bytes, count);
	const char *deep;

	if (memchr(bytes, '\0', count) || strstr(bytes, "@include"))
		return err_set(err, ERR_SYNTAX,
			       _("%s: @include and NUL bytes are not allowed."), path);
	if (wrong >= 0)
		return err_set(err, ERR_SYNTAX,
			       _("%s:%zu: here is a byte that is no text. Save the file "
				 "as UTF-8."),
			       path, line_of(bytes, (size_t)wrong));
	deep = too_deep(bytes);
	if (deep)
		return err_set(err, ERR_SYNTAX,
			       _("%s:%zu: brackets are more than %d deep. Take some "
				 "away."),
			       path, line_of(bytes, (size_t)(deep - bytes)), DEPTH_MOST);
	return true;
}

static bool is_ours(const char *path, struct err *err)
{
	struct stat st;

	if (stat(path, &st) == 0 && st.st_uid != geteuid() && st.st_uid != 0)
		return err_set(err, ERR_SYNTAX,
			       _("%s belongs to another user and is not read."), path);
	return true;
}

bool config_file_read(const char *path, struct arena *arena, const char **text,
		      struct err *err)
{
	char *bytes;
	size_t count;

	if (!is_ours(path, err) ||
	    !file_read(path, FILE_MOST, arena, &bytes, &count, err) ||
	    !config_text_check(bytes, count, path, err))
		return false;
	*text = bytes;
	return true;
}
