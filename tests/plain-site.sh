#!/bin/sh
# plain-site.sh DIR - a made-up manual whose pages have no frame: all that they say stands right in
# the body element, between bars that lead to the pages around. Every fifth page is a list of links,
# and bars say little that all of them do. Its markup says nothing. Page N is DIR/N.html and DIR/N.txt
# what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 24); do
	word=$(name "$page")
	bar="<div><b>Onward:</b> <a href=$((page + 1)).html>Pump $(name $((page + 1)))</a>
	<b>Upward:</b> <a href=1.html>Pumps of $(name $((page / 5)))</a> <a href=2.html>Register</a></div>"
	body="<h2>Pump $word</h2>Of the <b>$word</b> two were cast, and one was drawn up the hill of $word.
	<p>Whoever works it opens the $word valve first:</p>
	<pre>open $word
	turn $word 3</pre>
	and then waits for the $word bell.<br>
	<table><tr><th>Stroke of $word</th><td>feet</td></tr><tr><td>Bore</td><td>inches of $word</td></tr></table>
	<p>The bell of $word was stolen twice, and twice it was found in the same pond by the same boy.</p>"
	[ $((page % 5)) -ne 0 ] || body="<h2>Pumps of $word</h2><ul>$(for i in 1 2 3 4 5 6; do
		echo "<li><a href=$i.html>Pump $(name "$page$i") and its $(name "$i$page") valve</a></li>"
	done)</ul><p>Those of $word are listed by the year in which they were cast, not by bore.</p>"
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>Pump $word</title><body>
	$bar
	<hr>
	$body
	<hr>
	$bar
	<address>Kept by the press of the pump room</address>
	EOF
	echo "$body" | words >"$1/$page.txt"
done
