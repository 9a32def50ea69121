#!/bin/sh
# blind-site.sh DIR - a made-up site of manuals whose markup says nothing: no class, no id, no
# landmark. Each page has more words that all pages have than words of its own. Page N is DIR/N.html
# and DIR/N.txt is what its body says.
set -eu
mkdir -p "$1"
awk -v dir="$1" '
# The words of a page, different on each.
function words(page, from, n,    i, s) {
	for (i = from; i < from + n; i++)
		s = s " w" letters(page * 131 + i * 7)
	return substr(s, 2)
}
function letters(n,    s) {
	for (; n; n = int(n / 26))
		s = s sprintf("%c", 97 + n % 26)
	return s
}
function says(text) {
	print text >out
}
BEGIN {
	for (i = 0; i < 40; i++)
		pledge = pledge "We grind every lens by hand, and we answer each letter that reaches us. "
	for (page = 1; page <= 24; page++) {
		html = dir "/" page ".html"
		out = dir "/" page ".txt"
		notice = page == 7 ? "<div>The workshop is closed on " page " May.</div>" : ""
		print "<!DOCTYPE html><title>Page</title><body>" \
		    "<div><a href=1.html>First</a> <a href=2.html>Second</a> Lens grinders of the valley</div>" \
		    notice "<div>" >html
		if (page == 5) {
			print "<p>This page is still to be written.</p>" >html
			says("This page is still to be written.")
		} else {
			title = words(page, 1, 4); first = words(page, 20, 60); last = words(page, 90, 30)
			print "<h1>" title "</h1><p>" first "</p><ul>" >html
			says(title); says(first)
			for (i = 1; i <= 6; i++) {
				print "<li><a href=" i ".html>" words(page, 200 + i, 2) "</a></li>" >html
				says(words(page, 200 + i, 2))
			}
			print "</ul><table><tr><td>" last "</table>" >html
			says(last)
		}
		print "</div><div><p>" pledge "</p><p>" pledge "</p></div>" >html
		close(html); close(out)
	}
}'
