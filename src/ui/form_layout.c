#include "form_private.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* Where the entries of a form stand: computed from labels and widths, never
 * written down. */
enum { LABEL_MOST = 24, NARROW = 60 };

const struct form_entry *form_entry_at(const struct form_view *v, size_t i)
{
	return &v->values->def->entries[v->order[i]];
}

struct form_value *form_value_at(const struct form_view *v, size_t i)
{
	return &v->values->values[v->order[i]];
}

bool form_is_note(const struct form_view *v, size_t i)
{
	return form_entry_at(v, i)->field->type == FIELD_NOTE;
}

/* Of the entries that begin a row, as they were placed before. */
static int widest_label(const struct form_view *v)
{
	int most = 4;

	for (size_t i = 0; i < v->count; i++) {
		int width = text_width(_(form_entry_at(v, i)->label));

		if (v->places[i].label_column == 0 && width > most)
			most = width;
	}
	return most < LABEL_MOST ? most : LABEL_MOST;
}

/* Where the layout stands while it goes through the entries. */
struct cursor {
	int row, column, page, label;
};

static bool fits_beside(const struct form_view *v, const struct cursor *at,
			const struct form_entry *e)
{
	return (e->flags & ENTRY_BESIDE) && v->columns >= NARROW && at->column > 0 &&
	       at->column + 2 + text_width(_(e->label)) + LABEL_GAP + e->width <
		       v->columns;
}

static void place_below(struct form_view *v, struct cursor *at, size_t i)
{
	const struct form_entry *e = form_entry_at(v, i);
	struct place *p = &v->places[i];
	int first = v->titled ? PAGE_TITLE_ROWS : 0;
	int height = form_is_note(v, i) ? e->rows : 1, room = v->room - first;

	if (height > room)
		height = room > 0 ? room : 1;
	if (i > 0 && (*e->page != '\0' || at->row + height > v->room)) {
		at->page++;
		at->row = first;
	}
	p->row = at->row;
	p->label_column = 0;
	p->column = at->label + LABEL_GAP;
	p->rows = height;
	/* A cell more than the text, for the cursor behind it. */
	p->width = v->columns - p->column < e->width + 1 ? v->columns - p->column
							 : e->width + 1;
	if (p->width < 1)
		p->width = 1;
	at->row += height;
}

static void place_pass(struct form_view *v, int label)
{
	struct cursor at = { .label = label, .row = v->titled ? PAGE_TITLE_ROWS : 0 };

	for (size_t i = 0; i < v->count; i++) {
		struct place *p = &v->places[i];

		if (i > 0 && fits_beside(v, &at, form_entry_at(v, i))) {
			*p = v->places[i - 1];
			p->label_column = at.column + 2;
			p->column = p->label_column +
				    text_width(_(form_entry_at(v, i)->label)) + LABEL_GAP;
			p->width = form_entry_at(v, i)->width + 1;
			p->rows = 1;
		} else {
			place_below(v, &at, i);
		}
		p->page = at.page;
		p->scroll = 0;
		at.column = form_is_note(v, i) ? 0 : p->column + p->width;
	}
	v->pages = at.page + 1;
}

/* Twice, as the labels decide what fits beside, and that the labels. */
void form_place_all(struct form_view *v)
{
	v->titled = false;
	for (size_t i = 1; i < v->count; i++)
		v->titled = v->titled || *form_entry_at(v, i)->page != '\0';
	v->room = v->rows;
	memset(v->places, 0, v->count * sizeof *v->places);
	place_pass(v, widest_label(v));
	if (v->pages > 1 && !v->titled && v->room > 1)
		v->room--; /* the number of the page stands there */
	place_pass(v, widest_label(v));
}
