#!/usr/bin/env python3
"""Fit schemas/body.lexicon and schemas/body.model to pages whose bodies people have marked.

usage: fit_body.py [-w] CLUES SITEBODY TRUTH DIR

CLUES is the program made of clues.c (make build/tests/oracle/clues). TRUTH is gzipped JSON, a
page a line: {"id", "url", "type", "text"}; DIR holds the pages as ID.html. Prints the F1 over
words, the mean of all pages and of each type: with each fifth of the hosts judged by a model
fitted to the others, and with the model fitted to all of them; of the units that are chosen, and
of what SITEBODY prints with that model. -w writes both files. Needs numpy and lightgbm.

A page may say the same words twice, once for small screens and once for large, where its body
has them once. Its words are then the body's only as often as the body has them, first in the
longest runs that the two have in common.

Weights of words are log odds, drawn to 0 for rare ones; only words of many hosts get one: words of
texts and of classes, words of headings and labels for what stands under them, and short texts as
a whole. The pages a model of trees learns from are shown to it with weights learned from other
hosts, as it will meet pages that nobody has seen.

A model that is told what people marked in a page learns the page by heart. So large models, the
teachers, are fitted first, each to four fifths of the hosts, and say of the last fifth what they
take for body. The model, a smaller one, learns what its teachers say of pages they had not seen,
and what people marked only in part (MARKED).
"""
import csv
import gzip
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from urllib.parse import urlparse

import lightgbm
import numpy as np

FOLDS = 5
HOSTS = {"class": 12, "name": 12, "text": 40, "phrase": 12}  # a word of fewer says nothing
PRIOR = {"class": 6.0, "name": 6.0, "text": 0.024, "phrase": 0.024}  # pages' worth of doubt
PHRASE = 6  # words at most
TREES = {
    "objective": "cross_entropy",
    "min_data_in_leaf": 1000,
    "max_bin": 63,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}
TEACHER = {"num_iterations": 250, "learning_rate": 0.05, "num_leaves": 24}
PUPIL = {"num_iterations": 94, "learning_rate": 0.08, "num_leaves": 24}
# By kind of page: the share of a lesson that is what people marked, the rest being what a teacher
# says; and how much a page counts. Kinds that are not named have 0 and 1.
MARKED = {"collection": 0.36, "documentation": 0.12, "product": 0.33}
COUNTS = {"collection": 2.0, "product": 1.5}
HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMAS = os.path.join(HERE, "../../schemas")
WORD = re.compile(r"\w+")


def run(program, mode, files, schemas):
    out = b""
    environment = {**os.environ, "SITEGLEAN_SCHEMAS": schemas}
    for i in range(0, len(files), 200):
        out += subprocess.run(
            [program, mode] + files[i : i + 200], stdout=subprocess.PIPE, env=environment, check=True
        ).stdout
    return out


class Page:
    def __init__(self, truth, units):
        self.type = truth["type"]
        self.host = urlparse(truth.get("url") or "").netloc or truth["id"]
        self.truth = Counter(words_of(truth["text"]))
        self.units = [words_of(u["text"]) for u in units]
        self.classes = [frozenset(w.lower() for w in u["classes"]) for u in units]
        self.names = [frozenset(w.lower() for w in u["names"]) for u in units]
        self.wanted = wanted(self.units, words_of(truth["text"]))
        self.sizes = np.array([len(u) for u in self.units], float)


def words_of(text):
    return WORD.findall(text.lower())


def common_runs(words, truth):
    """Where words of a page stand in runs of three that the body has: longest first."""
    runs = set(zip(truth, truth[1:], truth[2:]))
    found, begin, end = [], 0, 0
    for i, run in enumerate(zip(words, words[1:], words[2:])):
        if run not in runs:
            continue
        if i > end:
            found.append((begin, end))
            begin = i
        end = i + 3
    found.append((begin, end))
    return sorted(found, key=lambda run: (run[0] - run[1], run[0]))


def wanted(units, truth):
    """The share of each unit's words that is body."""
    words = [w for unit in units for w in unit]
    covered, left = np.zeros(len(words)), Counter(truth)
    for begin, end in common_runs(words, truth):
        for i in range(begin, end):
            if left[words[i]] > 0:
                left[words[i]] -= 1
                covered[i] = 1
    ends = np.cumsum([0] + [len(unit) for unit in units])
    return np.array([covered[a:b].mean() if b > a else 0 for a, b in zip(ends, ends[1:])])


def tally(pages):
    """By kind and word: pages' worth of text that is body, that is not, and hosts."""
    found, whole = defaultdict(lambda: [0.0, 0.0, set()]), [0.0, 0.0]
    for page in pages:
        total = page.sizes.sum() or 1
        for unit, classes, called, y, size in zip(page.units, page.classes, page.names, page.wanted, page.sizes):
            part = size / total
            whole[0] += part * y
            whole[1] += part * (1 - y)
            phrase = ["-".join(unit)] if 0 < len(unit) <= PHRASE else []
            for kind, names, share in (
                ("class", classes, part), ("name", called, part), ("text", unit, 1 / total), ("phrase", phrase, part)
            ):
                for name in names:
                    entry = found[kind, name]
                    entry[0] += share * y
                    entry[1] += share * (1 - y)
                    entry[2].add(page.host)
    return whole, {key: (yes, no, len(hosts)) for key, (yes, no, hosts) in found.items()}


def lexicon(tallies):
    """Weights by kind and word."""
    whole = [sum(w[0] for w, _ in tallies), sum(w[1] for w, _ in tallies)]
    rate, base = whole[0] / sum(whole), math.log(whole[0] / whole[1])
    found, out = defaultdict(lambda: [0.0, 0.0, 0]), {}
    for _, entries in tallies:
        for key, entry in entries.items():
            found[key] = [a + b for a, b in zip(found[key], entry)]
    for (kind, name), (yes, no, hosts) in found.items():
        if hosts < HOSTS[kind] or not name.isascii() or " " in name:
            continue
        prior = PRIOR[kind]
        weight = math.log((yes + prior * rate) / (no + prior * (1 - rate))) - base
        if abs(weight) >= 0.1:
            out[kind, name] = weight
    return out


def write_lexicon(weights, file):
    with open(file, "w", encoding="utf-8") as f:
        f.write("# body.lexicon - what words say about a block being body: log odds.\n")
        f.write("# Made by tests/oracle/fit_body.py.\n")
        for (kind, name), weight in sorted(weights.items()):
            f.write(f"{kind} {name} {weight:.2f}\n")


class Schemas(tempfile.TemporaryDirectory):
    """A copy of the data files with another lexicon, and another model where there is one."""

    def __init__(self, weights, model=None, names=None):
        super().__init__()
        shutil.copytree(SCHEMAS, self.name, dirs_exist_ok=True)
        write_lexicon(weights, os.path.join(self.name, "body.lexicon"))
        if model:
            write_model(model, names, os.path.join(self.name, "body.model"))


class Oracle:
    """The numbers of pages as the library sees them with one lexicon or another."""

    def __init__(self, program, files):
        self.program, self.files = program, files
        names = run(program, "names", [os.devnull], SCHEMAS).decode()
        self.names = re.findall(r"[a-z0-9-]+", names)

    def numbers(self, which, weights):
        with Schemas(weights) as schemas:
            data = run(self.program, "numbers", [self.files[i] for i in which], schemas)
        out, at = {}, 0
        for i in which:
            n = int(np.frombuffer(data, np.uint32, 1, at)[0])
            out[i] = np.frombuffer(data, np.float32, n * len(self.names), at + 4).reshape(n, len(self.names))
            at += 4 + out[i].nbytes
        return out


class View:
    """The units of pages, given their numbers by page, for models to be fitted to."""

    def __init__(self, pages, numbers, fold):
        self.pages = [pages[i] for i in numbers]
        sizes = [page.sizes ** 0.75 for page in self.pages]
        self.wanted = np.concatenate([page.wanted for page in self.pages])
        self.weight = np.concatenate([s / s.sum() for s in sizes])
        self.fold = self.by_unit([fold[i] for i in numbers])
        self.x = np.vstack(list(numbers.values()))
        self.data = lightgbm.Dataset(self.x, self.wanted, params=TREES).construct()

    def by_unit(self, values):
        return np.repeat(values, [len(page.sizes) for page in self.pages])

    def by_kind(self, values, other):
        return self.by_unit([values.get(page.type, other) for page in self.pages])

    def fit(self, rows, wanted, weight, trees):
        """A model fitted to some of the units, to say of each what is wanted."""
        part = self.data.subset(np.flatnonzero(rows)).construct()  # before it has labels of its own
        part.set_label(wanted[rows])
        part.set_weight(weight[rows] * rows.sum() / weight[rows].sum())
        return lightgbm.train({**TREES, **trees}, part, trees["num_iterations"])

    def lessons(self):
        """What is wanted of each unit: the share of it that is body, drawn to what is said by a
        teacher that has seen no host of its fold."""
        said = np.empty(len(self.wanted))
        for fold in np.unique(self.fold):
            own = self.fold == fold
            teacher = self.fit(~own, self.wanted, self.weight, TEACHER)
            said[own] = teacher.predict(self.x[own], num_threads=1)
        marked = self.by_kind(MARKED, 0.0)
        return marked * self.wanted + (1 - marked) * said

    def pupil(self):
        every = np.ones(len(self.wanted), bool)
        return self.fit(every, self.lessons(), self.weight * self.by_kind(COUNTS, 1.0), PUPIL)


def choose(page, chance):
    """As verdict.c does."""
    order = np.argsort(-chance, kind="stable")
    kept = np.cumsum(page.sizes[order])
    body = np.cumsum(page.sizes[order] * chance[order])
    expected = body / (kept + (page.sizes * chance).sum() + 1)
    most = len(order) - int(np.argmax(expected[::-1])) if len(order) else 0
    return order[:most]


def f1(page, have):
    hit = sum((have & page.truth).values())
    return 2 * hit / (sum(have.values()) + sum(page.truth.values())) if hit else float(not page.truth and not have)


def f1_of_units(page, chosen):
    return f1(page, Counter(w for k in chosen for w in page.units[k]))


def judge(model, page, numbers):
    return f1_of_units(page, choose(page, model.predict(numbers)) if len(numbers) else [])


def extract(sitebody, pages, files, which, schemas):
    """The F1 of what sitebody prints of pages with the data files of a folder."""
    csv.field_size_limit(1 << 30)
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(
            [sitebody, "-q", "-f", "csv"] + [files[i] for i in which],
            stdout=out, env={**os.environ, "SITEGLEAN_SCHEMAS": schemas}, check=True,
        )  # fmt: skip
        with open(out.name, encoding="utf-8", newline="") as rows:
            texts = {os.path.basename(row["path"]): row["text"] for row in csv.DictReader(rows)}
    words = {i: words_of(texts.get(os.path.basename(files[i]), "")) for i in which}
    return {i: f1(pages[i], Counter(words[i])) for i in which}


def report(title, pages, scores):
    by = defaultdict(list)
    for i, score in scores.items():
        by[pages[i].type].append(score)
    rows = [f"{kind} {np.mean(v):.4f}" for kind, v in sorted(by.items(), key=lambda e: -len(e[1]))]
    print(f"{title}: F1 {np.mean(list(scores.values())):.4f}, {', '.join(rows)}", flush=True)


def tree_line(names, node):
    if "leaf_value" in node:
        return f"{node['leaf_value']:.4g}"
    assert node["decision_type"] == "<="
    return (
        f"{names[node['split_feature']]} {node['threshold']:.6g} "
        f"{tree_line(names, node['left_child'])} {tree_line(names, node['right_child'])}"
    )


def write_model(model, names, file):
    with open(file, "w", encoding="utf-8") as f:
        f.write("# body.model - trees that tell body from the rest; forest.h says how they read.\n")
        f.write("# Made by tests/oracle/fit_body.py.\n")
        for tree in model.dump_model()["tree_info"]:
            f.write(f"tree {tree_line(names, tree['tree_structure'])}\n")


def main():
    write = "-w" in sys.argv[1:]
    program, sitebody, truth_file, folder = [a for a in sys.argv[1:] if a != "-w"]
    with gzip.open(truth_file, "rt", encoding="utf-8") as f:
        truth = [json.loads(line) for line in f]
    files = [os.path.join(folder, t["id"] + ".html") for t in truth]
    units = run(program, "words", files, SCHEMAS).decode("utf-8", "replace").splitlines()
    pages = [Page(t, json.loads(u)) for t, u in zip(truth, units)]
    del units
    hosts = sorted({page.host for page in pages})
    fold = [hosts.index(page.host) % FOLDS for page in pages]
    oracle = Oracle(program, files)
    report("by truth", pages, {i: f1_of_units(p, np.flatnonzero(p.wanted > 0.5)) for i, p in enumerate(pages)})

    tallies = [tally([p for i, p in enumerate(pages) if fold[i] == f]) for f in range(FOLDS)]
    # Pages of fold f as seen without f, and without f and g.
    seen = {}
    for f in range(FOLDS):
        for g in range(f, FOLDS):
            which = [i for i in range(len(pages)) if fold[i] in (f, g)]
            rest = lexicon([t for k, t in enumerate(tallies) if k not in (f, g)])
            seen[f, g] = seen[g, f] = oracle.numbers(which, rest)
    held, printed = {}, {}
    for f in range(FOLDS):
        numbers = {i: seen[f, fold[i]][i] for i in range(len(pages)) if fold[i] != f}
        model = View(pages, numbers, fold).pupil()
        for i in seen[f, f]:
            held[i] = judge(model, pages[i], seen[f, f][i])
        others = lexicon([t for k, t in enumerate(tallies) if k != f])
        with Schemas(others, model, oracle.names) as schemas:
            printed.update(extract(sitebody, pages, files, list(seen[f, f]), schemas))
    report(f"{FOLDS} folds", pages, held)
    report(f"{FOLDS} folds, printed", pages, printed)
    weights = lexicon(tallies)
    model = View(pages, {i: seen[fold[i], fold[i]][i] for i in range(len(pages))}, fold).pupil()
    numbers = oracle.numbers(range(len(pages)), weights)
    report("fitted", pages, {i: judge(model, p, numbers[i]) for i, p in enumerate(pages)})
    with Schemas(weights, model, oracle.names) as schemas:
        report("fitted, printed", pages, extract(sitebody, pages, files, range(len(pages)), schemas))
    print(f"{len(weights)} words, {model.num_trees()} trees")
    if write:
        write_lexicon(weights, os.path.join(SCHEMAS, "body.lexicon"))
        write_model(model, oracle.names, os.path.join(SCHEMAS, "body.model"))


if __name__ == "__main__":
    main()
