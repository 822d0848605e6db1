#!/bin/sh
# The report of standards: a row for each position and competency.
. tests/cli/lib.sh.inc

run init --sample 2>/dev/null
printf '%s\n' 'nip,name,position' '198501012010011001,Tanpa Jabatan,' '198501012010011002,Tanpa Standar,Arsiparis' >"$work/p.csv"
ok "persons are taken" run import persons "$work/p.csv"
run report standards --format csv >"$work/csv"
run report standards >"$work/text"

# has NAME LINE FILE: the file has exactly this line.
has() {
	if grep -qxF -- "$2" "$3"; then
		echo "ok $1"
	else
		echo "not ok $1: $(head -3 "$3" | tr '\n' ' ')"
	fi
}
has "its columns" "position,people,competency,name,level" "$work/csv"
has "a standard has its level" "Analis Kebijakan Ahli Muda,31,PP,Manajemen Proyek,3" "$work/csv"
has "a position without a standard keeps its rows" "Arsiparis,1,TI,Teknologi Informasi," "$work/csv"
has "who has no standard is named" "Arsiparis: no standard; 1 person is left out of the gaps." \
	"$work/text"
has "who has no position is counted" \
	"1 person has no position. Enter it in the list of persons." "$work/text"
"$BANGKOM" --database "$db" --language id report standards --format csv >"$work/id"
same "the file is the same in both languages" "$work/csv" "$work/id"
