#!/bin/sh
# completions.sh - completions of a filter's options, for a shell.
#
# usage: completions.sh bash|zsh|fish PROGRAM
#
# --help is printed from the table that the options are read by, so it has all that is needed.
set -eu
shell=$1 program=$2
name=$(basename "$program")

# The options as lines of letter or "-", name, argument or "-", and help.
options() {
	"$program" --help | awk '
		/^  (-.,|   ) --/ {
			letter = substr($0, 4, 1) == " " ? "-" : substr($0, 4, 1)
			split(substr($0, 9), words, " ")
			rest = substr($0, 9 + length(words[1]))
			argument = match(rest, /^ [^ ]+/) ? substr(rest, 2, RLENGTH - 1) : "-"
			if (argument != "-")
				rest = substr(rest, RLENGTH + 1)
			sub(/^ +/, "", rest)
			if (rest == "")
				getline rest
			sub(/^ +/, "", rest)
			print letter "\t" words[1] "\t" argument "\t" rest
		}'
}

case $shell in
bash)
	# What takes a file or folder, and all that is no option, the shell completes as files.
	options | awk -F '\t' -v name="$name" '
		{ words = words " --" $2 ($1 == "-" ? "" : " -" $1) }
		END {
			print "complete -o default -F _" name " " name
			print "_" name "() {"
			print "\tlocal word=${COMP_WORDS[COMP_CWORD]}"
			print "\tCOMPREPLY=()"
			print "\t[[ $word != -* ]] ||"
			print "\t\tmapfile -t COMPREPLY < <(compgen -W \"" substr(words, 2) "\" -- \"$word\")"
			print "}"
		}'
	;;
zsh)
	options | awk -F '\t' -v name="$name" '
		BEGIN {
			print "#compdef " name
			print "_arguments -s -S \\"
		}
		{
			gsub(/[\[\]:\\]/, "\\\\&", $4)
			gsub(/'\''/, "'\''\\'\'''\''", $4)
			takes = $3 == "-" ? "" : ":" $3 ":" ($3 ~ /FILE|DIR|PAGES/ ? "_files" : " ")
			if ($1 == "-")
				printf "\t'\''*--%s[%s]%s'\'' \\\n", $2 ($3 == "-" ? "" : "="), $4, takes
			else
				printf "\t'\''*'\''{-%s,--%s}'\''[%s]%s'\'' \\\n", $1 ($3 == "-" ? "" : "+"),
				    $2 ($3 == "-" ? "" : "="), $4, takes
		}
		END { print "\t'\''*:path:_files'\''" }'
	;;
fish)
	options | awk -F '\t' -v name="$name" '
		{
			gsub(/\\/, "\\\\", $4)
			gsub(/'\''/, "\\'\''", $4)
			printf "complete -c %s%s -l %s%s -d '\''%s'\''\n", name,
			    $1 == "-" ? "" : " -s " $1, $2,
			    $3 == "-" ? "" : $3 ~ /FILE|DIR|PAGES/ ? " -r -F" : " -x", $4
		}'
	;;
*)
	echo "completions.sh: no shell '$shell'" >&2
	exit 2
	;;
esac
