#!/usr/bin/python3
"""negatives.py - are pages left alone that say something?

usage: negatives.py SITESTUBS

Makes pages of the rows of negatives.tsv, in the layouts of positives.py, and of a long article
that speaks of missing pages and building sites; exits 1 where sitestubs calls one of them a
placeholder, an error message, filler, a default, an unfilled template or empty."""
import json
import os
import subprocess
import sys
import tempfile

import positives

WORDS = 1500
ARTICLE = [
    'A town that builds has fences, and a town that has fences has signs.',
    'Every sign says the same: under construction.',
    'Under construction.',
    'Nobody reads it, because there is nothing behind it to be read.',
    'The same is true of the short notes that servers write.',
    'Page not found.',
    'Such a note is the fence of a place where somebody pulled a house down.',
    'We are sorry, but the page you are looking for does not exist.',
    'It is polite, and it does not help.',
    'Please come back later.',
    'The carpenter Hedda Lund collects such notes and hangs them in her workshop.',
    'This page is under construction, says the oldest, printed in yellow and black.',
    'She has never seen what became of it.',
    'Content coming soon.',
    'When she is asked why she keeps them, she says that an empty frame is a promise too.',
]


def article():
    """Paragraphs of the sentences in ever other order, until there are words enough."""
    paragraphs, words, n = [], 0, len(ARTICLE)
    while words < WORDS:
        k = len(paragraphs)
        paragraphs.append(' '.join(ARTICLE[(k * 7 + i * (1 + k % 3)) % n] for i in range(n)))
        words += len(paragraphs[-1].split())
    return ' / '.join(paragraphs)


def rows():
    for heading in 'On fences', 'Under construction', 'Page not found':
        yield 'en', heading, article()
    for line in positives.lines('negatives.tsv'):
        yield line


def main():
    cases = list(rows())
    with tempfile.TemporaryDirectory() as folder:
        for i, (language, heading, body) in enumerate(cases):
            for layout in range(3):
                with open(os.path.join(folder, '%04d-%d.html' % (i, layout)), 'w', encoding='utf-8') as file:
                    file.write(positives.page(layout, language, heading, body))
        out = subprocess.run([sys.argv[1], '-q', '-f', 'json', '--except', 'duplicate', folder],
                             stdout=subprocess.PIPE, check=False)
    flagged = [finding for finding in map(json.loads, out.stdout.decode().splitlines()) if finding['rule'] != 'stub.thin']
    for finding in flagged:
        print('%s: %s [%s]' % (cases[int(os.path.basename(finding['file'])[:4])][1], finding['text'], finding['rule']))
    print('%d of %d pages' % (len(flagged), 3 * len(cases)))
    sys.exit(out.returncode > 1 or len(flagged) > 0)


main()
