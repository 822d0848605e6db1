#!/bin/sh
# The Indonesian catalogue: complete, nothing guessed, formats that fit, and
# no texts that the sources have lost. `make po` brings it up to date.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

report() {
	if [ -z "$2" ]; then
		echo "ok $1"
	else
		echo "not ok $1: $(echo "$2" | head -"${3-3}" | tr '\n' ' ')"
	fi
}

# texts FILE OPTIONS: the first lines of the messages that msgattrib picks.
texts() {
	file=$1
	shift
	msgattrib "$@" --no-wrap "$file" 2>&1 | awk '
		/^msgid ""$/ { getline; if (/^"/) print }
		/^msgid "./ { if ($0 != "msgid \"\"") print }'
}

report "po/id.po is well formed" "$(msgfmt --check --output-file="$work/id.mo" po/id.po 2>&1)"
make -s BUILD="$work" "$work/bangkom.pot" >"$work/log" 2>&1 ||
	echo "not ok the texts can be collected: $(head -3 "$work/log" | tr '\n' ' ')"
report "texts of the sources are plain ASCII or marked" "$(grep -i warning "$work/log")"
msgmerge --quiet --no-fuzzy-matching -o "$work/id.po" po/id.po "$work/bangkom.pot" 2>"$work/log"
report "every text has its translation" "$(texts "$work/id.po" --untranslated --no-obsolete)"
report "no translation is a guess" "$(texts po/id.po --only-fuzzy)"
report "no translation is left over" "$(grep '^#~ msgid' "$work/id.po")"

# A translation keeps the end of its text, so that lists and labels line up.
report "translations end as their texts do" "$(msgattrib --no-wrap --translated --no-obsolete \
	"$work/id.po" | awk '
	/^msgid "/ { text = $0; plural = 0 }
	/^msgid_plural/ { plural = 1 }
	/^msgstr "/ && !plural && text != "msgid \"\"" {
		want = substr(text, length(text) - 1, 1)
		got = substr($0, length($0) - 1, 1)
		if (index(".:?! ", want) && want != got)
			print substr(text, 7)
	}')"
