#!/bin/sh
# copies.sh - what sitestubs takes for very many pages, half of them copies.
#
# usage: copies.sh BUILD [PAGES=1000000]
#
# Page lines of 60 words each, every second one with the body of the one before, are made up and
# piped in; nothing is kept on disk. Prints seconds of processor time, peak megabytes, and how many
# copies were found.
set -eu

bin=$(realpath "$1")/bin
pages=${2:-1000000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '<!DOCTYPE html><html lang=en><title>TITLE</title><main><h1>Page</h1><p>BODY</main>' >page.html
"$bin/sitescrape" -q page.html >line

perl -e 'my ($pages, $body) = (shift, "");
	my $line = <STDIN>;
	srand(1);
	my @words = map { join "", map { chr(97 + int(rand(26))) } 1 .. 3 + rand(6) } 1 .. 20000;
	for my $i (0 .. $pages - 1) {
		$body = join " ", map { $words[rand @words] } 1 .. 60 if $i % 2 == 0;
		(my $page = $line) =~ s/page\.html/$i.html/;
		$page =~ s/TITLE/$i/;
		$page =~ s/BODY/$body/;
		print $page;
	}' "$pages" <line |
	/usr/bin/time -q -o took -f '%U %S %M' "$bin/sitestubs" -q -j 1 >found || [ $? -eq 1 ]
awk -v copies="$(grep -c 'stub.duplicate' found)" \
	'{ printf "%.1f s, %.0f MB, %d copies\n", $1 + $2, $3 / 1024, copies }' took
