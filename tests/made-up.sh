# made-up.sh - what the scripts that make up sites have in common; they read it.

# name N - a word for a number: what differs in numbers alone is the same to the filters.
name() {
	echo "no$1" | tr 0-9 a-j
}

# paragraphs PAGE N - so many lines, each with words of its own.
paragraphs() {
	for i in $(seq "$2"); do
		word=$(name "$1v$i")
		echo "Valve $word was ground in by hand, fitted to the seat of $word and tried with water for an hour."
	done
}

# words - of the text of a page, its tags left out: one space between each two.
words() {
	sed 's/<[^>]*>/ /g' | tr -s ' \t\n' ' ' | sed 's/^ //'
}
