#include "base/nip.h"

#include <string.h>

#include "base/i18n.h"

enum { NIP_DIGITS = 18 };

/* Characters that spreadsheets and people put between the digits. */
static size_t ignored(const char *text)
{
	static const char *const marks[] = {
		" ",	    "\t",	    ".", "-",	"'",  "\xef\xbb\xbf",
		"\xc2\xa0", "\xe2\x80\x99", "`", "=\"", "\"",
	};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	}
	return 0;
}

/* 1,98E+17 */
static bool is_exponent(const char *text)
{
	const char *e = strpbrk(text, "eE");

	return e && e > text && (e[1] == '+' || (e[1] >= '0' && e[1] <= '9')) &&
	       strspn(text, " '0123456789,.eE+") == strlen(text);
}

static enum nip_verdict collect(const char *text, struct nip *out)
{
	size_t count = 0, skip;
	bool foreign = false;

	for (; *text != '\0'; text += skip) {
		bool digit = *text >= '0' && *text <= '9';

		skip = digit ? 0 : ignored(text);
		if (skip > 0)
			continue;
		skip = 1;
		if (!digit)
			foreign = true;
		else if (count < NIP_DIGITS)
			out->digits[count++] = *text;
		else
			foreign = true;
	}
	out->digits[count] = '\0';
	if (count == 0 && !foreign)
		return NIP_EMPTY;
	return foreign || count != NIP_DIGITS ? NIP_LENGTH : NIP_OK;
}

static int number_at(const struct nip *nip, size_t at, size_t count)
{
	int value = 0;

	for (size_t i = at; i < at + count; i++)
		value = value * 10 + (nip->digits[i] - '0');
	return value;
}

enum nip_verdict nip_parse(const char *text, struct nip *out)
{
	enum nip_verdict verdict;

	*out = (struct nip){ .birth = DATE_NONE };
	if (is_exponent(text))
		return NIP_MANGLED;
	verdict = collect(text, out);
	if (verdict != NIP_OK)
		return verdict;
	if (strcmp(out->digits + NIP_DIGITS - 3, "000") == 0)
		return NIP_MANGLED;
	out->birth =
		date_of(number_at(out, 0, 4), number_at(out, 4, 2), number_at(out, 6, 2));
	if (!date_is_set(out->birth))
		return NIP_BIRTH;
	out->appointed_year = number_at(out, 8, 4);
	out->appointed_month = number_at(out, 12, 2);
	out->pppk = out->appointed_month < 1 || out->appointed_month > 12;
	if (out->pppk)
		out->appointed_month = 0;
	if (out->digits[14] != '1' && out->digits[14] != '2')
		return NIP_SEX;
	out->sex = out->digits[14] == '1' ? 'L' : 'P';
	return NIP_OK;
}

const char *nip_reason(enum nip_verdict verdict)
{
	switch (verdict) {
	case NIP_OK:
		return "";
	case NIP_EMPTY:
		return _("NIP is missing. Type its 18 digits.");
	case NIP_LENGTH:
		return _("A NIP has exactly 18 digits. Compare it with the decree.");
	case NIP_MANGLED:
		return _("A spreadsheet turned this NIP into a number and lost digits. "
			 "Format "
			 "the column as text and type the NIP again.");
	case NIP_BIRTH:
		return _("The first eight digits of the NIP are no day of birth "
			 "(YYYYMMDD).");
	case NIP_SEX:
		break;
	}
	return _("The 15th digit of the NIP is 1 for men and 2 for women.");
}

void nip_grouped(const char *digits, char out[22])
{
	static const size_t ends[] = { 8, 14, 15, NIP_DIGITS };
	size_t used = 0, at = 0;

	if (strlen(digits) != NIP_DIGITS) {
		size_t length = strlen(digits) < 21 ? strlen(digits) : 21;

		memcpy(out, digits, length);
		out[length] = '\0';
		return;
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (at > 0)
			out[used++] = ' ';
		while (at < ends[i])
			out[used++] = digits[at++];
	}
	out[used] = '\0';
}
