#!/usr/bin/env python3
"""Fit schemas/menu.weights to pages whose menus people have marked.

usage: menus.py [-w] MENUS DIR

MENUS is the program made of menus.c, DIR holds pages and truth.json: a file name to
{"menus": [[[label, href], ...], ...]}. Prints precision, recall and F1 over links, the mean
over all pages, and how many menus were found by at least 80 % of their links: with the weights
fitted to all pages, and with each fifth of the pages judged by weights fitted to the others,
the mean over several ways to part them. -w writes the weights. Logistic regression, each page
counting alike, with a penalty on the squares of the weights of traits scaled to a deviation of
1 (iterated weighted least squares).
"""
import json
import math
import os
import random
import re
import subprocess
import sys
from collections import Counter

PENALTY = 4.0  # on the squares of weights, a page counting 4
FOLDS, WAYS = 5, 6
OPEN_KINDS = {"menu", "footer"}  # what the score decides; other kinds are sure
HERE = os.path.dirname(os.path.abspath(__file__))
WEIGHTS = os.path.join(HERE, "../../schemas/menu.weights")


HEAD = """\
# menu.weights - what each trait of a tree of links says for a menu of the site.
#
# One trait a line: its name, as tools/lib/page/traits.h explains it, and what it
# weighs. Made by tests/oracle/menus.py.

"""


with open(os.path.join(HERE, "../../tools/lib/page/traits.c"), encoding="utf-8") as f:
    NAMES = re.findall(r'\] = "(.+)"', f.read())


class Tree:
    def __init__(self, kind, hierarchy, header, *traits):
        self.kind, self.hierarchy, self.header = kind, hierarchy == "1", header == "1"
        self.traits, self.links = [float(x) for x in traits], []

    def has(self, trait):
        return self.traits[NAMES.index(trait)] == 1


def key(label, href):
    return re.sub(r"\s+", "", label), href.strip()


def matches(want, have):
    """How many links of want are in have; one without label matches by href alone."""
    both = want & have
    left = Counter()
    for (_, href), n in (have - both).items():
        left[href] += n
    images = Counter()
    for (label, href), n in (want - both).items():
        if not label:
            images[href] += n
    return sum(both.values()) + sum((images & left).values())


def read_pages(program, folder, truth):
    """File name to its trees."""
    pages = {name: [] for name in truth}
    files = [os.path.join(folder, name) for name in truth]
    environment = {**os.environ, "SITEGLEAN_SCHEMAS": os.path.dirname(WEIGHTS)}
    run = subprocess.run([program] + files, stdout=subprocess.PIPE, env=environment)
    if run.returncode:
        sys.exit(run.returncode)
    for line in run.stdout.decode("utf-8", "replace").split("\n"):
        field = line.split("\t")
        if field[0] == "tree":
            tree = Tree(*field[2:])
            pages[os.path.basename(field[1])].append(tree)
        elif field[0] == "link":
            tree.links.append(key(field[2] if len(field) > 2 else "", field[1]))
    return pages


def solve(a, b):
    """The x with a x = b, by Gauss elimination."""
    n = len(b)
    rows = [a[i][:] + [b[i]] for i in range(n)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            f = rows[k][i] / rows[i][i]
            if f:
                rows[k] = [x - f * y for x, y in zip(rows[k], rows[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][k] * x[k] for k in range(i + 1, n))) / rows[i][i]
    return x


def deviations(rows):
    """Of each column, 1 where it is constant."""
    means = [sum(c) / len(rows) for c in zip(*rows)]
    squares = [sum((x - m) ** 2 for x in c) / len(rows) for c, m in zip(zip(*rows), means)]
    return [math.sqrt(s) or 1.0 for s in squares]


def fit(samples, penalty=PENALTY):
    """Weights from samples of (traits, share that is menu, weight)."""
    n = len(samples[0][0])
    scales = deviations([x for x, _, _ in samples])
    samples = [([a / s for a, s in zip(x, scales)], y, c) for x, y, c in samples]
    w = [0.0] * n
    for _ in range(25):
        hessian = [[penalty if i == k and i else 1e-6 if i == k else 0.0 for k in range(n)] for i in range(n)]
        gradient = [-(penalty if i else 1e-6) * w[i] for i in range(n)]
        for x, y, c in samples:
            z = sum(a * b for a, b in zip(w, x))
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            s = c * p * (1 - p)
            for i in range(n):
                if x[i]:
                    gradient[i] += c * (y - p) * x[i]
                    h, sx = hessian[i], s * x[i]
                    for k in range(n):
                        h[k] += sx * x[k]
        step = solve(hessian, gradient)
        w = [a + b for a, b in zip(w, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return [a / s for a, s in zip(w, scales)]


def samples_of(pages, truth, names):
    out = []
    for name in names:
        want = Counter(key(*link) for menu in truth[name]["menus"] for link in menu)
        trees = [t for t in pages[name] if t.kind in OPEN_KINDS and t.links]
        all_links = sum(math.sqrt(len(t.links)) for t in trees)
        for t in trees:
            have = Counter(t.links)
            share = matches(want, have) / len(t.links)
            weight = math.sqrt(len(t.links)) / all_links
            out.append((t.traits, share, 4 * weight))
    return out


NEAR, LEAST, LOWEST = 2.0, -0.75, -1.5  # as menu_score.c has them


def enough_of(best, named):
    if named and best > LEAST:
        return max(LEAST, best - NEAR)
    return max(LOWEST, best if named else best - NEAR)


def menus_of(trees, w):
    scores = [(sum(a * b for a, b in zip(w, t.traits)), t) for t in trees if t.kind in OPEN_KINDS]
    best = max((s for s, t in scores), default=0)
    enough = enough_of(best, any(t.has("class") or t.has("id") for s, t in scores))
    return [t for s, t in scores
            if t.has("declared") or (t.hierarchy and s > LOWEST)
            or (t.header and s > LEAST) or s >= enough]


def judge(pages, truth, name, w):
    want = Counter(key(*link) for menu in truth[name]["menus"] for link in menu)
    have = Counter(link for t in menus_of(pages[name], w) for link in t.links)
    hit = matches(want, have)
    p = hit / sum(have.values()) if have else 0.0
    r = hit / sum(want.values())
    found = sum(
        matches(links, have) >= 0.8 * sum(links.values())
        for links in (Counter(key(*link) for link in menu) for menu in truth[name]["menus"])
    )
    return p, r, 2 * p * r / (p + r) if hit else 0.0, found


def report(title, rows, menus, ways=1):
    p, r, f1, _ = (sum(c) / len(rows) for c in zip(*rows))
    found = sum(row[3] for row in rows) / ways
    print(f"{title}: P={p:.3f} R={r:.3f} F1={f1:.3f} menus={found:.1f}/{menus}")


def write_weights(w):
    with open(WEIGHTS, "w", encoding="utf-8") as f:
        f.write(HEAD)
        for name, x in zip(NAMES, w):
            f.write(f"{name:11}{x:6.2f}\n")


def main():
    write = "-w" in sys.argv[1:]
    program, folder = [a for a in sys.argv[1:] if a != "-w"]
    with open(os.path.join(folder, "truth.json"), encoding="utf-8") as f:
        truth = json.load(f)
    pages = read_pages(program, folder, truth)
    names = sorted(truth)
    menus = sum(len(page["menus"]) for page in truth.values())
    w = fit(samples_of(pages, truth, names))
    report("fitted", [judge(pages, truth, n, w) for n in names], menus)
    rows, order = [], names[:]
    shuffle = random.Random(1).shuffle
    for _ in range(WAYS):
        for k in range(FOLDS):
            held = order[k::FOLDS]
            v = fit(samples_of(pages, truth, [n for n in names if n not in held]))
            rows += [judge(pages, truth, n, v) for n in held]
        shuffle(order)
    report(f"{FOLDS} folds", rows, menus, WAYS)
    if write:
        write_weights(w)


if __name__ == "__main__":
    main()
