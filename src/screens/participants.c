#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/number.h"
#include "base/problem.h"
#include "domain/kinds.h"
#include "domain/lists.h"
#include "domain/office.h"
#include "domain/participant.h"
#include "domain/programme.h"
#include "domain/programme_steps.h"
#include "domain/save.h"
#include "finder.h"
#include "grid_commands.h"
#include "row_view.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "suggest.h"

/* Who is in a programme: enrol one by one or from a file, change statuses. */
struct participants {
	struct row_view rows;
	int64_t programme;
	int64_t taken;	 /* seats */
	int64_t *people; /* the persons, parallel to all rows */
};

static const struct ui_column columns[] = {
	{ N_("Name"), 0, false, "name" },      { N_("NIP"), 18, false, "nip" },
	{ N_("Unit"), 8, false, "unit" },      { N_("Gr."), 5, true, "group" },
	{ N_("Status"), 17, false, "status" },
};

enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static void fill_row(struct arena *a, const struct participant_row *p,
		     struct list_row *row)
{
	row->id = p->enrolment;
	row->style = enrolment_holds_place(p->status) ? STYLE_PLAIN : STYLE_DIM;
	row->cells = arena_array(a, COLUMN_COUNT, sizeof *row->cells);
	row->cells[0] = p->name;
	row->cells[1] = p->nip;
	row->cells[2] = p->unit;
	row->cells[3] = number_int(a, p->group_number);
	row->cells[4] = choice_label(enrolment_status_choices, p->status);
}

static bool participants_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct participants *v = s->state;
	struct participant_row *people;
	struct list_row *rows;
	size_t count = 0;

	arena_reset(&s->rows);
	if (!participant_list(app_of(ui)->db, v->programme, &s->rows, &people, &count,
			      err))
		return false;
	rows = arena_array(&s->rows, count + 1, sizeof *rows);
	v->people = arena_array(&s->rows, count + 1, sizeof *v->people);
	for (size_t i = 0; i < count; i++) {
		fill_row(&s->rows, &people[i], &rows[i]);
		v->people[i] = people[i].person;
	}
	if (!programme_count_taken(app_of(ui)->db, v->programme, &v->taken, err))
		return false;
	row_view_set(&v->rows, rows, count);
	return true;
}

static bool participants_open(struct ui *ui, struct screen *s, const void *argument,
			      struct err *err)
{
	struct participants *v = s->state;

	v->programme = *(const int64_t *)argument;
	row_view_init(&v->rows, s, columns, COLUMN_COUNT,
		      N_("Nobody is enrolled yet. n enrols by name, S suggests whom to "
			 "invite, i takes a spreadsheet file."));
	return participants_reload(ui, s, err);
}

static const char *participants_title(struct ui *ui, struct screen *s)
{
	struct participants *v = s->state;

	return arena_printf(ui_scratch(ui), _("Participants  %d, places taken %d%s"),
			    (int)v->rows.all_count, (int)v->taken,
			    row_view_filter(ui, &v->rows));
}

static bool participants_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	*kind = &enrolment_kind;
	*id = row_view_current(&((struct participants *)s->state)->rows);
	return *id != 0;
}

const struct screen_class participants_class = {
	.name = "participants",
	.context = CONTEXT_PARTICIPANTS,
	.state_size = sizeof(struct participants),
	.open = participants_open,
	.title = participants_title,
	.reload = participants_reload,
	.draw = row_view_draw,
	.key = row_view_key,
	.record = participants_record,
};

/* Enrol one; what is to be said about it goes into `problems`. */
static bool enrol(struct app *app, int64_t programme, int64_t person,
		  struct problems *problems, struct err *err)
{
	struct enrolment e;

	record_init(&enrolment_kind, &e);
	e.programme = programme;
	e.person = person;
	e.status = "accepted";
	return record_save(app->db, &enrolment_kind, NULL, &e, problems, err);
}

/* What came of it. */
struct enrolled {
	size_t done;
	const char *name; /* "Ahmad Purba, S.E. enrolled", "3 people enrolled" */
	const char *note; /* who is expected elsewhere too, or "" */
};

/* What the history and the message call it: one by name, several by number. */
static const char *enrolled_name(struct ui *ui, const struct chosen_records *who)
{
	struct err ignored = { 0 };
	struct person p;

	if (who->count == 1 && record_load(app_of(ui)->db, &person_kind, who->ids[0], &p,
					   ui_scratch(ui), &ignored))
		return arena_printf(ui_scratch(ui), _("%s enrolled"), p.name);
	return arena_printf(ui_scratch(ui),
			    P_("%d person enrolled", "%d people enrolled", who->count),
			    (int)who->count);
}

/* All of them in one action; who is in already is passed over. */
static bool enrol_all(struct ui *ui, int64_t programme, const struct chosen_records *who,
		      struct enrolled *out, struct err *err)
{
	struct app *app = app_of(ui);
	const char *name = enrolled_name(ui, who);

	*out = (struct enrolled){ .name = name, .note = "" };
	if (!action_begin(app->db, name, err))
		return false;
	for (size_t i = 0; i < who->count; i++) {
		struct problems problems = { .arena = ui_scratch(ui) };
		const struct problem *p;

		if (!enrol(app, programme, who->ids[i], &problems, err)) {
			action_rollback(app->db);
			return false;
		}
		out->done += problems.errors == 0;
		p = problem_of(&problems, "person");
		if (p && p->warning)
			out->note = p->text;
	}
	return action_commit(app->db, err);
}

static void tell_enrolled(struct ui *ui, int64_t programme,
			  const struct enrolled *enrolled, size_t asked)
{
	size_t done = enrolled->done;
	struct programme p = { .capacity = NUMBER_NONE };
	struct err ignored = { 0 };
	int64_t taken = programme_taken(app_of(ui)->db, programme);

	if (done > 0 && !record_load(app_of(ui)->db, &programme_kind, programme, &p,
				     ui_scratch(ui), &ignored))
		p.capacity = NUMBER_NONE;
	if (done < asked)
		ui_say(ui,
		       _("%d enrolled; %d not: in already, or the programme is "
			 "cancelled"),
		       (int)done, (int)(asked - done));
	else if (p.capacity != NUMBER_NONE && taken > p.capacity)
		ui_say(ui, _("%s. Note: %d people for %d seats."), enrolled->name,
		       (int)taken, (int)p.capacity);
	else if (*enrolled->note != '\0')
		ui_say(ui, _("%s. Note: %s"), enrolled->name, enrolled->note);
	else
		ui_say(ui, _("%s   (Ctrl+Z takes it back)"), enrolled->name);
}

bool participants_enrol(struct ui *ui, int64_t programme,
			const struct chosen_records *who)
{
	struct err err = { 0 };
	struct enrolled enrolled;

	if (!enrol_all(ui, programme, who, &enrolled, &err)) {
		ui_fail(ui, &err);
		return false;
	}
	tell_enrolled(ui, programme, &enrolled, who->count);
	return true;
}

static void enrol_chosen(struct ui *ui, struct screen *s,
			 const struct chosen_records *who)
{
	struct participants *v = s->state;
	struct err err = { 0 };

	participants_enrol(ui, v->programme, who);
	if (!participants_reload(ui, s, &err))
		ui_fail(ui, &err);
}

/* One or several from the whole list. */
static void enrol_from_list(struct ui *ui, struct screen *s, const char *typed)
{
	struct chosen_records who = { .arena = &s->arena };
	const struct list_argument argument = {
		.kind = &person_kind,
		.title = _("Enrol"),
		.filter = typed,
		.choose = true,
		.many = &who,
	};
	int64_t person = 0;

	ui_run(ui, &record_choose_class, &argument, &person);
	if (person != 0)
		enrol_chosen(ui, s, &who);
}

/* Who is not known yet comes into the office first. */
static int64_t add_person(struct ui *ui, const char *name)
{
	const struct edit_argument argument = { .kind = &person_kind, .name = name };
	int64_t person = 0;

	ui_run(ui, &record_edit_class, &argument, &person);
	return person;
}

/* From paper: some letters of a name and Enter, then the next one. */
ui_flags participants_new(struct ui *ui, struct screen *s)
{
	static const struct kind *const persons[] = { &person_kind, NULL };
	struct participants *v = s->state;
	struct found found = { .arena = &s->arena, .typed = "" };
	int64_t result;

	do {
		const struct find_argument argument = {
			.kinds = persons,
			.label = _("Name or NIP:"),
			.title = arena_printf(ui_scratch(ui), _("Enrol  (%d are in)"),
					      (int)v->rows.all_count),
			.in = v->people,
			.in_count = v->rows.all_count,
			.add = true,
			.found = &found,
		};
		struct chosen_records who = { .ids = &found.id, .count = 1 };

		result = FIND_NOTHING;
		ui_run(ui, &finder_class, &argument, &result);
		if (result == FIND_LIST)
			enrol_from_list(ui, s, found.typed);
		if (result == FIND_ADD)
			found.id = add_person(ui, found.typed);
		if (result == FIND_TAKEN || (result == FIND_ADD && found.id != 0))
			enrol_chosen(ui, s, &who);
	} while (result != FIND_NOTHING);
	return UI_RELOAD;
}

ui_flags participants_suggest(struct ui *ui, struct screen *s)
{
	return suggestions_show(ui, ((const struct participants *)s->state)->programme);
}

ui_flags participants_import(struct ui *ui, struct screen *s)
{
	return import_asked(ui, s, &person_kind,
			    ((struct participants *)s->state)->programme);
}

ui_flags participants_open_one(struct ui *ui, struct screen *s)
{
	const struct edit_argument argument = {
		.kind = &enrolment_kind,
		.id = row_view_current(s->state),
	};

	return argument.id == 0 ? UI_NOTHING : row_view_edit(ui, s->state, &argument);
}

static bool set_status(struct app *app, int64_t id, const char *status,
		       struct arena *arena, struct problems *problems, struct err *err)
{
	struct enrolment old, now;

	if (!record_load(app->db, &enrolment_kind, id, &old, arena, err))
		return false;
	now = old;
	now.status = status;
	return record_save(app->db, &enrolment_kind, &old, &now, problems, err);
}

ui_flags participants_status(struct ui *ui, struct screen *s)
{
	struct participants *v = s->state;
	struct app *app = app_of(ui);
	struct problems problems = { .arena = ui_scratch(ui) };
	struct ui_choice choices[16];
	struct err err = { 0 };
	const int64_t *ids;
	int64_t one;
	size_t count = row_view_chosen(&v->rows, &ids, &one), choice_count = 0, i = 0;
	int picked;

	for (const struct choice *c = enrolment_status_choices; c->code; c++)
		choices[choice_count++] = (struct ui_choice){ _(c->label), "" };
	picked = count ? ui_pick(ui, _("New status"), choices, choice_count, 0) : -1;
	if (picked < 0)
		return UI_NOTHING;
	if (!action_begin(app->db,
			  arena_printf(ui_scratch(ui),
				       _("Status of %zu participants: %s"), count,
				       choices[picked].label),
			  &err)) {
		ui_fail(ui, &err);
		return UI_NOTHING;
	}
	while (i < count && problems.errors == 0 &&
	       set_status(app, ids[i], enrolment_status_choices[picked].code, &s->arena,
			  &problems, &err))
		i++;
	if (i < count || problems.errors || !action_commit(app->db, &err)) {
		action_rollback(app->db);
		ui_refuse(ui, "%s",
			  problems.errors ? problem_first_error(&problems)->text
					  : err.text);
		return UI_NOTHING;
	}
	v->rows.view.mark_count = 0;
	ui_say(ui, _("%zu → %s   (Ctrl+Z takes it back)"), count, choices[picked].label);
	return UI_RELOAD;
}

ui_flags participants_delete(struct ui *ui, struct screen *s)
{
	size_t count = row_view_remove(ui, s->state, &enrolment_kind);

	if (count == 0)
		return UI_NOTHING;
	ui_say(ui, _("%zu taken out   (Ctrl+Z brings them back)"), count);
	return UI_RELOAD;
}
