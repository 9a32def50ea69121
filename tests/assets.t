#!/bin/sh
# assets.t - the table of assets: of the sample, of mirrors of it, and of images of all formats.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
PATH=$(cd "$bin" && pwd):$PATH
oracle=$PWD/tests/oracle/assets.py

# complete ROOT - every file is a page or in the table, as it is on disk.
complete() {
	sitecsv -q -t assets -R "$1" "$1" >"$work/assets.csv" &&
	    sitecsv -q -j 1 -t assets -R "$1" "$1" | cmp - "$work/assets.csv" &&
	    python3 "$oracle" "$work/assets.csv" "$1"
}

# sha256sum agrees too.
sums() (
	sitecsv -q -t assets -R "$1" -C sha256,path "$1" >"$work/sums.csv"
	sed 's/\r$//' "$work/sums.csv" | sed -n 's/^"\([0-9a-f]\{64\}\)","\(.*\)"$/\1  \2/p' >"$work/sums"
	[ "$(wc -l <"$work/sums")" -ge 5 ] && cd "$1" && sha256sum -c --quiet "$work/sums"
)

# row PATH COLUMNS EXPECTED - those columns of the row of a path in a table of the save at $work/s.
row() {
	[ "$(sitecsv -q -t assets -R "$work/s" -C "path,$2" "$work/s" | tr -d '\r' |
	    grep "^\"$1\"")" = "\"$1\",$3" ]
}

sizes() {
	mkdir "$work/images"
	python3 "$oracle" --images "$work/images" >"$work/want"
	sitecsv -q -t assets -R "$work/images" -C path,width,height "$work/images" |
	    tr -d '\r"' | tr , ' ' | sed 1d | diff -u "$work/want" -
}

# A link out of the save is there, and nothing of what it leads to.
outward() {
	mkdir -p "$work/out/save"
	echo 'a { background: url(secret.png) }' >"$work/out/secret.css"
	echo secret >"$work/out/secret"
	ln -s ../secret ../secret.css "$work/out/save"
	echo '<link rel=stylesheet href=secret.css><a href=secret>s</a>' >"$work/out/save/a.html"
	sitecsv -q -t assets -R "$work/out/save" "$work/out/save" | tr -d '\r' | sed 1d >"$work/rows"
	diff -u - "$work/rows" <<-'END'
		"secret",,"file",,,,,,,"1","0","a.html"
		"secret.css",,"file",,,,,,,"1","0","a.html"
	END
	sitelinks -q "$work/out/save" >"$work/found" && ! grep secret "$work/found"
}

# What nobody uses is not known where only some pages were read.
partial() {
	sitecsv -q -t assets -R "$work/s" -C path,state -I one "$work/s" >"$work/some"
	! grep unused "$work/some" && grep '"both.png","file"' "$work/some"
}

# Of page lines alone, uses are known, content is not.
of_lines() {
	sitescrape -q -R "$work/s" "$work/s" | sitecsv -q -t assets -C path,type,pages,state |
	    tr -d '\r' >"$work/lines"
	grep -x '"both.png",,"2","file"' "$work/lines" && ! grep unused "$work/lines"
}

is "the sample" complete samples/site
is "its hashes" sums samples/site
if tests/wget-mirror.sh "$work/wget" >"$work/log" 2>&1; then
	for mirror in converted named plain; do
		is "wget mirror, $mirror" complete "$work/wget/$mirror"
		is "its hashes" sums "$work/wget/$mirror"
	done
else
	skip "no mirror: $(tail -n 1 "$work/log")"
fi
is "sizes of images" sizes
is "nothing out of the save is read" outward

mkdir -p "$work/s/css"
cat >"$work/s/one.html" <<'P'
<!DOCTYPE html><html lang=en><title>One</title><link rel=stylesheet href=css/a.css>
<p>Some words <img src=both.png alt="A map"> <img src=both.png alt=""> <a href=paper.pdf>paper</a>
<a href=gone.zip>gone</a> <a href=gone.html>gone page</a> <img src=lost.png alt=Lost>
<img src="https://cdn.example/far.png"> <a href="https://cdn.example/far.pdf">far</a>
<iframe src=https://maps.example/></iframe> <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
P
cat >"$work/s/two.html" <<'P'
<!DOCTYPE html><html lang=en><title>Two</title><p>More words
<img src=both.png alt="Une carte"><img src=both.png alt="A map"> <img src=both.png>
P
printf '@import "b.css"; p { background: url(../below.png) }' >"$work/s/css/a.css"
printf 'p { background: url("bb.png") }' >"$work/s/css/b.css"
printf 'p { background: url("alone.png") }' >"$work/s/css/idle.css"
for file in both.png below.png css/bb.png css/alone.png; do printf '\211PNG\r\n\032\n' >"$work/s/$file"; done
printf '%%PDF-1.4\n' >"$work/s/paper.pdf"
printf 'GIF89a\001\000\001\000' >"$work/s/wrong.png"
is "all of a small save" complete "$work/s"
is "alternatives, each once" row both.png pages,alt,first '"2","A map | Une carte","one.html"'
is "a link to a document" row paper.pdf state,type '"file","application/pdf"'
is "a missing image" row lost.png state,alt,bytes,pages '"absent","Lost",,"1"'
is "a missing document" row gone.zip state '"absent"'
is "no page is an asset" sh -c "! sitecsv -q -t assets '$work/s' | grep gone.html"
is "an image from elsewhere" sh -c "sitecsv -q -t assets -C url,path,state '$work/s' |
    grep '^\"https://cdn.example/far.png\",,\"outside\"'"
is "no link or frame from elsewhere" sh -c "! sitecsv -q -t assets '$work/s' | grep -e far.pdf -e maps"
is "what a style sheet uses" row below.png pages,sheets,first '"0","1","css/a.css"'
is "and one that it imports" row css/bb.png state,sheets '"file","1"'
is "what an unused style sheet uses" row css/alone.png state,pages,first '"unused","0",'
is "a type by content, not by name" row wrong.png type,width '"image/gif","1"'
is "a style sheet by name" row css/b.css type,sheets '"text/css","1"'
is "some pages only" partial
is "page lines" of_lines
is "columns of the manual" sh -c "sitecsv -q -t assets samples/site | head -n 1 | tr -d '\"\r' |
    sed 's/,/, /g; s/\$/./' | grep -F -x -f - tools/sitecsv.1"
is "safe, other columns, semicolons" sh -c "sitecsv -q -s -d ';' -t assets -C state,path '$work/s' |
    grep '^\"file\";'"
done_testing
