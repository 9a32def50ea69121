#!/bin/sh
# demo.sh - the first pipeline on the sample site: scrape, check, tables, findings.
#
# usage: demo.sh BIN_DIR (make demo calls it with build/bin)
set -eu
cd "$(dirname "$0")/.."
PATH=$(cd "$1" && pwd):$PATH
site=samples/site/www.asw.example.org
page=$site/en/toolkit/building-the-committee/tariffs-and-savings.html

# step TEXT COMMAND - say what comes, show the command, run it.
step() {
	printf '\n== %s\n$ %s\n' "$1" "$2"
	sh -c "$2"
}

step 'Every page of the saved site becomes a line of XML; does it match the schema?' \
	"sitescrape samples/site | sitelint"
step 'The navigation trees of a page: its first menu, as the editors built it' \
	"sitecsv -q -t nav --columns nav,depth,label $page |
    tr -d '\"\\r' | awk -F, '\$1 == \"n3\" { printf \"%*s%s\\n\", 2 * \$2, \"\", \$3 }' | head -n 16"
step 'Its breadcrumb' \
	"sitecsv -q -t nav --columns kind,position,label,target $page | grep -E '^.(kind|breadcrumb)'"
step 'The body: a heading, and one French sentence on an English page' \
	"sitescrape -q $page | sed 's/.*<main>//; s/<\\/main>.*//; s/<cut [^>]*>//g; s/<\\/[hp]1*>/&\\n/g'"
step 'A table of all pages' \
	"sitecsv -q -t pages --columns path,lang,words,title samples/site | head -n 6"
step 'A link that breaks by the case of one letter' \
	"sitecsv -q -t links --columns path,href,state,at $site/en/news.html --root $site | grep -i annual-rep"
step 'The same page as plain text, "select all" and "copy"' \
	"sitecsv -q -t nav --columns nav,kind,label samples/capture.txt | grep breadcrumb"
step 'A finding: someone edited a page line by hand' \
	"sitescrape -q $page | sed 's/kind=\"breadcrumb\"/kind=\"crumbs\"/' | sitelint" || [ $? = 1 ]
