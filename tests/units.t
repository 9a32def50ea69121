#!/bin/sh
# units.t - the C programs of tests/units and tests/html, and our own cases in the formats of the
# conformance suites.
cd "$(dirname "$0")/.." || exit 1
. tests/tap.sh
export SITEGLEAN_SCHEMAS="$PWD/schemas"
programs=${B:-build}/tests

for source in tests/units/*.c tests/html/*.c; do
	is "$source" "$programs/$(echo "${source#tests/}" | sed 's/\.c$//')"
done
is 'tokenizer cases' "$programs/conformance/tokenizer" tests/html/*.test
is 'tree cases' "$programs/conformance/tree" tests/html/*.dat
is 'encoding cases' "$programs/conformance/encoding" tests/html/*.encoding
is 'url cases' "$programs/conformance/url" tests/url/*.json
done_testing
