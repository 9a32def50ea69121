#!/usr/bin/python3
"""positives.py - are pages that say nothing found?

usage: positives.py SITESTUBS [dev|held] [-v]

Makes a whole page of each row of positives.tsv, in one of three layouts with a menu and a footer
of words, and of each of sentences.tsv; runs sitestubs over them and prints recall by kind and by
language; exits 1 where one is below 0.95. Half of the rows of positives.tsv, every other kind of
every other language, were held out while phrases were written: "held" takes these, "dev" the
others."""
import collections
import html
import json
import os
import subprocess
import sys
import tempfile

LEAST = 0.95
RULE = {'coming-soon': 'placeholder', 'construction': 'placeholder', 'come-back': 'placeholder',
        'no-content': 'placeholder', 'maintenance': 'placeholder', 'not-found': 'soft404',
        'access-denied': 'soft404', 'parked': 'default', 'cms-default': 'default',
        'lorem': 'lorem', 'template-token': 'token'}
# What goes for what: an answer that a reader would give too.
TOO = {'placeholder': {'placeholder', 'soft404'}, 'soft404': {'soft404', 'placeholder'},
       'default': {'default', 'placeholder'}, 'lorem': {'lorem'}, 'token': {'token'}}
LAYOUTS = [
    '<!DOCTYPE html><html{lang}><head><meta charset="utf-8"><title>{title}</title></head><body><header><p>Alder Valley</p>'
    '<nav><ul>{menu}</ul></nav></header><main>{heading}{body}</main><footer><p>Alder Valley 2024</p></footer></body></html>',
    '<!DOCTYPE html><html{lang}><head><meta charset="utf-8"><title>{title} | Alder Valley</title></head><body>'
    '<div id="menu"><ul>{menu}</ul></div><div id="content"><div class="post">{heading}<div class="entry">{body}</div></div></div>'
    '<div id="footer">Alder Valley 2024</div></body></html>',
    '<html{lang}><head><meta charset="utf-8"><title>Alder Valley - {title}</title></head><body><table><tr><td class="nav"><ul>{menu}</ul></td>'
    '<td>{heading}{body}</td></tr></table></body></html>',
]


def lines(name):
    """The rows of a file beside this one."""
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), name), encoding='utf-8') as file:
        for line in file:
            if not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def rows():
    languages, kinds = [], list(RULE)
    for language, kind, heading, body in lines('positives.tsv'):
        if language not in languages:
            languages.append(language)
        yield (languages.index(language) + kinds.index(kind)) % 2, language, kind, heading, body
    for row in lines('sentences.tsv'):
        yield (None, *row)


def page(number, language, heading, body):
    menu = ''.join('<li><a href="/%s">%s</a></li>' % (w, w) for w in ('Alnus', 'Betula', 'Carpinus', 'Fagus', 'Quercus'))
    heading = '' if heading == '-' else heading
    return LAYOUTS[number % 3].format(
        lang='' if number % 4 == 3 else ' lang="%s"' % language, title=html.escape(heading or 'Alder Valley'), menu=menu,
        heading=heading and '<h1>%s</h1>' % html.escape(heading),
        body=''.join('<p>%s</p>' % html.escape(p, quote=False) for p in body.split(' / ')))


def main():
    half = 1 if 'held' in sys.argv else 0 if 'dev' in sys.argv else None
    cases = [row for row in rows() if half is None or row[0] == half]
    with tempfile.TemporaryDirectory() as folder:
        for i, (_, language, kind, heading, body) in enumerate(cases):
            with open(os.path.join(folder, '%04d.html' % i), 'w', encoding='utf-8') as file:
                file.write(page(i, language, heading, body))
        out = subprocess.run([sys.argv[1], '-q', '-f', 'json', folder], stdout=subprocess.PIPE, check=False).stdout
    found = {}
    for line in out.decode().splitlines():
        finding = json.loads(line)
        found[int(os.path.basename(finding['file'])[:4])] = finding['rule'][5:]
    tallies, hits = collections.Counter(), collections.Counter()
    for i, (_, language, kind, heading, body) in enumerate(cases):
        hit = found.get(i) in TOO[RULE[kind]]
        for key in (('kind', kind), ('language', language), ('all', 'pages')):
            tallies[key] += 1
            hits[key] += hit
        if not hit and '-v' in sys.argv:
            print('missed: %s %s (%s): %s | %s' % (language, kind, found.get(i), heading, body))
    low = 0
    for key in sorted(tallies):
        recall = hits[key] / tallies[key]
        low += recall < LEAST
        if recall < 1 or key[0] != 'language':
            print('%-9s %-15s %3d of %3d  %.3f' % (key + (hits[key], tallies[key], recall)))
    sys.exit(low > 0 or not cases)


if __name__ == '__main__':
    main()
