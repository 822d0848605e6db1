#!/bin/sh
# Import of a spreadsheet export with wrong rows.
. tests/cli/lib.sh.inc

run init 2>/dev/null
run import units "$data/units.csv" 2>/dev/null
excel=$data/persons-excel.csv

status "one bad row stops the whole import" 65 run import persons "$excel"
run export persons >"$work/persons.csv"
[ "$(wc -l <"$work/persons.csv")" = 1 ] && echo "ok nothing is written then" ||
	echo "not ok something was written"

status "the good rows go in with --partial" 1 run import persons "$excel" --partial \
	--rejects "$work/rejects.csv"
says "the counts are shown" "rejected 23"
[ "$(grep -c '^Line [0-9]*,' "$work/err")" = 23 ] && echo "ok each bad row is told" ||
	echo "not ok told: $(grep -c '^Line' "$work/err")"
cut -d, -f1,2 "$work/rejects.csv" >"$work/got"
same "each bad row is named by line and field" "$data/expected/persons-excel-rejects.csv" \
	"$work/got"
status "rows of known people are refused for the same" 1 run import persons "$excel" --partial
says "so that none is called unchanged" "rejected 23"
printf 'nip;nama\n1,98E+17;Siti\n199107242017012000;Budi\n' >"$work/mangled.csv"
status "a NIP that a spreadsheet mangled is refused" 65 run import persons "$work/mangled.csv"
says "as 1,98E+17" "Line 2, nip '1,98E+17': A spreadsheet"
says "and with zeros at the end" "Line 3, nip '199107242017012000': A spreadsheet"

status "the rejects can be tried again" 65 run import persons "$work/rejects.csv"
says "and those that are wrong in themselves are refused again" "rejected 21"

ok "undo takes the import back" run undo
run export persons >"$work/persons.csv"
[ "$(wc -l <"$work/persons.csv")" = 1 ] && echo "ok no person is left" ||
	echo "not ok persons are left after undo"
ok "redo brings it again" run redo
run export persons | sort >"$work/again.csv"
run import persons "$excel" --partial >/dev/null 2>"$work/err"
says "with the same people" "new 0, changed 0"

printf 'code,name\nX1,Unit satu\n' | run import units - >/dev/null 2>"$work/err" &&
	echo "ok standard input is read" || echo "not ok standard input"
ok "--dry-run checks" run import units "$data/units.csv" --dry-run
says "and says that it wrote nothing" "nothing was written"
printf 'kode;nama\r\nX2;Caf\351 Satu\r\n' >"$work/cp1252.csv"
ok "CP1252 and semicolons are understood" run import units "$work/cp1252.csv"
run export units | grep -q 'X2,Café Satu' && echo "ok and kept as UTF-8" ||
	echo "not ok CP1252"
status "an unknown table is a usage error" 64 run import nonsense "$excel"
status "an unreadable file is told" 66 run import units "$work/missing.csv"
printf 'foo,bar\n1,2\n' >"$work/bad.csv"
status "a file without the key column is refused" 65 run import units "$work/bad.csv"
says "with the name of the column" "code"
printf 'code,name\nX3,"open\n' >"$work/open.csv"
status "an open quote is told" 65 run import units "$work/open.csv"
says "with its line" "Line 2"
printf 'code,name\nX4,Dinas,Sosial\n' >"$work/comma.csv"
status "a text with a comma that is not quoted is told" 65 run import units "$work/comma.csv"
says "with its line" "^Line 2: The row has more cells"
awk 'BEGIN { printf "code,name"; for (i = 0; i < 1000000; i++) printf ",x"; print "" }' \
	>"$work/bomb.csv"
status "a file with a million columns is refused at once" 65 run import units "$work/bomb.csv"
says "with their number" "1000002 columns"
run import competencies "$data/competencies.csv" >/dev/null 2>&1
run import programmes "$data/programmes.csv" >/dev/null 2>&1
printf 'programme,number,text\nPRJ26,7,Satu\n,8,Dua\n' >"$work/under.csv"
status "a row without its programme is not put under the one before" 65 \
	run import objectives "$work/under.csv"
says "with its line" "^Line 3"
status "an export does not write over the office file" 73 \
	run export units --output "$db"
says "and says so" "is an office file"
ok "which is still one" run check
