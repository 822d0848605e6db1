#ifndef BASE_BUG_H
#define BASE_BUG_H

/*
 * Programming errors and exhausted memory: the program cannot go on. The
 * hook (set once by main, used to restore the terminal) runs, the message
 * goes to stderr, and the process ends with EX_SOFTWARE (70).
 */
void bug_set_hook(void (*hook)(void));

_Noreturn void bug(const char *format, ...) __attribute__((format(printf, 1, 2)));

#define BUG_ON(condition) \
	((condition) ? bug("%s:%d: %s", __FILE__, __LINE__, #condition) : (void)0)

#endif
