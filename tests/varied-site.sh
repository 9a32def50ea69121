#!/bin/sh
# varied-site.sh DIR - a made-up manual whose pages have little in common: of each four one is so
# long that the bars above and below are nothing beside it, one so short that they hold half of its
# words, one a list of links, and one a listing that has no bars at all. Its markup says nothing.
# Page N is DIR/N.html, and DIR/N.txt what its body says.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

# contents PAGE - a chapter's links.
contents() {
	for i in 1 2 3 4 5 6 7 8 9; do
		echo "<li><a href=$((($1 + i) % 20 + 1)).html>Of valve $(name "$1c$i") and its seat</a></li>"
	done
}

for page in $(seq 20); do
	title="The trial of pump $(name $page)"
	case $((page % 4)) in
	0)
		echo "<!DOCTYPE html><title>$title</title><div><pre>$(paragraphs $page 12)</pre></div>" >"$1/$page.html"
		paragraphs $page 12 >"$1/$page.txt"
		continue
		;;
	1) body=$(paragraphs $page 80 | sed 's/.*/<p>&<\/p>/') ;;
	2) body=$(paragraphs $page 1 | sed 's/.*/<p>&<\/p>/') ;;
	3) body="<ul>$(contents $page)</ul>" ;;
	esac
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>$title</title>
	<div><table><tr><th>Part $(name $page)</th><td><a href="1.html">Up</a></td><td><a href="2.html">Home</a></td></tr></table><hr></div>
	<div><div><h1>$title</h1></div>
	$body
	</div>
	<div><hr><table><tr><td>The trial of pump $(name $((page - 1)))</td><td>The trial of pump $(name $((page + 1)))</td></tr>
	<tr><td><a href="3.html">Back</a></td><td><a href="4.html">On</a></td></tr></table></div>
	EOF
	echo "$title $body" | sed 's/<[^>]*>/ /g' >"$1/$page.txt"
done
