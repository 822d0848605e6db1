#include <check.h>
#include <stdlib.h>

#include "base/bug.h"

START_TEST(a_bug_ends_with_a_status_of_its_own)
{
	bug("test");
}
END_TEST

Suite *bug_suite(void);

Suite *bug_suite(void)
{
	Suite *s = suite_create("bug");
	TCase *c = tcase_create("bug");

	/* Where all tests share a process, it would be the end of all. */
	if (!getenv("CK_FORK"))
		tcase_add_exit_test(c, a_bug_ends_with_a_status_of_its_own, 70);
	suite_add_tcase(s, c);
	return s;
}
