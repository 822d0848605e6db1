#!/bin/sh
# The calendar of a year: programmes, what is planned, and clashes.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# seen NAME: the calendar of 2026 in the files is what stands on standard input.
seen() {
	cat >"$work/wanted"
	run report calendar --year 2026 --format csv >"$work/seen"
	same "$1" "$work/wanted" "$work/seen"
}

run init 2>/dev/null
take trainers <<'END'
name
Rahmat
END
take programmes <<'END'
code,year,title,method,starts,ends,jp,capacity,status
PLB26,2026,Pelayanan Berbasis Bukti,workshop,2026-04-20,2026-07-17,24,30,planned
PBJ26,2026,Pengadaan Barang dan Jasa,workshop,,,24,30,planned
LTS26,2026,Latsar CPNS,workshop,2026-11-16,2027-02-12,24,30,draft
BTL26,2026,Batal,workshop,2026-05-18,2026-05-19,24,30,cancelled
END
take sessions <<'END'
programme,number,date,topic,jp,from,to,trainer,room
PLB26,1,2026-05-18,Pembukaan,3,08:00,10:15,Rahmat,Aula BKPSDM
PBJ26,1,2026-05-18,Dasar,3,09:00,11:15,Rahmat,Aula BKPSDM
PBJ26,2,2026-09-08,Lelang,3,,,Rahmat,
LTS26,1,2026-09-08,Pembukaan,3,08:00,10:15,Rahmat,
LTS26,2,2026-11-16,Nilai,3,10:15,12:30,Rahmat,
LTS26,3,2026-11-16,Etika,3,08:00,10:15,Rahmat,
BTL26,1,2026-05-18,Dasar,3,08:00,10:15,Rahmat,Aula BKPSDM
END
take plan_items <<'END'
year,number,title,quarter,basis,status,reason
2026,1,Coaching pelayanan,3,akd,approved,
2026,2,Studi banding,3,akd,rejected,Pagu habis
2026,3,Bimtek arsip,,akd,proposed,
END
seen "the calendar lists programmes and what is planned by begin" <<'END'
year,what,code,title,status,starts,ends,fixed,days,sessions,clashes,possible
2026,programme,PLB26,Pelayanan Berbasis Bukti,planned,2026-04-20,2026-07-17,yes,89,1,2,0
2026,programme,PBJ26,Pengadaan Barang dan Jasa,planned,2026-05-18,2026-09-08,yes,114,2,2,1
2026,plan,1,Coaching pelayanan,approved,2026-07-01,2026-09-30,no,,,,
2026,programme,LTS26,Latsar CPNS,draft,2026-11-16,2027-02-12,yes,89,3,0,1
2026,plan,3,Bimtek arsip,proposed,,,no,,,,
END

run report calendar --year 2026 >"$work/text"
grep -q '^PLB26 .* \.\.\.#!##\.\.\.\.\.  20-04-2026' "$work/text" &&
	echo "ok people see months as marks" ||
	echo "not ok months as marks: $(grep PLB26 "$work/text" | head -1)"
grep -q '^18-05-2026  PLB26 1: Rahmat teaches PBJ26 session 1' "$work/text" &&
	echo "ok the clashes stand below as sentences" ||
	echo "not ok no clash: $(tail -3 "$work/text" | tr '\n' ' ')"
[ "$(run report calendar --year 2027 --format csv | grep -c LTS26)" = 1 ] &&
	echo "ok over the turn of the year it stands in the next one too" ||
	echo "not ok LTS26 is not in 2027"
run report calendar --year 2026 --format json >"$work/seen"
grep -q '"code": "PBJ26".*"clashes": 2, "possible": 1' "$work/seen" &&
	echo "ok JSON has the same" || echo "not ok JSON: $(head -3 "$work/seen")"
run report calendar --year 2019 >"$work/text" &&
	grep -q "Nothing is held or planned" "$work/text" &&
	echo "ok an empty year says so" || echo "not ok an empty year"
