#include <signal.h>

#include "commands.h"

static volatile sig_atomic_t stopped;

static void on_stop(int number)
{
	stopped = number;
}

void cli_stop_catch(void)
{
	static const int stops[] = { SIGINT, SIGTERM, SIGHUP };
	struct sigaction action = { .sa_handler = on_stop }, now;

	sigemptyset(&action.sa_mask);
	action.sa_flags = (int)SA_RESETHAND; /* the second one ends the program */
	/* Who starts us without them, as nohup does, means it. */
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		if (sigaction(stops[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
			sigaction(stops[i], &action, NULL);
	}
}

bool cli_stopped(void *context)
{
	(void)context;
	return stopped != 0;
}

int cli_stop_status(void)
{
	return 128 + (int)stopped;
}
