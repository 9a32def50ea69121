#!/usr/bin/perl
# sitestubs.t - every verdict on a made-up site, what others say of the same bytes, phrases of users,
# baselines, hostile input, placeholders of many languages, and the manual's examples.
use strict;
use warnings;
use Cwd qw(getcwd);
use lib 'tests';
use Filter;
use JSON::PP;
use Test::More;

my $top = getcwd();
my $work = scratch();
my $host = 'www.moor.example';
my $python = grep(-x "$_/python3", split /:/, $ENV{PATH}) ? 'python3' : undef;

# Run sitestubs: its status, and what it printed.
sub stubs { (run({}, 'sitestubs', @_))[0, 1] }

# A file beside this test, with Unix line ends.
sub golden {
	open my $in, '<:raw', "$top/tests/stubs/$_[0]" or die "$_[0]: $!";
	local $/;
	return scalar <$in>;
}

# So many words that no other page has in this order.
my @nouns = qw(bog peat heather lark path dyke sluice mill crane adder otter reed moss spade kiln);
my @verbs = qw(holds meets hides feeds keeps warms drains guards lifts);
sub prose {
	my ($seed, $words) = @_;
	my $text = '';
	for (my $i = 0; $i < $words; $i += 6) {
		my ($a, $b, $c) = map { $seed = ($seed * 1103515245 + 12345) % 2147483648; $seed >> 16 } 1 .. 3;
		$text .= "The $nouns[$a % @nouns] $verbs[$b % @verbs] a grey $nouns[$c % @nouns]. ";
	}
	return "<p>$text</p>";
}

# A page of the site: its menu leads everywhere, and says that something is coming soon.
my $menu = join '', map "<li><a href=\"/$_.html\">$_</a>", qw(index lark otter mill shop), 'coming-soon';
sub page {
	my ($name, $title, $body, %more) = @_;
	my ($head, $lang) = ($more{head} // '', $more{lang} // 'en');
	my $heading = $title ? "<h1>$title</h1>" : '';
	put("site/$host/$name", qq(<!DOCTYPE html><html lang="$lang"><head><title>$title | The moor</title>\n$head</head>) .
		qq(<body><header><nav><ul>$menu<li><a href="/soon.html">Under construction</a></ul></nav></header>\n) .
		qq(<main>$heading\n$body</main><footer><p>The moor, 2024</p></footer></body></html>));
}

# Pages as they should be, long enough that little is seen to be little.
page("$nouns[$_ % 15]" . ($_ >= 15 ? $_ : '') . '.html', ucfirst "$nouns[$_ % 15] $_", prose($_ + 1, 400)) for 0 .. 23;
page('index.html', 'The moor', prose(77, 300));
# And those of each verdict.
page('soon.html', 'Guided walks', '<p>This page is under construction.</p><p>Please come back in spring.</p>');
page('gone.html', 'Oops', '<p>The page you are looking for does not exist.</p>');
page('404.html', 'Bottomless', '<p>Whatever stood at this address has sunk. Take the boardwalk back to where you came from, or ask the warden at the hut, who has a map of everything that the bog took in the last ninety years and likes to be asked.</p>');
page('sunk.html', 'Old kiln', '<p>Whatever stood at this address has sunk. Take the boardwalk back to where you came from, or ask the warden at the hut, who has a map of everything that the bog took in the last ninety years and likes to be asked.</p>');
page('titled.html', 'Bottomless', '<p>Turn back while you can.</p>', head => '<meta http-equiv="refresh" content="5; url=/">');
page('filler.html', 'Our team', '<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.</p>');
page('hello.html', 'Hello world!', '<p>This is your first post. Edit it or delete it, then start writing!</p>');
page('token.html', '{{ page.title }}', '<p>[insert text here]</p>');
page('empty.html', '', '');
page('twin.html', 'Old paths', prose(2, 396) . '<p>One line of its own.</p>');
page('crane.html?sort=up', 'Crane 8', prose(9, 400));
page('declared.html', 'Otters', prose(11, 400), head => "<link rel=\"canonical\" href=\"https://$host/otter.html\">");
page('index.html?p=7.html', 'Ruff', prose(90, 400), head => "<link rel=canonical href='index.html%3Fp=7.html'>");
page('birds/ruff.html', 'Ruff', prose(90, 400), head => "<link rel=canonical href='../index.html%3Fp=7.html'>");
page('lerche.html', 'Lerche', prose(4, 400), lang => 'de');
page('links.html', 'Further reading', '<ul>' . join('', map "<li><a href=\"/$_.html\">All about the $_</a>", @nouns[0 .. 5]) . '</ul>');
page('bare.html', 'Rules', '<h2>Fire</h2><h2>Dogs</h2><h2>Peat</h2>');
page('form.html', 'Booking', '<form action="/book"><label>Name <input></label><button>Send</button></form>');
page('moved.html', 'Warden', '', head => '<meta http-equiv="refresh" content="0; url=otter.html">');
page('future.html', 'Harvest', '<p><img src="image-coming-soon.png" alt=""> Next year.</p>',
	head => '<meta property="article:published_time" content="2031-05-01">');
put("site/$host/drawn.html", '<!DOCTYPE html><title>Map</title><div id=app></div><noscript>Please enable JavaScript.</noscript><script src=app.js></script>');

my @site = ('-R', 'site', 'site');

# What sitestubs prints with these options is the golden file.
sub prints {
	my ($what, $file, @options) = @_;
	my $out = (stubs('-q', @options, @site))[1] =~ tr/\r//dr;
	put("$top/tests/stubs/$file", $out) if $ENV{RENEW};
	is $out, golden($file), $what;
}

prints('every verdict', 'findings.text', '-n', '2030-01-01');
prints('inventory', 'inventory.csv', '-t', 'inventory');
for my $name ('soon', 'form', 'otter') {
	prints("evidence on $name.html", "explain-$name.text", '-e', "$host/$name.html");
}

# The rules of all findings of a run, by page.
sub verdicts {
	my ($status, $out) = stubs('-q', '-f', 'json', @_);
	return map { ($_->{file} =~ s{.*/}{}r => $_->{rule} =~ s/^stub\.//r) } map decode_json($_), split /\n/, $out;
}

my %all = verdicts(@site);
is_deeply [grep !$_, map { my $v = $_; scalar grep $_ eq $v, values %all }
	qw(placeholder soft404 lorem default token empty duplicate thin)], [], 'no verdict without a page';
ok !grep(exists $all{"$_.html"}, @nouns, 'index', 'lerche', '404', 'form'), 'no page that says something is found';
my %sure = verdicts('-c', '95', @site);
is_deeply [sort keys %sure], [sort qw(hello.html token.html filler.html declared.html ruff.html crane.html?sort=up)],
	'from 95 percent on';
put('spoken.html', '<!DOCTYPE html><title>Labels</title><h1>Labels</h1><p>The keeper writes <code>{{ page.title }}</code> where the name of the bog is to stand, and <code>[insert text here]</code> below it.</p>');
is_deeply {verdicts('--except', 'thin', 'spoken.html')}, {}, 'tokens in code are spoken of';
# What sites put below every page counts little beside a section that says nothing; a page's own does.
my $below = '<h2>More from the moor</h2>' . prose(91, 120) . '<h2>Ask the warden</h2><p>Write or call.</p>';
put("below/$_->[0].html", "<!DOCTYPE html><html lang=en><title>$_->[0]</title><main><h1>\u$_->[0]</h1><p>12 May</p><p>$_->[1]</p>$_->[2]</main>")
	for ['walks', 'We are working on it, please come back soon.', $below],
	['page', 'This page is being written.', $below],
	['bakery', 'A bakery is coming soon to Mill Lane.', $below],
	['history', 'This page is under construction.', '<h2>Peat</h2>' . prose(92, 400)],
	['hut', 'This page is being written. ' . prose(93, 60), $below];
is_deeply {verdicts('below')}, {'walks.html' => 'placeholder', 'page.html' => 'placeholder'},
	'a brief section that says nothing, above what its site has to offer';
# Nor does what stands beside a passage that says it twice, if it is brief.
put("twice/$_->[0].html", "<!DOCTYPE html><html lang=en><title>$_->[0]</title><main><h1>\u$_->[0]</h1><p>$_->[1]</p>" . prose($_->[2], $_->[3]) . '</main>')
	for ['sedge', 'This page is being written. Please come back soon.', 94, 120],
	['rush', 'We are working on it, please come back soon.', 95, 120],
	['moss', 'This page is being written.', 96, 120],
	['fern', 'This page is being written. Please come back soon.', 97, 400],
	['heath', 'This page is being written. Please come back soon. ' . 'The keeper counts the herons. ' x 8, 98, 120];
is_deeply {verdicts('twice')}, {'sedge.html' => 'placeholder', 'rush.html' => 'placeholder'},
	'a brief passage that says twice that there is nothing';
# Right under the title it counts beside still more, unless its section goes on.
put("titled/$_->[0].html", "<!DOCTYPE html><html lang=en><title>$_->[1] | The moor</title><main><p>Wardens and friends</p><h1>Broom</h1><p>We are working on it, please come back soon.</p>$_->[2]<h2>From the hut</h2>" . prose($_->[3], $_->[4]) . '</main>')
	for ['broom', 'Broom', '', 101, 400],
	['links', 'Broom', '<p><a href=/>' . 'all that flowers ' x 20 . '</a></p>', 102, 300],
	['gorse', 'Gorse', '', 103, 400],
	['long', 'Broom', prose(104, 60), 105, 340],
	['full', 'Broom', '', 106, 1000];
is_deeply {verdicts('titled')}, {'broom.html' => 'placeholder', 'links.html' => 'placeholder'},
	'a brief passage under the title that says it twice';
# One that says it once, beside as much as a brief section.
put("once/$_->[0].html", "<!DOCTYPE html><html lang=en><title>$_->[1] | The moor</title><main>" . '<p>Wardens and friends</p>' x 4 . "<h1>Heron</h1><p>12 May</p><p>by the keeper</p><p>This page is being written.</p><p>Write or call.</p>" . prose($_->[2], $_->[3]) . '</main>')
	for ['heron', 'Heron', 107, 120], ['crane', 'Crane', 108, 120], ['full', 'Heron', 109, 300];
is_deeply {verdicts('once')}, {'heron.html' => 'placeholder'}, 'a brief passage under the title that says it once';
# So does one that says what an error page does.
put("errors/$_->[0].html", "<!DOCTYPE html><html lang=en><title>$_->[1] | The moor</title><main><h1>Page not found</h1><p>$_->[2]</p><p>Write or call.</p>" . prose($_->[3], $_->[4]) . '</main>')
	for ['lost', 'Page not found', 'The page you are looking for does not exist.', 110, 120],
	['trails', 'Lost trails', 'The page you are looking for does not exist.', 111, 120],
	['codes', 'Page not found', 'Servers say so of addresses that lead nowhere.', 112, 120],
	['full', 'Page not found', 'The page you are looking for does not exist.', 113, 300];
is_deeply {verdicts('errors')}, {'lost.html' => 'soft404'}, 'an error under the title';
# Pages that no folder holds are one site.
put("flat/$_.html", "<!DOCTYPE html><html lang=en><title>$_</title><main><h1>\u$_</h1>" . prose(120, 60) . "<p>A \u$_.</p></main>") for @nouns;
is scalar(grep { $_ eq 'empty' } values %{{ verdicts('-R', 'flat', 'flat') }}), scalar(@nouns), 'pages beside each other share a site';
my %some = verdicts('--except', 'stub.duplicate', '--except', 'thin', @site);
is_deeply [sort keys %some], [sort grep $all{$_} !~ /duplicate|thin/, keys %all], 'rules left out';
is +{ verdicts('-s', '100', @site) }->{'twin.html'}, undef, 'what shares less than was asked is no copy';
is +{ verdicts(@site) }->{'future.html'}, 'thin', 'no date lies in the future where nobody says what day it is';
is +{ verdicts('-m', '/otter\.html$', @site) }->{'declared.html'}, 'soft404', 'an error page that the user names';
put('small/index.html', '<title>A</title><main><h1>A</h1>' . prose(5, 60) . '</main>');
is +(stubs('-q', 'small'))[0], 0, 'nothing found is status 0';
is +(stubs('-q', '--fail-on', 'error', @site))[0], 0, 'warnings may pass';
is +(stubs('-q', '-X', '.', '-I', 'links', @site))[0], 2, 'nothing read is status 2';

# The same whatever the jobs, the order of operands, and who scraped.
my (undef, $first) = stubs('-q', '-f', 'json', '-j', '1', @site);
for my $jobs (2, 7) {
	is +(stubs('-q', '-f', 'json', '-j', $jobs, @site))[1], $first, "$jobs jobs say the same";
}
my @files = map "site/$host/$_", qw(twin.html soon.html path.html peat.html lark.html);
is +(stubs('-q', @files))[1], (stubs('-q', reverse @files))[1], 'the order of operands does not matter';
my ($scraped, $lines) = run({}, 'sitescrape', '-q', @site);
my (undef, $piped) = run({ in => $lines }, 'sitestubs', '-q', '-t', 'inventory');
is $piped, (stubs('-q', '-t', 'inventory', @site))[1], 'page lines say the same';
# Findings are told from the body, and from what stands beside it where that is empty.
(undef, $piped) = run({ in => $lines }, 'sitestubs', '-q', '-c', '1');
my $found = (stubs('-q', '-c', '1', @site))[1];
s/^.*?: (?=note|warning)//gm for $piped, $found;
ok $found =~ /beside it stand/ && $piped eq $found, 'and find the same' or diag $piped, $found;
put('findings.xml', (stubs('-q', '-f', 'xml', @site))[1]);
is +(run({}, 'sitelint', '-q', '-s', "$top/schemas/findings.xsd", '-l', 'findings.xml'))[0], 0, 'findings match findings.xsd';

# The way to a page is that of the item that names it, or its breadcrumb, rather than the menu's branch.
put('way/kettle.html', '<title>Kettle | The shop</title><body><nav aria-label="Main menu"><ul><li><a href="/">Start</a><li aria-current="page"><a href="/shop">Shop</a></ul></nav>' .
	'<nav aria-label="Breadcrumb"><ol><li><a href="/">Start</a><li><a href="/shop">Shop</a><li><a href="/shop/kitchen">Kitchen</a><li aria-current="page">Kettle</ol></nav><main><h1>Kettle</h1>' . prose(5, 60) . '</main>');
like +(stubs('-q', '-t', 'inventory', 'way'))[1], qr/,"Start > Shop > Kitchen > Kettle",/, 'the way down a breadcrumb';
# Dates in whatever form.
put('day/a.html', '<title>A</title><meta name="date" content="Tue, 3 Feb 2032 10:00:00 GMT"><main><h1>A</h1>' . prose(6, 60) . '</main>');
like +(stubs('-q', '-e', 'day/a.html', '-n', '2026-01-31', 'day'))[1], qr/its date 'Tue, 3 Feb 2032 .*' lies in the future/, 'a date to come';
unlike +(stubs('-q', '-e', 'day/a.html', '-n', '2032-02-03', 'day'))[1], qr/future/, 'and one that is not';
for (['--now', '2026-13-45'], ['--explain', 'a', '--table', 'inventory']) {
	my ($status, undef, $said) = run({}, 'sitestubs', @$_, 'day');
	ok $status == 2 && $said =~ /$_->[0]/, "@$_";
}

# Phrases of users.
put('mine', "# ours\nen coming-soon ^the tide will bring it\$\nen subject \\bshelf\\b\n");
put('shelf/a.html', '<title>A</title><main><h1>Shells</h1><p>The tide will bring it.</p></main>');
put('shelf/b.html', '<title>B</title><main><h1>Sand</h1><p>This page is under construction.</p></main>');
is_deeply +{ verdicts('shelf') }, { 'a.html' => 'thin', 'b.html' => 'placeholder' }, 'our phrases';
is_deeply +{ verdicts('-p', 'mine', 'shelf') }, { 'a.html' => 'placeholder', 'b.html' => 'placeholder' }, 'and a user\'s';
is_deeply +{ verdicts('-P', 'mine', 'shelf') }, { 'a.html' => 'placeholder', 'b.html' => 'thin' }, 'or a user\'s alone';
# Our phrases are those of the data file, whatever it was when the program was built.
put('data/stub.phrases', join("", slurp_lines("schemas/stub.phrases")) . "en coming-soon ^the tide will bring it\$\n");
symlink "$top/schemas/$_", "data/$_" for qw(page.rules menu.weights body.lexicon body.model);
{
	local $ENV{SITEGLEAN_SCHEMAS} = 'data';
	is_deeply +{ verdicts('shelf') }, { 'a.html' => 'placeholder', 'b.html' => 'placeholder' }, 'or those of another data file';
}
# What a single sentence says need not be known; an index is no page of little body.
put('few/one.html', '<html lang="is"><title>Um okkur</title><main><h1>Um okkur</h1><p>Hér verður sagt frá safninu.</p></main>');
put("few/$_->[0].html", "<title>Index</title><main><h1>Index $_->[0]</h1><ul>" . join('', map "<li><a href=\"$_.html\">The word number $_</a>", @$_[1 .. 100]) . '</ul></main>')
	for ['A', 1 .. 100], ['B', 101 .. 200];
put('few/list.html', '<title>List</title><main><h1>List</h1><ul>' . join('', map "<li><a href=\"$_.html\">Word $_</a>", 1 .. 10) . '</ul></main>');
is_deeply +{ verdicts('few') }, { 'one.html' => 'thin', 'list.html' => 'thin' }, 'a single sentence, and a few links, are little body';
for (['en', 'no pattern', 'unknown kind'], ['xx_y construction a', 'no language', 'is no language'],
	['en construction', 'no pattern', 'no pattern'], ['en construction (a', 'a broken one', 'missing closing parenthesis'],
	['en construction a*', 'one that matches nothing', 'matches nothing at all'],
	['en hopeless a', 'an unknown kind', "unknown kind 'hopeless'"]) {
	my ($row, $what, $said) = @$_;
	put('broken', "# a comment\n$row\n");
	my ($status, $out, $err) = run({}, 'sitestubs', '-p', 'broken', 'shelf');
	is $status, 2, "phrases, $what: status";
	like $err, qr/\Asitestubs: broken: line 2: .*\Q$said\E.*\n\z/, "phrases, $what: what is said";
}

# Baselines.
is +(stubs('-q', '-b', 'known', '-g', @site))[0], 0, 'a baseline takes all in';
is +(stubs('-q', '-b', 'known', @site))[1], '', 'and knows it';
page('new.html', 'Mushrooms', '<p>This page is under construction.</p>');
unlink "site/$host/soon.html";
my ($again, $news) = stubs('-q', '-b', 'known', @site);
is $again, 1, 'something new: status';
like $news, qr{^site/\S+/new\.html:\S+ warning: .*\[stub\.placeholder\]\nknown:\d+:1: note: no longer occurs: 'stub\.placeholder\\x09\S+/soon\.html\\x09' \[baseline\.gone\]\n\z},
	'what is new and what is gone';

# Calls that make no sense, and input that nobody means to give.
for (['unknown rule', 'knows no rule \'x\'', '--except', 'x'], ['unknown table', '--table wants inventory, not \'x\'', '-t', 'x'],
	['percentage', 'at most 100', '-c', '101'], ['date', 'wants a date', '-n', 'soon'],
	['pattern', 'missing closing parenthesis', '-m', '('], ['baseline', 'go with --baseline', '-u'],
	['level', 'wants error or warning', '--fail-on', 'note'], ['phrases that are not there', 'No such file', '-p', 'nofile'],
	['page that is not there', "no page 'nowhere'", '-e', 'nowhere']) {
	my ($what, $said, @options) = @$_;
	my ($status, $out, $err) = run({}, 'sitestubs', '-q', @options, 'shelf');
	is $status, 2, "$what: status";
	like $err, qr/\Asitestubs: .*\Q$said\E.*\n\z/, "$what: what is said";
}
my %hostile = (
	'deep' => '<main>' . '<div>' x 200_000 . 'this page is under construction',
	'headings' => '<main>' . '<h2>Coming soon</h2>' x 50_000,
	'one word' => '<main><p>' . 'x' x 2_000_000,
	'one sentence' => '<main><p>' . 'under construction ' x 100_000,
	'tokens' => '<main><p>' . '{{ ' x 300_000,
	'lorem' => '<main><p>' . 'lorem ' x 300_000,
	'quotes' => '<main><p>' . '"coming soon" ' x 100_000,
	'no text' => '<main>' . '<img src="placeholder">' x 100_000,
	'spaces' => '<main><p>coming' . ' &nbsp;' x 100_000 . 'soon',
	'bad bytes' => "<meta charset=utf-8><main><p>\xFF\xFE\x80 coming soon \xED\xA0\x80",
	'marks' => '<main><p>' . "coming soon\xE2\x80\x8F" x 50_000,
	'title' => '<title>' . 'coming soon - ' x 50_000 . '</title><main><p>a',
);
put("hostile/$_.html", $hostile{$_}) for keys %hostile;
{
	local $SIG{ALRM} = sub { die "too slow\n" };
	alarm 60;
	my ($status, $out, $err) = run({}, 'sitestubs', '-t', 'inventory', 'hostile');
	alarm 0;
	is $status, 0, 'hostile pages: status';
	is scalar(() = $out =~ /^"/mg), 1 + keys %hostile, 'hostile pages: all are there';
}
SKIP: {
	skip 'no /dev/full', 1 if !-e '/dev/full';
	is +(run({ out => '/dev/full' }, 'sitestubs', '-q', @site))[0], 2, 'a full disk is status 2';
}

# Pages of many languages, those that say nothing and those that say something.
SKIP: {
	skip 'no python3', 2 if !$python;
	for (['positives', '19 of 20 pages that say nothing, of every kind and language'], ['negatives', 'no page that says something']) {
		my ($name, $what) = @$_;
		my $said = qx($python -B "$top/tests/stubs/$name.py" "${\program('sitestubs')}" 2>&1);
		ok !$?, $what or diag $said;
	}
	# Default texts of content systems, from Debian's packages.
	my @packages = map "$top/build/corpora/$_", qw(wordpress-l10n mediawiki);
	skip "no @packages (tests/unpack.sh)", 1 if grep !-d, @packages;
	my $said = qx($python -B "$top/tests/stubs/translations.py" "${\program('sitestubs')}" "$packages[0]" "$packages[1]" 2>&1);
	ok !$?, 'nine of ten default texts of content systems' or diag $said;
}

# The manual.
sub slurp_lines { open my $in, '<', "$top/$_[0]" or die "$_[0]: $!"; return <$in> }
my ($helped, $help) = stubs('--help');
my %options = map { $_ => 1 } $help =~ /^ .*?--([a-z-]+)/mg;
my %own = map { /^\.It.* Fl Fl ([a-z-]+)/ ? ($1 => 1) : () } slurp_lines('tools/sitestubs.1');
my %shared = map { /^\.It.* Fl Fl ([a-z-]+)/ ? ($1 => 1) : () } slurp_lines('tools/siteglean.7');
is_deeply [grep !$own{$_} && !$shared{$_}, sort keys %options], [], 'every option is in a manual';
is_deeply [grep !$options{$_}, sort keys %own], [], 'and no other';
is_deeply [grep !/baseline/, sort map /^\.It Cm (stub\.\w+)/ ? $1 : (), slurp_lines('tools/sitestubs.1')],
	[sort map "stub.$_", qw(placeholder soft404 lorem default token empty duplicate thin)], 'so is every rule';
my %listed = map { /^\.It Cm ([a-z ,-]+)$/ ? map(($_ => 1), split / , /, $1) : () } slurp_lines('tools/sitestubs.1');
is_deeply [grep !$listed{$_}, map { /^\S+ +([a-z-]+) / && !/^#/ ? $1 : () } slurp_lines('schemas/stub.phrases')], [],
	'and every kind of phrase';
symlink "$top/samples", 'samples' or die;
my @examples = map /^\.Dl \$ (.*)/ ? $1 : (), slurp_lines('tools/sitestubs.1');
ok @examples >= 5, 'there are examples';
{
	local $ENV{PATH} = program('') . ":$ENV{PATH}";
	for my $example (@examples) {
		my $said = qx($example 2>&1);
		ok $? >> 8 <= 1 && $? < 512, "example: $example" or diag $said;
	}
}

done_testing;
