#include <stdio.h>
#include <stdlib.h>

#include "office.h"

/* A big file on the screen: nothing is confirmed that nobody has seen. */
enum { ROWS = 3000 };

#define PEOPLE "SELECT count(*) FROM persons"

static char path[96];

static void write_rows(void)
{
	FILE *f;

	snprintf(path, sizeof path, "%s.csv", office_path);
	f = fopen(path, "w");
	if (!f)
		fail(NULL, "a file to import");
	fputs("nip,name,employment\n", f);
	for (int i = 0; i < ROWS; i++)
		fprintf(f, ",Orang %05d,NONASN\n", i);
	if (fclose(f) != 0)
		fail(NULL, "a file to import");
}

/* The list of people, asking for the file. */
static void ask(struct vt *v)
{
	char keys[128];

	office_start(v, "xterm");
	type(v, "2", "Persons");
	type(v, "i", "CSV file to take in:");
	snprintf(keys, sizeof keys, "\025%s", path);
	type(v, keys, ".csv");
}

static void leave(struct vt *v)
{
	vt_send(v, "\021");
	vt_end(v);
}

static void ahead(void)
{
	struct vt v;

	ask(&v);
	type(&v, ENTER ENTER, "being read");
	vt_send(&v, ENTER);
	if (!vt_wait(&v, "3000 new"))
		fail(&v, "a big file is looked over");
	vt_quiet(&v);
	if (!vt_has(&v, "3000 new"))
		fail(&v, "what is typed before the preview does not confirm it");
	check(&v, "what is typed before the preview does not confirm it", PEOPLE, 0);
	leave(&v);
}

static void stopped(void)
{
	struct vt v;

	ask(&v);
	type(&v, ENTER, "being read");
	type(&v, ENTER ESC, "Stopped; nothing was written.");
	good("Esc stops the reading");
	leave(&v);
}

int main(void)
{
	if (!office_make(false))
		return EXIT_SUCCESS;
	write_rows();
	ahead();
	stopped();
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
