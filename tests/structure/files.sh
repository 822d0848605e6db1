#!/bin/sh
# Sizes and shapes: what no file and no function may outgrow.
sources=$(find src include tests -name '*.[ch]' | sort)

# report NAME FOUND: nothing found is good.
report() {
	if [ -z "$2" ]; then
		echo "ok $1"
	else
		echo "not ok $1: $(echo "$2" | head -5 | tr '\n' ' ')"
	fi
}

# A function begins at "{" and ends at "}" in the first column.
# shellcheck disable=SC2086
functions=$(awk '
	/^\{$/ { from = FNR }
	/^\}$/ && from { print FNR - from - 1, FILENAME ":" from; from = 0 }' $sources | sort -n)

# shellcheck disable=SC2086
report "no file has more than 500 lines" "$(wc -l $sources |
	awk '$2 != "total" && $1 > 500 { print $2, $1 }')"
report "no function has more than 100 lines" "$(echo "$functions" | awk '$1 > 100')"
report "few functions have more than 60 lines" "$(echo "$functions" |
	awk '$1 > 60 { long++ } END { if (long > NR * 0.03) print long, "of", NR }')"
report "half of the functions have at most 15 lines" "$(echo "$functions" |
	awk '{ size[NR] = $1 } END { if (size[int(NR / 2) + 1] > 15) print size[int(NR / 2) + 1] }')"
report "no line is wider than 100 columns" "$(for file in $sources; do
	expand "$file" | awk -v file="$file" '
		/clang-format off/ { exempt = 1 }
		/clang-format on/ { exempt = 0 }
		{
			gsub(/[\200-\277]/, "")
			if (length($0) > 100 && !exempt)
				print file ":" FNR, length($0)
		}'
done)"
# shellcheck disable=SC2086
report "no line ends with blanks" "$(grep -nE '[[:blank:]]$' $sources | cut -d: -f1,2)"
# shellcheck disable=SC2046
report "functions take at most eight parameters" "$(awk '
	/^[a-z].*\(/ && !/;$/ { head = ""; from = FNR }
	from { head = head $0 }
	/^\{$/ && from {
		sub(/^[^(]*\(/, "", head)
		while (gsub(/\([^()]*\)/, "", head))
			;
		sub(/\).*/, "", head)
		if (gsub(/,/, ",", head) > 7)
			print FILENAME ":" from
		from = 0
	}
	/[;}]$/ { from = 0 }' $(find src -name '*.c'))"
# shellcheck disable=SC2046
report "the program keeps no mutable globals" "$(grep -nE '^(static )?(struct [a-z_]+|int|long|char|bool|size_t|unsigned|double|int64_t) \*?[a-z_]+(\[[^]]*\])?( = [^(]*)?;' \
	$(find src -name '*.c') | grep -v '^src/base/i18n\.c:' | cut -d: -f1,2)"
