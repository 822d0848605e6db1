#!/bin/sh
# Whatever the umask, and whatever the program writes: files are for their owner
# alone, and so are the directories it makes.
. tests/cli/lib.sh.inc

# Files and directories below the home that others may read, write or enter;
# the two directories of the test itself are as they are.
open_to_others() {
	find "$home" -mindepth 1 -perm /077 | tr '\n' ' '
}

home=$work/home
mkdir -m 700 "$home"
touch "$home/seen"
chmod 640 "$home/seen"
case $(open_to_others) in
*seen*) echo "ok a file that others may read is noticed" ;;
*) echo "not ok a file that others may read is noticed" ;;
esac

for mask in 000 022 077 007; do
	home=$work/home-$mask
	mkdir -m 700 "$home"
	(
		umask $mask
		export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
		own() {
			"$BANGKOM" --language en "$@" >/dev/null 2>"$work/err"
		}
		own init --sample && own undo && own import persons "$data/persons.csv" --rejects "$home/rejects.csv"
		own export persons --output "$home/persons.csv" &&
			own report overview --output "$home/overview.txt" &&
			own backup "$home/by-hand.backup" && own restore "$home/by-hand.backup" --yes &&
			own check
	) || echo "not ok with umask $mask: $(head -2 "$work/err" | tr '\n' ' ')"
	found=$(open_to_others)
	count=$(find "$home" -type f | wc -l)
	if [ -n "$found" ]; then
		echo "not ok with umask $mask others may use $found"
	elif [ "$count" -lt 6 ]; then
		echo "not ok with umask $mask only $count files were written"
	else
		echo "ok with umask $mask all is for its owner alone"
	fi
done
