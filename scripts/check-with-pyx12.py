#!/usr/bin/env python3
"""Checks 837P, 835 and 999 files with pyx12, a validator that is not ours.

Usage: check-with-pyx12.py [--at-least KIND=COUNT]... FILE...   (pip install pyx12==4.0.0)

KIND is claims (CLM), 837, 835 or 999 (transaction sets): fewer of them seen by pyx12 is an error.
Prints one line a file, with its errors below it. Exit status: 0 no errors, 1 errors, 2 wrong usage or set-up.
The files must be synthetic: error lines quote their values.

pyx12 4.0.0 has faults of its own; files that meet them are no matter for it:
- 277CA (005010X214): its map rejects even the guide's own examples. It has no map of 270, 271, 276 and 277.
- 837P: a PWK*CT with AB, AD, AF, AG or NS in loop 2400 is rejected.
- 835: a second PLB is rejected as a second footer; remark codes it does not list are rejected.
- 999: a second CTX in one loop is rejected.
- Its own answer, a 999, needs ST03, which an 835 has not ("Failed to create 999 response"): there its other errors and
  its verdict on the file count.
- An empty segment ends its reading, and so does a last line feed that is missing where line feeds end segments.
"""

import argparse
import collections
import concurrent.futures
import io
import logging
import os
import sys

expected_version = "4.0.0"
error_lines_max = 20


class ErrorLines(logging.Handler):
    """Keeps what pyx12 reports at error level."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def judge(path):
    """Errors pyx12 finds in a file (a crash of pyx12 counts as one), and how many sets and claims it saw there."""
    from pyx12.params import params
    from pyx12.x12n_document import x12n_document

    seen = collections.Counter()

    def count(segment, _source, _node, _valid):
        kind = segment.get_seg_id()
        if kind == "ST":
            seen[segment.get_value("ST01")] += 1
        elif kind == "CLM":
            seen["claims"] += 1

    handler = ErrorLines()
    logger = logging.getLogger("pyx12")
    logger.setLevel(logging.ERROR)
    logger.propagate = False
    logger.addHandler(handler)
    acknowledgement = io.StringIO()
    try:
        accepted = x12n_document(params(), path, acknowledgement, None, callback=count)
    except Exception as error:  # noqa: BLE001 (a judge that falls over has not accepted the file)
        return [f"pyx12 failed: {type(error).__name__}: {error}"], seen
    finally:
        logger.removeHandler(handler)
    lines = [line for line in handler.lines if not (seen["835"] and line == "Failed to create 999 response")]
    lines += [f"999 says {segment}" for segment in rejections(acknowledgement.getvalue())]
    if not accepted and not lines:
        lines.append("pyx12 does not accept the file and gives no reason")
    if not lines:
        lines += miscounts(acknowledgement.getvalue(), seen)
    return lines, seen


def segments_of(acknowledgement):
    return [segment.split("*") for segment in acknowledgement.replace("\n", "").split("~")]


def rejections(acknowledgement):
    """IK3, IK4, and verdicts other than A, of the 999 that pyx12 answers with."""
    for elements in segments_of(acknowledgement):
        kind = elements[0]
        if kind in ("IK3", "IK4") or (kind in ("IK5", "AK9") and elements[1] != "A"):
            yield "*".join(elements)
        if kind == "TA1" and elements[4] != "A":
            yield "*".join(elements)


def miscounts(acknowledgement, seen):
    """pyx12 must have seen a transaction set, and its 999 (none for a 999, nor for an 835) must accept each of them."""
    sets = sum(count for kind, count in seen.items() if kind != "claims")
    if sets == 0:
        yield "pyx12 saw no transaction set"
    accepted = sum(int(elements[4]) for elements in segments_of(acknowledgement) if elements[0] == "AK9")
    if accepted != sets - seen["999"] - seen["835"]:
        yield f"pyx12 saw {sets} transaction sets and accepted {accepted}"


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--at-least", action="append", default=[], metavar="KIND=COUNT")
    parser.add_argument("files", nargs="+", metavar="FILE")
    return parser.parse_args()


def main():
    given = arguments()
    wanted = dict(one.split("=", 1) for one in given.at_least)
    try:
        import pyx12
    except ImportError:
        print(f"pyx12 is not installed: pip install pyx12=={expected_version}", file=sys.stderr)
        return 2
    if pyx12.__version__ != expected_version:
        print(f"pyx12 {expected_version} is needed, {pyx12.__version__} is installed", file=sys.stderr)
        return 2
    failed = 0
    seen = collections.Counter()
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as processes:
        for path, (errors, counted) in zip(given.files, processes.map(judge, given.files)):
            failed += 1 if errors else 0
            seen.update(counted)
            print(f"{path}: {'ok' if not errors else f'{len(errors)} errors'}", flush=True)
            for line in errors[:error_lines_max]:
                print(f"  {line}")
            if len(errors) > error_lines_max:
                print(f"  … and {len(errors) - error_lines_max} more")
    few = [kind for kind, count in wanted.items() if seen[kind] < int(count)]
    for kind in few:
        print(f"only {seen[kind]} of {kind}, {wanted[kind]} are wanted")
    print("judged: " + ", ".join(f"{count} of {kind}" for kind, count in sorted(seen.items())))
    print(f"{len(given.files)} files, {failed} with errors")
    return 1 if failed or few else 0


if __name__ == "__main__":
    sys.exit(main())
