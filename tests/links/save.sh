#!/bin/sh
# save.sh - save the site of harbour.py by real programs: save.sh DIRECTORY
#
#   DIRECTORY/wget-plain    -r -p                          links as the server sent them
#   DIRECTORY/wget-offline  -r -p -E -k -K                 links made relative, originals kept
#   DIRECTORY/wget-flat     -r -p -nH --cut-dirs=1         no folder for host and first folder
#   DIRECTORY/wget-windows  -r -p -E -k, names for Windows
#   DIRECTORY/wget-errors   -r -p -k --content-on-error    error pages kept
#   DIRECTORY/httrack       HTTrack's defaults
# A program that is not installed is named on standard output, and its saves are left out.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$1
top=http://www.harbour.example/harbour/
work=$(mktemp -d)
server=
unset no_proxy NO_PROXY
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

mkfifo "$work/port"
python3 -B "$here/serve.py" >"$work/port" &
server=$!
read -r port <"$work/port"

# save_wget NAME OPTION...: status 8 says that some pages were errors, as they are, and 3 that the
# page /harbour/docs was not written, since a folder has that name.
save_wget() {
	name=$1
	shift
	status=0
	wget --no-config -nv -e robots=off -e use_proxy=on -e http_proxy="127.0.0.1:$port" \
		-P "$out/$name" -r -l inf -p -X /harbour/private "$@" \
		$top ${top}orphan.html ${top}island-a.html >"$work/log" 2>&1 || status=$?
	case $status in
	0 | 3 | 8) ;;
	*)
		cat "$work/log" >&2
		exit 2
		;;
	esac
}

if command -v wget >/dev/null; then
	save_wget wget-plain
	save_wget wget-offline -E -k -K
	save_wget wget-flat -nH --cut-dirs=1
	save_wget wget-windows -E -k --restrict-file-names=windows
	save_wget wget-errors -k --content-on-error
else
	echo "no wget"
fi
if command -v httrack >/dev/null; then
	httrack $top ${top}orphan.html ${top}island-a.html -O "$out/httrack" \
		-P "127.0.0.1:$port" '-*/private/*' -q -s0 -c16 -%c0 '-%!' >"$work/log" 2>&1 </dev/null || {
		cat "$work/log" >&2
		exit 2
	}
else
	echo "no httrack"
fi
