#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "division_work.h"

static bool is_same(struct division_pair x, struct division_pair y)
{
	return (x.a == y.a && x.b == y.b) || (x.a == y.b && x.b == y.a);
}

static bool add_pair(struct division_pair *pairs, size_t *count,
		     struct division_pair pair)
{
	for (size_t i = 0; i < *count; i++) {
		if (is_same(pairs[i], pair))
			return true;
	}
	if (*count == DIVISION_PAIRS)
		return false;
	pairs[(*count)++] = pair;
	return true;
}

bool division_rule_add(struct division_rules *rules, bool apart,
		       struct division_pair pair, struct err *err)
{
	if (apart ? add_pair(rules->apart, &rules->apart_count, pair)
		  : add_pair(rules->together, &rules->together_count, pair))
		return true;
	return err_set(
		err, ERR_INPUT,
		_("There are %d such rules already. Remove one before you add another."),
		DIVISION_PAIRS);
}

static bool remove_pair(struct division_pair *pairs, size_t *count,
			struct division_pair pair)
{
	size_t kept = 0, had = *count;

	for (size_t i = 0; i < had; i++) {
		if (!is_same(pairs[i], pair))
			pairs[kept++] = pairs[i];
	}
	*count = kept;
	return kept < had;
}

bool division_rule_remove(struct division_rules *rules, struct division_pair pair)
{
	bool together = remove_pair(rules->together, &rules->together_count, pair);
	bool apart = remove_pair(rules->apart, &rules->apart_count, pair);

	return together || apart;
}

static const char *pairs_to_text(const struct division_plan *plan, const char *word,
				 const struct division_pair *pairs, size_t count,
				 struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%s%s %lld %lld\n", all, word,
				   (long long)plan->people[pairs[i].a].person,
				   (long long)plan->people[pairs[i].b].person);
	return all;
}

const char *rules_to_text(const struct division_plan *plan, struct arena *arena)
{
	const struct division_rules *r = &plan->rules;
	const char *together =
		pairs_to_text(plan, "together", r->together, r->together_count, arena);
	const char *apart = pairs_to_text(plan, "apart", r->apart, r->apart_count, arena);

	if (r->unit_least > 1)
		return arena_printf(arena, "%s%sunit %d\n", together, apart,
				    r->unit_least);
	return arena_printf(arena, "%s%s", together, apart);
}

static bool find_person(const struct division_plan *plan, long long person, size_t *at)
{
	for (size_t i = 0; i < plan->count; i++) {
		if (plan->people[i].person == person) {
			*at = i;
			return true;
		}
	}
	return false;
}

/* The line behind its first word, which is `word`; NULL where it is not. */
static const char *behind(const char *line, const char *word)
{
	size_t length = strlen(word);

	return strncmp(line, word, length) == 0 && line[length] == ' ' ? line + length
								       : NULL;
}

static void read_pair(struct division_plan *plan, bool apart, const char *numbers)
{
	struct division_pair pair;
	struct err ignored = { 0 };
	char *end;
	long long a = strtoll(numbers, &end, 10), b = strtoll(end, NULL, 10);

	if (find_person(plan, a, &pair.a) && find_person(plan, b, &pair.b))
		division_rule_add(&plan->rules, apart, pair, &ignored);
}

void rules_from_text(struct division_plan *plan, const char *text)
{
	while (*text != '\0') {
		const char *numbers;

		if ((numbers = behind(text, "together")))
			read_pair(plan, false, numbers);
		else if ((numbers = behind(text, "apart")))
			read_pair(plan, true, numbers);
		else if ((numbers = behind(text, "unit")))
			plan->rules.unit_least = (int)strtol(numbers, NULL, 10);
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
}
