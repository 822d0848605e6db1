#include "base/bug.h"

#include <stdarg.h>
#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

/* The one mutable variable of the layer: set once, before any work. */
static void (*bug_hook)(void);

void bug_set_hook(void (*hook)(void))
{
	bug_hook = hook;
}

void bug(const char *format, ...)
{
	va_list args;

	if (bug_hook)
		bug_hook();
	fputs("bangkom: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	_exit(EX_SOFTWARE);
}
