#!/bin/sh
# Findings and what became of them: the report, and whether actions helped.
. tests/cli/lib.sh.inc

# take TABLE: rows from standard input.
take() {
	cat >"$work/in.csv"
	ok "import takes rows of $1" run import "$1" "$work/in.csv"
}

# holds NAME PATTERN FILE: a line of the file is like this.
holds() {
	if grep -q -- "$2" "$3"; then
		echo "ok $1"
	else
		echo "not ok $1: $(head -5 "$3" | tr '\n' ' ')"
	fi
}

run init --sample 2>/dev/null
take findings <<'END'
programme,number,source,kind,statement,competency,count,figure
PRJ26,1,observation,fix,Mikrofon sering mati,,,
PRJ26,2,gap,add,Kesenjangan tersisa,PP,29,0.45
END
run report improvement --programme PRJ26 --format csv >"$work/en"
"$BANGKOM" --database "$db" --language id report improvement --programme PRJ26 \
	--format csv >"$work/id"
same "the report is the same in both languages" "$work/en" "$work/id"
holds "its columns are these" '^programme,finding,source,kind,statement,count,figure,number,action,owner,due,decision,status,result,carried_from,changed,figure_before,n_before,figure_after,n_after,helped' "$work/en"
holds "a finding without an action has a row" '^PRJ26,1,observation,fix,Mikrofon sering mati,,,,,,,,,,,,,,,,$' "$work/en"
holds "a gap has its people and its figure" '^PRJ26,2,gap,add,Kesenjangan tersisa,29,0.45,' "$work/en"
holds "an action has owner, day and state" '^PRJ26,,,add,Sesi praktik terlalu singkat\..*,2027-01-31,,open,' "$work/en"
run report improvement --format json >"$work/json"
holds "json holds the same table" '"statement":' "$work/json"

take improvements <<'END'
programme,number,statement,kind,action,status,waived_reason
PRJ26,9,Tidak perlu,drop,-,waived,Gedung pindah
END
run report improvement --programme PRJ26 --format csv >"$work/en"
holds "the reason stands for the result of what is waived" ',waived,Gedung pindah,' "$work/en"
cat >"$work/in.csv" <<'END'
programme,number,statement,kind,action,status
PRJ26,10,Tidak perlu,drop,-,waived
END
status "waived without a reason is refused" 65 run import improvements "$work/in.csv"
run report changes --format csv >"$work/changes"
holds "changes name what is behind them" ',reason,cause$' "$work/changes"
