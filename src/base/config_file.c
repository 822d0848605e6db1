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

/* The quotation mark that ends the text which begins at `at`, or the end of all. */
static const char *end_of_text(const char *at)
{
	for (at++; *at != '\0' && *at != '"'; at++)
		at += *at == '\\' && at[1] != '\0';
	return at;
}

/* Behind a text in quotes, a comment, or the one character at `at`. */
static const char *behind(const char *at)
{
	if (*at == '"')
		return end_of_text(at) + 1;
	if (*at == '#' || (at[0] == '/' && at[1] == '/'))
		return at + strcspn(at, "\n");
	if (at[0] == '/' && at[1] == '*') {
		const char *end = strstr(at + 2, "*/");

		return end ? end + 2 : at + strlen(at);
	}
	return at + 1;
}

/* Quotation marks are closed and brackets not too deep. Of a text that never
 * ends libconfig would name the last line. */
static bool check_marks(const char *text, const char *path, struct err *err)
{
	int depth = 0;

	for (const char *at = text; *at != '\0'; at = behind(at)) {
		if (*at == '"' && *end_of_text(at) == '\0')
			return err_set(err, ERR_SYNTAX,
				       _("%s:%zu: this quotation mark is never closed. "
					 "Close it."),
				       path, text_place(text, (size_t)(at - text)).line);
		depth += strchr("({[", *at) ? 1 : strchr(")}]", *at) ? -1 : 0;
		if (depth > DEPTH_MOST)
			return err_set(err, ERR_SYNTAX,
				       _("%s:%zu: brackets are more than %d deep. Take "
					 "some away."),
				       path, text_place(text, (size_t)(at - text)).line,
				       DEPTH_MOST);
	}
	return true;
}

bool config_text_check(const char *bytes, size_t count, const char *path, struct err *err)
{
	ptrdiff_t wrong = text_invalid_at(bytes, count);

	if (memchr(bytes, '\0', count) || strstr(bytes, "@include"))
		return err_set(err, ERR_SYNTAX,
			       _("%s: @include and NUL bytes are not allowed."), path);
	if (wrong >= 0)
		return err_set(err, ERR_SYNTAX,
			       _("%s:%zu: here is a byte that is no text. Save the file "
				 "as UTF-8."),
			       path, text_place(bytes, (size_t)wrong).line);
	return check_marks(bytes, path, err);
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
