#!/bin/sh
# headed-site.sh DIR - a made-up manual whose pages have two headers beside their bodies, that of the
# book and their own, and one more within, which says of what they are. Bodies begin with their contents;
# of every fourth page these are nearly all, and body. Page N is DIR/N.html and DIR/N.txt what its body
# says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 24); do
	word=$(name "$page")
	heading="<header><h1>Pump $word</h1><p>The pump of $word was set up by $word the elder.</p></header>"
	facts="<div class=header><p>Module $word</p><table><tr><th>Maker</th><td>The foundry</td></tr>
	<tr><th>Metal</th><td>brass</td></tr></table></div>"
	contents="<div class=toc><p>Table of contents</p><ul class=toc>$(for i in 1 2 3 4; do
		echo "<li><a href=$page-$i.html>How to time stroke $(name "$page$i")</a></li>"
	done)</ul></div>"
	body="$(for i in 1 2 3 4; do
		echo "<h2>Stroke $(name "$page$i")</h2>$(paragraphs "$page$i" 2 | sed 's/.*/<p>&<\/p>/')"
	done)"
	said="$heading $facts $body"
	if [ $((page % 4)) -eq 0 ]; then
		body="<p>See $word.</p>"
		said="$heading $facts $contents $body"
	fi
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>Pump $word</title>
	<header><a href=1.html>The pump book</a> for those who pump</header>
	$heading
	<div>$facts $contents $body</div>
	<footer>Printed at the pump</footer>
	EOF
	echo "$said" | words >"$1/$page.txt"
done
