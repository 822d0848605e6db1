#ifndef REPORT_TRANSLATE_H
#define REPORT_TRANSLATE_H

#include "report/report.h"

/* A copy of `from` whose labels are in the language in use. */
const struct report_column *columns_translated(struct arena *arena,
					       const struct report_column *from, size_t count);

#endif
