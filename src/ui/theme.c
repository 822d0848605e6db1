#include <stdlib.h>
#include <string.h>

#include "base/settings.h"
#include "ui_private.h"

/* One line for each style: what it looks like with and without colours. */
static const struct look {
	attr_t mono;
	attr_t colour; /* attributes beside the pair */
	short front;   /* -1: the terminal's own */
} looks[STYLE_COUNT] = {
	[STYLE_PLAIN] = { A_NORMAL, A_NORMAL, -1 },
	[STYLE_TITLE] = { A_REVERSE, A_REVERSE | A_BOLD, -1 },
	[STYLE_LABEL] = { A_NORMAL, A_NORMAL, -1 },
	[STYLE_FOCUS] = { A_REVERSE, A_REVERSE, -1 },
	[STYLE_MARK] = { A_BOLD, A_BOLD, COLOR_MAGENTA },
	[STYLE_GOOD] = { A_NORMAL, A_NORMAL, COLOR_GREEN },
	[STYLE_WARN] = { A_BOLD, A_BOLD, COLOR_MAGENTA },
	[STYLE_BAD] = { A_BOLD, A_BOLD, COLOR_RED },
	[STYLE_DIM] = { A_NORMAL, A_NORMAL, -1 },
	[STYLE_KEY] = { A_BOLD, A_BOLD, -1 },
};

static bool coloured(const struct ui *ui)
{
	const char *no_colour = getenv("NO_COLOR");

	return (!no_colour || *no_colour == '\0') &&
	       strcmp(ui->options.settings->theme, "mono") != 0 && has_colors();
}

void theme_open(struct ui *ui)
{
	if (!has_colors())
		return;
	start_color();
	use_default_colors();
	for (short i = 0; i < STYLE_COUNT; i++)
		init_pair((short)(i + 1), looks[i].front, -1);
	(void)ui;
}

/* A pair of the terminal's own colours would look the same as no pair, and cost
 * some bytes at each change between both. */
static attr_t colour_of(enum style style)
{
	return looks[style].front < 0 ? A_NORMAL : (attr_t)COLOR_PAIR((int)style + 1);
}

attr_t theme_style(const struct ui *ui, enum style style)
{
	attr_t attributes = looks[style].mono;

	if (coloured(ui))
		attributes = looks[style].colour | colour_of(style);
	if (strcmp(ui->options.settings->theme, "high-contrast") == 0)
		attributes |= A_BOLD;
	return attributes;
}
