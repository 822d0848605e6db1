#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui_private.h"

/* Long texts in the editor that $VISUAL or $EDITOR names. The text goes
 * there and comes back in a file that only the user may read. */
enum { TEXT_MOST = 1 << 20 };

static const char *temporary_directory(void)
{
	const char *directory = getenv("XDG_RUNTIME_DIR");

	if (!directory || *directory == '\0')
		directory = getenv("TMPDIR");
	return directory && *directory != '\0' ? directory : "/tmp";
}

static bool write_all(int fd, const char *text)
{
	size_t left = strlen(text);

	while (left > 0) {
		ssize_t done = write(fd, text, left);

		if (done < 0 && errno != EINTR)
			return false;
		if (done > 0) {
			text += done;
			left -= (size_t)done;
		}
	}
	return true;
}

static bool put_text(char *path, const char *text, struct err *err)
{
	int fd = mkstemp(path);
	bool good = fd >= 0 && write_all(fd, text);

	if (fd >= 0 && close(fd) != 0)
		good = false;
	return good || err_set(err, ERR_FILE, _("%s cannot be written: %s."), path,
			       err_system(errno));
}

_Noreturn static void become_editor(const char *path)
{
	static const int usual[] = { SIGHUP,  SIGTERM,	SIGINT,	 SIGQUIT, SIGTSTP,
				     SIGPIPE, SIGWINCH, SIGALRM, SIGUSR1, SIGUSR2 };
	struct sigaction action = { .sa_handler = SIG_DFL };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		sigaction(usual[i], &action, NULL);
	execl("/bin/sh", "sh", "-c", "exec ${VISUAL:-${EDITOR:-editor}} \"$1\"", "sh",
	      path, (char *)NULL);
	_exit(127);
}

static bool wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0) {
		if (errno != EINTR)
			return false;
	}
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool run_editor(struct ui *ui, const char *path, struct err *err)
{
	pid_t child;
	bool good;

	term_leave(ui);
	child = fork();
	if (child == 0)
		become_editor(path);
	good = child > 0 && wait_for(child);
	term_return(ui);
	return good ||
	       err_set(err, ERR_FILE,
		       _("The editor could not be used. Set VISUAL to the one you "
			 "like; the text is as it was."));
}

static bool take_text(const char *path, struct arena *arena, const char **out,
		      struct err *err)
{
	struct text_place place;
	ptrdiff_t wrong;
	char *bytes;
	size_t count;

	if (!file_read(path, TEXT_MOST, arena, &bytes, &count, err))
		return false;
	wrong = text_invalid_at(bytes, count);
	if (wrong >= 0) {
		place = text_place(bytes, (size_t)wrong);
		return err_set(err, ERR_FILE,
			       _("What the editor wrote is not UTF-8 (line %zu, byte "
				 "%zu); the text is as it was."),
			       place.line, place.byte);
	}
	while (count > 0 && bytes[count - 1] == '\n')
		bytes[--count] = '\0';
	*out = bytes;
	return true;
}

bool ui_edit_outside(struct ui *ui, const char *text, struct arena *arena,
		     const char **out, struct err *err)
{
	char *path =
		arena_printf(ui->scratch, "%s/bangkom-XXXXXX", temporary_directory());
	bool good = put_text(path, text, err) && run_editor(ui, path, err) &&
		    take_text(path, arena, out, err);

	unlink(path);
	return good;
}
