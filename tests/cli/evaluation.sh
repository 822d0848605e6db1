#!/bin/sh
# What an evaluation shows, and what it does not: trainers, roles, few sheets.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# holds NAME PATTERN: a line of the last report is like this.
holds() {
	if grep -q -- "$2" "$work/report"; then
		echo "ok $1"
	else
		echo "not ok $1: $(head -20 "$work/report" | tr '\n' ' ')"
	fi
}

# lacks NAME PATTERN: none is.
lacks() {
	if grep -q -- "$2" "$work/report"; then
		echo "not ok $1: $(grep -- "$2" "$work/report" | head -1)"
	else
		echo "ok $1"
	fi
}

run init 2>/dev/null
for table in questionnaires questionnaire; do
	file=$table
	[ $table = questionnaires ] || file=items
	ok "import takes the ready $table" run import "$table" "forms/ready/$file-id.csv"
done
take trainers <<'END'
name
Ani
Budi
Citra
END
take programmes <<'END'
code,year,title,method,starts,ends,jp,capacity,status
P26,2026,Pelatihan,workshop,2026-03-02,2026-03-13,24,30,done
END

# sheets QUESTIONNAIRE COLUMN VALUE COUNT ITEMS ANSWER: the same answer to all.
number=0
sheets() {
	{
		awk -v items="$5" -v column="$2" 'BEGIN {
			printf "programme,questionnaire,sheet,%s", column
			for (i = 1; i <= items; i++) printf ",q%d", i
			printf "\n"
		}'
		awk -v from="$number" -v n="$4" -v items="$5" -v q="$1" -v value="$3" -v a="$6" \
			'BEGIN {
			for (k = 1; k <= n; k++) {
				printf "P26,%s,%d,%s", q, from + k, value
				for (i = 1; i <= items; i++) printf ",%s", a
				printf "\n"
			}
		}'
	} | take feedback
	number=$((number + $4))
}
sheets TRAINER trainer Ani 6 12 5
sheets TRAINER trainer Budi 5 12 3
sheets TRAINER trainer Citra 4 12 4
sheets SKM role,phase public,before 5 9 2
sheets SKM role,phase public,after 6 9 4
sheets PERILAKU role,phase superior,after 4 5 4

take questionnaire <<'END'
questionnaire,number,dimension,kind,scale,text
REAKSI,1,material,likert,5,Materi
REAKSI,2,method,likert,5,Metode
REAKSI,3,facility,likert,5,Ruang
END
sheets REAKSI phase '' 5 3 2
run report evaluation --programme P26 --format csv >"$work/ended"
sheets REAKSI phase midway 5 3 4
run report evaluation --programme P26 --format csv >"$work/midway"
same "a round midway leaves the figures of the end alone" "$work/ended" "$work/midway"

run report evaluation --programme P26 >"$work/report"
holds "it stands beside the end" 'At the end: mean 2.00 (n = 5 sheets)'
holds "a trainer with sheets enough has n and mean" '^Ani  *6  *72  *5.00'
holds "too few sheets say how many are needed" '^Citra .*4 of 5 sheets'
holds "a trainer who would give another away is not shown" '^Budi .*smaller'
lacks "and so has no mean" '^Budi .*3.00'
holds "the public service survey has its index before" 'Public, Before: NIK 50.00, D'
holds "and after" 'Public, After: NIK 100.00, A'
holds "items stand side by side with their difference" '  2.00  *6  *4.00  *2.00'
holds "few superiors show nothing" 'Superior, After: 4 of 5 sheets needed'

run report feedback-parts --format csv >"$work/report"
holds "each part is a row in files" '^P26,TRAINER,reaction,Ani,,,6,1,attitude,likert,6,5.000000,0.000000,1.000000,very-good'
holds "a part that is not shown has a row without figures" '^P26,TRAINER,reaction,Budi,,,5,1,attitude,likert,5,,,,$'
holds "a round midway has rows of its own" '^P26,REAKSI,,,,midway,5,1,material,likert,5,4.000000'
holds "roles and phases are terms" '^P26,SKM,results,,public,after,6,9,service,likert,6,4.000000'

run export feedback --output "$work/feedback.csv" 2>"$work/err"
says "the export says what it left out" '13 feedback sheets were left out'
grep -q 'Citra\|Budi\|PERILAKU' "$work/feedback.csv" &&
	echo "not ok sheets under the minimum stay in the file" ||
	echo "ok sheets under the minimum stay in the file"

run report scores --programme P26 >"$work/report"
ok "a programme without scores has a report" test -s "$work/report"
