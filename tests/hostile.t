#!/usr/bin/perl
# hostile.t - input that nobody means to give: each gets one clear line and the right status, and
# the pages beside it are all there.
use strict;
use warnings;
use POSIX qw(mkfifo);
use lib 'tests';
use Filter;
use IO::Compress::Gzip qw(gzip);
use Test::More;

scratch();

my $page = '<!DOCTYPE html><title>Good</title><main><h1>Good</h1><p>A page as pages are.</p></main>';

# A save of two good pages and one file or more beside them.
my $saves = 0;
sub save {
	my $save = 'save' . ++$saves;
	put("$save/0.html", $page);
	put("$save/z.html", $page);
	return $save;
}

# Scrape a save: the good pages must be there, and standard error must be `error` alone: a line
# of that pattern behind the program's name, or nothing.
sub check {
	my ($what, $save, $status, $error, $pages, @options) = @_;
	my ($got, $out, $err) = run({}, 'sitescrape', '-q', @options, $save);
	is $got, $status, "$what: status";
	like $err, defined $error ? qr/\Asitescrape: $error\n\z/ : qr/\A\z/, "$what: what is said";
	is_deeply [paths($out)], [sort "$save/0.html", "$save/z.html", map "$save/$_", @$pages], "$what: pages";
	return $out;
}

# The same for one file with these bytes.
sub check_file {
	my ($what, $name, $bytes, $status, $error, @options) = @_;
	my $save = save();
	put("$save/$name", $bytes);
	$error =~ s{^FILE}{\Q$save/$name\E} if defined $error;
	return check($what, $save, $status, $error, $status ? [] : [$name], @options);
}

# Bytes.
my $out = check_file('empty file', 'a.html', '', 0, 'FILE: empty file');
like $out, qr{<page [^>]*path="\w+/a\.html"[^>]* bytes="0"}, 'an empty file is a page of no bytes';
check_file('image', 'a.html', "\x89PNG\r\n\x1A\n" . "\0" x 100, 2, 'FILE: binary data, not a page');
check_file('binary data', 'a.html', join('', map chr($_ * 7 % 256), 1 .. 5000), 2, 'FILE: binary data, not a page');
check_file('large page', 'a.html', '<html>' . 'x' x 100_000, 2, 'FILE: larger than --max-size, 50000 bytes',
	'--max-size', '50000');
$out = check_file('deep page', 'a.html', '<html><body>' . '<div>' x 1_000_000 . 'deepest', 0, undef);
like $out, qr/deepest/, 'deep page: its words';
check_file('attributes', 'a.html', '<html><body><p ' . join(' ', map "a$_=$_", 1 .. 100_000) . '>text', 0, undef);
check_file('one attribute', 'a.html', '<html><body><p ' . 'a=1 ' x 100_000 . '>text', 0, undef);
$out = check_file('NULs', 'a.html', "<html><body><p>a\0b\0c<p title='\0'>d", 0, undef);
check_file('surrogates', 'a.html', "<html><meta charset=utf-8><p>a\xED\xA0\x80b&#xD800;c", 0, undef);
check_file('overlong UTF-8', 'a.html', "<html><meta charset=utf-8><p>a\xC0\xAFb\xF8\x88\x80\x80\x80", 0, undef);
check_file('UTF-16, half a unit', 'a.html', "\xFF\xFE<\0p\0>\0x", 0, undef);
check_file('a line that does not end', 'a.html', '<!--' . '-' x 1_000_000, 0, undef);
check_file('tables in tables', 'a.html', '<table><tr><td>' x 20_000 . 'x', 0, undef);
check_file('misnested formatting', 'a.html', '<p><b><i><u><s>' x 5_000 . '</b></p>x' x 5_000, 0, undef);

# Compressed bytes.
gzip(\$page => \my $zipped);
my $zeros = '<html>' . "\n" x 4_000_000;
gzip(\$zeros => \my $bomb);
check_file('gzip cut short', 'a.html.gz', substr($zipped, 0, -20), 2, 'FILE: gzip data ends too early');
check_file('gzip broken', 'a.html.gz', substr($zipped, 0, 15) . 'x' x 50, 2, 'FILE: broken gzip data');
check_file('gzip and garbage', 'a.html', $zipped . 'garbage', 2, 'FILE: broken gzip data');
check_file('gzip bomb', 'a.html', $bomb, 2, 'FILE: larger unzipped than --max-size, 1000000 bytes',
	'--max-size', '1000000');

# Files that are none.
my $save = save();
mkfifo("$save/a.html", 0600) or die;
check('FIFO', $save, 2, "\Q$save\E/a\\.html: not a regular file", []);
$save = save();
symlink 'b.html', "$save/a.html";
symlink 'a.html', "$save/b.html";
check('links in a circle', $save, 2, "\Q$save\E/a\\.html: symbolic link: Too many levels .*\nsitescrape: " .
	"\Q$save\E/b\\.html: symbolic link: Too many levels .*", []);
$save = save();
symlink 'nothing.html', "$save/a.html";
check('link to nothing', $save, 2, "\Q$save\E/a\\.html: symbolic link: No such file .*", []);
$save = save();
put('secret.html', 'secret');
symlink '../secret.html', "$save/a.html";
$out = check('link out of the save', $save, 2, "\Q$save\E/a\\.html: not followed: a symbolic link out of the save", []);
unlike $out, qr/secret/, 'a link out of the save is not read';
$save = save();
symlink '..', "$save/a";
check('link to a folder out of the save', $save, 2, "\Q$save\E/a: not followed: a symbolic link out of the save", []);
$save = save();
put("$save/v2/a.html", $page);
put("$save/m.html", '<title>m</title><main><p>Words and <a href="latest/a.html">a link</a>, words.</main>');
symlink 'v2', "$save/latest";
symlink '.', "$save/self";
symlink '0.html', "$save/again.html";
$out = check('links in the save', $save, 0, undef, ['m.html', 'v2/a.html', 'again.html']);
like $out, qr{href="latest/a\.html" target="\w+/v2/a\.html" state="page"}, 'a link to a folder is the folder';

# Folders.
mkdir 'empty';
my ($status, $printed, $said) = run({}, 'sitescrape', '-q', 'empty');
is $status, 2, 'empty folder: status';
is $said, "sitescrape: nothing read\n", 'empty folder: what is said';
($status, $printed, $said) = run({}, 'sitescrape', '-q', 'missing', 'secret.html');
is $status, 2, 'missing operand: status';
is $said, "sitescrape: missing: No such file or directory\n", 'missing operand: what is said';
is_deeply [paths($printed)], ['secret.html'], 'missing operand: pages';
SKIP: {
	skip 'root reads everything', 6 if $> == 0;
	$save = save();
	put("$save/a.html", $page);
	chmod 0, "$save/a.html";
	check('unreadable file', $save, 2, "\Q$save\E/a\\.html: Permission denied", []);
	$save = save();
	mkdir "$save/a", 0;
	check('unreadable folder', $save, 2, "\Q$save\E/a: Permission denied", []);
	chmod 0700, "$save/a";
}
{
	my $long = save();
	my $name = 'd' x 250;
	put("$long/" . "$name/" x 10 . 'a.html', $page);
	check('long path', $long, 0, undef, ["$name/" x 10 . 'a.html']);
	$save = save();
	put("$save/a\nb.html", "");
	check('newline in a name', $save, 0, "\Q$save\E/a\\\\x0Ab\\.html: empty file", ['a&#10;b.html']);
}

# Page lines that are zipped are page lines, and no page.
{
	$save = save();
	my (undef, $lines) = run({}, 'sitescrape', '-q', $save);
	my ($first, $second) = map "$_\n", split /\n/, $lines;
	my $members = join "\0" x 600, map { gzip(\$_ => \my $one); $one } $first, $second;
	put('lines.gz', $members);
	is_deeply [run({}, 'sitescrape', 'lines.gz', '-q')], [0, $lines, ''], 'zipped page lines';
	is_deeply [run({ in => $members }, 'sitescrape', '-q')], [0, $lines, ''], 'zipped page lines on standard input';
	is_deeply [run({ in => substr $members, 0, -9 }, 'sitescrape', '-q')],
		[2, $lines, "sitescrape: -: gzip data ends too early\n"], 'zipped page lines cut short';
	is_deeply [run({ in => $members . 'x' }, 'sitescrape', '-q')],
		[2, $lines, "sitescrape: -: gzip data ends too early\n"], 'zipped page lines and what is none';
	is_deeply [run({ in => $members . 'xxxx' }, 'sitescrape', '-q')],
		[2, $lines, "sitescrape: -: broken gzip data\n"], 'zipped page lines and garbage';
}

# A name that XML cannot hold is the same in every form, and whether scraped or read again; one with
# a line end breaks no line.
{
	$save = save();
	put("$save/$_.html", '<!DOCTYPE html><title>x</title><p>Some words</p><a href=gone.html>x</a>') for "\xFF\1", "a\nb";
	my (undef, $lines) = run({}, 'sitescrape', '-q', $save);
	for my $table ('groups', 'evidence', 'matrix') {
		for my $form ('text', 'csv', 'xml') {
			my (undef, $out) = run({}, 'sitelangs', '-q', '-t', $table, '-f', $form, $save);
			my (undef, $again) = run({ in => $lines }, 'sitelangs', '-q', '-t', $table, '-f', $form);
			is $out, $again, "sitelangs, table $table as $form: the same of page lines";
			like $out, qr{\Q$save\E/%FF%01\.html}, "sitelangs, table $table as $form: the name";
			is +($out =~ tr/\n//), 5, "sitelangs, table $table as text: the lines" if $form eq 'text';
		}
	}
	for my $form ('csv', 'json', 'xml') {
		my (undef, $out) = run({}, 'sitelinks', '-q', '--all', '-f', $form, $save);
		like $out, qr{"\Q$save\E/%FF%01\.html".*gone}, "findings as $form: the name";
	}
}

# What comes with the program.
{
	local $ENV{SITEGLEAN_SCHEMAS} = '/nowhere';
	($status, $printed, $said) = run({}, 'sitescrape', '-q', 'secret.html');
	is $status, 2, 'no data files: status';
	like $said, qr{\Asitescrape: data file 'page\.rules' .* /nowhere/page\.rules\n\z}, 'no data files: what is said';
}
for my $filter ('sitescrape', 'sitelint') {
	($status, $printed, $said) = run({}, $filter, '-q', '-j', '99999999', 'secret.html');
	is $status, 2, "$filter, more threads than a machine has: status";
	is $said, "$filter: --jobs wants at most 1024, not '99999999'; see --help\n", "$filter, ... threads: what is said";
}
for my $filter (qw(sitelint sitenav sitebody sitelinks sitelangs sitestubs sitecsv)) {
	put('nothing/0.html', '<!DOCTYPE html>');
	put('nothing/1.html', "$page<p><a href=0.html>Nothing</a>");
	($status, $printed, $said) = run({}, $filter, '-q', 'nothing');
	isnt $status, 2, "$filter, a page of nothing first: status";
	is $said, '', "$filter, a page of nothing first: nothing is said";
}
put('x' x 200 . '.y.html', $page);
($status, $printed, $said) = run({}, 'sitescrape', '-q', '-I', '(x+x+)+y', 'x' x 200 . '.y.html');
is $status, 2, 'a pattern without end: status';
like $said, qr/\Asitescrape: pattern '\Q(x+x+)+y\E': match limit exceeded\n/, 'a pattern without end: what is said';

# A file that goes after it was found: output fills the pipe first, so it is not read before.
{
	$save = save();
	put(sprintf("$save/%03d.html", $_), $page . '<p>' . 'many words ' x 10_000) for 1 .. 100;
	my $said = "$save.err";
	my $child = open my $pipe, '-|' // die;
	if (!$child) {
		open STDERR, '>', $said or die;
		exec program('sitescrape'), '-q', '-j', '2', $save;
	}
	read $pipe, my $first, 1;
	unlink "$save/100.html";
	my $lines = do { local $/; $first . <$pipe> };
	close $pipe;
	is $? >> 8, 2, 'file that went: status';
	is +(split /\n/, $lines), 101, 'file that went: the other pages';
	open my $in, '<', $said or die;
	is join('', <$in>), "sitescrape: $save/100.html: No such file or directory\n", 'file that went: what is said';
}

# Output.
SKIP: {
	skip 'no /dev/full', 8 if !-e '/dev/full';
	for my $arguments (['-q', 'secret.html'], ['-q', $save], ['--help'], ['--version']) {
		($status, $printed, $said) = run({ out => '/dev/full' }, 'sitescrape', @$arguments);
		is $status, 2, "full disk, @$arguments: status";
		like $said, qr/\Asitescrape: standard output: No space left on device\n\z/, "full disk, @$arguments: what is said";
	}
}

done_testing;
