#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "base/text.h"
#include "domain/item_type.h"

/* What an item needs so that its kind of answer makes sense. */

static bool is_kind(const struct item *item, const char *kind)
{
	return strcmp(item->kind, kind) == 0;
}

static bool has_scale(const struct item *item)
{
	return is_kind(item, "likert") || is_kind(item, "two_sided");
}

static bool has_choice(const struct item *item)
{
	return is_kind(item, "choice") || is_kind(item, "choices");
}

static void check_scale(const struct item *item, struct problems *problems)
{
	if (!has_scale(item))
		return;
	if (item->scale == NUMBER_NONE)
		problem_add(
			problems, "scale",
			_("Scale is missing. Type the highest answer, for example 5."));
	else if (is_kind(item, "two_sided") && item->scale % 2 == 0)
		problem_add(problems, "scale",
			    _("The middle of a two-sided scale is the best answer: "
			      "type an odd number, for example 5."));
}

static void check_each(const struct item *item, struct problems *problems)
{
	const char **all;
	size_t count = item_options(item, problems->arena, &all);

	for (size_t i = 0; i < count; i++) {
		const char *key = text_key(problems->arena, all[i]);

		if (*all[i] == '\0')
			problem_add(problems, "options",
				    _("An option is empty. Type a text between two ;."));
		for (size_t k = 0; k < i; k++) {
			if (*key != '\0' &&
			    strcmp(text_key(problems->arena, all[k]), key) == 0)
				problem_add(
					problems, "options",
					_("The option '%s' is there twice. Change one."),
					all[i]);
		}
	}
}

static void check_options(const struct item *item, struct problems *problems)
{
	const char **all;
	size_t count = item_options(item, problems->arena, &all);

	if (has_choice(item) && (count < 2 || count > OPTIONS_MOST))
		problem_add(problems, "options",
			    _("Type 2 to %d options, separated by ;."), OPTIONS_MOST);
	else if (is_kind(item, "two_sided") && count != 2)
		problem_add(problems, "options",
			    _("Type what the two ends mean, for example "
			      "too slow;too fast."));
	else if (is_kind(item, "likert") && count != 0 && (int64_t)count != item->scale)
		problem_add(problems, "options",
			    _("Type one label for each answer from 1 up to the scale, "
			      "separated by ;, or none."));
	else if (!has_scale(item) && !has_choice(item) && count != 0)
		problem_add(problems, "options",
			    _("Only scales and choices have options. Empty this, or "
			      "choose another kind."));
	else
		check_each(item, problems);
}

void item_type_check(const struct item *item, struct problems *problems)
{
	if (*item->kind == '\0')
		return;
	check_scale(item, problems);
	check_options(item, problems);
	if (item->reversed && !is_kind(item, "likert"))
		problem_add(problems, "reversed",
			    _("Only a scale can be turned round. Leave this no."));
	if (item->most != NUMBER_NONE && !is_kind(item, "number"))
		problem_add(problems, "most",
			    _("Only a number has a highest value. Empty this."));
}
