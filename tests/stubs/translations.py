#!/usr/bin/python3
"""translations.py - do we know the default pages and errors of widely used software?

usage: translations.py SITESTUBS WORDPRESS_L10N MEDIAWIKI [-v]

Reads, from the unpacked Debian packages wordpress-l10n and mediawiki, the texts that these print
where there is no content, in every language that stub.phrases has, makes a page of each and runs
sitestubs over them. Prints recall by text and by language; exits 1 where it is below 0.90."""
import collections
import html
import json
import os
import re
import struct
import subprocess
import sys
import tempfile

LEAST = 0.90
# Of WordPress: what the page says, by its English text, and its heading, if it has another.
WORDPRESS = [
    ('post', 'Welcome to WordPress. This is your first post. Edit or delete it, then start blogging!', 'Hello world!'),
    ('sample', "This is an example page. It's different from a blog post because", 'Sample Page'),
    ('not-found', 'Page not found', None),
    ('no-posts', 'Sorry, no posts matched your criteria.', None),
    ('maintenance', 'Briefly unavailable for scheduled maintenance. Check back in a minute.', None),
]
MEDIAWIKI = ['noarticletext', 'noarticletext-nopermission', 'nopagetext', 'moveddeleted-notice', 'mainpagetext']
SAME = {'no': 'nb', 'zh-hans': 'zh', 'zh-hant': 'zh', 'pt-br': 'pt', 'sr-ec': 'sr', 'sr-el': 'sr'}


def claimed():
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../schemas/stub.phrases')
    with open(root, encoding='utf-8') as rows:
        return {row.split()[0] for row in rows if row.strip() and row[0] not in '#*'}


def catalogue(path):
    """The messages of a .mo file (GNU gettext manual, 10.3)."""
    with open(path, 'rb') as file:
        data = file.read()
    order = '<' if data[:4] == b'\xde\x12\x04\x95' else '>'
    n, originals, translations = struct.unpack(order + '3I', data[8:20])

    def text(table, i):
        size, at = struct.unpack(order + '2I', data[table + 8 * i:table + 8 * i + 8])
        return data[at:at + size].decode('utf-8', 'replace').split('\0')[0]
    return {text(originals, i).split('\x04')[-1]: text(translations, i) for i in range(n)}


def wordpress(folder, languages):
    folder = os.path.join(folder, 'usr/share/wordpress/wp-content/languages')
    messages = collections.defaultdict(dict)
    for name in sorted(os.listdir(folder)):
        match = re.fullmatch(r'(?:admin-)?([a-z]+)(_[A-Z]+)?\.mo', name)
        if match and SAME.get(match[1], match[1]) in languages:
            messages[match[1] + (match[2] or '')].update(catalogue(os.path.join(folder, name)))
    for locale, known in messages.items():
        language = locale.split('_')[0]
        for kind, original, heading in WORDPRESS:
            found = next((v for k, v in known.items() if k.startswith(original) and v.strip()), None)
            title = known.get(heading) if heading else ''
            if found and not (heading and not title):
                yield SAME.get(language, language), 'wordpress ' + kind, locale, title or '', found


def plain(text):
    """Wikitext as a reader sees it."""
    text = re.sub(r'\{\{(?:PLURAL|GENDER):[^|}]*\|([^|}]*)[^}]*\}\}', r'\1', text)
    for _ in range(5):
        text = re.sub(r'\{\{[^{}]*\}\}', 'Wiki', text)
    text = re.sub(r'\[\[(?:[^]|]*\|)?([^]]*)\]\]', r'\1', text)
    text = re.sub(r'\[\S+ ([^]]*)\]', r'\1', text)
    return re.sub(r"<[^>]*>|'''?", '', text).replace('$1', 'Example')


def mediawiki(folder, languages):
    folder = os.path.join(folder, 'usr/share/mediawiki')
    for where in ('languages/i18n', 'includes/installer/i18n'):
        for name in sorted(os.listdir(os.path.join(folder, where))):
            language = name[:-5]
            if not name.endswith('.json') or SAME.get(language, language) not in languages:
                continue
            with open(os.path.join(folder, where, name), encoding='utf-8') as file:
                known = json.load(file)
            for key in MEDIAWIKI:
                if isinstance(known.get(key), str):
                    yield SAME.get(language, language), 'mediawiki ' + key, language, '', plain(known[key])


def page(language, title, text):
    body = text if '<p>' in text else ''.join('<p>%s</p>' % p for p in text.split('\n') if p.strip())
    menu = ''.join('<li><a href="/%d">%s</a></li>' % (i, 'Ipsilon Omega Theta Sigma'.split()[i]) for i in range(4))
    return ('<!DOCTYPE html><html lang="%s"><meta charset="utf-8"><title>%s</title><nav><ul>%s</ul></nav>'
            '<main>%s%s</main><footer><p>Example</p></footer></html>') % (
        language, html.escape(title or 'Example'), menu, title and '<h1>%s</h1>' % title, body)


def main():
    program, wp, mw = sys.argv[1:4]
    languages = claimed()
    cases = list(wordpress(wp, languages)) + list(mediawiki(mw, languages))
    with tempfile.TemporaryDirectory() as folder:
        for i, (language, kind, _, title, text) in enumerate(cases):
            with open(os.path.join(folder, '%04d.html' % i), 'w', encoding='utf-8') as file:
                file.write(page(language, title, text))
        out = subprocess.run([program, '-q', '-f', 'json', folder], stdout=subprocess.PIPE, check=False).stdout
    found = {}
    for line in out.decode().splitlines():
        finding = json.loads(line)
        if finding['rule'] in ('stub.placeholder', 'stub.soft404', 'stub.default'):
            found[int(os.path.basename(finding['file'])[:4])] = finding['rule']
    tallies = {'text': collections.Counter(), 'language': collections.Counter()}
    hits = {'text': collections.Counter(), 'language': collections.Counter()}
    for i, (language, kind, locale, title, text) in enumerate(cases):
        for by, key in (('text', kind), ('language', language)):
            tallies[by][key] += 1
            hits[by][key] += i in found
        if i not in found and '-v' in sys.argv:
            print('missed: %s %s: %s | %s' % (locale, kind, title, text[:260].replace('\n', ' ')))
    worst = 1
    for by in tallies:
        for key in sorted(tallies[by]):
            recall = hits[by][key] / tallies[by][key]
            if by == 'text' or recall < 1:
                print('%-8s %-38s %3d of %3d' % (by, key, hits[by][key], tallies[by][key]))
    recall = sum(hits['text'].values()) / max(1, len(cases))
    print('recall %.3f of %d pages in %d languages' % (recall, len(cases), len(tallies['language'])))
    sys.exit(recall < LEAST or not cases)


main()
