#include "base/kind.h"

#include <string.h>

#include "base/arena.h"
#include "base/bug.h"
#include "base/number.h"
#include "base/text.h"

const struct field *kind_field(const struct kind *kind, const char *name)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (strcmp(f->name, name) == 0)
			return f;
	}
	return NULL;
}

size_t field_position(const struct kind *kind, const struct field *field)
{
	return (size_t)(field - kind->fields);
}

size_t kind_field_count(const struct kind *kind)
{
	size_t count = 0;

	while (kind->fields[count].type != FIELD_END)
		count++;
	return count;
}

bool field_holds_text(const struct field *f)
{
	switch (f->type) {
	case FIELD_TEXT:
	case FIELD_NOTE:
	case FIELD_NIP:
	case FIELD_TIME:
	case FIELD_CHOICE:
	case FIELD_SEARCH:
		return true;
	default:
		return false;
	}
}

static int64_t empty_int(const struct field *f)
{
	return f->type == FIELD_REF || f->type == FIELD_BOOL ? 0 : NUMBER_NONE;
}

void record_init(const struct kind *kind, void *record)
{
	memset(record, 0, kind->size);
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (field_holds_text(f))
			field_set_text(f, record, "");
		else if (f->type == FIELD_DATE)
			field_set_date(f, record, DATE_NONE);
		else
			field_set_int(f, record, empty_int(f));
	}
}

int64_t record_id(const void *record)
{
	int64_t id;

	memcpy(&id, record, sizeof id);
	return id;
}

void record_set_id(void *record, int64_t id)
{
	memcpy(record, &id, sizeof id);
}

static const void *place(const struct field *f, const void *record)
{
	return (const char *)record + f->offset;
}

static void *place_of(const struct field *f, void *record)
{
	return (char *)record + f->offset;
}

const char *field_text(const struct field *f, const void *record)
{
	const char *text;

	BUG_ON(!field_holds_text(f));
	memcpy(&text, place(f, record), sizeof text);
	return text;
}

int64_t field_int(const struct field *f, const void *record)
{
	int64_t value;

	BUG_ON(field_holds_text(f) || f->type == FIELD_DATE);
	memcpy(&value, place(f, record), sizeof value);
	return value;
}

struct date field_date(const struct field *f, const void *record)
{
	struct date value;

	BUG_ON(f->type != FIELD_DATE);
	memcpy(&value, place(f, record), sizeof value);
	return value;
}

void field_set_text(const struct field *f, void *record, const char *text)
{
	BUG_ON(!field_holds_text(f) || !text);
	memcpy(place_of(f, record), &text, sizeof text);
}

void field_set_int(const struct field *f, void *record, int64_t value)
{
	BUG_ON(field_holds_text(f) || f->type == FIELD_DATE);
	memcpy(place_of(f, record), &value, sizeof value);
}

void field_set_date(const struct field *f, void *record, struct date value)
{
	BUG_ON(f->type != FIELD_DATE);
	memcpy(place_of(f, record), &value, sizeof value);
}

bool field_is_empty(const struct field *f, const void *record)
{
	if (field_holds_text(f))
		return field_text(f, record)[0] == '\0';
	if (f->type == FIELD_DATE)
		return !date_is_set(field_date(f, record));
	if (f->type == FIELD_BOOL)
		return false;
	return field_int(f, record) == empty_int(f);
}

bool field_equal(const struct field *f, const void *a, const void *b)
{
	if (field_holds_text(f))
		return strcmp(field_text(f, a), field_text(f, b)) == 0;
	if (f->type == FIELD_DATE)
		return date_compare(field_date(f, a), field_date(f, b)) == 0;
	return field_int(f, a) == field_int(f, b);
}

bool record_equal(const struct kind *kind, const void *a, const void *b)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (!field_equal(f, a, b))
			return false;
	}
	return true;
}

/* The named field's text for a derived key. */
static const char *derived_part(const struct kind *kind, const char *name,
				const void *record, struct arena *arena)
{
	const struct field *f = kind_field(kind, name);

	BUG_ON(!f);
	if (!field_holds_text(f))
		return text_key(arena, field_to_stored(f, record, arena));
	if (f->flags & FIELD_NAME)
		return text_name_key(arena, field_text(f, record));
	return text_key(arena, field_text(f, record));
}

static void derive(const struct kind *kind, const struct field *f, void *record,
		   struct arena *arena)
{
	const char *key = "";

	for (const char *at = f->refers; *at != '\0';) {
		size_t length = strcspn(at, ",");
		const char *part = derived_part(kind, arena_strndup(arena, at, length),
						record, arena);

		if (*part != '\0')
			key = *key == '\0' ? part
					   : arena_printf(arena, "%s %s", key, part);
		at += length + (at[length] == ',');
	}
	field_set_text(f, record, key);
}

void record_derive(const struct kind *kind, void *record, struct arena *arena)
{
	for (const struct field *f = kind->fields; f->type != FIELD_END; f++) {
		if (f->type == FIELD_SEARCH)
			derive(kind, f, record, arena);
	}
}
