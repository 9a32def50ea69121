#!/bin/sh
# merge.t - tables put back: unedited ones leave pages byte for byte as they are, edits land where
# they should, and what cannot be read or merged is said.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
edits=$PWD/tests/sitecsv/edits.lines

# round_trip LINES TABLE OPTION... - the table of the pages, with these options, changes nothing.
round_trip() {
	pages=$1 table=$2
	shift 2
	sitecsv -q -t "$table" "$@" "$pages" >"$work/table.csv" || return 1
	safe=
	for option; do [ "$option" = -s ] && safe=-s; done
	sitecsv -q -r -t "$table" $safe --into "$pages" "$work/table.csv" | cmp - "$pages" &&
	    sitecsv -q -r -t "$table" $safe --delete -i "$pages" <"$work/table.csv" | cmp - "$pages"
}

# office LINES TABLE - the same through a spreadsheet program that takes quoted values for text,
# and one that makes numbers and times of what looks like them.
office() {
	rm -rf "$work/office" && mkdir "$work/office"
	sitecsv -q -t "$2" -s "$1" >"$work/office/text.csv" || return 1
	sitecsv -q -t "$2" "$1" >"$work/office/guess.csv" || return 1
	convert 'CSV:44,34,76,1,,0,true' ods text.csv &&
	    convert 'CSV:44,34,76' ods guess.csv && rm "$work/office/"*.csv &&
	    convert '' 'csv:Text - txt - csv (StarCalc):59,34,76' text.ods guess.ods &&
	    grep -q '^path;' "$work/office/text.csv" &&
	    sitecsv -q -r -s -t "$2" -i "$1" "$work/office/text.csv" | cmp - "$1" &&
	    sitecsv -q -r -t "$2" -i "$1" "$work/office/guess.csv" | cmp - "$1"
}

convert() (
	filter=$1 to=$2
	shift 2
	cd "$work/office" && HOME=$work/office soffice --headless ${filter:+--infilter="$filter"} \
	    --convert-to "$to" --outdir . "$@"
)

# says TEXT TABLE-TEXT OPTION... - the call ends with status 2 and says TEXT; nothing is printed.
says() {
	text=$1
	printf "$2" >"$work/in.csv"
	shift 2
	sitecsv -q -r "$@" "$work/in.csv" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$text" "$work/err" && ! [ -s "$work/out" ]
}

# Trees without pages: as valid XML, and as their table again.
alone() {
	sitecsv -q -t nav "$edits" >"$work/table.csv" &&
	    sitecsv -q -r -t nav "$work/table.csv" >"$work/nav.xml" &&
	    sitelint -q -s schemas/nav.xsd "$work/nav.xml" &&
	    [ "$(grep -c '<item' "$work/nav.xml")" -eq "$(($(wc -l <"$work/table.csv") - 1))" ] &&
	    grep '^    <nav id="n2" kind="footer">$' "$work/nav.xml" &&
	    grep '^        <item label="Wells &lt;deep&gt;" href="wells.html" target="a/wells.html"' \
		"$work/nav.xml"
}

# The menus of a site, of which the table is made by sitenav; with an edit.
menus() {
	sitenav -q -f csv samples/site | sed '2s/Cholera preparedness/Be prepared/' >"$work/m.csv"
	sitecsv -q -r -t nav "$work/m.csv" >"$work/menus.xml" &&
	    sitelint -q -s schemas/nav.xsd "$work/menus.xml" &&
	    grep '^      <item label="Be prepared"' "$work/menus.xml" || return 1
	count_labels "$work/menus.xml" >"$work/have"
	sitenav -q samples/site >"$work/site.xml"
	count_labels "$work/site.xml" | sed 's/Cholera preparedness/Be prepared/' >"$work/want"
	cmp "$work/want" "$work/have"
}

# The items with their depth, shown by indents, in order.
count_labels() {
	sed -n 's/^\( *<item label="[^"]*"\).*/\1/p' "$1"
}

# What came out is a page as sitelint wants it.
edited_is_clean() {
	sitecsv -q -t nav "$edits" | sed 's/"Only words"/"Only a few words"/' |
	    sitecsv -q -r -t nav --into "$edits" >"$work/merged" &&
	    sitelint -q "$work/merged" && grep 'label="Only a few words"' "$work/merged"
}

# From standard input, and into a site that is scraped here.
into_site() {
	sitescrape -q samples/site >"$work/lines" &&
	    sitecsv -q -t nav samples/site |
	    sitecsv -q -r -t nav --into samples/site | cmp - "$work/lines" &&
	    sitecsv -q -t nav samples/site >"$work/nav.csv" &&
	    sitecsv -q -r -t nav --into - "$work/nav.csv" <"$work/lines" | cmp - "$work/lines"
}

# Page lines in which an id names two trees are in conflict, with rows or to be emptied, and stay.
two_trees() {
	sed '2s/<main>/<nav id="n1" kind="menu"><item label="x"\/><\/nav>&/' "$edits" >"$work/two"
	! cmp -s "$edits" "$work/two" || return 1
	for rows in 1,6 1; do
		sitecsv -q -t nav "$edits" | sed -n "${rows}p;\$p" >"$work/in.csv"
		sitecsv -q -r -t nav --delete -i "$work/two" "$work/in.csv" >"$work/out" 2>"$work/err"
		[ $? -eq 2 ] && grep "two trees or items 'n1'" "$work/err" &&
		    sed -n 2p "$work/two" | grep -F -x -f - "$work/out" || return 1
	done
}

forms_of_findings() {
	printf 'path,id,label\r\na/index.html,n1.9,x\r\n' >"$work/in.csv"
	for form in text csv xml json; do
		sitecsv -q -r -t nav -c -f $form -i "$edits" "$work/in.csv" >"$work/$form"
		[ $? -eq 1 ] && grep 'csv.id' "$work/$form" || return 1
	done
	sitelint -q -l -s schemas/findings.xsd "$work/xml"
}

# explain LINE - a line of TAP: what was wrong where it is "not ok".
explain() {
	sed -n "/^${1%% - *} /,/^[no]/p" "$work/tap"
	[ "${1%% *}" = ok ]
}

sitescrape -q samples/site >"$work/sample.lines"
for pages in "$edits" "$work/sample.lines"; do
	for table in nav pages; do
		is "$table of $(basename "$pages") and back" round_trip "$pages" $table
		is "$table, safe and marked" round_trip "$pages" $table -s -b
		is "$table, with semicolons" round_trip "$pages" $table -d ';'
	done
done
for table in nav pages; do
	if command -v soffice >/dev/null; then
		is "$table through LibreOffice" office "$work/sample.lines" $table
	else
		skip "no LibreOffice here"
	fi
done
is "into a site, and from standard input" into_site
is "trees alone" alone
is "menus of a site alone" menus
is "an edited page is clean" edited_is_clean
is "findings in all forms" forms_of_findings
is "an id of two trees" two_trees

is "random edits" python3 tests/oracle/random_edits.py "$bin" "$edits" 1 60

p="-t pages --into $edits"
is "an unknown column" says "in.csv:1: no column 'note' in table pages" 'path,note\n' $p
is "a column twice" says "in.csv:1: column 'title' stands twice" 'path,title,title\n' $p
is "no header" says "in.csv:1: no header" '' $p
is "an open quote" says "in.csv:2: a quote of the row" 'path,title\n"a/index.html,x\n' $p
is "a quote in a value" says "in.csv:4: a quote stands" 'path,title\n\n"a\nb","x"y\n' $p
is "another encoding" says "in.csv:2: not UTF-8" 'path,title\na/index.html,caf\351\n' $p
is "a table that has no way back" says "nav or redirects, not 'links'" '' -t links
is "pages without --into" says "want --into" 'path\n' -t pages
is "two tables" says "one table, not" 'path\n' -t nav x
is "both from standard input" sh -c "sitecsv -r -i - 2>&1 | grep 'cannot both'"
is "options that choose pages" says "do not go with --reverse" 'path\n' $p -W lang=en
is "--delete alone" sh -c "sitecsv --delete 2>&1 | grep 'go with --reverse'"

# The edits are a TAP of their own: one test here for each.
python3 tests/oracle/edits.py "$bin/sitecsv" "$edits" >"$work/tap"
is "every edit was tried" [ "$(grep -c -E '^(not )?ok' "$work/tap")" -ge 60 ]
grep -E '^(not )?ok' "$work/tap" >"$work/edits"
while read -r line; do
	is "${line#* - }" explain "$line"
done <"$work/edits"

# A table that comes through a pipe, and pages that cannot all be read: what has no page among those
# that were is no new page then.
piped() {
	mkfifo "$work/pipe"
	sitecsv -q -t pages "$edits" >"$work/pages.csv"
	cat "$work/pages.csv" >"$work/pipe" &
	timeout 10 sitecsv -q -r -t pages -i "$edits" "$work/pipe" | cmp - "$edits"
}
is "a table through a pipe" piped
unread() {
	sitecsv -q -r -t pages -i "$work/none" "$work/pages.csv" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && ! [ -s "$work/out" ] || return 1
	(head -n 1 "$edits" && echo '<page>') >"$work/half"
	sitecsv -q -r -t pages -i "$work/half" "$work/pages.csv" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && head -n 1 "$edits" | cmp - "$work/out"
}
is "no page is new where some could not be read" unread
done_testing
