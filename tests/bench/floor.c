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
enum { ROWS = 19, FIELDS = 8, WIDTH = 96, PEOPLE = 40 };

static const char after_sql[] =
	"SELECT p.search, printf('%-30.30s  %-18s  %-20.20s  %-6s', p.name, p.nip, "
	"u.code,"
	" p.grade) FROM persons p LEFT JOIN units u ON u.id = p.unit"
	" WHERE p.search > ?1 AND instr(p.search, ?2) > 0 ORDER BY p.search LIMIT ?3";
static const char before_sql[] =
	"SELECT p.search, printf('%-30.30s  %-18s  %-20.20s  %-6s', p.name, p.nip, "
	"u.code,"
	" p.grade) FROM persons p LEFT JOIN units u ON u.id = p.unit"
	" WHERE p.search < ?1 AND instr(p.search, ?2) > 0 ORDER BY p.search DESC LIMIT "
	"?3";
static sqlite3_stmt *after, *before;
static struct {
	char search[128], text[WIDTH];
} rows[ROWS + 1];
static int count, selected, grid_top;
static char word[32];

/* Up to `most` rows behind the key or before it, from rows[at] on in the
 * order in which they come. */
static int fetch_by(sqlite3_stmt *s, const char *key, int at, int most)
{
	int found = 0;

	sqlite3_bind_text(s, 1, key, -1, SQLITE_TRANSIENT);
	sqlite3_bind_text(s, 2, word, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int(s, 3, most);
	while (sqlite3_step(s) == SQLITE_ROW) {
		snprintf(rows[at].search, 128, "%s", sqlite3_column_text(s, 0));
		snprintf(rows[at++].text, WIDTH, "%s", sqlite3_column_text(s, 1));
		found++;
	}
	sqlite3_reset(s);
	return found;
}

static int fetch(const char *key, int at, int most)
{
	return fetch_by(after, key, at, most);
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

/* The page before the key. */
static void page_up(const char *key)
{
	int found = fetch_by(before, key, 0, ROWS);

	if (found == 0)
		return;
	for (int i = 0; i < found / 2; i++) {
		rows[ROWS] = rows[i];
		rows[i] = rows[found - 1 - i];
		rows[found - 1 - i] = rows[ROWS];
	}
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

/* Attendance: a column of marks of the people of a programme, each stored as
 * it is made; a key draws two cells and a count. */
static struct {
	sqlite3_int64 id;
	char name[64], state;
} people[PEOPLE];
static int people_count, at, marked;
static sqlite3_stmt *mark;

static void fetch_people(sqlite3 *db)
{
	sqlite3_stmt *s;

	sqlite3_prepare_v2(db,
			   "SELECT p.id, p.name FROM enrolments e JOIN persons p"
			   " ON p.id = e.person JOIN programmes r ON r.id = e.programme"
			   " WHERE r.code = 'GRID26' ORDER BY p.search LIMIT 40",
			   -1, &s, NULL);
	while (sqlite3_step(s) == SQLITE_ROW && people_count < PEOPLE) {
		people[people_count].id = sqlite3_column_int64(s, 0);
		people[people_count].state = '.';
		snprintf(people[people_count++].name, 64, "%s",
			 sqlite3_column_text(s, 1));
	}
	sqlite3_finalize(s);
	sqlite3_prepare_v2(db,
			   "INSERT INTO attendance (session, person, state)"
			   " VALUES ((SELECT s.id FROM sessions s JOIN programmes r"
			   "           ON r.id = s.programme"
			   "          WHERE r.code = 'GRID26' AND s.number = 1), ?1, ?2)"
			   " ON CONFLICT (session, person) DO UPDATE SET state = ?2",
			   -1, &mark, NULL);
}

static void draw_person(int i)
{
	if (i < grid_top || i >= grid_top + ROWS || i >= people_count)
		return;
	mvprintw(i - grid_top + 1, 0, "%3d  %-30.30s", i + 1, people[i].name);
	attrset(i == at ? A_REVERSE : A_NORMAL);
	mvprintw(i - grid_top + 1, 40, " %c ", people[i].state);
	attrset(A_NORMAL);
}

static void go_to_person(int i)
{
	int was = at;

	at = i < people_count ? i : people_count - 1;
	if (at >= grid_top + ROWS) {
		grid_top = at - ROWS / 2;
		erase();
		for (int row = grid_top; row < people_count; row++)
			draw_person(row);
	}
	draw_person(was);
	draw_person(at);
	mvprintw(21, 0, "marked %d", marked);
}

static void mark_person(char key)
{
	static const char *const states[] = { "present", "late", "sick", "excused",
					      "absent" };
	static const char keys[] = "htsia";
	const char *found = strchr(keys, key);

	if (!found || people_count == 0)
		return;
	sqlite3_bind_int64(mark, 1, people[at].id);
	sqlite3_bind_text(mark, 2, states[found - keys], -1, SQLITE_STATIC);
	sqlite3_step(mark);
	sqlite3_reset(mark);
	marked += people[at].state == '.';
	people[at].state = key;
	go_to_person(at + 1);
}

static void grid(sqlite3 *db)
{
	wint_t key;

	fetch_people(db);
	erase();
	for (int i = 0; i < people_count; i++)
		draw_person(i);
	while (move(at - grid_top + 1, 41), get_wch(&key) != ERR && key != '\033') {
		if (key == KEY_DOWN)
			go_to_person(at + 1);
		else if (key == KEY_HOME)
			go_to_person(grid_top = 0);
		else
			mark_person((char)key);
	}
}

/* The list, its bar and its filter: "/" begins one, Enter ends it. */
static void list(sqlite3 *db)
{
	bool typing = false;
	wint_t key;

	while (move(22, 5), get_wch(&key) != ERR && (typing || key != 'q')) {
		if (!typing && key == 'g') {
			grid(db);
		} else if (key == KEY_F(2)) {
			form();
		} else if (key == KEY_DOWN) {
			down();
		} else if (key == KEY_NPAGE && count > 0) {
			page(rows[count - 1].search);
		} else if (key == KEY_PPAGE && count > 0) {
			page_up(rows[0].search);
		} else if (key == KEY_HOME) {
			page("");
		} else if (key == KEY_END) {
			page_up("\xff");
		} else if (key == '/' || key == '\n') {
			typing = key == '/';
		} else if (typing && key < 0x7f && strlen(word) + 1 < sizeof word) {
			word[strlen(word)] = (char)key;
			mvaddstr(23, 0, word);
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
	    sqlite3_prepare_v2(db, after_sql, -1, &after, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, before_sql, -1, &before, NULL) != SQLITE_OK)
		return EXIT_FAILURE;
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	mvaddstr(22, 0, "ready");
	page("");
	list(db);
	endwin();
	return EXIT_SUCCESS;
}
