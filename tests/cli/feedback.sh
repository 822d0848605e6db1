#!/bin/sh
# Ready questionnaires, files of web forms, and what is kept of them.
. tests/cli/lib.sh.inc

run init --sample 2>/dev/null
ok "ready questionnaires are listed" run add-questionnaire
grep -q '^ORG	39	' "$work/out" && echo "ok with their items" || echo "not ok list"
ok "one is added" run add-questionnaire org
status "and only once" 65 run add-questionnaire ORG
status "an unknown one is refused" 1 run add-questionnaire XYZ
ok "its items are there" run export questionnaire
[ "$(grep -c '^ORG,.*,likert,5' "$work/out")" = 33 ] && echo "ok in full" || echo "not ok items"

cat >"$work/form.csv" <<'ROWS'
Timestamp,Alamat Email,1. Materi sesuai dengan kebutuhan pekerjaan,q2,Apa yang perlu diperbaiki?
4/5/2026 9:01,a@contoh.invalid,5,4 - Baik,Lebih banyak contoh
4/5/2026 9:02,b@contoh.invalid,4,bagus,-
ROWS
status "a file of a web form with a wrong row is refused" 65 \
	run import feedback "$work/form.csv" --programme PRJ26 --questionnaire REAKSI
grep -q "^Line 3, q2 'bagus'" "$work/err" && echo "ok with line and column" ||
	echo "not ok line and column: $(head -3 "$work/err")"
grep -q "no person and no time: Timestamp, Alamat Email" "$work/err" &&
	echo "ok and what is not taken in is said" || echo "not ok dropped columns"
status "the good rows are taken in" 1 \
	run import feedback "$work/form.csv" --programme PRJ26 --questionnaire REAKSI --partial
run export feedback >"$work/out"
grep -q '^PRJ26,REAKSI,[0-9]*,5,4,.*Lebih banyak contoh' "$work/out" &&
	echo "ok as sheets with numbers of their own" || echo "not ok sheets"
grep -q 'contoh.invalid' "$work/out" && echo "not ok somebody is named" || echo "ok nobody is named"
printf 'programme,questionnaire,sheet,q1,q1\nPRJ26,REAKSI,90,5,4\n' >"$work/twice.csv"
status "a question that has two columns is refused" 65 run import feedback "$work/twice.csv"
says "and both are named" "Two columns are both question 1"
status "respondents need a terminal" 64 run answer PRJ26
status "and a programme" 64 run answer
status "a role must be one" 64 run answer PRJ26 --role boss
