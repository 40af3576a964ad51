"""`make fuzz`: whatever is sent to either port, nothing falls, and every answer over HTTP keeps its promises.

Starts the product over a store of its own, sends it requests of each kind for a share of the time, and prints what
came of them. Fails on any 5xx but a 503 that says when to come back, on an error without its shape, on an answer that
the page that asked could not read, and on a server that is gone. The same seed sends the same requests.
"""

import argparse
import secrets
import sys
from collections.abc import Callable

import httpx
from scripts.fuzz import documented, files, http1, http2, protobuf
from scripts.fuzz.figures import Figures
from scripts.fuzz.target import Target, product

KINDS: dict[str, Callable[[Target, Figures, float, int], None]] = {
    "documented": documented.run,
    "files": files.run,
    "http1": http1.run,
    "http2": http2.run,
    "protobuf": protobuf.run,
}


def main() -> int:
    """Exit code: 0 where nothing failed."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="time for all kinds together (default: 600)")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 31), help="default: another each time")
    parser.add_argument("--only", default=",".join(KINDS), help=f"kinds, of {', '.join(KINDS)}")
    arguments = parser.parse_args()
    kinds = arguments.only.split(",")
    print(f"seed {arguments.seed}", flush=True)
    figures = Figures()
    with product() as target:
        for kind in kinds:
            try:
                KINDS[kind](target, figures, arguments.seconds / len(kinds), arguments.seed)
            except (OSError, httpx.HTTPError) as error:  # the example is among its notes
                figures.failures.append(f"{kind}: {error!r} {getattr(error, '__notes__', '')}")
            figures.failures += [f"after {kind}: {lost}" for lost in target.lost()]
    print(figures.table())
    return int(bool(figures.failures))


if __name__ == "__main__":
    sys.exit(main())
