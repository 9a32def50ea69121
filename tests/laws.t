#!/bin/sh
# laws.t - what must hold of the sample site whatever the extractor thinks of it: page lines
# match the schema, and no character is lost or made up, by an oracle that shares no code.
set -u
cd "$(dirname "$0")/.."

scrape=${B:-build}/bin/sitescrape
lint=${B:-build}/bin/sitelint
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests=0

# is NAME COMMAND... - one test: the command succeeds. What it printed explains a failure.
is() {
	name=$1
	shift
	tests=$((tests + 1))
	if "$@" >"$work/said" 2>&1; then
		echo "ok $tests - $name"
	else
		echo "not ok $tests - $name"
		sed 's/^/# /' "$work/said"
	fi
}

skip() {
	tests=$((tests + 1))
	echo "ok $tests # skip $1"
}

scrape_twice() {
	"$scrape" -q -j 1 samples/site >"$work/lines" &&
		"$scrape" -q -j 2 samples/site | cmp - "$work/lines"
}

every_page_has_its_line() {
	find samples/site -name '*.htm*' | sort >"$work/pages"
	sed -n 's/^<page [^>]*path="\([^"]*\)".*/\1/p' "$work/lines" | sort >"$work/paths"
	comm -23 "$work/pages" "$work/paths" >"$work/missing"
	cat "$work/missing"
	[ -s "$work/pages" ] && [ ! -s "$work/missing" ]
}

lines_match_schema() {
	"$scrape" -q --document samples/site | xmllint --noout --huge --schema "$1" -
}

mixed_pages_match_schema() {
	mkdir "$work/mixed" && tests/mixed-pages.pl "$work/mixed" &&
		"$scrape" -q "$work/mixed" >"$work/mixed.lines" && "$lint" -q "$work/mixed.lines"
}

for python in python3 /usr/bin/python3 ''; do
	[ -n "$python" ] && "$python" -c 'import html5lib' 2>/dev/null && break
done

is 'any number of jobs gives the same lines' scrape_twice
is 'every page of the site has its line' every_page_has_its_line
is 'lists and tables that hold furniture match the schema' mixed_pages_match_schema
if command -v xmllint >/dev/null; then
	is 'the document matches page.xsd' lines_match_schema schemas/page.xsd
else
	skip 'no xmllint (libxml2-utils)'
fi
if [ -n "$python" ]; then
	is 'no character is lost or made up' "$python" tests/oracle/partition.py . <"$work/lines"
else
	skip 'no html5lib (python3-html5lib)'
fi
echo "1..$tests"
