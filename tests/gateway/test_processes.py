"""A server of several processes behind one gateway."""

import contextlib
import os
import signal
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from h2.config import H2Configuration
from h2.connection import H2Connection
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.pairs import Pair, two_processes, until_ended, with_workers
from tests.gateway.stack import PATIENCE, Gateway, listens
from tests.rpc.serving import children

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")

FROZEN_SECONDS = 6.0  # the gateway leaves a process within five
DAYS = "start_date=2023-12-01&end_date=2023-12-31"
DECEMBER = f"/api/dashboard/kpis?{DAYS}"
ROUTES = [
    "/?",
    "/health?",
    "/api/metadata?",
    f"/api/dashboard?{DAYS}",
    DECEMBER,
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


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """One for all the tests that leave it as it was. At the end it ends as it should, and all that it has started."""
    folder, admin = tmp_path_factory.mktemp("pair"), free_ports(1)
    with (
        two_processes(folder) as (port, process),
        stack.envoy(folder, port, server_processes=2, envoy_admin_port=admin) as gateway,
    ):
        yield Pair(port, process, gateway, admin)
        family = with_workers(process, gateway)
        process.terminate()
        assert process.wait(PATIENCE) == 0
        until_ended(family, port, port + 1)


def seconds_used(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_both_answer_and_both_see_an_import_at_once(pair: Pair) -> None:
    gateway = pair.gateway
    before = [seconds_used(pid) for pid in pair.siblings()]
    for day in range(1, 32):  # the same URL always goes to the same process
        for end in range(day, 32):
            gateway.get(f"/api/dashboard/kpis?start_date=2023-12-{day:02}&end_date=2023-12-{end:02}")
    after = [seconds_used(pid) for pid in pair.siblings()]
    assert all(b > a for a, b in zip(before, after, strict=True)), "requests are spread over the processes"
    first = answered(gateway)
    row = b"date,revenue,units_sold,product_category,region,order_id\n2023-12-15,1000000,1,Books,North,NEW-1\n"
    done = gateway.client.post("/api/data/import", content=row, headers={"content-type": "text/csv"})
    assert done.json()["inserted"] == 1
    assert answered(gateway) == round(first + 1_000_000, 2)
    for number in range(20):  # other URLs, so that both processes are asked
        path = f"{DECEMBER}&region={'%20' * number}"
        assert gateway.get(path).json()[0]["value"] == round(first + 1_000_000, 2)


def answered(gateway: Gateway) -> float:
    revenue: float = gateway.get(DECEMBER).json()[0]["value"]
    return revenue


def test_analyses_go_on_where_what_workers_are_forked_from_is_lost(pair: Pair) -> None:
    servers = pair.siblings()
    for server in servers:
        (template,) = children(server)
        os.kill(template, signal.SIGKILL)
    for periods in range(2, 10):  # other URLs, so that both processes are asked
        asked = pair.gateway.get(f"/api/analytics/forecast?periods={periods}&region=North")
        assert asked.status_code == 200, asked.text
    assert pair.siblings() == servers, "nobody else has felt it"


def test_a_process_that_is_lost_is_started_again_while_the_other_serves(pair: Pair) -> None:
    killed, other = pair.siblings()
    os.kill(killed, signal.SIGKILL)
    end = time.monotonic() + PATIENCE
    answers: list[int] = []
    while not (listens(pair.port) and listens(pair.port + 1)) or len(answers) < 20:
        answers.append(pair.gateway.get(f"{DECEMBER}&_={len(answers)}").status_code)
        time.sleep(0.05)  # it starts meanwhile
        assert time.monotonic() < end, "it is not started again"
    assert set(answers[1:]) == {200}, "the other answers meanwhile"
    assert other in pair.siblings()
    assert killed not in pair.siblings()


def processes(gateway: Gateway) -> dict[str, str]:
    """What /health says of them."""
    found: dict[str, str] = gateway.get("/health").json()["components"][1]
    return found


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def test_health_tells_which_process_does_not_serve(pair: Pair) -> None:
    stack.until(lambda: processes(pair.gateway)["status"] == "healthy", pair.process)
    assert processes(pair.gateway)["detail"] == "2 of 2 serve"
    with stopped(pair.siblings()[0]):
        stack.until(lambda: processes(pair.gateway)["status"] == "degraded", pair.process)
        told = processes(pair.gateway)["detail"]
        assert told.startswith("1 of 2 serve")
        assert str(pair.port) in told or str(pair.port + 1) in told
    stack.until(lambda: processes(pair.gateway)["status"] == "healthy", pair.process)


@contextmanager
def asking(gateway: Gateway, answers: list[int]) -> Iterator[None]:
    """Four threads that ask one question after the other, each on a connection of its own."""
    over = threading.Event()

    def ask(first: int) -> None:
        while not over.wait(0.02):
            answers.append(stack.asked(f"{gateway.client.base_url}{DECEMBER}&_={first}").status_code)

    with ThreadPoolExecutor(4) as threads:
        done = [threads.submit(ask, i) for i in range(4)]
        try:
            yield
        finally:
            over.set()
            for thread in done:
                thread.result(PATIENCE)


def test_a_rolling_restart_under_load_loses_nothing(pair: Pair) -> None:
    answers: list[int] = []
    pair.until_both_are_asked()
    with asking(pair.gateway, answers):
        for pid in pair.siblings():
            asked = len(answers)
            os.kill(pid, signal.SIGTERM)
            stack.until(lambda pid=pid: pid not in pair.siblings(), pair.process)  # type: ignore[misc]
            pair.until_both_listen()
            pair.until_both_are_asked()
            assert len(answers) > asked
    assert set(answers) == {200}


def not_utf8(port: int) -> None:
    """A call of a method whose name gRPC for Python cannot read, which ends its server without ending the process."""
    connection = H2Connection(H2Configuration(validate_outbound_headers=False))
    connection.initiate_connection()
    headers = [(b":method", b"POST"), (b":scheme", b"http"), (b":authority", b"localhost"), (b":path", b"/\xff")]
    connection.send_headers(1, [*headers, (b"content-type", b"application/grpc"), (b"te", b"trailers")])
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as opened:
        opened.sendall(connection.data_to_send())
        opened.settimeout(1)
        with contextlib.suppress(OSError):
            while opened.recv(65536):
                pass


def test_a_server_that_no_longer_listens_is_started_again(pair: Pair) -> None:
    before = pair.siblings()
    not_utf8(pair.gateway.http_port)
    assert pair.gateway.get(DECEMBER).status_code == 200
    assert pair.siblings() == before, "the gateway lets none of it through"
    not_utf8(pair.port)
    stack.until(lambda: set(pair.siblings()) != set(before), pair.process)
    pair.until_both_listen()
    assert pair.gateway.get(DECEMBER).status_code == 200


def asked(gateway: Gateway, routes: list[str], number: str) -> list[int]:
    """Status of every route at once, by URLs that were not asked before: they go to either process."""
    urls = [f"{gateway.client.base_url}{route}&_={number}" for route in routes]
    with ThreadPoolExecutor(len(urls)) as threads:
        return [answer.status_code for answer in threads.map(stack.asked, urls)]


def test_a_frozen_process_is_left_and_taken_up_again(pair: Pair) -> None:
    assert set(asked(pair.gateway, ROUTES, "well")) == {200}
    first, second = pair.siblings()
    answers: list[int]
    for frozen in (first, second):  # what was left is taken up again when the other one freezes
        with stopped(frozen):
            # As it stays frozen, only another process can answer what it was asked; this one would in 31 s.
            end = time.monotonic() + FROZEN_SECONDS
            answers = []
            while time.monotonic() < end:
                answers += asked(pair.gateway, [f"{DECEMBER}&_={i}" for i in range(6)], f"{frozen}-{len(answers)}")
                time.sleep(0.2)
            answers += asked(pair.gateway, ROUTES if frozen == first else ROUTES[:3], f"{frozen}-after")
            assert set(answers) == {200}, Counter(answers)
        stack.until(lambda: set(asked(pair.gateway, ROUTES[:3], "again")) == {200}, pair.process)
