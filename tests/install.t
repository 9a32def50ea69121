#!/bin/sh
# install.t - what make install puts where, that it works there, and that make uninstall takes all
# of it away again.
set -u
cd "$(dirname "$0")/.."

. tests/tap.sh
root=$work/root
filters=$(cd tools && echo site*.c | sed 's/\.c//g')
build=${B:-build}

# quietly make what is built already elsewhere.
put() {
	make -s "$1" B="$build" DESTDIR="$root" PREFIX=/opt/x
}

all_there() {
	for name in $filters; do
		for file in bin/$name share/man/man1/$name.1 share/zsh/site-functions/_$name \
		    share/bash-completion/completions/$name share/fish/vendor_completions.d/$name.fish; do
			[ -s "$root/opt/x/$file" ] || { echo "no $file"; return 1; }
		done
	done
	for file in schemas/*; do
		cmp "$file" "$root/opt/x/share/siteglean/${file#*/}" || return 1
	done
	[ -s "$root/opt/x/share/man/man7/siteglean.7" ]
}

# Data files are found beside the program, wherever that is.
works_there() {
	mv "$root/opt/x" "$root/opt/y" &&
	    (cd "$work" && "$root/opt/y/bin/sitelint" -q "$OLDPWD/samples/site") &&
	    mv "$root/opt/y" "$root/opt/x"
}

# A shell's own check of the syntax of all its completions.
reads() {
	shell=$1 folder=$2
	shift 2
	for file in "$root/opt/x/share/$folder"/*; do
		"$shell" "$@" "$file" || return 1
	done
}

# every_option SHELL FOLDER PREFIX - each long option of --help is in the completion.
every_option() {
	for name in $filters; do
		"$bin/$name" --help | sed -n 's/^  ....--\([a-z-]*\).*/\1/p' >"$work/options"
		[ "$(wc -l <"$work/options")" -ge 12 ] || return 1
		while read -r option; do
			grep -q -e "$3$option\b" "$root/opt/x/share/$2/"*"$name"* ||
				{ echo "$name: no --$option for $1"; return 1; }
		done <"$work/options"
	done
}

completes_in_bash() {
	bash -c '. "$1"
	COMP_WORDS=(sitecsv --de) COMP_CWORD=1
	_sitecsv
	[ "${COMPREPLY[*]}" = "--delimiter --delete" ]
	COMP_WORDS=(sitecsv sam) COMP_CWORD=1
	_sitecsv
	[ ${#COMPREPLY[@]} -eq 0 ]' - "$root/opt/x/share/bash-completion/completions/sitecsv"
}

completes_in_fish() {
	fish -c "source $root/opt/x/share/fish/vendor_completions.d/sitecsv.fish
	complete -C 'sitecsv --del'" | cut -f 1 | sort | paste -sd ' ' | grep -x -e '--delete --delimiter'
}

nothing_left() {
	[ -z "$(find "$root" ! -type d)" ] && [ ! -e "$root/opt/x/share/siteglean" ]
}

is "make install" put install
is "all of it is there" all_there
is "it works there" works_there
is "bash knows every option" every_option bash bash-completion/completions --
is "zsh knows every option" every_option zsh zsh/site-functions --
is "fish knows every option" every_option fish fish/vendor_completions.d '-l '
is "bash reads completions" reads bash bash-completion/completions -n
is "bash completes" completes_in_bash
for shell in zsh fish; do
	folder=zsh/site-functions
	[ $shell = fish ] && folder=fish/vendor_completions.d
	if command -v $shell >/dev/null; then
		is "$shell reads completions" reads $shell $folder -n
	else
		skip "no $shell here"
	fi
done
if command -v fish >/dev/null; then
	is "fish completes" completes_in_fish
else
	skip "no fish here"
fi
is "make uninstall" put uninstall
is "leaves nothing" nothing_left
done_testing
