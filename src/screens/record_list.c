#include <string.h>

#include "app.h"
#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/number.h"
#include "domain/certificate.h"
#include "domain/competency.h"
#include "domain/design.h"
#include "domain/kinds.h"
#include "domain/office.h"
#include "domain/position.h"
#include "domain/programme.h"
#include "domain/reference.h"
#include "domain/revision.h"
#include "domain/save.h"
#include "domain/survey.h"
#include "domain/yearly_plan.h"
#include "list_commands.h"
#include "record_list.h"
#include "store/db.h"
#include "store/history.h"
#include "store/record.h"
#include "store/select.h"

enum { COUNT_MOST = 10000, FOUND_MOST = 500 };

bool list_fill_row(struct record_list *l, const void *record, struct arena *arena,
		   struct list_row *row, struct err *err)
{
	row->id = record_id(record);
	row->style = STYLE_PLAIN;
	row->cells = arena_array(arena, l->form->column_count + 1, sizeof *row->cells);
	for (size_t i = 0; i < l->form->column_count; i++) {
		if (!reference_shown(l->app->db, l->form->columns[i].field, record, arena,
				     &row->cells[i], err))
			return false;
	}
	return true;
}

/* A mark in front of the cells. */
static bool put_remark(struct record_list *l, const void *record, struct arena *arena,
		       struct list_row *row, struct err *err)
{
	const char **cells = arena_array(arena, l->form->column_count + 1, sizeof *cells);
	const char *told;

	if (!l->remark(l->app->db, record, arena, &cells[0], &told, err))
		return false;
	if (*told != '\0')
		row->style = STYLE_BAD;
	memcpy(cells + 1, row->cells, l->form->column_count * sizeof *cells);
	row->cells = cells;
	return true;
}

static bool fill_rows(struct record_list *l, const struct rows *found,
		      struct arena *arena, struct list_row **rows, struct err *err)
{
	struct list_row *out = arena_array(arena, found->count + 1, sizeof *out);

	for (size_t i = 0; i < found->count; i++) {
		const void *record = (char *)found->rows + i * l->form->kind->size;

		if (!list_fill_row(l, record, arena, &out[i], err) ||
		    (l->remark && !put_remark(l, record, arena, &out[i], err)))
			return false;
	}
	*rows = out;
	return true;
}

/* A page and what its rows refer to. */
static bool fetch(void *context, enum list_from from, int64_t anchor, size_t limit,
		  struct arena *arena, struct list_row **rows, size_t *count,
		  struct err *err)
{
	static const enum select_from as[] = { SELECT_FIRST, SELECT_LAST, SELECT_AFTER,
					       SELECT_BEFORE, SELECT_AT };
	struct record_list *l = context;
	struct rows found = { NULL, 0 };
	bool begun = db_reads_begin(l->app->db);
	bool good = select_page(l->app->db, &l->select, as[from], anchor, limit, arena,
				&found, err) &&
		    fill_rows(l, &found, arena, rows, err);

	db_reads_end(l->app->db, begun);
	*count = good ? found.count : 0;
	return good;
}

bool list_is_number(const struct field *f)
{
	return f->type == FIELD_INT || f->type == FIELD_DECIMAL || f->type == FIELD_MONEY;
}

static void make_columns(struct record_list *l, struct screen *s)
{
	struct ui_column *columns =
		arena_array(&s->arena, l->form->column_count + 2, sizeof *columns);
	size_t marks = l->remark != NULL;

	columns[0] = (struct ui_column){ "", 1, false, "" };
	for (size_t i = 0; i < l->form->column_count; i++)
		columns[i + marks] =
			(struct ui_column){ l->form->columns[i].label,
					    l->form->columns[i].width,
					    list_is_number(l->form->columns[i].field),
					    l->form->columns[i].field->name };
	l->source = (struct list_source){ .context = l,
					  .columns = columns,
					  .column_count = l->form->column_count + marks,
					  .fetch = fetch };
}

bool list_count_rows(struct record_list *l, struct screen *s, struct err *err)
{
	size_t count = 0, most = *l->select.filter ? FOUND_MOST : COUNT_MOST;

	if (!select_count(l->app->db, &l->select, most + 1, &count, err))
		return false;
	l->count = number_grouped(&s->arena, (int64_t)(count > most ? most : count),
				  number_mark());
	if (count > most)
		l->count = arena_printf(&s->arena, "%s+", l->count);
	return true;
}

/* "!word": what does not hold it. */
static void set_filter(struct record_list *l, const char *typed)
{
	l->typed = typed;
	l->select.inverse = typed[0] == '!' && typed[1] != '\0';
	l->select.filter = typed + (typed[0] == '!');
}

/* The run of a design may be pinned to another revision by now. */
static bool follow_revision(struct record_list *l, struct screen *s, struct err *err)
{
	struct programme p;

	if (l->argument.run == 0)
		return true;
	if (!record_load(l->app->db, &programme_kind, l->argument.run, &p, &s->arena,
			 err))
		return false;
	l->argument.parent = l->select.parent_id = p.revision;
	return true;
}

/* All records of a kind, as the first screen leads to them. */
static bool is_whole(const struct record_list *l)
{
	return !l->argument.parent_field && !l->argument.choose &&
	       (!l->argument.filter || *l->argument.filter == '\0');
}

static void list_close(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;

	(void)ui;
	if (is_whole(l) && l->view.loaded)
		remember_row(l->app, l->argument.kind, list_view_current(&l->view));
}

static bool list_open(struct ui *ui, struct screen *s, const void *argument,
		      struct err *err)
{
	struct record_list *l = s->state;

	l->argument = *(const struct list_argument *)argument;
	l->app = app_of(ui);
	l->ui = ui;
	l->form = form_set_find(&l->app->forms, l->argument.kind->name);
	l->select = (struct select){ .kind = l->argument.kind, .filter = "" };
	l->query = (struct list_query){ .arena = &s->arena, .typed = "", .summary = "" };
	l->typed = "";
	if (l->argument.filter)
		set_filter(l, arena_strdup(&s->arena, l->argument.filter));
	if (l->argument.parent_field) {
		l->select.parent = l->argument.parent_field;
		l->select.parent_id = l->argument.parent;
	}
	if (s->class->context == CONTEXT_SESSIONS)
		l->remark = session_remark;
	make_columns(l, s);
	l->view = (struct list_view){ .source = &l->source, .screen = s };
	if (is_whole(l))
		l->view.anchor = last_row(l->app, l->argument.kind);
	return follow_revision(l, s, err) && list_count_rows(l, s, err);
}

static bool list_reload(struct ui *ui, struct screen *s, struct err *err)
{
	struct record_list *l = s->state;

	return follow_revision(l, s, err) && list_count_rows(l, s, err) &&
	       list_view_reload(ui, &l->view, err);
}

const char *list_title(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	const char *title = l->argument.title ? l->argument.title : _(l->form->titles);

	return arena_printf(ui_scratch(ui), "%s  %s%s%s%s%s", title, l->count,
			    l->query.summary, *l->select.filter != '\0' ? "  /" : "",
			    l->typed, list_view_marks(ui, &l->view));
}

static void list_draw(struct ui *ui, struct screen *s, struct canvas *c)
{
	struct record_list *l = s->state;

	l->view.empty = list_empty_text(l);
	l->view.alone = true;
	list_view_draw(ui, &l->view, c, 0, canvas_rows(c));
}

static ui_flags list_key(struct ui *ui, struct screen *s, int32_t key)
{
	return list_view_key(ui, &((struct record_list *)s->state)->view, key);
}

static bool list_record(struct screen *s, const struct kind **kind, int64_t *id)
{
	const struct record_list *l = s->state;

	*kind = l->argument.kind;
	*id = list_view_current(&l->view);
	return *id != 0;
}

#define LIST_CLASS(name_, context_)                                            \
	{                                                                      \
		.name = (name_), .context = (context_),                        \
		.state_size = sizeof(struct record_list), .open = list_open,   \
		.title = list_title, .reload = list_reload, .draw = list_draw, \
		.key = list_key, .hint = list_hint, .close = list_close,       \
		.record = list_record                                          \
	}

const struct screen_class record_list_class = LIST_CLASS("list", CONTEXT_LIST);
/* Lists that can do more than others, by their kind. */
static const struct {
	const struct kind *kind;
	struct screen_class class;
} own_classes[] = {
	{ &session_kind, LIST_CLASS("sessions", CONTEXT_SESSIONS) },
	{ &person_kind, LIST_CLASS("persons", CONTEXT_PERSONS) },
	{ &questionnaire_kind, LIST_CLASS("questionnaires", CONTEXT_QUESTIONNAIRES) },
	{ &competency_kind, LIST_CLASS("competencies", CONTEXT_COMPETENCIES) },
	{ &plan_item_kind, LIST_CLASS("yearly-plan", CONTEXT_PLAN_ITEMS) },
	{ &position_type_kind, LIST_CLASS("position-types", CONTEXT_READY) },
	{ &conversion_kind, LIST_CLASS("conversions", CONTEXT_READY) },
	{ &survey_kind, LIST_CLASS("surveys", CONTEXT_SURVEYS) },
};
/* To choose a record from: nothing is changed there but by adding one. */
const struct screen_class record_choose_class = LIST_CLASS("choose", CONTEXT_CHOOSE);

void list_run(struct ui *ui, const struct list_argument *argument)
{
	const struct screen_class *class = &record_list_class;

	for (size_t i = 0; i < sizeof own_classes / sizeof *own_classes; i++) {
		if (own_classes[i].kind == argument->kind)
			class = &own_classes[i].class;
	}
	ui_run(ui, class, argument, NULL);
}

/* Show the record of the form; the cursor follows it. */
static int64_t edit_record(struct ui *ui, struct record_list *l, int64_t id, int64_t like)
{
	const struct edit_argument argument = {
		.kind = l->argument.kind,
		.id = id,
		.parent_field = l->argument.parent_field,
		.parent = l->argument.parent,
		.like = like,
		.run = l->argument.run,
		.among = &l->select,
	};
	int64_t result = 0;

	ui_run(ui, &record_edit_class, &argument, &result);
	if (result != 0)
		l->view.anchor = result;
	return result;
}

ui_flags list_duplicate(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;

	if (list_view_current(&l->view) != 0)
		edit_record(ui, l, 0, list_view_current(&l->view));
	return UI_RELOAD;
}

ui_flags list_new(struct ui *ui, struct screen *s)
{
	edit_record(ui, s->state, 0, 0);
	return UI_RELOAD;
}

ui_flags list_enter(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	int64_t id = list_view_current(&l->view);

	if (id == 0)
		return UI_NOTHING;
	if (!record_open_own(ui, l->argument.kind, id))
		edit_record(ui, l, id, 0);
	return UI_RELOAD;
}

ui_flags list_edit(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;

	if (list_view_current(&l->view) != 0)
		edit_record(ui, l, list_view_current(&l->view), 0);
	return UI_RELOAD;
}

/* What was marked, for an opener that takes several. */
static void hand_over(struct record_list *l, int64_t one)
{
	struct chosen_records *many = l->argument.many;
	size_t count = l->view.mark_count ? l->view.mark_count : 1;

	many->ids = arena_array(many->arena, count, sizeof *many->ids);
	memcpy(many->ids, l->view.mark_count ? l->view.marks : &one,
	       count * sizeof *many->ids);
	many->count = count;
}

ui_flags choose_take(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;

	(void)ui;
	s->result = list_view_current(&l->view);
	if (s->result == 0)
		return UI_NOTHING;
	if (l->argument.many)
		hand_over(l, s->result);
	return UI_CLOSE;
}

/* A new record is what was wanted: it is taken at once. */
ui_flags choose_new(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;

	s->result = edit_record(ui, l, 0, 0);
	if (s->result == 0)
		return UI_RELOAD;
	if (l->argument.many)
		hand_over(l, s->result);
	return UI_RELOAD | UI_CLOSE;
}

static void filter_changed(void *context, const char *text)
{
	struct record_list *l = context;
	struct err err = { 0 };

	set_filter(l, arena_strdup(&l->view.screen->arena, text));
	/* What is out of sight is not acted on; who chooses may gather. */
	if (!l->argument.choose)
		l->view.mark_count = 0;
	list_view_restart(&l->view);
	if (!list_count_rows(l, l->view.screen, &err))
		ui_fail(l->ui, &err);
}

ui_flags list_find(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	const char *before = l->typed, *text = "";
	int64_t anchor = l->view.anchor;

	if (!select_can_filter(l->argument.kind)) {
		ui_refuse(ui, _("These records hold no words to look for."));
		return UI_NOTHING;
	}
	if (ui_ask_live(ui, _("Find:"), before, filter_changed, l, &s->arena, &text))
		return UI_NOTHING;
	filter_changed(l, before);
	l->view.anchor = anchor;
	return UI_NOTHING;
}

ui_flags list_sort(struct ui *ui, struct screen *s)
{
	struct record_list *l = s->state;
	struct ui_choice *choices;
	const struct field **fields;
	size_t count = 0;
	int picked;

	choices = arena_array(ui_scratch(ui), kind_field_count(l->argument.kind) + 1,
			      sizeof *choices);
	fields = arena_array(&s->arena, kind_field_count(l->argument.kind) + 1,
			     sizeof *fields);
	for (const struct field *f = l->argument.kind->fields; f->type != FIELD_END;
	     f++) {
		if (!(f->flags & FIELD_SORT))
			continue;
		fields[count] = f;
		choices[count++] = (struct ui_choice){
			f->type == FIELD_SEARCH ? _("Name") : _(f->label), ""
		};
	}
	picked = ui_pick(ui, _("Sort by (the same again turns the order)"), choices,
			 count, 0);
	if (picked < 0)
		return UI_NOTHING;
	l->select.descending =
		l->select.sort == fields[picked]->name && !l->select.descending;
	l->select.sort = fields[picked]->name;
	list_view_restart(&l->view);
	return UI_NOTHING;
}

const struct kind *list_kind(const struct screen *s)
{
	return ((const struct record_list *)s->state)->argument.kind;
}

int64_t list_current(const struct screen *s)
{
	return list_view_current(&((const struct record_list *)s->state)->view);
}

int64_t list_parent(const struct screen *s)
{
	return ((const struct record_list *)s->state)->argument.parent;
}
