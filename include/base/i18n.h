#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

/* Source strings are English; N_ marks text in tables, _ translates when
 * it is shown, P_ chooses a plural. */
#define N_(text) (text)
#define _(text) gettext(text)
#define P_(one, many, n) ngettext((one), (many), (unsigned long)(n))

/* Choose "id" or "en"; NULL or "" takes LANGUAGE, LC_ALL, LC_MESSAGES,
 * LANG in that order. Works where only C.UTF-8 is installed. Catalogues are
 * looked for beside the program (./po/mo) and then in the install prefix. */
void i18n_init(const char *language);

/* "id" or "en". */
const char *i18n_language(void);

/* Switch while running (Ctrl+G). */
void i18n_switch(const char *language);

/* A text in the other language than the one in use is looked up by the
 * palette and by choice_match: the translation of `text` into "id". */
const char *i18n_indonesian(const char *text);

#endif
