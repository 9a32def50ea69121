#!/bin/sh
# barred-site.sh DIR - a made-up manual whose bodies, an element of their pages, begin and end with bars
# that lead to the pages around, which no word in a link says; those of the last pages of chapters lead
# on to none. Every third page ends with a table of links before its bar, and every fifth has no bar but
# a line of more links: these are body. Page N is DIR/N.html and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 40); do
	word=$(name "$page")
	onward="Onward: <a href=$((page + 1)).html>Pump $(name $((page + 1)))</a>, "
	[ $((page % 4)) -ne 0 ] || onward=
	bar="<div><p>${onward}Backward: <a href=$((page - 1)).html>Pump $(name $((page - 1))), which was cast in the
	year of the great frost</a>, Up: <a href=1.html>Pumps of $(name $((page / 4)))</a>
	[<a href=2.html>Contents</a>][<a href=3.html>Register</a>]</p></div>"
	body="<h2>Pump $word</h2>$(paragraphs "$page" 4 | sed 's/.*/<p>&<\/p>/')"
	if [ $((page % 3)) -eq 0 ]; then
		body="$body<table>$(for i in 1 2 3 4 5; do
			echo "<tr><td><a href=$i.html>Bore $(name "$page$i")</a></td><td><a href=3.html>Register</a></td></tr>"
		done)</table>"
	fi
	if [ $((page % 5)) -eq 0 ]; then
		body="<div>$(for i in 1 2 3 4 5 6 7 8 9 10 11; do
			echo "<a href=$i.html>Stroke $(name "$page$i")</a>"
		done) <a href=2.html>Contents</a> <a href=3.html>Register</a></div>$body"
		bar=
	fi
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>The pump book</title>
	<div>$bar $body $bar</div>
	<div>Printed at the pump by those who pump</div>
	EOF
	echo "$body" | words >"$1/$page.txt"
done
