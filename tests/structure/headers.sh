#!/bin/sh
# Each public header says what it needs: it compiles alone, twice over, and
# its guard is named after its path.
for header in include/*/*.h; do
	name=${header#include/}
	guard=$(echo "${name%.h}_H" | tr 'a-z/-' 'A-Z__')
	if ! grep -q "^#define $guard\$" "$header"; then
		echo "not ok $name has no guard $guard"
	elif ! said=$(printf '#include "%s"\n#include "%s"\nint alone;\n' "$name" "$name" |
		${CC:-cc} -std=c11 -Wall -Wextra -Wpedantic -Werror -D_XOPEN_SOURCE=700 \
			-Iinclude -fsyntax-only -x c - 2>&1); then
		echo "not ok $name: $(echo "$said" | grep error | head -2 | tr '\n' ' ')"
	else
		echo "ok $name compiles alone"
	fi
done
