#!/bin/sh
# sitecsv.t - tables of hand-written page lines beside goldens, all tables beside what an
# independent reader makes of the page lines, the options, and the manual's examples.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
golden=$PWD/tests/sitecsv
lines=$golden/pages.lines

# same GOLDEN OPTION... - the table of the page lines is the golden one.
same() {
	expected=$golden/$1
	shift
	sitecsv -q "$@" "$lines" | diff -u "$expected" -
}

# refuses TEXT OPTION... - the call ends with status 2, says TEXT and prints nothing.
refuses() {
	text=$1
	shift
	sitecsv -q "$@" "$lines" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$text" "$work/err" && ! [ -s "$work/out" ]
}

# Page lines without a row in the table.
header_alone() {
	head -n 1 "$golden/metas.csv" >"$work/header"
	tail -n 1 "$lines" | sitecsv -q -t metas | cmp - "$work/header"
}

nothing_read() {
	sitecsv -q </dev/null >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && [ "$(wc -l <"$work/out")" -eq 1 ]
}

# A line that is no page is said, and the others are printed.
bad_line() {
	(cat "$lines" && echo '<page xmlns="urn:siteglean:page:1" words="many"/>') |
	    sitecsv -q >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && cmp "$work/out" "$golden/pages.csv" && grep ':3:.*many' "$work/err"
}

full_disk() {
	sitecsv -q "$lines" >/dev/full 2>"$work/err"
	[ $? -eq 2 ] && grep 'standard output' "$work/err"
}

# Every option of --help is in this manual or the one of the options all filters share, each of
# this manual in --help, and its call is the same.
manual_options() {
	sitecsv --help | sed -n 's/.*--\([a-z-]*\).*/\1/p' >"$work/help"
	while read -r name; do
		grep -q -h "Fl $name" tools/sitecsv.1 tools/siteglean.7 ||
			{ echo "--$name is in no manual"; return 1; }
	done <"$work/help"
	sed -n 's/^\.It .*Fl Fl \([a-z-]*\).*/\1/p' tools/sitecsv.1 | sort >"$work/manual"
	sort "$work/help" | comm -13 - "$work/manual" | grep . && return 1
	sitecsv --help | grep '^usage: sitecsv \[OPTION...\] \[PATH...\]$'
}

# All of them in turn; each prints something, or fills the file it names last.
run_examples() (
	ln -s "$PWD/samples" "$work/samples"
	cd "$work" && [ "$(wc -l <examples)" -ge 7 ] && sh -ex ./examples >printed || exit 1
	for file in printed $(sed -n 's/.* > //p' examples); do
		[ -s "$file" ] || exit 1
	done
)

for table in pages nav links metas alternates parts; do
	is "table $table" same $table.csv -t $table
	is "$table by an independent reader" \
	    python3 tests/oracle/tables.py $table "$lines" "$golden/$table.csv"
done
is "pages is the default" same pages.csv
is "a safe table" same safe.csv -t nav -s
is "which is undone by taking one apostrophe off" \
    python3 tests/oracle/tables.py -s nav "$lines" "$golden/safe.csv"
is "byte order mark, delimiter and columns" same form.csv -t nav -b -d ';' -C label,href,path,label
is "a tab as delimiter" same tab.csv -d '\t' -C path,lang
is "a table without rows is its header" header_alone
is "nothing read is trouble" nothing_read
is "a line that is no page is trouble" bad_line
is "a full disk is trouble" full_disk

is "unknown table" refuses "--table wants one of pages, nav, links" -t menus
is "unknown column" refuses "no column 'size' in table metas" -t metas -C path,size
is "which names the known ones" refuses "there are path, name, content, at" -t metas -C size
is "delimiter of two characters" refuses "delimiter ';;'" -d ';;'
is "no delimiter" refuses "delimiter ''" -d ''
is "a form of findings without a check" refuses "--format goes with --check" -f json
is "a quote as delimiter" refuses "delimiter '\"'" -d '"'
is "a delimiter beyond ASCII" refuses "delimiter '§'" -d '§'

sitescrape -q samples/site >"$work/lines"
is "the sample site has pages" [ "$(wc -l <"$work/lines")" -ge 17 ]
for table in pages nav links metas alternates parts; do
	sitecsv -q -j 3 -t $table samples/site >"$work/$table.csv"
	sitecsv -q -j 1 -t $table <"$work/lines" >"$work/again.csv"
	is "$table of a site and of its page lines are one" cmp "$work/$table.csv" "$work/again.csv"
	is "$table of the sample by an independent reader" \
	    python3 tests/oracle/tables.py $table "$work/lines" "$work/$table.csv"
done

is "help and manual tell the same options" manual_options
sed -n 's/^\.Dl //p' tools/sitecsv.1 >"$work/examples"
is "the manual's examples" run_examples
if command -v mandoc >/dev/null; then
	is "the manual is well written" mandoc -Tlint -Wwarning tools/sitecsv.1
else
	skip "no mandoc here"
fi

done_testing
