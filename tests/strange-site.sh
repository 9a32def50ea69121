#!/bin/sh
# strange-site.sh DIR - pages of as many made-up sites in one folder. Each is plain: what it says
# stands right in its body element, below links of which every other page has the same two. They are
# no site, and nothing is learned of them.
set -eu
. "$(dirname "$0")/made-up.sh"
mkdir -p "$1"

for page in $(seq 24); do
	word=$(name "$page")
	home=
	[ $((page % 2)) -eq 0 ] || home="<a href=/>Home</a> <a href=/post>Write to us</a>"
	cat >"$1/$page.html" <<-EOF
	<!DOCTYPE html><title>The $word of $word</title>
	<p>$home <a href=/a>All of $word</a> <a href=/b>More of $word</a>
	<h1>The $word of $word</h1>
	<p>When $word was drawn out of the sea by six horses, $word was as heavy as the church of $word.
	<p>Nobody had seen $word before. The priest of $word wrote its length into the book of $word.
	<p>Paid for by the friends of $word
	EOF
done
