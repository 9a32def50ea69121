#!/usr/bin/perl
# readme.t - the commands of README.md print what README.md says. After a change that is meant,
# `ACCEPT=1 prove tests/readme.t` writes what they print now: read the difference.
use strict;
use warnings;
use Cwd qw(abs_path);
use Test::More;

my $bin = abs_path(($ENV{B} // 'build') . '/bin');
$ENV{PATH} = "$bin:$ENV{PATH}";
open my $in, '<', 'README.md' or die "README.md: $!";
my @lines = <$in>;
close $in;

my ($console, $new) = (0, '');
while (defined(my $line = shift @lines)) {
	$new .= $line;
	$console = $line eq "```console\n" if $line =~ /^```/;
	next unless $console && $line =~ /^\$ (.*)/;
	my ($command, $expected) = ($1, '');
	$expected .= shift @lines while @lines && $lines[0] !~ /^(?:\$ |```)/;
	my $got = qx{$command};
	$got =~ tr/\r//d;
	is $got, $expected, $command unless $ENV{ACCEPT};
	$new .= $got;
}
if ($ENV{ACCEPT}) {
	open my $out, '>', 'README.md' or die "README.md: $!";
	print $out $new;
	pass 'written';
}
done_testing;
