#!/usr/bin/perl
# sitescrape.t - which pages are found, what they are called, and where their links lead.
use strict;
use warnings;
use Cwd qw(getcwd);
use Digest::SHA qw(sha256_hex);
use lib 'tests';
use Filter;
use MIME::Base64 qw(encode_base64);
use Test::More;

my $root = getcwd();
my $samples = "$root/samples/site";
scratch();

sub page { "<!DOCTYPE html><title>t</title><main><h1>Head</h1><p>" . shift() . "</p></main>" }

sub scrape { run({}, 'sitescrape', '-q', @_) }

# The call.
{
	my ($status, $out, $err) = run({}, 'sitescrape', '--help');
	is $status, 0, '--help exits 0';
	like $out, qr/^usage: sitescrape \[OPTION\.\.\.\] \[PATH\.\.\.\]\n/, '--help prints the usage';
	like $out, qr/^  -q, --quiet  /m, 'and the options';
	($status, $out, $err) = run({}, 'sitescrape', '-V');
	is $out, "sitescrape (siteglean) 0.1.0\n", '--version';
	for my $wrong (['-Z'], ['--nonsense'], ['--base'], ['--jobs', '0'], ['--jobs', '2x'],
		['--include', '('], ['--where', 'lang'], ['--where', 'size=3'],
		['--root', ''], ['--base', 'ftp://h/'], ['--base', 'example.org'], ['--max-size', '9999999999999']) {
		($status, $out, $err) = run({}, 'sitescrape', @$wrong);
		is $status, 2, "@$wrong exits 2";
		is $out, '', "@$wrong prints nothing";
		like $err, qr/^sitescrape: .*\n\z/, "@$wrong is told in one line";
	}
	($status, $out, $err) = run({}, 'sitescrape', '-Z');
	like $err, qr/--help/, 'which names --help';
}

# The manual.
{
	open my $in, '<', "$root/tools/sitescrape.1" or die;
	my $manual = do { local $/; <$in> };
	my (undef, $help) = run({}, 'sitescrape', '--help');
	my (@told, @described) = $help =~ /^  (-., --[\w-]+(?: [A-Z]\S*)?)/mg;
	while ($manual =~ /^\.It Fl (\S)(?: Ar \S+)? , Fl Fl (\S+)( Ar \S+)?$/mg) {
		push @described, "-$1, --$2" . ($3 // '') =~ s/Ar //r;
	}
	is_deeply \@described, \@told, 'the manual has the options of --help';
	like $manual, qr/^\.Nm\n\.Op Ar OPTION\.\.\.\n\.Op Ar PATH\.\.\.$/m, 'and its usage';
	local $ENV{PATH} = program('') . ":$ENV{PATH}";
	for my $example ($manual =~ /^\.Dl \$ (.*)/mg) {
		$example =~ s/\\\(dq/"/g;
		my $out = qx(cd '$root' && set -e && { $example; } 2>&1 </dev/null | head -c 1000);
		like $out, qr/\S/, "example: $example";
		unlike $out, qr/^\S+: /m, "works: $example";
	}
}

# What data: addresses hold, put into files.
{
	my $gif = "GIF89a\1\0\1\0\0\0\0;";
	my $dot = 'data:image/gif;base64,' . encode_base64($gif, '');
	my $bare = $dot =~ s/=+\z//r;
	put('held/sub/a.html', '<!DOCTYPE html><title>t</title><link rel=icon href="' . $dot . '#x">' .
		"<style>p { background: url($dot) }</style><nav><ul><li><a href='data:,Hi%20there'>one" .
		'<li><a href=b.html>two<li><a href=c.html>three</ul></nav><main><h1>Head</h1><p>Words of ' .
		"a body. <img alt='data:,no' src='$bare' srcset='$dot 1x, far.gif 2x, $dot 3x'>" .
		'<a href="data:TEXT/HTML;charset=utf-8,%3Cp%3E">page</a> <img src="data:image/png">' .
		'<img src="data:image/png;base64,*"> <img src="data:,"> <q cite="data:x/y,z">q</q></main>');
	put('held/b.html', page("<img src='$dot' alt=dot>"));
	my ($status, $out, $err) = run({}, 'sitescrape', '-q', '-R', 'held', '-e', 'held/out', 'held');
	is $status, 0, '--extract';
	my %bytes = (gif => $gif, txt => 'Hi there', html => '<p>', '' => 'z');
	my %name = map { $_ => sha256_hex($bytes{$_}) . ($_ && ".$_") } keys %bytes;
	is_deeply [sort map { s{.*/}{}r } glob 'held/out/*'], [sort values %name], 'each is there once';
	is Filter::slurp("held/out/$name{$_}"), $bytes{$_}, "$name{$_} is what was held" for keys %bytes;
	my ($b, $a) = split /\n/, $out;
	is scalar(() = $b =~ m{(?:href|src)="out/$name{gif}"}g), 2, 'from a page beside the folder';
	is scalar(() = $a =~ m{href="../out/$name{gif}" target="out/$name{gif}" state="file"}g), 5,
		'every reference leads there';
	like $a, qr{<item label="one" href="../out/$name{txt}" target="out/$name{txt}"}, 'items';
	like $a, qr{<img src="../out/$name{gif}" alt="data:,no" srcset="../out/$name{gif} 1x, far.gif 2x, ../out/$name{gif} 3x"},
		'images and their candidates';
	like $a, qr{<a href="../out/$name{html}"}, 'links';
	like $a, qr{<q cite="../out/$name{''}"}, 'sources of quotes';
	is scalar(() = $err =~ /nothing to extract from/g), 3, 'what cannot be is remarked on';
	like $a, qr{<img src="$_"}, "and stays: $_" for 'data:image/png', 'data:,';
	(undef, my $lines) = run({}, 'sitescrape', '-q', 'held/sub/a.html');
	put('held.lines', $lines);
	($status, $out) = run({}, 'sitescrape', '-q', '-e', 'held/out', 'held.lines');
	like $out, qr{<img src="../out/$name{gif}"}, 'page lines too';
	put('held.lines', $out);
	is((run({}, 'sitelint', '-q', 'held.lines', '--except', 'target'))[1], '', 'which are clean');
	my $gif_name = "out/$name{gif}";
	for (['../', '../b.html', '../far.gif', '../c.html'], ['https://h.example/x/', map "https://h.example/x/$_",
		'b.html', 'far.gif', 'c.html']) {
		my ($base, $link, $image, $item) = @$_;
		my $based = Filter::slurp('held/sub/a.html') =~ s/<title>/<base href="$base"><title>/r =~
			s/<a href="data:TEXT/<a href="b.html">link<\/a> <a href="data:TEXT/r;
		put('based/sub/a.html', $based);
		($status, my $line) = run({}, 'sitescrape', '-q', '-R', 'based', '-e', 'based/out', 'based/sub');
		put('based.lines', $line);
		like $line, qr{label="three" href="$item"}, "by $base: items are resolved";
		(undef, my $body) = run({}, 'sitebody', '-q', 'based.lines');
		like $body, qr{<img src="../$gif_name" alt="data:,no" srcset="../$gif_name 1x, $image 2x, ../$gif_name 3x"},
			'what was held is where it was put, and the rest where it was';
		like $body, qr{<a href="$link">link</a> <a href="../out/$name{html}">}, 'and links are';
		is((run({}, 'sitelint', '-q', 'based.lines', '--except', 'target'))[1], '', 'which is clean');
	}
	put("many/$_.html", page("<img alt=x src='data:image/svg+xml,<svg>$_</svg>'>")) for 1 .. 99;
	run({}, 'sitescrape', '-q', '-j', '3', '-e', 'many/out', 'many');
	is scalar(() = glob 'many/out/*'), 99, 'of many pages at once';
	is_deeply [grep { Filter::slurp($_) !~ m{\A<svg>\d+</svg>\z} } glob 'many/out/*'], [], 'whole';
	($status, $out, $err) = run({}, 'sitescrape', '-q', '-e', 'held.lines', 'held');
	is $status, 2, 'a folder that cannot be made';
	is $out, '', 'prints nothing';
}

# Paths, as find prints them.
put('site/index.html', page('home'));
put('site/a.html', page('a'));
put('site/a/b.html', page('b'));
put('site/a/style.css', 'p { color: red }');
put('site/notes.txt', "Notes\n");
for (['site', 'site/'], ['site/', 'site/'], ['./site', './site/'], ['site/.//', 'site/']) {
	my ($operand, $prefix) = @$_;
	my ($status, $out) = scrape($operand);
	is $status, 0, "$operand: status";
	is_deeply [paths($out)], [map "$prefix$_", qw(a.html a/b.html index.html)], "$operand: paths";
}
{
	my ($status, $out) = scrape('--root', 'site', 'site');
	is_deeply [paths($out)], [qw(a.html a/b.html index.html)], '--root strips';
	($status, $out) = scrape('--root', './site', 'site/a');
	is_deeply [paths($out)], [qw(a/b.html)], '--root takes a part';
	($status, $out, my $err) = scrape('--root', 'site/a', 'site/a', 'site/a.html');
	is $status, 2, 'an operand above the root is trouble';
	is_deeply [paths($out)], [qw(b.html)], 'and the others are read';
	($status, $out) = scrape('site/a', 'site', 'site/a/b.html', 'site');
	is_deeply [paths($out)], [map "site/$_", qw(a.html a/b.html index.html)], 'nothing is read twice';
	($status, $out) = scrape('site/notes.txt', 'site');
	is_deeply [paths($out)], [map "site/$_", qw(a.html a/b.html index.html notes.txt)],
	    'text is a page where it is named';
	($status, $out) = scrape('site/a/style.css');
	is $status, 2, 'a style sheet alone is nothing to read';
	is $out, '', 'and no page';
}

# Lists of names.
put('list', "site/a.html\nsite/notes.txt\n");
put('list0', "site/a.html\0site/notes.txt");
is_deeply [paths((scrape('--files-from', 'list'))[1])], [qw(site/a.html site/notes.txt)], '--files-from';
is_deeply [paths((scrape('--files-from', 'list0', '-0'))[1])], [qw(site/a.html site/notes.txt)],
    '--files-from with NUL';
is_deeply [paths((run({ in => "site/a.html\n" }, 'sitescrape', '-q', '-F', '-'))[1])],
    [qw(site/a.html)], '--files-from standard input';

# Choosing.
put('lang/en.html', '<html lang=en-GB><title>T</title><p>English');
put('lang/fr.html', '<html lang=fr><title>T</title><p>Français');
put('lang/ca.html', '<html lang=fr-CA><title>U</title><p>Français');
put('lang/fry.html', '<html lang=fy><title>U</title><p>Frysk');
for ([['-W', 'lang=fr'], 'ca fr'], [['-W', 'lang=fr', '-W', 'title=U'], 'ca'], [['-W', 'lang=FR-ca'], 'ca'],
	[['-I', '/f'], 'fr fry'], [['-I', '/f', '-X', 'y\.'], 'fr'], [['-I', 'ca', '-I', 'en'], 'ca en'],
	[['-W', 'path=lang/en.html'], 'en'], [['-W', 'lang-declared=fr'], 'fr']) {
	my ($options, $names) = @$_;
	is_deeply [paths((scrape(@$options, 'lang'))[1])], [map "lang/$_.html", split ' ', $names], "@$options";
}
{
	my ($status, $out, $err) = run({}, 'sitescrape', '-W', 'lang=de', 'lang');
	is $status, 2, 'choosing nothing is trouble';
	like $err, qr/nothing read.*--where/, 'and is told';
	($status, $out, $err) = run({}, 'sitescrape', '-X', 'fr', 'lang', 'site/a');
	like $err, qr/^sitescrape: 3 pages, \d+ bytes, 2 pages left out, 1 file that is no page\n\z/, 'counts';
}

# What is a page.
put('kinds/page', page('no extension'));
put('kinds/view?id=3', page('query'));
put('kinds/feed', '<?xml version="1.0"?><rss version="2.0"></rss>');
put('kinds/blog/feed/index.html', "\xEF\xBB\xBF<?xml version='1.0'?><!-- c -->\n<!DOCTYPE rss SYSTEM 'rss.dtd'>\n<rss version='2.0'/>");
put('kinds/news/index.html?format=atom.html', '<feed xmlns="http://www.w3.org/2005/Atom">');
put('kinds/news/rss2.html', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">');
put('kinds/feeds.html', page('on feeding'));
put('kinds/atom/index.html', '<title>Atoms</title>');
put('kinds/xhtml', "<?xml version='1.0'?>\n<!-- c -->\n<html xmlns='http://www.w3.org/1999/xhtml'><body>x</body></html>");
put('kinds/script.php', "var x = '<p>';");
put('kinds/page.php', "<!-- made -->\n<!doctype html><p>x");
put('kinds/page.ASPX', '<HTML><p>x');
put('kinds/data.json', '{}');
put('kinds/x.htm', 'no tag at all');
put('kinds/x.XHTML', '<p>x');
put('kinds/old.html', page('x'));
put('kinds/old.html.orig', page('x'));
put('kinds/utf16', "\xFF\xFE" . join '', map "$_\0", split //, '<html><p>x');
is_deeply [paths((scrape('--root', 'kinds', 'kinds'))[1])],
    [sort 'atom/index.html', 'feeds.html', 'old.html', 'page', 'page.ASPX', 'page.php', 'utf16', 'view?id=3', 'x.XHTML', 'x.htm', 'xhtml'],
    'pages are told by name or content';

put('httrack/hts-log.txt', 'log');
put('httrack/hts-cache/new.html', 'x');
put('httrack/index.html', '<title>Local index - HTTrack Website Copier</title>');
put('httrack/backblue.gif', 'GIF89a');
put('httrack/www.example.org/index.html',
	page('x') . '<!-- Mirrored from www.example.org/ by HTTrack Website Copier/3.x [XR&CO\'2014], Mon -->');
is_deeply [paths((scrape('httrack'))[1])], ['httrack/www.example.org/index.html'], "not HTTrack's own pages";

# URLs.
sub url_of {
	my ($what, $file, $bytes, $url, $from, @options) = @_;
	put($file, $bytes);
	my ($top) = $file =~ m{^([^/]+)};
	my ($status, $out) = scrape(@options, $top);
	my ($line) = grep { my $a = attributes($_); $a && $a->{path} eq $file } split /\n/, $out;
	my $attributes = attributes($line // '');
	is $attributes->{url}, $url, "$what: url";
	is $attributes->{'url-from'}, $from, "$what: url-from";
}
my $p = page('x');
url_of('browser', 'u1/Page.html', "<!-- saved from url=(0099)https://example.org/a/b?c=d#e -->\n$p",
	'https://example.org/a/b?c=d', 'saver');
url_of('mark of the web', 'u2/x.html', "<!-- saved from url=(0014)about:internet -->\n$p", undef, undef);
url_of('HTTrack', 'u3/x.html', "<html>\n<!-- Mirrored from example.org/x.php by HTTrack Website Copier/3.x -->$p",
	'http://example.org/x.php', 'saver');
url_of('SingleFile', 'u4/x.html',
	"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/sf \n saved date: Wed\n-->$p",
	'https://example.org/sf', 'saver');
url_of('Save Page WE', 'u5/x.html', "<head><meta name=\"savepage-url\" content=\"https://example.org/we\"></head>$p",
	'https://example.org/we', 'saver');
url_of('WebScrapBook', 'u6/x.html', "<html data-scrapbook-source=\"https://example.org/wsb\">$p",
	'https://example.org/wsb', 'saver');
url_of('monolith', 'u7/x.html', "<!-- Saved from https://example.org/m at 2024-01-01T00:00:00Z using monolith v2.8.1 -->$p",
	'https://example.org/m', 'saver');
url_of('Wayback script', 'u8/x.html',
	"<head><script>__wm.init(\"https://web.archive.org/web\"); __wm.wombat(\"http://example.org/w\",\"2014\");</script></head>$p",
	'http://example.org/w', 'saver');
url_of('Wayback canonical', 'u9/x.html',
	"<link rel=canonical href=\"https://web.archive.org/web/20140403040000/http://example.org/w\">$p",
	'http://example.org/w', 'saver');
url_of('host folder', 'v1/example.org/a b/x.html', $p, 'https://example.org/a%20b/x.html', 'layout');
url_of('host folder as operand', 'example.org/x.html', $p, 'https://example.org/x.html', 'layout');
url_of('host folder in a folder named like a host', 'example.com/www.example.org/x.html', $p,
	'https://www.example.org/x.html', 'layout');
url_of('port', 'v2/example.org:8080/x.html', $p, 'https://example.org:8080/x.html', 'layout');
url_of('port on Windows', 'v3/localhost+8080/x.html', $p, 'https://localhost:8080/x.html', 'layout');
url_of('no host', 'v4/docs.d/python3.11/x.html', $p, undef, undef);
url_of('folder', 'v5/example.org/a/index.html', $p, 'https://example.org/a/', 'layout');
url_of('query', 'v6/example.org/view?id=3', $p, 'https://example.org/view?id=3', 'layout');
url_of('query, -E', 'v6/example.org/view?id=4.html', $p, 'https://example.org/view?id=4', 'layout');
url_of('query on Windows', 'v6/example.org/view@id=5.html', $p, 'https://example.org/view?id=5', 'layout');
url_of('query of a folder', 'v6/example.org/index.html?id=3', $p, 'https://example.org/?id=3', 'layout');
url_of('program, -E', 'v6/example.org/view.php.html', $p, 'https://example.org/view.php', 'layout');
url_of('second copy', 'v6/example.org/index.html', $p, 'https://example.org/', 'layout');
url_of('second copy', 'v6/example.org/index.html.1', $p, 'https://example.org/', 'layout');
my $claim = '<link rel=canonical href="http://www.example.org/a/">';
url_of('canonical', 'w1/a/index.html', "$claim$p", 'http://www.example.org/a/', 'canonical');
url_of('canonical of another path', 'w2/b/index.html', "$claim$p", undef, undef);
url_of('canonical scheme', 'w3/www.example.org/a/index.html', "$claim$p", 'http://www.example.org/a/', 'canonical');
url_of('canonical of another host', 'w4/example.org/a/index.html', "$claim$p", 'https://example.org/a/', 'layout');
url_of('og:url', 'w5/a.html', "<meta property=og:url content=https://example.org/a>$p", 'https://example.org/a.html', 'canonical');
url_of('--base', 'w6/a/index.html', "$claim$p", 'https://h.example/repo/a/', 'base', '--base', 'https://h.example/repo');

# Links: [href, state, target below the save].
sub states {
	my ($what, $from, $options, @links) = @_;
	my ($top) = $from =~ m{^([^/]+)};
	my $html = "<!DOCTYPE html><title>t</title><main><h1>Links</h1>" . join '',
	    map "<p>Some words before <a href=\"$_->[0]\">link</a> and some after it.</p>", @links;
	put($from, ($options->{head} // '') . $html);
	my ($status, $out) = scrape(@{ $options->{options} || [] }, '-W', "path=$from", $options->{operand} // $top);
	my @refs = map { { /([\w-]+)="([^"]*)"/g } } $out =~ /<ref element="a"([^>]*)>/g;
	is scalar @refs, scalar @links, "$what: all links are there" or diag $out;
	for my $i (0 .. $#links) {
		my ($href, $state, $target) = @{ $links[$i] };
		is $refs[$i]{state} // 'none', $state, "$what: '$href'";
		is $refs[$i]{target}, $target && ($target =~ s{^\.\./}{}r eq $target ? "$top/$target" : substr $target, 3),
		    "$what: target of '$href'";
	}
}
put("l1/$_", page('x')) for 'index.html', 'a.html', 'b/index.html', 'b/c.html', 'd/e.htm', 'sp ace.html',
    'per%41cent.html', 'z.html.gz', 'caf\xC3\xA9.html';
put('l1/i/pic.png', "\x89PNG\r\n");
states('no URL', 'l1/b/from.html', {},
	['../a.html', 'page', 'a.html'], ['../a.html#top', 'page', 'a.html'], ['c.html', 'page', 'b/c.html'],
	['C.html', 'absent'], ['../a', 'page', 'a.html'], ['./', 'page', 'b/index.html'], ['..', 'page', 'index.html'],
	['../b', 'page', 'b/index.html'], ['/a.html', 'page', 'a.html'], ['/', 'page', 'index.html'],
	['../d/', 'absent'], ['../d/e', 'page', 'd/e.htm'], ['../sp%20ace.html', 'page', 'sp ace.html'],
	['../sp ace.html', 'page', 'sp ace.html'], ['../per%41cent.html', 'page', 'per%41cent.html'],
	['../z.html', 'page', 'z.html.gz'], ['../i/pic.png', 'file', 'i/pic.png'],
	['../i/pic.png?v=3', 'file', 'i/pic.png'], ['../a.html?x=1', 'page', 'a.html'], ['../nothing.html', 'absent'],
	['#here', 'page', 'b/from.html'], ['', 'page', 'b/from.html'], ['from.html', 'page', 'b/from.html'],
	['?q', 'page', 'b/from.html'], ['mailto:a@example.org', 'outside'], ['javascript:void(0)', 'outside'],
	['data:text/html,x', 'outside'], ['tel:1', 'outside'], ['https://example.org/a.html', 'outside'],
	['//example.org/a.html', 'outside'], ['http://[bad', 'absent'], ['../../secret', 'none'],
	['../../../../../../../../../../../../etc/passwd', 'absent']);
put("l2/example.org/$_", page('x')) for 'index.html', 'en/news?page=1.html', 'en/news.html', 'view.php', 'view.php?id=3',
    'w@id=3.html', 'en/toolkit.html', 'en/toolkit/a.html';
put("l2/cdn.example.org/x.css", 'x');
states('host folders', 'l2/example.org/en/from.html', {},
	['/', 'page', 'example.org/index.html'], ['https://example.org/', 'page', 'example.org/index.html'],
	['http://example.org', 'page', 'example.org/index.html'], ['//example.org/en/news', 'page', 'example.org/en/news.html'],
	['news?page=1', 'page', 'example.org/en/news?page=1.html'], ['news%3Fpage=1.html', 'page', 'example.org/en/news?page=1.html'],
	['news?page=2', 'absent'], ['/view.php?id=3', 'page', 'example.org/view.php?id=3'], ['/view.php?id=4', 'absent'],
	['/view.php', 'page', 'example.org/view.php'], ['/w?id=3', 'page', 'example.org/w@id=3.html'],
	['/en/toolkit', 'page', 'example.org/en/toolkit.html'], ['/en/toolkit/', 'absent'],
	['https://cdn.example.org/x.css', 'file', 'cdn.example.org/x.css'],
	['../../cdn.example.org/x.css', 'file', 'cdn.example.org/x.css'], ['https://example.org/missing', 'absent'],
	['https://www.example.org/', 'outside'], ['https://example.org:8080/', 'outside'],
	['https://web.archive.org/web/2014/http://example.org/en/news', 'page', 'example.org/en/news.html']);
put("l3/$_", page('x')) for 'index.html', 'a/b.html';
states('--base', 'l3/a/from.html', { options => ['--base', 'https://h.example/repo/'] },
	['/repo/', 'page', 'index.html'], ['/repo/a/b.html', 'page', 'a/b.html'], ['/a/b.html', 'outside'],
	['https://h.example/repo/a/b', 'page', 'a/b.html'], ['https://h.example/repository/', 'outside'],
	['/repo/x', 'absent'], ['b.html', 'page', 'a/b.html'], ['https://h.example/', 'outside']);
put("l4/$_", page('x')) for 'sub/a.html', 'a.html';
states('base element', 'l4/from.html', { head => '<base href="sub/">' },
	['a.html', 'page', 'sub/a.html'], ['../a.html', 'page', 'a.html'], ['#x', 'absent']);
put('l5/Page_files/x.css', 'x');
states('saved by a browser', 'l5/Page.html', { head => "<!-- saved from url=(0021)https://example.org/p -->\n" },
	['Page_files/x.css', 'file', 'Page_files/x.css'], ['https://example.org/p#x', 'page', 'Page.html'],
	['https://example.org/q', 'absent'], ['https://example.com/', 'outside']);
put("l7/a\\b/$_", page('x')) for 'y.html', 'z\\2.html';
states('names with a backslash', "l7/a\\b/from\\1.html", { head => '' }, ['y.html', 'page', "a\\b/y.html"],
	['z%5C2.html', 'page', "a\\b/z\\2.html"], ['z\\2.html', 'absent'], ['?q', 'page', "a\\b/from\\1.html"],
	['../a%5Cb/y.html', 'page', "a\\b/y.html"]);
put("l6/$_", page('x')) for 'a.html', 'en/b.html', 'fr/b.html';
states('named by itself', 'l6/from.html', { operand => 'l6/from.html' },
	['a.html', 'none'], ['#x', 'page', 'from.html'], ['https://example.org/', 'outside']);
{
	my ($status, $out) = scrape('l6/en', 'l6/fr');
	put('l6/en/b.html', page('<a href="../fr/b.html">a link to French</a> <a href="../a.html">a link</a>'));
	($status, $out) = scrape('l6/en', 'l6/fr');
	like $out, qr{href="\.\./fr/b\.html" target="l6/fr/b\.html" state="page"}, 'from operand to operand';
	unlike $out, qr{href="\.\./a\.html"[^>]* state=}, 'but no further';
	($status, $out) = scrape('--root', 'l6', 'l6/en');
	like $out, qr{href="\.\./a\.html" target="a\.html" state="page"}, 'unless the root is given';
}

# Standard input, and page lines.
{
	my $html = page('<a href="x.html">a link</a> and <a href="#y">another</a>');
	my ($status, $out, $err) = run({ in => $html }, 'sitescrape');
	is $status, 0, 'a page on standard input';
	is_deeply [paths($out)], ['-'], 'is called -';
	like $err, qr/^sitescrape: 1 page, \d+ bytes\n\z/, 'and counted';
	($status, $out) = run({ in => $html }, 'sitescrape', '-q', '--base', 'https://h.example/d/p.html', '-');
	is attributes($out)->{url}, 'https://h.example/d/p.html', 'its URL is the base';
	($status, $out, $err) = run({ in => '' }, 'sitescrape');
	is $status, 2, 'no standard input is nothing read';
	is $out, '', 'and no page';

	my (undef, $lines) = scrape($samples);
	for my $given ([$lines, 'lines'], [scalar((run({}, 'sitescrape', '-q', '--document', $samples))[1]), 'document']) {
		($status, $out, $err) = run({ in => $given->[0] }, 'sitescrape', '-q');
		is $status, 0, "$given->[1]: status";
		is $out, $lines, "$given->[1] come out as they went in";
	}
	put('lines.xml', $lines);
	is +(scrape('lines.xml'))[1], $lines, 'page lines from a file';
	is_deeply [paths((scrape('-W', 'lang=fr', 'lines.xml'))[1])],
	    [paths((scrape('-W', 'lang=fr', $samples))[1])], '--where on page lines';

	is +(qx(@{[program('sitescrape')]} -q lines.xml | cat > copy.xml; bash -c '@{[program('sitescrape')]} -q <(cat copy.xml)' 2>&1)),
	    $lines, 'page lines from a FIFO';
	is +(run({ in => $lines }, 'sitescrape', '-q', '-', '-', 'site'))[1], (scrape('site'))[1] . $lines,
	    'standard input among operands';

	my @some = (split /(?<=\n)/, $lines)[0, 1];
	my $compact = '<site xmlns="urn:siteglean:page:1">' . join('', map { s/ xmlns="urn:siteglean:page:1"//r =~ s/\n//r } @some) . '</site>';
	($status, $out, $err) = run({ in => $compact }, 'sitescrape', '-q');
	is $out, join('', @some), 'a document on one line' or diag $err;
	my $loose = "<?xml version=\"1.0\"?>\n<!-- two pages -->\n<site\n xmlns=\"urn:siteglean:page:1\">\n" .
	    join('', map { s/(<(?:meta|ref|anchor|nav|item|main|part)\b)/\n  $1/gr } @some) . "</site>\n";
	($status, $out, $err) = run({ in => $loose }, 'sitescrape', '-q');
	is_deeply [paths($out)], [paths(join '', @some)], 'a document in other formatting' or diag $err;

	($status, $out, $err) = run({ in => "$some[0]<page path='x'\n$some[1]" }, 'sitescrape', '-q');
	is $status, 2, 'a broken line is trouble';
	like $err, qr/^sitescrape: -:2:\d+: .*\n\z/, 'told with its line';
	is $out, join('', @some), 'and the others are all there';
	($status, $out, $err) = run({ in => "<site xmlns='urn:siteglean:page:1'>\n$some[0]<page\n" }, 'sitescrape', '-q');
	is $status, 2, 'a document cut short is trouble';
	like $err, qr/^sitescrape: -:\d+:\d+: .*\n\z/, 'told in one line';
	($status, $out, $err) = run({ in => "<?xml version='1.0'?>\n<!DOCTYPE site [<!ENTITY a 'b'>]>\n<site/>" }, 'sitescrape', '-q');
	is $status, 2, 'a document type is trouble';
	like $err, qr/document type/, 'and told';
}

# A long body is written while it is built, but built first where --where may ask for it: both say
# the same, whatever stands in what.
{
	my @blocks = qw(div div p ul ol li dl dt dd blockquote pre table tr td th colgroup col caption section figure
	    h2 h3 details a form);
	my @phrases = ('b', 'i', 'a href="#x"', 'span', 'span lang=fr', 'code', 'math', 'mi', 'label', 'video src=v');
	my @voids = ('br', 'br', 'img src=i.png', 'img src=i.png alt=x', 'hr', 'wbr', 'col', 'input');
	my $random = 1;
	my $any = sub { my $of = shift; $random = ($random * 1103515245 + 12345) % 2**31; $of->[($random >> 8) % @$of] };
	my $tag = sub { $any->(['', '', ' id=i' . length $_[0], ' lang=de', ' scope=colgroup', ' href=p.html']) };

	for my $pages (1 .. 12) {
		my ($html, @open) = ('<!DOCTYPE html><title>t</title><main><h1>Head</h1>');
		while (length $html < 60_000 * ($pages % 3 + 1)) {
			my $turn = $any->([0 .. 11]);
			if ($turn < 3) {
				push @open, $any->($turn ? \@blocks : \@phrases);
				$html .= "<$open[-1]" . $tag->($html) . '>';
			} elsif ($turn < 6 && @open) {
				my ($name) = pop(@open) =~ /^(\w+)/;
				$html .= "</$name>";
			} elsif ($turn == 6) {
				$html .= '<' . $any->(\@voids) . '>';
			} elsif ($turn == 7) {
				$html .= $any->(['<nav><a href=a>one</a> <a href=b>two</a> <a href=c>three</a></nav>', ' ', "\n\n",
				    '<table><caption>c</caption><colgroup><col><col></colgroup><tr><th scope=colgroup>h<td>d</table>',
				    '<table><colgroup><col></colgroup><tr><td>words</table>', '<ul><li></li><li><p></p></li></ul>']);
			} else {
				$html .= $any->(['word', ' some more words ', "lines\nof words", ' ', '.']);
			}
		}
		put("long/$pages.html", $html);
	}
	my ($status, $written) = scrape('long');
	my (undef, $built) = scrape('-W', 'charset=UTF-8', 'long');
	is scalar(() = $written =~ /^<page /mg), 12, 'long pages';
	ok $written eq $built, 'are written as they are built';
	my (undef, $read) = run({ in => $written }, 'sitescrape', '-q');
	ok $read eq $written, 'and come out as they went in';
}

# Plain text and gzip.
put('cap.txt', "Title of the page\n\nFirst paragraph of text that is long enough.\n");
{
	my ($status, $out) = scrape('cap.txt');
	is $status, 0, 'a text capture';
	is attributes($out)->{charset}, undef, 'has no charset';
	like $out, qr/First paragraph/, 'and its words';
	require IO::Compress::Gzip;
	my $page = page('zipped');
	IO::Compress::Gzip::gzip(\$page => \my $zipped);
	put('z/index.html.gz', $zipped);
	put('z/plain.html', $zipped);
	put('z/noext', $zipped);
	put('z/both.html', $page);
	put('z/both.html.gz', $zipped);
	put('z/two.html', $zipped . $zipped);
	($status, $out) = scrape('z');
	is_deeply [paths($out)], [map "z/$_", qw(both.html index.html.gz noext plain.html two.html)], 'zipped pages';
	is attributes((split /\n/, $out)[1])->{bytes}, length $page, 'count as unzipped';
	is attributes((split /\n/, $out)[4])->{bytes}, 2 * length $page, 'members are one page';
}

# What is no version in another language, and white space that HTML does not take for it.
{
	put('versions/a.html', page("\x0Ba \x0B b<pre>c\x0Bd</pre>") . '<link rel=alternate hreflang=fr href=f.html>' .
		'<link rel=alternate hreflang=de><link rel="alternate stylesheet" hreflang=en href=e.css>');
	my (undef, $lines) = scrape('versions');
	is_deeply [$lines =~ /<alternate lang="(\w+)"/g], ['fr'], 'alternates with an address, and no style sheet';
	like $lines, qr/<ref element="link"[^>]* href="e\.css"/, 'which is a reference';
	like $lines, qr{<p[^>]*>a b</p><pre[^>]*>c d</pre>}, 'vertical tabs are folded';
	is_deeply [run({ in => $lines }, 'sitelint', '-q', '--except', 'target')], [0, '', ''], 'all of which is valid';
	is_deeply [run({ in => $lines }, 'sitebody', '-q', '-f', $_)], [run({}, 'sitebody', '-q', '-f', $_, 'versions')],
		"$_ is the same of page lines" for 'text', 'markdown';
}

done_testing;
