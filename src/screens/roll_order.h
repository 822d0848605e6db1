#ifndef SCREENS_ROLL_ORDER_H
#define SCREENS_ROLL_ORDER_H

#include "app.h"
#include "domain/roll.h"
#include "ui/grid_view.h"

/*
 * The order of the people in the grids of a programme, which the office file
 * remembers: that of the paper that is keyed in. The number of a person is
 * the line in that order.
 */
enum roll_order roll_order_kept(struct app *app);

/* The next order; says which one. */
enum roll_order roll_order_next(struct ui *ui, enum roll_order order);

/* "  7  Dewi Batubara", with the NIP in front where that is the order. */
struct grid_cell roll_name(const struct roll *roll, size_t row, enum roll_order order,
			   struct arena *arena);

/*
 * What such grids have in common: the first member of the state of the screens
 * that show one, so that the commands below work in all of them.
 */
enum { NIP_DIGITS = 18 };

struct roll_grid {
	struct app *app;
	int64_t programme;
	enum roll_order order;
	struct grid_view grid;
	char typed[NIP_DIGITS + 1]; /* digits that no key has ended yet */
	bool follow;		    /* after a reload, go to what changed */
	bool ended; /* the last person is done: what is keyed next waits for a move */
	/* What must end before rows change, told; NULL: nothing ever. */
	bool (*busy)(struct ui *ui, const struct roll_grid *v);
};

void roll_grid_draw(struct ui *ui, struct screen *s, struct canvas *c);

/* Commands, as the table of commands names them. */
ui_flags roll_back(struct ui *ui, struct screen *s);
ui_flags roll_reorder(struct ui *ui, struct screen *s);
ui_flags roll_undo(struct ui *ui, struct screen *s);

/* What there is to do where a grid would have no rows. N_() */
const char *roll_nobody(void);

#endif
