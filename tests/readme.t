#!/usr/bin/perl
# readme.t - the commands of README.md print what README.md says: those behind "$ " in blocks of
# console, and whole blocks of sh, which the block of text after them is the output of. They run in
# a folder of their own, with copies of samples/ and schemas/. After a change that is meant,
# `ACCEPT=1 prove tests/readme.t` writes what they print now: read the difference.
use strict;
use warnings;
use Cwd qw(getcwd);
use lib 'tests';
use Filter;
use Test::More;

my $readme = getcwd() . '/README.md';
my $root = getcwd();
$ENV{PATH} = program('') . ":$ENV{PATH}";
$ENV{SITEGLEAN_SCHEMAS} = "$root/schemas";
open my $in, '<', $readme or die "$readme: $!";
my @lines = <$in>;
close $in;
scratch();
system('cp', '-r', "$root/samples", "$root/schemas", '.') == 0 && mkdir 'build' or die 'no copies';

my ($new, $tests, $status) = ('', 0);

# Take the lines of README.md up to one that matches.
sub take {
	my ($end) = @_;
	my $taken = '';
	$taken .= shift @lines while @lines && $lines[0] !~ $end;
	return $taken;
}

# What a command prints, compared with what is expected.
sub check {
	my ($command, $expected) = @_;
	open my $shell, '-|', 'sh', '-c', $command or die "sh: $!";
	my $got = do { local $/; <$shell> } // '';
	close $shell;
	$status = $?;
	$got =~ tr/\r//d;
	is $got, $expected, $command unless $ENV{ACCEPT};
	$tests++;
	return $got;
}

while (defined(my $line = shift @lines)) {
	$new .= $line;
	if ($line eq "```console\n") {
		while ($lines[0] =~ /^\$ (.*)/) {
			$new .= shift @lines;
			$new .= check($1, take(qr/^(?:\$ |```)/));
		}
	} elsif ($line eq "```sh\n") {
		my $script = take(qr/^```/);
		my $between = "$script" . shift(@lines) . take(qr/\S/);
		my $has_output = @lines && $lines[0] eq "```text\n";
		$between .= shift @lines if $has_output;
		my $got = check("set -e\n$script", $has_output ? take(qr/^```/) : '');
		is $status, 0, 'every command of it works';
		$new .= $between . ($has_output ? $got : '');
	}
}
ok $tests, 'README.md has commands';
if ($ENV{ACCEPT}) {
	open my $out, '>', $readme or die "$readme: $!";
	print $out $new;
	pass 'written';
}
done_testing;
