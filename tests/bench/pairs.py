#!/usr/bin/python3
"""Time the filters beside their peers, run by run in turn, and print a table of ratios.

usage: pairs.py BUILD [ROUNDS] [NAME]

A comparison does the same work with one of our programs and with each peer, ROUNDS times (7),
alternately, so that a change of the machine's speed meets all. A ratio is the peer's time by ours
in one round; the table has their median and their spread. Time is processor time, or wall-clock
time where threads are compared. NAME picks the comparisons whose name holds it.

Corpora are Debian's packages; peers come from PyPI and crates.io. All is kept under BUILD. A peer
that cannot be had, fails or takes longer than five minutes is named in the table.
"""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = Path(sys.argv[1]).resolve()
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 7
ONLY = sys.argv[3] if len(sys.argv) > 3 else ""
WORK = BUILD / "bench"
SCHEMAS = HERE.parent.parent / "schemas"
LONGEST = 300  # seconds


def quietly(*command, **more):
    """Run a command of the set-up; what it says is of interest only when it fails."""
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout


def corpus(package):
    """The folder of a Debian package, unpacked once."""
    folder = BUILD / "corpora" / package
    if not folder.exists():
        download = BUILD / "corpora" / "download"
        download.mkdir(parents=True, exist_ok=True)
        quietly("apt-get", "download", package, cwd=download)
        part = folder.with_suffix(".part")
        quietly("dpkg", "-x", next(download.glob(package + "_*.deb")), part)
        part.rename(folder)
    return folder


def pages(folder, limit=None):
    """The HTML files below a folder, or so many of them spread evenly."""
    found = sorted(str(path) for path in folder.rglob("*.html") if path.is_file())
    if limit and len(found) > limit:
        found = [found[i * len(found) // limit] for i in range(limit)]
    return found


def size(files):
    return sum(os.path.getsize(name) for name in files)


def python(script, package, module):
    """A command that runs peers/SCRIPT, and the version of the module it has the package from."""
    venv = WORK / "venv"
    if not venv.exists():
        quietly("python3", "-m", "venv", venv)
    quietly(venv / "bin/pip", "install", "-q", module)
    shown = quietly(venv / "bin/pip", "show", module).splitlines()
    version = next(line.split()[1] for line in shown if line.startswith("Version:"))
    name = package if module == package else f"{package} by {module}"
    return [str(venv / "bin/python"), str(HERE / "peers" / script)], f"{name} {version}"


def rust(crate, *others):
    """The program of peers/CRATE.rs, and the version of the crate."""
    project = WORK / crate
    if not (project / "Cargo.lock").exists():
        shutil.rmtree(project, ignore_errors=True)
        quietly("cargo", "init", "-q", "--vcs", "none", "--name", "peer", project)
        quietly("cargo", "add", "-q", crate, *others, cwd=project)
    shutil.copy(HERE / "peers" / f"{crate}.rs", project / "src/main.rs")
    quietly("cargo", "build", "-q", "--release", cwd=project)
    version = quietly("cargo", "pkgid", crate, cwd=project).strip().rsplit("@")[-1].rsplit("#")[-1]
    return [str(project / "target/release/peer")], f"{crate} {version}"


def xmllint():
    version = subprocess.run(["xmllint", "--version"], capture_output=True, text=True).stderr
    return ["xmllint"], "xmllint " + version.splitlines()[0].split()[-1]


def run(command):
    """Processor seconds, wall-clock seconds, peak megabytes and exit status of a command."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = threading.Timer(LONGEST, os.kill, (child.pid, signal.SIGKILL))
    limit.start()
    _, status, usage = os.wait4(child.pid, 0)
    limit.cancel()
    wall = time.monotonic() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, status


class Table:
    """What is printed: one row for each comparison with a peer."""

    def __init__(self):
        print("| work | siteglean | peer | peer | times as fast (least–most) | memory, MB |")
        print("|---|---|---|---|---|---|")

    def row(self, *cells):
        print("|", " | ".join(str(cell) for cell in cells), "|", flush=True)

    def compare(self, work, ours, peers, clock=0, megabytes=None, unit="MB/s"):
        """Peers are functions that return a command and a version; arguments are added to both."""
        if ONLY not in work:
            return
        for name, obtain, arguments in peers:
            try:
                command, version = obtain()
            except (subprocess.SubprocessError, OSError, StopIteration) as error:
                self.row(work, "", name, "not to be had here", "", type(error).__name__)
                continue
            rounds = [(run(ours), run(command + arguments)) for _ in range(ROUNDS)]
            if any(ours[3] or theirs[3] for ours, theirs in rounds):
                self.row(work, "", version, "failed or took too long", "", "")
                continue
            ratios = sorted(b[clock] / a[clock] for a, b in rounds)
            rate = lambda side: statistics.median(r[side][clock] for r in rounds)
            shown = [f"{megabytes / rate(side):.0f} {unit}" if megabytes else f"{rate(side):.2f} s"
                     for side in (0, 1)]
            memory = [max(r[side][2] for r in rounds) for side in (0, 1)]
            self.row(work, shown[0], version, shown[1],
                     f"{statistics.median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})",
                     f"{memory[0]:.0f} / {memory[1]:.0f}")


def built(name):
    return str(BUILD / "bin" / name)


def sets():
    """The three sets of pages that parsing and scraping are measured on."""
    yield "cppreference", pages(corpus("cppreference-doc-en-html"))
    yield "JDK 17, 3,000 pages", pages(corpus("openjdk-17-doc"), 3000)
    yield "GIMP (fr) and Debian handbook", pages(corpus("gimp-help-fr")) + pages(
        corpus("debian-handbook"))


def measure_parsers(table):
    for name, files in sets():
        table.compare(f"HTML to tree, {name}", [str(BUILD / "tests/bench/trees"), *files],
                      [("lexbor", lambda: python("parse_lexbor.py", "lexbor", "selectolax"), files),
                       ("html5ever", lambda: rust("html5ever", "markup5ever_rcdom"), files)],
                      megabytes=size(files) / 1e6)


def measure_scraping(table):
    """Whole saves, as people have them: where bodies are is learned from the site."""
    saves = [("cppreference", ["cppreference-doc-en-html"]), ("JDK 17", ["openjdk-17-doc"]),
             ("GIMP (fr) and Debian handbook", ["gimp-help-fr", "debian-handbook"])]
    for name, packages in saves:
        folders = [str(corpus(package)) for package in packages]
        megabytes = sum(size(pages(corpus(package))) for package in packages) / 1e6
        scrape = [built("sitescrape"), "-q", *folders]
        table.compare(f"sitescrape, {name}: 2 threads beside 1", [*scrape, "-j", "2"],
                      [("one thread", lambda: ([*scrape, "-j", "1"], "itself, 1 thread"), [])],
                      clock=1, megabytes=megabytes)


def measure_bodies(table):
    files = pages(corpus("gimp-help-en"), 300)
    table.compare(f"bodies of {len(files)} pages",
                  [built("sitebody"), "-q", "-j", "1", "-f", "text", *files],
                  [("resiliparse",
                    lambda: python("text_resiliparse.py", "resiliparse", "resiliparse"), files),
                   ("rs-trafilatura", lambda: rust("rs-trafilatura"), files)],
                  megabytes=len(files), unit="pages/s")


def measure_schemas(table):
    document = WORK / "document.xml"
    with open(document, "wb") as out:
        subprocess.run([built("sitescrape"), "-q", "--document", corpus("python3.11-doc")],
                       stdout=out, check=True)
    table.compare(f"{size([document]) / 1e6:.0f} MB document against page.xsd",
                  [built("sitelint"), "-q", "-j", "2", str(document)],
                  [("xmllint", xmllint, ["--noout", "--stream", "--schema",
                                         str(SCHEMAS / "page.xsd"), str(document)])],
                  clock=1)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    table = Table()
    measure_parsers(table)
    measure_scraping(table)
    measure_bodies(table)
    measure_schemas(table)


main()
