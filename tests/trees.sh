#!/bin/sh
# trees.sh - score what sitescrape finds of trees that are known beforehand.
#
# usage: trees.sh BUILD_DIR
#
# Builds a site of one table of contents with each generator and theme under BUILD_DIR/trees
# (tests/oracle/trees/build.py), checks the truth derived from it, and prints the scores; then the
# same for Python's manual, as Debian packages it. BUILD_DIR/bin holds sitescrape. The generators
# are Debian's, installed where missing, but for one from npm, in BUILD_DIR/trees.
set -eu

build=$1
oracle=tests/oracle/trees
corpora=build/corpora
manual=python3.11-doc
python=/usr/bin/python3

npm=
command -v npm >/dev/null || npm='nodejs npm'
tests/deps.sh python3-lxml python3-sphinx python3-alabaster python3-sphinx-rtd-theme furo \
    python3-pydata-sphinx-theme mkdocs hugo docbook-xsl xsltproc $npm
tests/unpack.sh $manual
$python $oracle/build.py "$build/trees"
$python $oracle/confirm.py "$build/trees"
$python $oracle/score.py "$build/bin/sitescrape" "$build/trees"
$python $oracle/pydoc.py "$build/bin/sitescrape" $corpora/$manual/usr/share/doc/python3.11/html
