#ifndef TESTS_FUZZ_KINDS_H
#define TESTS_FUZZ_KINDS_H

#include <string.h>

#include "domain/kinds.h"
#include "fuzz.h"

/* The kind that the first line names ("person"), else one that its first
 * letter stands for; *rest is behind the line. */
static inline const struct kind *fuzz_kind(char *text, char **rest)
{
	size_t length = strcspn(text, "\n"), count = 0;

	*rest = text + length + (text[length] == '\n');
	text[length] = '\0';
	while (kinds[count])
		count++;
	return kind_find(text) ? kind_find(text) : kinds[(unsigned char)*text % count];
}

#endif
