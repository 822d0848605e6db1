#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/analysis.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"
#include "query.h"
#include "store/history.h"
#include "store/record.h"

/* From a decision to an item of the plan, and from that to a programme. */
enum { INITIALS_MOST = 8 };

/* Words that give no initial. */
static bool is_small(const char *word, size_t length)
{
	static const char *const small[] = { "dan",  "di",   "untuk", "dengan",
					     "bagi", "pada", "dalam", "and",
					     "of",   "for",  "the",   "in" };

	for (size_t i = 0; i < sizeof small / sizeof *small; i++) {
		if (strlen(small[i]) == length && strncmp(small[i], word, length) == 0)
			return true;
	}
	return false;
}

static const char *initials(const char *title, struct arena *arena)
{
	char *text = arena_alloc(arena, INITIALS_MOST + 1);
	size_t count = 0;

	while (*title != '\0' && count < INITIALS_MOST) {
		size_t length = strcspn(title, " -/");
		unsigned char first = (unsigned char)*title;

		if (length > 0 && first < 0x80 && isalnum(first) &&
		    !is_small(title, length))
			text[count++] = (char)toupper(first);
		title += length + (title[length] != '\0');
	}
	text[count] = '\0';
	return count > 0 ? text : "P";
}

static bool is_taken(struct db *db, const char *code, bool *taken, struct err *err)
{
	struct programme p = { .code = code };
	struct design d = { .code = code };
	int64_t programme = 0, design = 0;

	if (!record_find(db, &programme_kind, &p, &programme, err) ||
	    !record_find(db, &design_kind, &d, &design, err))
		return false;
	*taken = programme != 0 || design != 0;
	return true;
}

bool plan_code(struct db *db, const char *title, int64_t year, struct arena *arena,
	       const char **out, struct err *err)
{
	const char *base =
		arena_printf(arena, "%s%02d", initials(title, arena), (int)(year % 100));
	const char *code = base;
	bool taken = false;

	for (int i = 2;; i++) {
		if (!is_taken(db, code, &taken, err))
			return false;
		if (!taken)
			break;
		code = arena_printf(arena, "%s-%d", base, i);
	}
	*out = code;
	return true;
}

static bool fill_programme(struct db *db, const struct plan_item *item,
			   struct programme *p, struct arena *arena, struct err *err)
{
	struct fund fund;

	record_init(&programme_kind, p);
	p->title = item->title;
	p->year = item->year;
	p->method = item->form;
	p->starts = item->starts;
	p->ends = item->ends;
	p->jp = item->jp;
	p->capacity = item->people;
	p->target_group = item->target_group;
	p->budget = item->cost;
	if (item->fund != 0) {
		if (!record_load(db, &fund_kind, item->fund, &fund, arena, err))
			return false;
		p->fund = fund.name;
	}
	return plan_code(db, item->title, item->year, arena, &p->code, err);
}

static bool add_objective(struct db *db, const struct plan_item *item, int64_t revision,
			  struct arena *arena, struct err *err)
{
	struct competency c;
	struct objective o;

	if (item->competency == 0)
		return true;
	if (!record_load(db, &competency_kind, item->competency, &c, arena, err))
		return false;
	record_init(&objective_kind, &o);
	o.revision = revision;
	o.competency = c.id;
	o.text = arena_printf(arena, _("Participants master: %s"), c.name);
	return record_put(db, &objective_kind, NULL, &o, arena, err);
}

static bool add_partner(struct db *db, const struct plan_item *item, int64_t programme,
			struct arena *arena, struct err *err)
{
	struct programme_partner p;

	if (item->partner == 0)
		return true;
	record_init(&programme_partner_kind, &p);
	p.programme = programme;
	p.partner = item->partner;
	p.role = partner_role_choices[0].code;
	return record_put(db, &programme_partner_kind, NULL, &p, arena, err);
}

static bool make(struct db *db, const struct plan_item *item, struct programme *p,
		 struct arena *arena, struct err *err)
{
	struct plan_item now = *item;

	if (!record_put(db, &programme_kind, NULL, p, arena, err) ||
	    !add_objective(db, item, p->revision, arena, err) ||
	    !add_partner(db, item, p->id, arena, err))
		return false;
	now.status = "scheduled";
	now.programme = p->id;
	return record_put(db, &plan_item_kind, item, &now, arena, err);
}

static bool may_become(const struct plan_item *item, struct err *err)
{
	if (item->programme != 0)
		return err_set(
			err, ERR_INPUT,
			_("A programme was made of this item already; Enter on the "
			  "programme in the list of programmes opens it."));
	if (strcmp(item->status, "approved") != 0)
		return err_set(err, ERR_INPUT,
			       _("Only an approved item becomes a programme. Press + "
				 "until it is approved."));
	return true;
}

bool plan_to_programme(struct db *db, int64_t item, const char *legal_basis,
		       int64_t *programme, struct err *err)
{
	struct arena arena = { 0 };
	struct plan_item i;
	struct programme p;
	bool good = record_load(db, &plan_item_kind, item, &i, &arena, err) &&
		    may_become(&i, err) && fill_programme(db, &i, &p, &arena, err);

	if (good) {
		p.legal_basis = legal_basis;
		good = action_begin(db,
				    arena_printf(&arena, _("Programme from the plan: %s"),
						 p.code),
				    err) &&
		       action_end(db, make(db, &i, &p, &arena, err), err);
	}
	if (good)
		*programme = p.id;
	arena_done(&arena);
	return good;
}

/* What the survey found: without respondents where nobody with a standard
 * answered. */
static bool find_need(struct db *db, const struct decision *d, struct arena *arena,
		      struct need_row *out, struct err *err)
{
	struct need_row *rows;
	size_t count;

	*out = (struct need_row){ 0 };
	if (!need_list(db, d->survey, 0, arena, &rows, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (rows[i].competency == d->competency)
			*out = rows[i];
	}
	return true;
}

static const char *figures(const struct need_row *need, struct arena *arena)
{
	if (need->respondents == 0)
		return "";
	return arena_printf(arena,
			    _("respondents %d, mean gap %s, lacking a level or more %d, "
			      "mean importance %s."),
			    (int)need->respondents,
			    number_real(arena, need->gap, 2, number_mark()),
			    (int)need->gap_1_or_more,
			    number_real(arena, need->importance, 2, number_mark()));
}

static bool decision_for_plan(struct db *db, int64_t survey, int64_t competency,
			      struct decision *d, struct arena *arena, struct err *err)
{
	if (!decision_of(db, survey, competency, arena, d, err))
		return false;
	if (*d->training == '\0')
		return err_set(
			err, ERR_INPUT,
			_("Nothing is decided on this need yet. Record its cause and "
			  "whether training solves it first."));
	if (strcmp(d->training, "no") == 0)
		return err_set(err, ERR_INPUT,
			       _("It was decided that training does not solve this need. "
				 "Change the decision first."));
	return true;
}

static bool fill_item(struct db *db, const struct decision *d, struct plan_item *item,
		      struct arena *arena, struct err *err)
{
	struct competency c;
	struct survey survey;
	struct need_row need;

	if (!record_load(db, &competency_kind, d->competency, &c, arena, err) ||
	    !record_load(db, &survey_kind, d->survey, &survey, arena, err) ||
	    !find_need(db, d, arena, &need, err))
		return false;
	record_init(&plan_item_kind, item);
	item->year = survey.year + 1;
	item->title = c.name;
	item->basis = "need";
	item->survey = d->survey;
	item->competency = d->competency;
	item->form = d->form;
	if (need.gap_1_or_more > 0) {
		item->people = need.gap_1_or_more;
		item->target_group = _("Staff who lack a level or more");
	}
	item->justification = arena_printf(arena, "%s %s: %s%s%s", _("Survey"),
					   survey.code, figures(&need, arena),
					   *d->remark != '\0' ? " " : "", d->remark);
	return true;
}

bool plan_from_decision(struct db *db, int64_t survey, int64_t competency, int64_t *item,
			struct err *err)
{
	struct arena arena = { 0 };
	struct plan_item made;
	struct decision d;
	int64_t there = 0;
	bool good = query_two(db,
			      "SELECT id FROM plan_items WHERE survey = :a"
			      " AND competency = :b ORDER BY id LIMIT 1",
			      survey, competency, &there, err);

	if (good && there == 0) {
		good = decision_for_plan(db, survey, competency, &d, &arena, err) &&
		       fill_item(db, &d, &made, &arena, err) &&
		       record_put(db, &plan_item_kind, NULL, &made, &arena, err);
		there = good ? made.id : 0;
	}
	if (good)
		*item = there;
	arena_done(&arena);
	return good;
}
