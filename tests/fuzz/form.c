#include <string.h>

#include "base/config_file.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "form/form.h"
#include "kinds.h"

/* Form definitions of an office, for the kind that their text names. One that
 * is taken can be shown; one that is refused says where and why. */

/* The kind whose name in quotation marks stands in the text. */
static const struct kind *kind_named(const char *text, struct arena *a)
{
	for (size_t i = 0; kinds[i]; i++) {
		if (strstr(text, arena_printf(a, "\"%s\"", kinds[i]->name)))
			return kinds[i];
	}
	return kinds[0];
}

static void promise_shown(const char *text)
{
	PROMISE(text && text_invalid_at(text, strlen(text)) < 0);
	PROMISE(!strpbrk(text, "\033\n\t\177"));
}

static void check_form(const struct form_def *form)
{
	PROMISE(form->entry_count > 0 && form->column_count > 0);
	PROMISE(form->column_count <= FORM_COLUMNS_MOST);
	promise_shown(form->title);
	promise_shown(form->titles);
	for (size_t i = 0; i < form->entry_count; i++) {
		const struct form_entry *e = &form->entries[i];

		PROMISE(e->field && e->width > 0 && e->rows > 0 && *e->label != '\0');
		promise_shown(e->label);
		promise_shown(e->hint);
		promise_shown(e->page);
		promise_shown(e->initial);
	}
	for (size_t i = 0; i < form->column_count; i++) {
		PROMISE(form->columns[i].field && form->columns[i].width >= 0);
		promise_shown(form->columns[i].label);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	const char *text = fuzz_text(&a, data, size);
	const struct form_def *form = NULL;
	struct err err = { 0 };
	bool good;

	i18n_init("en");
	good = config_text_check(text, size, "x.form", &err) &&
	       form_def_parse(text, "x.form", kind_named(text, &a), &a, &form, &err);
	if (good)
		check_form(form);
	else
		PROMISE(err.code == ERR_SYNTAX && strncmp(err.text, "x.form:", 7) == 0);
	PROMISE(text_visible(&a, err.text) == err.text);
	arena_done(&a);
	return 0;
}
