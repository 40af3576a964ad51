"""`make chaos`: random faults under mixed load, and whether what was promised holds.

Processes are killed, frozen and told to end, the database is locked, made read-only or stopped; meanwhile routes are
read and files imported. Ends with 1 where a promise is broken. Linux only: it finds the processes in /proc.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from scripts.chaos.faults import Fault, faults
from scripts.chaos.load import Fate, Load
from scripts.chaos.product import Product, running
from scripts.chaos.verdict import Window, judged, outages
from tests.databases import Postgres, find_postgres

MOST_SECONDS = 8.0  # of an outage
CALM_SECONDS = 4.0  # after each fault, in which there must be no error
SHOWN = 10  # of what speaks against a promise


def main() -> int:
    parser = argparse.ArgumentParser(prog="make chaos", description=__doc__)
    parser.add_argument("--seconds", type=float, default=600, help="how long faults come (default: 600)")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6), help="of faults and load (default: any)")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--only", default="", help="faults whose name holds one of these words, such as freeze,SQLite")
    parser.add_argument("--most-seconds", type=float, default=MOST_SECONDS, help="of an outage (default: 8)")
    options = parser.parse_args()
    print(f"chaos: {options.seconds:g} s over {options.database}, --seed {options.seed}", flush=True)
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bi-chaos-")))
        postgres, url = None, f"sqlite:///{folder}/bi.db"
        if options.database == "postgresql":
            binaries = find_postgres()
            if binaries is None:
                parser.error("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
            postgres = Postgres(binaries)
            opened.callback(postgres.close)
            url = postgres.new_database()
        windows, load = _chaos(folder, url, postgres, options)
        promises = judged(load, windows, url, options.most_seconds)
    _tell(load, windows)
    for promise in promises:
        print(f"{'BROKEN' if promise.broken else 'kept  '} {promise.text}")
        for line in promise.broken[:SHOWN]:
            print(f"         {line}")
        if len(promise.broken) > SHOWN:
            print(f"         and {len(promise.broken) - SHOWN} more")
    return int(any(promise.broken for promise in promises))


def _chaos(folder: Path, url: str, postgres: Postgres | None, options: argparse.Namespace) -> tuple[list[Window], Load]:
    draw = random.Random(options.seed)
    windows: list[Window] = []
    with running(folder, url) as product:
        load = Load(product.url, options.seed)
        known = faults(product, postgres)
        words = options.only.split(",")
        deck: list[str] = []
        with load.running():
            time.sleep(CALM_SECONDS)
            end = time.monotonic() + options.seconds
            while time.monotonic() < end:
                if not deck:  # each once, before one comes again
                    deck = [name for name in known if any(word in name for word in words)]
                    draw.shuffle(deck)
                windows.append(_done(deck.pop(), known, product, load, draw))
                time.sleep(CALM_SECONDS)
        if product.supervisor.poll() is not None:
            raise RuntimeError(f"the product has ended: {product.log()[-3000:]}")
    return windows, load


def _done(name: str, known: dict[str, Fault], product: Product, load: Load, draw: random.Random) -> Window:
    """Does a fault, and waits until all is well and an import goes through."""
    started = time.monotonic()
    known[name](draw)
    over = time.monotonic()
    while not product.is_well() or not any(
        o.is_good and o.kind == "import" and o.started > over for o in load.outcomes[-200:]
    ):
        if time.monotonic() - over > 120:
            raise RuntimeError(f"{name}: it does not recover: {product.log()[-3000:]}")
        time.sleep(0.05)
    window = Window(name, started, over, time.monotonic())
    print(f"  {name}: {over - started:.1f} s, well again {window.recovered - over:.1f} s later", flush=True)
    return window


def _tell(load: Load, windows: list[Window]) -> None:
    good = sum(o.is_good for o in load.outcomes)
    fates = Counter(file.fate for file in load.files)
    rows = sum(len(file.order_ids) for file in load.files if file.fate is Fate.ACCEPTED)
    print(f"{len(windows)} faults; {len(load.outcomes):,} requests, {len(load.outcomes) - good} without a good answer")
    print(
        f"{fates[Fate.ACCEPTED]} files accepted ({rows:,} rows), {fates[Fate.REFUSED]} refused, "
        f"{fates[Fate.UNKNOWN]} left without an answer"
    )
    print(f"longest outage {max((seconds for _, seconds in outages(load.outcomes)), default=0.0):.1f} s")
    slow = max(load.outcomes, key=lambda o: o.seconds)
    print(f"longest wait {slow.seconds:.1f} s ({slow.kind}, {slow.status or 'no answer'})")


if __name__ == "__main__":
    sys.exit(main())
