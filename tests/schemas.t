#!/usr/bin/perl
# schemas.t - page.xsd takes what it should and nothing else. Each case is one edit of a good page
# line, which must make it fail at its own line; a second validator must agree with ours.
use strict;
use warnings;
use File::Temp 'tempdir';
use FindBin '$Bin';
use Test::More;

chdir "$Bin/..";
my $schema = 'schemas/page.xsd';
my $sitelint = ($ENV{B} || 'build') . '/bin/sitelint';
-x $sitelint or BAIL_OUT("no $sitelint");
my $tmp = tempdir(CLEANUP => 1);

sub slurp
{
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!";
	local $/;
	return scalar <$in>;
}

sub spew
{
	my ($path, $text) = @_;
	open my $out, '>', $path or die "$path: $!";
	print $out $text;
	close $out or die "$path: $!";
}

my $good = slurp('tests/schemas/good.xml');

# What is wrong, the text to edit, what to make of it.
my @bad = (
	# the page and its head
	['path missing', ' path="docs/index.html"', ''],
	['path empty', ' path="docs/index.html"', ' path=""'],
	['bytes missing', ' bytes="2048"', ''],
	['bytes below zero', ' bytes="2048"', ' bytes="-1"'],
	['words missing', qr/ words="\d+"/, ''],
	['words no number', qr/ words="\d+"/, ' words="many"'],
	['characters missing', qr/ characters="\d+"/, ''],
	['status no status', ' status="200"', ' status="99"'],
	['url empty', ' url="https://example.org/docs/"', ' url=""'],
	['url-from unknown', 'url-from="saver"', 'url-from="guess"'],
	['encoding by a label', 'windows-1252', 'latin1'],
	['encoding in lower case', 'charset="windows-1252"', 'charset="utf-8"'],
	['language with underscore', 'lang="en-GB"', 'lang="en_GB"'],
	['language empty', 'lang="en-GB"', 'lang=""'],
	['irregular language that none is', 'lang="en-GB"', 'lang="i-english"'],
	['language too short', 'lang="en-GB"', 'lang="e"'],
	['language with empty subtag', 'lang="en-GB"', 'lang="en--GB"'],
	['extension without value', 'lang="en-GB"', 'lang="en-u"'],
	['unknown attribute of page', ' status=', ' colour='],
	['attribute of another namespace', ' status="200"', ' xml:lang="en" status="200"'],
	['unknown element', '<anchor name', '<anker name'],
	['element of no namespace', '<anchor name', '<anchor xmlns="" name'],
	['element of another namespace', '<meta name', '<meta xmlns="urn:other" name'],
	['text in page', '<anchor name', 'text<anchor name'],
	['text in an empty element', '"top" at="9:3"/>', '"top" at="9:3">text</anchor>'],
	['element in an empty element', '"top" at="9:3"/>',
		'"top" at="9:3"><anchor name="x"/></anchor>'],
	['head out of order', '<meta name', '<anchor name="x"/><meta name'],
	['head after regions', '</page>', '<meta name="x" content=""/></page>'],
	['meta without name', '<meta name="description"', '<meta'],
	['meta without content', ' content=""', ''],
	['alternate without lang', '<alternate lang="fr"', '<alternate'],
	['alternate without href', ' href="../fr/"', ''],
	['anchor without name', ' name="top"', ''],
	['anchor with an empty name', ' name="top"', ' name=""'],
	['ref without element', '<ref element="img"', '<ref'],
	['ref without attribute', ' attribute="srcset"', ''],
	['ref without href', ' href="a.png 2x"', ''],
	['ref of no element', 'element="img"', 'element="im g"'],
	['target empty', 'target="docs/a.png"', 'target=""'],
	['state unknown', 'state="file"', 'state="maybe"'],
	['place without column', 'at="9:3"', 'at="9"'],
	['place at line 0', 'at="9:3"', 'at="0:3"'],
	['place at column 0', 'at="9:3"', 'at="9:0"'],
	['place with words', 'at="9:3"', 'at="line 9"'],

	# regions
	['kind unknown', 'kind="menu"', 'kind="menubar"'],
	['kind in upper case', 'kind="menu"', 'kind="Menu"'],
	['kind missing', ' kind="menu"', ''],
	['nav without id', '<nav id="n1"', '<nav'],
	['nav with the id of a part', '<nav id="n1"', '<nav id="p1"'],
	['nav numbered 0', '<nav id="n1"', '<nav id="n0"'],
	['nav with target', '<nav id="n1"', '<nav id="n1" target="x"'],
	['label-from unknown', 'label-from="alt"', 'label-from="text"'],
	['item without label', ' label="Below"', ''],
	['current not true', 'current="true"', 'current="page"'],
	['text after items', '</nav>', '<text>late</text></nav>'],
	['second text', '<text>Choose</text>', '<text>Choose</text><text>one</text>'],
	['empty text', '<text>Choose</text>', '<text/>'],
	['element in text', '<text>Choose</text>', '<text><item label="x"/></text>'],
	['text in nav', '<text>Choose</text>', 'Choose'],
	['text in item', '<text>start</text>', 'start'],
	['nav in nav', '<item label="Below"/>', '<nav id="n9" kind="menu"/>'],
	['item outside nav', '</page>', '<item label="x"/></page>'],
	['role unknown', 'role="banner"', 'role="main"'],
	['role missing', ' role="banner"', ''],
	['part without id', '<part id="p1"', '<part'],
	['element in part', '>End<', '><b xmlns="http://www.w3.org/1999/xhtml">End</b><'],
	['main twice', '</main>', '</main><main><body xmlns="http://www.w3.org/1999/xhtml"/></main>'],
	['main empty', qr{<main>.*</main>}, '<main/>'],
	['main of text', qr{<main>.*</main>}, '<main>text</main>'],
	['main not a body', qr{<main>.*</main>}, '<main><p xmlns="http://www.w3.org/1999/xhtml"/></main>'],
	['main with attribute', '<main>', '<main id="m">'],
	['two bodies', '</body>', '</body><body xmlns="http://www.w3.org/1999/xhtml"/>'],
	['cut without ref', ' ref="n1"/><p>', '/><p>'],
	['cut of no region', 'ref="n1"/><p>', 'ref="m1"/><p>'],
	['cut with text', 'ref="n1"/><p>', 'ref="n1">text</cut><p>'],
	['cut outside body', '</page>', '<cut ref="n1"/></page>'],
	['page in page', '</page>', '<page path="x" bytes="1" words="0" characters="0"/></page>'],

	# the body
	['attribute of body', '<body ', '<body id="b" '],
	['another element of page in body', '<h1>', '<text xmlns="urn:siteglean:page:1">x</text><h1>'],
	['element of no XHTML', '<h1>', '<center>x</center><h1>'],
	['upper case', '<hr/>', '<HR/>'],
	['script', '<h1>', '<script/><h1>'],
	['form', '<h1>', '<form/><h1>'],
	['main in body', '<h1>', '<main/><h1>'],
	['nav in body', '<h1>', '<nav/><h1>'],
	['body in body', '<h1>', '<body/><h1>'],
	['style', '<h1>', '<h1 style="color:red">'],
	['class', '<h1>', '<h1 class="x">'],
	['alignment', '<h1>', '<h1 align="center">'],
	['handler', '<h1>', '<h1 onclick="x()">'],
	['role', '<h1>', '<h1 role="heading">'],
	['other data', '<h1>', '<h1 data-x="y">'],
	['id empty', ' id="s"', ' id=""'],
	['language in body', 'lang="fr" dir', 'lang="fr_FR" dir'],
	['direction unknown', 'dir="ltr"', 'dir="LTR"'],
	['place in body', 'data-at="14:2"', 'data-at="14"'],
	['svg', '<math xmlns="http://www.w3.org/1998/Math/MathML"', '<math xmlns="http://www.w3.org/2000/svg"'],
	['li outside lists', '<h1>', '<li>x</li><h1>'],
	['div in ul', '<ul><li>one', '<ul><div/><li>one'],
	['text in ul', '<ul><li>one', '<ul>text<li>one'],
	['text in ol', '<li value="3">', 'text<li value="3">'],
	['ul in ul', '<ul><li>one', '<ul><ul/><li>one'],
	['start no number', 'start="-1"', 'start="one"'],
	['reversed empty', 'reversed="reversed"', 'reversed=""'],
	['list type', 'type="a"', 'type="disc"'],
	['value of ul', '<ul><li>one', '<ul start="2"><li>one'],
	['dt outside dl', '<h1>', '<dt>x</dt><h1>'],
	['dd outside dl', '<h1>', '<dd>x</dd><h1>'],
	['text in dl', '<dl><dt>', '<dl>text<dt>'],
	['p in dl', '<dl><dt>', '<dl><p/><dt>'],
	['div in div in dl', '<div><dt>', '<div><div/><dt>'],
	['text in div in dl', '<div><dt>', '<div>text<dt>'],
	['tr outside tables', '<h1>', '<tr/><h1>'],
	['td outside rows', '<h1>', '<td/><h1>'],
	['tr in table', '<tbody>', '<tr/><tbody>'],
	['text in table', '<tbody>', 'text<tbody>'],
	['text in tbody', '<tbody>', '<tbody>text'],
	['text in tr', '<tr><td rowspan', '<tr>text<td rowspan'],
	['td in tbody', '<tbody>', '<tbody><td/>'],
	['div in tr', '<tr><td rowspan', '<tr><div/><td rowspan'],
	['caption outside tables', '<h1>', '<caption/><h1>'],
	['col in table', '<tbody>', '<col/><tbody>'],
	['text in col', '<col span="1"/>', '<col span="1">text</col>'],
	['colspan no number', 'colspan="2"', 'colspan="50%"'],
	['scope unknown', 'scope="col"', 'scope="column"'],
	['scope of td', '<td rowspan', '<td scope="row" rowspan'],
	['border', '<table>', '<table border="1">'],
	['figcaption outside figures', '<h1>', '<figcaption/><h1>'],
	['summary outside details', '<h1>', '<summary/><h1>'],
	['rt outside ruby', '<h1>', '<rt/><h1>'],
	['source outside media', '<h1>', '<source/><h1>'],
	['track in picture', '<picture>', '<picture><track/>'],
	['text in img', '<img src="a.png" alt="A"/>', '<img src="a.png" alt="A">x</img>'],
	['text in br', '<br/>', '<br>x</br>'],
	['text in iframe', '</iframe>', 'x</iframe>'],
	['width with unit', 'width="10"', 'width="100%"'],
	['track kind', 'kind="captions"', 'kind="words"'],
	['href of p', '<p>Loose', '<p href="x">Loose'],
);

my @good = (
	['private language', 'lang="en-GB"', 'lang="x-klingon"'],
	['language with everything', 'lang="en-GB"', 'lang="zh-yue-Hant-HK-rozaj-1994-u-co-phonebk-x-a-b"'],
	['irregular language', 'lang="en-GB"', 'lang="i-default"'],
	['irregular language that has another tag now', 'lang="en-GB"', 'lang="i-klingon"'],
	['region by number', 'lang="en-GB"', 'lang="es-419"'],
	['no language', ' lang="en-GB"', ''],
	['no main', qr{<main>.*</main>}, ''],
	['block in a phrase', '<b>link</b>', '<div><h2>link</h2></div>'],
	['list in a paragraph', '<p>Loose', '<p><ul/>Loose'],
	['cut in a row', '<tr><td rowspan', '<tr><cut xmlns="urn:siteglean:page:1" ref="p1"/><td rowspan'],
	['cut in a phrase', '<b>link</b>', '<b><cut xmlns="urn:siteglean:page:1" ref="p1"/>link</b>'],
	['caption last', '</table>', '<caption>late</caption></table>'],
	['anything in math', '<mi mathvariant="bold">', '<mi mathvariant="bold" anything="x">'],
);

sub edited
{
	my ($what, $from, $to) = @{ $_[0] };
	my $line = $good;
	my $pattern = ref $from ? $from : qr/\Q$from\E/;
	$line =~ s/$pattern/$to/ or die "$what: nothing to edit";
	$line =~ s/ path="docs\/index.html"/ path="$_[1]"/;
	return $line;
}

# Which of the lines, counted from 1, sitelint finds no schema's.
sub found_by_sitelint
{
	my @lines = @_;
	my %found;
	spew("$tmp/lines", join '', @lines);
	for (qx($sitelint -q -f csv $tmp/lines)) {
		$found{$2} = 1 if /^"error","lint\.(schema|xml)","[^"]*","(\d+)"/;
	}
	return map { $found{$_} ? 1 : 0 } 1 .. @lines;
}

# The same by xmllint, a file a line.
sub found_by_xmllint
{
	my @lines = @_;
	my %found;
	spew("$tmp/$_.xml", $lines[$_ - 1]) for 1 .. @lines;
	my $files = join ' ', map { "$tmp/$_.xml" } 1 .. @lines;
	for (qx(xmllint --nonet --noout --schema $schema $files 2>&1)) {
		$found{$1} = 1 if m{/(\d+)\.xml fails to validate$};
		$found{$1} = 0 if m{/(\d+)\.xml validates$};
	}
	return map { $found{$_} } 1 .. @lines;
}

my @cases = (['as it is', '<page ', '<page '], @good, @bad);
my @lines = map { edited($cases[$_], "$_.html") } 0 .. $#cases;
my @ours = found_by_sitelint(@lines);
my $second = `sh -c 'command -v xmllint'` ne '';
my @theirs = $second ? found_by_xmllint(@lines) : ();

for my $i (0 .. $#cases) {
	my $want = $i > @good ? 1 : 0;
	my $what = ($want ? 'refused: ' : 'taken: ') . $cases[$i][0];
	is($ours[$i], $want, $what);
	SKIP: {
		skip 'no xmllint', 1 unless $second;
		is($theirs[$i], $want, "xmllint agrees, $what");
	}
}

# Every element and attribute is documented.
for my $name (qw(page body xhtml findings)) {
	my $text = slurp("schemas/$name.xsd");
	my $bare = 0;
	while ($text =~ m{<xs:(element|attribute) name="[^"]*"[^>]*?(/?)>\s*(<xs:annotation>)?}g) {
		$bare++ if $2 || !$3;
	}
	is($bare, 0, "$name.xsd documents every element and attribute");
}

# Each of our phrases compiles by itself; sitestubs looks at them one by one only in others' files.
my $sitestubs = $sitelint =~ s/sitelint$/sitestubs/r;
ok(system("$sitestubs -q -P schemas/stub.phrases samples/site >/dev/null") >> 8 < 2,
	'every phrase is a pattern');
done_testing();
