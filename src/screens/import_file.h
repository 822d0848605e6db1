#ifndef SCREENS_IMPORT_FILE_H
#define SCREENS_IMPORT_FILE_H

#include "app.h"
#include "exchange/import.h"

/* One import of one file: looked at first, then asked, then done. */
struct taking {
	struct ui *ui;
	struct screen *screen;
	const struct kind *kind;
	const char *path;
	bool enrols;
	char *bytes; /* what was looked at is what is taken */
	size_t count;
};

/* Ask which file, and read it. False where that was left, or failed and told. */
bool import_read(struct taking *t);

/* Show what it would bring, and take it in where that is wanted. */
ui_flags import_take(struct taking *t, const struct import_options *with);

#endif
