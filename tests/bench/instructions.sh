#!/bin/sh
# instructions.sh - hold the instructions that fixed work takes against those on record.
#
# usage: instructions.sh BUILD		fail where one grew by more than 3 %
#        instructions.sh BUILD record	put them on record instead
#
# The work is the sample site, several copies of it, so that it needs nothing from outside. The
# record, instructions.txt beside this file, holds for one compiler and C library, which its first
# line names: elsewhere nothing is compared, and that is said. Of the C library's functions those
# for plain SSE2 are chosen, whatever the processor, and one thread works, so counts repeat.
set -eu

build=$(realpath "$1")
record=$(realpath "$(dirname "$0")")/instructions.txt
samples=$(realpath samples/site)
copies=4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

toolchain="$(${CC:-cc} -dumpfullversion 2>/dev/null) $(getconf GNU_LIBC_VERSION) $(uname -m) ${CFLAGS-}"
if [ $# -eq 1 ] && [ "$toolchain" != "$(head -n 1 "$record")" ]; then
	echo "instructions: not compared: this is '$toolchain', the record of '$(head -n 1 "$record")'"
	exit 0
fi
command -v valgrind >/dev/null || {
	echo 'instructions: no valgrind' >&2
	exit 2
}

# count NAME COMMAND... - a line with the millions of instructions; a finding is no failure.
count() {
	name=$1
	shift
	env -i PATH="$PATH" GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX,-AVX512F,-ERMS,-FSRM,-BMI2 \
	    valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file="$work/said" \
	    "$@" >/dev/null 2>"$work/trouble" || [ $? -eq 1 ] || {
		cat "$work/trouble" >&2
		exit 2
	}
	awk -v name="$name" '/Collected/ { printf "%-12s %9.2f\n", name, $NF / 1e6 }' "$work/said"
}

cd "$work"
for copy in $(seq $copies); do
	cp -r "$samples" "site$copy"
done
"$build/bin/sitescrape" -q -j 1 site? >lines
{
	count parse "$build/tests/bench/trees" $(find site? -name '*.html' | LC_ALL=C sort)
	count sitescrape "$build/bin/sitescrape" -q -j 1 site?
	count sitebody "$build/bin/sitebody" -q -j 1 -f text site?
	count sitenav "$build/bin/sitenav" -q -j 1 site?
	count sitelinks "$build/bin/sitelinks" -q -j 1 site?
	count sitelint "$build/bin/sitelint" -q -j 1 lines
	count sitestubs "$build/bin/sitestubs" -q -j 1 site?
	count sitelangs "$build/bin/sitelangs" -q -j 1 site?
	count sitecsv "$build/bin/sitecsv" -q -j 1 lines
} >now

if [ $# -gt 1 ]; then
	{ echo "$toolchain"; cat now; } >"$record"
	cat "$record"
	exit 0
fi
awk 'FNR == NR { before[$1] = $2; next }
	{
		growth = before[$1] ? 100 * ($2 / before[$1] - 1) : 100
		printf "%-12s %9.2f M %+6.1f %%%s\n", $1, $2, growth, (growth > 3 ? "  grew by more than 3 %" : "")
		bad = bad || growth > 3
	}
	END { exit bad }' "$record" now || {
	echo "instructions: where more is worth it: make bench-record, and say why in the commit" >&2
	exit 1
}
