#!/bin/sh
# The data that speed is measured with: what it is in files and in a database.
. tests/cli/lib.sh.inc
generate=${BANGKOM%/*}/generate
tables="units persons competencies standards questionnaires questionnaire programmes
	sessions enrolments certificates surveys needs feedback"

mkdir "$work/csv" "$work/again"
ok "generate writes files" "$generate" --persons 60 --csv "$work/csv"
ok "generate writes them again" "$generate" --persons 60 --csv "$work/again"
ok "the same seed gives the same files" diff -r "$work/csv" "$work/again"
"$generate" --persons 60 --seed 7 --csv "$work/again"
status "another seed gives other people" 1 cmp -s "$work/csv/persons.csv" "$work/again/persons.csv"

run init 2>/dev/null
for table in $tables; do
	run import "$table" "$work/csv/$table.csv" >/dev/null 2>"$work/err"
	if grep -q ', changed 0, unchanged 0, rejected 0$' "$work/err"; then
		echo "ok the generated $table are taken in, each row as a new one"
	else
		echo "not ok the generated $table: $(head -2 "$work/err" | tr '\n' ' ')"
	fi
done

# exported FILE: all tables, sorted as sheets have random keys.
exported() {
	for table in $tables; do
		"$BANGKOM" --database "$1" --language en export "$table" --all 2>/dev/null |
			LC_ALL=C sort
	done
}
exported "$db" >"$work/imported"
ok "generate fills a database" "$generate" --persons 60 --database "$work/filled.db"
exported "$work/filled.db" >"$work/filled"
same "a filled database holds what an import brings" "$work/imported" "$work/filled"
ok "a filled database is sound" "$BANGKOM" --database "$work/filled.db" check
ok "generate fills a database the fast way" \
	"$generate" --persons 60 --fast --database "$work/fast.db"
exported "$work/fast.db" >"$work/filled"
same "the fast way gives the same" "$work/imported" "$work/filled"
ok "a database filled the fast way is sound" "$BANGKOM" --database "$work/fast.db" check

schema() {
	sqlite3 "$1" 'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name'
}
schema "$db" >"$work/imported"
schema "$work/fast.db" >"$work/filled"
same "the fast way leaves every index in place" "$work/imported" "$work/filled"

status "a number that is none is refused" 64 "$generate" --persons x --csv "$work/csv"
if "$generate" --size nation --need | grep -Eq '^[0-9]{10,}$'; then
	echo "ok generate says how many bytes it needs"
else
	echo "not ok generate says how many bytes it needs"
fi
# A process may not make a file system; one that is always full stands in.
if [ "$(df -P /proc | awk 'NR == 2 { print $4 }')" = 0 ]; then
	status "a disk that is too small is refused" 74 "$generate" --persons 60 --csv /proc
	says "and the bytes that are needed are named" 'needs [0-9]* bytes'
fi
