#include "thing.h"

/*
 * A power cut while page 1 is written can tear its first sector, so that the
 * file is no SQLite file to look at; the journal beside it holds the page.
 */
enum { PAGE = 4096, SECTOR_BYTES = 512, STEP = 200 };

static const unsigned char magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };

static void put_number(unsigned char *at, uint32_t number)
{
	for (int i = 3; i >= 0; i--) {
		at[i] = (unsigned char)number;
		number >>= 8;
	}
}

/* SQLite's checksum of a page, with the nonce 0 (fileformat2.html, section 3). */
static uint32_t checksum(const unsigned char *page)
{
	uint32_t sum = 0;

	for (int at = PAGE - STEP; at > 0; at -= STEP)
		sum += page[at];
	return sum;
}

static void write_at(const char *file, const void *bytes, size_t count, off_t at)
{
	int fd = open(file, O_WRONLY | O_CREAT, 0600);

	ck_assert_int_eq(pwrite(fd, bytes, count, at), (ssize_t)count);
	ck_assert_int_eq(close(fd), 0);
}

static const char *journal(void)
{
	return arena_printf(&a, "%s-journal", path);
}

/* A journal that holds the page `number`, and the first sector torn. */
static void tear(uint32_t number)
{
	unsigned char page[PAGE], head[SECTOR_BYTES] = { 0 }, word[4];
	struct stat st;
	int fd = open(path, O_RDONLY);

	ck_assert_int_eq(pread(fd, page, sizeof page, (off_t)(number - 1) * PAGE), PAGE);
	ck_assert_int_eq(fstat(fd, &st), 0);
	close(fd);
	memcpy(head, magic, sizeof magic);
	put_number(head + 8, 1);
	put_number(head + 16, (uint32_t)(st.st_size / PAGE));
	put_number(head + 20, SECTOR_BYTES);
	put_number(head + 24, PAGE);
	write_at(journal(), head, sizeof head, 0);
	put_number(word, number);
	write_at(journal(), word, sizeof word, SECTOR_BYTES);
	write_at(journal(), page, sizeof page, SECTOR_BYTES + 4);
	put_number(word, checksum(page));
	write_at(journal(), word, sizeof word, SECTOR_BYTES + 4 + PAGE);
	memset(head, 0x5a, sizeof head);
	write_at(path, head, sizeof head, 0);
}

static void start_closed(void)
{
	start();
	insert("kept", 1);
	db_close(db);
	db = NULL;
}

static void done_torn(void)
{
	unlink(journal());
	done();
}

START_TEST(a_torn_first_sector_is_taken_back)
{
	tear(1);
	open_file(DB_OPEN);
	ck_assert_str_eq(pragma("SELECT code FROM things"), "kept");
	ck_assert_int_ne(access(journal(), F_OK), 0);
}
END_TEST

START_TEST(a_journal_without_the_first_page_does_not_make_a_file_ours)
{
	tear(2);
	ck_assert(!db_open(path, DB_OPEN, &db, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "no office file"));
	ck_assert_int_eq(access(journal(), F_OK), 0);
}
END_TEST

START_TEST(a_journal_of_no_form_does_not_make_a_file_ours)
{
	tear(1);
	write_at(journal(), "other", 5, 0);
	ck_assert(!db_open(path, DB_OPEN, &db, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "no office file"));
	ck_assert_int_eq(access(journal(), F_OK), 0);
}
END_TEST

Suite *journal_suite(void);

Suite *journal_suite(void)
{
	Suite *s = suite_create("journal");
	TCase *c = tcase_create("journal");

	tcase_add_checked_fixture(c, start_closed, done_torn);
	tcase_add_test(c, a_torn_first_sector_is_taken_back);
	tcase_add_test(c, a_journal_without_the_first_page_does_not_make_a_file_ours);
	tcase_add_test(c, a_journal_of_no_form_does_not_make_a_file_ours);
	suite_add_tcase(s, c);
	return s;
}
