#!/bin/sh
# parted-site.sh DIR - a made-up site of manuals with one template, of which one, a fifth of the
# pages, has before each body a register of its own, longer than the bodies and with no link: too few
# pages have it to be the template's. Its markup says nothing. Page N is DIR/N.html and DIR/N.txt what
# its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

register=$(for i in $(seq 60); do echo "<p>Engine $(name "r$i") of the yard</p>"; done)
for page in $(seq 120); do
	word=$(name "$page")
	body="<h2>Pump $word</h2><p>Of the $word two were cast, and one was drawn up the hill of $word by
	eight men of $word. The $word bell was stolen twice, and twice it was found in the pond of $word.</p>
	<p>Whoever works the $word opens its valve first, and then waits for the bell of $word to ring.</p>"
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>Pump $word</title>
	<div><a href="1.html">Pumps</a> <a href="2.html">Valves</a> Read this book at the pump
	$([ $((page % 5)) -ne 0 ] || echo "$register")</div>
	<div>$body</div>
	<div>Printed at the pump by those who pump</div>
	EOF
	echo "$body" | words >"$1/$page.txt"
done
