#include <string.h>

#include "base/config_file.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "base/text.h"
#include "fuzz.h"
#include "screens/screens.h"

/* Settings files, from the look at their bytes to the keys they bind. Those
 * that are taken are in range; those refused change nothing. */

static const void *member(const struct settings *s, const struct setting *t)
{
	return (const char *)s + t->offset;
}

static void check_text(const struct setting *t, const char *value, struct arena *a)
{
	PROMISE(value && text_invalid_at(value, strlen(value)) < 0);
	PROMISE(!strpbrk(value, "\033\n\t\177"));
	PROMISE(!t->words || strstr(arena_printf(a, " %s ", t->words),
				    arena_printf(a, *value ? " %s " : "%s", value)));
}

static void check_setting(const struct settings *s, const struct setting *t,
			  struct arena *a)
{
	const char *text;
	long number;

	if (t->type == SETTING_TEXT) {
		memcpy(&text, member(s, t), sizeof text);
		check_text(t, text, a);
	} else if (t->type == SETTING_INT) {
		memcpy(&number, member(s, t), sizeof number);
		PROMISE(number >= t->least && number <= t->most);
	}
}

static void check_settings(const struct settings *s, struct arena *a)
{
	struct err err = { 0 };

	for (const struct setting *t = settings_table; t->name; t++)
		check_setting(s, t, a);
	for (size_t i = 0; i < s->key_count; i++)
		PROMISE(s->keys[i].context && s->keys[i].key && s->keys[i].command);
	if (!screens_check_keys(s, &err))
		PROMISE(err.code != ERR_NONE && *err.text != '\0');
	PROMISE(text_visible(a, err.text) == err.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	const char *text = fuzz_text(&a, data, size);
	struct settings settings, before;
	struct err err = { 0 };

	i18n_init("en");
	settings_default(&settings);
	before = settings;
	if (config_text_check(text, size, "x.conf", &err) &&
	    settings_parse(&settings, text, "x.conf", &a, &err)) {
		check_settings(&settings, &a);
	} else {
		PROMISE(err.code == ERR_SYNTAX && strncmp(err.text, "x.conf:", 7) == 0);
		PROMISE(memcmp(&settings, &before, sizeof settings) == 0);
	}
	PROMISE(text_visible(&a, err.text) == err.text);
	arena_done(&a);
	return 0;
}
