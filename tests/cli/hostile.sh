#!/bin/sh
# Text that would command a terminal or a spreadsheet: what goes in as data
# comes out as visible marks, or comes back unchanged from a CSV file.
. tests/cli/lib.sh.inc

# harmless NAME FILE: no escape, control, direction, hidden or tag character.
harmless() {
	if LC_ALL=C grep -aqE "$(printf '[\001-\010\013-\037\177]|\302[\200-\237]|\342\200[\213-\217\250-\256]|\342\201[\240-\257]|\357\273\277|\363\240[\200-\217]|\330\234')" "$2"; then
		echo "not ok $1: $(LC_ALL=C cat -v "$2" | head -3 | tr '\n' ' ')"
	else
		echo "ok $1"
	fi
}

run init 2>/dev/null
esc=$(printf '\033[2J') rlo=$(printf '\342\200\256') zero=$(printf '\342\200\213')
tag=$(printf '\363\240\201\201') csi=$(printf '\302\2332J')
hostile="Siti$esc$rlo$zero$tag$csi"

status "a command that is none is told harmlessly" 64 run "$hostile"
harmless "its message is harmless" "$work/err"
status "an option that is none is told harmlessly" 64 run report "--$hostile"
harmless "the message about it is harmless" "$work/err"
status "a file that is none is told harmlessly" 66 run import persons "/none/$hostile.csv"
harmless "the message about the file is harmless" "$work/err"

printf 'name,nip,sex,%s\n"%s",1980%s,X%s,\n' "$hostile" "$hostile" "$hostile" "$hostile" >"$work/bad.csv"
case $(harmless x "$work/bad.csv") in
"not ok"*) echo "ok a file that is not harmless is noticed" ;;
*) echo "not ok a file that is not harmless is noticed" ;;
esac
status "a hostile row is refused" 65 run import persons "$work/bad.csv"
harmless "what is said about the row is harmless" "$work/err"

printf 'code,name\nU1,"%s"\n' "$hostile" >"$work/units.csv"
status "a hostile name is only a name" 0 run import units "$work/units.csv"
run export units --output "$work/out1.csv"
printf 'nip,name,unit,employment\n,"%s",U1,NONASN\n' "$hostile" >"$work/persons.csv"
status "as that of a person" 0 run import persons "$work/persons.csv"
for format in text csv json; do
	run report overview --format $format >"$work/report"
	harmless "the overview as $format is harmless" "$work/report"
	run report jp-people --format $format >"$work/report"
	harmless "lesson hours by person as $format are harmless" "$work/report"
done
run history >"$work/history"
tr '\t' ' ' <"$work/history" >"$work/report"
harmless "the history is harmless" "$work/report"

# No cell runs as a formula, and all come back.
cat >"$work/formulas.csv" <<'END'
nip,employment,name,phone
,NONASN,"=HYPERLINK(""http://x"";""klik"")",+62 812 3456
,NONASN,"@SUM(1)",-2+3
,NONASN,"'=kutip",+62-812-3456
,NONASN,"-Ani",'0812
END
status "names like formulas are taken" 0 run import persons "$work/formulas.csv"
run export persons --output "$work/out1.csv"
if LC_ALL=C grep -qE '(^|,)"?([=@]|[-+][^,]*[-+*/(A-Za-z])' "$work/out1.csv"; then
	echo "not ok no cell begins a formula: $(grep -E '(^|,)"?[=@+-]' "$work/out1.csv" | head -3 | tr '\n' ' ')"
else
	echo "ok no cell begins a formula"
fi
run import persons "$work/out1.csv" 2>"$work/err"
says "what was exported comes back unchanged" 'new 0, changed 0, unchanged 5, rejected 0'

# Normal form, and bytes that are no text.
printf 'code,name\nU2,Pe\314\201rez\n' >"$work/nfd.csv"
run import units "$work/nfd.csv" 2>/dev/null
run export units | LC_ALL=C grep -q "$(printf 'P\303\251rez')" && echo "ok names are kept in NFC" ||
	echo "not ok names are kept in NFC"
printf 'code,name\nU3,\303\251 \300\257\n' >"$work/overlong.csv"
status "over-long UTF-8 is refused" 65 run import units "$work/overlong.csv"
says "and its place is told" 'Line 2, byte 7 is no text'

# A file that somebody changed with another program: it opens, and no report of
# it commands the terminal.
db=$work/sample.db
run init --sample 2>/dev/null
bad="CAST(X'1B5B324AC29BE280AEE2808BF3A08181EFB88FC0AFFF41' AS TEXT)"
sqlite3 "$db" "UPDATE persons SET name = $bad WHERE id % 2; UPDATE units SET name = name || $bad;
	UPDATE programmes SET title = $bad || title; UPDATE projects SET title = $bad;
	UPDATE trainers SET name = name || $bad; UPDATE items SET text = text || $bad;
	UPDATE answers SET text = $bad WHERE text <> ''; UPDATE competencies SET name = name || $bad; UPDATE groups SET name = name || $bad;" ||
	echo "not ok the sample is tampered with"
for report in $("$BANGKOM" --language en --help | sed -n 's/^NAME is one of: //p'); do
	for format in text csv json; do
		run report "$report" --programme PRJ26 --format $format >"$work/report" 2>"$work/err"
		got=$?
		[ $got = 0 ] || echo "not ok report $report ends with $got: $(head -2 "$work/err")"
		cat "$work/err" >>"$work/report"
		harmless "report $report as $format is harmless" "$work/report"
	done
done
run report groups --programme PRJ26 | grep -q "$(printf '\357\277\275')" &&
	echo "ok marks stand in its place" || echo "not ok marks stand in its place"

# The history of that file, and a backup whose seal and name would command the terminal.
sqlite3 "$db" "UPDATE entry SET at = $bad, who = $bad, name = $bad"
run history | tr '\t' ' ' >"$work/report"
harmless "a history that was tampered with is harmless" "$work/report"
run backup "$work/sealed" 2>/dev/null
{
	head -c -119 "$work/sealed"
	printf '\nbangkom-backup 1 \033]0;x\007\033[2J\033[31m:::: UTC blake2b-256 '
} >"$work/forged"
printf '%s\n' "$(b2sum -l 256 <"$work/forged" | cut -d ' ' -f 1)" >>"$work/forged"
[ "$(stat -c %s "$work/forged")" = "$(stat -c %s "$work/sealed")" ] ||
	echo "not ok the forged seal has the length of one"
status "a seal that says no moment is refused" 65 run restore "$work/forged"
mv "$work/sealed" "$work/$hostile"
run restore "$work/$hostile" >"$work/report" 2>&1 </dev/null
harmless "what a backup is said to hold is harmless" "$work/report"
# What else prints names: the history, what is taken back, what a check finds,
# and what a restore shows of the file.
sqlite3 "$db" "UPDATE entry SET name = name || $bad, about = $bad, who = $bad" ||
	echo "not ok the history is tampered with"
run history >"$work/report" 2>&1
grep -q "$(printf '\357\277\275')" "$work/report" && echo "ok marks stand in the history" ||
	echo "not ok marks stand in the history: $(head -2 "$work/report")"
tr '\t' ' ' <"$work/report" >"$work/history"
harmless "a history of hostile names is harmless" "$work/history"
run undo >"$work/report" 2>&1
harmless "what an undo says is harmless" "$work/report"
run check --deep >"$work/report" 2>&1
harmless "what a check says is harmless" "$work/report"
run backup "$work/hostile.backup" 2>"$work/err" || echo "not ok a hostile file is backed up"
run restore "$work/hostile.backup" --yes >"$work/report" 2>&1
grep -q "$(printf '\357\277\275')" "$work/report" && echo "ok a restore shows marks" ||
	echo "not ok a restore shows marks: $(head -5 "$work/report" | tr '\n' ' ')"
harmless "what a restore shows is harmless" "$work/report"
