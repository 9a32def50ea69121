#!/usr/bin/env python3
"""random_edits.py - many random edits at once in the table nav of page lines, merged by sitecsv.

usage: random_edits.py BIN LINES SEED COUNT

Whatever was edited, and whether or not it is in conflict: the pages stay as sitelint wants them,
none is lost, and the table of the result leaves the result as it is. Without a conflict, --delete
leaves the labels and addresses of the rows, and no others. The same seed edits the same; the pages
are read once, so that what becomes of LINES meanwhile does not matter.
"""
import csv
import io
import random
import shutil
import subprocess
import sys
import tempfile


class Failure(Exception):
    """A program did not end as it should."""


def run(command, given=b"", may_be=(0,)):
    done = subprocess.run(command, input=given, capture_output=True)
    if done.returncode not in may_be:
        raise Failure(f"{' '.join(command)}: status {done.returncode}\n"
                      f"{done.stdout.decode()}{done.stderr.decode()}")
    return done


def edit(rows, number):
    """Do one thing to the rows of a table."""
    row = random.choice(rows)
    beside = [r for r in rows if r["path"] == row["path"]]
    kind = random.random()
    if kind < 0.3:
        row["parent"] = random.choice(beside)["id"] or row["nav"]
    elif kind < 0.5:
        row["position"] = str(random.randint(1, 6))
    elif kind < 0.6:
        row["parent"] = row["nav"] = random.choice(beside)["nav"]
    elif kind < 0.7 and len(rows) > 1:
        rows.remove(row)
    elif kind < 0.85:
        rows.append(dict.fromkeys(row, "") | {
            "path": row["path"], "nav": row["nav"], "label": f"N{number} w",
            "parent": random.choice([row["id"], row["nav"], "new"]),
            "id": random.choice(["", "new", "new2"])})
    else:
        row["label"] = random.choice(["", "A  B", " x", "=1"])
        row["href"] = random.choice(["", "a.html", "http://h/"])
        row["target"] = ""


def write(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def shown(rows):
    return sorted((r["path"], " ".join(r["label"].split()), r["href"]) for r in rows)


def read(table):
    return list(csv.DictReader(io.StringIO(table.decode(), newline="")))


def check(sitecsv, sitelint, lines, n_pages, rows, scratch):
    """What is wrong with the merge of these rows, or nothing."""
    delete = random.choice([[], ["--delete"]])
    merged = run([*sitecsv, "-r", "-i", lines, *delete], write(rows), (0, 2))
    if merged.stdout.count(b"\n") != n_pages:
        return f"{n_pages} pages became others: {merged.stderr.decode()}"
    run([*sitelint, "--except", "target", "--except", "label"], merged.stdout)
    with open(scratch, "wb") as f:
        f.write(merged.stdout)
    table = run([*sitecsv, scratch]).stdout
    if run([*sitecsv, "-r", "--delete", "-i", scratch], table).stdout != merged.stdout:
        return "its own table changes it"
    if delete and not merged.returncode and shown(rows) != shown(read(table)):
        return f"{shown(rows)} became {shown(read(table))}"
    return None


def edit_and_merge(folder, lines, seed, count, scratch):
    sitecsv, sitelint = [f"{folder}/sitecsv", "-q", "-t", "nav"], [f"{folder}/sitelint", "-q"]
    random.seed(seed)
    before = read(run([*sitecsv, lines]).stdout)
    with open(lines, "rb") as f:
        n_pages = f.read().count(b"\n")
    for number in range(count):
        rows = [dict(row) for row in before]
        for _ in range(random.randint(1, 6)):
            edit(rows, number)
        random.shuffle(rows)
        try:
            wrong = check(sitecsv, sitelint, lines, n_pages, rows, scratch)
        except Failure as failure:
            wrong = failure
        if wrong:
            sys.exit(f"seed {seed}, case {number}: {wrong}\n{write(rows).decode()}")


def main():
    folder, lines, seed, count = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        copy = shutil.copy(lines, f"{work}/lines")
        edit_and_merge(folder, copy, int(seed), int(count), f"{work}/merged")


if __name__ == "__main__":
    main()
