#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "office.h"

/*
 * Backups as a coordinator meets them: told of on the first screen, made there
 * while another program reads the file, and the start after a cut.
 */
static char target[96];

static void tell(void)
{
	struct vt v;

	setenv("BANGKOM_TODAY", "2026-05-16", 1);
	office_start(&v, "xterm");
	if (!vt_wait(&v, "No backup outside this computer yet. b makes one."))
		fail(&v, "a week without a backup by hand is told");
	good("a week without a backup by hand is told");
	vt_send(&v, "\021");
	vt_end(&v);
}

static void make(void)
{
	char keys[128];
	struct stat st;
	struct vt v;

	snprintf(target, sizeof target, "%s.stick", office_path);
	office_start(&v, "xterm");
	type(&v, "b", "2026-05-16-daily.backup");
	good("the automatic backups are listed");
	type(&v, ENTER, "bangkom-2026-05-16.backup");
	snprintf(keys, sizeof keys, "\025%s\r", target);
	type(&v, keys, "A backup was made and read again");
	if (stat(target, &st) != 0 || (st.st_mode & 0777) != 0600 ||
	    !vt_wait_gone(&v, "No backup outside"))
		fail(&v, "a backup is made on the first screen");
	good("a backup is made on the first screen");
	type(&v, "b" ENTER, "Write the backup to:");
	type(&v, keys, "is there already");
	good("and none is written over");
	vt_send(&v, "\021");
	vt_end(&v);
}

static void none(void)
{
	char command[256];
	struct vt v;

	snprintf(command, sizeof command, "rm -rf %s-backups && touch %s-backups",
		 office_path, office_path);
	if (system(command) != 0)
		fail(NULL, "a place where no backup can be");
	office_start(&v, "xterm");
	if (!vt_wait(&v, "The backup of today was not made. b says why."))
		fail(&v, "that the backup of the day failed is told");
	type(&v, "b", "office.db-backups");
	good("that the backup of the day failed is told");
	vt_send(&v, "\021");
	vt_end(&v);
}

static void start_again(void)
{
	struct vt v;

	office_start(&v, "xterm");
	kill(v.pid, SIGKILL);
	vt_end(&v);
	office_begin(&v, "xterm");
	if (!vt_wait(&v, "The last run did not end in order."))
		fail(&v, "a start after a cut examines the file");
	good("a start after a cut examines the file");
	vt_send(&v, "\021");
	vt_end(&v);
	office_start(&v, "xterm");
	if (vt_has(&v, "did not end in order"))
		fail(&v, "once");
	good("once");
	vt_send(&v, "\021");
	vt_end(&v);
}

static void bring_back(void)
{
	char command[512], said[256];
	struct vt v;

	office_start(&v, "xterm");
	snprintf(command, sizeof command,
		 "%s --database %s --language en restore %s --yes >/dev/null 2>%s.err",
		 getenv("BANGKOM"), office_path, target, office_path);
	if (system(command) == 0)
		fail(&v, "nothing is restored under an open program");
	good("nothing is restored under an open program");
	snprintf(said, sizeof said, "tr '\\n' ' ' <%s.err | grep -q 'process %ld'",
		 office_path, (long)v.pid);
	if (system(said) != 0)
		fail(&v, "and it is said whose that is");
	good("and it is said whose that is");
	vt_send(&v, "\021");
	vt_end(&v);
	put("DELETE FROM attendance");
	if (system(command) != 0)
		fail(NULL, "it is restored when the program is closed");
	check(NULL, "it is restored when the program is closed",
	      "SELECT count(*) > 0 FROM attendance", 1);
}

static void answer(const char *keys, const char *wanted, const char *name)
{
	const char *const arguments[] = { "restore", target, NULL };
	struct vt v;

	office_run(&v, arguments, "xterm", "Type yes and press Enter:");
	vt_send(&v, keys);
	if (!vt_wait(&v, wanted))
		fail(&v, name);
	good(name);
	vt_end(&v);
}

int main(void)
{
	if (!getenv("BANGKOM"))
		setenv("BANGKOM", "./bangkom", 1);
	if (!office_make(true))
		return EXIT_SUCCESS;
	tell();
	make();
	start_again();
	bring_back();
	answer("y\r", "Nothing was changed.", "half a word brings nothing back");
	answer("Yes\r", "Restored:", "the word does, however it is written");
	none();
	return office_remove() ? EXIT_SUCCESS : EXIT_FAILURE;
}
