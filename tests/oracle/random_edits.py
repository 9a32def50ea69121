#!/usr/bin/env python3
"""random_edits.py - many random edits at once in the table nav of page lines, merged by sitecsv.

usage: random_edits.py BIN LINES SEED COUNT

Whatever was edited, and whether or not it is in conflict: the pages stay as sitelint wants them,
none is lost, and the table of the result leaves the result as it is. Without a conflict, --delete
leaves the labels and addresses of the rows, and no others.
"""
import csv
import io
import random
import subprocess
import sys
import tempfile


def run(command, given=b""):
    return subprocess.run(command, input=given, capture_output=True)


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
    merged = run([*sitecsv, "-r", "-i", lines, *delete], write(rows))
    if merged.returncode not in (0, 2) or merged.stdout.count(b"\n") != n_pages:
        return f"status {merged.returncode}: {merged.stderr.decode()}"
    lint = run([*sitelint, "--except", "target", "--except", "label"], merged.stdout)
    if lint.returncode:
        return lint.stdout.decode()
    with open(scratch, "wb") as f:
        f.write(merged.stdout)
    table = run([*sitecsv, scratch]).stdout
    if run([*sitecsv, "-r", "--delete", "-i", scratch], table).stdout != merged.stdout:
        return "its own table changes it"
    if delete and not merged.returncode and shown(rows) != shown(read(table)):
        return f"{shown(rows)} became {shown(read(table))}"
    return None


def main():
    folder, lines, seed, count = sys.argv[1:]
    random.seed(int(seed))
    sitecsv, sitelint = [f"{folder}/sitecsv", "-q", "-t", "nav"], [f"{folder}/sitelint", "-q"]
    before = read(run([*sitecsv, lines]).stdout)
    with open(lines, "rb") as f:
        n_pages = f.read().count(b"\n")
    with tempfile.NamedTemporaryFile() as scratch:
        for number in range(int(count)):
            rows = [dict(row) for row in before]
            for _ in range(random.randint(1, 6)):
                edit(rows, number)
            random.shuffle(rows)
            wrong = check(sitecsv, sitelint, lines, n_pages, rows, scratch.name)
            if wrong:
                print(f"case {number}: {wrong}\n{write(rows).decode()}")
                sys.exit(1)


if __name__ == "__main__":
    main()
