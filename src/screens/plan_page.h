#ifndef SCREENS_PLAN_PAGE_H
#define SCREENS_PLAN_PAGE_H

#include "domain/yearly_plan.h"
#include "plan.h"
#include "row_view.h"

/* What the page of the yearly plan shows. */
struct plan_page {
	struct row_view rows;
	struct app *app;
	int year;
	struct plan_row *items;
	struct plan_total *totals;
	size_t item_count, total_count;
	struct plan_sum sums[6];    /* the year, its quarters, and without one */
};

/* The item with the cursor; NULL on a heading. */
const struct plan_row *plan_page_item(const struct plan_page *v);

#endif
