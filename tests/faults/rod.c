#include "rod.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Stands before the C library in a program that knows nothing of it. */

static struct rod *rod(void)
{
	static struct rod *mine;
	const char *path = getenv(ROD_VARIABLE);
	void *at;
	int fd;

	if (mine || !path)
		return mine;
	fd = (int)syscall(SYS_open, path, O_RDWR);
	if (fd < 0)
		return NULL;
	at = mmap(NULL, sizeof *mine, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	syscall(SYS_close, fd);
	mine = at == MAP_FAILED ? NULL : at;
	return mine;
}

/* Is it the turn of this call? */
static int is_last(void)
{
	struct rod *r = rod();
	unsigned long now;

	if (!r)
		return 0;
	now = atomic_fetch_add(&r->count, 1) + 1;
	return now == atomic_load(&r->at);
}

static void end(void)
{
	atomic_store(&rod()->struck, 1);
	kill(getpid(), SIGKILL);
}

static void touch(void)
{
	if (is_last())
		end();
}

static int is_file(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

static int is_dropped(int fd)
{
	static const char ending[] = "-journal";
	char link[64], path[512];
	ssize_t length;

	if (!rod() || !atomic_load(&rod()->careless))
		return 0;
	snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
	length = readlink(link, path, sizeof path);
	return length > (ssize_t)strlen(ending) &&
	       memcmp(path + length - strlen(ending), ending, strlen(ending)) == 0;
}

/* The last one is done by half. */
static size_t part(size_t count)
{
	return count > 1 ? count / 2 : count;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
	if (is_file(fd)) {
		if (is_dropped(fd))
			return (ssize_t)count;
		if (is_last()) {
			syscall(SYS_write, fd, bytes, part(count));
			end();
		}
	}
	return syscall(SYS_write, fd, bytes, count);
}

static ssize_t put_at(int fd, const void *bytes, size_t count, off_t at)
{
	if (is_dropped(fd))
		return (ssize_t)count;
	if (is_last()) {
		syscall(SYS_pwrite64, fd, bytes, part(count), at);
		end();
	}
	return syscall(SYS_pwrite64, fd, bytes, count, at);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
	return put_at(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at);
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at)
{
	return put_at(fd, bytes, count, at);
}

int ftruncate(int fd, off_t size)
{
	touch();
	return (int)syscall(SYS_ftruncate, fd, size);
}

int ftruncate64(int fd, off_t size);
int ftruncate64(int fd, off_t size)
{
	touch();
	return (int)syscall(SYS_ftruncate, fd, size);
}

int fsync(int fd)
{
	touch();
	return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	touch();
	return (int)syscall(SYS_fdatasync, fd);
}

int rename(const char *from, const char *to)
{
	touch();
	return (int)syscall(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);
}

int link(const char *from, const char *to)
{
	touch();
	return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int unlink(const char *path)
{
	touch();
	return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}
