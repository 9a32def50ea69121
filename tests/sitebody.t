#!/bin/sh
# sitebody.t - what bodies of tests/body become, byte by byte, in each format; the laws that hold
# of every page; hostile pages; the options; the manual's examples. After a change that is meant,
# `ACCEPT=1 prove tests/sitebody.t` writes the expected files anew: read the difference.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"

# A page as XML with a line for each element, as Markdown with its metadata, and as text.
show() {
	sitebody -q "$1" | sed 's/></>\n</g'
	echo
	sitebody -q -f markdown -m "$1"
	echo
	sitebody -q -f text "$1"
}

# clean_again DIR_OR_FILE... - cleaning what was cleaned changes nothing, in bodies or in what heads
# say; only path and address are those of the new files.
clean_again() {
	rm -rf "$work/once" "$work/twice"
	sitebody -q -o "$work/once" "$@" && sitebody -q -R "$work/once" -o "$work/twice" "$work/once" &&
	    [ -n "$(find "$work/once" -type f)" ] || return 1
	find "$work/once" "$work/twice" -type f -exec sed -i \
	    's/ data-path="[^"]*"//; s/<link rel="canonical"[^>]*>//' {} +
	diff -r "$work/once" "$work/twice"
}

mixed_again() {
	mkdir "$work/mixed" && tests/mixed-pages.pl "$work/mixed" && clean_again "$work/mixed"
}

# rewritten SED TEXT - a page made here and changed since is a page like others: TEXT, which
# stands in its menu, is no body.
rewritten() {
	printf '<main><h1>Tea</h1><ul><li><a href="a">Pots</a></li><li><a href="b">Cups</a></li></ul><p>One\n' |
	    sitebody -q | sed 's/<\/h1>/&<ul><li><a href="x">Menu<\/a><\/li><\/ul>/' >"$work/made.html"
	sitebody -q -f text "$work/made.html" | grep Menu || return 1
	sed -i "$1" "$work/made.html"
	! sitebody -q -f text "$work/made.html" | grep "$2"
}

# same_of_line PAGE - a page and its line give the same, however the page's texts are cut.
same_of_line() {
	for format in xml markdown text; do
		sitebody -q -f $format "$1" >"$work/direct" &&
		    sitescrape -q "$1" | sitebody -q -f $format | diff -u "$work/direct" - || return 1
	done
}

# same_of_lines FORMAT - a site and its page lines, with any number of jobs, give the same.
same_of_lines() {
	sitebody -q -j 1 -f "$1" samples/site >"$work/site" && [ -s "$work/site" ] &&
	    sitebody -q -j 3 -f "$1" "$work/lines" | cmp - "$work/site"
}

documents_match() {
	sitebody -q samples/site tests/body >"$work/documents" &&
	    sitelint -q -l -s schemas/xhtml.xsd "$work/documents" &&
	    [ "$(wc -l <"$work/documents")" -gt 20 ]
}

renders_back() {
	sitebody -q -f json -C path,text,markdown,xhtml -X "media|mathem" samples/site tests/body |
	    python3 tests/oracle/rendered.py
}

# quickly COMMAND... - within ten seconds, whatever the machine does beside.
quickly() {
	timeout 10 "$@" >"$work/out" 2>"$work/err"
}

# repeat N TEXT
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { while (n--) printf "%s", text }'
}

# survives FORMAT PAGE - the words of a hostile page are there.
survives() {
	quickly sitebody -q -f "$1" <"$2" && grep -q 'the end' "$work/out"
}

compressed() {
	mkdir -p "$work/zip" && gzip -c tests/body/lists.html >"$work/zip/lists.html.gz" &&
	    sitebody -q -f text "$work/zip/lists.html.gz" >"$work/out" &&
	    sitebody -q -f text tests/body/lists.html | cmp - "$work/out"
}

# A page without a body has a row, with text that is empty and not absent.
empty_row() {
	printf '<title>None</title>' | sitebody -q -f csv -C title,text >"$work/out" &&
	    printf '"title","text"\r\n"None",""\r\n' | cmp - "$work/out"
}

# refuses TEXT OPTION... - the call ends with status 2, says TEXT and prints nothing.
refuses() {
	text=$1
	shift
	sitebody -q "$@" tests/body/lists.html >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$text" "$work/err" && ! [ -s "$work/out" ]
}

# addresses ARG... - the addresses in the body of addresses.html from standard input.
addresses() {
	sitebody -q "$@" <tests/body/addresses.html | sed 's/.*<body>//' |
	    grep -oE '(href|src|srcset|cite|poster)="[^"]*"'
}

# By the page's own URL all are whole but places in the page, and once they are, they stay.
addresses_absolute() {
	addresses -B 'https://boats.example/harbour/list.html?all' >"$work/base" &&
	    [ "$(wc -l <"$work/base")" -eq 13 ] && grep 'href="#quay"' "$work/base" &&
	    addresses -a -B 'https://boats.example/harbour/list.html?all' | diff "$work/base" - || return 1
	addresses -a -B https://boats.example/other | grep -F 'href="https://boats.example/harbour/list.html?all#quay"' || return 1
	sed 's/<base [^>]*>//' tests/body/addresses.html >"$work/here.html" &&
	    sitebody -q -a -B https://boats.example/a/b.html <"$work/here.html" >"$work/absolute.html" &&
	    grep -F 'srcset="https://boats.example/a/img/boat.png 1x, data:image/png;base64,AA== 2x, https://boats.example/a/img/boat3.png 3x"' "$work/absolute.html" &&
	    sitebody -q -a -B https://boats.example/a/b.html <"$work/absolute.html" | diff "$work/absolute.html" - &&
	    sitescrape -q -B https://boats.example/a/b.html <"$work/here.html" | sitebody -q -a |
	    diff "$work/absolute.html" -
}

# A relative base leaves addresses relative; what is no base changes none.
addresses_relative() {
	sed 's/<base [^>]*>/<base href="..\/up\/x.html?y#z">/' tests/body/addresses.html >"$work/up.html" &&
	    sitebody -q "$work/up.html" >"$work/up.xhtml" && grep -F 'cite="../up/log.html"' "$work/up.xhtml" &&
	    grep -F 'href="/south"' "$work/up.xhtml" && grep -F 'href="../up/x.html?page=2"' "$work/up.xhtml" &&
	    grep -F 'href="//tide.example/t"' "$work/up.xhtml" || return 1
	sed 's/<base [^>]*>/<base href="data:,x">/' tests/body/addresses.html >"$work/data.html" &&
	    sitebody -q "$work/data.html" | grep -F 'cite="log.html"'
}

# Where the URL of a page is not known, that is said, and the rest is done.
addresses_unknown() {
	sitebody -q -a "$work/up.html" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep '1 have none' "$work/err" && diff "$work/up.xhtml" "$work/out"
}

folder_mirrors() {
	rm -rf "$work/mirror"
	sitebody -q -f markdown -o "$work/mirror" -R samples/site samples/site >"$work/out" || return 1
	! [ -s "$work/out" ] && (cd "$work/mirror" && find . -type f | sort) >"$work/files" &&
	    (cd samples/site && find . -name '*.html*' | sed 's/\.html//; s/$/.md/' | sort) |
	    diff - "$work/files"
}

# Two pages that want the same file get one each.
folder_parts() {
	rm -rf "$work/mirror" "$work/two" && mkdir "$work/two"
	echo '<p>first' >"$work/two/a.htm" && echo '<p>second' >"$work/two/a.html"
	sitebody -q -f text -o "$work/mirror" -R "$work/two" "$work/two" &&
	    grep first "$work/mirror/a.txt" && grep second "$work/mirror/a.html.txt"
}

# So does a page whose whole name another one's file has; and any that comes as lines.
folder_numbers() {
	rm -rf "$work/mirror" "$work/lines" "$work/three" && mkdir "$work/three" || return 1
	for page in a.htm a.html a.html.htm a.html-2.html; do
		echo "<title>$page</title><main><h1>$page</h1><p>To <a href=a.htm>1</a>, <a href=a.html>2</a>," \
			"<a href=a.html.htm>3</a>, <a href=a.html-2.html>4</a>.</main>" >"$work/three/$page"
	done
	sitebody -q -o "$work/mirror" -R "$work/three" "$work/three" || return 1
	for pair in a.htm=a a.html=a.html-3 a.html.htm=a.html a.html-2.html=a.html-2; do
		[ "$(hrefs "$work/mirror/${pair#*=}.xhtml")" = "a.xhtml a.html-3.xhtml a.html.xhtml a.html-2.xhtml " ] &&
			grep -F "<title>${pair%=*}<" "$work/mirror/${pair#*=}.xhtml" || return 1
	done
	sitescrape -q -R "$work/three" "$work/three/a.htm" >"$work/page.lines" &&
		cat "$work/page.lines" "$work/page.lines" "$work/page.lines" | sitebody -q -o "$work/lines" &&
		[ "$(cd "$work/lines" && echo *)" = "a.htm-2.xhtml a.htm.xhtml a.xhtml" ]
}

# Whether or not both are written: links to the one must not lead to the other.
left_out_parts() {
	rm -rf "$work/mirror" "$work/two" && mkdir "$work/two" || return 1
	echo '<html lang="fr"><p>first' >"$work/two/a.htm" && echo '<html lang="en"><p>second' >"$work/two/a.html"
	echo '<html lang="en"><main><h1>B</h1><p>To <a href="a.htm">1</a> and <a href="a.html">2</a>.' >"$work/two/b.html"
	for left_out in '-W lang=en' '-X htm$'; do
		rm -rf "$work/mirror"
		sitebody -q -o "$work/mirror" $left_out -R "$work/two" "$work/two" &&
		    [ "$(hrefs "$work/mirror/b.xhtml")" = "a.xhtml a.html.xhtml " ] &&
		    [ "$(cd "$work/mirror" && echo *)" = "a.html.xhtml b.xhtml" ] || return 1
	done
}

# A site whose pages refer to each other in many ways.
linked_site() {
	rm -rf "$work/linked" "$work/mirror" && mkdir -p "$work/linked/sub dir" || return 1
	cat >"$work/linked/a.html" <<-'EOF'
	<!DOCTYPE html><title>A</title><main><h1 id="top">A</h1><p>Here <a href="#top">1</a>, <a href="a.html#top">2</a>,
	<a href="./a.html">3</a>, there <a href=" b.htm#x&amp;y ">4</a>, <a href="sub%20dir/">5</a>, <a href="d.html">6</a>,
	<a href="d.htm?x=1">7</a>, <a href="./File:x%25.html#z">8</a>, nowhere <a href="none.html">9</a>, a file
	<a href="notes.pdf#page=2">10</a>, outside <a href="https://boats.example/b.htm">11</a>,
	<a href="mailto:b.htm@boats.example">12</a>, <q cite="b.htm">said</q>.</p></main>
	EOF
	cat >"$work/linked/sub dir/index.html" <<-'EOF'
	<!DOCTYPE html><title>I</title><base href="../"><main><h1 id="i">I</h1><p><a href="b.htm">1</a>, <a href="#i">2</a>,
	<a href="sub%20dir/index.html#i">3</a>, <a href="notes.pdf">4</a>, <img src="boat.png" alt="boat"></p></main>
	EOF
	for page in b.htm d.htm d.html File:x%.html; do
		echo "<title>P</title><main><h1>P</h1><p>Words of $page.</p></main>" >"$work/linked/$page"
	done
	touch "$work/linked/notes.pdf"
}

# hrefs FILE - the addresses in it, on one line.
hrefs() {
	grep -oE '(href|cite|src)="[^"]*"' "$1" | sed 's/[a-z]*=//; s/"//g' | tr '\n' ' '
}

# Links lead to the files that are written, whichever way the pages come.
links_follow() {
	linked_site && sitebody -q -R "$work/linked" -o "$work/mirror" "$work/linked" &&
	    [ "$(hrefs "$work/mirror/a.xhtml")" = "#top #top a.xhtml b.xhtml#x&amp;y sub%20dir/index.xhtml \
d.html.xhtml d.xhtml ./File:x%25.xhtml#z none.html notes.pdf#page=2 https://boats.example/b.htm \
mailto:b.htm@boats.example b.xhtml " ] &&
	    [ "$(hrefs "$work/mirror/sub dir/index.xhtml")" = "../b.xhtml #i #i ../notes.pdf ../boat.png " ] &&
	    sitescrape -q -R "$work/linked" "$work/linked" | sitebody -q -o "$work/by-lines" &&
	    grep -F 'href="d.xhtml">6' "$work/by-lines/a.xhtml" && # they do not know who wants the same file
	    sed -i 's/<a [^>]*>6//' "$work/by-lines/a.xhtml" "$work/mirror/a.xhtml" &&
	    diff -r "$work/mirror" "$work/by-lines" &&
	    sitebody -q -f markdown -R "$work/linked" -o "$work/mirror" "$work/linked" &&
	    grep -F '[4](b.md#x\&y), [5](sub%20dir/index.md)' "$work/mirror/a.md"
}

# They stay as they are where that is said, where they are to be whole, and beside files.
links_stay() {
	sitebody -q -k -R "$work/linked" -o "$work/links-stay" "$work/linked" &&
	    hrefs "$work/links-stay/a.xhtml" | grep -F 'a.html#top ./a.html  b.htm#x&amp;y  sub%20dir/ d.html d.htm?x=1' &&
	    sitebody -q -a -B https://boats.example/ -R "$work/linked" -o "$work/links-stay" "$work/linked" &&
	    grep -F 'href="https://boats.example/b.htm#x&amp;y"' "$work/links-stay/a.xhtml" &&
	    sitebody -q -R "$work/linked" -I '^a' "$work/linked" | grep -F 'href=" b.htm#x&amp;y "'
}

# Names that would be a way upwards without their endings keep these.
named_dots() {
	rm -rf "$work/mirror" && mkdir -p "$work/dots"
	for name in .html ..html ...html; do
		echo '<p>x' >"$work/dots/$name"
	done
	sitebody -q -f text -o "$work/mirror" -R "$work/dots" "$work/dots" &&
	    [ "$(find "$work/mirror" -type f | wc -l)" -eq 3 ]
}

# Nothing is written outside: not upwards, not through a link.
folder_holds() {
	rm -rf "$work/mirror" "$work/outside" && mkdir -p "$work/mirror" "$work/outside" "$work/in/d"
	ln -s ../outside "$work/mirror/d"
	echo '<p>x' >"$work/in/d/a.html"
	(cd "$work/in/d" && sitebody -q -f text -o "$work/mirror/up" ../d/a.html)
	[ $? -eq 2 ] || return 1
	sitebody -q -f text -o "$work/mirror" -R "$work/in" "$work/in" 2>"$work/err"
	[ $? -eq 2 ] && cat "$work/err" && [ -z "$(ls "$work/outside")" ] &&
	    [ -z "$(find "$work/mirror/up" -type f)" ]
}

# bodies_of_site DIR - of each page of tests/blind-site.sh the body is what it says, however many
# work on it.
bodies_of_site() {
	sitebody -q -j 3 -f text -o "$work/blind-bodies" -R "$1" "$1" || return 1
	for page in "$1"/*.html; do
		name=$(basename "$page" .html)
		tr -s ' \t\n' '\n' <"$work/blind-bodies/$name.txt" | sed '/^$/d' >"$work/words"
		tr -s ' \n' '\n' <"$1/$name.txt" | diff - "$work/words" || return 1
	done
}

# A page that stands alone tells nothing of its site.
alone() {
	sitebody -q -f text "$1/3.html" >"$work/alone" && grep 'grind' "$work/alone"
}

# Too few pages: each is read by itself.
not_learned() {
	rm -rf "$work/few" && mkdir "$work/few" && cp "$1"/[1-4].html "$work/few" &&
	    sitebody -q -f text "$work/few" | grep 'grind'
}

# not_one_site DIR - its pages have nothing in common but their folder.
not_one_site() {
	sitescrape -q --learn "$1" >"$work/profile.xml" && grep '<site pages="24">' "$work/profile.xml" &&
	    ! grep '<body' "$work/profile.xml"
}

# profile_holds DIR - by what was learned of a site, its pages are the same by themselves, from a
# list, from standard input and in another folder.
profile_holds() {
	sitescrape --learn "$1" >"$work/profile.xml" 2>"$work/err" &&
	    sitelint -q -s schemas/profile.xsd "$work/profile.xml" &&
	    grep '<body select="/html/body/div\[2\]" siblings="true"/>' "$work/profile.xml" &&
	    grep -F '<text pages="12">Lens grinders of the valley</text>' "$work/profile.xml" ||
	    return 1
	for n in 3 5 7; do
		sitebody -q -f text -I "/$n.html" "$1" >"$work/want" && [ -s "$work/want" ] || return 1
		cp "$1/$n.html" "$work/moved.html"
		sitebody -q -K "$work/profile.xml" -f text "$1/$n.html" | diff "$work/want" - &&
		    sitebody -q -K "$work/profile.xml" -f text <"$1/$n.html" | diff "$work/want" - &&
		    sitebody -q -K "$work/profile.xml" -f text "$work/moved.html" |
		    diff "$work/want" - || return 1
	done
}

templates_hold() {
	sitescrape -q --learn "$1" >"$work/profile.xml" && sitelint -q -s schemas/profile.xsd "$work/profile.xml" &&
		[ "$(grep -c '<body select="/html/body/\(div\[2\]\|section\[1\]\)" siblings="true"/>' "$work/profile.xml")" -eq 2 ] || return 1
	for pair in 1:div 4:section; do
		page=$1/${pair%:*}.html
		sitebody -q -K "$work/profile.xml" -f text "$page" | tr -s ' \n' '\n' >"$work/got"
		tr -s ' \n' '\n' <"${page%.html}.txt" | diff - "$work/got" &&
			sitebody -q -e -K "$work/profile.xml" "$page" |
			grep "kept by profile (/html/body/${pair#*:}" || return 1
	done
	profile='<profile xmlns="urn:siteglean:profile:1"><site><body select="//hr"/><body select="//h1"/></site></profile>'
	echo "$profile" >"$work/told.xml" # none of the first is there
	[ "$(sitebody -q -K "$work/told.xml" -f text "$1/1.html")" = "$(head -n 1 "$1/1.txt")" ]
}

# That what stands beside bodies belongs to them is in the profile, and can be taken out of it.
siblings_told() {
	sitescrape -q --learn "$1" >"$work/profile.xml" && sitelint -q -s schemas/profile.xsd "$work/profile.xml" &&
	    grep -F '<body select="/html/body/div[3]" siblings="true"/>' "$work/profile.xml" &&
	    sitebody -q -K "$work/profile.xml" -e "$1/3.html" >"$work/out" &&
	    grep 'kept by profile (/html/body/div\[3\], div at 3:1): div, .*bore of nod' "$work/out" &&
	    [ "$(grep -c 'kept by profile (/html/body/div\[3\], div at 44:1): p, .*Valve nond' "$work/out")" -eq 3 ] || return 1
	sed 's/ siblings="true"//' "$work/profile.xml" >"$work/alone.xml"
	sitebody -q -K "$work/alone.xml" -f text "$1/3.html" >"$work/out" &&
	    grep 'seat of nodvb' "$work/out" && ! grep 'seat of nond' "$work/out"
}

# Signs are no name, nor have pages without titles any in common.
signs_name_no_site() {
	rm -rf "$work/signs" && mkdir "$work/signs" || return 1
	for page in a b c d e f g h i j k l m n; do
		case $page in
		a | c | e | g) title="Knots of $page (index - #)" ;;
		*) title= ;;
		esac
		echo "<title>$title</title><p>Knot $page is tied by $page and held by $page until $page lets go of it." \
		    >"$work/signs/$page.html"
	done
	sitescrape -q --learn "$work/signs" >"$work/profile.xml" && grep '<site pages="14">' "$work/profile.xml" &&
	    ! grep '<name>' "$work/profile.xml"
}

names_in_brackets() {
	tests/discussed-site.sh "$work/discussed"
	sitescrape --learn "$work/discussed" | grep '<name>Journal of the pump</name>' &&
	    sitescrape -q "$work/discussed" | grep -c '<fact name="title" value="Entry [a-z]*" ' | grep -x 14
}

# What titles of a site have in common is its name; a page by itself cannot tell.
names_site() {
	rm -rf "$work/unheaded" && mkdir "$work/unheaded" || return 1
	for page in "$1"/*.html; do
		sed 's/<h1>.*<\/h1>//' "$page" >"$work/unheaded/$(basename "$page")"
	done
	sitebody -q -f csv -C title "$work/unheaded" | sed -n 2p | grep '^"Nets of a".$' &&
	    sitebody -q -f csv -C title "$work/unheaded/a.html" | grep 'Nets of a | Menders | The old quay' &&
	    sitescrape --learn "$1" | grep '<name>Menders | The old quay</name>' || return 1
	printf '<profile xmlns="urn:siteglean:profile:1"><site><name> The old  quay </name></site></profile>' >"$work/named.xml"
	sitebody -q -f csv -C title -K "$work/named.xml" "$work/unheaded/a.html" | grep '^"Nets of a | Menders".$'
}

# A site in two languages has a name in each.
names_editions() {
	rm -rf "$work/editions" && cp -r "$work/unheaded" "$work/editions" || return 1
	for page in h i j k l m; do
		sed -i 's/lang="en"/lang="fr"/; s/Menders | The old quay/Ramendeurs/' "$work/editions/$page.html"
	done
	sitescrape --learn "$work/editions" >"$work/editions.xml" &&
	    [ "$(grep '<name>' "$work/editions.xml" | sort | tr -d '\n')" = \
		'<name>Menders | The old quay</name><name>Ramendeurs</name>' ] &&
	    sitelint -q -s schemas/profile.xsd "$work/editions.xml" &&
	    sitebody -q -f csv -C title -K "$work/editions.xml" "$work/editions/m.html" | grep '^"Nets of m".$' &&
	    sitebody -q -f csv -C title -K "$work/editions.xml" "$work/editions/b.html" | grep '^"Nets of b".$'
}

# What bodies end with is in the profile; without it, it is body.
profile_closes() {
	sitescrape --learn "$1" >"$work/profile3.xml" &&
	    sitelint -q -s schemas/profile.xsd "$work/profile3.xml" &&
	    [ "$(grep -c 'closes="true"' "$work/profile3.xml")" -eq 3 ] &&
	    sitebody -q -e -K "$work/profile3.xml" "$1/a.html" | grep 'dropped by closing (region, div at .*Tell the other' &&
	    ! sitebody -q -f text -K "$work/profile3.xml" "$1/a.html" | grep 'by letter' || return 1
	sed 's/ closes="true"//' "$work/profile3.xml" >"$work/open.xml"
	sitebody -q -f text -K "$work/open.xml" "$1/a.html" | grep 'by letter'
}

# A profile written again, any number of jobs and where the save lies make no difference.
profile_is_stable() {
	sitescrape --learn -j 1 "$1" | cmp - "$work/profile.xml" &&
	    sitescrape --learn -j 4 "$1/" | cmp - "$work/profile.xml" &&
	    (cd "$1" && sitescrape --learn .) | cmp - "$work/profile.xml"
}

# An XPath that someone wrote finds the body.
profile_corrected() {
	sed 's|select="[^"]*"|select="//table[last()]"|' "$work/profile.xml" >"$work/corrected.xml"
	sitebody -q -K "$work/corrected.xml" -f text "$1/3.html" >"$work/got" &&
	    tail -n 1 "$1/3.txt" | diff - "$work/got"
}

# Where the save lies, and how it is named, makes no difference.
same_wherever() {
	mkdir -p "$work/lies/here" && cp -R "$1" "$work/lies/here/too" &&
	    sitescrape -q --learn "$1" >"$work/want" &&
	    sitescrape -q --learn -R "$1" "$1" | diff "$work/want" - &&
	    (cd "$work/lies/here/too" && sitescrape -q --learn .) | diff "$work/want" -
}

# Of two sites in one profile each has its own pages.
profile_of_two() {
	rm -rf "$work/two-sites" && mkdir -p "$work/two-sites" && cp -R "$1" "$work/two-sites/a.example" &&
	    cp -R "$1" "$work/two-sites/b.example" &&
	    sitescrape --learn -R "$work/two-sites" "$work/two-sites" >"$work/profile2.xml" &&
	    sed '/path="b.example"/,$ s|select="[^"]*"|select="//h1"|' "$work/profile2.xml" >"$work/two.xml" &&
	    sitebody -q -K "$work/two.xml" -R "$work/two-sites" -f csv -C path,text "$work/two-sites" |
	    grep '/3.html' >"$work/got" && [ "$(grep -c 'a.example' "$work/got")" -eq 1 ] &&
	    title=$(head -n 1 "$1/3.txt") && grep -F "\"b.example/3.html\",\"$title\"" "$work/got"
}

# takes_no_profile TEXT PROFILE - it is refused, with the reason.
takes_no_profile() {
	echo "$2" >"$work/bad.xml"
	sitebody -q -K "$work/bad.xml" samples/site >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$1" "$work/err" && [ "$(wc -l <"$work/err")" -eq 1 ] &&
	    ! [ -s "$work/out" ]
}

nothing_to_learn() {
	sitescrape --learn "$1/3.html" 2>"$work/err"
	[ $? -eq 2 ] && grep 'nothing learned' "$work/err"
}

# Of each block of a page, long enough for the model, is said what decided; main is what is kept.
explains() {
	sitebody -q --explain "$work/mixed/1.html" >"$work/out" && [ -s "$work/out" ] || return 1
	grep -vE '^[^:]*/1\.html:[0-9]+:[0-9]+: (kept|dropped) by (model|structure), [01]\.[0-9][0-9] of [01]\.[0-9][0-9] \([^()]*\): [a-z0-9]+, [0-9]+ words?: |: dropped by landmark \([a-z]+, [a-z]+ at [0-9]+:[0-9]+\): |: dropped by links \([a-z]+, [a-z]+ at [0-9]+:[0-9]+\): ' "$work/out" && return 1
	grep -q 'kept by model' "$work/out" && grep -q 'dropped by landmark (contentinfo, div at ' "$work/out" &&
	    sitebody -q -e -f csv -C kept,region -X '/data' "$work/mixed" samples/site tests/body |
	    sort -u | grep -v '^"true","main".$\|^,"[np][0-9]*".$\|^"kept"'
	[ $? -eq 1 ]
}

# A body that is in the data of its page: nothing that is shown is body then.
explains_data() {
	sitebody -q -e tests/body/data.html >"$work/out" &&
		grep 'data.html:2:1: kept by data (articleBody of JSON-LD): script, 54 words: .The ferry' "$work/out" &&
		grep 'dropped by data (articleBody of JSON-LD): noscript' "$work/out" &&
		[ "$(grep -c ': kept ' "$work/out")" -eq 1 ] &&
		sitebody -q -f csv -C body-from,site-from,text tests/body/data.html | grep '^"json-ld","json-ld","The ferry'
}

# Words of kept blocks, and only they, stand in the body.
explains_body() {
	sitebody -q -f text "$work/mixed/2.html" | tr -s ' \n\t' '   ' >"$work/text"
	sitebody -q -e -f csv -C kept,text "$work/mixed/2.html" | sed -n 's/^"true","\([^"…]*\).*/\1/p' >"$work/kept"
	[ "$(wc -l <"$work/kept")" -gt 10 ] || return 1
	while read -r words; do
		grep -qF -e "$words" "$work/text" || return 1
	done <"$work/kept"
}

explains_profile() {
	sitebody -q -e -I '/3.html' "$1" >"$work/out" &&
	    grep 'kept by profile (/html/body/div\[2\], div at ' "$work/out" &&
	    grep 'dropped by profile (/html/body/div\[2\], div at ' "$work/out" &&
	    sitebody -q -e -K "$work/corrected.xml" "$1/3.html" >"$work/out" &&
	    grep 'kept by profile (//table\[last()\], table at ' "$work/out"
}

explains_others() {
	sitebody -q -e tests/body/lists.html | grep ': kept by markup (main at ' &&
	    sitebody -q tests/body/lists.html >"$work/written.html" &&
	    sitebody -q -e "$work/written.html" | grep ': kept by written' &&
	    ! sitebody -q -e "$work/written.html" | grep dropped
}

# A page of so many paragraphs, each opened so, is decided by the model: what its words or its
# classes say is known to it, and of a short page its classes.
weighs() {
	count=$1 open=$2 words=$3
	{
		echo '<title>Ripa</title><div><a href="a">Domus</a></div><div><h1>Ripa</h1>'
		for i in $(seq "$count"); do
			echo "$open $i $words</p>"
		done
		echo '</div>'
	} | sitebody -q -e >"$work/out" && grep ': kept by' "$work/out" &&
	    grep -q 'by model' "$work/out"
}

weighs_not() {
	! weighs "$@" && grep -q ': kept by' "$work/out"
}

foreign='quaedam ripas custodiunt collegia, aquarumque mensuras scribunt qui flumina norunt ac fontes quaerunt.'
english='of the people who watch the river write down how high the water stands, and what they have seen of it.'

# A page that has its text twice, for large screens and for small, with a quotation of it and with
# entries of a list that say the same: the text is in the body once, and the rest stays.
says_once() {
	river=$(for i in $(seq 14); do echo "<p>$i $english</p>"; done)
	{
		echo "<title>Gauges</title><div class='post text wide'><h1>Gauges of the river</h1>$river"
		echo "<blockquote><p>3 $english</p></blockquote><ul>"
		for i in 1 2 3; do echo '<li>to be read at the third gauge below the bridge at noon on every day</li>'; done
		echo "</ul></div><div class='post text small'>$river</div>"
	} >"$work/twice.html"
	sitebody -q -f text "$work/twice.html" >"$work/out" &&
	    [ "$(grep -c 'of the people who watch' "$work/out")" -eq 15 ] &&
	    [ "$(grep -c 'third gauge below' "$work/out")" -eq 3 ] &&
	    sitebody -q -e "$work/twice.html" >"$work/out" &&
	    [ "$(grep -c ': dropped by copy (p at [0-9]*:[0-9]*): p, ' "$work/out")" -eq 14 ] || {
		cat "$work/out"
		return 1
	}
}

# discussed WORDS COUNT HEAD - the body of a page with so many comments below its article, with
# these words in it or without.
discussed() {
	{
		echo "<title>Gauges</title>${3-}<div class='post text'><h1>Gauges of the river</h1>"
		for i in $(seq 8); do echo "<p>$i $english</p>"; done
		echo "</div><section id='comments'><h2>Replies</h2>"
		for i in $(seq "$2"); do
			echo "<div class='post text'><p>I have seen it myself, $i times, and each time the water stood higher than they say, so I do not know what to make of this.</p></div>"
		done
		echo '</section>'
	} >"$work/discussed.html"
	sitebody -q -f text "$work/discussed.html" >"$work/out" && grep -q 'the people who watch' "$work/out" &&
	    sitelint -q "$work/discussed.html" && grep -q "$1" "$work/out"
}

discussed_not() {
	! discussed "$@" && grep -q 'the people who watch' "$work/out" &&
	    sitescrape -q "$work/discussed.html" | grep -q "<part[^>]*role=\"complementary\"[^>]*>[^<]*$1"
}

explains_no_lines() {
	sitebody -q -e "$work/lines" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && ! [ -s "$work/out" ] && grep -- '--explain wants pages of HTML; 17 came' "$work/err" &&
	    [ "$(wc -l <"$work/err")" -eq 1 ]
}

full_disk() {
	sitebody -q samples/site >/dev/full 2>"$work/err"
	[ $? -eq 2 ] && grep 'standard output' "$work/err"
}

manual_options() {
	sitebody --help | grep -o -e '--[a-z][a-z-]*' | sort -u >"$work/help"
	sed -n 's/^\.It .*Fl Fl \([a-z-]*\).*/--\1/p' tools/sitebody.1 tools/siteglean.7 | sort -u >"$work/manual"
	diff -u "$work/help" "$work/manual" || return 1
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/s/^\.Op Ar \(.*\)/[\1]/p' tools/sitebody.1 |
		paste -sd' ' >"$work/synopsis"
	[ "$(sitebody --help | head -n 1)" = "usage: sitebody $(cat "$work/synopsis")" ]
}

# All of them in turn; each prints something, or fills the file it names last.
run_examples() (
	ln -s "$PWD/samples" "$work/samples"
	cd "$work" && [ "$(wc -l <examples)" -ge 5 ] && sh -ex ./examples >printed || exit 1
	for file in printed $(sed -n 's/.* > //p' examples); do
		[ -s "$file" ] || exit 1
	done
)

for page in tests/body/*.html; do
	expected=${page%.html}.expected
	if [ -n "${ACCEPT-}" ]; then
		show "$page" >"$expected"
	fi
	show "$page" >"$work/got"
	is "${page##*/}" diff -u "$expected" "$work/got"
	is "${page##*/} cleaned again" clean_again "$page"
	is "${page##*/} by its page line" same_of_line "$page"
	is "${page##*/} is whole" sitelint -q "$page"
done

sitescrape -q samples/site >"$work/lines"
for format in xml markdown text csv json; do
	is "$format of a site and of its page lines are one" same_of_lines $format
done
is 'documents match xhtml.xsd' documents_match
is 'bodies of the sample cleaned again' clean_again samples/site
is 'bodies decided block by block cleaned again' mixed_again
is 'a page with navigation was not made here' rewritten 's/<ul><li><a href="x">Menu<\/a><\/li><\/ul>/<nav>&<\/nav>/' Menu
is 'a page that does not say so was not made here' rewritten 's/ data-path="[^"]*"//; s/<body>/<body><div class="menu"><a href="x">Menu<\/a> <a href="y">More<\/a><\/div>/; s/<ul><li><a href="x">Menu<\/a><\/li><\/ul>//' Menu
if command -v cmark-gfm >/dev/null; then
	is 'Markdown renders back to the text' renders_back
else
	skip 'no cmark-gfm'
fi

(echo '<main><p>'; repeat 1000000 '<b>'; echo 'the end') >"$work/unclosed.html"
(echo '<main>'; repeat 300000 '<div><ul><li>'; echo 'the end') >"$work/deep.html"
(echo '<main>'; repeat 50000 '<a id=x></a><p><a href=""></a></p>'; echo '<p>the end') >"$work/ids.html"
(echo '<main><ul>'; repeat 200000 '<li>*'; echo '<li>the end') >"$work/long.html"
(echo '<main>'; repeat 20000 '<table><tr><td>a<td>'; echo 'the end') >"$work/tables.html"
(echo '<main><p>'; repeat 200000 '`*_['; echo 'the end') >"$work/signs.html"
(echo '<main><math>'; repeat 100000 '<mrow>'; echo 'the end') >"$work/math.html"
(echo '<main>'; repeat 100000 '<pre class=x>'; echo '1 the end') >"$work/pile.html"
for page in unclosed deep ids long tables signs math pile; do
	for format in xml markdown text; do
		is "hostile page $page as $format" survives $format "$work/$page.html"
	done
done

is 'a compressed page' compressed
is 'a page without a body has a row' empty_row
tests/blind-site.sh "$work/blind"
is 'where bodies are is learned from the site' bodies_of_site "$work/blind"
tests/noted-site.sh "$work/noted"
tests/varied-site.sh "$work/varied"
tests/short-site.sh "$work/short"
is 'so it is where pages have little in common' bodies_of_site "$work/varied"
is 'and where they are short' bodies_of_site "$work/short"
is 'asides and sections are body, what the site repeats is not' bodies_of_site "$work/noted"
is "titles are without the site's name" names_site "$work/noted"
is 'and signs are no name' signs_name_no_site
is 'in brackets, too' names_in_brackets
is 'in each language by its own' names_editions
is 'what closes bodies is told, and taken' profile_closes "$work/noted"
tests/twofold-site.sh "$work/twofold"
is 'so it is for each template of a site' bodies_of_site "$work/twofold"
is 'each of them is told, and taken' templates_hold "$work/twofold"
tests/plain-site.sh "$work/plain"
tests/flanked-site.sh "$work/flanked"
tests/flanked-site.sh "$work/noticed" notices
tests/parted-site.sh "$work/parted"
tests/barred-site.sh "$work/barred"
tests/sectioned-site.sh "$work/sectioned"
tests/titled-site.sh "$work/titled"
is 'what others say below is no body, unless it is all there is' bodies_of_site "$work/discussed"
tests/headed-site.sh "$work/headed"
is 'where pages have nothing around their bodies but bars' bodies_of_site "$work/plain"
is 'where bars are within bodies' bodies_of_site "$work/barred"
is 'where a section says nearly all' bodies_of_site "$work/sectioned"
is 'where titles stand above, below what all pages say' bodies_of_site "$work/titled"
is 'where headers are of pages, and contents most of a body' bodies_of_site "$work/headed"
is 'where parts of bodies stand beside them' bodies_of_site "$work/flanked"
is 'what pages share beside bodies is none of them' bodies_of_site "$work/noticed"
is 'where some pages have a template of their own' bodies_of_site "$work/parted"
is 'what stands beside is told, and taken' siblings_told "$work/flanked"
is 'a page by itself is no site' alone "$work/blind"
is 'four pages are no site' not_learned "$work/blind"
tests/strange-site.sh "$work/strange"
is 'pages of many sites are no site' not_one_site "$work/strange"
is 'what was learned is told, and taken' profile_holds "$work/blind"
is 'the same is learned again' profile_is_stable "$work/blind"
is 'wherever the save lies' same_wherever "$work/varied"
is 'a profile can be corrected' profile_corrected "$work/blind"
is 'a profile of two sites' profile_of_two "$work/blind"
is 'nothing to learn from' nothing_to_learn "$work/blind"
ns='xmlns="urn:siteglean:profile:1"'
is 'a profile that is not there' refuses 'no profile without' -K "$work/none.xml"
is 'a profile that is no XML' takes_no_profile 'no XML' '<profile'
is 'a profile of something else' takes_no_profile "no profile: 'html'" '<html/>'
is 'a profile without a namespace' takes_no_profile "no profile: 'profile'" '<profile/>'
is 'an unknown element' takes_no_profile "unknown element 'menu'" "<profile $ns><site><menu/></site></profile>"
is 'a body without select' takes_no_profile "no select in 'body'" "<profile $ns><site><body/></site></profile>"
is 'no XPath' takes_no_profile "no XPath: '//p['" "<profile $ns><site><body select='//p['/></site></profile>"
is 'what decided is explained' explains
is 'a body in data is explained' explains_data
is 'what is kept is body' explains_body
is 'what was learned is explained' explains_profile "$work/blind"
is 'other reasons are explained' explains_others
is 'known words are weighed' weighs 12 '<p>' "$english"
is 'unknown words are not' weighs_not 12 '<p>' "$foreign"
is 'unknown words in known classes are' weighs 12 '<p class="post text">' "$foreign"
is 'few known words are not' weighs_not 7 '<p>' "$english"
is 'few known words in known classes are' weighs 7 '<p class="post text">' "$english"
is 'a notice is not' weighs_not 3 '<p class="post text">' "$english"
is 'what is said twice is body once' says_once
is 'comments are a part' discussed_not 'seen it myself' 6
is 'a page of little but comments' discussed 'seen it myself' 60
is 'a page that is a discussion' discussed 'seen it myself' 6 \
    '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
is 'page lines cannot be explained' explains_no_lines
is 'no files of explanations' refuses 'not text' -e -o "$work/mirror"
is 'no XML of explanations' refuses "no format 'xml'; there are text" -e -f xml
is 'columns of explanations' refuses "no column 'author'" -e -f csv -C author
is 'addresses as whole URLs' addresses_absolute
is 'addresses by a relative base' addresses_relative
is 'addresses without a URL' addresses_unknown
is 'no addresses in text' refuses 'of formats with addresses' -a -f text
is 'unknown format' refuses "no format 'pdf'; there are xml" -f pdf
is 'unknown column' refuses "no column 'size'" -f csv -C path,size
is 'columns of what has none' refuses 'not of text' -f text -C path
is 'metadata where there is none' refuses 'not of xml' -m
is 'files of a table' refuses 'not csv' -f csv -o "$work/mirror"
is 'a folder that cannot be' refuses '/dev/null/x' -f text -o /dev/null/x
is 'a folder mirrors the save' folder_mirrors
is 'pages that want the same file' folder_parts
is 'pages that want what others are called' folder_numbers
is 'pages that want the same file, of which one is left out' left_out_parts
is 'links lead from file to file' links_follow
is 'and stay where they are to' links_stay
is 'links stay in files alone' refuses '--keep-links is of --output' -k
is 'links of text' refuses 'of formats with links' -k -f text -o "$work/mirror"
is 'names of dots have files' named_dots
is 'no path leads out of the folder' folder_holds
is 'a full disk is trouble' full_disk
is 'help and manual tell the same options' manual_options
sed -n 's/^\.Dl //p' tools/sitebody.1 >"$work/examples"
is "the manual's examples" run_examples

done_testing
