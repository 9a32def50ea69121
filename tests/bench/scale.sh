#!/bin/sh
# scale.sh - what the filters that look at one page at a time take for more and more pages: their
# memory should stay as it is, and so should the time a page takes.
#
# usage: [ROUNDS=3] scale.sh BUILD [PAGES...]
#
# The page lines of the sample site are repeated, each time under other paths, and piped into each
# filter; nothing is kept on disk. sitelint alone grows, by some 10 bytes a page: it has to say which
# path stands twice and which is named but absent. Printed are microseconds of processor time a page,
# what starting takes left out, and peak megabytes, for each number of PAGES (10,000 to 1,000,000):
# medians of so many rounds, in each of which every filter has every number in turn.
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

# measure N COMMAND... - processor seconds, in thousandths, and kilobytes; a finding is no failure.
measure() {
	n=$1
	shift
	lines "$n" | bash -c 'TIMEFORMAT="%3U %3S"
		time /usr/bin/time -q -o "$0" -f %M "$@" >/dev/null 2>&1' "$work/memory" "$@" \
		2>"$work/time" || [ $? -eq 1 ]
	echo "$(cat "$work/time") $(cat "$work/memory")"
}

# Each filter with each number of pages, once.
round() {
	for filter in sitescrape sitelint 'sitebody -f text' sitecsv 'sitenav -p'; do
		set -- "$bin/${filter%% *}" -q -j 1 ${filter#"${filter%% *}"}
		start=$(measure 1 "$@")
		for n in $pages; do
			echo "$filter|$n|$start $(measure "$n" "$@")"
		done
	done
}

pages=$*
for i in $(seq "${ROUNDS:-3}"); do
	round
done | awk -F'|' '{
	split($3, t, " ")
	printf "%s|%d|%.2f|%.1f\n", $1, $2, 1e6 * (t[4] + t[5] - t[1] - t[2]) / $2, t[6] / 1024
}' | sort -t'|' -k1,1 -k2,2n -k3,3n >"$work/rounds"

echo '| filter | pages | µs a page | memory, MB |'
echo '|---|---|---|---|'
awk -F'|' 'function row() { printf "| %s | %d | %.1f | %.1f |\n", name, count, time[int((n + 1) / 2)], memory }
$1 != name || $2 != count { if (n) row(); n = memory = 0 }
{ name = $1; count = $2; time[++n] = $3; if ($4 > memory) memory = $4 }
END { row() }' "$work/rounds"
