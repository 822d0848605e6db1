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
for report in overview evaluation feedback-items feedback-parts scores completion groups projects project-scores survey-form standards needs plan jp-recap jp-people; do
	for format in csv json; do
		run report $report --format $format >"$work/en"
		"$BANGKOM" --database "$db" --language id report $report --format $format \
			>"$work/id"
		same "$report as $format is the same in both languages" "$work/en" "$work/id"
	done
done
run report overview --format csv >"$work/overview"
holds "files hold codes and ISO dates" ',done,2026-03-02,' "$work/overview"
run report survey-form >"$work/form"
holds "the paper form has a box for each level and each importance" \
	'Komunikasi  *\[1\] \[2\] \[3\] \[4\] \[5\]  \[1\] \[2\] \[3\] \[4\] \[5\]' "$work/form"
run report feedback-items >"$work/items"
holds "people read words" ' Facility ' "$work/items"
"$BANGKOM" --database "$db" --language id report evaluation >"$work/evaluation"
holds "a mean has the decimal mark of the language" '8\. Jadwal.* 2,93' "$work/evaluation"

printf 'feedback_minimum = 5;\n' >"$work/few.conf"
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
LAIN25,LAIN,4,9,4
LAIN25,LAIN,5,9,4
END
items() {
	run --config "$work/few.conf" report feedback-items --programme LAIN25 "$@"
}
items --format csv >"$work/items"
holds "each answer of the widest scale is a column" ',n9,n10,top2' "$work/items"
holds "each answer is counted" ',0,0,0,0,0,0,0,0,4,1,' "$work/items"
holds "a shorter scale has no counts beyond its end" ',0,0,0,5,,,,,,,' "$work/items"
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
for report in overview evaluation feedback-items feedback-parts scores completion groups projects project-scores survey-form standards needs plan jp-recap jp-people; do
	status "$report of a programme that is not there" 65 run report $report --programme NONE
done
says "with what to do" "Look up its code"
ok "what a report does not heed does not stop it" run report needs --year 2026 --programme PRJ26
says "but is told" "programme was not used"
says "for the year too" "year was not used"
status "a year is a number" 64 run report jp-recap --year 2026x

# Assessments: complete sheets count, weights must sum to 100.
run report projects --format csv --programme PRJ26 >"$work/projects"
holds "the scores stand behind the columns there were" \
	'^programme,group,title,client,.*,late,below_plan,as_planned,above_plan,presents,group_score,assessors,spread$' \
	"$work/projects"
holds "a group score with the spread of two assessors" ',78.125000,2,11.250000$' "$work/projects"
holds "an unfinished assessor gives no score" '^PRJ26,3,.*,,0,$' "$work/projects"
run report projects --programme PRJ26 >"$work/projects"
holds "and is named" 'Not counted until all criteria are filled in: Dr. Ratna' "$work/projects"
holds "a disagreement is told" 'Criterion 4: the assessors are 2 levels apart' "$work/projects"
run report project-scores --format csv --programme PRJ26 >"$work/scores"
holds "members have the group score while there are no peer sheets" \
	'^PRJ26,1,.*,78.125000,1.000000,78.125000,2,0$' "$work/scores"
run report project-scores --programme PRJ26 >"$work/people"
holds "people read a line for each member" '^Dewi Lubis, S.Kom\. .* 78\.13 ' "$work/people"
run report scores --programme PRJ26 >"$work/people"
holds "and for each participant" '^Budi Ritonga, S.T\. .* 60\.00 .* – ' "$work/people"
run report projects --programme PRJ26 >"$work/people"
holds "and for each project" '^PRJ26 .* Running .* 2/3 ' "$work/people"
[ "$(grep -c '^PRJ26' "$work/scores")" = 22 ] &&
	echo "ok every member has a line" || echo "not ok lines: $(cat "$work/scores")"
cat >"$work/criteria.csv" <<'END'
rubric,number,text,weight
KERJA,1,Isi,60
END
printf 'code,title\nKERJA,Kerja\n' >"$work/rubrics.csv"
ok "a rubric is taken in" run import rubrics "$work/rubrics.csv"
ok "also while its weights do not sum to 100" run import criteria "$work/criteria.csv"
cat >"$work/assessments.csv" <<'END'
programme,group,project,assessor
PRJ26,4,Keluhan puskesmas dijawab,Penilai
END
ok "an assessment is taken in" run import assessments "$work/assessments.csv"
cat >"$work/levels.csv" <<'END'
programme,group,project,assessment,rubric,criterion,level
PRJ26,4,Keluhan puskesmas dijawab,Penilai,PROYEK,1,5
PRJ26,4,Keluhan puskesmas dijawab,Penilai,PROYEK,2,4
END
status "a level beyond the scale is refused" 65 run import assessment_scores "$work/levels.csv"
says "and named" "Line 2, level '5'"
sed -e 's/PROYEK,1,5/KERJA,1,3/' "$work/levels.csv" >"$work/other.csv"
status "so is a criterion of another rubric" 65 run import assessment_scores "$work/other.csv"
says "and told what to take" "another rubric"
take groups <<'END'
programme,number,name
LAIN25,1,Satu
END
take projects <<'END'
programme,group,title,status
LAIN25,1,Arsip,idea
END
take assessments <<'END'
programme,group,project,assessor
LAIN25,1,Arsip,Penilai
END
printf 'programme,group,project,assessment,rubric,criterion,level\nLAIN25,1,Arsip,Penilai,KERJA,1,3\n' \
	>"$work/unfinished.csv"
status "weights that do not sum to 100 score nothing" 65 \
	run import assessment_scores "$work/unfinished.csv"
says "and the sum is named" "sum to 60 percent, not to 100"
run export assessment_scores >"$work/levels"
grep -q ,Penilai, "$work/levels" && echo "not ok written in half: $(cat "$work/levels")" ||
	echo "ok nothing was written in half"
status "peer ratings are in no file" 64 run export peer_ratings

run report completion --programme PRJ26 --format csv >"$work/completion"
holds "completion says who is decided on, with the figures of the rule" \
	'^PRJ26,198504072015041017,"Daniel Ginting, S.T.",completed,,24,24,1.000000,63.00,' \
	"$work/completion"
run report completion --programme PRJ26 >"$work/completion"
holds "and people read why" 'Budi Ritonga, S.T\.: 18 of 24 JP (75 % < 80 %)' "$work/completion"
holds "and how many there are of each" '9 completed, 13 failed' "$work/completion"
holds "and who is decided on against the rule" 'Dewi Lubis, S.Kom\.: failed, though the rule is met' \
	"$work/completion"

take feedback <<'END'
programme,questionnaire,sheet,q1
PRJ26,REAKSI,91,4
PRJ26,REAKSI,92,4
END
run report evaluation --programme PRJ26 >"$work/evaluation"
holds "more sheets than participants are asked about" '^REAKSI: 31 sheets of 30 participants' \
	"$work/evaluation"

{
	echo code,year,title,status
	for n in $(seq 260); do
		echo "BANYAK$n,2026,Banyak,draft"
	done
} | take programmes
run report overview >"$work/overview"
holds "of very many it is said that there are more" 'More than 100 more are not shown' \
	"$work/overview"
holds "it is said that not all were looked at" 'Only the first 200 programmes' \
	"$work/overview"
