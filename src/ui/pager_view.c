#include <string.h>

#include "base/settings.h"
#include "base/text.h"
#include "report/report.h"
#include "ui/views.h"
#include "ui_private.h"

void pager_view_show(struct pager_view *v, const struct report *report)
{
	*v = (struct pager_view){ .report = report };
}

static void lay_out(struct ui *ui, struct pager_view *v, int columns)
{
	const char *text =
		report_to_text(v->report, columns, ui->options.settings->ascii);
	struct arena *a = v->report->arena;
	size_t space = 1;

	for (const char *at = text; *at != '\0'; at++)
		space += *at == '\n';
	v->lines = arena_array(a, space, sizeof *v->lines);
	v->count = 0;
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");

		v->lines[v->count++] = arena_strndup(a, text, length);
		text += length + (text[length] == '\n');
	}
	v->columns = columns;
}

static size_t last_top(const struct pager_view *v)
{
	return v->count > (size_t)v->page ? v->count - (size_t)v->page : 0;
}

void pager_view_draw(struct ui *ui, struct pager_view *v, struct canvas *c)
{
	if (v->columns != c->columns)
		lay_out(ui, v, c->columns);
	v->page = c->rows;
	if (v->top > last_top(v))
		v->top = last_top(v);
	for (int i = 0; i < c->rows && v->top + (size_t)i < v->count; i++) {
		struct arena *a = ui_scratch(ui);
		const char *line = v->lines[v->top + (size_t)i];

		/* Blanks inside the line are its layout. */
		wattrset(c->window, A_NORMAL);
		mvwaddstr(c->window, c->top + i, 0, text_column(a, line, c->columns));
	}
}

ui_flags pager_view_key(struct ui *ui, struct pager_view *v, int32_t key)
{
	size_t page = v->page > 1 ? (size_t)v->page - 1 : 1;

	(void)ui;
	switch (key) {
	case UI_KEY_DOWN:
		v->top++;
		break;
	case UI_KEY_UP:
		v->top -= v->top > 0;
		break;
	case UI_KEY_PAGE_DOWN:
	case ' ':
		v->top += page;
		break;
	case UI_KEY_PAGE_UP:
		v->top -= v->top > page ? page : v->top;
		break;
	case UI_KEY_HOME:
		v->top = 0;
		break;
	case UI_KEY_END_:
		v->top = last_top(v);
		break;
	default:
		return UI_IGNORED;
	}
	if (v->top > last_top(v))
		v->top = last_top(v);
	return UI_NOTHING;
}
