#!/bin/sh
# exports.t - what the stylesheets of schemas/ make for other systems, each read back by what reads
# such files: the rules of sitemaps, an importer's view of WXR, YAML, and web servers.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"

for python in python3 /usr/bin/python3 ''; do
	[ -n "$python" ] && "$python" -c 'import html5lib, yaml' 2>/dev/null && break
done
if ! command -v xsltproc >/dev/null || [ -z "$python" ]; then
	skip "no xsltproc, html5lib or yaml (xsltproc, python3-html5lib, python3-yaml)"
	done_testing
	exit
fi

# style SHEET IN OUT PARAMETER... - transform; nothing is said.
style() {
	sheet=$1 in=$2 out=$3
	shift 3
	xsltproc "$@" "schemas/$sheet.xsl" "$in" >"$out" 2>"$work/said-xslt" &&
	    ! [ -s "$work/said-xslt" ]
}

# exports SUBJECT - all exports of the pages and menus of that name in $work.
exports() {
	pages=$work/$1.pages.xml menus=$work/$1.menus.xml base=$work/$1
	is "sitemap of $1" style sitemap "$pages" "$base.sitemap"
	is "by the rules of sitemaps" "$python" tests/oracle/exports.py sitemap "$pages" "$base.sitemap"
	is "WXR of $1" style wordpress "$pages" "$base.wxr" --stringparam menus "$menus"
	is "pages, bodies, parents and menus" \
	    "$python" tests/oracle/exports.py wordpress "$pages" "$menus" "$base.wxr"
	if "$python" -c 'import wpparser' 2>/dev/null; then
		is "read by wpparser" "$python" -c 'import sys, wpparser
assert len(wpparser.parse(sys.argv[1])["posts"]) > 10' "$base.wxr"
	else
		skip "no wpparser here"
	fi
	is "pages for Drupal, of $1" style drupal-pages "$pages" "$base.drupal"
	is "menus for Drupal, of $1" style drupal-menus "$menus" "$base.links"
	is "what the migrations want" "$python" tests/oracle/exports.py drupal "$pages" "$menus" \
	    "$base.drupal" "$base.links" schemas
}

# has FILE COUNT TEXT - so many lines have the text.
has() {
	[ "$(grep -c -F -e "$3" "$1")" -eq "$2" ]
}

sitescrape -q -d -R samples/site samples/site >"$work/sample.pages.xml"
sitenav -q -R samples/site samples/site >"$work/sample.menus.xml"
exports sample
is "pages are below others" sh -c "[ \$(grep -c 'post_parent>[1-9]' '$work/sample.wxr') -ge 14 ]"
is "in both languages" has "$work/sample.sitemap" 2 'hreflang="fr" href="https://www.asw.example.org/fr/"'
is "WXR without menus" style wordpress "$work/sample.pages.xml" "$work/bare.wxr"
is "has none" has "$work/bare.wxr" 0 nav_menu
is "one menu for Drupal" style drupal-menus "$work/sample.menus.xml" "$work/one" \
    --stringparam menu main
is "holds all" has "$work/one" "$(grep -c '<item' "$work/sample.menus.xml")" '<menu>main</menu>'

# Dates, addresses and marks of all kinds.
mkdir -p "$work/odd/www.example.org/a/b" "$work/odd/www.example.org/gone"
odd() {
	name=$1 head=$2 body=$3
	printf '<!DOCTYPE html><html lang=pt-BR><title>%s</title>%s<main><h1>%s</h1>%s</main>' \
	    "$name" "$head" "$name" "$body" >"$work/odd/www.example.org/$name"
}
article='<meta property="article:published_time" content='
odd a.html "$article'2024-11-26T09:08-05:00'>" '<p>1 < 2 &amp; 3 > 2 <a href="a/b.html#x&quot;">b</a></p>'
odd a/b.html "$article'2025-01-03T22:00:01.5Z'>" '<p>]]> <svg><path d="M0 0"/></svg><br>x</p>'
odd a/b/c.html "$article'2025-01-03'>" '<pre>a &lt;&lt;&lt; b
  c</pre>'
odd secret.html '<meta name=robots content="NoIndex, follow">' '<p>Not for robots.</p>'
odd gone/secret2.html '<meta name=Robots content="noarchive, None">' '<p>Not for robots.</p>'
odd gone/secret3.html '<meta http-equiv=refresh content="0; url=../a.html">' ''
odd again.html '<meta http-equiv=refresh content="300">' '<p>What changes.</p>'
odd copy.html '<link rel=canonical href="https://www.example.org/a.html">' '<p>A copy.</p>'
sitescrape -q -d -R "$work/odd" "$work/odd" >"$work/odd.pages.xml"
sitenav -q -R samples/site samples/site >"$work/odd.menus.xml"
exports odd
is "no page that is not to be indexed, or left at once" has "$work/odd.sitemap" 0 secret
is "but one that is loaded again" has "$work/odd.sitemap" 1 again
is "no copy" has "$work/odd.sitemap" 0 copy
is "a time with minutes" has "$work/odd.wxr" 1 '<wp:post_date>2024-11-26 09:08:00<'
is "one of Greenwich" has "$work/odd.wxr" 1 '<wp:post_date_gmt>2025-01-03 22:00:01<'
is "and a day" has "$work/odd.wxr" 1 '<wp:post_date>2025-01-03 00:00:00<'
is "links lead to addresses" has "$work/odd.wxr" 1 '<a href="https://www.example.org/a/b.html#x&quot;">'
is "a page below the one of its name" has "$work/odd.drupal" 1 '<parent>www.example.org/a/b.html</parent>'

# Redirects.
cat >"$work/redirects.csv" <<'R'
path,to
/old/page.html,/en/
/index.php?id=5,/en/annual-reports.html
/index.php?id=6&lang=fr,/fr/
/index.php,/fr/
"/a b/Ünï.html",/en/toolkit.html
/a%20c.html,/en/toolkit.html
/Case.html,/en/
/case.html,/fr/
/100%25.html,/fr/
"https://www.asw.example.org/x$y""(z)+",https://other.example/$1/p?q=1#f
/with:colon*star,/en/
/one,/two
/two,/three
/three,/en/news.html
/default,/en/
R
sitecsv -q -r -t redirects "$work/redirects.csv" >"$work/redirects.xml" 2>"$work/err"
is "redirects have 15 rows" has "$work/redirects.xml" 15 '<redirect '
is "which are valid" sitelint -q -s schemas/redirects.xsd "$work/redirects.xml"
is "chains are remarked on" has "$work/err" 2 '[csv.chain]'
is "and lead to their ends" has "$work/redirects.xml" 3 'to="/en/news.html"'
for form in nginx apache file; do
	is "redirects for $form" style redirects-$form "$work/redirects.xml" "$work/redirects.$form"
done
chmod 755 "$work"

# server KIND ARGUMENT... - a test by a server, or a skip where it is not there.
server() {
	mkdir -p "$work/server.$tests" && chmod 755 "$work/server.$tests"
	kind=$1
	shift
	python3 tests/oracle/redirects.py $kind "$work/redirects.xml" "$@" "$work/server.$tests" \
	    >"$work/answers" 2>&1
	case $? in
	0) is "every redirect by $kind ${2:-}" true ;;
	77) skip "$(cat "$work/answers")" ;;
	*) is "every redirect by $kind ${2:-}" sh -c "cat '$work/answers'; false" ;;
	esac
}
server nginx "$work/redirects.nginx"
server apache "$work/redirects.apache" txt
server apache "$work/redirects.apache" dbm
is "every redirect in the file" \
    python3 tests/oracle/redirects.py file "$work/redirects.xml" "$work/redirects.file"

# finds STATUS LINE: LEVEL RULE CSV-TEXT OPTION... - one finding, on that line.
finds() {
	status=$1 want="^-:$2: $3: .* \\[csv\\.$4\\]\$"
	printf "path,to\n$5" >"$work/in.csv"
	shift 5
	sitecsv -q -r -c -t redirects "$@" <"$work/in.csv" >"$work/found"
	[ $? -eq "$status" ] && [ "$(wc -l <"$work/found")" -eq 1 ] && grep -e "$want" "$work/found"
}
site="-R samples/site -i samples/site"
is "a duplicate" finds 1 3 error duplicate '/a,/b\n/%%61,/c\n'
is "a redirect to itself" finds 1 2 error loop '/a?x,/a?x\n'
is "a chain" finds 1 2 warning chain '/a,/b\n/b,/c\n'
is "across the host's name" finds 1 2 warning chain 'https://h.example/a,https://h.example/b\n/b,/c\n'
is "no chain over another host" sh -c "printf 'path,to\n/a,https://o.example/b\n/b,/c\n' |
    sitecsv -q -r -c -t redirects"
is "no page" finds 1 3 error target '/a,/en/\n/b,/en/nothing.html\n/c,/x.pdf\n' $site
is "no page by its full address" finds 1 2 error target '/b,https://www.asw.example.org/zz\n' $site
is "elsewhere is not looked for" sh -c "printf 'path,to\n/a,https://o.example/b\n' |
    sitecsv -q -r -c -t redirects $site"
is "no path" finds 1 2 error value 'a,/b\n'
is "a fragment" finds 1 2 error value '/a#b,/b\n'
is "no address" finds 1 2 error value '/a,mailto:x\n'
is "three values" finds 1 2 error row '/a,/b,301\n'
loops() {
	printf 'path,to\n/a,/b\n/b,/a\n/c,/a\n/d,/e\n' | sitecsv -q -r -t redirects >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && has "$work/err" 3 '[csv.loop]' && has "$work/out" 1 '<redirect '
}
is "loops are left out" loops
long_chain() {
	{ echo path,to; seq 200000 | awk '{ print "/" $1 ",/" $1 + 1 }'; } >"$work/long.csv"
	sitecsv -q -r -t redirects "$work/long.csv" 2>/dev/null >"$work/out" &&
	    has "$work/out" 200000 'to="/200001"'
}
is "a chain of 200,000" long_chain
done_testing
