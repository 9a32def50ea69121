#!/bin/sh
# sitelint.t - what sitelint finds, how it says so, and that no input hurts it.
set -u
cd "$(dirname "$0")/.."

sitelint=${B:-build}/bin/sitelint
pages=tests/sitelint/pages.lines
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests=0

# is NAME COMMAND... - one test: the command succeeds. What it printed explains a failure.
is() {
	name=$1
	shift
	tests=$((tests + 1))
	if "$@" >"$work/said" 2>&1; then
		echo "ok $tests - $name"
	else
		echo "not ok $tests - $name"
		sed 's/^/# /' "$work/said"
	fi
}

# exits STATUS COMMAND... - the command exits so.
exits() {
	want=$1
	shift
	"$@"
	got=$?
	[ $got -eq "$want" ] || { echo "status $got, not $want"; return 1; }
}

# prints FILE COMMAND... - standard output of the command is that file's.
prints() {
	file=$1
	shift
	"$@" >"$work/out" 2>"$work/err"
	diff -u "$file" "$work/out"
}

# says TEXT STATUS COMMAND... - the command exits so and prints TEXT somewhere.
says() {
	text=$1 want=$2
	shift 2
	"$@" >"$work/all" 2>&1
	got=$?
	cat "$work/all"
	[ $got -eq "$want" ] && grep -qF -- "$text" "$work/all"
}

# page [BODY] - a page line with that body.
page() {
	printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0">%s</page>\n' "${1-}"
}

# repeat N TEXT
repeat() {
	awk -v n="$1" -v text="$2" 'BEGIN { while (n-- > 0) printf "%s", text }'
}

for format in text csv xml json; do
	is "findings as $format" prints "tests/sitelint/pages.$format" "$sitelint" -f $format $pages
done
is 'any number of jobs says the same' prints tests/sitelint/pages.text "$sitelint" -j 7 $pages

xml_findings_validate() {
	"$sitelint" -q -f xml $pages >"$work/findings"
	exits 0 "$sitelint" -s schemas/findings.xsd -l "$work/findings" &&
		{ echo '<findings xmlns="urn:siteglean:findings:1">'; cat "$work/findings"
		  echo '</findings>'; } | exits 0 "$sitelint" -s schemas/findings.xsd
}
is 'findings as xml match findings.xsd' xml_findings_validate

is 'errors are status 1' exits 1 "$sitelint" $pages
page >"$work/good"
page '<nav id="n1" kind="menu"><item label=""/></nav>' >"$work/warning"
is 'nothing found is status 0' exits 0 "$sitelint" "$work/good"
is 'standard input is read' exits 0 sh -c "$sitelint <$work/good"
page "<ref element=\"a\" attribute=\"href\" href=\"x\" target=\"a$(repeat 300 é)\"/>" >"$work/long"
is 'a long value is cut between characters, and not what is said of it' \
	says 'without a state' 1 "$sitelint" "$work/long"
is 'a warning is status 1' says 'lint.label' 1 "$sitelint" "$work/warning"
is 'but not with --fail-on error' says 'lint.label' 0 "$sitelint" --fail-on error "$work/warning"
is 'nor when its rule is left out' says 'warnings 0' 0 "$sitelint" --except label "$work/warning"
is 'the counts are said' says 'errors 0, warnings 0' 0 "$sitelint" "$work/good"
quiet_says_nothing() {
	[ -z "$("$sitelint" -q "$work/good" 2>&1)" ]
}
is 'but not with --quiet' quiet_says_nothing
: >"$work/empty"
is 'nothing read is status 2' exits 2 "$sitelint" "$work/empty"
is 'a file that is not there is status 2' exits 2 "$sitelint" "$work/good" "$work/none"
is 'a full disk is status 2' exits 2 sh -c "$sitelint $pages >/dev/full"
is 'an unknown rule is refused' says "knows no rule 'colour'" 2 "$sitelint" --except colour $pages
is 'an unknown format is refused' says "not 'yaml'" 2 "$sitelint" -f yaml $pages
is 'an unknown level is refused' says "not 'note'" 2 "$sitelint" --fail-on note $pages
is '--lines alone is refused' says 'goes with --schema' 2 "$sitelint" -l $pages

bad_line_among_good() {
	{ page; printf '<page xmlns="urn:siteglean:page:1" path="q" <\n'
	  page '<nav id="n1" kind="x"/>' | sed 's/path="p"/path="r"/'; } >"$work/mixed"
	says ':2:' 1 "$sitelint" "$work/mixed" && grep -q ':3:.*menu.*lint.schema' "$work/all" &&
		grep -q '3 pages' "$work/all"
}
is 'lines after one that is not well formed are checked' bad_line_among_good

# Hostile lines. Each is over in a moment and leaves one clear finding.
hostile() {
	says "$1" 1 timeout 20 "$sitelint" "$work/hostile" && [ "$(wc -l <"$work/all")" -le 110 ]
}
{ printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0">'
  printf '<main><body xmlns="http://www.w3.org/1999/xhtml">'
  repeat 500000 '<div>'; repeat 500000 '</div>'; echo '</body></main></page>'; } >"$work/hostile"
is 'half a million levels' hostile 'elements nested more than 1024 deep'
{ printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0"'
  awk 'BEGIN { for (i = 0; i < 300000; i++) printf " a%d=\"\"", i }'; echo '/>'; } >"$work/hostile"
is 'three hundred thousand attributes' hostile 'element with more than 1024 attributes'
{ printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0">'
  awk 'BEGIN { for (i = 0; i < 300000; i++) printf "<a%d/>", i }'; echo '</page>'; } >"$work/hostile"
is 'three hundred thousand names' hostile 'more than 65536 different names'
{ printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0">'
  repeat 300000 '<anchor/>'; echo '</page>'; } >"$work/hostile"
is 'three hundred thousand problems' hostile 'more than 100 problems'
{ printf '<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="9" characters="9">'
  printf '<part id="p1" role="form">'; repeat 1000000 '&#10;&#233;'; echo '</part></page>'; } >"$work/hostile"
is 'a million character references' hostile 'characters is'
page '<meta name="x" content="&lol;"/>' >"$work/hostile"
is 'an entity that nothing declares' hostile "entity 'lol' not defined"

# Documents of any kind.
is 'a document against RELAX NG' says "$(cat tests/sitelint/list.text)" 1 \
	"$sitelint" -s tests/sitelint/list.rng tests/sitelint/list.xml
is 'a page against page.xsd' exits 0 "$sitelint" -s schemas/page.xsd tests/schemas/good.xml
is 'a file that is no schema' says 'neither an XML Schema nor' 2 \
	"$sitelint" -s tests/sitelint/list.xml "$work/good"
is 'an empty document' says 'empty document' 1 "$sitelint" -s schemas/page.xsd "$work/empty"
document() {
	cat >"$work/document"
	says "$1" "$2" timeout 20 "$sitelint" -s schemas/page.xsd "$work/document"
}
is 'laughs are not multiplied' document 'entities cannot be declared' 1 <<'END'
<!DOCTYPE page [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<page xmlns="urn:siteglean:page:1" path="&b;" bytes="1" words="0" characters="0"/>
END
is 'no entity names a file' document 'entities cannot be declared' 1 <<'END'
<!DOCTYPE page [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0">&a;</page>
END

# A server that notes each request: none must come.
listening() {
	command -v python3 >/dev/null
}
untouched() {
	python3 - "$work/port" "$work/touched" <<'END' &
import socket, sys
s = socket.create_server(('127.0.0.1', 0))
open(sys.argv[1] + '.new', 'w').write(str(s.getsockname()[1]))
import os
os.rename(sys.argv[1] + '.new', sys.argv[1])
s.settimeout(20)
try:
    s.accept()
    open(sys.argv[2], 'w').write('touched')
except OSError:
    pass
END
	server=$!
	while [ ! -e "$work/port" ]; do sleep 0.05; done
	port=$(cat "$work/port")
	cat >"$work/dtd" <<END
<!DOCTYPE page SYSTEM "http://127.0.0.1:$port/page.dtd">
<page xmlns="urn:siteglean:page:1" path="p" bytes="1" words="0" characters="0"/>
END
	sed "s|parts/entry.rng|http://127.0.0.1:$port/entry.rng|" tests/sitelint/list.rng >"$work/net.rng"
	"$sitelint" -s schemas/page.xsd "$work/dtd"
	echo "status $?" >"$work/dtd.status"
	"$sitelint" -s "$work/net.rng" tests/sitelint/list.xml
	echo "status $?" >"$work/net.status"
	kill $server
	wait $server 2>/dev/null
	[ ! -e "$work/touched" ] && grep -q 0 "$work/dtd.status" && grep -q 2 "$work/net.status"
}
if listening; then
	is 'neither a document type nor a schema reaches the network' untouched
else
	tests=$((tests + 1))
	echo "ok $tests # skip no python3"
fi
mkdir "$work/below"
sed 's|parts/|../|' tests/sitelint/list.rng >"$work/below/list.rng"
cp tests/sitelint/parts/entry.rng "$work/entry.rng"
is 'a schema includes nothing from above its folder' says 'no file below' 2 \
	"$sitelint" -s "$work/below/list.rng" tests/sitelint/list.xml

# The schema of pages is built into sitelint as tables, for as long as nobody changes it.
changed_schema() {
	cp -r schemas "$work/schemas"
	echo >>"$work/schemas/body.xsd"
	"$sitelint" -q samples/site >"$work/built"
	SITEGLEAN_SCHEMAS=$work/schemas "$sitelint" -q samples/site | diff "$work/built" - || return 1
	sed -i 's/name="words" type="[^"]*" use="required"/name="words" type="xs:string" fixed="7"/' \
		"$work/schemas/page.xsd"
	SITEGLEAN_SCHEMAS=$work/schemas "$sitelint" "$work/good"
}
is 'a schema that was changed is read again' says "attribute 'words'" 1 changed_schema
loads_nothing() {
	LD_DEBUG=libs "$sitelint" -q samples/site >"$work/out" 2>"$work/loaded"
	grep -q 'init: .*libc\.' "$work/loaded" && ! grep 'init: .*libxml2' "$work/loaded"
}
is 'good pages are checked without libxml2' loads_nothing

is 'options for pages do not go with --schema' says 'do not go with' 2 \
	"$sitelint" -s schemas/page.xsd --where lang=fr "$work/good"

# The manual has the options and the call that --help has.
manual_agrees() {
	"$sitelint" --help >"$work/help"
	sed -n 's/^  .*--\([a-z-]*\).*/\1/p' "$work/help" >"$work/options"
	[ -s "$work/options" ] || return 1
	while read -r name; do
		grep -q "^\.It.* Fl Fl $name\b" tools/sitelint.1 tools/siteglean.7 ||
			{ echo "--$name is in no manual"; return 1; }
	done <"$work/options"
	sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESCRIPTION/s/^\.Op Ar \(.*\)/[\1]/p' tools/sitelint.1 |
		paste -sd' ' >"$work/synopsis"
	grep -qF "usage: sitelint $(cat "$work/synopsis")" "$work/help"
}
is 'the manual has the call and every option' manual_agrees
if command -v mandoc >/dev/null; then
	is 'the manual is well written' mandoc -Tlint -Wwarning tools/sitelint.1 tools/siteglean.7
else
	tests=$((tests + 1))
	echo "ok $tests # skip no mandoc"
fi
echo "1..$tests"
