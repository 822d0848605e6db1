#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/config_file.h"
#include "base/err.h"
#include "base/i18n.h"
#include "form/form.h"
#include "forms.h"

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
	const char *text;

	return config_file_read(path, arena, &text, err) &&
	       form_def_parse(text, path, kind, arena, out, err);
}

/* The office's own form; NULL where there is no good one. */
static const struct form_def *own_form(const struct kind *kind, const char *directory,
				       struct arena *arena, struct problems *problems)
{
	const char *own = arena_printf(arena, "%s/%s.form", directory, kind->name);
	const struct form_def *form = NULL;
	struct err why = { 0 };

	if (access(own, F_OK) == 0 && !load_own(own, kind, arena, &form, &why))
		problem_add(problems, own,
			    _("%s The form of the program is used instead."), why.text);
	return form;
}

/* Each of them is tested where the program is built. */
static const struct form_def *parse_builtin(const struct kind *kind, struct arena *arena)
{
	const char *path = arena_printf(arena, "forms/%s.form", kind->name);
	const struct form_def *form;
	struct err err = { 0 };

	if (!form_def_parse(builtin_text(kind->name), path, kind, arena, &form, &err))
		bug("%s", err.text);
	return form;
}

bool form_set_load(struct form_set *set, const struct kind *const *kinds,
		   const char *directory, struct arena *arena, struct problems *problems,
		   struct err *err)
{
	size_t count = 0;

	while (kinds[count])
		count++;
	*set = (struct form_set){ arena_array(arena, count + 1, sizeof *set->forms),
				  kinds, count, arena };
	for (size_t i = 0; i < count; i++) {
		set->forms[i] = own_form(kinds[i], directory, arena, problems);
		if (!set->forms[i] && !builtin_text(kinds[i]->name))
			return err_set(err, ERR_SYNTAX, _("There is no form for %s."),
				       kinds[i]->name);
	}
	return true;
}

const struct form_def *form_set_find(const struct form_set *set, const char *kind)
{
	for (size_t i = 0; i < set->count; i++) {
		if (strcmp(set->kinds[i]->name, kind) != 0)
			continue;
		if (!set->forms[i])
			set->forms[i] = parse_builtin(set->kinds[i], set->arena);
		return set->forms[i];
	}
	bug("no form for %s", kind);
}
