#!/usr/bin/env python3
"""Fit schemas/body.lexicon and schemas/body.model to pages whose bodies people have marked.

usage: fit_body.py [-w] CLUES TRUTH DIR

CLUES is the program made of clues.c. TRUTH is gzipped JSON, a page a line: {"id", "url", "type",
"text"}; DIR holds the pages as ID.html. Prints the F1 over words, the mean of all pages and of
each type: with the model fitted to all of them, and with each fifth of the hosts judged by a
model fitted to the others. -w writes both files. Needs numpy and lightgbm.

Weights of words are log odds, drawn to 0 for rare ones; only words of many hosts get one. The
pages a model of trees learns from are shown to it with weights learned from other hosts, as it
will meet pages that nobody has seen.
"""
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
HOSTS = {"class": 12, "text": 40}  # a word of fewer hosts says nothing
PRIOR = {"class": 6.0, "text": 0.024}  # pages' worth of doubt
TREES = {
    "objective": "cross_entropy",
    "learning_rate": 0.08,
    "num_leaves": 12,
    "min_data_in_leaf": 200,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}
ROUNDS = 120
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
        self.classes = [frozenset(u["classes"]) for u in units]
        self.wanted = wanted(self.units, words_of(truth["text"]))
        self.sizes = np.array([len(u) for u in self.units], float)


def words_of(text):
    return WORD.findall(text.lower())


def wanted(units, truth):
    """The share of each unit's words that is body: those in a run of three that the body has."""
    runs = set(zip(truth, truth[1:], truth[2:]))
    words = [w for unit in units for w in unit]
    covered = np.zeros(len(words) + 1)
    for i in range(len(words) - 2):
        if (words[i], words[i + 1], words[i + 2]) in runs:
            covered[i : i + 3] = 1
    ends = np.cumsum([0] + [len(unit) for unit in units])
    return np.array([covered[a:b].mean() if b > a else 0 for a, b in zip(ends, ends[1:])])


def tally(pages):
    """By kind and word: pages' worth of text that is body, that is not, and hosts."""
    found, whole = defaultdict(lambda: [0.0, 0.0, set()]), [0.0, 0.0]
    for page in pages:
        total = page.sizes.sum() or 1
        for unit, classes, y, size in zip(page.units, page.classes, page.wanted, page.sizes):
            part = size / total
            whole[0] += part * y
            whole[1] += part * (1 - y)
            for kind, names, share in (("class", classes, part), ("text", unit, 1 / total)):
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


class Oracle:
    """The numbers of pages as the library sees them with one lexicon or another."""

    def __init__(self, program, files):
        self.program, self.files = program, files
        names = run(program, "names", [os.devnull], SCHEMAS).decode()
        self.names = re.findall(r"[a-z0-9-]+", names)

    def numbers(self, which, weights):
        with tempfile.TemporaryDirectory() as folder:
            schemas = os.path.join(folder, "schemas")
            shutil.copytree(SCHEMAS, schemas)
            write_lexicon(weights, os.path.join(schemas, "body.lexicon"))
            data = run(self.program, "numbers", [self.files[i] for i in which], schemas)
        out, at = {}, 0
        for i in which:
            n = int(np.frombuffer(data, np.uint32, 1, at)[0])
            out[i] = np.frombuffer(data, np.float32, n * len(self.names), at + 4).reshape(n, len(self.names))
            at += 4 + out[i].nbytes
        return out


def fit(pages, numbers):
    x = np.vstack([numbers[i] for i in numbers])
    y = np.concatenate([pages[i].wanted for i in numbers])
    weight = np.concatenate([np.sqrt(pages[i].sizes) / np.sqrt(pages[i].sizes).sum() for i in numbers])
    return lightgbm.train(TREES, lightgbm.Dataset(x, y, weight=weight * len(y) / weight.sum()), ROUNDS)


def choose(page, chance):
    """As verdict.c does."""
    order = np.argsort(-chance, kind="stable")
    kept = np.cumsum(page.sizes[order])
    body = np.cumsum(page.sizes[order] * chance[order])
    expected = body / (kept + (page.sizes * chance).sum() + 1)
    most = len(order) - int(np.argmax(expected[::-1])) if len(order) else 0
    return order[:most]


def f1(page, chosen):
    have = Counter(w for k in chosen for w in page.units[k])
    hit = sum((have & page.truth).values())
    return 2 * hit / (sum(have.values()) + sum(page.truth.values())) if hit else float(not page.truth and not have)


def judge(model, page, numbers):
    return f1(page, choose(page, model.predict(numbers)) if len(numbers) else [])


def report(title, pages, scores):
    by = defaultdict(list)
    for i, score in scores.items():
        by[pages[i].type].append(score)
    rows = [f"{kind} {np.mean(v):.3f}" for kind, v in sorted(by.items(), key=lambda e: -len(e[1]))]
    print(f"{title}: F1 {np.mean(list(scores.values())):.3f}, {', '.join(rows)}", flush=True)


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
    program, truth_file, folder = [a for a in sys.argv[1:] if a != "-w"]
    with gzip.open(truth_file, "rt", encoding="utf-8") as f:
        truth = [json.loads(line) for line in f]
    files = [os.path.join(folder, t["id"] + ".html") for t in truth]
    units = run(program, "words", files, SCHEMAS).decode("utf-8", "replace").splitlines()
    pages = [Page(t, json.loads(u)) for t, u in zip(truth, units)]
    del units
    hosts = sorted({page.host for page in pages})
    fold = [hosts.index(page.host) % FOLDS for page in pages]
    oracle = Oracle(program, files)
    report("by truth", pages, {i: f1(p, np.flatnonzero(p.wanted > 0.5)) for i, p in enumerate(pages)})

    tallies = [tally([p for i, p in enumerate(pages) if fold[i] == f]) for f in range(FOLDS)]
    # Pages of fold f as seen without f, and without f and g.
    seen = {}
    for f in range(FOLDS):
        for g in range(f, FOLDS):
            which = [i for i in range(len(pages)) if fold[i] in (f, g)]
            rest = lexicon([t for k, t in enumerate(tallies) if k not in (f, g)])
            seen[f, g] = seen[g, f] = oracle.numbers(which, rest)
    held = {}
    for f in range(FOLDS):
        numbers = {i: seen[f, fold[i]][i] for i in range(len(pages)) if fold[i] != f}
        model = fit(pages, numbers)
        for i in seen[f, f]:
            held[i] = judge(model, pages[i], seen[f, f][i])
    report(f"{FOLDS} folds", pages, held)
    weights = lexicon(tallies)
    model = fit(pages, {i: seen[fold[i], fold[i]][i] for i in range(len(pages))})
    numbers = oracle.numbers(range(len(pages)), weights)
    report("fitted", pages, {i: judge(model, p, numbers[i]) for i, p in enumerate(pages)})
    print(f"{len(weights)} words, {ROUNDS} trees")
    if write:
        write_lexicon(weights, os.path.join(SCHEMAS, "body.lexicon"))
        write_model(model, oracle.names, os.path.join(SCHEMAS, "body.model"))


if __name__ == "__main__":
    main()
