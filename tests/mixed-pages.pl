#!/usr/bin/perl
# mixed-pages.pl - pages whose lists and tables hold furniture beside content.
#
# usage: mixed-pages.pl DIR
#
# Forty pages, the same on every machine, long enough that bodies are decided block by block.
use v5.20;
use warnings;

my @words = qw(the kettle on the shelf was older than the house and nobody could say who had brought
    it there although the neighbours told a different story every winter when snow closed the road);

srand(7);

sub words { join ' ', map { $words[rand @words] } 1 .. shift }
sub paragraph { '<p>' . ucfirst(words(shift)) . '.</p>' }
sub one_of { my @ways = @_; $ways[rand @ways]->() }

sub cell {
	my $share = '<div class="share"><a href="#">Share</a></div>';

	return one_of(
		sub { '<div class="toolbar"><a href="/edit">edit</a></div>' },
		sub { words(1) },
		sub { paragraph(25) },
		sub { $share . words(2) . paragraph(15) });
}

sub term {
	return one_of(
		sub { '<code>k</code> <a href="#k">link</a>' },
		sub { words(2) },
		sub { '<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>' });
}

sub page {
	my $rows = join '', map { '<tr>' . join('', map { '<td>' . cell() } 1 .. 3) } 1 .. 6;
	my $terms = join '', map { '<dt>' . term() . '<dd>' . cell() } 1 .. 5;
	my $items = join '', map { '<li>' . cell() } 1 .. 5;

	return join "\n", '<!DOCTYPE html><html lang="en"><title>Kettles</title>',
	    (map { '<a href="/' . $_ . '">' . words(2) . '</a>' } 1 .. 8), '<h1>Kettles</h1>',
	    (map { paragraph(40) } 1 .. 6), "<dl>$terms</dl>", "<ul>$items</ul>",
	    "<table>$rows</table>", (map { paragraph(40) } 1 .. 3),
	    '<div class="footer">All rights reserved. <a href="/contact">Contact</a></div>', '';
}

for my $number (1 .. 40) {
	open my $file, '>', "$ARGV[0]/$number.html" or die "$ARGV[0]/$number.html: $!\n";
	print $file page();
	close $file or die $!;
}
