#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/eligibility.h"

/* What the figures of domain/eligibility.h mean, in words. */
enum { PERCENT = 100, WHOLE = 100 * PERCENT };

static const char *decimal(struct arena *arena, int64_t hundredths)
{
	return number_hundredths(arena, hundredths, number_mark());
}

/* Hundredths of a percent as whole percents, but never so that a share below
 * the least looks as if it were enough. */
static const char *percent(struct arena *arena, int64_t share, int64_t least)
{
	int64_t whole = (share + PERCENT / 2) / PERCENT * PERCENT;

	return decimal(arena, share < least && whole >= least ? share : whole);
}

static const char *attendance_words(const struct eligibility_rule *rule,
				    const struct eligibility *e, struct arena *a)
{
	const char *attended = decimal(a, e->attended);
	const char *recorded = decimal(a, e->recorded);
	const char *least = decimal(a, rule->attendance), *share;
	int64_t part;

	if (rule->total == 0)
		return _("no lesson hours are planned yet");
	if (e->recorded == 0)
		return _("no attendance is recorded yet");
	part = e->attended * WHOLE / e->recorded;
	share = percent(a, part, rule->attendance);
	if (rule->attendance == 0)
		return arena_printf(a, _("%s of %s JP (%s %%)"), attended, recorded,
				    share);
	if (part < rule->attendance)
		return arena_printf(a, _("%s of %s JP (%s %% < %s %%)"), attended,
				    recorded, share, least);
	return arena_printf(a, _("%s of %s JP (%s %% ≥ %s %%)"), attended, recorded,
			    share, least);
}

static const char *open_words(const struct eligibility_rule *rule,
			      const struct eligibility *e, struct arena *a)
{
	if (e->recorded >= rule->total)
		return "";
	/* TRANSLATORS: lesson hours that are not marked yet; begins with a comma */
	return arena_printf(a, _(", %s JP not marked yet"),
			    decimal(a, rule->total - e->recorded));
}

static const char *post_words(const struct eligibility_rule *rule,
			      const struct eligibility *e, struct arena *a)
{
	if (rule->post == NUMBER_NONE)
		return "";
	if (e->post == NUMBER_NONE)
		return _(", post-test missing");
	return arena_printf(a,
			    e->post < rule->post ? _(", post-test %s < %s")
						 : _(", post-test %s ≥ %s"),
			    decimal(a, e->post), decimal(a, rule->post));
}

static const char *project_words(const struct eligibility_rule *rule,
				 const struct eligibility *e)
{
	if (!rule->project)
		return "";
	if (e->project == PROJECT_OPEN)
		return _(", project not judged yet (v at its milestones)");
	return e->project == PROJECT_MET ? _(", project as planned")
					 : _(", project below plan");
}

static const char *verdict_words(const struct eligibility *e)
{
	if (e->verdict == ELIGIBLE_YES)
		return _("; meets the rule");
	return e->verdict == ELIGIBLE_NOT_YET ? _("; can still reach it: yes")
					      : _("; can still reach it: no");
}

const char *eligibility_words(const struct eligibility_rule *rule,
			      const struct eligibility *e, struct arena *arena)
{
	return arena_printf(arena, "%s%s%s%s%s", attendance_words(rule, e, arena),
			    open_words(rule, e, arena), post_words(rule, e, arena),
			    project_words(rule, e), verdict_words(e));
}

const char *eligible_term(enum eligible verdict)
{
	static const char *const terms[] = { "never", "not_yet", "yes" };

	return terms[verdict];
}

const char *eligible_label(enum eligible verdict)
{
	if (verdict == ELIGIBLE_YES)
		return _("meets the rule");
	return verdict == ELIGIBLE_NOT_YET ? _("not yet") : _("cannot any more");
}

const char *eligibility_rule_words(const struct eligibility_rule *rule,
				   struct arena *arena)
{
	const char *text;

	text = rule->attendance == 0
		       ? arena_printf(arena, _("attendance does not matter"))
		       : arena_printf(arena, _("at least %s %% of %s JP"),
				      decimal(arena, rule->attendance),
				      decimal(arena, rule->total));
	if (rule->post != NUMBER_NONE)
		text = arena_printf(arena, _("%s, post-test from %s"), text,
				    decimal(arena, rule->post));
	if (rule->project)
		text = arena_printf(arena, _("%s, project as planned"), text);
	return text;
}
