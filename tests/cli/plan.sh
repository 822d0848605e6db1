#!/bin/sh
# The yearly plan: what the sample brings, the link to programmes, the ceilings.
. tests/cli/lib.sh.inc

# holds NAME PATTERN FILE
holds() {
	if grep -q -- "$2" "$3"; then
		echo "ok $1"
	else
		echo "not ok $1: $(head -3 "$3" | tr '\n' ' ')"
	fi
}

run init --sample 2>/dev/null
run report plan --year 2026 --format csv >"$work/plan"
for status in Proposed Reviewed Approved Rejected Scheduled Realised; do
	run report plan --year 2026 >"$work/text"
	holds "the sample has an item that is $status" "$status" "$work/text"
done
holds "an item names the programme it became" '^2026,1,1,.*,realised,PRJ26' "$work/plan"
holds "a quarter over its ceiling is named" \
	'APBD: the approved items exceed the ceiling of quarter 2 by Rp 3,500,000' "$work/text"
run report plan --year 2027 --format csv >"$work/next"
holds "the next year answers the needs of the survey" '^2027,1,1,.*,need,KM,' "$work/next"

run export plan_items --output "$work/items.csv"
holds "the programme leaves the office with its item" ',realised,,PRJ26' "$work/items.csv"
ok "and comes back unchanged" run import plan_items "$work/items.csv"
holds "nothing is changed by that" 'changed 0, unchanged 14' "$work/err"

cat >"$work/early.csv" <<'END'
year,number,title,basis,status,programme
2026,50,Terlalu dini,offer,proposed,PRJ26
END
status "what is only proposed has no programme" 65 run import plan_items "$work/early.csv"
says "and says where to go back" 'Go back with + in the yearly plan'
cat >"$work/none.csv" <<'END'
year,number,title,basis,status,programme
2026,51,Tanpa program,offer,scheduled,TIDAKADA
END
status "a programme that is not there is refused" 65 run import plan_items "$work/none.csv"
says "and is named with its line" '^Line 2, programme'
