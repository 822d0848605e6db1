#include "base/file_find.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/text.h"

enum { PLACES_MOST = 5, NAMES_MOST = 5, FILES_MOST = 1000 };

/* What is looked for in a place. */
struct wanted {
	const char *key; /* folded */
	bool inside;	 /* also where the name only holds it */
	struct arena *arena;
};

static bool is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static bool is_table(const char *name)
{
	static const char *const ends[] = { ".csv", ".tsv", ".txt" };
	size_t length = strlen(name);

	for (size_t i = 0; length > 4 && i < sizeof ends / sizeof *ends; i++) {
		bool same = true;

		for (size_t k = 0; k < 4; k++)
			same = same &&
			       ((name[length - 4 + k] | (k ? 0x20 : 0)) == ends[i][k]);
		if (same)
			return true;
	}
	return false;
}

/* The rows that an import left over stand beside their file, and are meant only
 * where that is said. */
static bool is_left_over(const struct wanted *w, const char *name)
{
	return strstr(name, ".rejects.csv") && !strstr(w->key, "rej");
}

static bool fits(const struct wanted *w, const char *name)
{
	const char *found;

	if (name[0] == '.' || !is_table(name) || is_left_over(w, name) ||
	    text_invalid_at(name, strlen(name)) >= 0)
		return false;
	name = text_key(w->arena, name);
	found = strstr(name, w->key);
	return found && (w->inside || found == name);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void take_names(const char *directory, const char **names, struct arena *arena,
		       struct file_found *out)
{
	qsort(names, out->count, sizeof *names, by_name);
	out->path = arena_printf(arena, "%s%s", directory, names[0]);
	for (size_t i = 0; i < out->count && i < NAMES_MOST; i++)
		out->names = arena_printf(arena, "%s%s%s", out->names, i ? ", " : "",
					  names[i]);
}

/* `directory` ends with "/", or is "" for the working directory. */
static bool look_in(const char *directory, const struct wanted *w, struct file_found *out)
{
	const char **names = arena_array(w->arena, FILES_MOST, sizeof *names);
	DIR *all = opendir(*directory == '\0' ? "." : directory);
	const struct dirent *entry;

	while (all && out->count < FILES_MOST && (entry = readdir(all)) != NULL) {
		if (fits(w, entry->d_name) &&
		    is_file(arena_printf(w->arena, "%s%s", directory, entry->d_name)))
			names[out->count++] = arena_strdup(w->arena, entry->d_name);
	}
	if (all)
		closedir(all);
	if (out->count > 0)
		take_names(directory, names, w->arena, out);
	return out->count > 0;
}

static size_t usual_places(const char *last, struct arena *arena, const char **places)
{
	const char *home = getenv("HOME");
	size_t count = 0;

	places[count++] = "";
	if (*last != '\0')
		places[count++] = last;
	if (home && *home != '\0') {
		places[count++] = arena_printf(arena, "%s/", home);
		places[count++] = arena_printf(arena, "%s/Downloads/", home);
		places[count++] = arena_printf(arena, "%s/Unduhan/", home);
	}
	return count;
}

void file_find(const char *typed, const char *last, struct arena *arena,
	       struct file_found *out)
{
	const char *home = getenv("HOME"), *places[PLACES_MOST], *slash;
	struct wanted w = { .arena = arena };
	size_t count;

	*out = (struct file_found){ 0, "", "" };
	if (strncmp(typed, "~/", 2) == 0 && home)
		typed = arena_printf(arena, "%s%s", home, typed + 1);
	if (is_file(typed)) {
		*out = (struct file_found){ 1, typed, typed };
		return;
	}
	slash = strrchr(typed, '/');
	w.key = text_key(arena, slash ? slash + 1 : typed);
	if (*typed == '\0' || (*w.key == '\0' && !slash))
		return;
	count = usual_places(last, arena, places);
	if (slash) {
		places[0] = arena_strndup(arena, typed, (size_t)(slash + 1 - typed));
		count = 1;
	}
	for (int inside = 0; inside < 2; inside++) {
		w.inside = inside;
		for (size_t i = 0; i < count; i++) {
			if (look_in(places[i], &w, out))
				return;
		}
	}
}
