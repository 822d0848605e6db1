#!/bin/sh
# Import of survey answers with one row per respondent.
. tests/cli/lib.sh.inc

run init 2>/dev/null
run import units "$data/units.csv" 2>/dev/null
run import persons "$data/persons.csv" 2>/dev/null
run import competencies "$data/competencies.csv" 2>/dev/null
printf 'code,year,title,raters,status\nS26,2026,Survei,both,open\nT26,2026,Tutup,both,closed\n' |
	run import surveys - 2>/dev/null
one=$(sed -n 2p "$data/persons.csv" | cut -d, -f1)
two=$(sed -n 3p "$data/persons.csv" | cut -d, -f1)
wide=$work/wide.csv

{
	echo "Timestamp,NIP,PP,PP importance,Tingkat penguasaan [Teknologi Informasi],Soal 9,Topik"
	echo "1/2/2026,$one,3,4,2,5,Kubernetes"
	echo "1/2/2026,$two,9,4,2,5,"
	echo "1/2/2026,$one,1,4,2,5,"
} >"$wide"
status "a heading that names nothing stops the import" 65 run import needs "$wide" --survey S26
says "and is told with what to do" '"Soal 9".*--map'
status "a survey that is not there is told" 65 run import needs "$wide" --survey X
says "by its code" "no survey 'X'"
status "a survey is for needs" 65 run import units "$data/units.csv" --survey S26
status "a mapping to nothing is told" 65 run import needs "$wide" --map "Soal 9=level:XX"
says "with what it may be" "none of: nip, rater"
status "bad rows stop a whole import" 65 run import needs "$wide" --survey S26 \
	--map "Soal 9=importance:TI"
status "and no mapping is kept then" 65 run import needs "$wide" --survey S26 --partial
says "so that it is asked for again" '"Soal 9"'
status "the good rows go in with --partial" 1 run import needs "$wide" --survey S26 \
	--map "Soal 9=importance:TI" --partial --rejects "$work/rejects.csv"
says "a level outside is named by line and heading" "Line 3, PP '9': Level must be from 1 to 5"
says "a rater twice too" "Line 4, NIP '$one': Line 2"
run export needs >"$work/needs.csv"
{
	echo "nip,competency,rater,level,importance,survey"
	echo "$one,PP,self,3,4,S26"
	echo "$one,TI,self,2,5,S26"
} >"$work/wanted.csv"
same "a row becomes its answers, a bad one none" "$work/wanted.csv" "$work/needs.csv"
run export responses >"$work/responses.csv"
printf 'nip,rater,topics,form,method,remark,survey\n%s,self,Kubernetes,,,,S26\n' "$one" \
	>"$work/wanted.csv"
same "and its texts a response" "$work/wanted.csv" "$work/responses.csv"
status "the next file needs no mapping" 1 run import needs "$wide" --survey S26 --partial
says "and changes nothing" "new 0, changed 0, unchanged 1, rejected 2"
status "a closed survey takes nothing" 65 run import needs "$wide" --survey T26
says "and says so by line" "Line 2, survey '': The survey is closed"
ok "the import is one action" run undo
[ "$(run export needs | wc -l)" = 1 ] && [ "$(run export mappings | wc -l)" = 1 ] &&
	echo "ok and undo takes all of it back" || echo "not ok undo"

printf 'code,name,kind\nA=B,Analisis,technical\n' | run import competencies - 2>/dev/null
printf 'NIP,Soal a=1\n%s,4\n' "$one" >"$wide"
ok "a code may hold the sign between a heading and its target" run import needs "$wide" \
	--survey S26 --map "Soal a=1=level:A=B"
printf 'heading,target\nsoal a 1,level:A=B\n' >"$work/wanted.csv"
run export mappings >"$work/mappings.csv"
same "and so may the heading" "$work/wanted.csv" "$work/mappings.csv"

first=$(sed -n 2p "$data/units.csv" | cut -d, -f1)
inside=$(awk -F, -v u="$first" 'NR > 1 && $0 ~ u { print $1; exit }' "$data/persons.csv")
outside=$(awk -F, -v u="$first" 'NR > 1 && $0 !~ u { print $1; exit }' "$data/persons.csv")
printf 'code,year,title,raters,status\nU26,2026,Satu unit,both,open\n' | run import surveys - 2>/dev/null
printf 'survey,unit\nU26,%s\n' "$first" | run import survey_units - 2>/dev/null
printf 'NIP,Penilai,PP\n%s,Saya sendiri,3 - Menengah\n%s,Atasan langsung,2. Dasar\n' \
	"$inside" "$outside" >"$wide"
ok "levels and raters are read as web forms write them" run import needs "$wide" --survey U26
says "answers are told apart from respondents" "These rows are 2 answers of 2 respondents"
says "who is not asked is named with the line" "^1 person belongs to no unit .*(line 3)"
status "a report on another survey names it" 0 run report needs --survey U26
run report needs --survey U26 >"$work/report"
grep -q "^U26: Satu unit" "$work/report" && echo "ok and is about it" || echo "not ok report --survey"
status "a survey that is not there is told" 65 run report needs --survey X
status "a report about no survey says so" 0 run report plan --survey U26
says "that it was not used" "survey was not used"
printf 'code,name,kind\n++,Negosiasi,technical\n' | run import competencies - 2>/dev/null
printf 'NIP,Soal b\n%s,4\n' "$two" >"$wide"
ok "a code of symbols alone is mapped too" run import needs "$wide" --survey S26 \
	--map "Soal b=level:++"
