#!/bin/sh
# sectioned-site.sh DIR - a made-up manual whose pages are made of sections, one beside the other. On
# most pages one of these says nearly all that is the page's own, and no page has sections whose names
# the others do not have; it is no body without them. Its markup says nothing. Page N is DIR/N.html and
# DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 24); do
	word=$(name "$page")
	body="<h1>pump $word</h1>
	<div><h2>Name</h2><p>pump $word</p></div>
	<div><h2>Use</h2><p>Open $word, then close $word.</p></div>
	<div><h2>Making</h2>$(paragraphs "$page" 9 | sed 's/.*/<p>&<\/p>/')</div>
	<div><h2>Faults</h2><p>Whoever finds a fault tells the keeper of the pump room, who writes it down.</p></div>
	<div><h2>Founder</h2><p>Cast by $word the elder.</p></div>"
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>pump $word</title>
	<div>$body</div>
	EOF
	echo "$body" | words >"$1/$page.txt"
done
