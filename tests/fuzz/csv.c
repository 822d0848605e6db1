#include <string.h>

#include "base/csv.h"
#include "base/err.h"
#include "base/text.h"
#include "exchange/csv.h"
#include "fuzz.h"

/* A file read as CSV and written again holds the same; and any texts that are
 * written come back, without one that a spreadsheet would run. */

static void open_text(struct csv *csv, const char *text, size_t count, struct arena *a)
{
	struct err err = { 0 };

	PROMISE(csv_open(csv, text, count, a, &err));
}

/* A sign or bracket other than the first and that of an exponent. */
static bool is_arithmetic(const char *cell)
{
	bool counted = false;

	for (cell++; *cell != '\0'; cell++) {
		if (strchr("+-*/^&=(", *cell) && !(counted && strchr("eE", cell[-1])))
			return true;
		counted = counted || (*cell >= '0' && *cell <= '9');
	}
	return false;
}

/* Nothing that begins like a formula, but for a plain number. */
static void promise_no_formula(const char *cell)
{
	PROMISE(*cell == '\0' || !strchr("=@\t\r", *cell));
	PROMISE((*cell != '-' && *cell != '+') || !is_arithmetic(cell));
}

static void write_row(struct csv_writer *w, const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		csv_put(w, row->fields[i]);
	csv_put(w, "|");
	csv_put_line(w);
}

static void same_row(const struct csv_row *was, struct csv *again, struct arena *a)
{
	struct csv_row row = { 0 };
	struct err err = { 0 };

	PROMISE(csv_next(again, &row, a, &err) == CSV_ROW);
	PROMISE(row.count == was->count + 1);
	for (size_t i = 0; i < was->count; i++) {
		promise_no_formula(row.fields[i]);
		PROMISE(strcmp(csv_bare(row.fields[i]), was->fields[i]) == 0);
	}
}

/* Each row is written as a file of its own and read from there. The first
 * line says which delimiter it is, as a file's own headings do. */
static void check_row(const struct csv_row *row, char delimiter, struct arena *a)
{
	struct csv_writer w;
	struct csv again;

	csv_writer_init(&w, a, delimiter);
	str_put(&w.out, "sep=");
	str_put_bytes(&w.out, &delimiter, 1);
	str_put(&w.out, "\n");
	write_row(&w, row);
	open_text(&again, w.out.text, w.out.length, a);
	PROMISE(again.delimiter == delimiter);
	same_row(row, &again, a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char marks[] = { ',', ';', '\t' };
	struct arena a = { 0 };
	const char *text = fuzz_text(&a, data, size);
	struct csv_row row = { 0 };
	struct err err = { 0 };
	enum csv_result got;
	struct csv csv;
	size_t line = 0;

	if (!csv_open(&csv, text, size, &a, &err)) {
		PROMISE(*err.text != '\0');
		arena_done(&a);
		return 0;
	}
	while ((got = csv_next(&csv, &row, &a, &err)) == CSV_ROW) {
		PROMISE(row.count > 0 && csv.line > line);
		line = csv.line;
		for (size_t i = 0; i < row.count; i++)
			PROMISE(text_invalid_at(row.fields[i], strlen(row.fields[i])) <
				0);
		check_row(&row, marks[size % 3], &a);
	}
	PROMISE(got == CSV_END || *err.text != '\0');
	arena_done(&a);
	return 0;
}
