#!/bin/sh
# Attendance, eligibility and clashes as reports; the rule and the hours in files.
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
for report in attendance clashes; do
	for format in csv json; do
		run report $report --format $format >"$work/en"
		"$BANGKOM" --database "$db" --language id report $report --format $format \
			>"$work/id"
		same "$report as $format is the same in both languages" "$work/en" "$work/id"
	done
	status "$report of a programme that is not there" 65 run report $report --programme NONE
done
run report attendance --format csv >"$work/all"
[ "$(head -1 "$work/all")" = "programme,nip,name,status,sessions,present,late,sick,excused,absent,unmarked,jp,jp_attended,share,eligible" ] &&
	echo "ok the columns of the report are terms" || echo "not ok columns: $(head -1 "$work/all")"
[ "$(grep -c '^PRJ26,' "$work/all")" = 30 ] && echo "ok everybody is there once" ||
	echo "not ok people: $(grep -c '^PRJ26,' "$work/all")"
holds "a share is that of the hours" ',18,0.750000,never$' "$work/all"

# The rate of the evaluation and the sums of this report are the same figure.
rate=$(awk -F, '$1 == "PRJ26" { jp += $(NF - 3); att += $(NF - 2) } END { printf "%.6f", att / jp }' "$work/all")
run report evaluation --programme PRJ26 --format csv >"$work/evaluation"
holds "the report adds up to the rate of the evaluation" "^PRJ26,30,9,$rate," "$work/evaluation"

take programmes <<'END'
code,year,title,method,starts,ends,jp,capacity,status,least_attendance,least_post
BATAS,2026,Batas,workshop,2026-05-04,2026-05-08,10,30,running,,60
LAIN,2026,Lain,workshop,2026-05-04,2026-05-08,10,30,running,50,
END
take sessions <<'END'
programme,number,date,topic,jp,starts,ends,room
BATAS,1,2026-05-04,Satu,8,08:00,,Aula Lt. 2
BATAS,2,2026-05-05,Dua,,08:00,09:30,
LAIN,1,2026-05-04,Satu,2,13:59,,aula lt 2
LAIN,2,2026-05-05,Dua,2,,,
END
run export sessions >"$work/sessions"
holds "lesson hours follow from the times" '^BATAS,2,2026-05-05,Dua,2$' "$work/sessions"
take enrolments <<'END'
programme,nip,status
BATAS,198003152008011006,accepted
BATAS,199511122018042025,accepted
END
take attendance <<'END'
programme,session,nip,state
BATAS,1,198003152008011006,present
BATAS,1,199511122018042025,sick
END
take scores <<'END'
programme,nip,pre,post
BATAS,198003152008011006,40,60
END
run report attendance --programme BATAS --format csv >"$work/batas"
holds "exactly the least share is enough" '^BATAS,198003152008011006,.*,8,8,1.000000,yes$' "$work/batas"
holds "who missed too much cannot reach it" '^BATAS,199511122018042025,.*,8,0,0.000000,never$' "$work/batas"
run report attendance --programme BATAS >"$work/text"
holds "the sentence says why" '0 of 8 JP (0 % < 80 %), 2 JP not marked' "$work/text"
take sessions <<'END'
programme,number,topic,jp,notes
BATAS,1,Satu,8,Mulai 15 menit terlambat; proyektor diganti.
END
run report attendance --programme BATAS >"$work/text"
holds "the log of the session stands below its figures" '^ *Mulai 15 menit terlambat' "$work/text"
holds "the foot counts the day" '04-05-2026  session 1:  H 1  T 0  S 1  I 0  A 0  (0 not marked)' "$work/text"
printf 'completion_attendance = 0;\n' >"$work/none.conf"
run --config "$work/none.conf" report attendance --programme BATAS --format csv >"$work/batas"
holds "the setting is the rule where the programme has none" '^BATAS,199511122018042025,.*,not_yet$' "$work/batas"
run report overview --programme BATAS >"$work/overview"
holds "the overview warns in time" '1 participant cannot reach the least attendance' "$work/overview"
run report clashes --format csv >"$work/clashes"
holds "one room at one time is a clash" '^2026-05-04,room,Aula Lt. 2,,yes,BATAS,1,08:00,14:00,LAIN,1,13:59,15:29$' "$work/clashes"
[ "$(wc -l <"$work/clashes")" = 2 ] && echo "ok and nothing else is" ||
	echo "not ok clashes: $(cat "$work/clashes")"
ok "the file is sound afterwards" run check

take trainers <<'END'
name,partner
Maya Pengajar,LSM1
END
take programmes <<'END'
code,year,title,status
AJAR,2026,Mengajar,running
END
take sessions <<'END'
programme,number,date,topic,jp,trainer
AJAR,1,2026-05-04,Satu,4,Maya Pengajar
AJAR,2,2026-05-05,Dua,2.5,Maya Pengajar
AJAR,3,2026-05-06,Tiga,2,
END
run report teaching --programme AJAR --format csv >"$work/teaching"
holds "a trainer's JP are those of the sessions, and of those held" \
	'^Maya Pengajar,AJAR,,LSM1,2,6.50,1,4,2026-05-04,2026-05-05$' "$work/teaching"
run report teaching --programme AJAR >"$work/teaching"
holds "sessions without a trainer are told" '1 session names no trainer' "$work/teaching"
run report teaching --year 2025 --format csv >"$work/teaching"
[ "$(wc -l <"$work/teaching")" = 1 ] && echo "ok another year has none of them" ||
	echo "not ok year: $(cat "$work/teaching")"

take sessions <<'END'
programme,number,date,topic,jp
BATAS,11,2026-05-07,Sesudah hari ini,2
END
take enrolments <<'END'
programme,nip,status
BATAS,199511122018042025,withdrawn
END
run report sign-in --programme BATAS >"$work/sheet"
holds "a sheet to sign is of today's sessions" '^Monday, 4 May 2026' "$work/sheet"
holds "it lists who holds a place, with room to sign" \
	'^  1  Ahmad Batubara, S.Pd., M.Si. .*198003152008011006 .*\.\.\.\.' "$work/sheet"
holds "and nobody who left" 'Total: 1$' "$work/sheet"
