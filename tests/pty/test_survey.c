#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office.h"

/*
 * The sheets of a needs survey: what staff keyed in of one survives whatever
 * becomes of the terminal; in respondent mode nothing of one is left for who
 * comes next, and no key leads into the rest of the program.
 */
#define HOME_KEY "\033OH"
#define FORGET "\030"
#define QUIT "\021"
#define UNDO "\032"
#define NIP "198310032005012019"
#define NOBODY "Enter begins"
#define FIRST_QUESTION "Question 1 of"

static void start(struct vt *v)
{
	office_start(v, "xterm-256color");
}

/* To the sheet of the first person of this name. */
static void open_sheet(struct vt *v, const char *name)
{
	type(v, "s", "AKPK26");
	type(v, ENTER, "keys in the sheets");
	type(v, "f", "Whose sheet?");
	type(v, name, name);
	type(v, ENTER, "Mastery: 1 lowest");
}

static void wait_for_draft(const char *like)
{
	char sql[128];

	snprintf(sql, sizeof sql,
		 "SELECT count(*) FROM draft WHERE key LIKE 'survey-sheet:%%' AND text "
		 "LIKE '%s'",
		 like);
	for (int i = 0; i < 1000 && number(sql) < 1; i++)
		usleep(10000);
	if (number(sql) != 1)
		fail(NULL, "what is keyed in is kept while nobody types");
}

#define DEWI                                                                  \
	"SELECT sum(n.level) FROM needs n JOIN persons p ON p.id = n.person " \
	"WHERE p.nip = '" NIP "' AND n.rater = 'self'"

/* kill -9 in a sheet; the next start offers it again. */
static void killed(void)
{
	long long before = number(DEWI);
	struct vt v;

	start(&v);
	open_sheet(&v, "Dewi Batubara");
	type(&v, "45", "Mastery: 1 lowest");
	wait_for_draft("%45%");
	kill(v.pid, SIGKILL);
	vt_end(&v);
	check(NULL, "of a sheet that is not saved nothing is counted", DEWI, before);
	start(&v);
	type(&v, "", "Survey sheet of Dewi Batubara, Self");
	type(&v, HOME_KEY ENTER, "What you had keyed in before is back");
	good("what is keyed in of a survey's sheet survives kill -9");
	type(&v, F10, "saved   (Ctrl+Z");
	check(&v, "then it can be saved", "SELECT (" DEWI ") > 0", 1);
	check(&v, "and is kept no longer", "SELECT count(*) FROM draft", 0);
	type(&v, UNDO, "Undone");
	check(&v, "undo brings the stored sheet back", DEWI, before);
	vt_send(&v, QUIT "y");
	vt_end(&v);
}

/* A terminal that goes takes nothing along; it comes back with the sheet. */
static void hung_up(void)
{
	struct vt v;

	start(&v);
	open_sheet(&v, "Dewi Batubara");
	vt_send(&v, "33\033[F\033OFPerlu praktik");
	if (!vt_wait(&v, "Perlu praktik") || !vt_hang_up(&v))
		fail(NULL, "a terminal that goes ends the program");
	wait_for_draft("%33%r Perlu praktik%");
	good("what is keyed in of a survey's sheet survives a lost terminal");
	start(&v);
	open_sheet(&v, "Dewi Batubara");
	type(&v, "", "What you had keyed in before is back");
	type(&v, "", "Perlu praktik");
	good("and comes back where the sheet is opened");
	type(&v, ESC, "Not saved, but kept");
	check(&v, "Esc keeps it", "SELECT count(*) FROM draft", 1);
	type(&v, "f", "Whose sheet?");
	type(&v, "Dewi Batubara", "Dewi Batubara");
	type(&v, ENTER, "What you had keyed in before is back");
	type(&v, FORGET, "Forget what is keyed in on this sheet?");
	type(&v, "y", "keys in the sheets");
	check(&v, "it is forgotten where that is said", "SELECT count(*) FROM draft", 0);
	vt_send(&v, QUIT "y");
	vt_end(&v);
}

/* What belongs to nobody any more can be forgotten. */
static void of_nobody(void)
{
	struct vt v;

	put("INSERT INTO draft (key, at, text) SELECT 'survey-sheet:' || id || ':5:1',"
	    " '2026-05-04T00:00:00Z', '1 45' FROM surveys");
	start(&v);
	type(&v, "", "Survey sheet of ");
	type(&v, HOME_KEY ENTER, "Forget what was typed?");
	vt_send(&v, "y");
	if (!vt_wait_gone(&v, "Survey sheet of "))
		fail(&v, "what is forgotten is not offered");
	check(&v, "the sheet of a person who is gone is forgotten where that is said",
	      "SELECT count(*) FROM draft", 0);
	vt_send(&v, QUIT "y");
	vt_end(&v);
}

/* ---- a file of answers ---- */

static void write_answers(char *path, size_t size)
{
	FILE *out;

	snprintf(path, size, "%s.web.csv", office_path);
	out = fopen(path, "w");
	if (!out ||
	    fputs("Waktu,NIP,Soal 1,Soal 2,Soal 3\n"
		  "1,198310032005012019,4,5,halo\n"
		  "2,199511122018042025,3,4,halo\n"
		  "3,198311082011032012,9,4,halo\n",
		  out) < 0 ||
	    fclose(out) != 0)
		fail(NULL, "a file of answers");
}

#define TI                                                                         \
	"SELECT count(*) FROM needs n JOIN competencies c ON c.id = n.competency " \
	"WHERE c.code = 'TI' AND n.rater = 'self'"

/* Headings that name nothing are asked for, once. */
static void import(void)
{
	char path[96];
	struct vt v;

	write_answers(path, sizeof path);
	start(&v);
	type(&v, "s", "AKPK26");
	type(&v, ENTER, "keys in the sheets");
	type(&v, "i", "CSV file");
	type(&v, path, "web.csv");
	type(&v, ENTER, "1 of 3: Soal 1");
	type(&v, "ti", "> TI");
	type(&v, ENTER, "2 of 3: Soal 2");
	type(&v, "", "> TI Teknologi Informasi: importance");
	good("what follows on the heading before is offered");
	type(&v, ENTER, "3 of 3: Soal 3");
	type(&v, ENTER, "2 new, 0 changed, 0 unchanged, 1 wrong");
	check(&v, "before the preview is taken nothing is written",
	      "SELECT (SELECT count(*) FROM mappings) + (" TI ")", 0);
	type(&v, ENTER, "Taken in: 2 new");
	check(&v, "the good rows are taken in", TI, 2);
	check(&v, "with what their headings stand for",
	      "SELECT group_concat(target, ' ') = 'level:TI importance:TI -'"
	      " FROM mappings",
	      1);
	type(&v, "i", "CSV file");
	type(&v, path, "web.csv");
	type(&v, ENTER, "0 new, 0 changed, 2 unchanged, 1 wrong");
	good("the next file is not asked about");
	type(&v, ESC, "keys in the sheets");
	type(&v, UNDO, "Undone");
	check(&v, "undo takes answers and headings back",
	      "SELECT (SELECT count(*) FROM mappings) + (" TI ")", 0);
	vt_send(&v, QUIT "y");
	vt_end(&v);
}

/* ---- respondents ---- */

static void answer(struct vt *v, const char *config)
{
	const char *with[] = { "--config", config, "answer", "AKPK26", NULL };

	office_run(v, config ? with : with + 2, "xterm", NOBODY);
}

/* To the first question of somebody who says it himself. */
static void begin(struct vt *v)
{
	type(v, ENTER, "About whom do you answer?");
	type(v, "1" ENTER, "Your NIP");
	type(v, NIP ENTER, "Is this you?");
	type(v, ENTER, FIRST_QUESTION);
}

/* Nobody has answered, and the survey is open today. */
static void prepare(void)
{
	put("DELETE FROM needs; DELETE FROM responses;"
	    "UPDATE surveys SET closes = NULL");
}

static const char *const ways[] = { "\033OP", ":",    "?",    "\020", "\003",	 "\034",
				    "\032",   "q",    "\007", "/",    "u",	 "\033OQ",
				    "\031",   "\030", "\023", "\024", "\033[21~" };

/* None of the ways out changes the page that shows `page`. */
static void stays(struct vt *v, const char *page)
{
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		vt_send(v, ways[i]);
		vt_quiet(v);
		if (!vt_has(v, page) || vt_has(v, "For staff")) {
			printf("way %zu\n", i);
			fail(v, "no key leads elsewhere");
		}
	}
}

static void no_way_out(struct vt *v)
{
	stays(v, NOBODY);
	type(v, ENTER, "About whom do you answer?");
	stays(v, "About whom do you answer?");
	type(v, "1" ENTER, "Your NIP");
	stays(v, "Your NIP");
	good("no key leads from the pages of a survey into the program");
}

static void questions_keep(struct vt *v)
{
	begin(v);
	stays(v, FIRST_QUESTION);
	good("nor from its questions");
	type(v, QUIT, "For staff");
	type(v, "y" ENTER, "That is not the code");
	type(v, ESC, "For staff");
	type(v, "AKPK" ENTER, "That is not the code");
	good("Ctrl+Q and Esc ask for the code of the survey");
}

#define NOTHING "SELECT (SELECT count(*) FROM needs) + (SELECT count(*) FROM draft)"

static void gone(void)
{
	struct vt v;

	answer(&v, NULL);
	begin(&v);
	type(&v, "4" ENTER, "Question 2 of");
	if (!vt_hang_up(&v))
		fail(NULL, "a terminal that goes ends the program");
	check(NULL, "nothing of a half-answered survey is kept", NOTHING, 0);
}

static void make_config(char *path, size_t size)
{
	FILE *out;

	snprintf(path, size, "%s.conf", office_path);
	out = fopen(path, "w");
	if (!out || fputs("respondent_idle = 3;\n", out) < 0 || fclose(out) != 0)
		fail(NULL, "a file of settings");
}

/* Who walks away leaves nothing for the next. */
static void walked_away(struct vt *v)
{
	char config[96];

	make_config(config, sizeof config);
	answer(v, config);
	begin(v);
	type(v, "4" ENTER, "Question 2 of");
	if (!vt_wait(v, NOBODY) || vt_has(v, "Dewi"))
		fail(v, "a sheet that is left alone is dropped");
	check(v, "a sheet that is left alone is dropped", NOTHING, 0);
	type(v, ENTER "1" ENTER, "Your NIP");
	if (vt_has(v, NIP))
		fail(v, "the next person sees no NIP");
	type(v, NIP ENTER, "Is this you?");
	type(v, ENTER, FIRST_QUESTION);
	if (vt_has(v, ">  4"))
		fail(v, "the next person sees no answer");
	good("the next person sees nothing of it");
}

static void leave(struct vt *v)
{
	type(v, QUIT, "For staff");
	vt_send(v, "akpk26" ENTER);
	if (vt_end(v) != 0)
		fail(NULL, "the code leaves with status 0");
	good("the code leaves with status 0");
}

/* `answer` with these words says `text`, with the line broken anywhere, and ends. */
static void refused(const char *const *words, const char *text, const char *name)
{
	struct vt v;

	office_run(&v, words, "xterm", text);
	if (vt_end(&v) == 0)
		fail(NULL, name);
	good(name);
}

static void refusals(void)
{
	refused((const char *const[]){ "answer", "AKPK26", "--role", "alumnus", NULL },
		"--role and --phase are for the feedback", "a survey takes no role");
	refused((const char *const[]){ "answer", "AKPK26", "--phase", "after", NULL },
		"bangkom answer AKPK26", "and no phase");
	refused((const char *const[]){ "answer", "XYZ", NULL },
		"neither a survey nor a programme 'XYZ'", "an unknown code is told");
	refused((const char *const[]){ "answer", "XYZ", NULL }, "list the codes.",
		"with how to see the codes");
	refused((const char *const[]){ "answer", "AKPK26", "REAKSI", NULL },
		"a survey is named alone", "a survey has no questionnaires");
	refused((const char *const[]){ "answer", "", NULL }, "name the code",
		"an empty code is none");
	refused((const char *const[]){ "answer", "AKPK26", NULL }, "27 February 2026",
		"a survey that is over says since when");
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	refusals();
	killed();
	hung_up();
	of_nobody();
	prepare();
	import();
	answer(&v, NULL);
	no_way_out(&v);
	leave(&v);
	answer(&v, NULL);
	questions_keep(&v);
	leave(&v);
	gone();
	walked_away(&v);
	leave(&v);
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
