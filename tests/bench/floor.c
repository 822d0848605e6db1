#include <curses.h>
#include <form.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * The floor: the least that a program with these libraries can do. It opens
 * the same office file with the same durability, shows one list page and one
 * form, and on a key draws only what changes. What bangkom costs above this
 * is its own doing.
 */
enum { ROWS = 19, FIELDS = 8, WIDTH = 96 };

static const char after_sql[] =
	"SELECT p.search, printf('%-30.30s  %-18s  %-20.20s  %-6s', p.name, p.nip, "
	"u.code,"
	" p.grade) FROM persons p LEFT JOIN units u ON u.id = p.unit"
	" WHERE p.search > ?1 AND instr(p.search, ?2) > 0 ORDER BY p.search LIMIT ?3";
static sqlite3_stmt *after;
static struct {
	char search[128], text[WIDTH];
} rows[ROWS + 1];
static int count, selected;
static char word[32];

/* Up to `most` rows behind the key, from rows[at] on. */
static int fetch(const char *key, int at, int most)
{
	int found = 0;

	sqlite3_bind_text(after, 1, key, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(after, 2, word, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int(after, 3, most);
	while (sqlite3_step(after) == SQLITE_ROW) {
		snprintf(rows[at].search, 128, "%s", sqlite3_column_text(after, 0));
		snprintf(rows[at++].text, WIDTH, "%s", sqlite3_column_text(after, 1));
		found++;
	}
	sqlite3_reset(after);
	return found;
}

static void draw_row(int i)
{
	attrset(i == selected ? A_REVERSE : A_NORMAL);
	mvaddstr(i + 1, 0, i < count ? rows[i].text : "");
	attrset(A_NORMAL);
	clrtoeol();
}

static void draw_page(void)
{
	for (int i = 0; i < ROWS; i++)
		draw_row(i);
}

static void page(const char *key)
{
	int found = fetch(key, 0, ROWS);

	if (found == 0 && *key != '\0')
		return;
	count = found;
	selected = 0;
	draw_page();
}

static void down(void)
{
	if (selected + 1 < count) {
		selected++;
		draw_row(selected - 1);
		draw_row(selected);
	} else if (count == ROWS && fetch(rows[ROWS - 1].search, ROWS, 1) == 1) {
		memmove(rows, rows + 1, ROWS * sizeof *rows);
		draw_page();
	}
}

static void form(void)
{
	FIELD *fields[FIELDS + 1] = { NULL };
	FORM *f;
	wint_t key;

	erase();
	for (int i = 0; i < FIELDS; i++) {
		fields[i] = new_field(1, 48, i + 1, 14, 0, 0);
		set_field_back(fields[i], A_UNDERLINE);
		mvprintw(i + 1, 0, "Field %d", i + 1);
	}
	f = new_form(fields);
	post_form(f);
	mvaddstr(22, 0, "form");
	pos_form_cursor(f);
	while (get_wch(&key) != ERR && key != '\033')
		form_driver_w(f, OK, (wchar_t)key);
	unpost_form(f);
	free_form(f);
	erase();
	draw_page();
}

/* The list, its bar and its filter: "/" begins one, Enter ends it. */
static void list(void)
{
	bool typing = false;
	wint_t key;

	while (move(22, 5), get_wch(&key) != ERR && (typing || key != 'q')) {
		if (key == KEY_F(2)) {
			form();
		} else if (key == KEY_DOWN) {
			down();
		} else if (key == KEY_NPAGE && count > 0) {
			page(rows[count - 1].search);
		} else if (key == '/' || key == '\n') {
			typing = key == '/';
		} else if (typing && key < 0x7f && strlen(word) + 1 < sizeof word) {
			word[strlen(word)] = (char)key;
			page("");
		}
	}
}

int main(int argc, char **argv)
{
	sqlite3 *db;

	setlocale(LC_ALL, "C.UTF-8");
	if (argc != 2 ||
	    sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
	    sqlite3_exec(db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA",
			 NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, after_sql, -1, &after, NULL) != SQLITE_OK)
		return EXIT_FAILURE;
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	mvaddstr(22, 0, "ready");
	page("");
	list();
	endwin();
	return EXIT_SUCCESS;
}
