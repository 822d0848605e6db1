#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "record_edit.h"

/* Dates of a form whose record belongs to a year, as a programme does: the
 * next run is made long before that year begins. */
static int64_t year_of(const struct form_values *values)
{
	int64_t year = 0;

	for (size_t i = 0; i < values->def->entry_count; i++) {
		if (strcmp(values->def->entries[i].field->name, "year") == 0 &&
		    number_parse_int(values->values[i].text, &year))
			return year;
	}
	return 0;
}

static bool lacks_year(const char *text)
{
	struct date full;

	return text[0] >= '0' && text[0] <= '9' && !date_parse_full(text, &full);
}

void form_dates_take_year(struct form_values *values)
{
	int64_t year = year_of(values);
	struct date first = DATE_NONE, day;

	if (year >= 1900 && year <= 2199)
		first = date_of((int)year, 1, 1);
	for (size_t i = 0; date_is_set(first) && i < values->def->entry_count; i++) {
		const char *text = values->values[i].text;

		if (values->def->entries[i].field->type == FIELD_DATE &&
		    lacks_year(text) && date_parse(text, first, &day))
			form_value_set(values, i, date_shown(values->arena, day));
	}
}

size_t form_first_open_date(const struct form_values *values)
{
	for (size_t i = 0; i < values->def->entry_count; i++) {
		if (values->def->entries[i].field->type == FIELD_DATE &&
		    *values->values[i].text == '\0')
			return i;
	}
	return 0;
}
