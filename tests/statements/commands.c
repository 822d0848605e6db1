#include <fcntl.h>
#include <ftw.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/file.h"
#include "cli/cli.h"
#include "report/report.h"
#include "statements.h"
#include "store/db.h"

/*
 * Commands on an office file. Where one ends with another status than in peace it
 * says why, and wrote nothing; else all is as in peace.
 */
enum { PATH_MOST = 128, FILE_MOST = 64 << 20 };

static struct {
	char directory[PATH_MOST / 2], office[PATH_MOST], out[PATH_MOST], err[PATH_MOST],
		file[PATH_MOST];
	char *image; /* of the office file before */
	size_t size, findings;
	uint64_t before;
	struct arena arena; /* of the image */
} on;

/* What a command left. */
struct left {
	int status;
	const char *out, *err, *file; /* file: NULL where there is none */
	uint64_t records;
	const char *wrong;
};

/* ---- files ---- */

static const char *content(const char *path, size_t *size, struct arena *arena)
{
	struct err err = { 0 };
	char *bytes;

	if (!file_read(path, FILE_MOST, arena, &bytes, size, &err))
		return NULL;
	return bytes;
}

static void office_back(void)
{
	int fd = open(on.office, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0 || write(fd, on.image, on.size) != (ssize_t)on.size || close(fd) != 0)
		give_up("the office file is put back");
	unlink(on.file);
}

/* Is the office file what it was, byte for byte? */
static bool is_untouched(void)
{
	struct arena arena = { 0 };
	size_t size = 0;
	const char *now = content(on.office, &size, &arena);
	bool same = now && size == on.size && memcmp(now, on.image, size) == 0;

	arena_done(&arena);
	return same;
}

static uint64_t records(const char **wrong)
{
	struct err err = { 0 };
	struct db *db;
	uint64_t sum;

	if (!db_open(on.office, DB_OPEN, &db, &err)) {
		*wrong = "the office file does not open any more";
		return 0;
	}
	sum = office_records(db);
	if (rod.failed > 0)
		*wrong = office_wrong(db, on.findings);
	else
		on.findings = office_findings(db);
	db_close(db);
	return sum;
}

/* ---- one run ---- */

static int redirected(int to, const char *path)
{
	int kept = dup(to), fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	fflush(to == STDOUT_FILENO ? stdout : stderr);
	if (kept < 0 || fd < 0 || dup2(fd, to) != to || close(fd) != 0)
		give_up("what is said goes into a file");
	return kept;
}

static void given_back(int to, int kept)
{
	fflush(to == STDOUT_FILENO ? stdout : stderr);
	if (dup2(kept, to) != to || close(kept) != 0)
		give_up("what is said goes where it went");
}

/* "report needs --year 2026"; of a file to write, @ is the name. */
static int run(const char *line, struct arena *arena)
{
	enum { WORDS = 16 };
	char *argv[WORDS] = { "bangkom", "--database", on.office, "--language", "en" };
	char *rest = arena_strdup(arena, line);
	struct err err = { 0 };
	struct cli cli;
	int argc = 5;

	for (char *word; argc < WORDS - 1 && (word = strtok(rest, " ")); rest = NULL)
		argv[argc++] = strcmp(word, "@") == 0 ? on.file : word;
	if (!cli_open(&cli, argc, argv, arena, &err))
		return cli_fail(&err);
	return cli_run(&cli);
}

/* With the rod as it was begun. */
static struct left do_line(const char *line, struct arena *arena)
{
	struct left left = { 0 };
	size_t size;
	int out, err;

	rod.on = false;
	office_back();
	if (sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, 1, (sqlite3 *)NULL) !=
	    SQLITE_OK)
		give_up("the seed of what is drawn");
	fflush(stdout);
	out = redirected(STDOUT_FILENO, on.out);
	err = redirected(STDERR_FILENO, on.err);
	rod.on = true;
	left.status = run(line, arena);
	rod_end();
	given_back(STDOUT_FILENO, out);
	given_back(STDERR_FILENO, err);
	left.out = content(on.out, &size, arena);
	left.err = content(on.err, &size, arena);
	left.file = content(on.file, &size, arena);
	left.records = is_untouched() ? on.before : records(&left.wrong);
	return left;
}

static bool same(const char *a, const char *b)
{
	return !a || !b ? a == b : strcmp(a, b) == 0;
}

static const char *wrong_with(const struct left *left, const struct left *peace)
{
	if (left->wrong)
		return left->wrong;
	if (left->status == peace->status) {
		if (!same(left->out, peace->out) || !same(left->file, peace->file))
			return "it ended as in peace and wrote something else";
		return left->records == peace->records
			       ? NULL
			       : "it ended as in peace and the records are others";
	}
	if (left->status == 0)
		return "it ended well, other than in peace";
	if (!left->err || strlen(left->err) < 20)
		return "it said nothing";
	if (left->file && !same(left->file, peace->file))
		return "half a file is left";
	return left->records == on.before || left->records == peace->records
		       ? NULL
		       : "the records are neither those before nor those after";
}

static void do_all(const char *line)
{
	struct arena arena = { 0 }, once = { 0 };
	struct places places;
	struct left peace;

	rod_learn();
	peace = do_line(line, &arena);
	places = places_chosen();
	for (size_t i = 0; i < places.count; i++) {
		enum rod_fault first, last;

		faults_chosen(places.at[i], &first, &last);
		for (; first <= last; first++) {
			struct left left;

			rod_begin(places.at[i], first);
			left = do_line(line, &once);
			judge(line, wrong_with(&left, &peace));
			arena_reset(&once);
		}
	}
	/* The next command goes on from here. */
	rod_learn();
	if (peace.records != on.before)
		do_line(line, &once);
	else
		office_back();
	free(places.at);
	arena_done(&once);
	arena_done(&arena);
}

/* ---- all commands ---- */

static void strike(const char *line)
{
	struct err err = { 0 };
	struct db *db;
	const char *wrong = NULL;

	arena_reset(&on.arena);
	if (!db_open(on.office, DB_OPEN, &db, &err))
		give_up(err.text);
	db_close(db);
	rod.failed = 0;
	on.before = records(&wrong);
	if (!file_read(on.office, FILE_MOST, &on.arena, &on.image, &on.size, &err))
		give_up(err.text);
	in_child(do_all, line);
}

static const char *const lines_first[] = {
	"import units tests/data/medan/units.csv",
	"import persons tests/data/medan/persons.csv",
	"import partners tests/data/medan/partners.csv",
	"import trainers tests/data/projects/trainers.csv",
	"import competencies tests/data/medan/competencies.csv",
	"import standards tests/data/medan/standards.csv",
	"import programmes tests/data/medan/programmes.csv",
	"import objectives tests/data/medan/objectives.csv",
	"import questionnaire tests/data/medan/questionnaire.csv",
	"import programme_partners tests/data/projects/programme_partners.csv",
	"import sessions tests/data/medan/sessions.csv",
	"import enrolments tests/data/medan/enrolments.csv",
	"import attendance tests/data/medan/attendance.csv",
	"import scores tests/data/medan/scores.csv",
	"import surveys tests/data/projects/surveys.csv",
	"import needs tests/data/medan/needs.csv",
	"import decisions tests/data/projects/decisions.csv",
	"import funds tests/data/projects/funds.csv",
	"import ceilings tests/data/projects/ceilings.csv",
	"import plan_items tests/data/projects/plan_items.csv",
	"import feedback tests/data/medan/feedback.csv",
	"import groups tests/data/projects/groups.csv",
	"import members tests/data/projects/members.csv",
	"import projects tests/data/projects/projects.csv",
	"import milestones tests/data/projects/milestones.csv",
	"import stakeholders tests/data/projects/stakeholders.csv",
	"import improvements tests/data/projects/improvements.csv",
	"import certificates tests/data/projects/certificates.csv",
	"import rubrics tests/data/projects/rubrics.csv",
	"import criteria tests/data/projects/criteria.csv",
	"import assessments tests/data/projects/assessments.csv",
	"import assessment_scores tests/data/projects/assessment_scores.csv",
	"export persons --output @",
	"export feedback --all",
	"export sessions",
	"export needs --format json",
	"export standards",
	"export questionnaire --format tsv",
	"history",
	"check",
	"check --deep",
	"backup @",
	"undo",
	"redo",
	"add-questionnaire",
	"thin-history --before 2026-05-04",
};

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)type;
	(void)at;
	return remove(path);
}

void commands_struck(const char *only)
{
	enum { DESCRIPTORS = 8 };
	struct err err = { 0 };
	char line[PATH_MOST];
	struct db *db;

	snprintf(on.directory, sizeof on.directory, "%s/bangkom-statements-XXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(on.directory) || setenv("HOME", on.directory, 1) != 0 ||
	    unsetenv("XDG_CONFIG_HOME") != 0 || unsetenv("XDG_DATA_HOME") != 0)
		give_up("a directory is made");
	snprintf(on.office, sizeof on.office, "%s/office.db", on.directory);
	snprintf(on.out, sizeof on.out, "%s/out", on.directory);
	snprintf(on.err, sizeof on.err, "%s/err", on.directory);
	snprintf(on.file, sizeof on.file, "%s/file", on.directory);
	if (!db_open(on.office, DB_CREATE, &db, &err))
		give_up(err.text);
	db_close(db);
	for (size_t i = 0; i < sizeof lines_first / sizeof *lines_first; i++) {
		if (!only || strstr(lines_first[i], only))
			strike(lines_first[i]);
	}
	for (const struct report_kind *k = report_kinds; k->name; k++) {
		for (int by = 0; by < (k->by_programme ? 2 : 1); by++) {
			snprintf(line, sizeof line, "report %s%s", k->name,
				 by ? " --programme PRJ26 --output @" : "");
			if (!only || strstr(line, only))
				strike(line);
		}
	}
	if (nftw(on.directory, remove_one, DESCRIPTORS, FTW_DEPTH | FTW_PHYS) != 0)
		give_up("the directory is removed");
	arena_done(&on.arena);
}
