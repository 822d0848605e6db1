#include <string.h>

#include "base/arena.h"
#include "ui_private.h"

/* clang-format off */
static const struct {
	const char *name;
	int32_t key;
} names[] = {
	{ "Up", UI_KEY_UP }, { "Down", UI_KEY_DOWN }, { "Left", UI_KEY_LEFT },
	{ "Right", UI_KEY_RIGHT }, { "Home", UI_KEY_HOME }, { "End", UI_KEY_END_ },
	{ "PgUp", UI_KEY_PAGE_UP }, { "PgDn", UI_KEY_PAGE_DOWN }, { "Ins", UI_KEY_INSERT },
	{ "Del", UI_KEY_DELETE }, { "Backspace", UI_KEY_BACKSPACE }, { "Enter", UI_KEY_ENTER },
	{ "Tab", UI_KEY_TAB }, { "S-Tab", UI_KEY_BACK_TAB }, { "Esc", UI_KEY_ESCAPE },
	{ "C-Left", UI_KEY_CTRL_LEFT }, { "C-Right", UI_KEY_CTRL_RIGHT }, { "Space", ' ' },
};

static const struct {
	int code;
	int32_t key;
} codes[] = {
	{ KEY_UP, UI_KEY_UP }, { KEY_DOWN, UI_KEY_DOWN }, { KEY_LEFT, UI_KEY_LEFT },
	{ KEY_RIGHT, UI_KEY_RIGHT }, { KEY_HOME, UI_KEY_HOME }, { KEY_END, UI_KEY_END_ },
	{ KEY_PPAGE, UI_KEY_PAGE_UP }, { KEY_NPAGE, UI_KEY_PAGE_DOWN }, { KEY_IC, UI_KEY_INSERT },
	{ KEY_DC, UI_KEY_DELETE }, { KEY_BACKSPACE, UI_KEY_BACKSPACE },
	{ KEY_ENTER, UI_KEY_ENTER }, { KEY_BTAB, UI_KEY_BACK_TAB }, { KEY_RESIZE, UI_KEY_RESIZE },
	{ CODE_ESCAPE, UI_KEY_ESCAPE }, { CODE_PASTE_BEGIN, UI_KEY_PASTE }, { CODE_CTRL_LEFT, UI_KEY_CTRL_LEFT },
	{ CODE_CTRL_RIGHT, UI_KEY_CTRL_RIGHT },
};

/* What terminals really send, whatever their entry says: PuTTY as "xterm"
 * sends its own function keys and an application keypad. */
static const struct {
	const char *sequence;
	int code;
} sequences[] = {
	{ "\033[11~", KEY_F(1) }, { "\033[12~", KEY_F(2) }, { "\033[13~", KEY_F(3) },
	{ "\033[14~", KEY_F(4) }, { "\033[15~", KEY_F(5) }, { "\033[17~", KEY_F(6) },
	{ "\033[18~", KEY_F(7) }, { "\033[19~", KEY_F(8) }, { "\033[20~", KEY_F(9) },
	{ "\033[21~", KEY_F(10) }, { "\033[23~", KEY_F(11) }, { "\033[24~", KEY_F(12) },
	{ "\033OP", KEY_F(1) }, { "\033OQ", KEY_F(2) }, { "\033OR", KEY_F(3) },
	{ "\033OS", KEY_F(4) }, { "\033[[A", KEY_F(1) }, { "\033[[B", KEY_F(2) },
	{ "\033[[C", KEY_F(3) }, { "\033[[D", KEY_F(4) }, { "\033[[E", KEY_F(5) },
	{ "\033[A", KEY_UP }, { "\033[B", KEY_DOWN }, { "\033[C", KEY_RIGHT },
	{ "\033[D", KEY_LEFT }, { "\033OA", KEY_UP }, { "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT }, { "\033OD", KEY_LEFT }, { "\033[H", KEY_HOME },
	{ "\033[F", KEY_END }, { "\033OH", KEY_HOME }, { "\033OF", KEY_END },
	{ "\033[1~", KEY_HOME }, { "\033[4~", KEY_END }, { "\033[7~", KEY_HOME },
	{ "\033[8~", KEY_END }, { "\033[2~", KEY_IC }, { "\033[3~", KEY_DC },
	{ "\033[5~", KEY_PPAGE }, { "\033[6~", KEY_NPAGE }, { "\033[Z", KEY_BTAB },
	{ "\033\t", KEY_BTAB }, { "\033[1;5D", CODE_CTRL_LEFT }, { "\033[1;5C", CODE_CTRL_RIGHT },
	{ "\033Op", '0' }, { "\033Oq", '1' }, { "\033Or", '2' }, { "\033Os", '3' },
	{ "\033Ot", '4' }, { "\033Ou", '5' }, { "\033Ov", '6' }, { "\033Ow", '7' },
	{ "\033Ox", '8' }, { "\033Oy", '9' }, { "\033On", '.' }, { "\033Ok", '+' },
	{ "\033Om", '-' }, { "\033OM", KEY_ENTER }, { "\033Oj", '*' }, { "\033Oo", '/' },
	{ "\033Ol", ',' },
	{ "\033[27u", CODE_ESCAPE },
	{ "\033[200~", CODE_PASTE_BEGIN }, { "\033[201~", CODE_PASTE_END },
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

void key_define_all(void)
{
	for (size_t i = 0; i < COUNT(sequences); i++)
		define_key(sequences[i].sequence, sequences[i].code);
}

int32_t key_from_curses(int code)
{
	for (size_t i = 0; i < COUNT(codes); i++) {
		if (codes[i].code == code)
			return codes[i].key;
	}
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return UI_KEY_F0 + (code - KEY_F0);
	return 0;
}

static int32_t function_key(const char *name)
{
	int number = 0;

	if (name[0] != 'F' || name[1] == '\0')
		return 0;
	for (name++; *name >= '0' && *name <= '9'; name++)
		number = number * 10 + (*name - '0');
	return *name == '\0' && number >= 1 && number <= 12 ? UI_KEY_F0 + number : 0;
}

bool key_parse(const char *name, int32_t *key)
{
	size_t length = strlen(name);

	for (size_t i = 0; i < COUNT(names); i++) {
		if (strcmp(names[i].name, name) == 0) {
			*key = names[i].key;
			return true;
		}
	}
	if (function_key(name)) {
		*key = function_key(name);
		return true;
	}
	/* Terminals send these for Tab, Enter, Backspace and Esc. */
	if (length == 3 && name[0] == 'C' && strchr("imjh[IMJH", name[2]))
		return false;
	if (length == 3 && name[1] == '-' && (name[0] == 'C' || name[0] == 'M')) {
		*key = name[0] == 'C' ? UI_CTRL(name[2]) : UI_META(name[2]);
		return true;
	}
	if (length != 1 || name[0] <= ' ' || name[0] == 0x7f)
		return false;
	*key = name[0];
	return true;
}

const char *key_label(struct arena *arena, int32_t key)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		if (names[i].key == key)
			return names[i].name;
	}
	if (key > UI_KEY_F0 && key <= UI_KEY_F12)
		return arena_printf(arena, "F%d", key - UI_KEY_F0);
	if (key >= UI_META(0))
		return arena_printf(arena, "Alt+%c", key & 0x7f);
	if (key > 0 && key < ' ')
		return arena_printf(arena, "Ctrl+%c", key + 'A' - 1);
	return arena_printf(arena, "%c", key & 0x7f);
}
