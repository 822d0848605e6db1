#include "base/complete.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/text.h"

static const char *expand_home(const char *typed, struct arena *arena)
{
	const char *home = getenv("HOME");

	return strncmp(typed, "~/", 2) == 0 && home
		       ? arena_printf(arena, "%s%s", home, typed + 1)
		       : typed;
}

static bool is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Bytes that both begin with, never half a character. */
static size_t common(const char *a, const char *b)
{
	size_t same = 0;

	while (a[same] != '\0' && a[same] == b[same])
		same++;
	while (same > 0 && ((unsigned char)a[same] & 0xc0) == 0x80)
		same--;
	return same;
}

const char *file_complete(const char *typed, struct arena *arena)
{
	const char *path = expand_home(typed, arena), *slash = strrchr(path, '/');
	const char *begin = slash ? slash + 1 : path;
	const char *directory = arena_strndup(arena, path, (size_t)(begin - path));
	DIR *all = opendir(slash ? directory : ".");
	const struct dirent *entry;
	char *best = NULL;
	size_t count = 0;

	while (all && (entry = readdir(all)) != NULL) {
		const char *name = entry->d_name;

		if (strncmp(name, begin, strlen(begin)) != 0 ||
		    (name[0] == '.' && begin[0] != '.') ||
		    text_invalid_at(name, strlen(name)) >= 0)
			continue;
		if (count++ == 0)
			best = arena_strdup(arena, name);
		else
			best[common(best, name)] = '\0';
	}
	if (all)
		closedir(all);
	if (!best)
		return NULL;
	path = arena_printf(arena, "%s%s", directory, best);
	return count == 1 && is_directory(path) ? arena_printf(arena, "%s/", path) : path;
}
