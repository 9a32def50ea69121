#!/bin/sh
# sitelangs.t - what sitelangs says of the sample site and capture, of a made-up site broken on
# purpose, its options, and the manual's examples.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
export SITEGLEAN_SCHEMAS="$PWD/schemas"
site=samples/site
golden=$PWD/tests/sitelangs

# prints GOLDEN OPTION... - the sample site gives the golden output.
prints() {
	expected=$golden/$1
	shift
	sitelangs -q -R $site "$@" $site | tr -d '\r' | diff -u "$expected" -
}

# exits STATUS COMMAND... - the command exits so.
exits() {
	want=$1
	shift
	"$@"
	got=$?
	[ $got -eq "$want" ] || { echo "status $got, not $want"; return 1; }
}

# refuses TEXT OPTION... - the call ends with status 2 and says TEXT.
refuses() {
	text=$1
	shift
	sitelangs -q "$@" $site >"$work/out" 2>"$work/err"
	[ $? -eq 2 ] && grep -F -e "$text" "$work/err" && ! [ -s "$work/out" ]
}

capture() {
	sitelangs -q samples/capture.txt | diff -u "$golden/capture.text" -
}
same_for_page_lines() {
	sitescrape -q -R $site $site >"$work/lines"
	sitelangs -q -t matrix "$work/lines" | diff -u "$golden/matrix.text" -
}
same_for_any_jobs() {
	sitelangs -q -j1 -R $site $site >"$work/one"
	sitelangs -q -j5 -R $site $site | cmp - "$work/one"
}
findings_validate() {
	sitelangs -q -f xml $site >"$work/findings"
	exits 0 sitelint -q -s schemas/findings.xsd -l "$work/findings"
}
rows_validate() {
	for table in matrix languages groups passages evidence; do
		sitelangs -q -t $table -f xml $site
	done >"$work/rows"
	[ -s "$work/rows" ] && exits 0 sitelint -q -s schemas/rows.xsd -l "$work/rows"
}
baseline_knows() {
	exits 0 sitelangs -q -g -b "$work/known" $site &&
		[ -z "$(sitelangs -q -b "$work/known" $site)" ]
}
gone_is_said() {
	printf 'lang.wrong\tnowhere.html\tfr\n' | cat "$work/known" - >"$work/more"
	[ "$(sitelangs -q -b "$work/more" $site)" = "$work/more:$(wc -l <"$work/more"):1: note: \
no longer occurs: 'lang.wrong\x09nowhere.html\x09fr' [baseline.gone]" ] &&
		exits 0 sitelangs -q -u -b "$work/more" $site >"$work/said" && cmp "$work/known" "$work/more"
}
sitemap_speaks() {
	mkdir -p "$work/map/en" "$work/map/fr"
	cat >"$work/map/en/a.html" <<-'END'
		<html lang="en"><head><title>Rules</title>
		<link rel="alternate" hreflang="en" href="https://w.example.org/en/a.html">
		<link rel="alternate" hreflang="fr" href="https://w.example.org/fr/b.html"></head>
		<body><link rel="alternate" hreflang="de" href="/de/a.html">
		<main><p>The committee decided that everybody who uses the pump should pay.</p></main>
	END
	for page in b c; do
		echo '<html lang="fr"><main><p>Le comité a décidé que tous ceux qui utilisent la' \
			'pompe doivent payer.</p></main>' >"$work/map/fr/$page.html"
	done
	cat >"$work/map/sitemap.xml" <<-'END'
		<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
		  xmlns:xhtml="http://www.w3.org/1999/xhtml">
		<url><loc>https://w.example.org/en/a.html</loc>
		<xhtml:link rel="alternate" hreflang="fr" href="https://w.example.org/fr/c.html"/></url>
		</urlset>
	END
	sitelangs -q -f json -R "$work/map" -B https://w.example.org/ "$work/map" >"$work/said"
	for rule in sitemap head relative return target; do
		grep -q "lang\.$rule\"" "$work/said" || { echo "no $rule"; cat "$work/said"; return 1; }
	done
}
# Where visitors choose is offered by the others as x-default alone.
default_is_offered() {
	offers=
	for offer in x-default: en:en/ fr:fr/; do
		offers="$offers<link rel=alternate hreflang=${offer%:*} href=https://w.example.org/${offer#*:}>"
	done
	for page in en: en:en/ fr:fr/; do
		mkdir -p "$work/choice/w.example.org/${page#*:}"
		echo "<html lang=${page%:*}><title>Pump</title>$offers" \
			>"$work/choice/w.example.org/${page#*:}index.html"
	done
	sitelangs -q -f json "$work/choice" >"$work/said"
	[ -s "$work/said" ] && ! grep 'lang\.return' "$work/said"
}
# A language that has another subtag now is the same.
replaced() {
	for pair in he:iw id:in no:nb ro:mo fr:de; do
		put_page "$work/now/w.example.org/${pair%:*}.html" "<p>Pump.</p>"
		sed -i "s|<title>|<html lang=${pair#*:}><link rel=alternate hreflang=${pair%:*} \
href=https://w.example.org/${pair%:*}.html>&|" "$work/now/w.example.org/${pair%:*}.html"
	done
	sitelangs -q "$work/now" | sed -n 's/.*, which declares \(.*\) .lang.declared./\1/p' >"$work/declared"
	[ "$(cat "$work/declared")" = "'de'" ]
}
# Page lines without what they should have.
lacking() {
	for attribute in target path; do
		sed "s/ $attribute=\"[^\"]*\"//g" "$work/lines" | sitelangs -q -t matrix >"$work/found" &&
			[ -s "$work/found" ] || return 1
	done
}
# One page that calls itself x-default does not become the source of all others.
no_language() {
	for page in x-default: en:en/ fr:fr/; do
		put_page "$work/chooser/w.example.org/${page#*:}index.html" \
			"<p>All must pay for the pump they use, and nobody remembers who built it.</p>"
		sed -i "s|<title>|<html lang=${page%:*}><link rel=alternate hreflang=x-default \
href=https://w.example.org/><link rel=alternate hreflang=en href=https://w.example.org/en/>&|" \
			"$work/chooser/w.example.org/${page#*:}index.html"
	done
	sitelangs -q -f json "$work/chooser" >"$work/said"
	grep "html lang 'x-default' is no language tag\"" "$work/said" &&
		grep 'fr/index.html.*lang.fallback\|lang.fallback.*fr/index.html' "$work/said" && ! grep "in 'x-default'" "$work/said"
}
robots_are_asked() {
	for content in NOINDEX 'follow, NoIndex' noarchive,none 'index nofollow' noindexing; do
		put_page "$work/robots/w.example.org/en/a.html" "<p>Pump.</p>"
		sed -i 's|<title>|<html lang=en><link rel=alternate hreflang=en href=https://w.example.org/en/a.html>'"\
"'<meta name=robots content="'"$content"'">&|' "$work/robots/w.example.org/en/a.html"
		sitelangs -q -f json "$work/robots" | grep -c 'lang.noindex'
	done >"$work/counts"
	[ "$(tr '\n' ' ' <"$work/counts")" = '2 2 2 0 0 ' ]
}
body_declares() {
	mkdir -p "$work/body"
	for language in en fr; do
		cat >"$work/body/$language-page.html" <<-END
			<title>Rules</title><main><div lang="$language"><h1>Rules</h1>
			<p>The committee decided that everybody who uses the pump should pay.</p>
			<blockquote lang="de"><p>Wer die Pumpe benutzt, der soll auch bezahlen.</p>
			</blockquote></div></main>
		END
	done
	mv "$work/body/fr-page.html" "$work/body/b.html"
	sitelangs -q -s en -f json -R "$work/body" "$work/body" >"$work/said"
	[ "$(grep -c 'lang.fallback' "$work/said")" -eq 1 ] && ! grep 'lang.partial' "$work/said"
}
# sidebars PAGES LABELS - so many findings of French pages with English sidebars.
sidebars() {
	sitelangs -q -s en -f json -R "$work/side" "$work/side" >"$work/said"
	[ "$(grep -c 'lang.partial' "$work/said")" -eq "$1" ] &&
		[ "$(grep -c 'lang.label' "$work/said")" -eq "$2" ]
}
sidebars_count() {
	mkdir -p "$work/side/en" "$work/side/fr"
	for page in a b; do
		echo '<html lang="en"><main><p>All must pay for the pump they use.</p></main>' \
			>"$work/side/en/$page.html"
		cat >"$work/side/fr/$page.html" <<-'END'
			<html lang="fr"><main><p>Le comité a décidé que tous doivent payer.</p>
			<p>Les enfants jouent souvent ici, une clôture est une bonne idée.</p>
			</main><aside><p>Nobody remembers who built it, but it must be kept.</p></aside>
		END
	done
	sidebars 0 1 || return 1
	sed -i 's/Nobody/Hardly anyone/' "$work/side/fr/b.html"
	sidebars 2 0
}
# Words in names of files that could be tags differ in nothing but these, too; where one of them is
# the language of a page, the other is one that is not translated.
words_in_names() {
	text='<p>All must pay for the pump they use, and nobody remembers who built it.</p>'
	for name in named/forms-or named/forms-os named/and-or named/and-os twins/a.en twins/a.or; do
		put_page "$work/$name.html" "$text"
	done
	sitelangs -q -R "$work/named" "$work/named" >"$work/said" && ! [ -s "$work/said" ] || return 1
	sitelangs -q -R "$work/twins" "$work/twins" | grep -q 'a.or.html.* on a page in .or. .lang.fallback'
}
put_page() {
	mkdir -p "${1%/*}"
	printf '<!DOCTYPE html><title>Pump</title><main><h1>The pump</h1>%s</main>\n' "$2" >"$1"
}
fr_means_fr_CA() {
	mkdir -p "$work/ca"
	echo '<html lang="fr-CA"><main><p>Le comité a décidé que tous doivent payer.</p></main>' \
		>"$work/ca/a.html"
	exits 0 sitelangs -q -r fr "$work/ca" && exits 2 sitelangs -q -r de "$work/ca"
}
manual_options() {
	sitelangs --help >"$work/help"
	sed -n 's/^  .*--\([a-z-]*\).*/\1/p' "$work/help" >"$work/options"
	[ -s "$work/options" ] || return 1
	while read -r name; do
		grep -q "^\.It.* Fl Fl $name\b" tools/sitelangs.1 tools/siteglean.7 ||
			{ echo "--$name is in no manual"; return 1; }
	done <"$work/options"
}
manual_rules() {
	for rule in $(sed -n 's/.*\[LANG_.*{ "\(lang[^"]*\)".*/\1/p' tools/lib/languages/lang_rules.c); do
		grep -q "$rule" tools/sitelangs.1 || { echo "$rule is not in the manual"; return 1; }
	done
}
run_examples() (
	sed -n 's/^\.Dl \$ //p' tools/sitelangs.1 >"$work/examples"
	ln -s "$PWD/samples" "$work/samples"
	cd "$work" && [ "$(wc -l <examples)" -ge 5 ] || exit 1
	while read -r example; do
		sh -c "$example" >printed
		[ $? -le 1 ] || exit 1
	done <examples
	! [ -s printed ] # of the last, all is known
)

is 'findings in the sample' prints findings.text
is 'its matrix' prints matrix.text -t matrix
is 'as CSV' prints matrix.csv -t matrix -f csv
is 'its languages' prints languages.text -t languages
is 'its groups' prints groups.text -t groups
is 'what says which language' prints evidence.text -t evidence
is 'passages in another language' prints passages.text -t passages
is 'what is to be done in French' prints todo.text --todo fr
is 'the capture, and nothing else' capture
is 'page lines say the same' same_for_page_lines
is 'lines without paths, or targets of links' lacking
is 'any number of jobs says the same' same_for_any_jobs
is 'findings match findings.xsd' findings_validate
is 'rows match rows.xsd' rows_validate
is 'findings are status 1' exits 1 sitelangs -q $site
is 'nine of ten in French are required' exits 1 sitelangs -q --fail-on error -r fr -m 90 $site
is 'four of ten will do' exits 0 sitelangs -q --fail-on error -r fr -m 40 $site
is 'a baseline knows them' baseline_knows
is 'what no longer occurs is said, and taken out' gone_is_said
is 'what sitemap, hreflang and head disagree on' sitemap_speaks
is 'a page offered as x-default is offered' default_is_offered
is 'a language that has another subtag now is the same' replaced
is 'x-default is the language of no page' no_language
is 'robots are asked not to index in any case' robots_are_asked
is 'what most of a body declares is its language, the rest a quotation' body_declares
is 'a sidebar counts with the body, or as a label of many pages' sidebars_count
is 'words in names are no languages' words_in_names
is 'fr is fr-CA where there is no other' fr_means_fr_CA
is 'a full disk is status 2' exits 2 sh -c "sitelangs -q $site >/dev/full"
is 'nothing read is status 2' exits 2 sitelangs -q "$work/none"
is 'an unknown table is refused' refuses "--table wants matrix, languages, groups, passages or evidence, not 'x'" -t x
is 'an unknown rule is refused' refuses "no rule 'x'" --except x
is 'a language that no page is in is refused' refuses "no page is in 'eo'" --todo eo
is 'nor is one that none is translated from' refuses "no page is in 'eo'" -s eo
is 'an empty list of languages is refused' refuses '--require wants' -r ''
is 'a percentage of nothing is refused' refuses 'goes with --require' -m 50
is 'a percentage beyond 100 is refused' refuses 'from 0 to 100' -m 101
is 'a baseline must be named' refuses 'go with --baseline' -u
if command -v python3 >/dev/null; then
	is 'every one of 200 mutations, and nothing else' \
		python3 tests/oracle/mutations.py "$bin/sitelangs" 200
	is 'a site that declares and names nothing' \
		python3 tests/oracle/nameless.py "$bin/sitelangs"
else
	skip 'no python3'
fi
is 'every option is in a manual' manual_options
is 'and every rule' manual_rules
is "the manual's examples" run_examples
done_testing
