#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"

enum { CHUNK = 65536, TRIES = 100 };

struct source {
	const char *path;
	int fd;
	size_t most;
	struct arena *arena;
};

static bool read_all(const struct source *s, char **bytes, size_t *count, struct err *err)
{
	size_t space = CHUNK, used = 0;
	char *data = arena_alloc(s->arena, space + 1);

	for (;;) {
		ssize_t got = read(s->fd, data + used, space - used);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(err, ERR_FILE, _("%s cannot be read: %s."),
				       s->path, err_system(errno));
		if (got == 0)
			break;
		used += (size_t)got;
		if (used > s->most)
			return err_set(err, ERR_FILE,
				       _("%s is larger than %zu bytes. Split it."),
				       s->path, s->most);
		if (used == space) {
			data = arena_grow(s->arena, data, space + 1, 2 * space + 1);
			space *= 2;
		}
	}
	data[used] = '\0';
	*bytes = data;
	*count = used;
	return true;
}

static enum err_code read_code(int why)
{
	if (why == ENOENT || why == ENOTDIR)
		return ERR_NO_INPUT;
	return why == EACCES || why == EPERM ? ERR_DENIED : ERR_FILE;
}

static bool cannot_read(const char *path, struct err *err)
{
	return err_set(err, read_code(errno), _("%s cannot be read: %s."), path,
		       err_system(errno));
}

static bool open_regular(const char *path, int *fd, struct err *err)
{
	struct stat st;

	if (stat(path, &st) != 0)
		return cannot_read(path, err);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_NO_INPUT,
			       _("%s is no regular file. Choose another."), path);
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	return *fd >= 0 || cannot_read(path, err);
}

bool file_read(const char *path, size_t most, struct arena *arena, char **bytes,
	       size_t *count, struct err *err)
{
	struct source s = { path, STDIN_FILENO, most, arena };
	bool good;

	if (strcmp(path, "-") == 0)
		return read_all(&s, bytes, count, err);
	if (!open_regular(path, &s.fd, err))
		return false;
	good = read_all(&s, bytes, count, err);
	if (close(s.fd) != 0 && good)
		return cannot_read(path, err);
	return good;
}

bool file_put(int fd, const char *bytes, size_t count)
{
	while (count > 0) {
		ssize_t put = write(fd, bytes, count);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			return false;
		bytes += put;
		count -= (size_t)put;
	}
	return true;
}

bool file_sync_directory(const char *path)
{
	struct arena arena = { 0 };
	const char *slash = strrchr(path, '/');
	const char *directory =
		!slash		? "."
		: slash == path ? "/"
				: arena_strndup(&arena, path, (size_t)(slash - path));
	int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	arena_done(&arena);
	return good;
}

int file_temporary(const char *path, struct arena *arena, const char **name)
{
	int fd = -1;

	for (int i = 0; i < TRIES && fd < 0; i++) {
		*name = arena_printf(arena, "%s.%ld-%d.tmp", path, (long)getpid(), i);
		fd = open(*name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			  0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	return fd;
}

/* Where a file cannot have two names, its own is taken first by an empty
 * file, so that nobody else's is written over. */
static bool place_reserved(const char *temporary, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	int why;

	if (fd < 0)
		return false;
	if (close(fd) == 0 && rename(temporary, path) == 0)
		return true;
	why = errno;
	unlink(path);
	errno = why;
	return false;
}

bool file_place(const char *temporary, const char *path)
{
	if (link(temporary, path) == 0) {
		(void)unlink(temporary); /* the file has its name all the same */
		return true;
	}
	if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS)
		return false;
	return place_reserved(temporary, path);
}

void file_share(int fd, const char *like)
{
	struct stat st, own;
	mode_t mode;

	if (lstat(like, &st) != 0 || !S_ISREG(st.st_mode) || fstat(fd, &own) != 0)
		return;
	if ((own.st_uid != st.st_uid || own.st_gid != st.st_gid) &&
	    fchown(fd, st.st_uid, st.st_gid) != 0 && /* only root gives away */
	    (own.st_gid != st.st_gid && fchown(fd, (uid_t)-1, st.st_gid) != 0))
		return;
	mode = (own.st_mode & (S_ISGID | S_IRWXU)) | (st.st_mode & (S_IRGRP | S_IWGRP));
	if (S_ISDIR(own.st_mode) && (mode & S_IRGRP))
		mode |= S_IXGRP;
	if (mode != (own.st_mode & ~(mode_t)S_IFMT))
		(void)fchmod(fd, mode);
}

/* Close and keep the reason of an earlier failure. */
static bool close_after(int fd, bool good)
{
	int why = errno;

	if (close(fd) != 0 && good)
		return false;
	errno = why;
	return good;
}

static bool cannot_write(const char *path, struct err *err)
{
	int why = errno;
	enum err_code code = ERR_FILE;

	if (why == EACCES || why == EPERM || why == EROFS)
		code = ERR_DENIED;
	else if (why == ENOENT || why == ENOTDIR || why == EISDIR ||
		 why == ENAMETOOLONG || why == ELOOP)
		code = ERR_CREATE;
	return err_set(err, code, _("%s could not be written: %s."), path,
		       err_system(why));
}

/* With `old`, the file that is replaced, its mode is kept. */
static bool replace(const char *path, const struct stat *old, const char *bytes,
		    size_t count, struct arena *arena)
{
	const char *name;
	int fd = file_temporary(path, arena, &name), why;
	bool good;

	if (fd < 0)
		return false;
	good = (!old || fchmod(fd, old->st_mode & 0777) == 0) &&
	       file_put(fd, bytes, count) && fsync(fd) == 0;
	if (close_after(fd, good) && rename(name, path) == 0) {
		/* Only so that the new name outlives a loss of power: the file
		 * is whole where the directory refuses. */
		(void)file_sync_directory(path);
		return true;
	}
	why = errno;
	unlink(name);
	errno = why;
	return false;
}

static bool write_directly(const char *path, const char *bytes, size_t count)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY | O_CLOEXEC, 0600);

	return fd >= 0 && close_after(fd, file_put(fd, bytes, count));
}

/* Onto a terminal, as marks what it would obey; blanks and tabs stay. */
static bool write_terminal(const char *bytes, size_t count)
{
	struct arena arena = { 0 };
	const char *text = arena_strndup(&arena, bytes, count);
	bool good = true;

	while (good && *text != '\0') {
		size_t plain = strcspn(text, "\t"), tabs = strspn(text + plain, "\t");
		const char *shown =
			text_visible(&arena, arena_strndup(&arena, text, plain));

		good = file_put(STDOUT_FILENO, shown, strlen(shown)) &&
		       file_put(STDOUT_FILENO, text + plain, tabs);
		text += plain + tabs;
	}
	arena_done(&arena);
	return good;
}

static bool write_output(const char *bytes, size_t count)
{
	return isatty(STDOUT_FILENO) ? write_terminal(bytes, count)
				     : file_put(STDOUT_FILENO, bytes, count);
}

static bool write_path(const char *path, const char *bytes, size_t count,
		       struct arena *arena)
{
	struct stat st;
	char *real;
	bool there = stat(path, &st) == 0, good;

	if (!there && lstat(path, &st) != 0)
		return replace(path, NULL, bytes, count, arena);
	if (!there || !S_ISREG(st.st_mode))
		return write_directly(path, bytes, count);
	real = realpath(path, NULL);
	if (!real)
		return false;
	good = replace(real, &st, bytes, count, arena);
	free(real);
	return good;
}

/* A database is not what anybody means to write a list over. */
static bool is_database(const char *path)
{
	static const char magic[] = "SQLite format 3";
	char begin[sizeof magic] = "";
	FILE *f = fopen(path, "rb");
	bool same = f && fread(begin, 1, sizeof begin, f) == sizeof begin &&
		    memcmp(begin, magic, sizeof magic) == 0;

	if (f)
		fclose(f);
	return same;
}

static bool is_regular(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool file_write(const char *path, const char *bytes, size_t count, struct err *err)
{
	struct arena arena = { 0 };
	bool good;

	if (strcmp(path, "-") == 0) {
		if (write_output(bytes, count))
			return true;
		return err_set(err, ERR_FILE, _("The output could not be written: %s."),
			       err_system(errno));
	}
	if (is_regular(path) && is_database(path))
		return err_set(err, ERR_CREATE,
			       _("%s is an office file and is not written over. Choose "
				 "another name."),
			       path);
	good = write_path(path, bytes, count, &arena) || cannot_write(path, err);
	arena_done(&arena);
	return good;
}

bool file_make_directories(const char *path, struct err *err)
{
	struct arena arena = { 0 };
	char *part = arena_strdup(&arena, path);
	bool good = true;

	for (char *at = part + 1; good && *part != '\0'; at++) {
		char kept = *at;

		if (kept != '/' && kept != '\0')
			continue;
		*at = '\0';
		good = mkdir(part, 0700) == 0 || errno == EEXIST;
		*at = kept;
		if (kept == '\0')
			break;
	}
	if (!good)
		err_set(err, errno == EACCES || errno == EPERM ? ERR_DENIED : ERR_CREATE,
			_("The directory %s cannot be made: %s."), path,
			err_system(errno));
	arena_done(&arena);
	return good;
}
