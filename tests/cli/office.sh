#!/bin/sh
# The office's own forms and settings, languages, and files that are refused.
. tests/cli/lib.sh.inc

ok "init --sample makes an office file with a year in it" run init --sample
status "a second init changes nothing" 73 run init
ok "the built-in forms are sound" run check

forms=$work/config/bangkom/forms
mkdir -p "$forms"
sed 's/label = "Name"/label = "Nama lengkap"/' forms/person.form >"$forms/person.form"
ok "an office may change a label" run check
sed 's/name = "name"/name = "nmae"/' forms/person.form >"$forms/person.form"
status "a wrong form is refused" 78 run check
grep -q "person.form:[0-9]*: no such field 'nmae' in person" "$work/out" &&
	echo "ok with file, line and reason" || echo "not ok reason: $(head -1 "$work/out")"
grep -q 'form of the program is used' "$work/out" &&
	echo "ok and the built-in one is used" || echo "not ok built-in form"
sed '/label = "Name"/s/width/hidden = true; width/' forms/person.form >"$forms/person.form"
status "a form that hides what must be filled is refused" 78 run check
printf 'form = "person"\n@include "/etc/passwd"\n' >"$forms/person.form"
status "a form that includes files is refused" 78 run check
rm -r "$forms"

printf 'languag = "id";\n' >"$work/wrong.conf"
status "an unknown setting is refused" 78 run --config "$work/wrong.conf" check
says "with file and line" "wrong.conf:1"
printf 'keys = ( { context = "list"; key = "F11"; command = "fly"; } );\n' >"$work/keys.conf"
status "a key for a command that there is not is refused" 78 run --config "$work/keys.conf" check
says "with its name" "fly"

speaks() {
	name=$1
	wanted=$2
	shift 2
	if env -u LANGUAGE -u LANG "$@" 2>&1 | grep -q "$wanted"; then
		echo "ok $name"
	else
		echo "not ok $name"
	fi
}
speaks "LANG chooses the language" "Ikhtisar hari ini" \
	env LC_ALL= LANG=id_ID.UTF-8 "$BANGKOM" --database "$db" report overview
speaks "LANGUAGE goes before LANG" "Overview of today" \
	env LC_ALL= LANGUAGE=en LANG=id_ID.UTF-8 "$BANGKOM" --database "$db" report overview
speaks "--language goes before both" "Ikhtisar hari ini" \
	env LANGUAGE=en "$BANGKOM" --database "$db" --language id report overview
printf 'language = "id";\n' >"$work/id.conf"
speaks "a setting goes before the environment" "Ikhtisar hari ini" \
	env LANGUAGE=en "$BANGKOM" --database "$db" --config "$work/id.conf" report overview
speaks "without a terminal the overview is printed" "Overview of today" \
	env LC_ALL= LANGUAGE=en "$BANGKOM" --database "$db"
speaks "numbers follow the language" "0,37" \
	env "$BANGKOM" --database "$db" --language id report evaluation

echo "a letter, no database, and more than the hundred bytes of a file's header, so it is read" \
	>"$work/letter"
status "a file that is not ours is refused" 74 "$BANGKOM" --database "$work/letter" check
status "a file that is not there is told" 66 "$BANGKOM" --database "$work/none.db" check
cp "$db" "$work/newer.db"
sqlite3 "$work/newer.db" 'PRAGMA user_version = 99'
status "a newer schema is refused" 74 "$BANGKOM" --database "$work/newer.db" --language en check
says "with what to do" "Install that version"
status "no command asks where stdin is no terminal" 64 run import persons
status "an unknown command is a usage error" 64 run nonsense
ok "history lists what was done" run history --limit 3
[ "$(wc -l <"$work/out")" = 3 ] && echo "ok as many entries as asked for" || echo "not ok entries"

status "a language that it does not speak is refused" 64 run --language xx --version
status "a settings file that is not there is told" 66 run --config "$work/none.conf" check
says "with its name" "none.conf"
status "a table that is not there is told" 64 run import orang "$work/none"
says "by its name" "no table 'orang'"
says "and with those that are there" "units persons"
status "a command shows how it is called" 0 run backup --help
grep -q "bangkom backup FILE" "$work/out" && echo "ok in a line" || echo "not ok in a line"
status "a directory is no CSV file" 66 run import units "$work"
printf 'c\000o\000d\000e\000' >"$work/utf16.csv"
status "UTF-16 is no CSV file" 65 run import units "$work/utf16.csv"
status "a full disk is told" 74 run export units --output /dev/full
says "with the reason" "No space left"
[ -c /dev/full ] && echo "ok and the device stays one" || echo "not ok /dev/full"
status "a place where no file can be is told" 73 run export units --output "$work/none/x.csv"
status "an office file cannot be made below a file" 73 \
	"$BANGKOM" --database "$work/letter/office.db" init
if [ "$(id -u)" != 0 ]; then
	mkdir -m 500 "$work/locked"
	status "what is not permitted is told" 77 run export units --output "$work/locked/x.csv"
	status "also for a new office file" 77 "$BANGKOM" --database "$work/locked/x.db" init
	cp "$db" "$work/mine.db" && chmod 000 "$work/mine.db"
	status "and for an old one" 77 "$BANGKOM" --database "$work/mine.db" check
else
	echo "skipped: permissions do not hold the superuser back"
fi

# Who may not write looks at it all the same.
them=
[ "$(id -u)" != 0 ] || them="setpriv --reuid 65534 --clear-groups"
chmod 755 "$work"
if [ -z "$them" ] || $them test -x "$BANGKOM" 2>/dev/null; then
	mkdir "$work/theirs"
	cp "$db" "$work/theirs/office.db"
	chmod 400 "$work/theirs/office.db"
	[ -z "$them" ] || chown -R 65534 "$work/theirs"
	for mode in 700 500; do
		chmod "$mode" "$work/theirs"
		status "a file that may only be read is opened, in a directory of mode $mode" 0 \
			$them "$BANGKOM" --database "$work/theirs/office.db"
	done
	status "and nothing is written into it" 77 \
		$them "$BANGKOM" --database "$work/theirs/office.db" import units "$data/units.csv"
else
	echo "skipped: nobody else can run the program"
fi
db=$work/none.db
ok "forms are examined without an office file" run check --forms forms
status "a directory of forms that is not there is told" 66 run check --forms "$work/none"
