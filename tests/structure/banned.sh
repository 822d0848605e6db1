#!/bin/sh
# Functions that no source may call, and marks of unfinished work.
sources=$(find src include -name '*.[ch]')

# Comments and strings are blanked, so that only code counts.
code() {
	awk '
	{
		line = $0
		gsub(/\\./, "", line)
		gsub(/"[^"]*"/, "\"\"", line)
		gsub(/\/\*([^*]|\*[^\/])*\*\//, "", line)
		if (inside) {
			if (line !~ /\*\//)
				next
			sub(/.*\*\//, "", line)
			inside = 0
		}
		if (line ~ /\/\*/) {
			inside = 1
			sub(/\/\*.*/, "", line)
		}
		print FILENAME ":" FNR ":" line
	}' "$@"
}

# ban NAME PATTERN FILES...: no line of code has the pattern.
ban() {
	name=$1
	pattern=$2
	shift 2
	found=$(code "$@" | grep -E ":.*$pattern")
	if [ -z "$found" ]; then
		echo "ok no $name"
	else
		echo "not ok $name: $(echo "$found" | head -3 | tr '\n\t' '  ')"
	fi
}

for call in strcpy strcat sprintf vsprintf strtok atoi gets localtime gmtime ctime system; do
	# shellcheck disable=SC2086
	ban "$call" "[^A-Za-z0-9_]$call *\\(" $sources
done
# shellcheck disable=SC2046
ban "exit outside main" '[^A-Za-z0-9_]_?exit *\(' \
	$(echo "$sources" | grep -vE '^src/(main|base/bug|ui/outside)\.c$')
# shellcheck disable=SC2046
ban "wget_wch outside the loop" 'w?get_?w?ch *\(' \
	$(echo "$sources" | grep -vE '^src/ui/(loop|keys|term)[a-z_]*\.c$')
# shellcheck disable=SC2046
ban "clock outside clock.c" '[^A-Za-z0-9_.>](time|clock_gettime|gettimeofday) *\(' \
	$(echo "$sources" | grep -vE '^src/base/clock\.c$|^src/store/|^src/ui/')

# shellcheck disable=SC2086
unfinished=$(grep -nE 'TODO|FIXME|(^|[^X])XXX([^X]|$)|not implemented' $sources forms/* Makefile 2>/dev/null)
if [ -z "$unfinished" ]; then
	echo "ok nothing is left open in the code"
else
	echo "not ok left open: $(echo "$unfinished" | head -3 | tr '\n\t' '  ')"
fi
