#include <libconfig.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/i18n.h"
#include "base/text.h"
#include "form/form.h"

enum { WIDTH_MOST = 200, ROWS_MOST = 20, WIDTH_DEFAULT = 40, NOTE_ROWS = 3 };

/* One form file while it is read. */
struct reading {
	const char *path;
	const struct kind *kind;
	struct arena *arena;
	struct err *err;
	struct form_def *def;
};

static bool refuse(struct reading *r, const config_setting_t *at, const char *reason)
{
	return err_set(r->err, ERR_SYNTAX, "%s:%u: %s", r->path,
		       config_setting_source_line(at), reason);
}

static bool known_keys(struct reading *r, const config_setting_t *group,
		       const char *const *names)
{
	for (int i = 0; i < config_setting_length(group); i++) {
		const config_setting_t *one = config_setting_get_elem(group, (unsigned)i);
		const char *const *name = names;

		while (*name && strcmp(*name, config_setting_name(one)) != 0)
			name++;
		if (!*name)
			return refuse(r, one,
				      arena_printf(r->arena,
						   _("'%s' means nothing here."),
						   config_setting_name(one)));
	}
	return true;
}

static bool get_text(struct reading *r, const config_setting_t *group, const char *name,
		     const char **out)
{
	const config_setting_t *one = config_setting_get_member(group, name);
	const char *text;

	if (!one)
		return true;
	if (config_setting_type(one) != CONFIG_TYPE_STRING)
		return refuse(
			r, one,
			arena_printf(r->arena, _("'%s' needs a text in quotes."), name));
	text = config_setting_get_string(one);
	/* "\xff" in the file is a byte here. */
	if (text_invalid_at(text, strlen(text)) >= 0)
		return refuse(r, one, _("this is no text. Write it in UTF-8."));
	*out = text_clean_line(r->arena, text);
	return true;
}

static bool get_number(struct reading *r, const config_setting_t *group, const char *name,
		       int most, int *out)
{
	const config_setting_t *one = config_setting_get_member(group, name);

	if (!one)
		return true;
	if (config_setting_type(one) != CONFIG_TYPE_INT ||
	    config_setting_get_int(one) < 0 || config_setting_get_int(one) > most)
		return refuse(r, one,
			      arena_printf(r->arena,
					   _("'%s' needs a number from 0 to %d."), name,
					   most));
	*out = config_setting_get_int(one);
	return true;
}

static bool get_flags(struct reading *r, const config_setting_t *group, unsigned *flags)
{
	static const struct {
		const char *name;
		unsigned flag;
	} all[] = {
		{ "beside", ENTRY_BESIDE }, { "required", ENTRY_REQUIRED },
		{ "wanted", ENTRY_WANTED }, { "repeat", ENTRY_REPEAT },
		{ "hidden", ENTRY_HIDDEN },
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		const config_setting_t *one =
			config_setting_get_member(group, all[i].name);

		if (!one)
			continue;
		if (config_setting_type(one) != CONFIG_TYPE_BOOL)
			return refuse(r, one,
				      arena_printf(r->arena,
						   _("'%s' needs true or false."),
						   all[i].name));
		if (config_setting_get_bool(one))
			*flags |= all[i].flag;
	}
	return true;
}

static bool get_field(struct reading *r, const config_setting_t *group,
		      const struct field **out)
{
	const char *name = NULL;

	if (!config_setting_is_group(group))
		return refuse(r, group, _("write { name = \"…\"; … } here."));
	if (!get_text(r, group, "name", &name))
		return false;
	if (!name)
		return refuse(r, group, _("a field needs a name."));
	*out = kind_field(r->kind, name);
	if (!*out)
		return refuse(r, group,
			      arena_printf(r->arena, _("no such field '%s' in %s"), name,
					   r->kind->name));
	return true;
}

static const char *type_name(const struct field *f)
{
	static const char *const names[] = {
		[FIELD_TEXT] = "text",	     [FIELD_NOTE] = "note",
		[FIELD_NIP] = "nip",	     [FIELD_TIME] = "time",
		[FIELD_CHOICE] = "choice",   [FIELD_INT] = "int",
		[FIELD_DECIMAL] = "decimal", [FIELD_MONEY] = "money",
		[FIELD_BOOL] = "bool",	     [FIELD_DATE] = "date",
		[FIELD_REF] = "ref",
	};

	return f->type < sizeof names / sizeof *names && names[f->type] ? names[f->type]
									: "";
}

static bool check_type(struct reading *r, const config_setting_t *group,
		       const struct field *f)
{
	const char *type = NULL;

	if (f->type == FIELD_SEARCH || (f->flags & FIELD_FIXED))
		return refuse(r, group,
			      arena_printf(r->arena, _("'%s' is set by the program."),
					   f->name));
	if (!get_text(r, group, "type", &type))
		return false;
	if (type && strcmp(type, type_name(f)) != 0)
		return refuse(r, group,
			      arena_printf(r->arena, _("'%s' is of type %s, not %s."),
					   f->name, type_name(f), type));
	return true;
}

static bool read_entry(struct reading *r, const config_setting_t *group,
		       struct form_entry *e)
{
	static const char *const names[] = { "name",	"label",    "hint",   "page",
					     "initial", "type",	    "width",  "rows",
					     "beside",	"required", "wanted", "repeat",
					     "hidden",	NULL };

	*e = (struct form_entry){ .hint = "", .page = "", .initial = "" };
	if (!get_field(r, group, &e->field) || !known_keys(r, group, names) ||
	    !check_type(r, group, e->field))
		return false;
	e->label = e->field->label;
	e->width = WIDTH_DEFAULT;
	e->rows = e->field->type == FIELD_NOTE ? NOTE_ROWS : 1;
	e->line = (int)config_setting_source_line(group);
	if (!get_text(r, group, "label", &e->label) ||
	    !get_text(r, group, "hint", &e->hint) ||
	    !get_text(r, group, "page", &e->page) ||
	    !get_text(r, group, "initial", &e->initial) ||
	    !get_number(r, group, "width", WIDTH_MOST, &e->width) ||
	    !get_number(r, group, "rows", ROWS_MOST, &e->rows) ||
	    !get_flags(r, group, &e->flags))
		return false;
	if (e->width == 0 || e->rows == 0 || *e->label == '\0')
		return refuse(r, group, _("a field needs a label, a width and rows."));
	return true;
}

static bool is_shown(const struct form_def *def, const struct field *f)
{
	for (size_t i = 0; i < def->entry_count; i++) {
		if (def->entries[i].field == f)
			return !(def->entries[i].flags & ENTRY_HIDDEN) ||
			       *def->entries[i].initial != '\0';
	}
	return false;
}

/* A form without a field that must be filled could never be saved. */
static bool check_complete(struct reading *r, const config_setting_t *list)
{
	for (const struct field *f = r->kind->fields; f->type != FIELD_END; f++) {
		if ((f->flags & FIELD_REQUIRED) &&
		    !(f->flags & (FIELD_PARENT | FIELD_FIXED)) && !is_shown(r->def, f))
			return refuse(r, list,
				      arena_printf(r->arena,
						   _("'%s' must be filled. Show it, or "
						     "give it an initial value."),
						   f->name));
	}
	return true;
}

static bool read_entries(struct reading *r, const config_setting_t *list)
{
	size_t count = (size_t)config_setting_length(list);
	struct form_entry *entries = arena_array(r->arena, count + 1, sizeof *entries);

	for (size_t i = 0; i < count; i++) {
		const config_setting_t *one = config_setting_get_elem(list, (unsigned)i);

		if (!read_entry(r, one, &entries[i]))
			return false;
		for (size_t k = 0; k < i; k++) {
			if (entries[k].field == entries[i].field)
				return refuse(r, one,
					      arena_printf(r->arena,
							   _("'%s' is there twice."),
							   entries[i].field->name));
		}
	}
	r->def->entries = entries;
	r->def->entry_count = count;
	return check_complete(r, list);
}

static bool read_columns(struct reading *r, const config_setting_t *list)
{
	static const char *const names[] = { "name", "label", "width", NULL };
	size_t count = (size_t)config_setting_length(list);
	struct form_column *columns = arena_array(r->arena, count + 1, sizeof *columns);

	if (count > FORM_COLUMNS_MOST)
		return refuse(r, list,
			      arena_printf(r->arena, _("a list has at most %d columns."),
					   FORM_COLUMNS_MOST));
	for (size_t i = 0; i < count; i++) {
		const config_setting_t *one = config_setting_get_elem(list, (unsigned)i);

		if (!get_field(r, one, &columns[i].field) || !known_keys(r, one, names))
			return false;
		for (size_t k = 0; k < i; k++) {
			if (columns[k].field == columns[i].field)
				return refuse(r, one,
					      _("this column stands here twice."));
		}
		columns[i].label = columns[i].field->label;
		if (!get_text(r, one, "label", &columns[i].label) ||
		    !get_number(r, one, "width", WIDTH_MOST, &columns[i].width))
			return false;
	}
	r->def->columns = columns;
	r->def->column_count = count;
	return true;
}

static const config_setting_t *list_member(struct reading *r,
					   const config_setting_t *root, const char *name)
{
	const config_setting_t *list = config_setting_get_member(root, name);

	if (list && config_setting_is_list(list) && config_setting_length(list) > 0)
		return list;
	refuse(r, list ? list : root,
	       arena_printf(r->arena, _("the form needs %s = ( { name = \"…\"; }, … );"),
			    name));
	return NULL;
}

static bool read_root(struct reading *r, const config_setting_t *root)
{
	static const char *const names[] = { "form", "title",  "titles",
					     "list", "fields", NULL };
	const config_setting_t *fields, *list;
	const char *form = NULL;

	r->def->kind = r->kind;
	r->def->title = r->kind->label;
	r->def->titles = r->kind->labels;
	if (!known_keys(r, root, names) || !get_text(r, root, "form", &form) ||
	    !get_text(r, root, "title", &r->def->title) ||
	    !get_text(r, root, "titles", &r->def->titles))
		return false;
	if (!form || strcmp(form, r->kind->name) != 0)
		return refuse(r, root,
			      arena_printf(r->arena,
					   _("the form must say form = \"%s\";"),
					   r->kind->name));
	fields = list_member(r, root, "fields");
	list = fields ? list_member(r, root, "list") : NULL;
	return fields && list && read_entries(r, fields) && read_columns(r, list);
}

bool form_def_parse(const char *text, const char *path, const struct kind *kind,
		    struct arena *arena, const struct form_def **out, struct err *err)
{
	struct reading r = { path, kind, arena, err, ARENA_NEW(arena, struct form_def) };
	config_t config;
	bool good;

	config_init(&config);
	if (config_read_string(&config, text) == CONFIG_TRUE)
		good = read_root(&r, config_root_setting(&config));
	else
		good = err_set(err, ERR_SYNTAX, "%s:%d: %s", path,
			       config_error_line(&config), config_error_text(&config));
	config_destroy(&config);
	if (good)
		*out = r.def;
	return good;
}
