#!/bin/sh
# titled-site.sh DIR - a made-up manual whose titles begin with the name of the whole, which a line above
# all says with its edition; that of the page is in a line of its own. Every third page is a table of
# links that says nothing else but what all such pages do, and every fourth has no title above its body.
# Its markup says nothing. Page N is DIR/N.html and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 120); do
	word=$(name "$page")
	title="<div><div>Pump $word Reference</div></div>"
	body="$(paragraphs "$page" 4 | sed 's/.*/<p>&<\/p>/')"
	if [ $((page % 4)) -eq 0 ]; then
		title=
	elif [ $((page % 3)) -eq 0 ]; then
		body="<p>This is a list of all parts that <a href=$((page - 1)).html>$word</a> has at its bearings and joints, and at no other place.</p><table>$(for i in 1 2 3; do
			echo "<tr><td><a href=$i.html>Valve $(name "$page$i")</a> (moving)</td></tr>"
		done)</table>"
	fi
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>Pumps: Pump $word Reference</title>
	<div><table><tr><td><div>Pumps<span> 3.2</span></div></td></tr></table></div>
	$title
	<div>$body</div>
	<address>Printed at the pump</address>
	EOF
	echo "$title $body" | words >"$1/$page.txt"
done
