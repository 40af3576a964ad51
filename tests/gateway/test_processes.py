"""A server of several processes behind one gateway."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from h2.config import H2Configuration
from h2.connection import H2Connection
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import PATIENCE, Gateway, environment, listens
from tests.rpc.serving import children

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")

DECEMBER = "/api/dashboard/kpis?start_date=2023-12-01&end_date=2023-12-31"


@contextmanager
def two_processes(folder: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The lower port of a server of two processes, and the one that keeps them."""
    port = free_ports(2)
    env = environment(folder, grpc_port=port, server_processes=2, sample_records=500)
    stack.fill(env)
    process = subprocess.Popen([sys.executable, "-m", "bi_server", "serve"], cwd=folder, env=env, text=True)
    try:
        stack.until(lambda: listens(port) and listens(port + 1), process)
        yield port, process
    finally:
        process.kill()
        process.wait(PATIENCE)


@dataclass(frozen=True)
class Pair:
    """A server of two processes behind a gateway; each test leaves both processes serving."""

    port: int
    process: subprocess.Popen[str]
    gateway: Gateway
    admin_port: int

    def until_both_are_asked(self) -> None:
        """The gateway has found both well again."""
        page = f"http://127.0.0.1:{self.admin_port}/clusters"
        ports = (self.port, self.port + 1)
        well = [f"server::127.0.0.1:{port}::health_flags::healthy" for port in ports]
        stack.until(lambda: all(flag in stack.asked(page).text for flag in well), self.process)

    def siblings(self) -> list[int]:
        return siblings(self.process)

    def until_both_listen(self) -> None:
        stack.until(lambda: len(self.siblings()) == 2 and listens(self.port) and listens(self.port + 1), self.process)


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


def siblings(process: subprocess.Popen[str]) -> list[int]:
    return sorted(children(process.pid))


def until_silent(*ports: int) -> None:
    end = time.monotonic() + PATIENCE
    while any(map(listens, ports)):
        assert time.monotonic() < end, "a process goes on"
        time.sleep(0.05)


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


def test_both_end_with_their_parent_where_that_is_killed(tmp_path: Path) -> None:
    """Where it is asked to end, `pair` has shown it."""
    with two_processes(tmp_path) as (port, process), stack.envoy(tmp_path, port, server_processes=2) as gateway:
        family = with_workers(process, gateway)
        process.kill()
        assert process.wait(PATIENCE) == -signal.SIGKILL
        until_ended(family, port, port + 1)


def with_workers(process: subprocess.Popen[str], gateway: Gateway) -> set[int]:
    """All processes of a server of two, once some have workers, each of which is a grandchild."""
    for periods in (7, 8, 9, 10):
        assert gateway.get(f"/api/analytics/forecast?periods={periods}").status_code == 200
    family = descendants(process.pid)
    assert len(family) >= 2 * 2 + 1, "servers, what workers are forked from, and a worker"
    return family


def until_ended(family: set[int], *ports: int) -> None:
    until_silent(*ports)
    end = time.monotonic() + PATIENCE
    while any(is_running(pid) for pid in family):
        assert time.monotonic() < end, "a process is left"
        time.sleep(0.05)


def test_analyses_go_on_where_what_workers_are_forked_from_is_lost(pair: Pair) -> None:
    servers = pair.siblings()
    for server in servers:
        (template,) = children(server)
        os.kill(template, signal.SIGKILL)
    for periods in range(2, 10):  # other URLs, so that both processes are asked
        asked = pair.gateway.get(f"/api/analytics/forecast?periods={periods}&region=North")
        assert asked.status_code == 200, asked.text
    assert pair.siblings() == servers, "nobody else has felt it"


def descendants(pid: int) -> set[int]:
    """The processes that a process has started, and theirs."""
    found = children(pid)
    return found.union(*map(descendants, found))


def is_running(pid: int) -> bool:
    """Not ended, nor a zombie that its new parent has not cleared away yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_process_that_is_lost_is_started_again_while_the_other_serves(pair: Pair) -> None:
    killed, other = pair.siblings()
    os.kill(killed, signal.SIGKILL)
    end = time.monotonic() + PATIENCE
    answers: list[int] = []
    while not (listens(pair.port) and listens(pair.port + 1)) or len(answers) < 20:
        answers.append(pair.gateway.get(f"{DECEMBER}&_={len(answers)}").status_code)
        assert time.monotonic() < end, "it is not started again"
    assert set(answers[1:]) == {200}, "the other answers meanwhile"
    assert other in pair.siblings()
    assert killed not in pair.siblings()


def processes(gateway: Gateway) -> dict[str, str]:
    """What /health says of them."""
    found: dict[str, str] = gateway.get("/health").json()["components"][1]
    return found


def test_health_tells_which_process_does_not_serve(pair: Pair) -> None:
    stack.until(lambda: processes(pair.gateway)["status"] == "healthy", pair.process)
    assert processes(pair.gateway)["detail"] == "2 of 2 serve"
    frozen = pair.siblings()[0]
    os.kill(frozen, signal.SIGSTOP)
    try:
        stack.until(lambda: processes(pair.gateway)["status"] == "degraded", pair.process)
        told = processes(pair.gateway)["detail"]
        assert told.startswith("1 of 2 serve")
        assert str(pair.port) in told or str(pair.port + 1) in told
    finally:
        os.kill(frozen, signal.SIGCONT)
    stack.until(lambda: processes(pair.gateway)["status"] == "healthy", pair.process)


def test_what_cannot_start_ends_the_server(tmp_path: Path) -> None:
    env = environment(tmp_path, grpc_port=free_ports(2), server_processes=2, currency="nonsense")
    command = [sys.executable, "-m", "bi_server", "serve"]
    done = subprocess.run(command, env=env, timeout=3 * PATIENCE, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if "CURRENCY" in line] == done.stderr.splitlines()
    assert len(done.stderr.splitlines()) == 1, "it is told once"
    with socket.create_server(("127.0.0.1", 0)) as occupant:
        env = environment(tmp_path, grpc_port=occupant.getsockname()[1], server_processes=2)
        done = subprocess.run(command, env=env, timeout=3 * PATIENCE, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "fails to start" in done.stderr


@contextmanager
def asking(gateway: Gateway, answers: list[int]) -> Iterator[None]:
    """Four threads that ask one question after the other, each on a connection of its own."""
    over = threading.Event()

    def ask(first: int) -> None:
        while not over.is_set():
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
