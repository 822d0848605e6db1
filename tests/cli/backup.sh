#!/bin/sh
# Backups by hand and by themselves, the way back, and the check.
. tests/cli/lib.sh.inc
export LC_ALL=C.UTF-8
backups=$work/office.db-backups
kept=$work/kept.backup

# count NAME WANTED PATTERN…: so many files are there.
count() {
	name=$1
	wanted=$2
	shift 2
	got=0
	for file in "$@"; do
		[ -e "$file" ] && got=$((got + 1))
	done
	[ "$got" = "$wanted" ] && echo "ok $name" || echo "not ok $name: $got, not $wanted"
}

# equal NAME A B
equal() {
	[ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1: '$2', not '$3'"
}

# What a file holds, without what the program notes for itself; a copy keeps its
# tables in another order.
dump() {
	sqlite3 "$1" .dump | grep -v '^INSERT INTO note ' | sort
}

run init --sample 2>"$work/err" || echo "not ok init"
run import persons "$data/persons.csv" >"$work/out" 2>&1
count "the first use of a day makes a backup" 1 "$backups"/office-000001-2026-05-04-daily.backup
ok "a backup is written" run backup "$kept"
equal "for its owner alone" "$(stat -c %a "$kept")" 600
equal "in one file, which tells its own digest" \
	"$(head -c -65 "$kept" | b2sum -l 256 | cut -d ' ' -f 1)" \
	"$(tail -c 65 "$kept")"
ok "any SQLite reads it" sqlite3 "$kept" 'SELECT count(*) FROM persons'
dump "$db" >"$work/before"
mkdir "$work/stick"
ok "a directory is enough" run backup "$work/stick"
count "the file has the day in its name" 1 "$work/stick/bangkom-2026-05-04.backup"
status "an existing file is not written over" 73 run backup "$kept"
ln -s "$work/victim" "$work/link"
status "nor is a link followed" 73 run backup "$work/link"
count "to where nothing is" 0 "$work/victim"
status "a directory that is not there is told" 74 run backup "$work/none/x.backup"
status "no backup without a name" 64 run backup
status "a backup is no office file" 74 "$BANGKOM" --database "$kept" history

echo 'kode,nama
ZZZ,Unit Baru' >"$work/unit.csv"
run import units "$work/unit.csv" >"$work/out" 2>&1 || echo "not ok import"
status "without a terminal nothing is restored unasked" 64 run restore "$kept"
for words in 'Persons' 'Newest action: ' '04-05-2026'; do
	grep -q "$words" "$work/out" && echo "ok but it is shown: $words" ||
		echo "not ok shown: $words"
done
ok "a backup is restored" run restore "$kept" --yes
dump "$db" >"$work/after"
same "with every row and the whole history" "$work/before" "$work/after"
equal "the file is for its owner alone" "$(stat -c %a "$db")" 600
equal "the backups too" "$(stat -c %a "$backups"/* | sort -u)" 600
equal "and their directory" "$(stat -c %a "$backups")" 700
count "what was there is backed up" 1 "$backups"/*-restore.backup
count "and kept as it was" 1 "$backups"/*-replaced.db
ok "which brings back what came after" run restore "$backups"/*-restore.backup --yes
equal "in full" "$(sqlite3 "$db" "SELECT count(*) FROM units WHERE code = 'ZZZ'")" 1
ok "the file is sound" run check
ok "and deep down" run check --deep

# Every bit counts: those of the head, those of the seal, and some.
size=$(stat -c %s "$kept")
flip() {
	cp "$kept" "$work/flipped"
	byte=$(dd if="$kept" bs=1 skip="$1" count=1 2>/dev/null | od -An -tu1)
	printf "\\$(printf %o $((byte ^ $2)))" |
		dd of="$work/flipped" bs=1 seek="$1" conv=notrunc 2>/dev/null
	run restore "$work/flipped" --yes >/dev/null 2>"$work/err"
}
taken=0
for at in 0 18 27 60 68 99 $((size / 2)) $((size - 119)) $((size - 118)) $((size - 66)) \
	$((size - 65)) $((size - 1)); do
	for bit in 1 128; do
		flip "$at" $bit && taken=$((taken + 1))
	done
done
equal "a flipped bit is refused" $taken 0
flip 100 0
equal "and a copy without one is not" $? 0
head -c $((size - 1)) "$kept" >"$work/cut"
status "what is cut is refused" 65 run restore "$work/cut" --yes
: >"$work/empty"
status "what is empty is refused" 65 run restore "$work/empty" --yes
status "a directory is no backup" 66 run restore "$work" --yes
status "what is not there is told" 66 run restore "$work/none" --yes
count "nothing is left behind" 0 "$work"/*.tmp "$backups"/*.tmp

# A place that may not be written.
mkdir -m 500 "$work/locked"
if [ "$(id -u)" != 0 ]; then
	status "a locked directory is told" 77 run backup "$work/locked/x.backup"
elif command -v setpriv >/dev/null && chmod 755 "$work" &&
	setpriv --reuid 65534 --clear-groups test -x "$BANGKOM"; then
	mkdir "$work/theirs"
	cp "$db" "$work/theirs/office.db"
	chown -R 65534 "$work/theirs"
	status "a locked directory is told" 77 setpriv --reuid 65534 --clear-groups \
		"$BANGKOM" --database "$work/theirs/office.db" --language en \
		backup "$work/locked/x.backup"
else
	echo "skipped: permissions do not hold the superuser back"
fi

# A disk without room: the tmpfs holds less than one copy, and in the negative
# control enough.
full() {
	mkdir -p "$work/disk"
	mount -t tmpfs -o size="$1" tmpfs "$work/disk" 2>/dev/null
}
if full 256k; then
	status "a full disk is told" 74 run backup "$work/disk/x.backup"
	says "with what is needed" "KiB are free"
	count "and nothing is left on it" 0 "$work"/disk/*
	umount "$work/disk"
	full 64m
	status "where there is room it is written" 0 run backup "$work/disk/x.backup"
	umount "$work/disk"
	full 3m
	cp "$db" "$work/disk/office.db"
	for n in 1 2 3; do
		"$BANGKOM" --database "$work/disk/office.db" --language en import units \
			"$work/unit.csv" >"$work/out" 2>"$work/err"
		status=$?
		head -c 400000 /dev/zero >"$work/disk/filler$n" 2>/dev/null
		rm "$work"/disk/office.db-backups/* 2>/dev/null
	done
	equal "work goes on where no backup of the day fits" $status 0
	says "but it is told" "backup of today was not made"
	equal "under the name it would have had" "$(grep -c '\.tmp' "$work/err")" 0
	umount "$work/disk"
else
	echo "skipped: no file system can be mounted here"
fi

# Killed in the middle: the office file is the old or the new one, whole, and a
# backup is there whole or not at all.
torn=0
cut=0
done=0
dump "$db" >"$work/old"
"$BANGKOM" --database "$work/b.db" init 2>/dev/null
"$BANGKOM" --database "$work/b.db" backup "$work/new.backup" 2>/dev/null
dump "$work/b.db" >"$work/new"
cp "$db" "$work/first.db"
for n in $(seq "${BANGKOM_KILLS:-60}"); do
	[ $((n % 10)) = 1 ] && cp "$work/first.db" "$db"
	rm -f "$work/k.backup"
	if [ $((n % 2)) = 0 ]; then
		"$BANGKOM" --database "$db" backup "$work/k.backup" >/dev/null 2>&1 &
	else
		"$BANGKOM" --database "$db" restore "$work/new.backup" --yes \
			>/dev/null 2>&1 &
	fi
	victim=$!
	sleep "0.$(printf %03d $((n * 37 % 150)))"
	if kill -9 $victim 2>/dev/null; then cut=$((cut + 1)); else done=$((done + 1)); fi
	wait $victim 2>/dev/null
	dump "$db" >"$work/now" 2>/dev/null
	cmp -s "$work/now" "$work/old" || cmp -s "$work/now" "$work/new" || torn=$((torn + 1))
	if [ -e "$work/k.backup" ]; then
		"$BANGKOM" --database "$work/other.db" restore "$work/k.backup" --yes \
			>/dev/null 2>&1 || torn=$((torn + 1))
	fi
done
equal "killed at any moment ($cut cut, $done done) everything is old or new" $torn 0
[ $cut -gt 0 ] && echo "ok some were cut off" || echo "not ok nothing was cut off"
cp "$work/first.db" "$db"

# The same with a copy that is not made in this way must show torn files, or
# the kills prove nothing.
shown=0
for n in $(seq 40); do
	cp "$work/first.db" "$db"
	dd if="$work/b.db" of="$db" bs=64 conv=notrunc >/dev/null 2>&1 &
	victim=$!
	sleep "0.0$(printf %02d $((n * 7 % 40)))"
	kill -9 $victim 2>/dev/null
	wait $victim 2>/dev/null
	dump "$db" >"$work/now" 2>/dev/null
	cmp -s "$work/now" "$work/old" || cmp -s "$work/now" "$work/new" || shown=$((shown + 1))
	[ $shown -lt 3 ] || break
done
[ $shown -gt 0 ] && echo "ok a careless copy is seen to be torn" || echo "not ok the kills see nothing"
cp "$work/first.db" "$db"

# Cut off in the middle of a change: SQLite's journal lies beside the file.
mkfifo "$work/never"
(
	sqlite3 "$db" >/dev/null 2>&1 <<-EOF
		PRAGMA cache_size = 1;
		PRAGMA cache_spill = 1;
		BEGIN IMMEDIATE;
		WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
			INSERT INTO note SELECT 'n' || i, hex(randomblob(200)) FROM n;
		.read $work/never
	EOF
) &
victim=$!
for n in $(seq 50); do
	[ -s "$db-journal" ] && [ "$(stat -c %s "$db")" -gt 2500000 ] && break
	sleep 0.1
done
kill -9 $(pgrep -P $victim) $victim 2>/dev/null
wait $victim 2>/dev/null
[ -s "$db-journal" ] && echo "ok a change was cut off" || echo "not ok no change was cut off"
ok "a check brings the file back" run check
says "and says that it was cut off" "did not end in order"
dump "$db" >"$work/now"
same "to what it was before" "$work/old" "$work/now"

# Two at once, and one while somebody writes.
rm -rf "$backups" "$work"/two*
BANGKOM_TODAY=2026-05-05
export BANGKOM_TODAY
run backup "$work/two1" 2>/dev/null &
one=$!
run backup "$work/two2" 2>/dev/null &
two=$!
wait $one && wait $two && echo "ok two backups at once" || echo "not ok two at once"
count "make one of the day" 1 "$backups"/*-daily.backup
run backup "$work/same" 2>/dev/null &
one=$!
run backup "$work/same" 2>/dev/null &
two=$!
failed=0
wait $one || failed=$((failed + 1))
wait $two || failed=$((failed + 1))
equal "of two with one name one is refused" $failed 1
ok "and the other is whole" "$BANGKOM" --database "$work/third.db" restore "$work/same" --yes

# The oldest go.
printf 'backups_kept = 2;\n' >"$work/keep.conf"
for day in 11 12 13 14; do
	BANGKOM_TODAY=2026-05-$day run --config "$work/keep.conf" undo >/dev/null 2>&1
done
count "so many are kept as the settings say" 2 "$backups"/*-daily.backup

# The automatic one of today, when somebody asks.
rm -rf "$backups"
status "the one of today can be asked for" 0 run backup --daily
count "and is there" 1 "$backups"/*-daily.backup
run redo >/dev/null 2>&1
status "after more was done" 0 run backup --daily
count "there is another" 2 "$backups"/*-daily.backup
status "not so where nothing was done" 0 run backup --daily
count "since" 2 "$backups"/*-daily.backup
status "a file or the one of today, not both" 64 run backup --daily "$work/both"

# What somebody did behind the program's back.
cp "$db" "$work/changed.db"
rm -f "$work/changed.db-running"
sqlite3 "$work/changed.db" "DELETE FROM needs WHERE id = (SELECT max(id) FROM needs)"
status "the quick check sees no missing row" 0 "$BANGKOM" --database "$work/changed.db" check
status "the deep one does" 1 "$BANGKOM" --database "$work/changed.db" --language en check --deep
grep -q "1 are missing" "$work/out" && echo "ok and says how many" ||
	echo "not ok says: $(cat "$work/out")"
chmod 644 "$work/changed.db"
status "a file for everybody is told" 1 "$BANGKOM" --database "$work/changed.db" --language en check
grep -q "chmod o= '" "$work/out" && echo "ok with what to do" || echo "not ok what to do"
chmod 600 "$work/changed.db"
head -c 9000 /dev/zero | dd of="$work/changed.db" bs=1 seek=40960 conv=notrunc 2>/dev/null
mkdir -p "$work/changed.db-backups"
chmod 700 "$work/changed.db-backups"
cp "$kept" "$work/changed.db-backups/changed-000007-2026-05-03-daily.backup"
status "a damaged file is not worked in" 74 \
	"$BANGKOM" --database "$work/changed.db" --language en import units "$data/units.csv"
says "and the newest backup is named" "restore $work/changed.db-backups/changed-000007"
status "a damaged file is a finding" 1 "$BANGKOM" --database "$work/changed.db" check

# Of few new feedback sheets nobody can tell whose they are, so the backup of a
# day waits for more of them; it says so when it is brought back.
db=$work/sheets.db
run init --sample 2>"$work/err" || echo "not ok init"
# sheets FROM TO
sheets() {
	echo 'programme,questionnaire,sheet,q1'
	for n in $(seq "$1" "$2"); do
		echo "PRJ26,REAKSI,$n,4"
	done
}
# held NAME WANTED DAY: the backup of that day holds so many new sheets
held() {
	BANGKOM_TODAY=$3 run import units "$work/unit.csv" >"$work/out" 2>&1
	daily=$(echo "$db-backups"/*-"$3"-daily.backup)
	equal "$1" "$(sqlite3 "$daily" 'SELECT count(*) FROM sheets WHERE number > 900')" "$2"
}
held "the first backup holds the sheets there are" 0 2026-05-20
sheets 901 907 >"$work/few.csv"
sheets 908 908 >"$work/more.csv"
ok "few sheets come in" run import feedback "$work/few.csv"
held "the backup of the next day leaves them out" 0 2026-05-21
run restore "$daily" >"$work/out" 2>"$work/err"
grep -q '7 feedback sheets are not in it' "$work/out" && echo "ok and says so" ||
	echo "not ok says: $(cat "$work/out")"
ok "one more comes in" run import feedback "$work/more.csv"
held "and then it holds all of them" 8 2026-05-22
run restore "$daily" >"$work/out" 2>"$work/err"
grep -q 'not in it' "$work/out" && echo "not ok nothing is left out" ||
	echo "ok and leaves nothing out"
run backup "$work/all.backup" 2>"$work/err"
equal "a backup by hand always does" \
	"$(sqlite3 "$work/all.backup" 'SELECT count(*) FROM sheets WHERE number > 900')" 8
