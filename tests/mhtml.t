#!/usr/bin/perl
# mhtml.t - pages that a browser saved in one file, as a mail is (RFC 2557).
use strict;
use warnings;
use lib 'tests';
use Encode qw(encode);
use Filter;
use IO::Compress::Gzip qw(gzip);
use MIME::Base64 qw(encode_base64);
use MIME::QuotedPrint qw(encode_qp);
use Test::More;

scratch();

my $url = 'https://moor.example/otters';
my $html = encode('UTF-8', "<!DOCTYPE html>\n<html lang=\"de\"><title>Fischotter</title>\n<nav><ul><li><a href=\"$url\">Otter</a>"
	. "<li><a href=\"https://moor.example/\">Moor</a></ul></nav>\n<main><h1>Fischotter</h1>\n"
	. "<p>Am Wehr wohnt seit Jahren ein Otterp\x{e4}rchen, das man abends h\x{f6}rt.\n"
	. "<p><img alt=\"Wehr\" src=\"https://moor.example/i/weir.png\"> <img alt=\"Otter\" src=\"https://moor.example/i/gone.png\"></main></html>\n");

# A part of a file: its type, how it is encoded, its bytes, further fields.
sub part {
	my ($type, $encoding, $bytes, @fields) = @_;
	my %encode = (base64 => \&encode_base64, 'quoted-printable' => sub { encode_qp($_[0], "\n") }, binary => sub { $_[0] });
	return join("\n", "Content-Type: $type", "Content-Transfer-Encoding: $encoding", @fields) . "\n\n"
		. $encode{$encoding}->($bytes);
}

# Parts in one; multipart('alternative', PART...) is a part itself.
sub multipart {
	my ($kind, @parts) = @_;
	my $border = '----=_' . length join '', @parts;
	return "Content-Type: multipart/$kind;\n\tboundary=\"$border\"\n\n" . join('', map "--$border\n$_\n", @parts) . "--$border--\n";
}

sub archive { "From: <Saved by a browser>\nSubject: =?utf-8?Q?Otter?=\nMIME-Version: 1.0\n" . shift }

sub scrape { run({}, 'sitescrape', '-q', @_) }

my $image = part('image/png', 'base64', "\x89PNG\r\n\x1A\n\0\0", 'Content-Location: https://moor.example/i/weir.png');
my $here = "Content-Location: $url";

# What is found does not depend on how it was packed.
put('plain/otters.html', "$html<!-- saved from url=(0027)$url -->\n");
my (undef, $plain) = scrape('plain/otters.html');
$plain =~ s{ bytes="\d+"}{};
$plain =~ s{(href="https://moor.example/i/weir.png") state="\w+"}{$1 target="PATH" state="file"};
$plain =~ s{plain/otters.html}{PATH}g;
my %packed = (
	'quoted.mhtml' => archive(multipart('related', part('text/html', 'quoted-printable', $html, $here), $image)),
	'base64.mht' => archive(multipart('related', part('text/html', 'base64', $html, $here), $image)),
	'binary.mhtml' => archive(multipart('related', part('text/html; charset="utf-8"', 'binary', $html, $here), $image)),
	'later.MHT' => archive(multipart('related; start="<page@moor>"', part('text/html', 'binary', '<p>Frame.'), $image,
		part('text/html', 'quoted-printable', $html, $here, 'Content-ID: <page@moor>'))),
	'nested.mht' => archive(multipart('related',
		multipart('alternative', part('text/plain', 'binary', 'Otter'), part('text/html', 'base64', $html, $here)), $image)),
);
$packed{'returns.mhtml'} = $packed{'quoted.mhtml'} =~ s/\n/\r\n/gr;
put($_, $packed{$_}) for keys %packed;
gzip(\$packed{'quoted.mhtml'} => \my $zipped);
put('zipped.mhtml.gz', $zipped);
for my $file (sort(keys %packed), 'zipped.mhtml.gz') {
	my ($status, $out, $err) = scrape($file);
	$out =~ s/ bytes="\d+"//;
	$out =~ s/\Q$file\E/PATH/g;
	is $out, $plain, "$file is the page";
	is "$status$err", '0', 'and nothing is said';
}
{
	my ($status, $out) = run({ in => $packed{'base64.mht'} }, 'sitescrape', '-q');
	like $out, qr{^<page [^>]* path="-" url="\Q$url\E" url-from="saver"}, 'on standard input, too';
}

# The file says what encoding the page has, whatever the page says.
put('koi8.mhtml', archive(multipart('related', part('text/html; charset=koi8-r', 'base64',
	encode('koi8-r', "<meta charset=utf-8><title>\x{412}\x{44b}\x{434}\x{440}\x{430}</title><main><p>\x{412}\x{44b}\x{434}\x{440}\x{430} \x{436}\x{438}\x{432}\x{451}\x{442} \x{443} \x{440}\x{435}\x{43a}\x{438}.</main>")))));
for my $name ('sitescrape', 'sitelinks') {
	my (undef, $out) = run({}, $name, '-q', 'koi8.mhtml');
	unlike $out, qr/\x{EF}\x{BF}\x{BD}/, "$name reads its encoding";
}
like +(scrape('koi8.mhtml'))[1], qr/ charset="KOI8-R" /, 'which is named';

# The checks: what the file holds was saved, what another page of the save is, is found.
put('site/otters.mhtml', archive(multipart('related', part('text/html', 'quoted-printable',
	$html =~ s{</main>}{<img alt="Wehr" src="i/weir.png"></main>}r, $here), $image)));
put('site/moor.mhtml', archive(multipart('related', part('text/html', 'base64',
	'<title>Moor</title><main><p><a href="https://moor.example/otters#den">Otter</a></main>', 'Content-Location: https://moor.example/'))));
{
	my ($status, $out) = run({}, 'sitelinks', '-q', 'site');
	is $out, "site/moor.mhtml:1:38: warning: nothing in the page has this name: '$url#den' [link.fragment]\n"
		. "site/otters.mhtml:6:81: note: 'https://moor.example/i/gone.png' was not saved [link.uncaptured]\n", 'sitelinks';
}

# Sites are learned from such files as from others.
for my $i (qw(adder bat crane deer elk fox)) {
	my $text = join ' ', map "The $i came to the weir on day $_.", 1 .. 20;
	my $page = "<!DOCTYPE html><title>The $i</title><div id=top>Moor in brief</div><div id=text><h1>The $i</h1><p>$text</div><div id=end>Written at the weir.</div>";
	put("html/$i.html", $page);
	put("mhtml/$i.mhtml", archive(multipart('related', part('text/html', 'quoted-printable', $page))));
}
is +(run({}, 'sitebody', '-q', '-f', 'text', 'mhtml'))[1], (run({}, 'sitebody', '-q', '-f', 'text', 'html'))[1], 'the same bodies';
is_deeply [(run({}, 'sitescrape', '-q', '--learn', 'mhtml'))[0, 1]], [(run({}, 'sitescrape', '-q', '--learn', 'html'))[0, 1]],
	'of the same site';
run({}, 'sitebody', '-q', '-f', 'markdown', '-R', 'mhtml', '-o', 'out', 'mhtml');
is_deeply [sort glob 'out/*'], [map "out/$_.md", qw(adder bat crane deer elk fox)], 'files are called after pages';

# What is wrong is said, and what there is is read.
my $cut = substr $packed{'quoted.mhtml'}, 0, index($packed{'quoted.mhtml'}, 'abends');
put('cut.mhtml', $cut);
like +(scrape('cut.mhtml'))[1], qr/Otterp\x{c3}\x{a4}rchen, das man/, 'a file that was cut has its first part';
my %bad = ('image.mhtml' => archive(multipart('related', $image)), 'empty.mhtml' => archive("\n"),
	'borderless.mhtml' => archive("Content-Type: multipart/related\n\n--x\n" . part('text/html', 'binary', '<p>x')),
	'deep.mhtml' => archive(do { my $p = part('text/html', 'binary', '<p>x'); $p = multipart('mixed', $p) for 1 .. 60; $p }));
for my $file (sort keys %bad) {
	put($file, $bad{$file});
	my ($status, $out, $err) = scrape($file);
	is_deeply [$status, $out, $err], [2, '', "sitescrape: $file: no HTML in this MHTML file\nsitescrape: nothing read\n"], $file;
}

# What only looks like one is none.
put('note.html', "Mime: a player of few words\n\n<p>He played at the weir.</p>");
like +(scrape('note.html'))[1], qr{<p[^>]*>Mime: a player of few words</p>|Mime: a player}, 'a page that begins with a word and a colon';
put('mail.txt', $packed{'binary.mhtml'});
like +(scrape('mail.txt'))[1], qr/MIME-Version: 1.0/, 'a capture of a mail stays text';

done_testing;
