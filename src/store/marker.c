#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "store_private.h"

/* Who has the office file open (store_private.h says how). */
enum { SLOTS = 128 };

static bool lock(int fd, short type, int slot)
{
	struct flock one = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = slot, .l_len = 1
	};

	return fcntl(fd, F_SETLK, &one) == 0;
}

static bool is_marked(int fd, int slot)
{
	char byte = 0;

	return pread(fd, &byte, 1, slot) == 1 && byte == '1';
}

static void mark(int fd, int slot, char byte)
{
	/* Without it nobody knows that we were cut off; nothing else is lost. */
	ssize_t ignored = pwrite(fd, &byte, 1, slot);

	(void)ignored;
}

static const char *marker_path(struct arena *arena, const char *office)
{
	return arena_printf(arena, "%s-running", office);
}

/* Who closes a marker last removes it, and a restore replaces an office file. */
bool still_there(int fd, const char *path)
{
	struct stat ours, theirs;

	return fstat(fd, &ours) == 0 && S_ISREG(ours.st_mode) &&
	       lstat(path, &theirs) == 0 && ours.st_ino == theirs.st_ino &&
	       ours.st_dev == theirs.st_dev;
}

/* All places are looked at: those of the dead become free. */
static int take_place(struct db *db, int fd)
{
	int own = -1;

	for (int slot = 0; slot < SLOTS; slot++) {
		if (!lock(fd, F_WRLCK, slot))
			continue;
		if (is_marked(fd, slot))
			db->cut_off = true;
		if (own < 0) {
			own = slot;
			mark(fd, slot, '1');
			continue;
		}
		if (is_marked(fd, slot))
			mark(fd, slot, '0');
		(void)lock(fd, F_UNLCK, slot);
	}
	return own;
}

/* Only a file that we make is shared: another may be anybody's. */
static int open_marker(const char *path, const char *office)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd >= 0)
		file_share(fd, office);
	else if (errno == EEXIST)
		fd = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	return fd;
}

void marker_set(struct db *db)
{
	const char *path = marker_path(&db->arena, db->path);

	for (int tries = 0; tries < 10; tries++) {
		int fd = open_marker(path, db->path), slot;

		if (fd < 0 && errno == ENOENT)
			continue; /* just removed */
		if (fd < 0)
			return;
		slot = take_place(db, fd);
		if (slot >= 0 && still_there(fd, path)) {
			db->marker = fd;
			db->marker_slot = slot;
			return;
		}
		close(fd);
		sqlite3_sleep(1); /* somebody is just removing it */
	}
}

/* The last one takes the file away, while it holds every place. */
static void remove_if_last(int fd, const char *path)
{
	for (int slot = 0; slot < SLOTS; slot++) {
		if (!lock(fd, F_WRLCK, slot) || is_marked(fd, slot))
			return;
	}
	if (still_there(fd, path))
		(void)unlink(path);
}

void marker_clear(struct db *db)
{
	struct arena arena = { 0 };

	if (db->marker < 0)
		return;
	mark(db->marker, db->marker_slot, '0');
	remove_if_last(db->marker, marker_path(&arena, db->path));
	close(db->marker);
	db->marker = -1;
	arena_done(&arena);
}

void marker_leave(struct db *db)
{
	if (db->marker >= 0)
		close(db->marker);
	db->marker = -1;
}

bool marker_others(const char *office)
{
	struct arena arena = { 0 };
	int fd = open(marker_path(&arena, office),
		      O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	bool others = fd < 0 && errno == EACCES; /* somebody else's */

	arena_done(&arena);
	if (fd < 0)
		return others;
	for (int slot = 0; slot < SLOTS; slot++) {
		if (!lock(fd, F_WRLCK, slot))
			others = true;
	}
	close(fd);
	return others;
}

/* Whoever holds a lock on it. */
static long holder(int fd)
{
	struct flock one = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = SLOTS };

	if (fcntl(fd, F_GETLK, &one) != 0 || one.l_type == F_UNLCK)
		return 0;
	return one.l_pid > 0 ? (long)one.l_pid : 0;
}

long marker_process(const char *office, struct arena *arena, const char **who)
{
	int fd = open(marker_path(arena, office),
		      O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	long process = fd >= 0 ? holder(fd) : 0;
	const struct passwd *user;
	struct stat st;

	if (fd >= 0)
		close(fd);
	if (process == 0 || stat(arena_printf(arena, "/proc/%ld", process), &st) != 0)
		return 0;
	user = getpwuid(st.st_uid);
	*who = arena_strdup(arena, user && user->pw_name ? user->pw_name : "?");
	return process;
}
