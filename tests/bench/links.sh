#!/bin/sh
# links.sh - measure sitelinks beside hyperlink, a link checker in Rust, over real documentation
# and generated sites.
#
# usage: links.sh SITELINKS HYPERLINK [ROUNDS]
#
# HYPERLINK is its program (`cargo install hyperlink`); without it, sitelinks is measured alone and
# that is said. Rounds alternate between the two. Debian's packages are fetched and unpacked under
# build/corpora, once. Seconds are wall-clock medians, memory is the peak of any round.
set -eu

sitelinks=$1
hyperlink=$2
rounds=${3:-5}
corpora=build/corpora
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if "$hyperlink" --version >"$work/version" 2>/dev/null; then
	cat "$work/version"
else
	echo "no hyperlink: measured alone"
	hyperlink=
fi

# fetch PACKAGE - unpack a Debian package, once.
fetch() {
	[ -d $corpora/$1 ] && return
	mkdir -p $corpora/download
	(cd $corpora/download && apt-get download "$1")
	dpkg -x $corpora/download/${1}_*.deb $corpora/$1.part
	mv $corpora/$1.part $corpora/$1
}

# generate PAGES LINKS DIR - pages in folders of a hundred, each with a menu and links to others.
generate() {
	awk -v pages="$1" -v links="$2" -v dir="$3" 'BEGIN {
		for (i = 0; i < pages; i++) {
			if (i % 100 == 0)
				system("mkdir -p " dir "/d" int(i / 100))
			file = dir "/d" int(i / 100) "/p" i ".html"
			print "<!DOCTYPE html><title>" i "</title><h1 id=a" i ">Page</h1>" >file
			for (k = 1; k <= links; k++) {
				to = k <= 20 ? k - 1 : (i + k * 7919) % pages
				print "<a href=../d" int(to / 100) "/p" to ".html#a" to ">" k "</a>" >file
			}
			close(file)
		}
	}'
}

# run FILE COMMAND... - add seconds and kilobytes of a run; a finding is no failure.
run() {
	file=$1
	shift
	/usr/bin/time -o "$work/time" -f '%e %M' "$@" >/dev/null 2>&1 || [ $? -eq 1 ]
	tail -n 1 "$work/time" >>"$work/$file"
}

# summary FILE - median seconds and peak megabytes.
summary() {
	sort -n "$work/$1" | awk '{ t[NR] = $1; if ($2 > m) m = $2 }
		END { printf "%.2f %.0f", t[int((NR + 1) / 2)], m / 1024 }'
}

measure() {
	name=$1 folder=$2 i=0
	rm -f "$work/ours" "$work/theirs"
	while [ $i -lt "$rounds" ]; do
		run ours "$sitelinks" -q "$folder"
		[ -z "$hyperlink" ] || run theirs "$hyperlink" --check-anchors "$folder"
		i=$((i + 1))
	done
	if [ -n "$hyperlink" ]; then
		echo "$(summary ours) $(summary theirs)" | awk -v name="$name" '{
			printf "%-26s %7.2f s %5d MB %7.2f s %5d MB   %.2f\n", name, $1, $2, $3, $4, $1 / $3 }'
	else
		echo "$(summary ours)" | awk -v name="$name" '{ printf "%-26s %7.2f s %5d MB\n", name, $1, $2 }'
	fi
}

printf '%-26s %18s %18s   %s\n' '' sitelinks "${hyperlink:+hyperlink}" "${hyperlink:+ratio}"
for package in openjdk-17-doc python3.11-doc cppreference-doc-en-html gimp-help-en; do
	fetch $package
	measure $package $corpora/$package
done
generate 50000 50 "$work/many"
measure '50,000 pages, 2.5 M links' "$work/many"
rm -rf "$work/many"
for pages in 10000 100000; do
	generate $pages 30 "$work/some"
	measure "$pages pages, 30 links each" "$work/some"
	rm -rf "$work/some"
done
