# tap.sh - what the shell tests share: where the programs are, a place for files, and TAP.
# Source it from the top of the tree.
bin=${B:-build}/bin
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests=0

# is NAME COMMAND... - one test: the command succeeds. What it printed explains a failure. File and
# variable are named as no command names its own.
is() {
	tap_name=$1
	shift
	tests=$((tests + 1))
	if "$@" >"$work/.tap" 2>&1; then
		echo "ok $tests - $tap_name"
	else
		echo "not ok $tests - $tap_name"
		sed 's/^/# /' "$work/.tap"
	fi
}

# skip WHY - a test that cannot be run here.
skip() {
	tests=$((tests + 1))
	echo "ok $tests # skip $1"
}

done_testing() {
	echo "1..$tests"
}
