#!/bin/sh
# bench.sh - measure the parser beside others over a real saved site.
#
# usage: bench.sh PROGRAM [ROUNDS [DIR]]
#
# PROGRAM is the built bench/parse.c. Without DIR, a mirror of a wiki that Debian packages is
# fetched and unpacked under build/corpora, once.
set -eu

program=$1
rounds=${2:-5}
corpora=build/corpora
package=cppreference-doc-en-html

if [ $# -lt 3 ] && [ ! -d $corpora/$package ]; then
	mkdir -p $corpora/download
	(cd $corpora/download && apt-get download $package)
	dpkg -x $corpora/download/${package}_*.deb $corpora/$package.part
	mv $corpora/$package.part $corpora/$package
fi
echo "libxml2 $(pkg-config --modversion libxml-2.0), gumbo $(pkg-config --modversion gumbo)"
exec "$program" "$rounds" "${3:-$corpora/$package/}"
