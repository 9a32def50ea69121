#!/bin/sh
# sitenav.t - menus and findings of hand-written page lines beside goldens; what must hold of the
# sample site; hostile pages; the options and the manual.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
golden=$PWD/tests/sitenav
lines=$golden/pages.lines

# prints FILE OPTION... - what the page lines give is that file.
prints() {
	file=$1
	shift
	sitenav -q "$@" "$lines" >"$work/out"
	diff -u "$golden/$file" "$work/out"
}

# refuses TEXT OPTION... - the call ends with status 2, says TEXT and prints nothing.
refuses() {
	text=$1
	shift
	sitenav -q "$@" "$lines" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$text" "$work/err" && ! [ -s "$work/out" ]
}

# exits STATUS COMMAND...
exits() {
	want=$1
	shift
	"$@" >"$work/out" 2>"$work/err"
	got=$?
	cat "$work/err"
	[ $got -eq "$want" ]
}

# valid OPTION... FILE - the XML matches its schema, by our validator and by xmllint.
valid() {
	sitenav -q "$@" >"$work/nav.xml" && sitelint -q -s schemas/nav.xsd "$work/nav.xml" || return 1
	! command -v xmllint >/dev/null || xmllint --noout --huge --schema schemas/nav.xsd "$work/nav.xml"
}

valid_findings() {
	sitenav -q -c -f xml "$lines" >"$work/findings"
	[ -s "$work/findings" ] && sitelint -q -s schemas/findings.xsd -l "$work/findings"
}

# published HOST... - a page for each host, of which its canonical URL tells, and one for errors
# that has none; all with one menu. What is printed is the lines that name sites.
published() {
	rm -rf "$work/published"
	mkdir "$work/published"
	menu='<nav><ul><li><a href=1.html>Quays</a><li><a href=2.html>Tides</a></ul></nav><main>Ships.</main>'
	printf '<!DOCTYPE html><html lang=en><title>Not found</title>%s' "$menu" >"$work/published/0.html"
	for host in "$@"; do
		n=$((${n-0} + 1))
		printf '<!DOCTYPE html><html lang=en><title>Quay</title><link rel=canonical href=https://%s/%s.html>%s' \
		    "$host" "$n" "$menu" >"$work/published/$n.html"
	done
	n=0
	sitenav -q -f tree "$work/published" | grep ' pages\?$' | sort
}

# written DIR N - N pages, each with a menu of all the others; page 1 lacks what $lacks says, and
# every page has what $more says.
written() {
	mkdir -p "$1"
	for page in $(seq "$2"); do
		printf '<!DOCTYPE html><html lang="en"><title>Quay %s</title><nav><ul>' "$page"
		for other in $(seq "$2"); do
			[ "$page:$other" = "1:$lacks" ] || [ "$page" = "$other" ] ||
				printf '<li><a href="%s.html">Quay number %s</a>' "$other" "$other"
		done
		printf '%s</ul></nav><main><h1>Quay %s</h1><p>Ships.</p></main>' "$more" "$page"
	done | awk -v d="$1" -v RS='<!DOCTYPE' 'NR > 1 { printf "<!DOCTYPE%s", $0 >(d "/" NR - 1 ".html") }'
}

# rules_found DIR - the rules that its menus break.
rules_found() {
	sitenav -q -c "$1" | grep -o '\[nav[.a-z-]*\]$' | sort -u | tr '\n' ' '
}

# A page that its menu leaves out is not missing there; another is.
own_page_left_out() {
	lacks= more=
	written "$work/own" 6
	[ "$(rules_found "$work/own")" = "" ] || return 1
	lacks=3
	written "$work/lacking" 6
	[ "$(rules_found "$work/lacking")" = "[nav.missing] " ]
}

# Links that a page by itself takes for related are a menu where they stay the same, and others
# beside them are not.
steady_links() {
	mkdir -p "$work/steady"
	for page in 1 2 3 4 5 6; do
		{
			printf '<!DOCTYPE html><html lang="en"><title>Buoy</title><div><h1>Buoy</h1>'
			printf '<p>It lies off the shore, and a bell on it rings in any wind above the third force.</p>'
			printf '<p>It was laid in the year of the great tide, and is painted every few years.</p></div>'
			printf '<div class="a"><ul>'
			printf '<li><a href="/%s">%s</a>' charts Charts lights Lights locks Locks pilots Pilots
			printf '</ul></div><div class="b"><ul>'
			printf '<li><a href="%s">%s</a>' a$page Found b$page Boats c$page Wrecks
			printf '</ul></div>'
		} >"$work/steady/$page.html"
	done
	sitenav -q -f csv "$work/steady" | cut -d, -f3,8 | sort -u >"$work/out"
	cat "$work/out"
	printf '%s\n' '"kind","label"' '"menu","Charts"' '"menu","Lights"' '"menu","Locks"' \
		'"menu","Pilots"' | diff -u - "$work/out"
}

# An item that stands twice beside its like has not moved there.
no_move() {
	mkdir -p "$work/twice"
	for page in 1 2 3 4 5 6 7; do
		case $page in
		6) set -- Anchors Capstans Derricks Eyebolts ;;
		7) set -- Anchors Bollards Capstans Derricks Eyebolts Bollards ;;
		*) set -- Anchors Bollards Capstans Derricks Eyebolts ;;
		esac
		{
			printf '<!DOCTYPE html><html lang="en"><title>Quay</title><nav><ul>'
			printf '<li><a href="/%s">%s</a>' $(for gear; do echo "$gear $gear"; done)
			printf '</ul></nav><main><h1>Quay</h1><p>Ships.</p></main>'
		} >"$work/twice/$page.html"
	done
	rules_found "$work/twice" >"$work/out"
	grep -F '[nav.missing]' "$work/out" && ! grep -F '[nav.moved]' "$work/out"
}

# Two entries that lead to one place are wrong in a menu, and usual in an index.
index_entries() {
	lacks= more='<li><a href="2.html#a">Ropes</a><li><a href="2.html#a">Cables</a>'
	written "$work/menu" 6
	[ "$(rules_found "$work/menu")" = "[nav.duplicate] " ] || return 1
	more=
	written "$work/index" 6
	for page in 7 8; do
		printf '<!DOCTYPE html><html lang="en"><title>Index</title><nav><ul>'
		for entry in Anchor Bollard Capstan Derrick; do
			printf '<li><a href="%s.html#a">%s</a><li><a href="%s.html#a">%ss</a>' \
				1 $entry 1 $entry
		done
		printf '</ul></nav><main><h1>Index %s</h1><p>Words.</p></main>' $page
	done | awk -v d="$work/index" -v RS='<!DOCTYPE' 'NR > 1 { printf "<!DOCTYPE%s", $0 >(d "/" NR + 5 ".html") }'
	! sitenav -q -c "$work/index" | grep -F -e nav.duplicate -e nav.repeated
}

# menu_in LANG LABEL... - a page in LANG that has a menu of such labels.
menu_in() {
	{
		printf '<!DOCTYPE html><html lang="%s"><title>Page</title><nav><ul>' "$1"
		shift
		for label in "$@"; do
			printf '<li><a href="/%s">%s</a>' $# "$label"
			shift
		done
		printf '</ul></nav><main><h1>Page</h1><p>Words.</p></main>'
	} >"$work/menu-in.html"
}

# What is not in the save is named by its place there, where pages have no addresses.
absent_place() {
	lacks= more='<li><a href="d/ø%20a.html#b">Lost</a>'
	written "$work/absent" 6
	sitenav -q -c -R "$work/absent" "$work/absent" | grep nav.absent >"$work/out"
	cat "$work/out"
	grep -qF "'Lost' leads to 'd/ø a.html#b', which is not in the save, on 6 pages" "$work/out"
}

language_of_labels() {
	menu_in en Tides Harbour Español 'Toutes les heures des marées' Ærø
	sitenav -q -c -f csv "$work/menu-in.html" | grep nav.language >"$work/out"
	[ "$(wc -l <"$work/out")" -eq 1 ] && grep -F "marées' is in 'fr', its page in 'en'" "$work/out"
}

# Words that are all ASCII are not Czech, whatever they are.
language_of_names() {
	menu_in en 'Keel Pro formerly Mast Pro' 'Plavba lodí po řece do přístavu' Tides
	sitenav -q -c -f csv "$work/menu-in.html" | grep nav.language >"$work/out"
	[ "$(wc -l <"$work/out")" -eq 1 ] && grep -F "přístavu' is in 'cs', its page in 'en'" "$work/out"
}

# The labels of a menu are one finding.
language_of_a_menu() {
	set -- 'Les marées du port' 'Arriver par le train' 'Le marché du samedi' \
		'Quais et bateaux' 'Les pilotes du port' 'Horaires de la capitainerie' \
		'Le livre des visiteurs' 'Venir avec des enfants'
	menu_in de "$@"
	sitenav -q -c -f csv "$work/menu-in.html" | grep nav.language >"$work/out"
	[ "$(wc -l <"$work/out")" -eq 1 ] && grep -F "menu are in 'fr', its pages in 'de'" "$work/out" || return 1
	menu_in fr-CA "$@"
	! sitenav -q -c "$work/menu-in.html" | grep nav.language
}

# The same pages in any order: each file of a save named by itself, the other way round.
any_order() {
	tac "$lines" | sitenav -q -f csv -W lang=en | cut -d, -f2-9 | sort >"$work/tac"
	sitenav -q -f csv -W lang=en "$lines" | cut -d, -f2-9 | sort >"$work/cat"
	[ "$(wc -l <"$work/cat")" -gt 10 ] && diff -u "$work/cat" "$work/tac"
}

# Scraping here and page lines from sitescrape are one.
through_a_pipe() {
	for how in "-f xml" "-f json" "-p" "-c -f csv"; do
		sitenav -q $how samples/site >"$work/direct"
		sitescrape -q samples/site | sitenav -q $how >"$work/pipe"
		cmp "$work/direct" "$work/pipe" || return 1
	done
}

any_jobs() {
	for how in "-f xml" "-f tree" "-p -f json" "-c"; do
		sitenav -q -j 1 $how samples/site >"$work/one"
		LC_ALL=tr_TR.UTF-8 sitenav -q -j 5 $how samples/site >"$work/five"
		[ -s "$work/one" ] && cmp "$work/one" "$work/five" || return 1
	done
}

# Where the disk keeps names in another order, nothing changes.
any_disk() {
	mkdir "$work/up" "$work/down"
	for n in 1 2 3 4 5 6 7 8 9; do
		cp samples/site/www.asw.example.org/en/news.html "$work/up/$n.html"
	done
	for n in 9 8 7 6 5 4 3 2 1; do
		cp samples/site/www.asw.example.org/en/news.html "$work/down/$n.html"
	done
	sitenav -q -R "$work/up" "$work/up" >"$work/up.xml"
	sitenav -q -R "$work/down" "$work/down" | cmp - "$work/up.xml"
}

pages_are_sitecsv() {
	sitenav -q -p -f csv samples/site >"$work/p.csv"
	sitecsv -q -t nav samples/site | cmp - "$work/p.csv"
}

json_is_json() {
	sitenav -q -f json "$lines" | python3 -c 'import json, sys
sites = [json.loads(line) for line in sys.stdin]
assert [s["lang"] for s in sites] == ["en", "fr"], sites
assert [v["items"] for v in sites[0]["nav"][0]["variant"]] == [9, 6]'
}

# Every entry of the sample's menu, by the file that its menus were made from, is in the tree.
sample_labels() {
	sitenav -q -f csv -W lang=en samples/site >"$work/menu.csv"
	sed 's/^[[:blank:]]*[*!]* *//; s/ *|.*//' samples/source/menu.en | sort >"$work/wanted"
	grep '!' samples/source/menu.en | sed 's/^[[:blank:]]*! *//' >"$work/hidden"
	python3 -c 'import csv, sys
for row in csv.DictReader(open(sys.argv[1], newline="")):
    if row["nav"] == "m1":
        print(row["label"])' "$work/menu.csv" | sort >"$work/labels"
	grep -vxF -f "$work/hidden" "$work/wanted" | comm -23 - "$work/labels" >"$work/missing"
	cat "$work/missing"
	[ "$(wc -l <"$work/labels")" -ge 83 ] && ! [ -s "$work/missing" ]
}

# The header's, the small and the footer's are one menu, in each language.
sample_variants() {
	sitenav -q samples/site | awk '/<nav /{ n = 0 } /<variant /{ n++ } /<\/nav>/{ print n }' >"$work/n"
	cat "$work/n"
	printf '3\n3\n' | cmp - "$work/n"
}

sample_inaccessible() {
	sitenav -q -c samples/site >"$work/check"
	[ "$(grep -c "'Inaccessible' .*on [0-9]* pages \[nav.inaccessible\]" "$work/check")" -eq 2 ]
}

# repeat N TEXT
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) printf "%s", text }'
}

# page PATH [BODY] - the start of a page line, and the page if it has a body.
page() {
	printf '<page xmlns="urn:siteglean:page:1" path="%s" bytes="1" words="0" characters="0">' "$1"
	[ $# -lt 2 ] || printf '%s</page>\n' "$2"
}

# hostile [OPTION] - the page lines are read in a moment, printed in forms and checked.
hostile() {
	for how in "-f tree" "-f json" "-c" "$@"; do
		timeout 20 sitenav -q $how "$work/hostile" >"$work/out" 2>"$work/err"
		[ $? -le 1 ] && ! [ -s "$work/err" ] || { echo "$how"; head -n 3 "$work/err"; return 1; }
	done
	valid "$work/hostile"
}

full_disk() {
	sitenav -q "$lines" >/dev/full 2>"$work/err"
	[ $? -eq 2 ] && grep 'standard output' "$work/err"
}

nothing_read() {
	exits 2 sitenav -q </dev/null && printf '<?xml version="1.0" encoding="UTF-8"?>\n%s\n%s\n' \
	    '<navigation xmlns="urn:siteglean:nav:1">' '</navigation>' | cmp - "$work/out"
}

# The manual has the options and the call that --help has, and every rule.
manual_agrees() {
	sitenav --help >"$work/help"
	sed -n 's/^  .*--\([a-z-]*\).*/\1/p' "$work/help" >"$work/options"
	[ -s "$work/options" ] || return 1
	while read -r name; do
		grep -q "^\.It.* Fl Fl $name\b" tools/sitenav.1 tools/siteglean.7 ||
			{ echo "--$name is in no manual"; return 1; }
	done <"$work/options"
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/s/^\.Op Ar \(.*\)/[\1]/p' tools/sitenav.1 |
		paste -sd' ' >"$work/synopsis"
	grep -qF "usage: sitenav $(cat "$work/synopsis")" "$work/help" || return 1
	sed -n 's/.*{ "\(nav\.[a-z-]*\)", LEVEL_\([A-Z]*\).*/\1 \2/p' tools/lib/menus/nav_rules.c |
		tr A-Z a-z >"$work/rules"
	sed -n 's/^\.It Cm \(nav\.[a-z-]*\) Pq \([a-z]*\)/\1 \2/p' tools/sitenav.1 |
		diff -u "$work/rules" -
}

run_examples() (
	ln -s "$PWD/samples" "$work/samples"
	sed -n 's/^\.Dl //p' tools/sitenav.1 >"$work/examples"
	cd "$work" && [ "$(wc -l <examples)" -ge 4 ] || exit 1
	while read -r line; do
		sh -c "$line" >printed || exit 1
		[ -s printed ] || [ -s menu.csv ] || exit 1
	done <examples
)

for format in xml csv tree json; do
	is "menus as $format" prints menus.$format -f $format
	is "trees of pages as $format" prints pages.$format -p -f $format
done
is "xml is the default" prints menus.xml
for format in text csv xml json; do
	is "findings as $format" prints findings.$format -c -f $format
done
is "menus match nav.xsd" valid "$lines"
is "trees of pages match nav.xsd" valid -p "$lines"
is "menus of the sample match nav.xsd" valid samples/site
is "trees of its pages match nav.xsd" valid -p samples/site
is "findings match findings.xsd" valid_findings
is "pages in another order give the same menus" any_order
is "page lines and pages scraped here give the same" through_a_pipe
is "any number of jobs and any locale give the same" any_jobs
is "any order on the disk gives the same" any_disk
is "trees of pages are sitecsv's table nav" pages_are_sitecsv
is "JSON is JSON, with the members of the XML" json_is_json

is "every label of the sample's menu" sample_labels
is "each of its copies is a variant of it" sample_variants
is "its unpublished entry is found" sample_inaccessible

is "a menu may leave out the page it stands on" own_page_left_out
is "links that stay the same are a menu" steady_links
is "an item that stands twice has not moved" no_move
is "an index may lead to one place twice" index_entries
is "a place that is not there" absent_place
is "a label in another language" language_of_labels
is "names in no language" language_of_names
is "a menu in another language" language_of_a_menu

is "findings are status 1" exits 1 sitenav -q -c "$lines"
is "but not with --fail-on error" exits 0 sitenav -q -c --fail-on error "$lines"
grep 'path="fr' "$lines" >"$work/good"
is "a page without faults is status 0" exits 0 sitenav -q -c "$work/good"
is "trees are status 0" exits 0 sitenav -q "$lines"
is "nothing read is trouble" nothing_read
is "a full disk is trouble" full_disk
rule_left_out() {
	sitenav -q -c --except absent --except nav.dead "$lines" >"$work/out"
	sed '/nav.absent/d; /nav.dead/d' "$golden/findings.text" | cmp - "$work/out"
}
is "rules can be left out" rule_left_out

is "unknown format" refuses "xml, csv, tree or json, not 'text'" -f text
is "unknown format of findings" refuses "text, csv, xml or json, not 'tree'" -c -f tree
is "unknown rule" refuses "no rule 'colour'" -c --except colour
is "unknown level" refuses "not 'note'" -c --fail-on note
is "--except without --check" refuses "go with --check" --except dead
is "--pages with --check" refuses "does not go with --check" -p -c

{ page a; printf '<nav id="n1" kind="menu">'
  awk 'BEGIN { for (i = 0; i < 100000; i++) printf "<item label=\"%d\" href=\"%d\" target=\"t%d\" state=\"page\"/>", i, i, i }'
  echo '</nav></page>'
  page b; printf '<nav id="n1" kind="menu">'
  awk 'BEGIN { for (i = 99999; i >= 0; i--) printf "<item label=\"%d\" href=\"%d\" target=\"t%d\" state=\"page\"/>", i, i, i }'
  echo '</nav></page>'; } >"$work/hostile"
is "a hundred thousand items, forth and back" hostile "-f csv" -p
{ for path in a b; do page $path; printf '<nav id="n1" kind="menu">'
  repeat 50000 '<item label="x" href="y" target="y" state="page"/>'; echo '</nav></page>'; done
} >"$work/hostile"
is "the same item fifty thousand times" hostile
{ for path in a b; do page $path
  awk 'BEGIN { for (i = 1; i <= 20000; i++) printf "<nav id=\"n%d\" kind=\"menu\"><item label=\"x\" href=\"y\"/></nav>", i }'
  echo '</page>'; done; } >"$work/hostile"
is "the same tree twenty thousand times on a page" hostile
{ for path in a b c; do page $path; printf '<nav id="n1" kind="menu">'
  repeat 200 "<item label=\"$path\" href=\"x\" target=\"x\" state=\"page\">"; repeat 200 '</item>'
  echo '</nav></page>'; done; } >"$work/hostile"
is "items two hundred deep" hostile
# Each page hangs its chain below the last item of the page before.
{ for n in 1 2 3 4 5 6; do page "p$n"; printf '<nav id="n1" kind="menu">'
  awk -v n=$n 'BEGIN { from = (n - 1) * 190; for (i = from; i < from + 200; i++) printf "<item label=\"%d\" href=\"%d\">", i, i
	for (i = 0; i < 200; i++) printf "</item>" }'; echo '</nav></page>'; done; } >"$work/hostile"
is "branches that lengthen each other" hostile
{ awk 'BEGIN { for (p = 0; p < 3000; p++) {
	printf "<page xmlns=\"urn:siteglean:page:1\" path=\"%d\" bytes=\"1\" words=\"0\" characters=\"0\"><nav id=\"n1\" kind=\"menu\">", p
	printf "<item label=\"Home\" href=\"/\" target=\"home\" state=\"page\"/>"
	for (i = 0; i < 20; i++) printf "<item label=\"%d\" href=\"%d\"/>", p * 20 + i, p * 20 + i
	print "</nav></page>" } }'; } >"$work/hostile"
is "three thousand pages with menus of their own" hostile
{ page 'a&#10;b' '<nav id="n1" kind="menu"><item label="two&#10;lines &lt;&amp;&quot;&#9;"><text>x</text></item></nav>'
  page c '<nav id="n1" kind="menu"/>'; page d; echo '</page>'; } >"$work/hostile"
is "white space and markup in labels, and pages without trees" hostile
is "a page without a URL is of the one host that the others have" \
    test "$(published a.example a.example)" = 'a.example [en] 3 pages'
is "it is of none where the others have two" test "$(published a.example b.example)" = "a.example [en] 1 page
b.example [en] 1 page
site [en] 1 page"

# Rules are built into programs, for as long as nobody changes them.
changed_rules() {
	cp -r schemas "$work/schemas"
	echo 'label.skip ^zap over' >>"$work/schemas/page.rules"
	echo '<!DOCTYPE html><a href="#m">Zap over</a><div id=m><p>Words of the page.</p></div>' >"$work/zap.html"
	! sitescrape -q "$work/zap.html" | grep 'kind="skip"' || return 1
	SITEGLEAN_SCHEMAS=$work/schemas sitescrape -q "$work/zap.html" | grep -q 'kind="skip"'
}
is "a rule that was added is heeded" changed_rules

is "the manual has the call, the options and the rules" manual_agrees
is "the manual's examples" run_examples
if command -v mandoc >/dev/null; then
	is "the manual is well written" mandoc -Tlint -Wwarning tools/sitenav.1
else
	skip "no mandoc"
fi

done_testing
