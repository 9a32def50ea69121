#!/bin/sh
# conformance.sh - run the conformance programs over the public test suites.
#
# usage: conformance.sh PROGRAM_DIR [DATA_DIR]
#
# DATA_DIR (default ../shared/data) holds html5lib-tests/ and url/; what needs no suite is run
# last. Exits 1 when a program finds a failing case, 0 with a word about it when a suite is not
# there.
set -u

programs=$1
data=${2:-../shared/data}
status=0

# run PROGRAM FILE... - one suite; an unmatched pattern is a suite that is not there.
run() {
	program=$1
	shift
	if [ ! -e "$1" ]; then
		echo "$program: skipped, no $1"
		return
	fi
	"$programs/$program" "$@" || status=1
}

run tokenizer "$data"/html5lib-tests/tokenizer/*.test
run tree "$data"/html5lib-tests/tree-construction/*.dat
run encoding "$data"/html5lib-tests/encoding/*.dat
run url "$data"/url/urltestdata.json
"$programs/duplicates" || status=1
exit $status
