"""What was promised, and what came of it."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

from scripts.chaos.load import Fate, Load, Outcome, Sent
from sqlalchemy import select
from sqlalchemy.engine import Engine

from bi_server.store.engine import opened
from bi_server.store.tables import sales_data


@dataclass(frozen=True)
class Window:
    """The time of a fault, from its beginning until everything was well again."""

    fault: str
    started: float
    over: float  # the fault itself
    recovered: float

    def touches(self, outcome: Outcome) -> bool:
        """Whether the fault may be the reason of what came of a request."""
        return outcome.started <= self.recovered and self.started <= outcome.ended


@dataclass(frozen=True)
class Promise:
    """One promise, and what speaks against it; nothing where it was kept."""

    text: str
    broken: list[str]


def judged(load: Load, windows: list[Window], database_url: str, most_seconds: float) -> list[Promise]:
    """Every promise."""
    stored = _stored(database_url)
    return [
        Promise("every row of an accepted file is there exactly once", _lost_or_doubled(load.files, stored)),
        Promise("no row of a refused file is there", _there(load.files, stored)),
        Promise("a file without an answer is there as a whole or not at all", _in_part(load.files, stored)),
        Promise("`bi-server rollups verify` finds the sums right", _verified(database_url)),
        Promise(
            "no error outside the faults",
            [
                f"{o.kind}: {o.status} {o.detail[:200]}, {_nearest(o, windows)}"
                for o in load.outcomes
                if not o.is_good and not any(window.touches(o) for window in windows)
            ],
        ),
        Promise(
            f"no outage lasts {most_seconds:g} s",
            [
                f"{seconds:.1f} s {_cause(at, windows)}"
                for at, seconds in outages(load.outcomes)
                if seconds >= most_seconds
            ],
        ),
        Promise(
            f"all is well within {most_seconds:g} s of a fault's end",
            [f"{w.recovered - w.over:.1f} s after {w.fault}" for w in windows if w.recovered - w.over >= most_seconds],
        ),
    ]


def outages(outcomes: list[Outcome]) -> list[tuple[float, float]]:
    """When new visitors got no answer, and for how long: from the first who got none until the next who did got his."""
    found, since = [], None
    for probe in sorted((o for o in outcomes if o.kind == "probe"), key=lambda o: o.started):
        if not probe.is_good:
            since = probe.started if since is None else since
        else:
            begun = probe.started if since is None else since
            found.append((begun, probe.ended - begun))
            since = None
    return found


def _cause(at: float, windows: list[Window]) -> str:
    return next((f"at {w.fault}" for w in windows if w.started <= at <= w.recovered), "without a fault")


def _nearest(outcome: Outcome, windows: list[Window]) -> str:
    before = [w for w in windows if w.recovered < outcome.started]
    return f"{outcome.started - before[-1].recovered:.1f} s after {before[-1].fault}" if before else "before any fault"


def _stored(database_url: str) -> Counter[str]:
    with opened(database_url) as engine:
        return _order_ids(engine)


def _order_ids(engine: Engine) -> Counter[str]:
    with engine.connect() as connection:
        ids = connection.execute(select(sales_data.c.order_id).where(sales_data.c.order_id.like("chaos-%"))).scalars()
        return Counter(ids)


def _lost_or_doubled(files: list[Sent], stored: Counter[str]) -> list[str]:
    accepted = (i for file in files if file.fate is Fate.ACCEPTED for i in file.order_ids)
    wrong = [f"{order_id}: {stored[order_id]} times" for order_id in accepted if stored[order_id] != 1]
    return wrong + [f"{order_id}: {times} times" for order_id, times in stored.items() if times > 1]


def _there(files: list[Sent], stored: Counter[str]) -> list[str]:
    return [i for file in files if file.fate is Fate.REFUSED for i in file.order_ids if stored[i]]


def _in_part(files: list[Sent], stored: Counter[str]) -> list[str]:
    unknown = [file.order_ids for file in files if file.fate is Fate.UNKNOWN]
    return [ids[0] for ids in unknown if len({stored[i] for i in ids}) > 1]


def _verified(database_url: str) -> list[str]:
    env = {**os.environ, "DATABASE_URL": database_url, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "bi_server", "rollups", "verify"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [done.stdout + done.stderr]
