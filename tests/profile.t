#!/bin/sh
# profile.t - where menus and furniture of a site stand: what is learned, what a corrected profile
# makes of a page, and that nothing is lost by either.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
page=samples/site/www.asw.example.org/en/about/our-story.html

# profile LINES - a profile of every page, with these lines.
profile() {
	echo "<profile xmlns='urn:siteglean:profile:1'><site>$1</site></profile>" >"$work/profile.xml"
}

learns() {
	sitescrape -q --learn samples/site >"$work/learned.xml" &&
	    sitelint -q -s schemas/profile.xsd "$work/learned.xml" &&
	    grep -F '<nav select="/html/body/div[1]/div[1]/header[1]/nav[1]" kind="menu" pages="' "$work/learned.xml" &&
	    grep -F '<nav select="/html/body/div[1]/div[1]/nav[1]" kind="breadcrumb" pages="' "$work/learned.xml" &&
	    grep -F '<part select="/html/body/div[1]/div[1]/footer[1]" role="contentinfo" pages="' "$work/learned.xml"
}

# Pages whose bodies are where most have them come out as they do without a profile.
changes_nothing() {
	sitescrape -q samples/site >"$work/without" &&
	    sitescrape -q -K "$work/learned.xml" samples/site | cmp - "$work/without"
}

# told LINES - the page by such a profile loses nothing and is valid; its lines are in $work/line.
told() {
	profile "$1"
	sitelint -q -s schemas/profile.xsd "$work/profile.xml" &&
	    sitescrape -q -K "$work/profile.xml" "$page" >"$work/line" && sitelint -q "$work/line"
}

furniture_goes() {
	told '<part select="//blockquote" role="complementary"/>' &&
	    grep '<part id="p[0-9]*" role="complementary" at="287:1">We asked how to stop the goats' "$work/line" &&
	    sitebody -q -f text "$page" | grep 'Fourteen villages' &&
	    ! sitebody -q -f text -K "$work/profile.xml" "$page" | grep 'Fourteen villages' &&
	    sitebody -q -e -K "$work/profile.xml" "$page" |
	    grep 'dropped by profile (//blockquote, complementary, blockquote at 287:1): p, 30 words'
}

# What a way down finds is obeyed too, if nobody says that it was learned.
way_is_obeyed() {
	way=/html/body/div[1]/div[1]/main[1]/div[1]/article[1]/h1[1]
	told "<part select='$way'/>" && grep 'role="region" at="275:7">Our story<' "$work/line" &&
	    told "<part select='$way' pages='9'/>" && ! grep 'at="275:7">Our story</part>' "$work/line"
}

menu_is_made() {
	told '<nav select="//dl" kind="social"/>' &&
	    grep '<nav id="n[0-9]*" kind="social" at="293:1"><item label="1986"' "$work/line" &&
	    ! sitebody -q -f text -K "$work/profile.xml" "$page" | grep 1993
}

# A menu that a page has is of the kind that the profile says, and one tree; its words stay in it.
menu_is_told() {
	grep -c '<nav id="n[0-9]*" kind="footer"' "$work/line" &&
	    told '<nav select="//footer" kind="related"/>' &&
	    grep '<nav id="n[0-9]*" kind="related" at="309:1">' "$work/line" &&
	    ! grep 'kind="footer"' "$work/line" &&
	    told '<nav select="//nav[@role=&quot;navigation&quot;]"/>' && grep 'kind="breadcrumb"' "$work/line"
}

# Furniture around the body takes what is left of it, and menus in it stay menus.
furniture_around_body() {
	told '<body select="//article"/><part select="/html/body/div" role="banner"/>' &&
	    grep -o '<part id="p[0-9]*" role="[a-z]*"' "$work/line" | grep banner &&
	    grep 'kind="breadcrumb"' "$work/line" &&
	    sitebody -q -f text -K "$work/profile.xml" "$page" | grep 'In the dry season'
}

# A page that has its body elsewhere: what was learned keeps the notice of all pages out of it.
odd_page() {
	tests/blind-site.sh "$work/blind"
	sitescrape -q --learn "$work/blind" >"$work/blind.xml" &&
	    grep -F '<part select="/html/body/div[3]" role="region"' "$work/blind.xml" || return 1
	sed '1s/<div>$/<section>/; s/^<\/div><div>/<\/section><div><\/div><div>/' "$work/blind/9.html" >"$work/odd.html"
	grep -c '</section><div></div>' "$work/odd.html" &&
	    sitebody -q -f text -K "$work/blind.xml" "$work/odd.html" >"$work/got" &&
	    grep -F "$(sed -n 2p "$work/blind/9.txt")" "$work/got" && ! grep 'We grind' "$work/got" &&
	    sitebody -q -e -K "$work/blind.xml" "$work/odd.html" |
	    grep 'dropped by profile (/html/body/div\[3\], region, div at .*We grind' || return 1
	grep -v '<part' "$work/blind.xml" >"$work/bare.xml"
	sitebody -q -f text -K "$work/bare.xml" "$work/odd.html" | grep 'We grind'
}

# On a page that has something of its own where others have furniture, the profile has no say.
odd_element() {
	sed 's/We grind[^<]*/The mill was sold in spring, and nobody said to whom. /; s/<p>We grind[^<]*//' \
	    "$work/odd.html" >"$work/own.html"
	sitebody -q -e -K "$work/blind.xml" "$work/own.html" >"$work/out" &&
	    grep 'by weight .*mill was sold' "$work/out"
}

# The heading of a page may stand before its body, with more words than its title, or in fewer.
heading_before() {
	profile '<name>The mill</name><body select="//pre"/>'
	for heading in "Source of grind.c" "grind.c"; do
		echo "<title>grind.c - The mill</title><h1>The mill</h1><h1>$heading</h1><h1>By hand</h1><pre>turn();</pre>" \
		    >"$work/heading.html"
		sitebody -q -f markdown -K "$work/profile.xml" "$work/heading.html" >"$work/out" &&
		    grep -x "# $heading" "$work/out" && ! grep -E 'mill|hand' "$work/out" || return 1
	done
}

# Where other pages have a section, one may have a list right in what holds it.
list_page() {
	profile '<text pages="9">Ground by the mill.</text><body select="/html/body/div[1]/div[1]/div[1]"/>'
	echo '<title>Grain</title><div><div><h1>All grain</h1><ul><li><a href="a">Rye</a><li><a href="b">Oats</a></ul>' \
	    '<div></div></div><div>Ground by the mill.</div></div>' >"$work/list.html"
	sitebody -q -f text -K "$work/profile.xml" "$work/list.html" >"$work/out" && grep Oats "$work/out" &&
	    ! grep mill "$work/out"
}

# Pages that have their heading, of level 2, in a bar of its own before the body.
headed_site() {
	rm -rf "$work/headed" && mkdir "$work/headed" || return 1
	for name in Alder Birch Cedar Ebony Hazel Larch Maple Olive; do
		echo "<title>$name (Woods)</title><div><a href='a.html'>All woods</a> Woods of the coast</div>" \
		    "<div><p>Shelf of $name</p><h2>Wood $name</h2></div><div><h3>Grain of $name</h3>" \
		    "<p>$name is planed along the $name grain, and $name is oiled twice before $name is used.</p>" \
		    "<h3>Use of $name</h3><p>Boats of $name and chests of $name were made, and masts of $name.</p></div>" \
		    "<div>Sawn at the coast</div>" >"$work/headed/$name.html"
	done
	sitescrape -q --learn "$work/headed" | grep -F '<body select="/html/body/div[3]" siblings="true"/>' &&
	    sitebody -q -f markdown -I Larch "$work/headed" >"$work/out" && grep -x '## Wood Larch' "$work/out" &&
	    grep -x '### Use of Larch' "$work/out" && ! grep -E 'coast|All' "$work/out"
}

# A bar of links in a body that is known leaves it by its class, though it has images for words.
images_leave() {
	profile '<body select="/html/body"/>'
	echo '<title>Oak</title><div class="navigation"><a href="a.html"><img src="p.gif" alt="Previous"></a>' \
	    '<a href="b.html"><img src="n.gif" alt="Next"></a></div><h1>Oak</h1><p>Of oak the mill was built.</p>' \
	    '<p><a href="c.html"><img src="mill.png" alt="The mill"></a></p>' >"$work/images.html"
	sitescrape -q -K "$work/profile.xml" "$work/images.html" >"$work/line" && sitelint -q "$work/line" &&
	    grep '<nav id="n1" kind="pagination" .*label="Previous" label-from="alt"' "$work/line" &&
	    sitebody -q -K "$work/profile.xml" "$work/images.html" >"$work/out" &&
	    grep 'src="mill.png"' "$work/out" && ! grep 'src="[pn].gif"' "$work/out"
}

# refuses TEXT LINES - such a profile is refused, with the reason.
refuses() {
	profile "$2"
	sitebody -q -K "$work/profile.xml" "$page" >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$1" "$work/err" && ! [ -s "$work/out" ]
}

is 'menus and furniture are learned' learns
is 'pages are the same by what was learned' changes_nothing
is 'furniture leaves the body' furniture_goes
is 'a way down is obeyed' way_is_obeyed
is 'a menu is made in the body' menu_is_made
is 'a menu is of the kind that is said' menu_is_told
is 'furniture around the body' furniture_around_body
is 'furniture of a page whose body is elsewhere' odd_page
is 'what is not furniture on a page' odd_element
is 'a heading before the body' heading_before
is 'a list in place of a section' list_page
is 'headings in bars before bodies' headed_site
is 'a bar of images in a body' images_leave
is 'no kind' refuses "no kind: 'tongues'" '<nav select="//ul" kind="tongues"/>'
is 'no role' refuses "no role: 'menu'" '<part select="//ul" role="menu"/>'
is 'no select' refuses "no select in 'part'" '<part/>'
is 'no XPath' refuses "no XPath: '//ul['" '<nav select="//ul["/>'
done_testing
