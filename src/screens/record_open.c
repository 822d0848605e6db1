#include <string.h>

#include "app.h"
#include "domain/kinds.h"

bool record_open_own(struct ui *ui, const struct kind *kind, int64_t id)
{
	static const struct {
		const char *kind;
		const struct screen_class *class;
	} own[] = {
		{ "programme", &programme_class },
		{ "project", &project_class },
		{ "person", &person_class },
		{ "survey", &survey_class },
	};
	const struct list_argument items = { .kind = kind_find("item"),
					     .parent_field = "questionnaire",
					     .parent = id };

	if (strcmp(kind->name, "sheet") == 0)
		return feedback_open_sheet(ui, id);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		if (strcmp(own[i].kind, kind->name) == 0)
			return ui_run(ui, own[i].class, &id, NULL);
	}
	if (strcmp(kind->name, "questionnaire") != 0)
		return false;
	list_run(ui, &items);
	return true;
}
