"""Short requests beside a flood of costly ones: many connections that ask ever new insights over ten years.

The generators of both take processor time of the same machine, about a tenth of a core.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from itertools import islice, repeat
from pathlib import Path
from random import Random

from scripts.benchmark import stack
from scripts.benchmark.routes import kpi_windows
from scripts.benchmark.stores import Shape

CONNECTIONS = 64
SETTLING_SECONDS = 3.0  # until the flood is everywhere
PAUSE = 0.02  # seconds between two short requests of a kind
KINDS = ("kpis", "health")


def beside_a_flood(store: Path, shape: Shape, seconds: float) -> dict[str, tuple[list[float], list[float]]]:
    """Milliseconds of each short request by kind: on a quiet server, and during the flood."""
    paths = {"kpis": iter(kpi_windows(shape)), "health": repeat("/health")}
    with stack.product(store, shape.first_day) as ours, ThreadPoolExecutor(len(KINDS)) as pool:

        def asked() -> dict[str, list[float]]:
            asking = {kind: pool.submit(_ask, ours.http_port, paths[kind], seconds) for kind in KINDS}
            return {kind: one.result() for kind, one in asking.items()}

        time.sleep(SETTLING_SECONDS)
        quiet = asked()
        with _flood(ours.http_port, _insights(shape), seconds + 2 * SETTLING_SECONDS):
            flooded = asked()
    return {kind: (quiet[kind], flooded[kind]) for kind in KINDS}


def _insights(shape: Shape) -> Iterator[str]:
    """Ever new questions over nearly all of the data."""
    draw = Random(5)
    first = date.fromisoformat(shape.first_day)
    last = first + timedelta(shape.days - 1)
    while True:
        start, end = first + timedelta(draw.randrange(250)), last - timedelta(draw.randrange(250))
        chosen = draw.choice(["", *(f"&region={name.replace(' ', '%20')}" for name in shape.regions)])
        yield f"/api/ai/ai-insights?start_date={start}&end_date={end}{chosen}"


@contextmanager
def _flood(port: int, paths: Iterator[str], seconds: float) -> Iterator[None]:
    task = {"port": port, "paths": list(islice(paths, 5000)), "connections": CONNECTIONS, "seconds": seconds}
    command = [sys.executable, "-m", "scripts.benchmark.load"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as load:
        assert load.stdin is not None
        load.stdin.write(json.dumps(task))
        load.stdin.close()
        time.sleep(SETTLING_SECONDS)
        yield
        load.terminate()


def _ask(port: int, paths: Iterator[str], seconds: float) -> list[float]:
    taken = []
    end = time.monotonic() + seconds
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < end:
        sent = time.perf_counter()
        connection.request("GET", next(paths))
        answer = connection.getresponse()
        answer.read()
        taken.append((time.perf_counter() - sent) * 1e3)
        if answer.status != 200:
            raise RuntimeError(f"a short request was answered {answer.status}")
        time.sleep(PAUSE)
    connection.close()
    return taken
