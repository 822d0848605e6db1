#!/bin/sh
# Lesson hours: certificates and the table of conversions.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

run init --sample 2>/dev/null
run report jp-people --year 2026 --format csv >"$work/people"
head -1 "$work/people" >"$work/seen"
echo nip,name,unit,employment,jp,programmes,certificates,target,lacking >"$work/wanted"
same "the columns of jp-people" "$work/wanted" "$work/seen"

take conversions <<'END'
form,scope,basis,factor,per
seminar,national,day,4,1
END
take certificates <<'END'
nip,title,starts,year,form,scope,quantity,basis
198310032005012019,Seminar A,2026-02-03,2026,seminar,national,1.5,day
END
run report jp-people --year 2026 --format csv | grep ^198310032005012019 >"$work/seen"
grep -q ',PNS,.*,6,20,[0-9.]*$' "$work/seen" && echo "ok a day and a half of a seminar is 6 JP" ||
	echo "not ok the JP of a certificate: $(cat "$work/seen")"

cat >"$work/other.csv" <<'END'
nip,title,starts,year,form,scope,quantity,basis,jp
198310032005012019,Seminar B,2026-02-04,2026,seminar,national,1,day,9
END
status "another number without a reason is refused" 65 run import certificates "$work/other.csv"
says "with the number it would be" "gives 4 JP"
