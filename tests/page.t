#!/bin/sh
# page.t - what pages of tests/page become, byte by byte. After a change that is meant,
# `ACCEPT=1 prove tests/page.t` writes the expected lines anew: read the difference.
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh

for page in tests/page/*.html tests/page/*.xhtml tests/page/*.txt; do
	expected=${page%.*}.xml
	if [ -n "${ACCEPT-}" ]; then
		"$bin/sitescrape" -q "$page" | sed 's/></>\n</g' >"$expected"
	fi
	"$bin/sitescrape" -q "$page" | sed 's/></>\n</g' >"$work/got"
	is "${page##*/}" diff -u "$expected" "$work/got"
	is "${page##*/} is valid and whole" "$bin/sitelint" -q "$page"
done
done_testing
