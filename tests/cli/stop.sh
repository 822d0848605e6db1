#!/bin/sh
# An import that is stopped on its way leaves nothing behind.
. tests/cli/lib.sh.inc

run init 2>/dev/null
run import units "$data/units.csv" 2>/dev/null
awk 'BEGIN {
	print "nip,name"
	for (i = 0; i < 300000; i++)
		printf "%d%02d%02d2010011%03d,Budi Santoso\n", 1960 + i % 30,
			1 + int(i / 30) % 12, 1 + int(i / 360) % 28, 1 + int(i / 10080)
}' >"$work/many.csv"
cp "$db" "$work/before.db"

equal() {
	[ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1: $2, not $3"
}

# stopped SIGNAL: the status of an import that gets it while it writes. A shell
# starts what is in the background without INT, and nohup all without HUP.
stopped() {
	cp "$work/before.db" "$db"
	env --default-signal=INT,HUP "$BANGKOM" --database "$db" --language en import persons "$work/many.csv" \
		2>"$work/err" &
	import=$!
	while [ ! -e "$db-journal" ] && kill -0 $import 2>/dev/null; do
		sleep 0.05
	done
	sleep 0.2
	kill -s "$1" $import
	wait $import 2>/dev/null
	echo $?
}

# nothing_left SIGNAL STATUS
nothing_left() {
	equal "an import that gets $1 ends by it" "$(stopped "$1")" "$2"
	says "and says that nothing was written ($1)" 'nothing was written'
	same "the file is as it was ($1)" "$work/before.db" "$db"
	status "no journal is left beside it ($1)" 1 test -e "$db-journal"
}
nothing_left TERM 143
nothing_left HUP 129
nothing_left INT 130

equal "one that is killed cannot clean up" "$(stopped KILL)" 137
run check >/dev/null 2>&1
equal "what it had written is not there when the file is opened" \
	"$(sqlite3 "$db" 'SELECT count(*) FROM persons')" 0
equal "nor is a draft" "$(sqlite3 "$db" 'SELECT count(*) FROM draft')" 0
equal "nor an entry in the history" "$(sqlite3 "$db" 'SELECT count(*) FROM entry')" 1
head -3 "$work/many.csv" >"$work/few.csv"
ok "the next import is taken in" run import persons "$work/few.csv"
status "and what is left of the journal goes with it" 1 test -e "$db-journal"
ok "the file is sound" run check --deep
