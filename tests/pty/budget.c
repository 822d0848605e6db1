#include "budget.h"

#include <stdio.h>
#include <string.h>

static const struct budget *task;
static unsigned pressed;

unsigned keys_in(const char *keys)
{
	unsigned count = 0;

	for (; *keys != '\0'; count++) {
		if (*keys == '\033' && (keys[1] == '[' || keys[1] == 'O')) {
			keys += 2;
			while (*keys != '\0' && (*keys < '@' || *keys > '~'))
				keys++;
		}
		/* The bytes that go on with a character are no further keys. */
		do
			keys++;
		while (((unsigned char)*keys & 0xc0) == 0x80);
	}
	return count;
}

void task_begin(const struct budget *b)
{
	task = b;
	pressed = 0;
}

void press(struct vt *v, const char *keys, const char *text)
{
	pressed += keys_in(keys);
	type(v, keys, text);
}

void task_end(struct vt *v, const char *sql, long long wanted)
{
	char name[160];
	long long got = number(sql);

	snprintf(name, sizeof name, "%s: %u keys from %s, budget %u", task->task, pressed,
		 task->start, task->budget);
	if (got != wanted) {
		printf("%s gives %lld, not %lld\n", sql, got, wanted);
		fail(v, name);
	}
	if (pressed > task->budget)
		fail(v, name);
	if (pressed != task->ours) {
		printf("the table of budgets says %u\n", task->ours);
		fail(v, name);
	}
	good(name);
}

/* One Esc at a time: one with a key right behind it is Alt and that key. */
void go_home(struct vt *v)
{
	for (int i = 0; i < 9 && !vt_has(v, "This is the first screen"); i++) {
		if (!vt_send(v, ESC))
			fail(v, "the screen answers");
		vt_quiet(v);
	}
	if (!vt_has(v, "This is the first screen"))
		fail(v, "Esc leads to the first screen");
}
