#!/bin/sh
# Who may include whom: "layer/name.h" runs along the arrows of
# src/README.md only, and library headers stay in their rooms.
may() {
	case $1 in
	base) echo base ;;
	store) echo base store ;;
	domain) echo base store domain ;;
	exchange) echo base store domain exchange ;;
	report) echo base domain report ;;
	form) echo base form ;;
	ui) echo base form report ui ;;
	screens) echo base store domain exchange report form ui screens ;;
	cli) echo base store domain exchange report form cli ;;
	main.c) echo base store domain exchange report form ui screens cli ;;
	esac
}

for layer in base store domain exchange report form ui screens cli main.c; do
	allowed=" $(may $layer) "
	wrong=$(grep -rnoE '#include "[a-z]+/' "src/$layer" "include/$layer" 2>/dev/null |
		sed -E 's|:#include "([a-z]+)/| \1|' |
		while read -r place to; do
			case $allowed in
			*" $to "*) ;;
			*) echo "$place may not include $to/;" ;;
			esac
		done)
	if [ -z "$wrong" ]; then
		echo "ok $layer includes only what is below it"
	else
		echo "not ok $layer: $(echo "$wrong" | tr '\n' ' ')"
	fi
done

# room NAME HEADERS PLACES: the headers are included only in these places.
room() {
	stray=$(grep -rlE "#include <((ncursesw?/)?($2))\.h>" src include | grep -vE "^($3)")
	if [ -z "$stray" ]; then
		echo "ok $1 stays in its room"
	else
		echo "not ok $1 is included by $(echo "$stray" | tr '\n' ' ')"
	fi
}
stray=$(grep -rl '#include "store/stmt.h"' src include | grep -vE '^src/(store|domain)/')
if [ -z "$stray" ]; then
	echo "ok SQL stays in the store and the domain"
else
	echo "not ok SQL (store/stmt.h) is included by $(echo "$stray" | tr '\n' ' ')"
fi

room ncurses 'curses|ncurses|form|menu|panel' 'src/ui/'
room SQLite 'sqlite3' 'src/store/'
room libconfig 'libconfig' 'src/base/settings\.c|src/form/form_def\.c'
room utf8proc 'utf8proc' 'src/base/'
room libsodium 'sodium' 'src/base/digest\.c'

features=$(grep -rnE '#[[:space:]]*define[[:space:]]+_(XOPEN|POSIX|GNU|DEFAULT)_' src include)
if [ -z "$features" ]; then
	echo "ok feature macros are set by the Makefile alone"
else
	echo "not ok feature macros: $(echo "$features" | tr '\n' ' ')"
fi
