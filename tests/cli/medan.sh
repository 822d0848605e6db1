#!/bin/sh
# A year of one office through the command line, from empty file to reports.
. tests/cli/lib.sh.inc

ok "init makes an empty office file" run init
for table in units persons partners competencies standards programmes objectives \
	questionnaire sessions enrolments attendance scores needs feedback; do
	ok "import takes $table" run import "$table" "$data/$table.csv"
done

for table in units persons partners competencies standards programmes objectives \
	questionnaire sessions enrolments attendance scores needs feedback; do
	run export "$table" --output "$work/$table.csv" 2>"$work/err"
	head -1 "$data/$table.csv" >"$work/head"
	head -1 "$work/$table.csv" | cmp -s - "$work/head" &&
		echo "ok export of $table has the columns of its file" ||
		echo "not ok export of $table: $(head -1 "$work/$table.csv")"
	sort "$data/$table.csv" >"$work/wanted"
	sort "$work/$table.csv" >"$work/got"
	same "export of $table gives back what was imported" "$work/wanted" "$work/got"
done

for table in persons enrolments feedback attendance; do
	run import "$table" "$data/$table.csv" >/dev/null 2>"$work/err"
	says "a second import of $table changes nothing" "new 0, changed 0"
done

for report in evaluation feedback-items needs; do
	run report "$report" --format csv --output "$work/$report.csv"
	same "report $report equals the expected figures" "$data/expected/$report.csv" \
		"$work/$report.csv"
done
run report jp-recap --year 2026 --format csv --output "$work/jp.csv"
same "report jp-recap equals the expected figures" "$data/expected/jp-recap-2026.csv" \
	"$work/jp.csv"
run report evaluation --programme TIK26 --format csv >"$work/one.csv"
grep -e '^programme' -e '^TIK26' "$data/expected/evaluation.csv" >"$work/wanted"
same "a report may be about one programme" "$work/wanted" "$work/one.csv"

status "a programme that is not there is told" 65 run report evaluation --programme NONE
ok "the file is sound afterwards" run check
