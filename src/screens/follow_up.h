#ifndef SCREENS_FOLLOW_UP_H
#define SCREENS_FOLLOW_UP_H

#include "app.h"
#include "domain/outcome.h"
#include "domain/programme.h"

/*
 * The follow-up of a programme on one page: what is asked and measured, the
 * indicators, the service survey, costs and benefits. The cursor goes over
 * the records; a part that has none has one empty row, so that one can be
 * added there.
 */
enum follow_up_part { PART_FOLLOW_UPS, PART_RESULTS, PART_SKM, PART_BENEFITS, PART_COUNT };

struct follow_up_line {
	enum follow_up_part part;
	size_t at; /* in the rows of the part */
	bool empty;
};

struct follow_up_screen {
	int64_t programme;
	struct programme p;
	struct follow_up_row *follow_ups;
	struct result_row *results;
	struct skm_row *rounds;
	struct benefit *benefits;
	size_t counts[PART_COUNT];
	struct benefit_sum sum;
	struct follow_up_line *lines;
	size_t line_count, selected, top;
	const struct kind *added; /* the record that the cursor goes to */
	int64_t added_id;
	bool roomy; /* with a gap between the parts */
	int page;   /* lines shown at last draw */
};

const struct follow_up_line *follow_up_line(const struct follow_up_screen *v);
/* The record under the cursor, and its kind; 0 for an empty row and for what
 * is no record of its own. */
int64_t follow_up_record(const struct follow_up_screen *v, const struct kind **kind);
const struct kind *follow_up_part_kind(enum follow_up_part part);

void follow_up_draw(struct ui *ui, struct screen *s, struct canvas *c);
const char *follow_up_hint(struct ui *ui, struct screen *s);

/* Commands, as the table of commands names them. */
ui_flags follow_up_open(struct ui *ui, struct screen *s);
ui_flags follow_up_new(struct ui *ui, struct screen *s);
ui_flags follow_up_delete(struct ui *ui, struct screen *s);
ui_flags follow_up_list_part(struct ui *ui, struct screen *s);
ui_flags follow_up_report(struct ui *ui, struct screen *s);
ui_flags follow_up_people(struct ui *ui, struct screen *s);
ui_flags follow_up_view(struct ui *ui, struct screen *s);
ui_flags follow_up_feedback(struct ui *ui, struct screen *s);
ui_flags follow_up_sent(struct ui *ui, struct screen *s);
ui_flags follow_up_done(struct ui *ui, struct screen *s);
ui_flags follow_up_move(struct ui *ui, struct screen *s);
ui_flags follow_up_waive(struct ui *ui, struct screen *s);
ui_flags follow_up_propose(struct ui *ui, struct screen *s);
ui_flags follow_up_measure(struct ui *ui, struct screen *s);
ui_flags follow_up_take(struct ui *ui, struct screen *s);

#endif
