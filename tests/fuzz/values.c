#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "base/nip.h"
#include "base/number.h"
#include "base/text.h"
#include "fuzz.h"

/* Dates, numbers and civil servant numbers as people type them: what is
 * understood is written in one way, and read from there it is the same. */

static void check_day(struct arena *a, struct date day)
{
	int year, month, of_month;
	char iso[11], shown[11];
	struct date again = DATE_NONE;

	PROMISE(date_is_set(day));
	date_split(day, &year, &month, &of_month);
	PROMISE(year >= 1900 && year <= 2199);
	PROMISE(date_compare(date_of(year, month, of_month), day) == 0);
	date_to_iso(day, iso);
	PROMISE(date_from_iso(iso, &again) && date_compare(again, day) == 0);
	date_to_text(day, shown);
	PROMISE(date_parse_full(shown, &again) && date_compare(again, day) == 0);
	PROMISE(date_parse_full(date_to_long(a, day) +
					strcspn(date_to_long(a, day), "0123456789"),
				&again) &&
		date_compare(again, day) == 0);
}

static void check_date(struct arena *a, const char *text)
{
	const struct date today = date_of(2026, 5, 4);
	struct date day = DATE_NONE;

	if (date_parse_full(text, &day)) {
		struct date typed = DATE_NONE;

		check_day(a, day);
		PROMISE(date_parse(text, today, &typed));
		PROMISE(date_compare(typed, day) == 0);
	}
	if (date_parse(text, today, &day))
		check_day(a, day);
}

static void check_number(struct arena *a, const char *text)
{
	int64_t value = 0, again = 0;

	if (number_parse_int(text, &value))
		PROMISE(number_parse_int(number_int(a, value), &again) && again == value);
	if (number_parse_hundredths(text, &value)) {
		PROMISE(!number_is_ambiguous(text));
		PROMISE(number_parse_hundredths(number_hundredths(a, value, ','),
						&again) &&
			again == value);
		PROMISE(number_parse_hundredths(number_hundredths(a, value, '.'),
						&again) &&
			again == value);
	}
	if (number_parse_money(text, &value)) {
		PROMISE(number_parse_money(number_grouped(a, value, ','), &again) &&
			again == value);
		PROMISE(number_parse_money(number_grouped(a, value, '.'), &again) &&
			again == value);
	}
}

static void check_nip(const char *text)
{
	struct nip nip, again;
	enum nip_verdict verdict = nip_parse(text, &nip);
	char grouped[22];

	PROMISE(strlen(nip.digits) <= 18);
	if (verdict != NIP_OK) {
		PROMISE(*nip_reason(verdict) != '\0' || verdict == NIP_EMPTY);
		return;
	}
	PROMISE(strlen(nip.digits) == 18 && strspn(nip.digits, "0123456789") == 18);
	PROMISE(nip.sex == 'L' || nip.sex == 'P');
	nip_grouped(nip.digits, grouped);
	PROMISE(nip_parse(grouped, &again) == NIP_OK);
	PROMISE(strcmp(again.digits, nip.digits) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	const char *text = fuzz_text(&a, data, size);

	i18n_init(size % 2 ? "id" : "en");
	check_date(&a, text);
	check_number(&a, text);
	check_nip(text);
	arena_done(&a);
	return 0;
}
