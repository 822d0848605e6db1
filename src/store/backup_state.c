#include <string.h>

#include "backup_private.h"

/* What backups there are, and how old the newest is. */

static struct date day_of(const char *text)
{
	struct arena arena = { 0 };
	struct date day = DATE_NONE;

	if (strlen(text) < 10 || !date_from_iso(arena_strndup(&arena, text, 10), &day))
		day = DATE_NONE;
	arena_done(&arena);
	return day;
}

static bool first_action(struct db *db, struct arena *arena, struct date *day,
			 struct err *err)
{
	struct stmt *s;
	enum stmt_step step;

	if (!stmt_get(db, "SELECT at FROM entry ORDER BY id LIMIT 1", &s, err))
		return false;
	step = stmt_step(s, err);
	if (step == STMT_ROW)
		*day = day_of(stmt_text(s, 0, arena));
	stmt_reset(s);
	return step != STMT_FAILED;
}

bool backup_state(struct db *db, struct arena *arena, struct backup_state *out,
		  struct err *err)
{
	const char *noted;

	*out = (struct backup_state){ .directory = "",
				      .automatic = DATE_NONE,
				      .by_hand = DATE_NONE,
				      .path = "",
				      .failed = db->backup_failed.text,
				      .begun = DATE_NONE };
	if (*db->path == '\0')
		return true;
	if (!db_note_get(db, BACKUP_HAND_NOTE, arena, &noted, err) ||
	    !first_action(db, arena, &out->begun, err) ||
	    !backup_list(db->path, arena, &out->files, &out->count, err))
		return false;
	out->directory = arena_printf(arena, "%s-backups", db->path);
	out->by_hand = day_of(noted);
	if (date_is_set(out->by_hand) && strlen(noted) > 11)
		out->path = noted + 11;
	for (size_t i = 0; i < out->count && !date_is_set(out->automatic); i++) {
		if (strcmp(out->files[i].why, "replaced") != 0)
			out->automatic = out->files[i].day;
	}
	return true;
}

int backup_age(const struct backup_state *s, struct date today, bool by_hand)
{
	struct date newest = s->by_hand;

	if (!by_hand && date_is_set(s->automatic) &&
	    (!date_is_set(newest) || date_compare(s->automatic, newest) > 0))
		newest = s->automatic;
	if (!date_is_set(newest))
		newest = s->begun;
	if (!date_is_set(newest) || !date_is_set(today) ||
	    date_compare(newest, today) > 0)
		return 0;
	return today.day - newest.day;
}
