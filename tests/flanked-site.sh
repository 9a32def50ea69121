#!/bin/sh
# flanked-site.sh DIR [notices] - a made-up manual whose pages have parts of their bodies beside what
# most of each stands in: their signature before, and on some pages notes behind. With notices, what
# stands behind is long and differs from page to page, too, but is the same on all pages of a chapter:
# that is no body. Its markup says nothing. Page N is DIR/N.html and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 40); do
	word=$(name "$page")
	signature="<h1>pump $word</h1>pump $word ( bore of $word )"
	body=$(paragraphs "$page" 40 | sed 's/.*/<p>&<\/p>/')
	notes=
	if [ $# -gt 1 ]; then
		signature=
		chapter=$(name $((page % 5)))
		notes="<p>Pumps of $chapter: drawn by $chapter the elder, who grants to all to cast, bore and sell them.</p>
		<p>What is cast after a drawing of $chapter bears the crane of $chapter on its spout, in relief.</p>
		<p>Neither $chapter nor the heirs of $chapter answer for the bursting of $chapter boilers.</p>"
	elif [ $((page % 3)) -eq 0 ]; then
		notes=$(paragraphs "n$page" 3 | sed 's/.*/<p>&<\/p>/')
	fi
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>The pump book</title>
	<div><a href="1.html">Pumps</a> <a href="2.html">Valves</a> Read this book at the pump</div>
	<div>$signature</div>
	<div>$body</div>
	<div>$notes</div>
	<div>Printed at the pump by those who pump</div>
	EOF
	[ $# -eq 1 ] || notes=
	echo "$signature $body $notes" | words >"$1/$page.txt"
done
