#!/bin/sh
# twofold-site.sh DIR - blind-site.sh with pages of two templates in one folder: of each five, two
# have a pledge of their own, and their bodies behind it. Without the other pages of their template
# none of them tells which words are its own.
set -eu
"$(dirname "$0")/blind-site.sh" "$1"
pledge=$(for i in $(seq 40); do
	printf 'Glass is melted in the yard, and whoever wants a pane of it comes before noon. '
done)
for page in 3 4 8 9 13 14 18 19 23 24; do
	body=$(sed '1d; /^<\/div><div><p>We grind/d' "$1/$page.html")
	{
		echo '<!DOCTYPE html><title>Page</title><body>'
		echo "<table><tr><td>Glaziers of the plain</td></tr></table><div><p>$pledge</p><p>$pledge</p></div>"
		echo "<section><div>$body</div></section>"
	} >"$1/$page.html"
done
