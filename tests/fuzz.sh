#!/bin/sh
# fuzz.sh - run the built fuzz programs for a bounded time each.
#
# usage: fuzz.sh SECONDS PROGRAM...
#
# Seeds are the sample pages and the parser's test pages; for programs that read page lines,
# what sitescrape makes of those. New inputs stay in build/fuzz/NAME.corpus, failing ones in
# build/fuzz/NAME-crash-*. Exits 1 at the first program that fails.
set -eu

seconds=$1
shift
for program; do
	name=${program##*/}
	corpus=build/fuzz/$name.corpus
	mkdir -p "$corpus"
	find samples tests/html -name '*.html' | while read -r page; do
		seed=$corpus/$(echo "$page" | tr / -)
		case $name in
		pageline | lint) build/bin/sitescrape -q "$page" >"$seed" ;;
		*) cp "$page" "$seed" ;;
		esac
	done
	echo "fuzz: $name, $seconds seconds"
	"$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -verbosity=0 \
		-print_final_stats=1 -artifact_prefix="build/fuzz/$name-" "$corpus"
done
