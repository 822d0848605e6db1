# Turns files into C arrays of characters, so that the program needs none of
# them at run time. For each file: a line of the table `table` (a struct with
# the members version, name and text) and the text itself.
#   awk -v table=migrations -f embed.awk FILE... >HEADER
BEGIN {
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
	print "/* Generated from files by embed.awk. */"
}

FNR == 1 {
	if (count)
		print "\t0\n};"
	path[++count] = FILENAME
	printf "static const char %s_%d[] = {\n", table, count
}

{
	line = ""
	for (i = 1; i <= length($0); i++)
		line = line code[substr($0, i, 1)] ","
	print "\t" signed(line) "10,"
}

END {
	if (count)
		print "\t0\n};"
	printf "static const struct {\n\tint version;\n\tconst char *name, *text;\n} %s[] = {\n", table
	for (i = 1; i <= count; i++) {
		name = path[i]
		sub(/.*\//, "", name)
		sub(/\.[^.]*$/, "", name)
		printf "\t{ %d, \"%s\", %s_%d },\n", name + 0, name, table, i
	}
	print "\t{ 0, 0, 0 },\n};"
}

# Bytes above 127 as negative characters, which plain char has on our machines.
function signed(line,   parts, n, k, out) {
	n = split(line, parts, ",")
	out = ""
	for (k = 1; k < n; k++)
		out = out (parts[k] > 127 ? "(char)" parts[k] : parts[k]) ","
	return out
}
