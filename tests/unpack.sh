#!/bin/sh
# unpack.sh - fetch Debian packages that are read by tests, and unpack them without installing.
#
# usage: unpack.sh PACKAGE[:PATTERN]...
#
# Each goes to build/corpora/PACKAGE, once: all of it, or what the pattern of tar(1) names. Where
# it cannot be had that is said, and no failure: what reads it says that it is not there.
set -eu
cd "$(dirname "$0")/.."
mkdir -p build/corpora/download
cd build/corpora

for wanted; do
	package=${wanted%%:*}
	pattern=${wanted#"$package"}
	[ ! -d "$package" ] || continue
	rm -rf "$package.part"
	mkdir "$package.part"
	if (cd download && apt-get download -q "$package") >&2 &&
	    dpkg --fsys-tarfile download/"${package}"_*.deb |
		tar -xf - -C "$package.part" --wildcards "./${pattern#:}*"; then
		mv "$package.part" "$package"
	else
		echo "unpack: no package $package to be had" >&2
		rm -rf "$package.part"
	fi
done
