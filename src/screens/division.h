#ifndef SCREENS_DIVISION_H
#define SCREENS_DIVISION_H

#include "app.h"
#include "domain/division.h"

/*
 * Dividing participants: a number and Enter divide anew, r reshuffles, the
 * rules and their state stand below, F10 saves. Where there are groups
 * already, r keeps who has one and moves as few as it can.
 */
struct division {
	struct division_plan plan;
	struct division_result result;
	size_t selected, top, page;
	bool *marked;
	char typed[4]; /* the number of groups being typed */
	bool changed, had_groups;
	size_t *order; /* people by group and name */
};

const char *division_title(struct ui *ui, struct screen *s);
const char *division_hint(struct ui *ui, struct screen *s);
void division_draw(struct ui *ui, struct screen *s, struct canvas *c);

#endif
