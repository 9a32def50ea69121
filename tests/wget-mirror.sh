#!/bin/sh
# Mirrors the sample site with wget from a server on the loopback: wget-mirror.sh DIRECTORY
#
#   DIRECTORY/converted   -r -p -E -k   every page an .html file, links made relative
#   DIRECTORY/named       -r -p -E      the same files, links as the server sent them
#   DIRECTORY/plain       -r -p         files named as their URLs, most without an extension; pages
#                                       are lost where a page and a folder want the same name
#
# The server is wget's proxy, so each set has the site's own host name and the port is in no page.
set -eu

fail() {
	echo "wget-mirror: $*" >&2
	exit 2
}

[ $# -eq 1 ] || fail "usage: wget-mirror.sh DIRECTORY"
for need in wget python3; do
	command -v "$need" >/dev/null || fail "$need is missing"
done

here=$(cd "$(dirname "$0")" && pwd)
host=www.asw.example.org
work=$(mktemp -d)
server=
unset no_proxy NO_PROXY
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM

mkfifo "$work/port"
python3 "$here/live-site.py" "$here/../samples/site" "$host" >"$work/port" &
server=$!
read -r port <"$work/port" || fail "the server did not start"

# mirror STATUSES DIRECTORY [OPTION...]: exit status 8 is a page not found, and the site links to
# many; 3 is a file that could not be written, because a page has the name of its folder.
mirror() {
	expected=$1
	shift
	mkdir -p "$1"
	status=0
	wget --no-config -nv -e robots=off -e use_proxy=on -e http_proxy="127.0.0.1:$port" \
		-P "$@" -r -l inf -p "http://$host/en/" >"$work/log" 2>&1 || status=$?
	case " $expected " in
	*" $status "*) ;;
	*) fail "wget: exit status $status: $(tail -n 1 "$work/log")" ;;
	esac
}

mirror 8 "$1/converted" -E -k
mirror 8 "$1/named" -E
mirror "3 8" "$1/plain"
