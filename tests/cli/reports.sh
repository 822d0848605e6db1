#!/bin/sh
# Reports: files that depend on no language, scales, years and programmes.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# holds NAME PATTERN FILE: a line of the file is like this.
holds() {
	if grep -q -- "$2" "$3"; then
		echo "ok $1"
	else
		echo "not ok $1: $(head -5 "$3" | tr '\n' ' ')"
	fi
}

run init --sample 2>/dev/null
for report in overview evaluation feedback-items feedback-parts scores groups projects needs jp-recap; do
	for format in csv json; do
		run report $report --format $format >"$work/en"
		"$BANGKOM" --database "$db" --language id report $report --format $format \
			>"$work/id"
		same "$report as $format is the same in both languages" "$work/en" "$work/id"
	done
done
run report overview --format csv >"$work/overview"
holds "files hold codes and ISO dates" ',done,2026-03-02,' "$work/overview"
run report feedback-items >"$work/items"
holds "people read words" ' Facility ' "$work/items"
"$BANGKOM" --database "$db" --language id report evaluation >"$work/evaluation"
holds "a mean has the decimal mark of the language" '8\. Jadwal.* 2,93' "$work/evaluation"

printf 'feedback_minimum = 3;\n' >"$work/few.conf"
take questionnaire <<'END'
questionnaire,number,dimension,kind,scale,text
LAIN,1,material,likert,10,Dari sepuluh
LAIN,2,material,likert,4,Dari empat
END
take programmes <<'END'
code,year,title,method,starts,ends,jp,capacity,status
LAIN25,2025,Lain,workshop,2025-03-02,2025-03-13,24,30,done
END
take feedback <<'END'
programme,questionnaire,sheet,q1,q2
LAIN25,LAIN,1,10,4
LAIN25,LAIN,2,9,4
LAIN25,LAIN,3,9,4
END
items() {
	run --config "$work/few.conf" report feedback-items --programme LAIN25 "$@"
}
items --format csv >"$work/items"
holds "each answer of the widest scale is a column" ',n9,n10,top2' "$work/items"
holds "each answer is counted" ',0,0,0,0,0,0,0,0,2,1,' "$work/items"
holds "a shorter scale has no counts beyond its end" ',0,0,0,3,,,,,,,' "$work/items"
items >"$work/items"
bars() {
	grep "$1" "$work/items" | tail -1 | tr -cd '█' | wc -m
}
[ "$(bars 'Dari sepuluh')" -lt "$(bars 'Dari empat')" ] && [ "$(bars 'Dari empat')" = 30 ] &&
	echo "ok each bar is out of its own scale" || echo "not ok bars: $(cat "$work/items")"

run report overview --year 2025 --format csv >"$work/year"
[ "$(cut -d, -f1 "$work/year" | tr '\n' ' ')" = "programme LAIN25 " ] &&
	echo "ok the overview of a year" || echo "not ok year: $(cat "$work/year")"
run report overview --programme TIK26 >"$work/one"
holds "the overview of one programme" '^TIK26 ' "$work/one"
grep -q 'PRJ26\|KOM26' "$work/one" && echo "not ok others: $(cat "$work/one")" ||
	echo "ok and of no other"
for report in overview evaluation feedback-items feedback-parts scores groups projects needs jp-recap; do
	status "$report of a programme that is not there" 65 run report $report --programme NONE
done
says "with what to do" "Look up its code"
ok "what a report does not heed does not stop it" run report needs --year 2026 --programme PRJ26
says "but is told" "programme was not used"
says "for the year too" "year was not used"
status "a year is a number" 64 run report jp-recap --year 2026x
