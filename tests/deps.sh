#!/bin/sh
# deps.sh - see to it that what the build and its tests need is there.
#
# usage: deps.sh [PACKAGE...]
#
# The packages are further ones that some test needs.
# On Debian and its like, missing packages are installed by apt-get, through sudo for other
# users than root; elsewhere they are named.
set -eu

packages='pkg-config libxml2-dev libxml2-utils libcsv-dev libpcre2-dev zlib1g-dev libdeflate-dev
	libjansson-dev libicu-dev libcld2-dev libgmime-3.0-dev libmagic-dev nettle-dev g++ perl python3
	python3-html5lib python3-yaml xsltproc jq wget httrack cmark-gfm mandoc valgrind'
packages="$packages $*"

if ! command -v dpkg-query >/dev/null; then
	for program in pkg-config xmllint prove; do
		command -v $program >/dev/null && continue
		echo "deps: no $program here; install what your system calls:" $packages >&2
		exit 2
	done
	exit 0
fi
missing=
for package in $packages; do
	case $(dpkg-query -W -f '${Status}' $package 2>/dev/null) in
	*' installed') ;;
	*) missing="$missing $package" ;;
	esac
done
[ -z "$missing" ] && exit 0
sudo=
if [ "$(id -u)" != 0 ]; then
	sudo=sudo
	command -v sudo >/dev/null || {
		echo "deps: as root: apt-get install$missing" >&2
		exit 2
	}
fi
$sudo apt-get update -q
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qy --no-install-recommends $missing
