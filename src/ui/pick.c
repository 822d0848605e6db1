#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "ui_private.h"

#include <menu.h>

/* Short pick lists by libmenu; typing goes to the entry that begins so. */
enum { PICK_MOST = 200, TYPED_MOST = 32 };

struct pick {
	const char *title;
	ITEM **items;
	MENU *menu;
	WINDOW *window;
	size_t count, current;
	const struct ui_choice *choices;
	int rows, columns;	/* for which the menu was posted */
	char typed[TYPED_MOST]; /* the letters since the last other key */
	char *other; /* TYPED_MOST of the opener's: what fits none leads to the last
		      * one; or NULL */
};

struct pick_argument {
	const char *title;
	const struct ui_choice *choices;
	size_t count, current;
	char *other;
};

static const char *shown(struct arena *a, const struct ui_choice *c)
{
	const char *label = text_visible(a, c->label);

	return *c->note == '\0'
		       ? label
		       : arena_printf(a, "%s  %s", label, text_visible(a, c->note));
}

static void drop_menu(struct pick *p)
{
	if (!p->menu)
		return;
	unpost_menu(p->menu);
	free_menu(p->menu);
	delwin(p->window);
	p->menu = NULL;
}

static void post(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct pick *p = s->state;

	drop_menu(p);
	for (size_t i = 0; i < p->count; i++) {
		free_item(p->items[i]);
		p->items[i] =
			new_item(text_column(&s->arena, shown(&s->arena, &p->choices[i]),
					     canvas_columns(c) - 6),
				 "");
		BUG_ON(!p->items[i]);
	}
	p->menu = new_menu(p->items);
	BUG_ON(!p->menu);
	p->rows = canvas_rows(c);
	p->columns = canvas_columns(c);
	p->window = derwin(canvas_window(c), p->rows > 1 ? p->rows - 1 : 1,
			   p->columns - 4, BODY_ROW + 1, 2);
	BUG_ON(!p->window);
	if (set_menu_win(p->menu, canvas_window(c)) != E_OK ||
	    set_menu_sub(p->menu, p->window) != E_OK)
		bug("the menu has no window");
	set_menu_format(p->menu, p->rows > 1 ? p->rows - 1 : 1, 1);
	set_menu_mark(p->menu, "> ");
	set_menu_fore(p->menu, theme_style(ui, STYLE_FOCUS));
	set_current_item(p->menu, p->items[p->current]);
}

static bool pick_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	const struct pick_argument *a = argument;
	struct pick *p = s->state;

	(void)ui;
	(void)err;
	p->title = a->title;
	p->choices = a->choices;
	p->other = a->other;
	BUG_ON(a->count > PICK_MOST);
	p->count = a->count;
	p->current = a->current < p->count ? a->current : 0;
	p->items = arena_array(&s->arena, p->count + 1, sizeof(ITEM *));
	return true;
}

static size_t current(const struct pick *p)
{
	return (size_t)item_index(current_item(p->menu));
}

/* That there is more above or below than fits. */
static void draw_more(struct ui *ui, const struct pick *p, struct canvas *c)
{
	bool ascii = ui->options.settings->ascii;
	int top = top_row(p->menu), shown = p->rows > 1 ? p->rows - 1 : 1;

	if (top > 0)
		canvas_text(c, 1, p->columns - 1, 1, STYLE_KEY, ascii ? "^" : "▲");
	if (top + shown < (int)p->count)
		canvas_text(c, p->rows - 1, p->columns - 1, 1, STYLE_KEY,
			    ascii ? "v" : "▼");
}

static void pick_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct pick *p = s->state;

	if (!p->menu || p->rows != canvas_rows(c) || p->columns != canvas_columns(c))
		post(ui, s, c);
	unpost_menu(p->menu);
	if (post_menu(p->menu) != E_OK) {
		canvas_text(c, 0, 0, 0, STYLE_BAD, _("Too small: enlarge"));
		return;
	}
	draw_more(ui, p, c);
	canvas_cursor(c, 1 + (int)current(p) - top_row(p->menu), 2);
}

/* To the next entry that begins with what was typed, as a name where titles stand
 * before it, from `first` on. */
static bool find_typed(struct pick *p, size_t first)
{
	struct arena scratch = { 0 };
	const char *key = text_key(&scratch, p->typed);
	size_t length = strlen(key), count = p->count - (p->other ? 1 : 0);
	bool found = false;

	for (size_t i = 0; i < count && length > 0 && !found; i++) {
		size_t at = (first + i) % count;
		const char *label = p->choices[at].label;

		found = strncmp(text_key(&scratch, label), key, length) == 0 ||
			strncmp(text_name_key(&scratch, label), key, length) == 0;
		if (found)
			set_current_item(p->menu, p->items[at]);
	}
	arena_done(&scratch);
	return found;
}

/* A further letter narrows; one that fits nothing begins anew, so that the
 * same letter again goes to the next entry. */
static bool jump(struct pick *p, int32_t key)
{
	size_t length = strlen(p->typed);

	if (length + 1 < sizeof p->typed) {
		p->typed[length] = (char)key;
		p->typed[length + 1] = '\0';
		if (length > 0 && find_typed(p, current(p)))
			return true;
		if (length > 0 && p->other)
			return false;
	}
	p->typed[0] = (char)key;
	p->typed[1] = '\0';
	return find_typed(p, current(p) + 1);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static ui_flags take_other(struct ui *ui, struct screen *s)
{
	struct pick *p = s->state;

	(void)ui;
	memcpy(p->other, p->typed, TYPED_MOST);
	s->result = (int64_t)p->count;
	return UI_CLOSE;
}

static ui_flags pick_key(struct ui *ui, struct screen *s, int32_t key)
{
	static const struct {
		int32_t key;
		int request;
	} requests[] = {
		{ UI_KEY_UP, REQ_UP_ITEM },	   { UI_KEY_DOWN, REQ_DOWN_ITEM },
		{ UI_KEY_PAGE_UP, REQ_SCR_UPAGE }, { UI_KEY_PAGE_DOWN, REQ_SCR_DPAGE },
		{ UI_KEY_HOME, REQ_FIRST_ITEM },   { UI_KEY_END_, REQ_LAST_ITEM },
	};
	struct pick *p = s->state;

	(void)ui;
	if (key == UI_KEY_ESCAPE)
		return UI_CLOSE;
	if (!p->menu)
		return UI_NOTHING;
	if (key == UI_KEY_ENTER) {
		s->result = (int64_t)current(p) + 1;
		return UI_CLOSE;
	}
	for (size_t i = 0; i < sizeof requests / sizeof *requests; i++) {
		if (requests[i].key == key) {
			menu_driver(p->menu, requests[i].request);
			p->typed[0] = '\0';
			p->current = current(p);
			return UI_NOTHING;
		}
	}
	if (key < ' ' || key >= 0x7f)
		return UI_IGNORED;
	if (jump(p, key)) {
		p->current = current(p);
		return UI_NOTHING;
	}
	return p->other && is_letter(p->typed[0]) ? take_other(ui, s) : UI_IGNORED;
}

static void pick_close(struct ui *ui, struct screen *s)
{
	struct pick *p = s->state;

	(void)ui;
	drop_menu(p);
	for (size_t i = 0; p->items && i < p->count; i++)
		free_item(p->items[i]);
}

static const char *pick_title(struct ui *ui, struct screen *s)
{
	(void)ui;
	return ((struct pick *)s->state)->title;
}

/* What is cut in its row is read here. */
static const char *pick_hint(struct ui *ui, struct screen *s)
{
	const struct pick *p = s->state;
	const char *text = shown(ui_scratch(ui), &p->choices[p->current]);

	if (p->menu && text_width(text) > p->columns - 6)
		return text;
	return p->other ? _("Arrows or letters choose, a new name is typed, Enter takes "
			    "it, Esc cancels")
			: _("Arrows or a letter choose, Enter takes it, Esc cancels");
}

static bool pick_grabs(struct ui *ui, struct screen *s, int32_t key)
{
	(void)ui;
	(void)s;
	return key < UI_KEY_F0;
}

static const struct screen_class pick_class = {
	.name = "pick",
	.context = CONTEXT_MENU,
	.modal = true,
	.state_size = sizeof(struct pick),
	.open = pick_open,
	.title = pick_title,
	.draw = pick_draw,
	.key = pick_key,
	.grabs = pick_grabs,
	.hint = pick_hint,
	.close = pick_close,
};

static int run(struct ui *ui, const struct pick_argument *argument)
{
	int64_t result = 0;

	if (argument->count == 0 || !ui_run(ui, &pick_class, argument, &result))
		return -1;
	return (int)result - 1;
}

int ui_pick(struct ui *ui, const char *title, const struct ui_choice *choices,
	    size_t count, size_t at)
{
	const struct pick_argument argument = { title, choices, count, at, NULL };

	return run(ui, &argument);
}

int ui_pick_other(struct ui *ui, const char *title, const struct ui_choice *choices,
		  size_t count, size_t at, const char **typed)
{
	/* What the list itself allocates is gone with it. */
	char *other = arena_alloc(ui_scratch(ui), TYPED_MOST);
	const struct pick_argument argument = { title, choices, count, at, other };

	*typed = other;
	return run(ui, &argument);
}
