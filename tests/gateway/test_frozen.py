"""A server process that hangs is left, and taken up again when it goes on."""

import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway
from tests.gateway.test_processes import siblings, two_processes

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")

FROZEN_SECONDS = 6.0  # the gateway leaves a process within five
DAYS = "start_date=2023-12-01&end_date=2023-12-31"
KPIS = f"/api/dashboard/kpis?{DAYS}"
ROUTES = [
    "/?",
    "/health?",
    "/api/metadata?",
    f"/api/dashboard?{DAYS}",
    KPIS,
    f"/api/dashboard/chart-data?{DAYS}",
    f"/api/dashboard/summary?{DAYS}",
    f"/api/dashboard/kpis/orders/history?{DAYS}",
    "/api/analytics/trends?period=30d",
    "/api/analytics/forecast?periods=7",
    "/api/analytics/comparison?current_start=2023-12-01&current_end=2023-12-31"
    "&previous_start=2023-11-01&previous_end=2023-11-30",
    f"/api/ai/ai-insights?{DAYS}",
    f"/api/ai/anomalies?{DAYS}",
]


def asked(gateway: Gateway, routes: list[str], number: str) -> list[int]:
    """Status of every route at once, by URLs that were not asked before: they go to either process."""
    urls = [f"{gateway.client.base_url}{route}&_={number}" for route in routes]
    with ThreadPoolExecutor(len(urls)) as threads:
        return [answer.status_code for answer in threads.map(stack.asked, urls)]


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def test_a_frozen_process_is_left_and_taken_up_again(tmp_path: Path) -> None:
    with two_processes(tmp_path) as (port, process), stack.envoy(tmp_path, port, server_processes=2) as gateway:
        assert set(asked(gateway, ROUTES, "well")) == {200}
        first, second = siblings(process)
        answers: list[int]
        for frozen in (first, second):  # what was left is taken up again when the other one freezes
            with stopped(frozen):
                # As it stays frozen, only another process can answer what it was asked; this one would in 31 s.
                end = time.monotonic() + FROZEN_SECONDS
                answers = []
                while time.monotonic() < end:
                    answers += asked(gateway, [f"{KPIS}&_={i}" for i in range(6)], f"{frozen}-{len(answers)}")
                answers += asked(gateway, ROUTES if frozen == first else ROUTES[:3], f"{frozen}-after")
                assert set(answers) == {200}, Counter(answers)
            stack.until(lambda: set(asked(gateway, ROUTES[:3], "again")) == {200}, process)
