#!/usr/bin/perl
# order.t - the same input gives the same bytes, whatever the jobs, the disk and the locale.
use strict;
use warnings;
use Cwd qw(getcwd);
use lib 'tests';
use Filter;
use Test::More;

my $samples = getcwd() . '/samples/site';
scratch();

sub scrape { run({}, 'sitescrape', @_) }

# Pages of very different sizes, so that later ones are done first.
my %pages = map { ("$_.html" => "<title>$_</title><main><p>" . 'word ' x (($_ * 7919) % 30_000) . "</main>") } 1 .. 200;
$pages{"$_/index.html"} = "<title>$_</title><p>index" for 1 .. 20, 'a.b', 'a', 'a-b', "caf\xC3\xA9", "\xFF", 'Z';
$pages{'empty.html'} = '';
my @names = sort keys %pages;
put("up/site/$_", $pages{$_}) for @names;
put("down/site/$_", $pages{$_}) for reverse @names;
put("mixed/site/$_", $pages{$_}) for sort { reverse($a) cmp reverse($b) } @names;

my ($status, $first, $said) = scrape('-j', '1', '--root', 'up/site', 'up/site');
is $status, 0, 'one job';
is_deeply [map { s/&#10;/\n/gr } paths($first)], [map { s/\xFF/%FF/r } @names], 'pages come in the order of paths';
for my $jobs (2, 3, 16) {
	my ($got, $out, $err) = scrape('-j', $jobs, '--root', 'up/site', 'up/site');
	ok $out eq $first, "$jobs jobs print the same";
	is $err, $said, "$jobs jobs say the same";
}
for my $other ('down', 'mixed') {
	my ($got, $out) = scrape('-j', '2', '--root', "$other/site", "$other/site");
	ok $out eq $first, "folders in another order on the disk ($other)";
}
my (undef, $plain) = scrape('-q', $samples);
for my $locale ('C', 'C.UTF-8', 'tr_TR.UTF-8', 'nonsense') {
	local $ENV{LC_ALL} = $locale;
	my ($got, $out) = scrape('-q', $samples);
	ok $out eq $plain, "locale $locale";
	($got, $out) = scrape('-j', '2', '--root', 'up/site', 'up/site');
	ok $out eq $first, "locale $locale, many pages";
}
{
	my @operands = map "up/site/$_", reverse @names[0 .. 30];
	my ($got, $out) = scrape('-q', @operands);
	my ($again, $sorted) = scrape('-q', reverse @operands);
	ok $out eq $sorted && $out ne '', 'the order of operands';
}

done_testing;
