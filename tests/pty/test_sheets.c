#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office.h"

/*
 * Thirty paper sheets of twelve digits and a comment of forty characters, in
 * as many keys as the budget allows. Fails on one more.
 */
enum { SHEETS = 30, DIGITS = 12, COMMENT = 40, KEYS_MOST = 1593 };

static size_t keys;

/* Every byte is a key here. */
static void press(struct vt *v, const char *what, const char *text)
{
	keys += strlen(what);
	type(v, what, text);
}

static void make_questionnaire(void)
{
	char path[96], command[160];
	FILE *out;

	snprintf(path, sizeof path, "%s.csv", office_path);
	out = fopen(path, "w");
	if (!out)
		fail(NULL, "the file of questions");
	fputs("questionnaire,number,dimension,kind,scale,text\n", out);
	for (int i = 1; i <= DIGITS; i++)
		fprintf(out, "REAKSI,%d,material,likert,5,Pernyataan %d\n", i, i);
	fprintf(out, "REAKSI,%d,comment,text,,Saran\n", DIGITS + 1);
	if (fclose(out) != 0)
		fail(NULL, "the file of questions");
	snprintf(command, sizeof command, "import questionnaire %s", path);
	office_command(command);
	out = fopen(path, "w");
	if (!out)
		fail(NULL, "the file of programmes");
	fputs("code,year,title,method,starts,ends,jp,capacity,status\n"
	      "PRJ26,2026,Manajemen Proyek,project_based,2026-05-01,2026-05-08,24,30,"
	      "running\n",
	      out);
	if (fclose(out) != 0)
		fail(NULL, "the file of programmes");
	snprintf(command, sizeof command, "import programmes %s", path);
	office_command(command);
}

static int digit(int sheet, int question)
{
	return (sheet * 7 + question * 3) % 5 + 1;
}

static void key_in(struct vt *v, int sheet)
{
	char line[DIGITS + COMMENT + 32];

	for (int i = 0; i < DIGITS; i++)
		line[i] = (char)('0' + digit(sheet, i));
	snprintf(line + DIGITS, sizeof line - DIGITS,
		 "Saran %02d: lebih banyak praktik di kelas.\r", sheet);
	if (strlen(line) != DIGITS + COMMENT + 1)
		fail(NULL, "a comment of forty characters");
	press(v, line, "saved   (Ctrl+Z");
	await(v, "SELECT count(*) FROM sheets", sheet);
}

int main(void)
{
	long long sum = 0;
	struct vt v;

	if (!office_make(false))
		return EXIT_SUCCESS;
	make_questionnaire();
	office_start(&v, "xterm");
	press(&v, ENTER, "Improvement actions");
	press(&v, "f", "Feedback sheet");
	for (int sheet = 1; sheet <= SHEETS; sheet++) {
		key_in(&v, sheet);
		for (int i = 0; i < DIGITS; i++)
			sum += digit(sheet, i);
	}
	printf("%zu keys\n", keys);
	if (keys > KEYS_MOST)
		fail(&v, "thirty sheets are keyed in within the budget");
	good("thirty sheets are keyed in within the budget");
	check(&v, "every sheet is there",
	      "SELECT count(*) FROM sheets WHERE number BETWEEN 1 AND 999", SHEETS);
	check(&v, "with every digit", "SELECT sum(value) FROM answers", sum);
	check(&v, "in its place",
	      "SELECT count(*) FROM answers a JOIN sheets s ON s.id = a.sheet"
	      " JOIN items i ON i.id = a.item"
	      " JOIN answers c ON c.sheet = s.id AND c.text LIKE 'Saran %'"
	      " WHERE i.kind = 'likert' AND a.value ="
	      " (substr(c.text, 7, 2) * 7 + (i.number - 1) * 3) % 5 + 1",
	      SHEETS * DIGITS);
	check(&v, "and its whole comment",
	      "SELECT count(DISTINCT text) FROM answers WHERE length(text) = 40", SHEETS);
	check(&v, "and the history names the keys of one sheet only",
	      "SELECT count(*) FROM change WHERE kind = 'sheet'", 1);
	check(&v, "and counts the others",
	      "SELECT count(*) FROM entry WHERE counted = 29 AND folded = 1", 1);
	vt_send(&v, ESC);
	if (!vt_wait(&v, "Improvement actions"))
		fail(&v, "Esc leaves the grid");
	vt_send(&v, "\021y");
	if (vt_end(&v) != 0)
		fail(NULL, "Ctrl+Q leaves with status 0");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
