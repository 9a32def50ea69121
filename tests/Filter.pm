# Filter.pm - run a filter in a scratch folder and look at what it said.
package Filter;

use strict;
use warnings;
use Cwd qw(abs_path);
use Exporter qw(import);
use File::Basename qw(dirname);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use POSIX ();

our @EXPORT = qw(run scratch put program attributes paths);

my $bin = abs_path(($ENV{B} || 'build') . '/bin');

# The path of a filter.
sub program {
	return "$bin/" . shift;
}

# Change into an empty folder that goes when the test ends; return its name.
sub scratch {
	my $folder = tempdir(CLEANUP => 1);
	chdir $folder or die "$folder: $!";
	return $folder;
}
END { chdir '/' }

# Write a file, and the folders above it.
sub put {
	my ($file, $bytes) = @_;
	make_path(dirname($file));
	open my $out, '>:raw', $file or die "$file: $!";
	print $out $bytes;
	close $out or die "$file: $!";
}

sub slurp {
	my ($file) = @_;
	open my $in, '<:raw', $file or die "$file: $!";
	local $/;
	return scalar <$in>;
}

# run(\%how, NAME, ARGUMENT...): how may say in (bytes on standard input) and out (a file instead
# of what is returned). Returns exit status, standard output and standard error; a signal shows as
# a negative status.
sub run {
	my ($how, $name, @arguments) = @_;
	my $files = tempdir(CLEANUP => 1);
	my $out = $how->{out} || "$files/out";
	put("$files/in", $how->{in} // '');
	my $child = fork // die "fork: $!";
	if (!$child) {
		open STDIN, '<', "$files/in" or die;
		open STDOUT, '>', $out or die;
		open STDERR, '>', "$files/err" or die;
		no warnings 'exec';
		exec program($name), @arguments;
		POSIX::_exit(127);
	}
	waitpid $child, 0;
	my $status = $? & 127 ? -($? & 127) : $? >> 8;
	return ($status, $how->{out} ? '' : slurp($out), slurp("$files/err"));
}

# Of a page line, the attributes of its page element, as written.
sub attributes {
	my ($line) = @_;
	my ($tag) = $line =~ /^<page ([^>]*)>/ or return;
	return { $tag =~ /([\w-]+)="([^"]*)"/g };
}

# The paths of page lines.
sub paths {
	return map { (attributes($_) || {})->{path} } split /\n/, shift;
}

1;
