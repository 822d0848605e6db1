#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office.h"

/*
 * Respondent mode: a sheet is filled in and stored without a trace of who was
 * first, and nobody gets out of it without the code of the programme.
 */
#define LEFT "Enter begins"

static long long sheets(void)
{
	return number("SELECT count(*) FROM sheets");
}

static void start(struct vt *v, const char *config)
{
	const char *with[] = { "--config", config, "answer", "PRJ26", "REAKSI", NULL };

	office_run(v, config ? with : with + 2, "xterm", LEFT);
}

/* Keys that open something elsewhere, and those that leave. */
static void try_to_leave(struct vt *v)
{
	static const char *const ways[] = { "\033OP", ":", "?",	   "\020", "\003",
					    "\032",   "q", "\007", "/",	   "u" };

	type(v, ENTER, "Question 1 of 11");
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		vt_send(v, ways[i]);
		vt_quiet(v);
		if (!vt_has(v, "Question 1 of 11"))
			fail(v, "no key leads elsewhere");
	}
	good("no key leads elsewhere");
	type(v, "\021", "For staff");
	type(v, "\021", "For staff");
	type(v, "y" ENTER, "That is not the code");
	type(v, ESC, "For staff");
	vt_send(v, ESC);
	if (!vt_wait_gone(v, "For staff"))
		fail(v, "Esc goes on with the sheet");
	good("Ctrl+Q and Esc ask for the code");
}

static void fill_in(struct vt *v)
{
	long long before = sheets();

	for (int i = 1; i <= 10; i++) {
		char wait[32];

		snprintf(wait, sizeof wait, "Question %d of 11", i + 1);
		type(v, i % 2 ? "4\r" : "\033OB\033OB\r", wait);
	}
	type(v, "Lebih banyak praktik" ENTER, "That was the last question");
	if (sheets() != before)
		fail(v, "nothing is stored before it is handed in");
	good("nothing is stored before it is handed in");
	type(v, ENTER, "Thank you");
	check(v, "the sheet is stored with a number of its own",
	      "SELECT count(*) FROM sheets WHERE number > 10000", 1);
	check(v, "with its answers",
	      "SELECT sum(value) FROM answers WHERE sheet IN"
	      " (SELECT id FROM sheets WHERE number > 10000)",
	      5 * 4 + 5 * 2);
	check(v, "and the history knows no key of any sheet",
	      "SELECT count(*) FROM change WHERE private = 1", 0);
	check(v, "only their number",
	      "SELECT counted FROM entry WHERE name ="
	      " 'Feedback sheets of PRJ26, REAKSI: 1 added'",
	      1);
	type(v, ENTER, LEFT);
}

static void forget(struct vt *v)
{
	long long before = sheets();

	type(v, ENTER "3" ENTER, "Question 2 of 11");
	if (!vt_hang_up(v))
		fail(NULL, "a terminal that goes ends the program");
	if (sheets() != before || number("SELECT count(*) FROM draft") != 0)
		fail(NULL, "nothing of a half-filled sheet is kept");
	good("nothing of a half-filled sheet is kept");
}

static void leave_alone(struct vt *v)
{
	char config[96];
	FILE *out;

	snprintf(config, sizeof config, "%s.conf", office_path);
	out = fopen(config, "w");
	if (!out || fputs("respondent_idle = 3;\n", out) < 0 || fclose(out) != 0)
		fail(NULL, "a file of settings");
	start(v, config);
	type(v, ENTER "3" ENTER "5", "Question 2 of 11");
	if (!vt_wait(v, LEFT))
		fail(v, "a sheet that is left alone is dropped");
	type(v, ENTER, "Question 1 of 11");
	if (vt_has(v, ">  3"))
		fail(v, "a sheet that is left alone is dropped");
	good("a sheet that is left alone is dropped");
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	start(&v, NULL);
	try_to_leave(&v);
	fill_in(&v);
	forget(&v);
	leave_alone(&v);
	type(&v, "\021", "For staff");
	vt_send(&v, "prj26" ENTER);
	if (vt_end(&v) != 0)
		fail(NULL, "the code leaves with status 0");
	good("the code leaves with status 0");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
