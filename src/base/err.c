#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/text.h"

/* Cut at a character, not inside one. */
static void trim_tail(char *text, size_t size)
{
	size_t end = strlen(text);

	if (end + 1 < size)
		return;
	while (end > 0 && ((unsigned char)text[end - 1] & 0xc0) == 0x80)
		end--;
	text[end ? end - 1 : 0] = '\0';
}

/* Paths, names and cells of files are told too, and go to the terminal. */
static void make_visible(struct err *err)
{
	struct arena arena = { 0 };
	const char *shown = text_visible(&arena, err->text);

	if (shown != err->text) {
		snprintf(err->text, sizeof err->text, "%s", shown);
		trim_tail(err->text, sizeof err->text);
	}
	arena_done(&arena);
}

bool err_set(struct err *err, enum err_code code, const char *format, ...)
{
	va_list args;

	err->code = code;
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	trim_tail(err->text, sizeof(err->text));
	make_visible(err);
	return false;
}

bool err_context(struct err *err, const char *format, ...)
{
	char cause[sizeof(err->text)];
	va_list args;
	size_t used;

	memcpy(cause, err->text, sizeof(cause));
	va_start(args, format);
	vsnprintf(err->text, sizeof(err->text), format, args);
	va_end(args);
	used = strlen(err->text);
	snprintf(err->text + used, sizeof(err->text) - used, ": %s", cause);
	trim_tail(err->text, sizeof(err->text));
	make_visible(err);
	return false;
}

int err_exit_status(const struct err *err)
{
	switch (err->code) {
	case ERR_NONE:
		return EX_OK;
	case ERR_USAGE:
		return EX_USAGE;
	case ERR_INPUT:
		return EX_DATAERR;
	case ERR_NOT_FOUND:
	case ERR_CONFLICT:
	case ERR_STOPPED:
		return 1;
	case ERR_BUSY:
		return EX_TEMPFAIL;
	case ERR_READ_ONLY:
	case ERR_DENIED:
		return EX_NOPERM;
	case ERR_NO_INPUT:
		return EX_NOINPUT;
	case ERR_CREATE:
		return EX_CANTCREAT;
	case ERR_SYNTAX:
		return EX_CONFIG;
	case ERR_DB:
	case ERR_FILE:
		break;
	}
	return EX_IOERR;
}

const char *err_system(int number)
{
	static const struct {
		int number;
		const char *text;
	} known[] = {
		{ ENOENT, N_("No such file or directory") },
		{ EACCES, N_("Permission denied") },
		{ EPERM, N_("Operation not permitted") },
		{ ENOSPC, N_("No space left on device") },
		{ EISDIR, N_("Is a directory") },
		{ ENOTDIR, N_("Not a directory") },
		{ EROFS, N_("Read-only file system") },
		{ EIO, N_("Input/output error") },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		if (known[i].number == number)
			return _(known[i].text);
	}
	return strerror(number);
}
