#include "base/i18n.h"

#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "bangkom"

/* gettext keeps its state in the process, so does this: the language in
 * use and the directory of the catalogues. */
static char language[3] = "en";
static char directory[PATH_MAX];

/* "id_ID.UTF-8", "id:en" and "in" (its old code) all mean Indonesian. */
static const char *known(const char *name)
{
	if (!name || *name == '\0')
		return NULL;
	if (strncmp(name, "id", 2) == 0 || strncmp(name, "in", 2) == 0)
		return "id";
	return "en";
}

static const char *from_environment(void)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL", "LC_MESSAGES",
					     "LANG" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *found = known(getenv(names[i]));

		if (found)
			return found;
	}
	return "en";
}

/* ./po/mo beside the program, else the place of installed catalogues. */
static void find_directory(void)
{
	ssize_t length = readlink("/proc/self/exe", directory, sizeof directory - 16);
	char *slash;

	directory[length > 0 ? length : 0] = '\0';
	slash = strrchr(directory, '/');
	if (slash) {
		memcpy(slash, "/po/mo", 7);
		if (access(directory, R_OK | X_OK) == 0)
			return;
	}
	snprintf(directory, sizeof directory, "%s", LOCALE_DIR);
}

/* Messages are looked up under LANGUAGE, which counts only where the locale
 * is not plain "C"; C.UTF-8 is enough and always there. textdomain() makes
 * gettext forget what it looked up before. */
static void use(const char *name)
{
	snprintf(language, sizeof language, "%s", name);
	setenv("LANGUAGE", name, 1);
	setlocale(LC_MESSAGES, "C.UTF-8");
	textdomain(DOMAIN);
}

void i18n_init(const char *name)
{
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		setlocale(LC_CTYPE, "");
	find_directory();
	bindtextdomain(DOMAIN, directory);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	use(known(name) ? known(name) : from_environment());
}

const char *i18n_language(void)
{
	return language;
}

void i18n_switch(const char *name)
{
	use(known(name) ? known(name) : "en");
}

const char *i18n_indonesian(const char *text)
{
	const char *found;

	if (strcmp(language, "id") == 0)
		return gettext(text);
	use("id");
	found = gettext(text);
	use("en");
	return found;
}
