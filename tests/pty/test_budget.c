#include <stdio.h>
#include <stdlib.h>

#include "budget.h"

/*
 * The keys that everyday tasks may cost, as scripts. Each looks at the file
 * for what the task should have come to.
 */
enum {
	TEMPLATE,
	TEMPLATE_BY_NAME,
	SCRATCH,
	ENROL_FILE,
	UNDO_FILE,
	ENROL_PAPER,
	GROUPS,
	MILESTONE,
	PERSON,
	REPORT,
	TYPO,
	PERSON_SMALL,
	UNDO_SMALL
};

/* clang-format off */
static const struct budget budgets[] = {
	/* task, where it starts, budget, ours */
	[TEMPLATE] =         { "1 a programme like last year's", "home", 14, 12 },
	[TEMPLATE_BY_NAME] = { "1 the same through the palette", "home", 14, 14 },
	[SCRATCH] =          { "1 a programme from scratch", "home", 62, 54 },
	[ENROL_FILE] =       { "2 enrol 30 from a file", "programme", 8, 7 },
	[UNDO_FILE] =        { "12 undo an import of 30 rows", "participants", 1, 1 },
	[ENROL_PAPER] =      { "2b enrol 30 known people from paper", "programme", 150, 143 },
	[GROUPS] =           { "3 divide into 5 groups", "programme", 4, 4 },
	[MILESTONE] =        { "7 a milestone is done", "home", 8, 7 },
	[PERSON] =           { "8 find a person by part of the name", "home", 6, 6 },
	[REPORT] =           { "10 the evaluation report", "programme", 4, 3 },
	[TYPO] =             { "11 correct a typo in a name", "home", 11, 11 },
	[PERSON_SMALL] =     { "8 the same at 40 by 10", "home", 6, 6 },
	[UNDO_SMALL] =       { "12 the same at 40 by 10", "participants", 1, 1 },
};
/* clang-format on */

/* Some letters that stand for a person of the sample, as one reads them off
 * a list on paper; one more Enter where others fit as well. */
static const struct {
	const char *letters, *name;
} paper[] = {
	{ "e ta", "Elfrida Tarigan, S.Sos., M.AP." },
	{ "c p", "Christina Pane, S.E." },
	{ "v l", "Vera Lubis, S.T." },
	{ "f pu", "Fajar Purba" },
	{ "h n", "Hendra Nainggolan, S.Sos., M.AP." },
	{ "n ta", "Nurhayati Tanjung" },
	{ "f d" ENTER, "Fajar Damanik, S.Pd., M.Si." },
	{ "f h", "Fajar Hasibuan, S.Sos., M.AP." },
	{ "k k" ENTER, "Kartika Koto, S.Kom." },
	{ "k n", "Kartika Nasution, S.Pd., M.Si." },
	{ "m pu", "Melva Purba, S.Kom." },
	{ "y se", "Yusuf Sembiring, S.T." },
	{ "r ri", "Rosmaida Ritonga, S.H., M.H." },
	{ "t h", "Togar Hutagalung, S.T." },
	{ "k pa", "Krisman Panjaitan, S.H., M.H." },
	{ "s h", "Siti Hutagalung" },
	{ "tar" ENTER, "Budi Tarigan, S.Sos., M.AP." },
	{ "o si" ENTER, "Oktavia Sinaga, S.T." },
	{ "a h" ENTER, "Ahmad Harahap, S.T." },
	{ "h k" ENTER, "Hendra Koto" },
	{ "d k" ENTER, "Daniel Koto, A.Md." },
	{ "r b", "Rosmaida Batubara, S.Sos., M.AP." },
	{ "b m" ENTER, "Budi Manurung, S.Kom." },
	{ "d si" ENTER, "Daniel Sinaga, S.E." },
	{ "c b", "Christina Batubara, A.Md." },
	{ "i s" ENTER, "Ibrahim Silalahi, A.Md." },
	{ "f t", "Fitri Tarigan, A.Md." },
	{ "sil" ENTER, "Herlina Silalahi" },
	{ "v b", "Vera Batubara" },
	{ "yu l", "Yusuf Lim, S.Pd., M.Si." },
};

enum { PEOPLE = sizeof paper / sizeof *paper };

#define ENROLLED(code)                                                              \
	"SELECT count(*) FROM enrolments e JOIN programmes p ON p.id = e.programme" \
	" WHERE p.code = '" code "'"

#define NEXT_RUN                                                                  \
	"SELECT count(*) FROM programmes p JOIN programmes o ON o.code = 'PRJ26'" \
	" AND o.revision = p.revision AND o.title = p.title AND o.jp = p.jp"      \
	" WHERE p.code = 'PRJ27' AND p.year = 2027 AND p.status = 'draft'"        \
	" AND p.starts = '2027-03-02' AND p.ends = '2027-03-13'"                  \
	" AND 4 = (SELECT count(*) FROM sessions s WHERE s.programme = p.id)"     \
	" AND 3 = (SELECT count(*) FROM improvements i WHERE i.programme = p.id)" \
	" AND 0 = (SELECT count(*) FROM enrolments e WHERE e.programme = p.id)"

static void make_programmes(struct vt *v)
{
	task_begin(&budgets[TEMPLATE]);
	press(v, "1d", "PRJ27");
	press(v, "0203" ENTER "1303" SAVE, "> PRJ27");
	task_end(v, NEXT_RUN, 1);
	type(v, UNDO, "Undone:");
	check(v, "one key takes the copy back with all that came along",
	      "SELECT (SELECT count(*) FROM programmes) * 100"
	      " + (SELECT count(*) FROM improvements WHERE status = 'carried')",
	      300);
	go_home(v);

	/* Lists open on the row used last. */
	type(v, "1", "Programmes  3");
	type(v, "\033[1~", "> PRJ26");
	go_home(v);
	task_begin(&budgets[TEMPLATE_BY_NAME]);
	press(v, ":p" ENTER, "Programmes  3");
	press(v, "d0203" ENTER "1303" SAVE, "> PRJ27");
	task_end(v, NEXT_RUN, 1);
	go_home(v);

	task_begin(&budgets[SCRATCH]);
	press(v, "n", "Programme  new");
	press(v, "SPI27" TAB TAB "Pengawasan Internal Dinas" TAB "pro" TAB, "Starts on");
	press(v, "0205" TAB "1505" TAB "24" TAB "30" SAVE, "SPI27  Pengawasan");
	task_end(v,
		 "SELECT count(*) FROM programmes WHERE code = 'SPI27' AND jp = 2400"
		 " AND starts = '2026-05-02' AND ends = '2026-05-15' AND capacity = 30"
		 " AND method = 'project_based'",
		 1);
	go_home(v);
}

/* 30 good rows, of which one is known already, and two wrong ones. */
static void write_people(void)
{
	char path[128];
	FILE *out;

	snprintf(path, sizeof path, "%s/peserta-april.csv", getenv("HOME"));
	out = fopen(path, "w");
	if (!out)
		fail(NULL, "the file of people");
	fputs("NIP;Nama;Unit\r\n198003152008011006;Ahmad Batubara, S.Pd., M.Si.;\r\n"
	      "12345;NIP Salah;OPD01\r\n",
	      out);
	for (int i = 1; i < PEOPLE; i++)
		fprintf(out, "1990%02d%02d 201501 %d %03d;%s;OPD01\r\n", i % 12 + 1,
			i % 28 + 1, i % 2 + 1, i,
			i == 1	 ? "An\xc3\xa9li\xc3\xaa Sitohang"
			: i == 2 ? "Rudi Hartonp"
				 : "Orang Baru");
	fputs("19900202 201501 2 001;Anelie Lagi;OPD01\r\n", out);
	if (fclose(out) != 0)
		fail(NULL, "the file of people");
}

static void open_programme(struct vt *v, const char *code, const char *title)
{
	char keys[32];

	snprintf(keys, sizeof keys, "/%s", code);
	type(v, keys, "> Programme");
	type(v, ENTER, title);
}

static void enrol_from_file(struct vt *v)
{
	write_people();
	open_programme(v, "spi27", "SPI27  Pengawasan");
	task_begin(&budgets[ENROL_FILE]);
	press(v, "p", "Nobody is enrolled yet");
	press(v, "i", "CSV file to take in:");
	press(v, "pes", "Enter takes");
	press(v, ENTER, "29 new, 0 changed, 1 unchanged, 2 wrong");
	press(v, ENTER, "of them new");
	task_end(v, ENROLLED("SPI27"), PEOPLE);
}

#define PERSONS_AND_ENROLMENTS                         \
	"SELECT (SELECT count(*) FROM persons) * 1000" \
	" + (SELECT count(*) FROM enrolments)"

static void undo_import(struct vt *v, int task, long long before)
{
	task_begin(&budgets[task]);
	press(v, UNDO, "Undone: Import");
	task_end(v, PERSONS_AND_ENROLMENTS, before);
	type(v, "\031", "Redone: Import");
}

static void enrol_from_paper(struct vt *v)
{
	char keys[16], wait[32], sql[256];

	open_programme(v, "prj27", "PRJ27  Manajemen");
	task_begin(&budgets[ENROL_PAPER]);
	press(v, "p", "Nobody is enrolled yet");
	press(v, "n", "Name or NIP:");
	for (int i = 0; i < PEOPLE; i++) {
		snprintf(keys, sizeof keys, "%s\r", paper[i].letters);
		snprintf(wait, sizeof wait, "(%d are in)", i + 1);
		press(v, keys, wait);
	}
	task_end(v, ENROLLED("PRJ27"), PEOPLE);
	for (int i = 0; i < PEOPLE; i++) {
		snprintf(sql, sizeof sql,
			 ENROLLED("PRJ27") " AND e.person = (SELECT id FROM persons"
					   " WHERE name = '%s')",
			 paper[i].name);
		if (number(sql) != 1)
			fail(v, paper[i].name);
	}
	good("the letters meant the right people");
	type(v, ESC, "Participants  30");
	type(v, ESC, "PRJ27  Manajemen");
}

static void divide(struct vt *v)
{
	task_begin(&budgets[GROUPS]);
	press(v, "g5" ENTER, "Groups of 6 members");
	press(v, ENTER, "Groups saved");
	task_end(v,
		 "SELECT count(*) FROM (SELECT 1 FROM members m JOIN groups g"
		 " ON g.id = m.\"group\" JOIN programmes p ON p.id = g.programme"
		 " WHERE p.code = 'PRJ27' GROUP BY g.id HAVING count(*) = 6)",
		 5);
}

static void milestone(struct vt *v)
{
	go_home(v);
	task_begin(&budgets[MILESTONE]);
	press(v, "/ant", "> Project");
	press(v, ENTER, "Project › Antrean");
	press(v, "3s", "Saved");
	task_end(v,
		 "SELECT count(*) FROM milestones m JOIN projects j ON j.id = m.project"
		 " WHERE j.title LIKE 'Antrean%' AND m.number = 3 AND m.done = "
		 "'2026-05-04'",
		 1);
}

static void find_person(struct vt *v, int task)
{
	task_begin(&budgets[task]);
	press(v, "/elie", "> Person");
	press(v, ENTER, "SPI27");
	task_end(v,
		 "SELECT count(*) FROM enrolments e JOIN persons p ON p.id = e.person"
		 " WHERE p.name LIKE '%Sitohang%'",
		 1);
}

static void report(struct vt *v)
{
	go_home(v);
	open_programme(v, "prj26", "PRJ26  Manajemen");
	task_begin(&budgets[REPORT]);
	press(v, "r", "Overview of today");
	press(v, "e" ENTER, "x File");
	if (!vt_wait(v, "Evaluation of programmes"))
		fail(v, "e and Enter choose the evaluation");
	/* A report writes nothing: what it counts is there. */
	task_end(v, ENROLLED("PRJ26"), 30);
}

static void typo(struct vt *v)
{
	go_home(v);
	task_begin(&budgets[TYPO]);
	press(v, "/tonp", "> Person");
	press(v, ENTER, "Rudi Hartonp  1 programme");
	press(v, F2 TAB "\177o" SAVE, "Rudi Hartono  1 programme");
	task_end(v, "SELECT count(*) FROM persons WHERE name = 'Rudi Hartono'", 1);
}

static void at_40_by_10(struct vt *v)
{
	long long before = number(PERSONS_AND_ENROLMENTS);

	go_home(v);
	vt_resize(v, 10, 40);
	vt_quiet(v);
	find_person(v, PERSON_SMALL);
	go_home(v);
	type(v, "/kom26", "> Programme");
	type(v, ENTER "pi", "CSV file to take in:");
	type(v, "pes" ENTER, "will be enrolled");
	type(v, ENTER, "of them new");
	undo_import(v, UNDO_SMALL, before);
	vt_resize(v, 24, 80);
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	office_start(&v, "xterm");
	make_programmes(&v);
	enrol_from_file(&v);
	undo_import(&v, UNDO_FILE, 180090);
	go_home(&v);
	find_person(&v, PERSON);
	go_home(&v);
	typo(&v);
	enrol_from_paper(&v);
	divide(&v);
	milestone(&v);
	report(&v);
	at_40_by_10(&v);
	go_home(&v);
	vt_send(&v, "\021");
	if (vt_end(&v) != 0)
		fail(NULL, "the program leaves with status 0");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
