#include "import_enrol.h"

#include "domain/office.h"
#include "domain/participant.h"

const char *import_enrolment_status(const struct columns *columns, const char **values)
{
	for (size_t i = 0; i < columns->count; i++) {
		const struct choice *found = NULL;

		if (columns->all[i].path[0]->choices == employment_choices && values[i] &&
		    !choice_match(employment_choices, values[i]))
			found = choice_match(enrolment_status_choices, values[i]);
		if (found) {
			values[i] = "";
			return found->code;
		}
	}
	return "accepted";
}
