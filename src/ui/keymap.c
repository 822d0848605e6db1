#include <stdlib.h>
#include <string.h>

#include "base/bug.h"
#include "base/i18n.h"
#include "base/settings.h"
#include "ui_private.h"

static const char *const context_names[CONTEXT_COUNT] = {
	[CONTEXT_ALWAYS] = "always",
	[CONTEXT_GLOBAL] = "global",
	[CONTEXT_LIST] = "list",
	[CONTEXT_FORM] = "form",
	[CONTEXT_GRID] = "grid",
	[CONTEXT_PAGER] = "pager",
	[CONTEXT_MENU] = "menu",
	[CONTEXT_PROGRAMME] = "programme",
	[CONTEXT_DIVISION] = "division",
	[CONTEXT_PROJECT] = "project",
	[CONTEXT_EVALUATION] = "evaluation",
	[CONTEXT_HISTORY] = "history",
	[CONTEXT_HOME] = "home",
	[CONTEXT_PARTICIPANTS] = "participants",
	[CONTEXT_GROUPS] = "groups",
	[CONTEXT_QUERY] = "query",
	[CONTEXT_ROWS] = "rows",
	[CONTEXT_CHOOSE] = "choose",
	[CONTEXT_PREVIEW] = "preview",
	[CONTEXT_LEDGER] = "ledger",
	[CONTEXT_ATTENDANCE] = "attendance",
	[CONTEXT_SCORES] = "scores",
	[CONTEXT_SESSIONS] = "sessions",
	[CONTEXT_PERSONS] = "persons",
	[CONTEXT_QUESTIONNAIRES] = "questionnaires",
	[CONTEXT_PLAN_ITEMS] = "yearly-plan",
	[CONTEXT_READY] = "ready",
	[CONTEXT_COMPLETION] = "completion",
	[CONTEXT_FOLLOW_UP] = "follow-up",
	[CONTEXT_MARKS] = "marks",
	[CONTEXT_RUBRICS] = "rubrics",
	[CONTEXT_FIND] = "find",
	[CONTEXT_PERSON] = "person",
	[CONTEXT_SURVEY] = "survey",
	[CONTEXT_SURVEY_ENTRY] = "survey-entry",
	[CONTEXT_ANSWER] = "answer",
	[CONTEXT_FINDINGS] = "findings",
	[CONTEXT_COMMENTS] = "comments",
	[CONTEXT_SUBJECTS] = "subjects",
	[CONTEXT_REVISIONS] = "revisions",
	[CONTEXT_TRAIL] = "trail",
	[CONTEXT_COMPETENCIES] = "competencies",
	[CONTEXT_STANDARDS] = "standards",
	[CONTEXT_JP] = "jp",
	[CONTEXT_JP_PEOPLE] = "jp-people",
	[CONTEXT_SURVEYS] = "surveys",
	[CONTEXT_RANKING] = "ranking",
	[CONTEXT_HEAT] = "heat-map",
	[CONTEXT_NEED_PEOPLE] = "need-people",
	[CONTEXT_SUGGESTIONS] = "suggestions",
	[CONTEXT_FITTING] = "fitting-programmes",
	[CONTEXT_AIMS] = "suggestion-gaps",
	[CONTEXT_PLAN] = "plan",
	[CONTEXT_BUDGET] = "budget",
	[CONTEXT_CALENDAR] = "calendar",
	[CONTEXT_CLASHES] = "clashes",
	[CONTEXT_ROLL] = "roll",
};

/* The context whose commands and keys hold in another one too, unless that has
 * its own; none (CONTEXT_ALWAYS) where there is no line. */
static const enum context parents[CONTEXT_COUNT] = {
	[CONTEXT_SESSIONS] = CONTEXT_LIST,	 [CONTEXT_PERSONS] = CONTEXT_LIST,
	[CONTEXT_QUESTIONNAIRES] = CONTEXT_LIST, [CONTEXT_PARTICIPANTS] = CONTEXT_ROWS,
	[CONTEXT_PLAN_ITEMS] = CONTEXT_LIST,	 [CONTEXT_READY] = CONTEXT_LIST,
	[CONTEXT_COMPLETION] = CONTEXT_ROWS,	 [CONTEXT_GROUPS] = CONTEXT_ROWS,
	[CONTEXT_RUBRICS] = CONTEXT_ROWS,	 [CONTEXT_FINDINGS] = CONTEXT_ROWS,
	[CONTEXT_COMMENTS] = CONTEXT_ROWS,	 [CONTEXT_SUBJECTS] = CONTEXT_ROWS,
	[CONTEXT_HISTORY] = CONTEXT_ROWS,	 [CONTEXT_ATTENDANCE] = CONTEXT_ROLL,
	[CONTEXT_SCORES] = CONTEXT_ROLL,	 [CONTEXT_JP] = CONTEXT_ROWS,
	[CONTEXT_JP_PEOPLE] = CONTEXT_ROWS,	 [CONTEXT_SURVEY] = CONTEXT_ROWS,
	[CONTEXT_SURVEYS] = CONTEXT_LIST,	 [CONTEXT_RANKING] = CONTEXT_ROWS,
	[CONTEXT_PLAN] = CONTEXT_ROWS,		 [CONTEXT_BUDGET] = CONTEXT_ROWS,
	[CONTEXT_NEED_PEOPLE] = CONTEXT_ROWS,	 [CONTEXT_COMPETENCIES] = CONTEXT_LIST,
	[CONTEXT_SUGGESTIONS] = CONTEXT_ROWS,	 [CONTEXT_FITTING] = CONTEXT_ROWS,
	[CONTEXT_AIMS] = CONTEXT_ROWS,		 [CONTEXT_CLASHES] = CONTEXT_ROWS,
	[CONTEXT_LEDGER] = CONTEXT_PAGER,
};

bool context_has(enum context context, const struct command *c)
{
	return c->context == context ||
	       (c->context != CONTEXT_ALWAYS && c->context == parents[context]);
}

bool context_parse(const char *name, enum context *context)
{
	for (int i = 0; i < CONTEXT_COUNT; i++) {
		if (strcmp(context_names[i], name) == 0) {
			*context = (enum context)i;
			return true;
		}
	}
	return false;
}

/* A command of the context itself goes before one for everywhere. */
static const struct command *command_named(const struct ui *ui, enum context context,
					   const char *name)
{
	const struct command *found = NULL;

	for (const struct command *c = ui->options.commands; c->name; c++) {
		if (strcmp(c->name, name) != 0)
			continue;
		if (c->context == context)
			return c;
		if (c->context <= CONTEXT_GLOBAL ? !found : context_has(context, c))
			found = c;
	}
	return found;
}

const struct command *keymap_command(const struct ui *ui, enum context context,
				     const char *name)
{
	const struct command *c = command_named(ui, context, name);

	if (!c)
		bug("there is no command %s", name);
	return c;
}

static void bind(struct ui *ui, enum context context, int32_t key,
		 const struct command *c)
{
	for (size_t i = 0; i < ui->binding_count; i++) {
		if (ui->bindings[i].context == context && ui->bindings[i].key == key) {
			ui->bindings[i].command = c;
			return;
		}
	}
	BUG_ON(ui->binding_count == KEYMAP_MOST);
	ui->bindings[ui->binding_count++] = (struct binding){ context, key, c };
}

static void bind_all(struct ui *ui, const struct key_default *keys)
{
	for (const struct key_default *d = keys; d->key; d++) {
		const struct command *c = command_named(ui, d->context, d->command);
		int32_t key;

		if (!c || !key_parse(d->key, &key))
			bug("key %s: no command %s", d->key, d->command);
		bind(ui, d->context, key, c);
	}
}

static void bind_preset(struct ui *ui)
{
	for (const struct key_preset *p = ui->options.presets; p->name; p++) {
		if (strcmp(p->name, ui->options.settings->keymap) == 0)
			bind_all(ui, p->keys);
	}
}

static bool bind_own(struct ui *ui, struct err *err)
{
	const struct settings *s = ui->options.settings;

	for (size_t i = 0; i < s->key_count; i++) {
		const struct key_binding *b = &s->keys[i];
		const struct command *c;
		enum context context;
		int32_t key;

		if (!context_parse(b->context, &context))
			return err_set(err, ERR_SYNTAX,
				       _("keys: there is no context '%s'."), b->context);
		if (!key_parse(b->key, &key))
			return err_set(err, ERR_SYNTAX, _("keys: there is no key '%s'."),
				       b->key);
		c = command_named(ui, context, b->command);
		if (!c)
			return err_set(err, ERR_SYNTAX,
				       _("keys: there is no command '%s' in %s."),
				       b->command, b->context);
		bind(ui, context, key, c);
	}
	return true;
}

bool keymap_open(struct ui *ui, struct err *err)
{
	ui->bindings = arena_array(&ui->arena, KEYMAP_MOST, sizeof *ui->bindings);
	bind_all(ui, ui->options.keys);
	bind_preset(ui);
	return bind_own(ui, err);
}

bool ui_check_keys(const struct ui_options *options, struct err *err)
{
	struct ui *ui = calloc(1, sizeof *ui);
	bool good;

	BUG_ON(!ui);
	ui->options = *options;
	good = keymap_open(ui, err);
	arena_done(&ui->arena);
	free(ui);
	return good;
}

static const struct command *bound(const struct ui *ui, enum context context, int32_t key)
{
	for (size_t i = 0; i < ui->binding_count; i++) {
		if (ui->bindings[i].context == context && ui->bindings[i].key == key)
			return ui->bindings[i].command;
	}
	return NULL;
}

const struct command *keymap_find(const struct ui *ui, const struct screen_class *class,
				  int32_t key)
{
	const struct command *c = bound(ui, class->context, key);
	enum context parent = parents[class->context];

	if (!c && parent != CONTEXT_ALWAYS)
		c = bound(ui, parent, key);
	if (!c && !class->modal)
		c = bound(ui, CONTEXT_GLOBAL, key);
	return c ? c : bound(ui, CONTEXT_ALWAYS, key);
}

int32_t keymap_plain_key_of(const struct ui *ui, const struct screen_class *class,
			    const struct command *c)
{
	for (size_t i = 0; i < ui->binding_count; i++) {
		int32_t key = ui->bindings[i].key;

		if (ui->bindings[i].command == c && key < KEY_BASE_ &&
		    keymap_find(ui, class, key) == c)
			return key;
	}
	return 0;
}

int32_t keymap_key_of(const struct ui *ui, const struct screen_class *class,
		      const struct command *c)
{
	for (size_t i = 0; i < ui->binding_count; i++) {
		if (ui->bindings[i].command == c &&
		    keymap_find(ui, class, ui->bindings[i].key) == c)
			return ui->bindings[i].key;
	}
	return 0;
}

int32_t keymap_free_key_of(struct ui *ui, struct screen *s, const struct command *c)
{
	const struct screen_class *class = s->class;

	for (size_t i = 0; i < ui->binding_count; i++) {
		int32_t key = ui->bindings[i].key;
		bool typed = c->context <= CONTEXT_GLOBAL && key >= ' ' &&
			     key < KEY_BASE_ && class->grabs && class->grabs(ui, s, key);

		if (ui->bindings[i].command == c && !typed &&
		    keymap_find(ui, class, key) == c)
			return key;
	}
	return 0;
}

const char *ui_command_key(struct ui *ui, enum context context, const char *name)
{
	const struct screen_class of = { .context = context };
	int32_t key = keymap_key_of(ui, &of, keymap_command(ui, context, name));

	return key ? key_label(ui->scratch, key) : "";
}

const char *ui_command_help(struct ui *ui, enum context context, const char *name)
{
	return _(keymap_command(ui, context, name)->help);
}
