#!/bin/sh
# scale.sh - what the filters that look at one page at a time take for more and more pages: their
# memory should stay as it is, and so should the time a page takes.
#
# usage: scale.sh BUILD [PAGES...]
#
# The page lines of the sample site are repeated, each time under other paths, and piped into each
# filter; nothing is kept on disk. sitelint alone grows, by some 10 bytes a page: it has to say which
# path stands twice and which is named but absent. Printed are microseconds of processor time a page, what starting
# takes left out, and peak megabytes, for each number of PAGES (10,000 to 1,000,000).
set -eu

bin=$(realpath "$1")/bin
shift
[ $# -gt 0 ] || set -- 10000 100000 1000000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin/sitescrape" -q -j 1 samples/site | awk 'length < 20000' >"$work/lines"

# lines N - so many page lines.
lines() {
	perl -e 'my $n = shift;
		my @lines = <STDIN>;
		for my $i (0 .. $n - 1) {
			my $line = $lines[$i % @lines];
			$line =~ s|path="|path="copy$i/|;
			print $line;
		}' "$1" <"$work/lines"
}

# measure N COMMAND... - processor seconds and kilobytes; a finding is no failure.
measure() {
	n=$1
	shift
	lines "$n" | /usr/bin/time -o "$work/time" -f '%U %S %M' "$@" >/dev/null 2>&1 || [ $? -eq 1 ]
	tail -n 1 "$work/time"
}

echo '| filter | pages | µs a page | memory, MB |'
echo '|---|---|---|---|'
for filter in sitelint 'sitebody -f text' sitecsv 'sitenav -p'; do
	start=$(measure 1 "$bin/${filter%% *}" -q -j 1 ${filter#"${filter%% *}"})
	for pages in "$@"; do
		echo "$start $(measure "$pages" "$bin/${filter%% *}" -q -j 1 ${filter#"${filter%% *}"})" |
		    awk -v filter="$filter" -v n="$pages" '{
			printf "| %s | %d | %.1f | %.1f |\n", filter, n, 1e6 * ($4 + $5 - $1 - $2) / n, $6 / 1024
		}'
	done
done
