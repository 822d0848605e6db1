#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "backup_private.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/i18n.h"

/* Where backups lie: room for them, their directory, their names. */

static const struct {
	const char *word, *suffix;
} whys[] = {
	[BACKUP_DAILY] = { "daily", ".backup" },
	[BACKUP_MIGRATION] = { "migration", ".backup" },
	[BACKUP_RESTORE] = { "restore", ".backup" },
	[BACKUP_REPLACED] = { "replaced", ".db" },
	[BACKUP_THINNING] = { "thinning", ".backup" },
};

enum {
	WHYS = sizeof whys / sizeof *whys,
	DAY = 10,
	HOUR = 3600,
	LISTED_MOST = 10000,
	DIGITS_MOST = 9
};

static const char *parent_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	return !slash	       ? "."
	       : slash == path ? "/"
			       : arena_strndup(arena, path, (size_t)(slash - path));
}

static const char *name_in(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

bool backup_is_apart(const char *office, const char *path, struct err *err)
{
	static const char *const taken[] = { "-journal", "-wal", "-shm", "-running",
					     "-backups" };
	size_t length = strlen(office);

	if (length == 0 || strncmp(path, office, length) != 0)
		return true;
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
		if (strcmp(path + length, taken[i]) == 0)
			return err_set(err, ERR_CREATE,
				       _("%s would be taken for a part of the office "
					 "file. Choose another name."),
				       path);
	}
	return true;
}

const char *backup_path(const char *asked, struct arena *arena)
{
	size_t length = strlen(asked);
	char today[DAY + 1];
	struct stat st;

	if (stat(asked, &st) != 0 || !S_ISDIR(st.st_mode))
		return asked;
	date_to_iso(clock_today(), today);
	return arena_printf(arena, "%s%sbangkom-%s.backup", asked,
			    length > 0 && asked[length - 1] == '/' ? "" : "/", today);
}

bool backup_fits(const char *path, int64_t bytes, struct err *err)
{
	struct arena arena = { 0 };
	struct statvfs fs;
	bool known = statvfs(parent_of(&arena, path), &fs) == 0;
	int64_t free_bytes = known ? (int64_t)(fs.f_bavail * fs.f_frsize) : 0;

	arena_done(&arena);
	if (!known)
		return err_set(err, errno == ENOENT ? ERR_CREATE : ERR_FILE,
			       _("%s could not be written: %s."), path,
			       err_system(errno));
	if (free_bytes >= bytes)
		return true;
	return err_set(err, ERR_FILE,
		       _("%s needs %lld KiB and only %lld KiB are free there. Free some "
			 "space or choose another disk; nothing was written."),
		       path, (long long)bytes / 1024 + 1, (long long)free_bytes / 1024);
}

/* Is this the name of a temporary file of ours, "….PID-N.tmp", or of the journal
 * that SQLite had beside it? */
static bool is_temporary(const char *name)
{
	static const char *const parts[] = { ".tmp", "-", "." };
	static const char journal[] = "-journal";
	size_t all = strlen(name), tail = sizeof journal - 1;
	const char *at = name + all;

	if (all > tail && strcmp(at - tail, journal) == 0)
		at -= tail;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t length = strlen(parts[i]);

		if (i > 0 && (at == name || !isdigit((unsigned char)at[-1])))
			return false;
		while (i > 0 && at > name && isdigit((unsigned char)at[-1]))
			at--;
		if ((size_t)(at - name) < length ||
		    strncmp(at - length, parts[i], length) != 0)
			return false;
		at -= length;
	}
	return at > name;
}

static void sweep(int directory, const char *name, const struct stat *fresh)
{
	struct stat st;

	if (fstatat(directory, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode) && st.st_uid == fresh->st_uid &&
	    st.st_mtime + HOUR < fresh->st_mtime)
		(void)unlinkat(directory, name, 0);
}

void backup_sweep(const char *path, const char *fresh)
{
	struct arena arena = { 0 };
	const char *begin = name_in(path);
	DIR *directory = opendir(parent_of(&arena, path));
	struct stat st;

	arena_done(&arena);
	if (!directory)
		return;
	if (lstat(fresh, &st) == 0) {
		for (struct dirent *e; (e = readdir(directory)) != NULL;) {
			if (strncmp(e->d_name, begin, strlen(begin)) == 0 &&
			    is_temporary(e->d_name))
				sweep(dirfd(directory), e->d_name, &st);
		}
	}
	closedir(directory);
}

static void share_directory(const char *path, const char *office)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0)
		return;
	file_share(fd, office);
	close(fd);
}

bool backup_directory(const char *office, struct arena *arena, const char **out,
		      struct err *err)
{
	const char *path = arena_printf(arena, "%s-backups", office);
	struct stat st;

	if (mkdir(path, 0700) == 0) {
		share_directory(path, office);
		(void)file_sync_directory(path); /* some file systems refuse */
	} else if (errno != EEXIST) {
		return err_set(err, ERR_CREATE, _("The directory %s cannot be made: %s."),
			       path, err_system(errno));
	}
	if (lstat(path, &st) != 0 || !S_ISDIR(st.st_mode) || (st.st_mode & S_IWOTH))
		return err_set(err, ERR_CREATE,
			       _("%s must be a directory in which nobody else may write. "
				 "Move it away; the next backup makes a new one."),
			       path);
	*out = path;
	return true;
}

/* "bangkom" of "/home/a/bangkom.db". */
static const char *base_of(struct arena *arena, const char *office)
{
	const char *name = name_in(office);
	size_t length = strlen(name);

	if (length > 3 && strcmp(name + length - 3, ".db") == 0)
		length -= 3;
	return arena_strndup(arena, name, length);
}

const char *backup_prefix(const char *office, struct arena *arena)
{
	return arena_printf(arena, "%s-backups/%s-", office, base_of(arena, office));
}

/* While they are listed. A link, or what lies beside one that was replaced, only
 * takes the number away. */
struct numbered {
	struct backup_file file;
	long number;
	bool taken;
};

/* One name taken apart: BASE-NUMBER-DAY-WHY.SUFFIX. */
static bool parse(const char *name, const char *base, struct numbered *one)
{
	size_t length = strlen(base);
	char day[DAY + 1], *end;

	if (strncmp(name, base, length) != 0 || name[length] != '-' ||
	    !isdigit((unsigned char)name[length + 1]))
		return false;
	errno = 0;
	one->number = strtol(name + length + 1, &end, 10);
	if (errno != 0 || end > name + length + 1 + DIGITS_MOST || *end != '-' ||
	    strlen(end + 1) < DAY + 1 || end[DAY + 1] != '-')
		return false;
	memcpy(day, end + 1, DAY);
	day[DAY] = '\0';
	if (!date_from_iso(day, &one->file.day))
		return false;
	end += DAY + 2;
	for (size_t i = 0; i < WHYS; i++) {
		size_t word = strlen(whys[i].word), suffix = strlen(whys[i].suffix);

		if (strncmp(end, whys[i].word, word) != 0 ||
		    strncmp(end + word, whys[i].suffix, suffix) != 0)
			continue;
		one->file.why = whys[i].word;
		one->taken = end[word + suffix] == '-';
		return one->taken || end[word + suffix] == '\0';
	}
	return false;
}

static int newest_first(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	return (x->number < y->number) - (x->number > y->number);
}

static void collect(DIR *directory, const char *base, struct arena *arena,
		    struct numbered **files, size_t *count)
{
	size_t space = 0;
	struct stat st;

	for (struct dirent *e; (e = readdir(directory)) != NULL;) {
		struct numbered one = { 0 };

		if (*count == LISTED_MOST || !parse(e->d_name, base, &one) ||
		    fstatat(dirfd(directory), e->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
			continue;
		if (*count == space) {
			*files = arena_grow(arena, *files, space * sizeof **files,
					    (2 * space + 32) * sizeof **files);
			space = 2 * space + 32;
		}
		one.file.name = arena_strdup(arena, e->d_name);
		one.file.size = (int64_t)st.st_size;
		one.taken |= !S_ISREG(st.st_mode);
		(*files)[(*count)++] = one;
	}
	if (*count > 0)
		qsort(*files, *count, sizeof **files, newest_first);
}

static bool list(const char *office, struct arena *arena, struct numbered **files,
		 size_t *count, struct err *err)
{
	const char *path = arena_printf(arena, "%s-backups", office);
	DIR *directory = opendir(path);

	*files = NULL;
	*count = 0;
	if (!directory && errno == ENOENT)
		return true;
	if (!directory)
		return err_set(err, ERR_FILE, _("The directory %s cannot be used: %s."),
			       path, err_system(errno));
	collect(directory, base_of(arena, office), arena, files, count);
	closedir(directory);
	return true;
}

bool backup_list(const char *office, struct arena *arena, struct backup_file **out,
		 size_t *count, struct err *err)
{
	struct numbered *files;
	size_t all;

	if (!list(office, arena, &files, &all, err))
		return false;
	*out = arena_array(arena, all + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < all; i++) {
		if (!files[i].taken)
			(*out)[(*count)++] = files[i].file;
	}
	return true;
}

bool backup_next(const char *office, enum backup_why why, struct arena *arena,
		 const char **path, struct err *err)
{
	const char *directory;
	struct numbered *files;
	size_t count;
	char today[DAY + 1];

	if (!backup_directory(office, arena, &directory, err) ||
	    !list(office, arena, &files, &count, err))
		return false;
	date_to_iso(clock_today(), today);
	*path = arena_printf(arena, "%s%06ld-%s-%s%s", backup_prefix(office, arena),
			     count > 0 ? files[0].number + 1 : 1L, today, whys[why].word,
			     whys[why].suffix);
	return true;
}

/* The newest that is a whole backup, or "". */
static const char *newest(const char *office, struct arena *arena)
{
	struct backup_file *files;
	struct err unsaid = { 0 };
	size_t count;

	if (*office == '\0' || !backup_list(office, arena, &files, &count, &unsaid))
		return "";
	for (size_t i = 0; i < count; i++) {
		if (strcmp(files[i].why, whys[BACKUP_REPLACED].word) != 0)
			return arena_printf(arena, "%s-backups/%s", office,
					    files[i].name);
	}
	return "";
}

bool db_damaged(const char *office, const char *found, struct err *err)
{
	struct arena arena = { 0 };
	const char *path = newest(office, &arena);

	if (*path == '\0')
		err_set(err, ERR_DB,
			_("The office file %s is damaged. Stop working in it and bring "
			  "your newest backup back with: bangkom restore FILE   (%s)"),
			office, found);
	else
		err_set(err, ERR_DB,
			_("The office file is damaged. Stop working in it and bring its "
			  "newest backup back with: bangkom --database %s restore %s   "
			  "(%s)"),
			office, path, found);
	arena_done(&arena);
	return false;
}
