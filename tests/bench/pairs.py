#!/usr/bin/python3
"""Time the filters beside their peers, in turn, and print a table of ratios.

usage: pairs.py BUILD [ROUNDS] [NAME]

A comparison does the same work with one of our programs and with each peer, ROUNDS times (7),
alternately, so that a change of the machine's speed meets all; a peer that would take more than
five minutes for that gets fewer rounds. A ratio is the peer's time by ours in one round; the table
has their median and their spread. Time is processor time, or wall-clock time where threads are
compared; from work on single pages is taken off what each program takes for none, so that no
interpreter's start is counted. Memory is the peak of a further run. NAME picks the comparisons whose
name holds it: "small page", "references, gimp-help-en beside hyperlink", "stubs, gimp". The table
is left in BUILD/bench/table.md too.

peers.py fetches the rest. A peer that cannot be had, fails or takes longer than five minutes is a
row that says so. The bodies are those of DATA/body-dev where the environment names such a folder
(see `make conformance`), of a manual otherwise.
"""

import gzip
import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from peers import NOT_TO_BE_HAD, Peers

BUILD = Path(sys.argv[1]).resolve()
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""
SCHEMAS = Path(__file__).resolve().parent.parent.parent / "schemas"
DATA = Path(os.environ.get("DATA", "no data"))
LONGEST = 300  # seconds
PROCESSOR, WALL = 0, 1
STARTS = 200
NOWHERE = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]


def pages(folder, limit=None):
    """The HTML files below a folder, or so many of them spread evenly."""
    found = sorted(str(path) for path in folder.rglob("*.html") if path.is_file())
    if limit and len(found) > limit:
        found = [found[i * len(found) // limit] for i in range(limit)]
    return found


def megabytes(files):
    return sum(os.path.getsize(name) for name in files) / 1e6


def run(command):
    """Processor seconds, wall-clock seconds, and exit status (below 0: killed); started with as
    little around it as can be."""
    start = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=NOWHERE, setsid=True)
    limit = threading.Timer(LONGEST, os.killpg, (child, signal.SIGKILL))
    limit.start()
    _, status, usage = os.wait4(child, 0)
    wall = time.monotonic() - start
    limit.cancel()
    return usage.ru_utime + usage.ru_stime, wall, os.waitstatus_to_exitcode(status)


def memory(command):
    """Peak megabytes. What started a program counts as its own, so that must be a small one."""
    timed = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return int(timed.stderr.split()[-1]) / 1024


def reason(error):
    """The last line of what a command of the set-up said, or the error itself."""
    said = (getattr(error, "stderr", None) or str(error) or type(error).__name__).strip()
    return said.splitlines()[-1].replace("|", "/")


def idle(command, clock):
    """What a command takes without any page."""
    return statistics.median(run(command)[clock] for _ in range(5))


class Table:
    """One row for each comparison with a peer."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8")
        self.row("work", "siteglean", "peer", "peer's", "times as fast (least–most)", "rounds",
                 "memory, MB")
        self.row(*["---"] * 7)

    def row(self, *cells):
        line = "| " + " | ".join(str(cell) for cell in cells) + " |"
        print(line, flush=True)
        print(line, file=self.file, flush=True)

    def compare(self, work, ours, peers, files=(), clock=PROCESSOR, amount=None, unit="MB/s",
                good=(0,)):
        """Peers are functions that return a command and a version. The files are added to each
        command; the amount of work, to give rates of; good are statuses that are no failure."""
        for name, obtain in peers.items():
            if ONLY not in f"{work} beside {name}":
                continue
            try:
                command, version = obtain()
            except NOT_TO_BE_HAD as error:
                self.row(work, "", name, "not to be had here: " + reason(error), "", 0, "")
                continue
            sides = [ours, command]
            starts = [idle(side, clock) if files else 0 for side in sides]
            rounds = []
            while len(rounds) < ROUNDS:
                rounds.append([run([*side, *files]) for side in sides])
                longest = max(result[WALL] for result in rounds[0])
                if any(result[2] not in good for result in rounds[-1]):
                    break
                if longest * (len(rounds) + 1) > LONGEST:
                    break
            if any(result[2] not in good for result in rounds[-1]):
                why = "took over 300 s" if longest >= LONGEST else "failed"
                self.row(work, "", version, why, "", 0, "")
                continue
            peaks = " / ".join(f"{memory([*side, *files]):.0f}" for side in sides)
            self.add(work, version, rounds, starts, clock, amount, unit, peaks)

    def add(self, work, version, rounds, starts, clock, amount, unit, peaks):
        took = [[result[side][clock] - starts[side] for result in rounds] for side in (0, 1)]
        ratios = sorted(theirs / max(ours, .001) for ours, theirs in zip(*took))
        middle = [statistics.median(times) for times in took]
        shown = [f"{amount / max(s, .001):.0f} {unit}" if amount else f"{s:.3g} s" for s in middle]
        self.row(work, shown[0], version, shown[1],
                 f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})",
                 len(rounds), peaks)

    def alone(self, work, command, good=(0, 1, 2)):
        """Wall-clock milliseconds of a command without a peer, started 200 times with as little
        around it as can be; 2: it had nothing to check."""
        if ONLY not in work:
            return
        times, failed = [], False
        for _ in range(STARTS):
            start = time.perf_counter()
            child = os.posix_spawnp(command[0], command, os.environ, file_actions=NOWHERE)
            _, status = os.waitpid(child, 0)
            times.append(1000 * (time.perf_counter() - start))
            failed = failed or os.waitstatus_to_exitcode(status) not in good
        times.sort()
        self.row(work, "failed" if failed else f"{statistics.median(times):.1f} ms", "", "",
                 f"({times[0]:.1f}–{times[-1]:.1f} ms)", len(times),
                 f"{memory(command):.0f}")


def built(name, *arguments):
    return [str(BUILD / "bin" / name), "-q", *arguments]


def measure_parsers(table, peers):
    sets = {"cppreference": pages(peers.package("cppreference-doc-en-html")),
            "JDK 17, 3,000 pages": pages(peers.package("openjdk-17-doc"), 3000),
            "GIMP (fr) and Debian handbook": pages(peers.package("gimp-help-fr")) +
                                             pages(peers.package("debian-handbook"))}
    for name, files in sets.items():
        table.compare(f"HTML to tree, {name}", [str(BUILD / "tests/bench/trees")],
                      {"lexbor": peers.lexbor,
                       "html5ever": lambda: peers.rust("html5ever", "markup5ever_rcdom"),
                       "gumbo": peers.gumbo,
                       "libxml2": peers.libxml2},
                      files, amount=megabytes(files))


def measure_scraping(table, peers):
    """Whole saves, as people have them: where bodies are is learned from the site."""
    for names in (["cppreference-doc-en-html"], ["openjdk-17-doc"],
                  ["gimp-help-fr", "debian-handbook"]):
        folders = [peers.package(name) for name in names]
        scrape = built("sitescrape", *map(str, folders))
        table.compare(f"sitescrape, {' and '.join(names)}: 2 threads beside 1", scrape + ["-j2"],
                      {"itself": lambda: (scrape + ["-j1"], "itself, 1 thread")}, clock=WALL,
                      amount=sum(megabytes(pages(folder)) for folder in folders))


def generate(folder, count, links):
    """Pages in folders of a hundred, each with a menu of twenty links and further ones."""
    for i in range(count):
        if i % 100 == 0:
            (folder / f"d{i // 100}").mkdir(parents=True)
        targets = (k if k < 20 else (i + (k + 1) * 7919) % count for k in range(links))
        rows = "".join(f"<a href=../d{to // 100}/p{to}.html#a{to}>{to}</a>\n" for to in targets)
        (folder / f"d{i // 100}/p{i}.html").write_text(
            f"<!DOCTYPE html><title>{i}</title><h1 id=a{i}>Page</h1>\n{rows}")
    (folder / "index.html").write_text("<!DOCTYPE html><a href=d0/p0.html>first</a>")


def measure_links(table, peers):
    """linkchecker and linkinator follow links from a first page; the others read folders."""
    many = peers.work / "many"
    if not (many / "index.html").exists():
        generate(many, 50000, 50)
    saves = {name: peers.package(name) for name in
             ("openjdk-17-doc", "python3.11-doc", "cppreference-doc-en-html", "gimp-help-en")}
    for name, folder in [*saves.items(), ("50,000 pages, 2.5 million links", many)]:
        first = next(iter(sorted(folder.rglob("index.html"), key=lambda p: len(p.parts))), folder)
        table.compare(
            f"references, {name}", built("sitelinks", str(folder)),
            {"hyperlink": lambda: peers.cargo("hyperlink", "--check-anchors", str(folder)),
             "lychee": lambda: peers.cargo("lychee", "--offline", "--include-fragments",
                                           "--no-progress", str(folder)),
             "linkinator": lambda: peers.npm_tool("linkinator", str(first.parent), "--recurse",
                                                  "--skip", "^https?://(?!localhost)"),
             "linkchecker": lambda: peers.pip_tool("linkchecker", "--no-status",
                                                   first.as_uri())},
            clock=WALL, good=(0, 1, 2))


def mixed_pages(peers):
    """Pages of as many sites, unzipped; none where there is no DATA."""
    source = DATA / "body-dev/html"
    zipped = sorted(source.glob("*.html.gz"))
    unzipped = peers.work / "pages"
    unzipped.mkdir(exist_ok=True)
    files = [unzipped / path.stem for path in zipped[:: max(1, len(zipped) // 300)][:300]]
    for path in files:
        path.write_bytes(gzip.decompress((source / f"{path.name}.gz").read_bytes()))
    return files


def measure_bodies(table, peers):
    files, name = mixed_pages(peers), "a public benchmark, each of another site"
    if not files:
        files, name = pages(peers.package("gimp-help-en"), 300), "GIMP's manual"
    table.compare(f"bodies of {len(files)} pages of {name}",
                  built("sitebody", "-j1", "-f", "text"),
                  {"resiliparse": lambda: peers.python("resiliparse"),
                   "rs-trafilatura": lambda: peers.rust("rs-trafilatura"),
                   "trafilatura": lambda: peers.python("trafilatura lxml_html_clean"),
                   "Readability.js, linkedom": lambda: peers.readability("linkedom"),
                   "Readability.js, jsdom": lambda: peers.readability("jsdom")},
                  [str(path) for path in files], amount=len(files), unit="pages/s")


def measure_stubs(table, peers):
    """The same pages scored, and only printed: the ratio is what sitestubs takes beside sitebody."""
    saves = {name: [str(peers.package(name))] for name in
             ("gimp-help-en", "debian-handbook", "cppreference-doc-en-html", "python3.11-doc",
              "openjdk-17-doc")}
    handbook = next(Path(saves["debian-handbook"][0]).rglob("de-DE"))
    mixed = [str(path) for path in mixed_pages(peers)]
    saves |= {"debian-handbook in German": [str(handbook)]}
    saves |= {f"{len(mixed)} pages of as many sites": mixed} if mixed else {}
    for form in ("text", "xml"):
        for name, where in saves.items():
            table.compare(f"stubs, {name}: sitebody -f {form}",
                          built("sitebody", "-j1", "-f", form, *where),
                          {"sitestubs": lambda: (built("sitestubs", "-j1", *where), "sitestubs")},
                          good=(0, 1))


def written(path, command):
    with open(path, "wb") as out:
        subprocess.run(command, stdout=out, check=True)
    return str(path)


def measure_schemas(table, peers):
    document = written(peers.work / "document.xml",
                       built("sitescrape", "--document", str(peers.package("python3.11-doc"))))
    table.compare(f"{megabytes([document]):.0f} MB document against page.xsd",
                  built("sitelint", "-j2", document),
                  {"xmllint": lambda: peers.xmllint("--noout", "--stream", "--schema",
                                                    str(SCHEMAS / "page.xsd"), document)},
                  clock=WALL)


def measure_tables(table, peers):
    """A table read back: as page lines by us, as JSON by others."""
    menus = written(peers.work / "nav.csv",
                    built("sitecsv", "-t", "nav", str(peers.package("gimp-help-en"))))
    table.compare(f"{megabytes([menus]):.0f} MB table of menus to records",
                  built("sitecsv", "-r", "-t", "nav", menus),
                  {"miller": lambda: peers.debian("miller", "mlr", "--icsv", "--ojson", "cat",
                                                  menus)})


def measure_starts(table, peers):
    by_size = sorted(pages(peers.package("gimp-help-en")), key=os.path.getsize)
    page = by_size[len(by_size) // 2]
    table.alone("one small page: true(1), which does nothing, wall clock", ["true"])
    for path in sorted((BUILD / "bin").glob("site*")):
        table.alone(f"one small page: {path.name}, wall clock", built(path.name, page))


def main():
    peers = Peers(BUILD)
    table = Table(peers.work / "table.md")
    for measure in (measure_starts, measure_parsers, measure_scraping, measure_bodies,
                    measure_stubs, measure_schemas, measure_tables, measure_links):
        try:
            measure(table, peers)
        except NOT_TO_BE_HAD as error:
            table.row(measure.__name__, "", "", "what it measures on is not to be had: " + reason(error),
                      "", 0, "")


main()
