#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "office.h"

/*
 * The coordinator's work from an empty office file by keys alone: programme,
 * objective, participants from a file, groups, project with milestone,
 * feedback sheets, evaluation, improvement, and undo. Each step looks at the
 * screen and at the file.
 */
static void write_people(const char *file)
{
	FILE *out = fopen(file, "w");

	if (!out)
		fail(NULL, "the file of people");
	fputs("No;NIP;Nama Lengkap;Gol/Ruang;Jabatan;Status\r\n", out);
	for (int i = 0; i < 12; i++)
		fprintf(out,
			"%d;19%02d0%d15 20150%d %d 0%02d;Peserta "
			"%c;III/%c;Analis;PNS\r\n",
			i + 1, 80 + i, i % 8 + 1, i % 8 + 1, i % 2 + 1, i + 1, 'A' + i,
			'a' + i % 4);
	if (fclose(out) != 0)
		fail(NULL, "the file of people");
}

static void make_programme(struct vt *v)
{
	type(v, "n", "Programme  new");
	type(v, "PRJ27" TAB TAB "Manajemen Proyek" TAB "project" TAB "0205" TAB,
	     "02-05-2026");
	type(v, "1505" TAB "24" TAB "12" F10, "PRJ27  Manajemen Proyek");
	check(v, "a programme is made by its form",
	      "SELECT count(*) FROM programmes WHERE code = 'PRJ27' AND starts = "
	      "'2026-05-02'"
	      " AND jp = 2400 AND capacity = 12 AND status = 'draft'",
	      1);
	type(v, "o", "Objectives");
	type(v, "n", "Objective  new");
	type(v, "Menyusun rencana" F10, "Menyusun rencana");
	type(v, ESC, "Improvement actions");
	check(v, "an objective belongs to the programme's revision",
	      "SELECT count(*) FROM objectives o JOIN programmes p USING (revision)", 1);
	type(v, "+" ENTER, "now: Planned");
	type(v, "+" ENTER, "now: Open");
	check(v, "the status goes its steps",
	      "SELECT count(*) FROM programmes WHERE status = 'open'", 1);
}

static void bring_people(struct vt *v)
{
	char file[96], keys[128];

	snprintf(file, sizeof file, "%s.people.csv", office_path);
	write_people(file);
	type(v, "p", "Nobody is enrolled yet");
	type(v, "i", "CSV file to take in:");
	snprintf(keys, sizeof keys, "%s\r", file);
	type(v, keys, "12 new, 0 changed");
	type(v, ENTER, "12 enrolled");
	check(v, "participants come from a spreadsheet export",
	      "SELECT count(*) FROM enrolments WHERE status = 'accepted'", 12);
	type(v, "\032", "Undone: Import");
	check(v, "one key takes the whole import back", "SELECT count(*) FROM persons",
	      0);
	type(v, "\031", "Redone: Import");
	check(v, "and one brings it again", "SELECT count(*) FROM enrolments", 12);
	type(v, ESC, "Improvement actions");
}

static void divide(struct vt *v)
{
	type(v, "g", "12 people in 3 groups");
	type(v, "3" ENTER, "Groups of 4 members");
	type(v, "r", "Reshuffled");
	type(v, ENTER, "Groups saved");
	check(v, "people are divided into groups of one size",
	      "SELECT count(*) FROM (SELECT \"group\" FROM members GROUP BY 1"
	      " HAVING count(*) = 4)",
	      3);
}

static void give_project(struct vt *v)
{
	type(v, "j", "Group 1: no project");
	type(v, ENTER, "Project  new");
	type(v, "Antrean loket" F10, "Milestones");
	type(v, "n", "Milestone  new");
	type(v, "Ukur waktu tunggu" TAB "short" TAB "+14" F10, "Ukur waktu tunggu");
	type(v, "s", "adds verdict and evidence");
	check(v, "a group has a project with a milestone that is done",
	      "SELECT count(*) FROM milestones m JOIN projects j ON j.id = m.project"
	      " WHERE j.title = 'Antrean loket' AND m.term = 'short' AND m.done = "
	      "'2026-05-04'",
	      1);
	type(v, ESC, "Groups and projects");
	type(v, ESC, "Improvement actions");
}

static void make_questionnaire(struct vt *v)
{
	type(v, ESC, "Due in the next two weeks");
	type(v, "7", "Questionnaires");
	type(v, "n", "Questionnaire  new");
	type(v, "REAKSI" F10, "REAKSI");
	type(v, ENTER, "Items");
	type(v, "n", "Item  new");
	type(v, TAB "material" TAB "scale" TAB "5" TAB "Materi jelas" F10,
	     "Materi jelas");
	type(v, "n", "Item  new");
	type(v, TAB "comment" TAB "text" TAB TAB "Saran" F10, "Saran");
	type(v, ESC, "REAKSI");
	type(v, ESC, "Due in the next two weeks");
	check(v, "a questionnaire is made with its items", "SELECT count(*) FROM items",
	      2);
}

static void key_feedback(struct vt *v)
{
	type(v, ENTER, "Improvement actions");
	type(v, "f", "Feedback sheet");
	for (int i = 1; i <= 5; i++) {
		char keys[32];

		snprintf(keys, sizeof keys, "%dSaran %d\r", i % 5 + 1, i);
		vt_send(v, keys);
		await(v, "SELECT count(*) FROM sheets", i);
	}
	type(v, "9", "The answers go from 1 to 5");
	check(v, "feedback is keyed in with one key an answer",
	      "SELECT sum(value) FROM answers", 15);
	type(v, ESC, "Improvement actions");
}

static void evaluate(struct vt *v)
{
	type(v, "e", "Sheets 5   Mean 3.00");
	good("the evaluation shows what was keyed in");
	type(v, "a", "Question 1, mean 3.00");
	type(v, F10, "Due on is still empty");
	check(v, "a weak question becomes an improvement action",
	      "SELECT count(*) FROM improvements WHERE status = 'open' AND item IS NOT "
	      "NULL",
	      1);
	type(v, ESC, "Improvement actions");
	type(v, "d", "Code of the next run:");
	type(v, "PRJ28" ENTER, "PRJ28  Manajemen Proyek");
	check(v, "the action goes along to the next run",
	      "SELECT count(*) FROM improvements i JOIN programmes p ON p.id = "
	      "i.programme"
	      " WHERE p.code = 'PRJ28' AND i.carried_from IS NOT NULL",
	      1);
	check(v, "which is pinned to the same revision",
	      "SELECT count(DISTINCT revision) FROM programmes", 1);
	type(v, ESC, "PRJ27");
	type(v, ESC, "Due in the next two weeks");
}

/* kill -9 in a half-typed form; the next start offers it again. */
static void survive(struct vt *v)
{
	type(v, "n", "Programme  new");
	type(v, "HALF" TAB "2027" TAB, "2027");
	for (int i = 0; i < 50 && number("SELECT count(*) FROM draft") == 0; i++)
		vt_quiet(v); /* a screen that nobody reads is not drawn on */
	kill(v->pid, SIGKILL);
	vt_end(v);
	office_start(v, "xterm");
	if (!vt_wait(v, "Half typed"))
		fail(v, "a half-typed form is offered after kill -9");
	type(v, "n", "HALF");
	good("a half-typed form is offered after kill -9");
	type(v, "\030" ESC, "Due in the next two weeks");
}

static void resize(struct vt *v)
{
	vt_quiet(v);
	vt_resize(v, 10, 40);
	if (!vt_wait(v, "1 Programmes"))
		fail(v, "the screen fits 40 by 10");
	vt_quiet(v);
	vt_resize(v, 30, 100);
	if (!vt_wait(v, "9 History"))
		fail(v, "the screen fits 100 by 30");
	good("the screen follows the terminal's size");
}

int main(void)
{
	struct vt v;
	int status;

	if (!office_make(false))
		return EXIT_SUCCESS;
	office_start(&v, "xterm");
	good("the program starts on an empty office file");
	make_programme(&v);
	bring_people(&v);
	divide(&v);
	give_project(&v);
	make_questionnaire(&v);
	key_feedback(&v);
	evaluate(&v);
	survive(&v);
	resize(&v);
	vt_send(&v, "\021");
	status = vt_end(&v);
	if (status != 0)
		fail(NULL, "Ctrl+Q leaves with status 0");
	good("Ctrl+Q leaves with status 0");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
