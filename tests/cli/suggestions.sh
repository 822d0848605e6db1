#!/bin/sh
# Whom to invite to the programmes that are still open.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# finds NAME PATTERN: what was written holds the pattern.
finds() {
	grep -q -- "$2" "$work/out" && echo "ok $1" || echo "not ok $1: $(head -5 "$work/out" | tr '\n' ' ')"
}

run init --sample 2>/dev/null
status "without an open programme there is a report" 0 run report suggestions
finds "it says what to do" "next run"

take programmes <<'END'
code,year,title,starts,jp,capacity,status
TIK26B,2026,Literasi Data angkatan II,2026-09-07,16,30,open
ZZ26,2026,Belum Bertujuan,2026-10-05,4,30,open
END
take objectives <<'END'
programme,number,competency,level,text
TIK26B,1,TI,3,Mengolah data
TIK26B,2,KP,3,Melayani warga
END

run report suggestions --programme TIK26B --format csv >"$work/all"
head -1 "$work/all" >"$work/seen"
echo programme,rank,nip,name,unit,employment,gap,priority,below,measured,answers,flagged,jp,jp_lacking,reason >"$work/wanted"
same "the columns of suggestions" "$work/wanted" "$work/seen"

# She lacks 2 levels in KP, importance 4.5, and 1 in TI, importance 4; both raters
# answered about both. Her name holds a comma.
sed -n 2p "$work/all" >"$work/seen"
run export needs | grep "$(cut -d, -f3 "$work/seen")" | grep -e ,KP, -e ,TI, >"$work/answers"
cut -d, -f8,9,12,16 "$work/seen" >"$work/figures"
echo 3.000000,13.000000,4,gap >"$work/wanted"
same "the first has the largest gap × importance" "$work/wanted" "$work/figures"
[ "$(wc -l <"$work/answers")" -eq 4 ] && echo "ok the answers counted are those of the survey" ||
	echo "not ok the answers counted: $(cat "$work/answers")"
tail -1 "$work/all" | grep -q ',over-ceiling$' && echo "ok who is over the ceiling stands last" ||
	echo "not ok who stands last: $(tail -1 "$work/all")"
grep -c ',gap$' "$work/all" >"$work/gaps"
sed -n "2,$(($(cat "$work/gaps") + 1))p" "$work/all" | grep -vq ',gap$' &&
	echo "not ok known gaps come first" || echo "ok known gaps come first"

take enrolments <<END
programme,nip,status
TIK26B,$(cut -d, -f3 "$work/seen"),accepted
END
run report suggestions --programme TIK26B --format csv | grep -q "$(cut -d, -f3 "$work/seen")" &&
	echo "not ok who is enrolled is suggested no more" ||
	echo "ok who is enrolled is suggested no more"

run report suggestions --format csv >"$work/first"
[ "$(wc -l <"$work/first")" -eq 21 ] && echo "ok all open programmes have their first twenty" ||
	echo "not ok all open programmes: $(wc -l <"$work/first") lines"
run report suggestions >"$work/out"
finds "a programme without competencies says what to do" "Add its objectives"
status "JSON is written" 0 run report suggestions --programme TIK26B --format json
finds "with the same names" '"jp_lacking"'
status "a programme that is not there is told" 65 run report suggestions --programme NONE
status "a programme that is over suggests nobody" 0 run report suggestions --programme PRJ26
finds "and says what to do" "makes the next run"
