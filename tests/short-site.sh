#!/bin/sh
# short-site.sh DIR - a made-up manual of short pages whose bars say nothing but titles, of the page
# and of its neighbours, with images for links, and nothing that all pages say. Every other page has
# one more bar, and every fourth is a screen by itself. Its markup says nothing. Page N is DIR/N.html
# and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 24); do
	word=$(name "$page")
	title="The trial of pump $word and its valves"
	body="Pump $word was $word feet long. It was filled by $word men and lifted water to $word, where it ran for an hour, as the book of $word has it. Of $word nobody said more."
	if [ $((page % 4)) -eq 0 ]; then
		echo "<!DOCTYPE html><title>Screen</title><pre>$body</pre>" >"$1/$page.html"
		echo "$body" >"$1/$page.txt"
		continue
	fi
	part=
	[ $((page % 2)) -eq 0 ] || part="<div><b>Part $(name $((page / 3)))</b></div>"
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>$title</title>
	<div><a href="1.html"><img src="back.png" alt=""></a> $title</div>$part
	<div><h1>$title</h1><p>$body</p></div>
	<div><table><tr><td>Pump $(name $((page - 1)))</td><td>Pump $(name $((page + 1)))</td></tr></table></div>
	EOF
	echo "$title $body" >"$1/$page.txt"
done
