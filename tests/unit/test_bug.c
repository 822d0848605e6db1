#include <check.h>

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

	tcase_add_exit_test(c, a_bug_ends_with_a_status_of_its_own, 70);
	suite_add_tcase(s, c);
	return s;
}
