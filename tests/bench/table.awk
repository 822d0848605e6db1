# What was measured, for people and for the log. Fields between tabs: name, unit,
# ours, floor, ratio, cost or rate, most, interactive.
# part=table: all figures of a size; status 1 where a target is missed.
# part=growth: those that must not grow, of one file for each size.
# part=missed, part=figures: for a line of the log.
BEGIN {
	FS = "\t"
	GROWS = 1.5
}

# Three digits that count.
function short(value) {
	if (value < 0)
		return "fails"
	if (value == 0)
		return ""
	return sprintf(value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f",
		value)
}

function ratio() {
	if ($4 <= 0 || $3 <= 0)
		return 0
	return $6 == "rate" ? $4 / $3 : $3 / $4
}

function target() {
	wanted = ""
	if ($5 > 0)
		wanted = ($6 == "rate" ? "≥ " : "≤ ") $5 "×"
	if ($7 > 0)
		wanted = wanted (wanted == "" ? "" : ", ") "≤ " $7 " " $2
	return wanted
}

# "" without a target.
function verdict() {
	if ($3 < 0)
		return "missed"
	if ($5 == 0 && $7 == 0)
		return ""
	if ($7 > 0 && $3 > $7)
		return "missed"
	if ($5 > 0 && ratio() > 0 && ($6 == "rate" ? ratio() < $5 : ratio() > $5))
		return "missed"
	return "met"
}

part == "table" {
	if (NR == 1)
		printf "%-34s %10s %10s %-6s %6s  %-18s\n", "operation", "ours", "floor", "",
			"ratio", "target"
	wanted = target()
	# Two characters of three bytes or fewer: pad by hand.
	shown = wanted
	gsub(/[≤≥×]/, "x", shown)
	printf "%-34s %10s %10s %-6s %6s  %s%*s%s\n", $1, short($3), short($4), $2,
		short(ratio()), wanted, 18 - length(shown), "", verdict()
}

verdict() == "missed" { missed++ }

part == "figures" {
	all = all (all == "" ? "" : ";") $1 "=" ($3 < 0 ? "fails" : $3 + 0) \
		($4 > 0 ? "/" $4 + 0 : "")
}

FNR == 1 {
	files++
	size = FILENAME
	sub(/.*\//, "", size)
	sub(/\.tsv$/, "", size)
	sizes[files] = size
}

part == "growth" && $8 == 1 {
	if (files == 1)
		names[++count] = $1
	value[$1, files] = $3
	unit[$1] = $2
}

END {
	if (part == "missed")
		print missed + 0
	if (part == "figures")
		print all
	if (part == "table") {
		printf "%d of the targets missed\n", missed
		exit missed > 0
	}
	if (part == "growth") {
		printf "%-34s %-5s", "operation", ""
		for (s = 1; s <= files; s++)
			printf " %10s %6s", sizes[s], (s > 1 ? "ratio" : "")
		printf "\n"
		for (i = 1; i <= count; i++) {
			base = value[names[i], 1]
			worst = 0
			failed = base <= 0
			printf "%-34s %-5s", names[i], unit[names[i]]
			for (s = 1; s <= files; s++) {
				now = value[names[i], s]
				grown = base > 0 && now > 0 ? now / base : 0
				failed = failed || now <= 0
				if (s > 1 && grown > worst)
					worst = grown
				printf " %10s %6s", short(now), (s > 1 ? short(grown) : "")
			}
			bad = failed || worst > GROWS
			steep += bad
			printf "  ≤ %s× %s\n", GROWS, (bad ? "missed" : "met")
		}
		printf "%d operations grow by more than %s×\n", steep, GROWS
		exit steep > 0
	}
}
