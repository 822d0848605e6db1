# The main program of the unit tests: runs the suite of every file.
{ nextfile }
BEGIN {
	print "#include <check.h>\n#include <stdio.h>\n#include <stdlib.h>\n"
	print "#include \"base/i18n.h\"\n"
	for (i = 1; i < ARGC; i++) {
		name = ARGV[i]
		sub(/.*test_/, "", name)
		sub(/\.c$/, "", name)
		suite[i] = name "_suite"
		printf "Suite *%s(void);\n", suite[i]
	}
	print "\nint main(void)\n{\n\tSRunner *runner = srunner_create(NULL);\n\tint run, failed;\n"
	print "\tsetenv(\"BANGKOM_TODAY\", \"2026-05-04\", 1);"
	print "\ti18n_init(\"en\");"
	for (i = 1; i < ARGC; i++)
		printf "\tsrunner_add_suite(runner, %s());\n", suite[i]
	print "\tsrunner_run_all(runner, CK_NORMAL);"
	print "\trun = srunner_ntests_run(runner);\n\tfailed = srunner_ntests_failed(runner);"
	print "\tsrunner_free(runner);"
	print "\tprintf(\"%d passed, %d failed\\n\", run - failed, failed);"
	print "\treturn failed ? EXIT_FAILURE : EXIT_SUCCESS;\n}"
	exit
}
