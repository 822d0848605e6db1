# The texts of forms as C, so that xgettext finds them with file and line.
{
	line = $0
	while (match(line, /(title|titles|label|hint|page)[ \t]*=[ \t]*"[^"]*"/)) {
		text = substr(line, RSTART, RLENGTH)
		sub(/^[^"]*/, "", text)
		if (text != "\"\"")
			printf "#line %d \"%s\"\nN_(%s)\n", FNR, FILENAME, text
		line = substr(line, RSTART + RLENGTH)
	}
}
