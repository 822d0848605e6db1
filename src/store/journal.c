#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store_private.h"

/*
 * A rollback journal holds the pages of the file as they were before the
 * transaction that was cut off. Its form: sqlite.org/fileformat2.html,
 * section 3.
 */
enum { HEADER = 28, NUMBER = 4, PAGE_LEAST = 512, MOST = 65536 };

/* A header and the records behind it. */
struct part {
	int64_t first, next; /* where its records and the next part begin */
	int64_t records, page;
};

int64_t stored_number(const unsigned char *bytes)
{
	return (int64_t)bytes[0] << 24 | bytes[1] << 16 | bytes[2] << 8 | bytes[3];
}

/* A page with its number in front and its checksum behind. */
static int64_t record_size(const struct part *part)
{
	return part->page + 2 * (int64_t)NUMBER;
}

static bool read_at(int fd, int64_t at, unsigned char *out, size_t count)
{
	return pread(fd, out, count, (off_t)at) == (ssize_t)count;
}

static bool read_part(int fd, int64_t at, struct part *part)
{
	static const unsigned char magic[] = { 0xd9, 0xd5, 0x05, 0xf9,
					       0x20, 0xa1, 0x63, 0xd7 };
	unsigned char head[HEADER];
	int64_t sector, end;

	if (!read_at(fd, at, head, sizeof head) || memcmp(head, magic, sizeof magic) != 0)
		return false;
	part->records = stored_number(head + 8);
	sector = stored_number(head + 20);
	part->page = stored_number(head + 24);
	if (sector < HEADER || sector > MOST || part->page < PAGE_LEAST ||
	    part->page > MOST)
		return false;
	part->first = at + sector;
	end = part->first + part->records * record_size(part);
	part->next = (end + sector - 1) / sector * sector;
	return part->records > 0;
}

static bool find_first_page(int fd, const struct part *part, unsigned char *out,
			    size_t count)
{
	unsigned char number[NUMBER];

	for (int64_t i = 0; i < part->records; i++) {
		int64_t at = part->first + i * record_size(part);

		if (!read_at(fd, at, number, sizeof number))
			return false;
		if (stored_number(number) == 1)
			return read_at(fd, at + NUMBER, out, count);
	}
	return false;
}

bool journal_first_page(const char *path, unsigned char *out, size_t count)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	struct part part = { 0 };
	bool found = false;

	if (fd < 0)
		return false;
	while (!found && read_part(fd, part.next, &part))
		found = find_first_page(fd, &part, out, count);
	close(fd);
	return found;
}
