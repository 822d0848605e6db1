#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/clock.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/i18n.h"

/*
 * The last line of a backup:
 *
 *     bangkom-backup 1 2026-05-04 12:00:00 UTC blake2b-256 <64 digits>
 *
 * The digest is of every byte before its digits, so the line's own beginning
 * is in it; the digits and the line break are compared letter by letter.
 */
static const char head[] = "\nbangkom-backup 1 ", tail[] = " UTC blake2b-256 ";

enum {
	STAMP = 19,
	HEAD = sizeof head - 1,
	TAIL = sizeof tail - 1,
	DIGEST_AT = HEAD + STAMP + TAIL,
	DIGEST_LINE = DIGEST_DIGITS + 1
};
_Static_assert(DIGEST_AT + DIGEST_LINE == BACKUP_SEAL, "the seal has its length");

static bool fail(const char *path, struct err *err)
{
	return err_set(err, ERR_FILE, _("%s could not be written: %s."), path,
		       err_system(errno));
}

static bool append(int fd)
{
	char line[BACKUP_SEAL], digest[DIGEST_DIGITS + 1], stamp[STAMP + 1];
	off_t end = lseek(fd, 0, SEEK_END);

	clock_stamp(stamp);
	memcpy(line, head, HEAD);
	memcpy(line + HEAD, stamp, STAMP);
	memcpy(line + HEAD + STAMP, tail, TAIL);
	if (end < 0 || !file_put(fd, line, DIGEST_AT) ||
	    !digest_file(fd, (int64_t)end + DIGEST_AT, digest))
		return false;
	memcpy(line + DIGEST_AT, digest, DIGEST_DIGITS);
	line[BACKUP_SEAL - 1] = '\n';
	return file_put(fd, line + DIGEST_AT, DIGEST_LINE) && fsync(fd) == 0;
}

bool seal_add(int fd, const char *path, struct err *err)
{
	return append(fd) || fail(path, err);
}

/* It is shown to people, and anybody can put a digest under anything. */
static bool is_stamp(const char *at)
{
	static const char like[STAMP + 1] = "0000-00-00 00:00:00";

	for (size_t i = 0; i < STAMP; i++) {
		if (like[i] == '0' ? at[i] < '0' || at[i] > '9' : at[i] != like[i])
			return false;
	}
	return true;
}

bool seal_is(const char line[BACKUP_SEAL])
{
	return memcmp(line, head, HEAD) == 0 && is_stamp(line + HEAD) &&
	       memcmp(line + HEAD + STAMP, tail, TAIL) == 0 &&
	       line[BACKUP_SEAL - 1] == '\n';
}

void seal_reread(int fd)
{
	(void)posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
}

bool seal_check(int fd, const char *path, int64_t *size, char made[20], struct err *err)
{
	char line[BACKUP_SEAL], digest[DIGEST_DIGITS + 1];
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_set(err, ERR_FILE, _("%s cannot be read: %s."), path,
			       err_system(errno));
	if (st.st_size <= BACKUP_SEAL ||
	    pread(fd, line, BACKUP_SEAL, st.st_size - BACKUP_SEAL) != BACKUP_SEAL ||
	    !seal_is(line))
		return err_set(err, ERR_INPUT,
			       _("%s is no backup of bangkom, or its end is missing or "
				 "damaged. Use another backup."),
			       path);
	if (!digest_file(fd, (int64_t)st.st_size - DIGEST_LINE, digest))
		return err_set(err, ERR_FILE, _("%s cannot be read: %s."), path,
			       err_system(errno));
	if (memcmp(line + DIGEST_AT, digest, DIGEST_DIGITS) != 0)
		return err_set(err, ERR_INPUT,
			       _("%s is damaged: it is not as it was when the backup was "
				 "made. Use another backup."),
			       path);
	*size = (int64_t)st.st_size - BACKUP_SEAL;
	memcpy(made, line + HEAD, STAMP);
	made[STAMP] = '\0';
	return true;
}
