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

/* What there is to do where a grid would have no rows. N_() */
const char *roll_nobody(void);

#endif
