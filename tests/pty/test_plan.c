#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office.h"

/*
 * From a need that people stated to the programme that answers it, by keys
 * alone: sheets of a survey, their ranking, a decision, an item of the yearly
 * plan, its approval, a programme; from there the trail leads back, and undo
 * takes one step after the other back.
 */
#define QUIT "\021"
#define UNDO "\032"
#define UP "\033OA"
#define DOWN "\033OB"

/* Heads of section, whose standard of KM is 4. In the order of the sheet (KM, KP,
 * PB, PP, TI) mastery and importance: only KM is lacking. */
static const struct sheet {
	const char *person, *answers;
} sheets[] = {
	{ "Vera Lubis", "2543434323" },
	{ "Kartika Koto", "3443434323" },
	{ "Tiurma Siregar", "2443434323" },
};
enum { SHEET_COUNT = sizeof sheets / sizeof *sheets };

/* Self 2 and superior 1 weigh 0.4 × 2 + 0.6 × 1 = 1.4; the gaps are 2.6, 1 and 2,
 * their mean 1.87; it is weighed with the mean importance (5 + 4 + 4) / 3. */
#define SUPERIOR "1543434323"
#define GAP "1.87"
#define PRIORITY "8.09"

static void open_survey(struct vt *v)
{
	type(v, "s", "AKPK26");
	type(v, ENTER, "keys in the sheets");
}

/* One sheet, from where its person is asked for to there again. */
static void key_in(struct vt *v, const char *person, const char *rater,
		   const char *answers)
{
	type(v, person, person);
	type(v, ENTER, "Mastery: 1 lowest");
	if (*rater != '\0')
		type(v, rater, "Superior");
	type(v, answers, "Type what the sheet says");
	type(v, F10, "Whose sheet?");
}

static void survey(struct vt *v)
{
	open_survey(v);
	type(v, "f", "Whose sheet?");
	for (size_t i = 0; i < SHEET_COUNT; i++)
		key_in(v, sheets[i].person, "", sheets[i].answers);
	key_in(v, sheets[0].person, "a", SUPERIOR);
	type(v, ESC, "keys in the sheets");
	check(v, "each sheet is its answers", "SELECT count(*) FROM needs",
	      (SHEET_COUNT + 1) * 5);
}

static void ranking(struct vt *v)
{
	type(v, "a", PRIORITY);
	type(v, "", GAP);
	good("the ranking is that of the sheets");
	type(v, "d", "Decision  KM");
	type(v, ESC, PRIORITY);
	check(v, "a decision that is left is none", "SELECT count(*) FROM decisions", 0);
	type(v, "d", "Decision  KM");
	type(v, DOWN "k" DOWN "y", "y");
	type(v, F10, "Saved   (Ctrl+Z");
	check(v, "a decision is stored for survey and competency",
	      "SELECT count(*) FROM decisions d JOIN competencies c ON c.id = "
	      "d.competency"
	      "  JOIN surveys s ON s.id = d.survey"
	      " WHERE c.code = 'KM' AND s.code = 'AKPK26' AND d.cause = 'skill'"
	      "   AND d.training = 'yes'",
	      1);
}

/* From the need to its item, then to the page of the plan. */
static void make_item(struct vt *v)
{
	type(v, "y", "Plan item  1 Komunikasi");
	type(v, TAB TAB TAB "1", "Quarter  1");
	type(v, F10, PRIORITY);
	check(v, "the item names the need that it answers",
	      "SELECT count(*) FROM plan_items i JOIN decisions d"
	      "    ON d.survey = i.survey AND d.competency = i.competency"
	      " WHERE i.basis = 'need' AND i.year = 2027 AND i.quarter = 1",
	      1);
	type(v, "", "▸2027/1");
	good("the ranking shows it");
	type(v, ESC, "keys in the sheets");
	type(v, ESC, "AKPK26");
	type(v, ESC, "Due in the next two weeks");
	type(v, "y", "Yearly plan 2026");
	type(v, "]", "Yearly plan 2027");
}

#define STATUS(is) "SELECT status = '" is "' FROM plan_items"

/* On to the step that comes first, once it is offered. */
static void step_on(struct vt *v, const char *offered)
{
	type(v, "+", offered);
	type(v, ENTER, "Ctrl+Z takes");
}

static void approve(struct vt *v)
{
	step_on(v, "> Reviewed");
	check(v, "the item is reviewed", STATUS("reviewed"), 1);
	step_on(v, "> Approved");
	check(v, "and approved", STATUS("approved"), 1);
}

/* The columns are those that the window has room for now. */
static void resize(struct vt *v)
{
	vt_resize(v, 10, 40);
	type(v, "", "Rp mln  Status");
	vt_resize(v, 24, 80);
	type(v, "", "Fund   Status       Prog.");
	good("a plan shows other columns in another window");
}

static void make_programme(struct vt *v)
{
	type(v, "g", "Objectives");
	check(v, "an approved item becomes a programme",
	      "SELECT count(*) FROM programmes p JOIN plan_items i ON i.programme = p.id"
	      " WHERE p.title = 'Komunikasi' AND p.year = 2027"
	      "   AND i.status = 'scheduled'",
	      1);
	check(v, "with an objective for the competency",
	      "SELECT count(*) FROM plan_items i JOIN programmes p ON p.id = i.programme"
	      "  JOIN objectives o ON o.revision = p.revision"
	      "   AND o.competency = i.competency",
	      1);
	check(v, "that leads back to decision, survey and every answer",
	      "SELECT count(*) FROM programmes p"
	      "  JOIN plan_items i ON i.programme = p.id"
	      "  JOIN decisions d ON d.survey = i.survey AND d.competency = i.competency"
	      "  JOIN needs n ON n.survey = d.survey AND n.competency = d.competency"
	      " WHERE p.title = 'Komunikasi'",
	      SHEET_COUNT + 1);
}

/* To the line of the trail that begins so, wherever the cursor is. */
static void go_to(struct vt *v, const char *line)
{
	for (int i = 0; i < 20 && !vt_has(v, line); i++) {
		vt_send(v, i < 10 ? UP : DOWN);
		vt_quiet(v);
	}
	type(v, "", line);
}

/* From the programme up to the item, from there to the decision, and on. */
static void trail(struct vt *v)
{
	type(v, "w", "= Programme");
	type(v, "", "Plan item");
	good("the programme's trail has the item of the plan");
	go_to(v, ">  Plan item");
	type(v, "w", "= Plan item");
	type(v, "", "Survey");
	good("the item rests on the survey");
	go_to(v, ">  Decision");
	type(v, "w", "= Decision");
	type(v, "", "Need");
	good("and on the decision, which rests on what people said");
	type(v, ESC, "Objectives");
	vt_send(v, ESC);
	if (!vt_wait_gone(v, "Objectives"))
		fail(v, "Esc goes back to the plan");
}

static void undo(struct vt *v, const char *name, const char *sql, long long wanted)
{
	vt_send(v, UNDO);
	vt_quiet(v);
	type(v, "", "Undone");
	check(v, name, sql, wanted);
}

/* Each step of the chain is one action. */
static void back(struct vt *v)
{
	undo(v, "undo takes the programme back",
	     "SELECT count(*) FROM programmes WHERE title = 'Komunikasi'", 0);
	check(v, "and the item is approved again", STATUS("approved"), 1);
	undo(v, "then the approval", STATUS("reviewed"), 1);
	undo(v, "then the review", STATUS("proposed"), 1);
	undo(v, "then its quarter", "SELECT quarter IS NULL FROM plan_items", 1);
	undo(v, "then the item", "SELECT count(*) FROM plan_items", 0);
	undo(v, "then the decision", "SELECT count(*) FROM decisions", 0);
	undo(v, "then the superior's sheet", "SELECT count(*) FROM needs",
	     SHEET_COUNT * 5);
}

/* Somebody else deletes what the cursor is on: the step is refused, and the page is
 * what is there now. */
static void gone(struct vt *v)
{
	type(v, "n", "Plan item  new");
	type(v, "Arsip digital" F10, "Saved, with");
	put("DELETE FROM plan_items");
	type(v, "+", "this record is gone");
	type(v, "", "Nothing is planned for this year yet");
	good("an item that is gone leaves the page");
}

/* Nothing was asked or planned before; the survey may be over. */
static void prepare(void)
{
	put("DELETE FROM needs; DELETE FROM responses; DELETE FROM decisions;"
	    "DELETE FROM plan_items; DELETE FROM draft;"
	    "UPDATE surveys SET status = 'open' WHERE code = 'AKPK26'");
}

int main(void)
{
	struct vt v;

	if (!office_make(true))
		return EXIT_SUCCESS;
	prepare();
	office_start(&v, "xterm-256color");
	survey(&v);
	ranking(&v);
	make_item(&v);
	approve(&v);
	resize(&v);
	make_programme(&v);
	trail(&v);
	back(&v);
	gone(&v);
	vt_send(&v, QUIT "y");
	if (vt_end(&v) != 0)
		fail(NULL, "the program ends");
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
