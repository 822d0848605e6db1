#include <curses.h>
#include <form.h>
#include <libconfig.h>
#include <locale.h>
#include <menu.h>
#include <panel.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/*
 * The floor: the least a program with these libraries can do. It opens the
 * same office file the same way, shows one list page, and with F2 one form.
 * Everything bangkom needs above this is its own cost.
 */
enum { ROWS = 19, FIELDS = 8 };

static sqlite3 *db;
static long long first_id;

static void run(const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		exit(EXIT_FAILURE);
}

static void open_file(const char *path)
{
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		exit(EXIT_FAILURE);
	run("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;"
	    "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;"
	    "PRAGMA cache_size = -32768; PRAGMA quick_check(1)");
}

static void list(int selected)
{
	sqlite3_stmt *s;
	int row = 1;

	sqlite3_prepare_v2(db,
			   "SELECT p.id, p.name, p.nip, u.code, p.grade FROM persons p"
			   " LEFT JOIN units u ON u.id = p.unit"
			   " ORDER BY p.search, p.id LIMIT 19",
			   -1, &s, NULL);
	erase();
	mvaddstr(0, 0, " floor");
	while (sqlite3_step(s) == SQLITE_ROW && row <= ROWS) {
		if (first_id == 0)
			first_id = sqlite3_column_int64(s, 0);
		if (row == selected)
			attron(A_REVERSE);
		mvprintw(row, 0, "%-30.30s  %-18s  %-20.20s  %-6s",
			 (const char *)sqlite3_column_text(s, 1),
			 (const char *)sqlite3_column_text(s, 2),
			 (const char *)sqlite3_column_text(s, 3),
			 (const char *)sqlite3_column_text(s, 4));
		attroff(A_REVERSE);
		row++;
	}
	sqlite3_finalize(s);
	mvaddstr(22, 0, "ready");
	refresh();
}

static void form(void)
{
	FIELD *fields[FIELDS + 1] = { NULL };
	FORM *f;
	wint_t key;

	erase();
	for (int i = 0; i < FIELDS; i++) {
		fields[i] = new_field(1, 40, i + 1, 14, 0, 0);
		set_field_back(fields[i], A_UNDERLINE);
		mvprintw(i + 1, 0, "Field %d", i + 1);
	}
	f = new_form(fields);
	post_form(f);
	mvaddstr(22, 0, "form");
	pos_form_cursor(f);
	refresh();
	while (get_wch(&key) != ERR && key != 27) {
		form_driver_w(f, OK, (wchar_t)key);
		refresh();
	}
	unpost_form(f);
	free_form(f);
	for (int i = 0; i < FIELDS; i++)
		free_field(fields[i]);
}

int main(int argc, char **argv)
{
	utf8proc_uint8_t *name;
	config_t config;
	PANEL *panel;
	int selected = 1;
	wint_t key;

	setlocale(LC_ALL, "C.UTF-8");
	if (argc != 2)
		return EXIT_FAILURE;
	config_init(&config);
	config_destroy(&config);
	name = utf8proc_NFC((const utf8proc_uint8_t *)"e\xcc\x81");
	free(name);
	open_file(argv[1]);
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	panel = new_panel(newwin(1, 1, 23, 79));
	update_panels();
	list(selected);
	while (get_wch(&key) != ERR && key != 'q') {
		if (key == KEY_F(2))
			form();
		else if (key == KEY_DOWN && selected < ROWS)
			selected++;
		list(selected);
	}
	del_panel(panel);
	endwin();
	sqlite3_close(db);
	return EXIT_SUCCESS;
}
