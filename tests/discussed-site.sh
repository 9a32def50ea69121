#!/bin/sh
# discussed-site.sh DIR - a made-up journal whose template has comments within the element that the
# bodies are learned from: more words than the entry's own on some pages, none on others. The last page,
# a guest book, is nothing but what visitors say. Page N is DIR/N.html and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

comments() {
	for i in $(seq "$2"); do
		word=$(name "$1c$i")
		echo "<li><b>Visitor $word</b> says: <p>We were at the pump of $word too, and saw how $word was lifted</p>"
	done
}
for page in $(seq 15); do
	word=$(name "$page")
	body="<h1>Entry $word</h1> $(paragraphs "$page" 8 | sed 's/.*/<p>&<\/p>/')"
	case $((page % 3)) in
	0) said="<div id=\"comments\"><h2>What visitors say of $word</h2><ol>$(comments "$page" 40)</ol></div>" ;;
	1) said="<section class=\"wp-block-comments large\"><h2>What visitors say of $word</h2>$(comments "$page" 4)</section>" ;;
	2) said= ;;
	esac
	if [ "$page" = 15 ]; then
		body="<h1>Guests $word</h1> <div id=\"comments\"><ol>$(comments "$page" 9)</ol></div>" said=
	fi
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><html lang="en"><title>Entry $word [Journal of the pump]</title>
	<div><a href="1.html">First</a> <a href="15.html">Guest book</a> Journal of the pump</div>
	<div><div>$body</div>$said</div>
	<div>Written at the pump by those who pump, and by their visitors</div>
	EOF
	echo "$body" | words >"$1/$page.txt"
done
