#!/bin/sh
# After a programme: follow-ups, indicators, service surveys, costs and benefits.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# refuse TABLE NAME PATTERN: rows from standard input are refused, and told why.
refuse() {
	cat >"$work/in.csv"
	status "$2" 65 run import "$1" "$work/in.csv"
	says "$2: the reason" "$3"
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
take follow_ups <<'END'
programme,number,what,questionnaire,due,sent,expected,done,outcome,waived,reason
PRJ26,1,behaviour-alumni,REAKSI,2026-05-01,2026-04-20,9,,,no,
PRJ26,2,behaviour-superior,,2026-06-13,,9,,,no,
PRJ26,3,results,,2026-06-13,,,2026-05-02,Diukur,no,
TIK26,1,other,,2026-05-01,,,,,yes,Unit dilebur
END
take results <<'END'
programme,number,indicator,measure,direction,baseline,target,source
PRJ26,1,Waktu tunggu,menit,down,95,45,buku ukur
PRJ26,2,Dijawab dalam tiga hari,persen,up,18,80,register
PRJ26,3,Keluhan,keluhan,down,12,12,register
END
take measurements <<'END'
programme,result,measured,actual,evidence
PRJ26,1,2026-03-30,80,buku ukur
PRJ26,1,2026-05-02,58,buku ukur
PRJ26,3,2026-05-02,10,register
END
take skm_rounds <<'END'
programme,number,phase,unit,measured,respondents,u1,u2,u3,u4,u5,u6,u7,u8,u9,published,source
PRJ26,1,before,,2026-02-02,120,3,3,2.5,3,3,3,3,2.75,3,72.92,Laporan SKM semester I
PRJ26,2,after,,2026-05-02,130,3.5,3.25,2.75,4,3.25,3.5,3.75,2.75,3.25,83.33,Laporan SKM semester II
END
take benefits <<'END'
programme,number,side,text,amount,share,assumption
PRJ26,1,cost,Honor dan konsumsi,45000000,,
PRJ26,2,benefit,Jam antre yang dihemat,120000000,50,412 warga
PRJ26,3,intangible,Warga lebih percaya,,,
END
refuse benefits "a benefit without an assumption is refused" "written assumption" <<'END'
programme,number,side,text,amount,share,assumption
PRJ26,4,benefit,Tanpa dasar,1000000,100,
END
refuse follow_ups "a waiver without a reason is refused" "why the follow-up is waived" <<'END'
programme,number,what,due,waived,reason
PRJ26,4,other,2026-06-01,yes,
END
refuse results "a target on the wrong side is refused" "higher is" <<'END'
programme,number,indicator,direction,baseline,target
PRJ26,4,Waktu tunggu,up,95,45
END

for report in follow-up reminders follow-up-people behaviour; do
	for format in csv json; do
		run report $report --format $format >"$work/en"
		"$BANGKOM" --database "$db" --language id report $report --format $format \
			>"$work/id"
		same "$report as $format is the same in both languages" "$work/en" "$work/id"
	done
done

run report follow-up --format csv >"$work/csv"
holds "what is late says by how many days" \
	'^PRJ26,1,behaviour-alumni,2026-05-01,late,-3,2026-04-20,,0,9,REAKSI,,$' "$work/csv"
holds "what is done has no days left" '^PRJ26,3,results,2026-06-13,done,,,2026-05-02,' "$work/csv"
holds "what is waived says why" '^TIK26,1,other,2026-05-01,waived,.*,Unit dilebur$' "$work/csv"

run report follow-up --programme PRJ26 | tr '\n' ' ' >"$work/text"
holds "the newest measurement counts" '74' "$work/text"
holds "a target that is the baseline has no percentage" 'Above plan' "$work/text"
holds "the bounds of the verdict stand beside it" 'Below 100 % is below plan, up to 110 %' "$work/text"
holds "the index of the survey has its quality" '83.33  B Good' "$work/text"
holds "the benefit counts with its share" 'costs 45,000,000, benefits 60,000,000; BCR 1.33, ROI 33.3 %' "$work/text"
holds "the assumption stands beside the number" '412 warga' "$work/text"

run report reminders --format csv >"$work/csv"
cat >"$work/expected" <<'END'
due,days,programme,what,n,expected,next
2026-05-01,-3,PRJ26,behaviour-alumni,0,9,key
2026-06-13,40,PRJ26,behaviour-superior,,9,choose
END
same "only what is open is reminded of, the oldest first" "$work/csv" "$work/expected"

take questionnaire <<'END'
questionnaire,number,dimension,kind,scale,text
PERILAKU,1,material,likert,5,Diterapkan
END
take questionnaires <<'END'
code,title,level
PERILAKU,Perilaku,behaviour
END
take feedback <<'END'
programme,questionnaire,sheet,role,phase,q1
PRJ26,PERILAKU,1,alumnus,after,4
PRJ26,PERILAKU,2,alumnus,after,5
PRJ26,PERILAKU,3,alumnus,after,4
PRJ26,PERILAKU,4,alumnus,after,5
PRJ26,PERILAKU,5,alumnus,after,5
PRJ26,PERILAKU,6,superior,after,2
PRJ26,PERILAKU,7,superior,after,3
PRJ26,PERILAKU,8,superior,after,2
PRJ26,PERILAKU,9,superior,after,3
END
run report behaviour --format csv >"$work/csv"
holds "four superiors do not show beside five alumni" \
	'^PRJ26,PERILAKU,1,Diterapkan,5,4.600000,,,$' "$work/csv"
take feedback <<'END'
programme,questionnaire,sheet,role,phase,q1
PRJ26,PERILAKU,10,superior,after,2
END
run report behaviour --format csv >"$work/csv"
holds "five alumni and five superiors stand side by side" \
	'^PRJ26,PERILAKU,1,Diterapkan,5,4.600000,5,2.400000,2.200000$' "$work/csv"

{
	echo questionnaire,number,dimension,kind,scale,text
	for u in 1 2 3 4 5 6 7 8 9; do
		echo "SKM,$u,facility,likert,4,Unsur $u"
	done
} | take questionnaire
{
	echo programme,questionnaire,sheet,role,phase,q1,q2,q3,q4,q5,q6,q7,q8,q9
	for n in 1 2 3 4 5; do
		echo "KOM26,SKM,$n,public,before,3,3,3,3,3,3,3,3,3"
		echo "KOM26,SKM,1$n,public,after,4,4,4,4,4,4,4,4,4"
	done
	echo "TIK26,SKM,1,public,after,4,4,4,4,4,4,4,4,4"
} | take feedback
run report follow-up --programme KOM26 | tr '\n' ' ' >"$work/text"
holds "sheets of the public from before give an index" 'Before  .* 75.00  C ' "$work/text"
holds "and those from after another" 'After the .* 100.00  A Very' "$work/text"
run report follow-up --programme TIK26 >"$work/text"
if grep -q 'A Very' "$work/text"; then
	echo "not ok one sheet of the public does not show"
else
	echo "ok one sheet of the public does not show"
fi

run report follow-up-people --programme PRJ26 --format csv >"$work/csv"
if [ "$(wc -l <"$work/csv")" = 10 ]; then
	echo "ok those who completed the programme are asked"
else
	echo "not ok those who completed the programme are asked: $(wc -l <"$work/csv") lines"
fi

take results <<'END'
programme,number,group,project,objective_programme,objective,indicator,direction
PRJ26,8,1,Antrean loket Dinas Dukcapil,PRJ26,1,Terhubung,up
END
run export results --all >"$work/csv"
holds "a result keeps its project and its objective" \
	'^PRJ26,8,1,Antrean loket Dinas Dukcapil,PRJ26,1,Terhubung,' "$work/csv"

for table in follow_ups results measurements skm_rounds benefits; do
	run export $table --all >"$work/$table.csv"
	run import --dry-run $table "$work/$table.csv" 2>"$work/err"
	says "$table come back unchanged" 'new 0, changed 0, unchanged [1-9][0-9]*, rejected 0'
done
