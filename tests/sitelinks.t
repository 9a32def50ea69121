#!/bin/sh
# sitelinks.t - what sitelinks finds in saves of one site by many programs, that nothing passes
# falsely, that no input hurts it and none leads it out of the save, and the manual's examples.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
links=$PWD/tests/links
top=$PWD

# The same site in every form; see tests/links/matrix.
python3 -B "$links/forms.py" "$work" || exit 2
lacking=$("$links/save.sh" "$work") || exit 2
for saver in plain wget-plain wget-offline wget-flat wget-windows wget-errors httrack \
	singlefile browser wayback; do
	if [ -d "$work/$saver" ]; then
		is "all defects are found as $saver saves them" \
			python3 -B "$links/matrix.py" "$work" $saver
	else
		skip "$lacking"
	fi
done

# put FILE TEXT - write a file, and the folders above it.
put() {
	mkdir -p "$(dirname "$1")"
	printf '%s\n' "$2" >"$1"
}

# finds EXPECTED STATUS ARGUMENT... - in the scratch folder, the findings are these lines.
finds() {
	printf '%s' "${1:+$1
}" >"$work/expected"
	want=$2
	shift 2
	(cd "$work" && timeout 20 sitelinks "$@" >out 2>err)
	got=$?
	cat "$work/err"
	diff -u "$work/expected" "$work/out" && { [ $got -eq "$want" ] || { echo "status $got"; false; }; }
}

# says TEXT STATUS ARGUMENT... - standard error has the text.
says() {
	text=$1 want=$2
	shift 2
	(cd "$work" && timeout 20 sitelinks "$@" >out 2>err)
	got=$?
	cat "$work/err"
	[ $got -eq "$want" ] && grep -qF -e "$text" "$work/err"
}

# Two pages that lead to each other, and what else is in the body of the first.
pair() {
	put "$work/$1/index.html" "<!DOCTYPE html><title>A</title><a href=b.html>b</a>
$2"
	put "$work/$1/b.html" '<!DOCTYPE html><title>B</title><h2 id=x>X</h2><a href=index.html>a</a>'
}

pair good ''
is 'a whole site is status 0' finds '' 0 -q good
is 'what was checked is said' says '2 references, 2 checked' 0 good
pair lost '<a href=c.html>c</a>'
is 'a missing page' finds \
	"lost/index.html:2:9: error: 'lost/c.html' is not there [link.missing]" 1 -q lost
pair beside ''
put "$work/beside/d/e/x.html" '<!DOCTYPE html><title>X</title><a href=../../index.html>i</a>
<a href=./n1.html>1</a><a href=../n2.html>2</a><a href=.././../n3.html#a>3</a><a href=n%34.html>4</a>
<a href=../n5/>5</a><a href=../../../n6.html#b>6</a><a href=.n7.html>7</a><a href=..>8</a>'
is 'missing pages by other ways' finds \
	"beside/d/e/x.html:2:9: error: 'beside/d/e/n1.html' is not there [link.missing]
beside/d/e/x.html:2:32: error: 'beside/d/n2.html' is not there [link.missing]
beside/d/e/x.html:2:56: error: 'beside/n3.html#a' is not there [link.missing]
beside/d/e/x.html:2:87: error: 'beside/d/e/n4.html' is not there [link.missing]
beside/d/e/x.html:3:9: error: 'beside/d/n5/' is not there [link.missing]
beside/d/e/x.html:3:29: error: leads above the root of the site: 'n6.html#b' [link.escape]
beside/d/e/x.html:3:61: error: 'beside/d/e/.n7.html' is not there [link.missing]
beside/d/e/x.html:3:83: error: 'beside/d/' is not there [link.missing]" 1 -q -x page.orphan beside
pair decoded '<a href="d%20e.html">1</a><a href="d%2520e.html">2</a><a href="f%20g.html">3</a><a href="f%2520g.html">4</a>
<a href="%2e%2E/%2e./b.html">5</a><a href="./">6</a><a href="none/">7</a><a href="..">8</a>'
for page in 'd e' 'f%20g'; do
	put "$work/decoded/$page.html" '<!DOCTYPE html><title>D</title><a href=index.html>i</a>'
done
is 'a name is decoded once, and dots too' finds "decoded/index.html:2:36: error: 'd%20e.html' is not there [link.missing]
decoded/index.html:3:10: error: leads above the root of the site: '%2e%2E/%2e./b.html' [link.escape]
decoded/index.html:3:62: error: 'none/' is not there [link.missing]
decoded/index.html:3:83: error: leads above the root of the site: '..' [link.escape]" 1 -q -R decoded decoded
mkdir -p "$work/topless" && put "$work/topless/b.html" '<!DOCTYPE html><title>B</title><a href=./#x>1</a><a href=b.html>2</a>'
is 'the top of a save by name' finds "topless/b.html:1:40: error: './#x' is not there [link.missing]" 1 -q -x page.orphan -R topless topless
is 'not with its rule left out' finds '' 0 -q --except link.missing lost
is 'nor with its level down' finds \
	"lost/index.html:2:9: note: 'lost/c.html' is not there [link.missing]" 0 -q -l link.missing=note lost
is 'nor ignored' finds '' 0 -q -i '/c\.html$' lost
put "$work/config" 'ignore /c\.html$
quiet'
is 'nor ignored by a file of options' finds '' 0 -c config lost
put "$work/config" 'colour red'
is 'a file of options with another word' says "config:1: no option 'colour'" 2 -c config lost

# Fragments.
pair fragments '<a href="b.html#x">1</a><a href="b.html#:~:text=X">2</a><a href="b.html#top">3</a><a href="b.html#X">4</a><a href="#y">5</a><a id="caf&eacute;" href="#caf%C3%A9">6</a>'
is 'fragments' finds "fragments/index.html:2:92: warning: nothing in the page has this name: 'fragments/b.html#X' [link.fragment]
fragments/index.html:2:116: warning: nothing in the page has this name: 'fragments/index.html#y' [link.fragment]" 1 -q fragments

pair near '<a href="b.html#xylohpone">1</a><a href="xylophon.html">2</a>'
sed -i 's/id=x/id=xylophone/' "$work/near/b.html"
put "$work/near/xylophone.html" '<!DOCTYPE html><a href=index.html>a</a><a href=b.html>b</a>'
sed -i 's/<a href=b.html>b/<a href=xylophone.html>x<\/a>&/' "$work/near/index.html"
is 'what may be meant' finds "near/index.html:2:10: warning: nothing in the page has this name: 'near/b.html#xylohpone'; there is 'xylophone' [link.fragment]
near/index.html:2:42: error: 'near/xylophon.html' is not there; there is 'near/xylophone.html' [link.missing]" 1 -q near

# References of all kinds.
pair kinds '<base href="./"><style>@import "m1.css"; p { background: url( "m2.png" ) } /* url(no.png) */ @namespace url(urn:no);</style>
<img src=m3.png srcset="m4.png 1x, m5.png 2x" alt="" longdesc=m6.html><svg><use href="m7.svg#i"/><image xlink:href=m8.png /></svg>
<video poster=m9.png></video><a href=b.html ping="m10 m11">b</a><form action=m12><button formaction=m13></button></form>
<p style="background: url(m14\2epng)"><math><mi href=m15.html>x</mi></math><blockquote cite=m16.html></blockquote>
<object data=m17.swf usemap="#nomap"></object><link rel=preload imagesrcset="m18.png 2x"><meta property=og:image content=m19.png>
<iframe src=m20.html></iframe><table background=m21.png></table><script src=m22.js></script>'
kinds() {
	(cd "$work" && sitelinks -q kinds) >"$work/out"
	for i in $(seq 22) nomap; do
		grep -q "[/#]m\?$i\(\.[a-z]*\)\?\(#i\)\?'" "$work/out" || echo "m$i"
	done | grep . && cat "$work/out" && return 1
	[ "$(grep -c . "$work/out")" -eq 23 ] || { cat "$work/out"; false; }
}
is 'references of all kinds' kinds

pair empty '<img alt="" src=""><script src=""></script><object data="" usemap=""></object><a href="">a</a>
<img alt="" src="">'
is 'empty addresses, once a page for each attribute' finds "empty/index.html:2:18: warning: empty address in 'src' [link.empty]
empty/index.html:2:58: warning: empty address in 'data' [link.empty]
empty/index.html:2:68: warning: empty address in 'usemap' [link.empty]
empty/index.html:2:88: warning: empty address in 'href' [link.empty]" 1 -q empty
empty_lines() {
	(cd "$work" && sitescrape -q empty | sitelinks -q) | grep -c link.empty | grep -qx 4
}
is 'from page lines too' empty_lines

# Pages that say there is no such page, and those that only seem to.
soft() {
	put "$work/soft/index.html" '<!DOCTYPE html><title>A</title><a href=a.html>a</a><a href=b.html>b</a><a href=c.html>c</a><a href=d.html>d</a>'
	put "$work/soft/a.html" '<!DOCTYPE html><title>404 | Example</title><a href=index.html>a</a>'
	put "$work/soft/b.html" '<!DOCTYPE html><title>Error 404 - Example</title><meta name=description content=x><a href=index.html>a</a>'
	put "$work/soft/c.html" '<!DOCTYPE html><title>404</title><link rel=canonical href=c.html><a href=index.html>a</a>'
	put "$work/soft/d.html" '<!DOCTYPE html><title>The Peugeot 404</title><a href=index.html>a</a>'
}
soft
# The rules of titles are built into sitelinks, for as long as nobody changes them.
changed_rules() {
	cp -r schemas "$work/schemas"
	echo 'gone fishing' >>"$work/schemas/missing.rules"
	put "$work/fishing/index.html" '<title>A</title><a href=b.html>b</a>'
	put "$work/fishing/b.html" '<title>Gone fishing</title><a href=index.html>a</a>'
	finds '' 0 -q fishing || return 1
	SITEGLEAN_SCHEMAS=$work/schemas
	finds "fishing/index.html:1:25: error: 'fishing/b.html' was saved as a page that says there is none [link.error-page]" 1 -q fishing
	got=$?
	SITEGLEAN_SCHEMAS=$PWD/schemas
	return $got
}
is 'a title that was added to the rules is heeded' changed_rules
is 'pages that say there is none' finds "soft/index.html:1:40: error: 'soft/a.html' was saved as a page that says there is none [link.error-page]
soft/index.html:1:60: error: 'soft/b.html' was saved as a page that says there is none [link.error-page]" 1 -q soft

titled() {
	n=0
	rm -rf "$work/titled"
	while read -r title; do
		n=$((n + 1))
		put "$work/titled/$n.html" "<!DOCTYPE html><title>$title</title><a href=index.html>i</a>"
	done <<-TITLES
		Shop – HTTP 404
		Sorry, the requested document was NOT FOUND.
		Page has been removed
		Page non trouvée - Boutique
		Diese Seite wurde nicht gefunden
		PÁGINA NÃO ENCONTRADA
		Pagina niet gevonden | Winkel
		Siden findes ikke
		Sivua ei löytynyt
		STRONA NIE ISTNIEJE
		СТРАНИЦА НЕ НАЙДЕНА
		ページが見つかりませんでした
		페이지를 찾을 수 없습니다
	TITLES
	put "$work/titled/index.html" "$(seq $n | sed 's|.*|<a href=&.html>&</a>|')"
	(cd "$work" && sitelinks -q titled >out)
	[ "$(grep -c 'link.error-page' "$work/out")" -eq $n ] || { cat "$work/out"; false; }
}
is 'in any language' titled

# What servers call such pages, and titles of others that begin alike.
cat >"$work/titles" <<'END'
404 Not Found
404 - File or directory not found.
HTTP Status 404 - /harbour/x.html
Error response
Error 404--Not Found
Error 404 (Not Found)!!1
Page not found at /harbour/x
The resource cannot be found.
404 Error Page
Whoops, page not found
Error response of the pilot - Harbour
Error responses
The resource cannot be found twice
END
servers_titles() {
	i=0
	while IFS= read -r title; do
		i=$((i + 1))
		put "$work/served/$i.html" "<!DOCTYPE html><title>$title</title><h1>$title</h1>"
		put "$work/served/a$i.html" "<!DOCTYPE html><title>A</title><a href=$i.html>b</a>"
	done <"$work/titles"
	found=$(cd "$work" && sitelinks -q served |
		sed -n "s/.*\/\([0-9]*\)\.html' was saved as .*/\1/p" | sort -n | tr '\n' ' ')
	[ "$found" = '1 2 3 4 5 6 7 8 9 10 ' ] || { echo "$found"; false; }
}
is 'what servers call them' servers_titles

# A link to an archive is no link to what it keeps, but in a page that comes from there.
pair archive '<a href="https://web.archive.org/web/20200101000000/http://h.example/">1</a>'
archive() {
	(cd "$work" && sitelinks -q --externals archive) | grep -q ',"https://web.archive.org/web/'
}
is 'a link to an archive' archive
put "$work/replay/x.html" '<!DOCTYPE html><title>X</title><script>__wm.wombat("http://h.example/x","20200101000000")</script>
<a href="/web/20200101000000/http://h.example/y">1</a><img alt="" src="/web/20200101000000im_/http://h.example/i.png"><a href="gone.html">2</a>'
is 'an archive writes its addresses without its host' finds "replay/x.html:2:10: note: 'http://h.example/y' was not saved [link.uncaptured]
replay/x.html:2:72: note: 'http://h.example/i.png' was not saved [link.uncaptured]
replay/x.html:2:128: error: 'http://h.example/gone.html' is not there [link.missing]" 1 -q replay

# Style sheets are read where they are used, and imports followed.
pair sheets '<link rel=stylesheet href=s/one.css>'
put "$work/sheets/s/one.css" '@import url(two.css);'
put "$work/sheets/s/two.css" 'a { b: url(../gone.png) }'
put "$work/sheets/s/unused.css" 'a { b: url(never.png) }'
is 'style sheets' finds \
	"sheets/s/two.css:1:12: error: 'sheets/gone.png' is not there [link.missing]" 1 -q sheets
lines_say_sheets() {
	(cd "$work" && sitescrape -q sheets | sitelinks) 2>"$work/err"
	cat "$work/err"
	grep -q '0 style sheets, 1 not read' "$work/err"
}
is 'page lines say that sheets were not read' lines_say_sheets

# A fault of a template is one finding; of which a baseline knows each page.
for i in 1 2 3 4 5; do
	put "$work/template/p$i.html" '<!DOCTYPE html><title>P</title><a href=gone.html>g</a><a href=p1.html>1</a><a href=p2.html>2</a><a href=p3.html>3</a><a href=p4.html>4</a><a href=p5.html>5</a>'
done
put "$work/template/index.html" '<!DOCTYPE html><title>Home</title><a href=p1.html>1</a>'
is 'one finding for many pages' finds "template/p1.html:1:40: error: 'template/gone.html' is not there (on 5 pages, also template/p2.html:1:40 and template/p3.html:1:40) [link.missing]" 1 -q template
all_places() {
	(cd "$work" && sitelinks -q --all template) | grep -c link.missing | grep -qx 5
}
is 'or one for each' all_places
is 'no baseline, nothing to shrink' says 'No such file' 2 -b known -u template
is 'a baseline is made' finds '' 0 -q -b known -g template
is 'what it knows is not said' finds '' 0 -q -b known template
put "$work/template/p6.html" '<!DOCTYPE html><title>P</title><a href=gone.html>g</a><a href=p1.html>1</a>'
sed -i 's/<a href=p5.html>5/&<\/a><a href=p6.html>6/' "$work/template/p1.html"
is 'the same fault on a new page is' finds "template/p6.html:1:40: error: 'template/gone.html' is not there [link.missing]" 1 -q -b known template
baseline_only_shrinks() {
	cp "$work/known" "$work/before"
	put "$work/template/p5.html" '<!DOCTYPE html><title>P</title><a href=p1.html>1</a>'
	finds "template/p6.html:1:40: error: 'template/gone.html' is not there [link.missing]
known:6:1: note: no longer occurs: 'link.missing	template/p5.html	template/gone.html' [baseline.gone]" \
		1 -q -b known -u template
	sed 6d "$work/before" | diff - "$work/known"
}
is 'an update takes out what is gone and takes in nothing' baseline_only_shrinks

# Of what was not looked at, nothing is gone.
not_gone() {
	cp "$work/known" "$work/before"
	says 'nothing read' 2 -q -b known -u nowhere && cmp "$work/before" "$work/known" && [ ! -s "$work/out" ] &&
		finds '' 0 -q -b known -I p1 template &&
		says 'does not go with options that choose' 2 -q -b known -u -I p1 template &&
		finds '' 0 -q -b known -g -I 'p1|p6' template &&
		[ "$(comm -13 "$work/before" "$work/known" | cut -f 2)" = template/p6.html ] &&
		[ -z "$(comm -23 "$work/before" "$work/known")" ] && cp "$work/before" "$work/known"
}
is 'a run that fails, or of some pages, takes nothing out' not_gone
edited_elsewhere() {
	(printf '\357\273\277' && sed 's/$/\r/' "$work/known") >"$work/windows"
	finds "template/p6.html:1:40: error: 'template/gone.html' is not there [link.missing]" 1 -q -b windows template
}
is 'a byte order mark and line ends of Windows in a baseline' edited_elsewhere
links_stay() {
	ln -s known "$work/link" && ln -s /dev/null "$work/none" &&
		finds "template/p6.html:1:40: error: 'template/gone.html' is not there [link.missing]" 1 -q -u -b link template &&
		finds '' 0 -q -g -b none template &&
		[ -L "$work/link" ] && [ -L "$work/none" ] && [ -c /dev/null ] && [ ! -e "$work/known.new" ]
}
is 'a baseline is written where its name leads' links_stay

# A page that calls itself a copy of another need not be linked.
pair copied ''
put "$work/copied/index.html?p=7.html" '<!DOCTYPE html><title>7</title><link rel=shortlink href=b.html><link rel=canonical href=b.html><a href=index.html>i</a>'
put "$work/copied/c.html" '<!DOCTYPE html><title>8</title><link rel=canonical href=c.html><a href=index.html>i</a>'
is 'a copy that nothing leads to is no orphan' finds "copied/c.html: warning: no other page leads to 'copied/c.html' [page.orphan]" 1 -q copied

# So is a folder of a mirror that was left out of it, and a parameter of queries.
for i in 1 2 3; do
	put "$work/left-out/www.example.org/p$i/index.html" "<!DOCTYPE html><title>P</title>
<a href=https://www.example.org/api/v2/p$i>d</a> <a href=https://www.example.org/p1/?page=2&reply=$i#r>a</a>
<a href=https://www.example.org/p$i/?page=7>b</a> <a href=https://www.example.org/p1/x$i>c</a>
<a href=https://cdn.www.example.org/p1/x$i>c</a>
<a href=../p1/index.html>1</a> <a href=../p2/index.html>2</a> <a href=../p3/index.html>3</a>"
done
put "$work/left-out/www.example.org/p1/index.html?page=2.html" '<!DOCTYPE html><title>P</title><a href=index.html>1</a>'
is 'one finding for a folder, and for a query, of which nothing was saved' finds "left-out/www.example.org/p1/index.html:2:9: note: 'https://www.example.org/api/v2/p1' was not saved, nor were 2 more below 'https://www.example.org/api/' (also left-out/www.example.org/p2/index.html:2:9 and left-out/www.example.org/p3/index.html:2:9) [link.uncaptured]
left-out/www.example.org/p1/index.html:2:57: note: 'https://www.example.org/p1/?page=2&reply=1#r' was not saved, nor were 2 more with 'reply=' (also left-out/www.example.org/p2/index.html:2:57 and left-out/www.example.org/p3/index.html:2:57) [link.uncaptured]
left-out/www.example.org/p1/index.html:3:9: note: 'https://www.example.org/p1/?page=7' was not saved [link.uncaptured]
left-out/www.example.org/p1/index.html:3:58: note: 'https://www.example.org/p1/x1' was not saved [link.uncaptured]
left-out/www.example.org/p2/index.html:3:9: note: 'https://www.example.org/p2/?page=7' was not saved [link.uncaptured]
left-out/www.example.org/p2/index.html:3:58: note: 'https://www.example.org/p1/x2' was not saved [link.uncaptured]
left-out/www.example.org/p3/index.html:3:9: note: 'https://www.example.org/p3/?page=7' was not saved [link.uncaptured]
left-out/www.example.org/p3/index.html:3:58: note: 'https://www.example.org/p1/x3' was not saved [link.uncaptured]" 0 -q -x page.orphan left-out

# What is wrong with a host, whatever the address, is one finding too.
for i in 1 2 3 4; do
	put "$work/hosts/p$i.html" "<!DOCTYPE html><title>P</title><a href=index.html>i</a>
<a href=http://localhost:3000/draft$i>d</a><a href=http://localhost:3000/all>a</a>
<a href=http://a.example/$i>a</a><a href=https://a.example/>a</a><a href=http://b.example/>b</a>"
done
put "$work/hosts/index.html" '<!DOCTYPE html><title>Home</title><a href=p1.html>1</a><a href=p2.html>2</a><a href=p3.html>3</a><a href=p4.html>4</a>'
is 'one finding for a host' finds "hosts/p1.html:2:9: error: no visitor can reach 'http://localhost:3000/draft1' and 4 more addresses of this host (also hosts/p2.html:2:9 and hosts/p3.html:2:9) [link.staging]
hosts/p1.html:3:9: note: http, though this host is linked by https elsewhere: 'http://a.example/1' and 3 more addresses of this host (also hosts/p2.html:3:9 and hosts/p3.html:3:9) [link.insecure]" 1 -q hosts
is 'which leaves out what is ignored' finds "hosts/p1.html:2:51: error: no visitor can reach 'http://localhost:3000/all' (on 4 pages, also hosts/p2.html:2:51 and hosts/p3.html:2:51) [link.staging]" 1 -q -i draft -x link.insecure hosts
all_of_host() {
	(cd "$work" && sitelinks -q --all hosts) | grep -c link.staging | grep -qx 8
}
is 'or one for each of its addresses and places' all_of_host
is 'a baseline knows the addresses of a host' finds '' 0 -q -b hosts.known -g hosts
sed -i /draft3/d "$work/hosts.known"
is 'and one that is new is reported' finds "hosts/p3.html:2:9: error: no visitor can reach 'http://localhost:3000/draft3' [link.staging]" 1 -q -b hosts.known hosts

pair files '<a href=file:///a/x.html>x</a><a href=file:///a/y.html>y</a><a href=file:///a/z.html>z</a>'
pair drives '<a href="C:\Docs\x.html">1</a><a href="d:/y.html">2</a><a href="\\files\x">3</a><a href="https://printer.local/">4</a><a href="https://intranet/">5</a>'
is 'drives, and hosts that only one network has' finds "drives/index.html:2:10: error: no visitor can reach 'C:\Docs\x.html' and 1 more file [link.staging]
drives/index.html:2:65: error: no visitor can reach 'https://files/x' [link.staging]
drives/index.html:2:90: error: no visitor can reach 'https://printer.local/' [link.staging]
drives/index.html:2:128: error: no visitor can reach 'https://intranet/' [link.staging]" 1 -q -B https://www.example.org/ drives
is 'files of a disk are one finding too' finds "files/index.html:2:9: error: no visitor can reach 'file:///a/x.html' and 2 more files [link.staging]" 1 -q files

# Page lines say the same as the save they were made of.
lines_agree() {
	for save in plain httrack singlefile; do
		[ -d "$work/$save" ] || continue
		(cd "$work" && sitelinks -q -f csv --except link.missing --except link.uncaptured \
			--except link.case $save | cut -d, -f1-3 | grep -v '\.css"' | sort >direct
		sitescrape -q $save | sitelinks -q -f csv --except link.missing \
			--except link.uncaptured --except link.case - | cut -d, -f1-3 | sort >piped
		diff direct piped) || return 1
	done
}
is 'page lines lead to the same findings' lines_agree
any_jobs() {
	(cd "$work" && sitelinks -q -j 1 plain >one; sitelinks -q -j 7 plain >seven; cmp one seven)
}
is 'any number of jobs says the same' any_jobs

# The bodies of pages alone.
put "$work/bodies/a.html" '<!DOCTYPE html><title>A long page</title><nav><ul><li><a href=n1.html>One</a><li><a href=n2.html>Two</a><li><a href=b.html>B</a></ul></nav><main><h1>A long page</h1><p>Words enough that this is the body of the page, and <a href=gone.html>a link</a> in it, and <a href=b.html>one more</a>.</p></main><footer><a href=legal.html>Legal</a></footer>'
put "$work/bodies/b.html" '<!DOCTYPE html><title>B</title><a href=a.html>a</a>'
is 'the body alone' finds "bodies/a.html:1:229: error: 'bodies/gone.html' is not there [link.missing]" 1 -q --only main bodies

# Redirects, spellings, addresses.
pair queries '<img alt="" src="p.png?v=2"><a href="b.html?page=2">2</a><a href="b.html?page=1">1</a>'
put "$work/queries/p.png" 'x'
put "$work/queries/b.html?page=1" '<!DOCTYPE html><a href=index.html>a</a>'
is 'a picture answers to any query, a page only where queries are not kept' finds \
	"queries/index.html:2:38: error: 'queries/b.html?page=2' is not there [link.missing]" 1 -q queries
pair redirected '<a href=/old/x>x</a><a href=/lost>l</a>'
put "$work/redirected/_redirects" '/old/* /b.html 301'
is 'redirects of the server' finds "redirected/index.html:2:9: note: '/old/x' is redirected to '/b.html' by the site's redirects [link.redirect]
redirected/index.html:2:29: error: '/lost' is not there [link.missing]" 1 -q redirected
pair followed '<a href=/a>1</a><a href=/b/1>2</a><a href="/c?x=1">3</a><a href=/d>4</a><a href=/e>5</a><a href=/f>6</a><a href="/f?id=1">7</a><a href=/g>8</a><a href=/h>9</a>'
put "$work/followed/_redirects" '/a /b/2
/b/* /a
/c /b#x 301
/d /c
/e /gone
/f id=:id /index.html 301
/g https://other.example/
/h /b 410
/h /b'
is 'and where they end' finds "followed/index.html:2:9: error: '/a' is redirected in a circle by the site's redirects [link.redirect]
followed/index.html:2:25: error: '/b/1' is redirected in a circle by the site's redirects [link.redirect]
followed/index.html:2:44: note: '/c?x=1' is redirected to '/b#x' by the site's redirects [link.redirect]
followed/index.html:2:65: warning: '/d' is redirected to '/b#x' in 2 steps by the site's redirects [link.redirect]
followed/index.html:2:81: error: '/e' is redirected to '/gone', which is not there [link.missing]
followed/index.html:2:97: error: '/f' is not there [link.missing]
followed/index.html:2:114: note: '/f?id=1' is redirected to '/index.html' by the site's redirects [link.redirect]
followed/index.html:2:136: note: '/g' is redirected to 'https://other.example/' by the site's redirects [link.redirect]
followed/index.html:2:152: error: '/h' is not there [link.missing]" 1 -q followed
pair circle '<a href=l1.html>l</a>'
put "$work/circle/l1.html" '<!DOCTYPE html><meta http-equiv=refresh content="0;url=l2.html">'
put "$work/circle/l2.html" '<!DOCTYPE html><meta http-equiv=refresh content="0;url=l1.html">'
circle() {
	(cd "$work" && sitelinks -q circle) | grep -q "error: 'circle/l1.html' is redirected in a circle"
}
is 'redirects in a circle' circle
pair spelt '<a href="caf%C3%A9.html">1</a><a href="%63.html">2</a><a href="d%20d.html">3</a>'
cafe=$(printf 'caf\145\314\201.html')
put "$work/spelt/$cafe" '<!DOCTYPE html><a href=b.html>b</a>'
put "$work/spelt/c.html" '<!DOCTYPE html><a href=b.html>b</a>'
put "$work/spelt/d d.html" '<!DOCTYPE html><a href=b.html>b</a>'
is 'other spellings of a name are the name' finds '' 0 -q spelt
pair based '<a href=https://h.example/repo/b.html>1</a><a href=/repo/>2</a><a href=/other/>3</a>'
is 'a prefix of the address' finds '' 0 -q -B https://h.example/repo/ based

# A check that checked nothing does not pass.
mkdir "$work/nothing"
is 'an empty folder is status 2' says 'nothing read' 2 nothing
put "$work/alone/a.html" '<!DOCTYPE html><a href="?q">q</a><a href="b.html">b</a>'
is 'a lone file with links nobody can look up is status 2' says 'nothing checked' 2 alone/a.html
put "$work/outside/a.html" '<!DOCTYPE html><a href="https://h.example/">h</a>'
is 'so are pages that only lead outside' says 'nothing checked' 2 outside
at=https://h.example/docs
for page in 1 2 3; do
	put "$work/whole/$page.html" "<!DOCTYPE html><a href=$at/>0</a><a href=$at/1.html>1</a>
<a href=$at/2.html?q>2</a><a href=$at/3.html>3</a><a href=https://h.example/>h</a><img src=$at/a.png>"
done
put "$work/whole/index.html" "<!DOCTYPE html><a href=1.html>1</a>"
is 'links by whole URLs to pages of the save hint at its address' \
    says "4 of 5 addresses below $at/ are those of pages here: --base $at/ tells" 1 whole
is 'so do page lines' sh -c "cd $work && sitescrape -q whole | sitelinks 2>&1 >/dev/null | grep -F '4 of 5'"
is 'with the address nothing is hinted' sh -c "cd $work && ! sitelinks -B $at/ whole 2>&1 | grep addresses"
is 'a full disk is status 2' sh -c "cd $work && sitelinks -q lost >/dev/full; [ \$? -eq 2 ]"
is 'a form of findings is refused for a table' says '--format is for findings' 2 -t links -f json good
is 'NUL is refused without a list of paths' says '--null goes with --files-from' 2 -0 good
is 'an unknown rule is refused' says "knows no rule 'link.colour'" 2 --except link.colour good

# Hostile input.
bytes() {
	mkdir -p "$work/bytes"
	{ printf '<!DOCTYPE html><title>x</title><a href="\351t\351.html">e</a><a href=b.html>b</a>'
	  printf '<img alt="" src="data:image/png;base64,'
	  head -c 2000000 /dev/zero | tr '\0' A
	  echo '">'; } >"$work/bytes/a.html"
	put "$work/bytes/b.html" '<!DOCTYPE html><a href=a.html>a</a>'
	(cd "$work" && timeout 20 sitelinks -q bytes) >"$work/out"
	[ $? -eq 1 ] && grep -q 'error.*link.missing' "$work/out" && [ "$(wc -l <"$work/out")" -eq 1 ] &&
		[ "$(wc -c <"$work/out")" -lt 200 ]
}
is 'bytes that are no UTF-8 and a picture of 2 MB in an address' bytes
crowded() {
	{ echo '<!DOCTYPE html><title>x</title><a href=b.html>b</a>'
	  seq 200000 | sed 's/.*/<a href=c&.html#&>&<\/a>/'; } >"$work/crowd/a.html"
	(cd "$work" && timeout 20 sitelinks -q crowd) >"$work/out"
	[ $? -eq 1 ] && [ "$(grep -c link.missing "$work/out")" -eq 200000 ]
}
put "$work/crowd/b.html" '<!DOCTYPE html><a href=a.html>a</a>'
is '200,000 references to what is not there' crowded
unreadable() {
	pair closed ''
	put "$work/closed/shut/c.html" '<!DOCTYPE html>'
	chmod 0 "$work/closed/shut"
	says 'closed/shut: Permission denied' 2 closed
	result=$?
	chmod 700 "$work/closed/shut"
	return $result
}
if [ "$(id -u)" = 0 ]; then
	skip 'root reads every folder'
else
	is 'an unreadable folder is status 2' unreadable
fi
pair escape '<a href=../../../../../../../../etc/passwd>1</a><a href=out.css>2</a><link rel=stylesheet href=out.css><a href=../secret.html>3</a><a href=folder/x.html>4</a>'
put "$work/secret.html" '<!DOCTYPE html><a href=none.html>x</a>'
put "$work/secret.css" 'a { b: url(none.png) }'
ln -s ../secret.css "$work/escape/out.css"
ln -s .. "$work/escape/folder"
stays_inside() {
	(cd "$work" && strace -f -e trace=open,openat -o trace sitelinks -q escape) >"$work/out" 2>&1
	cat "$work/out"
	grep -c link.escape "$work/out" | grep -qx 2 && ! grep 'secret\|/etc/passwd' "$work/trace"
}
if strace -o /dev/null true 2>/dev/null; then
	is 'nothing outside the save is opened' stays_inside
else
	skip 'no strace, or not allowed to trace'
fi

# Tables.
externals() {
	put "$work/ext/a.html" '<!DOCTYPE html><title>x</title><a href="https://h.example/#1">h</a><a href=b.html>b</a>'
	put "$work/ext/b.html" '<!DOCTYPE html><title>x</title><a href="https://h.example/">h</a><a href=a.html>a</a>'
	(cd "$work" && sitelinks -q --externals ext) | tr -d '\r' | diff - "$links/externals.csv"
}
is 'places outside' externals
depth() {
	(cd "$work" && sitelinks -q -t depth template) | tr -d '\r' | diff - "$links/depth.csv"
}
is 'clicks from the home page' depth
links_table() {
	(cd "$work" && sitelinks -q -t links lost) | tr -d '\r' | diff - "$links/links.csv"
}
is 'all references' links_table

# A folder named after the host tells a mirror below a root too; an operand called so does not.
pair mirrored/www.example.org '<a href=c.html>c</a>'
is 'a mirror below a root' finds \
	"mirrored/www.example.org/index.html:2:9: note: 'https://www.example.org/c.html' was not saved [link.uncaptured]" \
	0 -q -R mirrored mirrored
is 'a mirror without a root' finds \
	"mirrored/www.example.org/index.html:2:9: note: 'https://www.example.org/c.html' was not saved [link.uncaptured]" \
	0 -q mirrored

# The address of a home page tells those of the pages beside it.
pair home '<p>x'
put "$work/home/index.html" '<!DOCTYPE html><title>A</title><link rel=canonical href=https://www.example.org/>
<a href=b.html>b</a><a href=B.html>b</a><a href=/b.html>b</a><a href=https://www.example.org/b.html#y>b</a>'
is 'letter case beside a home page that knows its address' finds \
	"home/index.html:2:29: error: 'https://www.example.org/B.html' is written 'home/b.html' [link.case]
home/index.html:2:70: warning: nothing in the page has this name: 'home/b.html#y' [link.fragment]" 1 -q home

# Names of files of a folder with others between them.
pair between '<a href=C.html>c</a><a href=bb/x.html>x</a>'
put "$work/between/bb/x.html" '<!DOCTYPE html><a href=../c.html>c</a>'
put "$work/between/c.html" '<!DOCTYPE html><a href=index.html>a</a>'
mkdir "$work/between/bc"
is 'letter case of a file behind folders' finds \
	"between/index.html:2:9: error: 'between/C.html' is written 'between/c.html' [link.case]" 1 -q between

# Faults of pages themselves, of more pages than there was room for their names.
lone() {
	mkdir "$work/lone"
	for i in $(seq 2000); do echo '<!DOCTYPE html><title>x</title>' >"$work/lone/page-with-a-long-name-$i.html"; done
	(cd "$work" && timeout 20 sitelinks -q -l page.deadend=warning lone) >"$work/out"
	for i in $(seq 2000); do
		echo "lone/page-with-a-long-name-$i.html: warning: no other page leads to 'lone/page-with-a-long-name-$i.html' [page.orphan]"
		echo "lone/page-with-a-long-name-$i.html: warning: no link leads on from 'lone/page-with-a-long-name-$i.html' [page.deadend]"
	done | LC_ALL=C sort >"$work/expected"
	LC_ALL=C sort "$work/out" | diff "$work/expected" -
}
is 'pages that nothing leads to or from' lone

# The manual.
manual_options() {
	sitelinks --help | grep -o -e '--[a-z][a-z-]*' | sort -u >"$work/help"
	sed -n 's/^\.It.* Fl Fl \([a-z-]*\).*/--\1/p' tools/sitelinks.1 tools/siteglean.7 | sort -u >"$work/manual"
	comm -23 "$work/help" "$work/manual" | grep . && return 1
	sed -n 's/^\.It.* Fl Fl \([a-z-]*\).*/--\1/p' tools/sitelinks.1 | sort -u |
		comm -13 "$work/help" - | grep . && return 1
	return 0
}
is 'the manual has every option and no other' manual_options
manual_rules() {
	grep -o '"[a-z]*\.[a-z-]*"' tools/lib/links/link_rules.c | tr -d '"' | sort >"$work/rules"
	sed -n 's/^\.It Cm \([a-z]*\.[a-z-]*\).*/\1/p' tools/sitelinks.1 | sort | diff "$work/rules" -
}
is 'the manual has every rule' manual_rules
run_examples() (
	mkdir "$work/examples" && cd "$work/examples" && cp -r ../lost build && cp -r ../template old-site &&
		cp -r ../lost mirror && sed -n 's/^\.Dl \$ //p' "$top/tools/sitelinks.1" >commands &&
		[ "$(wc -l <commands)" -ge 5 ] || return 1
	while read -r command; do
		sh -c "$command" >out 2>err
		[ $? -le 1 ] || { echo "$command"; cat err; return 1; }
	done <commands
)
is 'the examples of the manual run' run_examples
most_wanted() {
	for page in 1 2 3 4 5 6 7 8 9 10 11; do
		put "$work/outward/$page.html" "<a href=https://many.example/,4,99>x</a><a href=https://one.example/$page>x</a><a href=\"https://$((page % 9)).example/\">x</a>"
	done
	command=$(sed -n 's/^\.Dl \$ //p' tools/sitelinks.1 | grep -e --externals | sed 's/mirror/outward/')
	(cd "$work" && sh -c "$command") >"$work/out"
	sed -n 1p "$work/out" | grep -q 'many\.example' && sed -n 2p "$work/out" | grep -q ',"2"' || { cat "$work/out"; false; }
}
is 'the most wanted address comes first' most_wanted
if command -v mandoc >/dev/null; then
	is 'the manual is well written' mandoc -Tlint -Wwarning tools/sitelinks.1
else
	skip 'no mandoc'
fi
done_testing
