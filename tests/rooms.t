#!/usr/bin/perl
# rooms.t - includes run downwards only, so that a room can be read without those above it.
use strict;
use warnings;
use Test::More;

# Rooms of one floor do not know each other.
my @floors = (['base'], ['html'], ['page'], ['stream'], ['site'], [qw(languages links lint menus stubs tables)]);
my %floor;
for my $i (0 .. $#floors) {
	$floor{$_} = $i for @{ $floors[$i] };
}

my %rooms;
push @{ $rooms{ (split m{/})[2] } }, $_ for glob 'tools/lib/*/*.[ch] tools/lib/*/*.cc';
is_deeply [sort keys %rooms], [sort keys %floor], 'each room has its floor';
for my $room (sort keys %rooms) {
	my @up;
	for my $file (@{ $rooms{$room} }) {
		open my $source, '<', $file or die "$file: $!";
		while (<$source>) {
			next unless m{^#include "\.\./(\w+)/};
			push @up, "$file:$. includes $1" if ($floor{$1} // @floors) >= $floor{$room};
		}
	}
	is "@up", '', "$room looks down only";
}

done_testing;
