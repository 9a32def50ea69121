#!/bin/sh
# noted-site.sh DIR - a made-up site whose bodies hold what is furniture elsewhere: asides, boxes,
# sections named like menus, lists that refer to their own page, "see also"; and what is none of them:
# a trail before, what is related, and, as the site repeats them, tabs over a table, a bar to share by
# and a letter to order. Page N is DIR/N.html and DIR/N.txt what its body says.
set -eu
mkdir -p "$1"
for page in a b c d e f g h i j k l m; do
	for word in one two three four five six seven eight nine; do
		echo "$page$word the net of $page$word was mended at $word by $page, and it held"
	done | {
		read -r one; read -r two; read -r three; read -r four; read -r five; read -r six
		read -r seven; read -r eight; read -r nine
		cat >"$1/$page.html" <<-EOF
		<!DOCTYPE html><html lang="en"><title>Nets of $page | Menders | The old quay</title>
		<div id="top"><h1>Menders | The old quay</h1><a href="a.html">First</a> <a href="m.html">Last</a> Nets and their menders</div>
		<div id="page"><p>You are here: <a href="a.html">Nets and menders</a> &gt;
		Nets of $page and the holes that they had</p>
		<h1>Nets of $page</h1>
		<p>$one. $two.</p>
		<section id="sharing-of-nets"><h2>Sharing of nets<a href="#sharing-of-nets">¶</a></h2>
		<p>$three, as <a href="b.html">one</a> and <a href="c.html">another</a> say.</p></section>
		<section id="language"><h2>Language of menders</h2><p>$four.</p></section>
		<ul><li>$five, see <a href="#sharing-of-nets">sharing</a></li>
		<li>$six, see <a href="#language">language</a></li></ul>
		<div class="sidebar"><p>$seven.</p></div>
		<p>$eight, or (<a href="d.html">next</a>) the day after.</p>
		<div class="mesh-header">Mesh and twine</div><div>$page ten to the hand of $page</div>
		<div role="tablist"><button>All knots</button><button>Some knots</button></div>
		<table><tr class="head-header"><th>Knots of a net<tr><td><a href="b.html">next</a>
		<tr><td><a href="c.html">reef</a><tr><td><a href="d.html">bend</a><tr><td><a href="e.html">hitch</a>
		<tr><td><a href="f.html">bowline</a></table>
		<p><button>Knot of $page</button></p>
		<section><h2>See also</h2><ul><li><a href="b.html">Hooks of $page</a></li>
		<li><a href="c.html">Lines of $page</a></li></ul></section>
		<section id="languages-of-nets"><h2>Languages</h2><ul><li><a href="e.html">Hemp of $page</a></li>
		<li><a href="f.html">Flax of $page</a></li></ul></section>
		<ul><li><a href="#language">Words of $page</a></li><li><a href="#languages-of-nets">Hands of $page</a></li>
		<li><a href="#sharing-of-nets">Feet of $page</a></li></ul>
		<section><h2>Related nets</h2><a href="d.html">Trawls of $page</a></section>
		<aside class="footnotes"><p>$nine.</p></aside>
		<div class="share"><p>Tell the other menders about this page: <a href="/s">by letter</a></p></div>
		<div class="newsletter"><p>Four times a year our letter tells who mended what.</p></div></div>
		<div id="bottom"><p>Printed by the menders of the old quay, who own no net themselves.</p></div>
		EOF
		cat >"$1/$page.txt" <<-EOF
		Nets of $page $one. $two. Sharing of nets $three, as one and another say.
		Language of menders $four. $five, see sharing $six, see language $seven. $eight, or (next) the
		day after. Mesh and twine $page ten to the hand of $page Knots of a net next reef bend hitch
		bowline Knot of $page See also Hooks of $page Lines of $page Languages Hemp
		of $page Flax of $page Words of $page Hands of $page Feet of $page $nine.
		EOF
	}
done
