#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "domain/competency.h"
#include "domain/feedback.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/programme.h"
#include "domain/project.h"
#include "domain/reference.h"
#include "marks.h"
#include "record_edit.h"
#include "store/history.h"
#include "store/record.h"
#include "survey.h"

/* A key taken apart. */
struct draft {
	const struct draft_sort *sort; /* NULL: a form */
	const struct kind *kind;       /* of a form; NULL: not known here */
	const char *place;	       /* of a form: "year=2026,fund=3", or "" */
	long long first, second, third;
	const char *rest; /* behind the first number */
};

/* What is keyed in that is no form: to what it belongs, what it is called and
 * where it is opened. */
struct draft_sort {
	const char *name;
	const struct kind *place; /* of `first` */
	const struct kind *whose; /* of `second`; NULL: that is no record */
	/* `place` is named `name`. */
	bool (*label)(struct app *app, const struct draft *d, const char *name,
		      struct arena *arena, const char **label, struct err *err);
	void (*open)(struct ui *ui, const struct draft *d);
};

const char *draft_key_form(const struct edit_argument *of, struct arena *arena)
{
	int64_t about = of->id ? of->id : -of->parent;
	const char *form =
		arena_printf(arena, "%s%s", of->kind->name, draft_place(of, arena));

	if (of->id == 0 && of->given != 0)
		return arena_printf(arena, "%s:%lld:%lld:%lld", form, (long long)about,
				    (long long)of->like, (long long)of->given);
	return arena_printf(arena, of->like ? "%s:%lld:%lld" : "%s:%lld", form,
			    (long long)about, (long long)of->like);
}

/* As `begin` goes on: the record that the draft is a copy of. */
static int64_t copied_from(const char *key, const char *begin)
{
	size_t length = strlen(begin);

	return strncmp(key, begin, length) == 0 && key[length] == ':'
		       ? strtoll(key + length + 1, NULL, 10)
		       : 0;
}

static bool is_there(struct app *app, const struct kind *kind, int64_t id,
		     struct arena *arena, bool *there, struct err *err)
{
	void *record = arena_alloc(arena, kind->size);
	struct err lost = { 0 };

	*there = record_load(app->db, kind, id, record, arena, &lost);
	if (*there || lost.code == ERR_NOT_FOUND)
		return true;
	*err = lost;
	return false;
}

bool draft_find_copy(struct app *app, const struct edit_argument *of, struct arena *arena,
		     int64_t *like, struct err *err)
{
	const char *begin = draft_key_form(of, arena), **kept;
	bool there = false;
	size_t count;

	*like = 0;
	if (!draft_list(app->db, arena, &kept, &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		int64_t from = copied_from(kept[i], begin);

		if (strcmp(kept[i], begin) == 0) {
			*like = 0;
			return true;
		}
		if (from == 0 || *like != 0)
			continue;
		if (!is_there(app, of->kind, from, arena, &there, err))
			return false;
		if (there)
			*like = from;
	}
	return true;
}

const char *draft_key_sheet(const struct feedback_argument *of, struct arena *arena)
{
	return arena_printf(arena, "sheet:%lld:%lld:%lld", (long long)of->programme,
			    (long long)of->number, (long long)of->questionnaire);
}

const char *draft_key_assess(const struct assess_argument *of, struct arena *arena)
{
	return arena_printf(arena, "assess:%lld:%s", (long long)of->project,
			    of->assessor);
}

const char *draft_key_peer(const struct peer_argument *of, struct arena *arena)
{
	return arena_printf(arena, "peer:%lld:%lld", (long long)of->project,
			    (long long)of->rater);
}

static int rater_number(const char *rater)
{
	return 1 + (int)(choice_find(rater_choices, rater) - rater_choices);
}

const char *draft_key_survey(const struct survey_entry_argument *of, struct arena *arena)
{
	return arena_printf(arena, "survey-sheet:%lld:%lld:%d", (long long)of->survey,
			    (long long)of->person, rater_number(of->rater));
}

bool draft_keep(struct app *app, const char *key, const char *text, struct err *err)
{
	return *text == '\0' ? draft_drop(app->db, key, err)
			     : draft_put(app->db, key, text, err);
}

static bool sheet_label(struct app *app, const struct draft *d, const char *name,
			struct arena *arena, const char **label, struct err *err)
{
	(void)app;
	(void)err;
	*label = arena_printf(arena, _("Feedback sheet %d  %s"), (int)d->second, name);
	return true;
}

static void sheet_open(struct ui *ui, const struct draft *d)
{
	const struct feedback_argument argument = { .programme = d->first,
						    .questionnaire = d->third,
						    .number = d->second };

	ui_run(ui, &feedback_class, &argument, NULL);
}

static bool assess_label(struct app *app, const struct draft *d, const char *name,
			 struct arena *arena, const char **label, struct err *err)
{
	(void)app;
	(void)err;
	*label = arena_printf(arena, _("Assessment by %s  %s"), d->rest, name);
	return true;
}

static void assess_open(struct ui *ui, const struct draft *d)
{
	const struct assess_argument argument = { d->first, d->rest };

	ui_run(ui, &assess_class, &argument, NULL);
}

static bool peer_label(struct app *app, const struct draft *d, const char *name,
		       struct arena *arena, const char **label, struct err *err)
{
	const char *rater = "";

	if (!reference_label(app->db, &person_kind, d->second, arena, &rater, err))
		return false;
	*label = arena_printf(arena, _("Peer sheet of %s  %s"), rater, name);
	return true;
}

static void peer_open(struct ui *ui, const struct draft *d)
{
	const struct peer_argument argument = { d->first, d->second };

	ui_run(ui, &peer_class, &argument, NULL);
}

/* The second rater is the superior. */
static const char *rater_of(const struct draft *d)
{
	return rater_choices[d->third == 2].code;
}

static bool survey_label(struct app *app, const struct draft *d, const char *name,
			 struct arena *arena, const char **label, struct err *err)
{
	const char *person = "";

	if (!reference_label(app->db, &person_kind, d->second, arena, &person, err))
		return false;
	/* TRANSLATORS: a person, who rates, and the survey */
	*label = arena_printf(arena, _("Survey sheet of %s, %s  %s"), person,
			      choice_label(rater_choices, rater_of(d)), name);
	return true;
}

static void survey_open(struct ui *ui, const struct draft *d)
{
	const struct survey_entry_argument argument = { d->first, d->second,
							rater_of(d) };

	ui_run(ui, &survey_entry_class, &argument, NULL);
}

static const struct draft_sort sorts[] = {
	{ "sheet", &programme_kind, NULL, sheet_label, sheet_open },
	{ "assess", &project_kind, NULL, assess_label, assess_open },
	{ "peer", &project_kind, &person_kind, peer_label, peer_open },
	{ "survey-sheet", &survey_kind, &person_kind, survey_label, survey_open },
};

static const struct draft_sort *sort_named(const char *name)
{
	for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
		if (strcmp(sorts[i].name, name) == 0)
			return &sorts[i];
	}
	return NULL;
}

static struct draft parse(const char *key, struct arena *arena)
{
	size_t length = strcspn(key, ":"), named = strcspn(key, ":@");
	const char *name = arena_strndup(arena, key, named);
	struct draft d = { .sort = sort_named(name), .place = "", .rest = "" };
	char *end = NULL;

	d.kind = d.sort ? NULL : kind_find(name);
	if (named < length)
		d.place = arena_strndup(arena, key + named + 1, length - named - 1);
	if (key[length] == ':')
		d.first = strtoll(key + length + 1, &end, 10);
	if (end && *end == ':') {
		d.rest = arena_strdup(arena, end + 1);
		d.second = strtoll(end + 1, &end, 10);
	}
	if (end && *end == ':')
		d.third = strtoll(end + 1, NULL, 10);
	return d;
}

bool draft_find_sheet(struct app *app, const struct sheet *of, struct arena *arena,
		      int64_t *number, struct err *err)
{
	const char **kept;
	size_t count;

	*number = 0;
	if (!draft_list(app->db, arena, &kept, &count, err))
		return false;
	for (size_t i = 0; i < count && *number == 0; i++) {
		struct draft d = parse(kept[i], arena);
		struct sheet like = *of;
		int64_t stored = 0;

		if (!d.sort || strcmp(d.sort->name, sheet_kind.name) != 0 ||
		    d.first != of->programme || d.third != of->questionnaire)
			continue;
		like.number = d.second;
		if (!record_find(app->db, &sheet_kind, &like, &stored, err))
			return false;
		if (stored == 0)
			*number = d.second;
	}
	return true;
}

/* The field that says to which record a new one belongs. */
static const char *parent_field(const struct kind *kind)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->flags & FIELD_PARENT)
			return f->name;
	}
	return NULL;
}

/* What a new one was begun about; NULL: nothing. */
static const struct field *given_of(const struct draft *d)
{
	return d->kind && d->third != 0 ? edit_given_field(d->kind) : NULL;
}

/* Where a new one was begun: "2026  APBD  whole year". */
static bool add_place(struct app *app, const struct draft *d, struct arena *arena,
		      const char **label, struct err *err)
{
	const char *place = d->place, *shown;
	const struct field *f;
	void *record;

	if (!d->kind)
		return true;
	record = arena_alloc(arena, d->kind->size);
	record_init(d->kind, record);
	while ((f = draft_place_next(d->kind, &place, record, arena))) {
		if (!reference_shown(app->db, f, record, arena, &shown, err))
			return false;
		if (*shown != '\0')
			*label = arena_printf(arena, "%s  %s", *label, shown);
	}
	return true;
}

/* A new one is told by what it is about, or the record that it belongs to. */
static bool new_label(struct app *app, const struct draft *d, const char *key,
		      struct arena *arena, const char **label, struct err *err)
{
	const char *parent = d->kind && d->first < 0 ? parent_field(d->kind) : NULL;
	const struct field *about = given_of(d);
	int64_t id = about ? d->third : -d->first;
	const char *name = "";

	*label = arena_printf(arena, _("%s, new"), d->kind ? _(d->kind->label) : key);
	if (!about && parent)
		about = kind_field(d->kind, parent);
	if (!about)
		return add_place(app, d, arena, label, err);
	if (!reference_label(app->db, kind_find(about->refers), id, arena, &name, err))
		return false;
	if (*name != '\0')
		*label = arena_printf(arena, "%s  %s", *label, name);
	return true;
}

bool draft_label(struct app *app, const char *key, struct arena *arena,
		 const char **label, struct err *err)
{
	struct draft d = parse(key, arena);
	const struct kind *named = d.sort ? d.sort->place : d.kind;
	const char *name = "";

	if (d.first > 0 && named &&
	    !reference_label(app->db, named, d.first, arena, &name, err))
		return false;
	if (d.sort)
		return d.sort->label(app, &d, name, arena, label, err);
	if (*name == '\0')
		return new_label(app, &d, key, arena, label, err);
	*label = arena_printf(arena, "%s  %s", _(d.kind->label), name);
	return true;
}

/* False where the source of the place is no more. */
static bool has_begun(struct ui *ui, const struct draft *d)
{
	const char *place = d->place;
	struct arena *arena = ui_scratch(ui);
	const struct field *f;
	struct err err = { 0 };
	bool there = true;
	void *record;

	if (!d->kind)
		return true;
	record = arena_alloc(arena, d->kind->size);
	record_init(d->kind, record);
	while (there && (f = draft_place_next(d->kind, &place, record, arena))) {
		if (f->type == FIELD_REF &&
		    !is_there(app_of(ui), kind_find(f->refers), field_int(f, record),
			      arena, &there, &err))
			return true;
	}
	return there;
}

/* False where what else the draft is about is no more: who is rated, what it
 * is a copy of, or what it was begun about. */
static bool has_others(struct ui *ui, const struct draft *d)
{
	const struct kind *other = d->sort ? d->sort->whose : d->kind;
	const struct field *given = given_of(d);
	bool there = true;
	struct err err = { 0 };

	if (other && d->second != 0 &&
	    !is_there(app_of(ui), other, d->second, ui_scratch(ui), &there, &err))
		return true;
	if (!there || !given)
		return there;
	return !is_there(app_of(ui), kind_find(given->refers), d->third, ui_scratch(ui),
			 &there, &err) ||
	       there;
}

/* False where the record that the draft changes, or is part of, is no more. */
static bool has_place(struct ui *ui, const struct draft *d)
{
	const struct kind *kind = d->sort ? d->sort->place : d->kind;
	const char *parent = d->first < 0 && !d->sort ? parent_field(kind) : NULL;
	int64_t id = d->first;
	bool there = false;
	struct err err = { 0 };

	if (!has_others(ui, d) || !has_begun(ui, d))
		return false;
	if (parent) {
		kind = kind_find(kind_field(kind, parent)->refers);
		id = -d->first;
	}
	if (id == 0)
		return true;
	return !is_there(app_of(ui), kind, id, ui_scratch(ui), &there, &err) || there;
}

static void forget_asked(struct ui *ui, const char *key)
{
	struct err err = { 0 };

	if (ui_confirm(ui, _("The record this belonged to is gone. Forget what was "
			     "typed?")) &&
	    !draft_drop(app_of(ui)->db, key, &err))
		ui_fail(ui, &err);
}

/* A new one is begun where it was. */
static void open_form(struct ui *ui, const struct draft *d, struct edit_argument *form)
{
	struct arena arena = { 0 };
	const char *place = d->place;
	void *begins;

	if (*place != '\0') {
		begins = arena_alloc(&arena, d->kind->size);
		record_init(d->kind, begins);
		while (draft_place_next(d->kind, &place, begins, &arena))
			;
		form->begins = begins;
	}
	ui_run(ui, &record_edit_class, form, NULL);
	arena_done(&arena);
}

void draft_open(struct ui *ui, const char *key)
{
	struct draft d = parse(key, ui_scratch(ui));
	struct edit_argument form = { .kind = d.kind, .like = d.second };

	if (!d.sort && !d.kind)
		return;
	if (!has_place(ui, &d)) {
		forget_asked(ui, key);
		return;
	}
	if (d.sort) {
		d.sort->open(ui, &d);
		return;
	}
	if (d.first > 0) {
		form.id = d.first;
	} else if (d.first < 0) {
		form.given = given_of(&d) ? d.third : 0;
		form.parent_field = parent_field(d.kind);
		form.parent = -d.first;
	}
	open_form(ui, &d, &form);
}
