#!/bin/sh
# body.sh - pages a second from saved page to body text, on one core, beside other extractors.
#
# usage: body.sh PROGRAM DATA [PAGES]
#
# PROGRAM is the built sitebody, DATA the folder that holds body-dev/html/*.html.gz (see `make
# conformance`). Each extractor makes text of the same PAGES pages (300), unzipped, in one
# process; the figure is processor time, the best of three runs for sitebody. What the others
# need is fetched into build/bench, once; what cannot be had is named.
set -eu

program=$(realpath "$1")
data=$2/body-dev/html
pages=${3:-300}
bench=build/bench

if [ ! -d "$data" ]; then
	echo "bodies: skipped, no $data (say DATA=DIR)"
	exit 0
fi
rm -rf $bench/pages && mkdir -p $bench/pages
all=$(ls "$data" | wc -l)
ls "$data" | awk -v all="$all" -v want="$pages" 'int(NR * want / all) != int((NR - 1) * want / all)' |
    while read -r page; do
	gzip -dc "$data/$page" >"$bench/pages/${page%.gz}"
    done
cd $bench
pages=$(ls pages | wc -l)

# seconds COMMAND... - processor seconds that a command takes.
seconds() {
	perl -e 'system @ARGV and exit 1; my @t = times; printf "%.2f\n", $t[2] + $t[3]' "$@"
}

# report NAME VERSION SECONDS - a line, with the ratio to ours.
report() {
	awk -v name="$1" -v version="$2" -v s="$3" -v n="$pages" -v ours="$ours" 'BEGIN {
		if (!s) {
			print name ": failed"
			exit
		}
		printf "%-24s %-10s %8.1f pages/s %8.1f times our time\n", name, version, n / s, s / ours
	}'
}

cat >with_trafilatura.py <<'END'
import glob
import trafilatura
for name in sorted(glob.glob("pages/*")):
    with open(name, "rb") as page:
        trafilatura.extract(page.read())
END
cat >readability.mjs <<'END'
import { readdirSync, readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
const linkedom = process.argv[2] === "linkedom" && await import("linkedom");
const jsdom = !linkedom && await import("jsdom");
const quiet = jsdom && new jsdom.VirtualConsole();
for (const name of readdirSync("pages").sort()) {
	const html = readFileSync("pages/" + name, "utf8");
	const document = linkedom ? linkedom.parseHTML(html).document
	    : new jsdom.JSDOM(html, { virtualConsole: quiet }).window.document;
	try {
		new Readability(document).parse();
	} catch {}
}
END

ours=$(for run in 1 2 3; do
	seconds sh -c '"$0" -q -j 1 -f text pages >/dev/null' "$program"
done | sort -n | head -n 1)
report sitebody '' "$ours"

[ -x venv/bin/trafilatura ] || (python3 -m venv venv && venv/bin/pip -q install trafilatura lxml_html_clean) || :
if [ -x venv/bin/trafilatura ]; then
	version=$(venv/bin/pip list 2>/dev/null | awk '$1 == "trafilatura" { print $2 }')
	report trafilatura "$version" "$(seconds venv/bin/python with_trafilatura.py 2>with_trafilatura.err)"
else
	echo 'trafilatura: not to be had here'
fi
[ -d node_modules/linkedom ] ||
    npm --silent install --prefix . @mozilla/readability linkedom jsdom 2>/dev/null || :
for dom in linkedom jsdom; do
	if [ -d node_modules/$dom ] && [ -d node_modules/@mozilla/readability ]; then
		version=$(node -p 'require("./node_modules/@mozilla/readability/package.json").version')
		report "Readability.js, $dom" "$version" "$(seconds node readability.mjs $dom)"
	else
		echo "Readability.js with $dom: not to be had here"
	fi
done
