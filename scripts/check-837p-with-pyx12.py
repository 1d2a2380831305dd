#!/usr/bin/env python3
"""Checks 837P files with pyx12, a validator that is not ours.

Usage: check-837p-with-pyx12.py FILE...   (pip install pyx12==4.0.0)

Prints one line a file, with its errors below it. Exit status: 0 no errors, 1 errors, 2 wrong usage or set-up.
The files must be synthetic: error lines quote their values.
"""

import io
import logging
import sys

expected_version = "4.0.0"


class ErrorLines(logging.Handler):
    """Keeps what pyx12 reports at error level."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.lines = []

    def emit(self, record):
        self.lines.append(record.getMessage())


def errors_of(path, pyx12_params, x12n_document):
    """Errors pyx12 finds in a file; a crash of pyx12 counts as one."""
    handler = ErrorLines()
    logger = logging.getLogger("pyx12")
    logger.addHandler(handler)
    acknowledgement = io.StringIO()
    try:
        accepted = x12n_document(pyx12_params(), path, acknowledgement, None)
    except Exception as error:  # noqa: BLE001 (a judge that falls over has not accepted the file)
        return [f"pyx12 failed: {type(error).__name__}: {error}"]
    finally:
        logger.removeHandler(handler)
    lines = list(handler.lines)
    lines += [f"999 says {segment}" for segment in rejections(acknowledgement.getvalue())]
    if not accepted and not lines:
        lines.append("pyx12 does not accept the file and gives no reason")
    return lines


def rejections(acknowledgement):
    """IK3, IK4, and verdicts other than A, of the 999 that pyx12 answers with."""
    for segment in acknowledgement.replace("\n", "").split("~"):
        elements = segment.split("*")
        if elements[0] in ("IK3", "IK4") or (elements[0] in ("IK5", "AK9") and elements[1] != "A"):
            yield segment
        if elements[0] == "TA1" and elements[4] != "A":
            yield segment


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        import pyx12
        from pyx12.params import params
        from pyx12.x12n_document import x12n_document
    except ImportError:
        print(f"pyx12 is not installed: pip install pyx12=={expected_version}", file=sys.stderr)
        return 2
    if pyx12.__version__ != expected_version:
        print(f"pyx12 {expected_version} is needed, {pyx12.__version__} is installed", file=sys.stderr)
        return 2
    logging.getLogger("pyx12").setLevel(logging.ERROR)
    logging.getLogger("pyx12").propagate = False
    failed = 0
    for path in paths:
        errors = errors_of(path, params, x12n_document)
        failed += 1 if errors else 0
        print(f"{path}: {'ok' if not errors else f'{len(errors)} errors'}")
        for line in errors:
            print(f"  {line}")
    print(f"{len(paths)} files, {failed} with errors")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
