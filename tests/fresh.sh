#!/bin/sh
# fresh.sh - run `make demo` and `make test` on a bare Debian 12, as root and as a user with sudo.
#
# usage: tests/fresh.sh [ROOT]		as root; not part of `make test`
#
# ROOT (build/fresh) is made by debootstrap once and kept as ROOT.base.tar; each run starts from
# that, with a clean clone of the last commit inside, git, make, gcc and nothing else. The mirror
# is this system's own. Prints how long each command took and what it installed.
set -eu
cd "$(dirname "$0")/.."
root=${1:-build/fresh}
[ "$(id -u)" = 0 ] || { echo "fresh.sh: needs root, for debootstrap and chroot" >&2; exit 2; }
command -v debootstrap >/dev/null || apt-get install -qy --no-install-recommends debootstrap

unmount()
{
	for fs in proc dev/shm; do
		mountpoint -q "$root/$fs" && umount "$root/$fs"
	done
	return 0
}
trap unmount EXIT

if [ ! -f "$root.base.tar" ]; then
	rm -rf "$root"
	debootstrap --variant=minbase --include=git,make,gcc,libc6-dev,ca-certificates,sudo \
		bookworm "$root" >"$root.log"
	tar -C "$root" -cf "$root.base.tar" .
fi

# run USER: both commands in a new root, as that user.
run()
{
	unmount
	rm -rf "$root"
	mkdir -p "$root"
	tar -C "$root" -xf "$root.base.tar"
	cp /etc/resolv.conf "$root/etc/resolv.conf"
	mount -t proc proc "$root/proc"
	mkdir -p "$root/dev/shm"
	mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
	if [ "$1" != root ]; then
		chroot "$root" useradd -m "$1"
		echo "$1 ALL=(ALL) NOPASSWD: ALL" >"$root/etc/sudoers.d/$1"
	fi
	home=$(chroot "$root" sh -c "echo ~$1")
	git clone -q --no-local . "$root$home/siteglean"
	chroot "$root" chown -R "$1" "$home/siteglean"
	for command in 'make demo' 'make test'; do
		chroot "$root" dpkg-query -W -f '${Package}\n' | sort >"$root.before"
		start=$(date +%s)
		if chroot "$root" su - "$1" -c "cd siteglean && $command" >"$root.log" 2>&1; then
			result=passed
		else
			result=failed
		fi
		chroot "$root" dpkg-query -W -f '${Package}\n' | sort >"$root.after"
		echo "$1: $command: $result in $(($(date +%s) - start)) s," \
			"$(comm -13 "$root.before" "$root.after" | wc -l) packages installed"
		tail -n 4 "$root.log" | sed 's/^/    /'
		[ $result = passed ] || return 1
	done
}

run root
run editor
