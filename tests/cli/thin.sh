#!/bin/sh
# Dropping what old actions changed.
. tests/cli/lib.sh.inc
export LC_ALL=C.UTF-8

run init --sample 2>"$work/err" || echo "not ok init"
echo 'kode,nama
ZZZ,Unit Baru' >"$work/unit.csv"
BANGKOM_TODAY=2026-05-05
run import units "$work/unit.csv" >"$work/out" 2>&1 || echo "not ok import"
run undo >"$work/out" 2>&1 || echo "not ok undo"
BANGKOM_TODAY=2026-05-11
export BANGKOM_TODAY
status "a day is needed" 64 run thin-history
status "and one that there was" 64 run thin-history --before 2027-01-01
status "what is no day is refused" 64 run thin-history --before kemarin
before=$(sqlite3 "$db" 'SELECT count(*), sum(length(before)) FROM change')
status "it is told what would go" 0 run --language en thin-history --before 10-05-2026
grep -q "^Dropped: what [1-9]" "$work/out" && echo "ok with how much" ||
	echo "not ok how much: $(cat "$work/out")"
[ "$before" = "$(sqlite3 "$db" 'SELECT count(*), sum(length(before)) FROM change')" ] &&
	echo "ok and nothing goes unasked" || echo "not ok unasked"
status "with --yes it goes" 0 run thin-history --before 2026-05-10 --yes
[ -e "$work"/office.db-backups/*-thinning.backup ] && echo "ok after a backup" ||
	echo "not ok no backup"
status "the file is sound" 0 run check --deep
status "the newest sheets are still undone" 0 run undo
status "other old actions are not" 1 run undo
status "a second time there is nothing" 0 run thin-history --before 2026-05-10 --yes
run import units "$work/unit.csv" >"$work/out" 2>&1
status "new ones are undone" 0 run undo
status "and the file is sound" 0 run check --deep
