#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/err.h"
#include "base/file.h"
#include "base/i18n.h"
#include "form/form.h"
#include "forms.h"

enum { FILE_MOST = 64 * 1024 };

static const char *builtin_text(const char *name)
{
	for (size_t i = 0; builtin_forms[i].name; i++) {
		if (strcmp(builtin_forms[i].name, name) == 0)
			return builtin_forms[i].text;
	}
	return NULL;
}

static bool load_own(const char *path, const struct kind *kind, struct arena *arena,
		     const struct form_def **out, struct err *err)
{
	char *text;
	size_t count;

	if (!file_read(path, FILE_MOST, arena, &text, &count, err))
		return false;
	if (strlen(text) != count || strstr(text, "@include"))
		return err_set(err, ERR_SYNTAX,
			       _("%s: @include and NUL bytes are not allowed."), path);
	return form_def_parse(text, path, kind, arena, out, err);
}

static bool load_form(const struct kind *kind, const char *directory, struct arena *arena,
		      const struct form_def **out, struct problems *problems,
		      struct err *err)
{
	const char *own = arena_printf(arena, "%s/%s.form", directory, kind->name);
	const char *text = builtin_text(kind->name);
	struct err why = { 0 };

	if (access(own, F_OK) == 0) {
		if (load_own(own, kind, arena, out, &why))
			return true;
		problem_add(problems, own,
			    _("%s The form of the program is used instead."), why.text);
	}
	if (!text)
		return err_set(err, ERR_SYNTAX, _("There is no form for %s."),
			       kind->name);
	return form_def_parse(text, arena_printf(arena, "forms/%s.form", kind->name),
			      kind, arena, out, err);
}

bool form_set_load(struct form_set *set, const struct kind *const *kinds,
		   const char *directory, struct arena *arena, struct problems *problems,
		   struct err *err)
{
	const struct form_def **forms;
	size_t count = 0;

	while (kinds[count])
		count++;
	forms = arena_array(arena, count + 1, sizeof *forms);
	for (size_t i = 0; i < count; i++) {
		if (!load_form(kinds[i], directory, arena, &forms[i], problems, err))
			return false;
	}
	*set = (struct form_set){ forms, count };
	return true;
}

const struct form_def *form_set_find(const struct form_set *set, const char *kind)
{
	for (size_t i = 0; i < set->count; i++) {
		if (strcmp(set->forms[i]->kind->name, kind) == 0)
			return set->forms[i];
	}
	bug("no form for %s", kind);
}
