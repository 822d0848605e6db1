#include "disk.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "faults.h"

enum { SECTOR = 512, NAME_MOST = 256 };
enum { OFFICE, JOURNAL, FILES };

/* What would be left of a file without power. */
struct platter {
	char path[NAME_MOST];
	unsigned char *bytes; /* synced */
	size_t size;
	bool *dirty; /* sectors that were written since */
	size_t sectors;
	bool exists;  /* for who asks now */
	bool entered; /* and after a power cut: its directory entry is synced */
};

/* One disk for all connections, as there is one below a process. */
static struct {
	struct disk_plan plan;
	struct platter files[FILES];
	size_t operations;
	uint64_t seed;
	bool dead, struck;
} disk;

struct disk_file {
	sqlite3_file base;
	struct platter *platter; /* NULL: a file of no interest */
	sqlite3_file *real;
};

static sqlite3_vfs *below;

/* ---- what a file holds ---- */

unsigned char *disk_content(const char *path, size_t *size)
{
	unsigned char *bytes;
	FILE *in = fopen(path, "rb");
	long end;

	*size = 0;
	if (!in)
		return NULL;
	if (fseek(in, 0, SEEK_END) != 0 || (end = ftell(in)) < 0)
		give_up("the end of a file is found");
	rewind(in);
	bytes = calloc(1, (size_t)end + 1);
	if (!bytes || fread(bytes, 1, (size_t)end, in) != (size_t)end || fclose(in) != 0)
		give_up("a file is read");
	*size = (size_t)end;
	return bytes;
}

/* NULL for other files than that of disk_begin and its journal: they fail as
 * they are told, but what becomes of them is not asked. */
static struct platter *platter_of(const char *path)
{
	for (size_t i = 0; i < FILES; i++) {
		if (strcmp(disk.files[i].path, path) == 0)
			return &disk.files[i];
	}
	return NULL;
}

static void make_dirty(struct platter *p, size_t from, size_t to)
{
	size_t sectors = to / SECTOR + 1;

	if (sectors > p->sectors) {
		p->dirty = realloc(p->dirty, sectors * sizeof *p->dirty);
		if (!p->dirty)
			give_up("memory for sectors");
		memset(p->dirty + p->sectors, 0,
		       (sectors - p->sectors) * sizeof *p->dirty);
		p->sectors = sectors;
	}
	for (size_t i = from / SECTOR; i * SECTOR < to; i++)
		p->dirty[i] = true;
}

static void make_clean(struct platter *p, unsigned char *bytes, size_t size)
{
	free(p->bytes);
	p->bytes = bytes;
	p->size = size;
	if (p->sectors > 0)
		memset(p->dirty, 0, p->sectors * sizeof *p->dirty);
}

/* Not by its path: closing a second descriptor would drop the locks. */
static void take_over(struct platter *p, sqlite3_file *real)
{
	sqlite3_int64 size = 0;
	unsigned char *bytes;

	real->pMethods->xFileSize(real, &size);
	bytes = calloc(1, (size_t)size + 1);
	if (!bytes ||
	    (size > 0 && real->pMethods->xRead(real, bytes, (int)size, 0) != SQLITE_OK))
		give_up("what is synced is read");
	make_clean(p, bytes, (size_t)size);
}

/* ---- striking ---- */

enum operation { WRITE, TRUNCATE, SYNC, DELETE, MAKE };

static bool is_meant(enum operation operation)
{
	switch (disk.plan.fault) {
	case DISK_ERROR:
	case DISK_CUT:
		return true;
	case DISK_FULL:
	case DISK_SHORT:
		return operation == WRITE;
	case DISK_SYNC:
		return operation == SYNC;
	case DISK_WELL:
		break;
	}
	return false;
}

/* Counts an operation; is it struck? A fault that is for other operations
 * waits for the next one of these. */
static bool strike(enum operation operation)
{
	disk.operations++;
	if (disk.dead)
		return true;
	if (disk.operations < disk.plan.at || !is_meant(operation) ||
	    (disk.struck && !disk.plan.for_ever))
		return false;
	disk.struck = true;
	disk.dead = disk.plan.fault == DISK_CUT;
	return true;
}

/* What the power cut catches may just have been done. */
static bool is_done_all_the_same(void)
{
	return disk.plan.fault == DISK_CUT && disk.operations == disk.plan.at &&
	       dice(&disk.seed) % 2 == 0;
}

/* ---- methods of a file ---- */

static struct disk_file *of(sqlite3_file *file)
{
	return (struct disk_file *)file;
}

static int file_close(sqlite3_file *file)
{
	sqlite3_file *real = of(file)->real;

	return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
	sqlite3_file *real = of(file)->real;

	return disk.dead ? SQLITE_IOERR_READ
			 : real->pMethods->xRead(real, bytes, count, at);
}

static int write_below(struct disk_file *f, const void *bytes, int count,
		       sqlite3_int64 at)
{
	if (f->platter)
		make_dirty(f->platter, (size_t)at, (size_t)at + (size_t)count);
	return f->real->pMethods->xWrite(f->real, bytes, count, at);
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
	struct disk_file *f = of(file);

	if (!strike(WRITE)) {
		if (!disk.plan.swallows || disk.operations < disk.plan.at)
			return write_below(f, bytes, count, at);
		disk.struck = true;
		return SQLITE_OK;
	}
	if (disk.plan.fault == DISK_FULL)
		return SQLITE_FULL;
	if (disk.plan.fault == DISK_SHORT)
		write_below(f, bytes, count / 2, at);
	else if (is_done_all_the_same())
		write_below(f, bytes, count, at);
	return SQLITE_IOERR_WRITE;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	sqlite3_file *real = of(file)->real;

	if (strike(TRUNCATE) && !is_done_all_the_same())
		return SQLITE_IOERR_TRUNCATE;
	real->pMethods->xTruncate(real, size);
	return disk.dead ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

/* The first sync of a new file syncs its directory too, as SQLite's own
 * layer for Unix does. */
static int file_sync(sqlite3_file *file, int flags)
{
	struct disk_file *f = of(file);

	if (strike(SYNC) && !is_done_all_the_same())
		return SQLITE_IOERR_FSYNC;
	(void)flags;
	if (f->platter && !disk.plan.lies) {
		take_over(f->platter, f->real);
		f->platter->entered = true;
	}
	return disk.dead ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	sqlite3_file *real = of(file)->real;

	return disk.dead ? SQLITE_IOERR_FSTAT : real->pMethods->xFileSize(real, size);
}

static int file_lock(sqlite3_file *file, int lock)
{
	sqlite3_file *real = of(file)->real;

	return disk.dead ? SQLITE_IOERR_LOCK : real->pMethods->xLock(real, lock);
}

static int file_unlock(sqlite3_file *file, int lock)
{
	sqlite3_file *real = of(file)->real;

	return real->pMethods->xUnlock(real, lock);
}

static int file_reserved(sqlite3_file *file, int *out)
{
	sqlite3_file *real = of(file)->real;

	return real->pMethods->xCheckReservedLock(real, out);
}

static int file_control(sqlite3_file *file, int what, void *argument)
{
	sqlite3_file *real = of(file)->real;

	return disk.dead ? SQLITE_IOERR
			 : real->pMethods->xFileControl(real, what, argument);
}

static int file_sector(sqlite3_file *file)
{
	sqlite3_file *real = of(file)->real;

	return real->pMethods->xSectorSize(real);
}

static int file_traits(sqlite3_file *file)
{
	sqlite3_file *real = of(file)->real;

	return real->pMethods->xDeviceCharacteristics(real);
}

static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = file_close,
	.xRead = file_read,
	.xWrite = file_write,
	.xTruncate = file_truncate,
	.xSync = file_sync,
	.xFileSize = file_size,
	.xLock = file_lock,
	.xUnlock = file_unlock,
	.xCheckReservedLock = file_reserved,
	.xFileControl = file_control,
	.xSectorSize = file_sector,
	.xDeviceCharacteristics = file_traits,
};

/* ---- methods of the disk ---- */

static int disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
		     int *got)
{
	struct disk_file *f = of(file);
	struct platter *p = path ? platter_of(path) : NULL;
	bool makes = p && !p->exists && (flags & SQLITE_OPEN_CREATE);
	int code;

	(void)vfs;
	f->base.pMethods = NULL;
	f->real = (sqlite3_file *)(f + 1);
	if (disk.dead || (makes && strike(MAKE) && !is_done_all_the_same()))
		return SQLITE_CANTOPEN;
	code = below->xOpen(below, path, f->real, flags, got);
	if (code != SQLITE_OK)
		return code;
	f->platter = p;
	f->base.pMethods = &methods;
	if (p)
		p->exists = true;
	if (!disk.dead)
		return SQLITE_OK;
	f->real->pMethods->xClose(f->real);
	f->base.pMethods = NULL;
	return SQLITE_CANTOPEN;
}

static void forget(struct platter *p)
{
	free(p->bytes);
	p->bytes = NULL;
	p->size = 0;
	p->entered = false;
	if (p->sectors > 0)
		memset(p->dirty, 0, p->sectors * sizeof *p->dirty);
}

static int disk_delete(sqlite3_vfs *vfs, const char *path, int sync_directory)
{
	struct platter *p = platter_of(path);

	(void)vfs;
	if (strike(DELETE) && !is_done_all_the_same())
		return SQLITE_IOERR_DELETE;
	below->xDelete(below, path, 0);
	if (p)
		p->exists = false;
	if (p && sync_directory && !disk.plan.lies && !disk.dead)
		forget(p);
	return disk.dead ? SQLITE_IOERR_DELETE : SQLITE_OK;
}

static int disk_access(sqlite3_vfs *vfs, const char *path, int flags, int *out)
{
	(void)vfs;
	return disk.dead ? SQLITE_IOERR_ACCESS : below->xAccess(below, path, flags, out);
}

void disk_install(void)
{
	static sqlite3_vfs vfs;

	below = sqlite3_vfs_find("unix");
	if (!below)
		give_up("SQLite knows Unix");
	vfs = *below;
	vfs.zName = "faults";
	vfs.pNext = NULL;
	vfs.szOsFile = (int)sizeof(struct disk_file) + below->szOsFile;
	vfs.xOpen = disk_open;
	vfs.xDelete = disk_delete;
	vfs.xAccess = disk_access;
	if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK)
		give_up("the disk is put below SQLite");
}

/* ---- before and after ---- */

void disk_begin(const struct disk_plan *plan, const char *path)
{
	struct platter *p;
	unsigned char *bytes;
	size_t size;

	for (size_t i = 0; i < FILES; i++) {
		free(disk.files[i].bytes);
		free(disk.files[i].dirty);
		disk.files[i] = (struct platter){ 0 };
	}
	disk.plan = *plan;
	disk.operations = 0;
	disk.seed = plan->seed;
	disk.dead = disk.struck = false;
	snprintf(disk.files[JOURNAL].path, NAME_MOST, "%s-journal", path);
	p = &disk.files[OFFICE];
	snprintf(p->path, NAME_MOST, "%s", path);
	p->exists = p->entered = true;
	bytes = disk_content(path, &size);
	make_clean(p, bytes, size);
}

void disk_heal(void)
{
	disk.plan = (struct disk_plan){ .fault = DISK_WELL };
	disk.dead = false;
}

/* A sector that was not synced is old, new, half of each, or anything. */
static void pick_sector(unsigned char *out, const unsigned char *old,
			const unsigned char *now)
{
	switch (dice(&disk.seed) % 4) {
	case 0:
		memcpy(out, old, SECTOR);
		break;
	case 1:
		memcpy(out, now, SECTOR);
		break;
	case 2:
		memcpy(out, now, SECTOR / 2);
		memcpy(out + SECTOR / 2, old + SECTOR / 2, SECTOR / 2);
		break;
	default:
		for (size_t i = 0; i < SECTOR; i++)
			out[i] = (unsigned char)dice(&disk.seed);
	}
}

/* All of it in whole sectors, zeros behind the end. */
static unsigned char *padded(const unsigned char *bytes, size_t size, size_t sectors)
{
	unsigned char *out = calloc(sectors + 1, SECTOR);

	if (!out)
		give_up("memory for a file");
	if (size > 0)
		memcpy(out, bytes, size < sectors * SECTOR ? size : sectors * SECTOR);
	return out;
}

static void write_out(const char *path, const unsigned char *bytes, size_t size)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) != 0)
		give_up("a file is put back");
}

static void put_back(const struct platter *p)
{
	size_t now_size, size, sectors;
	unsigned char *content = disk_content(p->path, &now_size), *now, *old;

	size = dice(&disk.seed) % 2 == 0 ? p->size : now_size;
	sectors = (size + SECTOR - 1) / SECTOR;
	now = padded(content, now_size, sectors);
	old = padded(p->bytes, p->size, sectors);
	for (size_t i = 0; i < sectors; i++) {
		unsigned char chosen[SECTOR];

		if (i >= p->sectors || !p->dirty[i])
			continue;
		pick_sector(chosen, old + i * SECTOR, now + i * SECTOR);
		memcpy(old + i * SECTOR, chosen, SECTOR);
	}
	write_out(p->path, old, size);
	free(content);
	free(now);
	free(old);
}

/* A directory entry that was not synced is the old or the new one. */
void disk_power_back(void)
{
	for (size_t i = 0; i < FILES; i++) {
		struct platter *p = &disk.files[i];
		bool there = p->exists;

		if (p->exists != p->entered)
			there = dice(&disk.seed) % 2 == 0;
		if (!there)
			unlink(p->path);
		else if (p->exists)
			put_back(p);
		else
			write_out(p->path, p->bytes, p->size);
	}
}

size_t disk_operations(void)
{
	return disk.operations;
}

bool disk_struck(void)
{
	return disk.struck;
}
