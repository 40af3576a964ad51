"""Nobody shuts the others out: not by uploads, not by reading slowly, not by asking for much, not by connections."""

import os
import selectors
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import httpx
import pytest
from h2.connection import H2Connection
from h2.events import RemoteSettingsChanged
from h2.settings import SettingCodes
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, PATIENCE, Gateway

KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
TEN_YEARS = "/api/dashboard/chart-data?start_date=2015-01-01&end_date=2024-12-31&granularity=day"
UPLOADS = 4
ADMIN_PORT = free_ports(1)
UPLOAD = (
    f"POST /api/data/import HTTP/1.1\r\nHost: localhost\r\nOrigin: {ORIGIN}\r\nContent-Type: text/csv\r\n"
    "Content-Length: 1000000\r\n\r\ndate,revenue\n"
).encode()
ROW = b"date,revenue,units_sold,product_category,region,order_id\n2024-01-01,1,1,Books,North,N1\n"


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """Few uploads, few connections, little memory."""
    folder = tmp_path_factory.mktemp("narrow")
    limits = {"max_connections": 512, "gateway_bytes": 256 << 20, "envoy_admin_port": ADMIN_PORT}
    with (
        stack.server(folder, max_uploads=UPLOADS, sample_records=2000) as port,
        stack.envoy(folder, port, max_uploads=UPLOADS, **limits) as gateway,
    ):
        assert gateway.get("/health").status_code == 200
        yield gateway


def connected(gateway: Gateway, opened: ExitStack) -> socket.socket:
    connection = opened.enter_context(socket.create_connection(("127.0.0.1", gateway.http_port), PATIENCE))
    connection.settimeout(PATIENCE)
    return connection


def still_answers(gateway: Gateway) -> None:
    assert gateway.get("/health").status_code == 200
    assert gateway.get(KPIS).status_code == 200


def imported(gateway: Gateway) -> httpx.Response:
    headers = {"content-type": "text/csv", "origin": ORIGIN}
    return gateway.client.post("/api/data/import", content=ROW, headers=headers)


def test_slow_uploads_leave_room_for_everything_else(narrow: Gateway) -> None:
    with ExitStack() as opened:
        uploads = [connected(narrow, opened) for _ in range(400)]
        for upload in uploads:
            upload.sendall(UPLOAD)
        told = answers(uploads, 400 - UPLOADS)
        assert len(told) == 400 - UPLOADS
        assert not answers([upload for upload in uploads if upload not in told], 1, 1), "these have found a place"
        for answer in told.values():
            assert answer.startswith(b"HTTP/1.1 429 ")
            for part in (b"retry-after: 1", f"access-control-allow-origin: {ORIGIN}".encode(), b'"code":8'):
                assert part in answer
        still_answers(narrow)
        refused = imported(narrow)
        assert refused.status_code == 429
        assert "try again" in refused.json()["message"]
    end = time.monotonic() + PATIENCE
    while imported(narrow).status_code != 200:  # until the server has seen that they are gone
        assert time.monotonic() < end
        time.sleep(0.1)


def answers(connections: list[socket.socket], count: int, seconds: float = PATIENCE) -> dict[socket.socket, bytes]:
    """The first so many answers, however long a busy machine takes over them; fewer where that takes `seconds`."""
    found: dict[socket.socket, bytes] = {}
    end = time.monotonic() + seconds
    with selectors.DefaultSelector() as selector:
        for connection in connections:
            selector.register(connection, selectors.EVENT_READ, connection)
        while len(found) < count and time.monotonic() < end:
            for key, _ in selector.select(1):
                selector.unregister(key.data)
                found[key.data] = key.data.recv(65536)
    return found


def envoys(gateway: Gateway) -> dict[str, int]:
    """Envoy's processes by the file they were started from."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # of other tests, it may end meanwhile
            command = (folder / "cmdline").read_text().split("\0")
            if "--config-path" in command:
                file = Path(command[command.index("--config-path") + 1])
                if f'"port_value": {gateway.http_port}' in (file.with_name("envoy.json")).read_text():
                    found[file.stem] = int(folder.name)
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")
def test_printing_long_answers_holds_up_nobody(narrow: Gateway) -> None:
    process = envoys(narrow)["long-answers"]
    os.kill(process, signal.SIGSTOP)  # as if it had ever more to print
    try:
        answers: list[int] = []
        charts = threading.Thread(target=lambda: answers.append(stack.asked(url).status_code))
        url = f"http://127.0.0.1:{narrow.http_port}{TEN_YEARS}"
        charts.start()
        still_answers(narrow)
        assert not answers
    finally:
        os.kill(process, signal.SIGCONT)
    charts.join()
    assert answers == [200]


def peak_mb(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) >> 10


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")
def test_slow_readers_take_no_more_than_the_memory_there_is(narrow: Gateway) -> None:
    size = len(narrow.get(TEN_YEARS, **{"accept-encoding": "identity"}).content)
    readers = (400 << 20) // size  # of what they ask for, all of it unread
    with ExitStack() as opened:
        for i in range(readers):
            reader = opened.enter_context(socket.socket())
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
            reader.settimeout(PATIENCE)
            reader.connect(("127.0.0.1", narrow.http_port))
            reader.sendall(f"GET {TEN_YEARS}&_={i} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            reader.recv(1000)  # the answer has begun, or has been cut off
            if i % 5 == 0:
                still_answers(narrow)
        for process in envoys(narrow).values():
            assert peak_mb(process) < 500, "its share of 128, the program, and what is being printed"
    end = time.monotonic() + PATIENCE
    while narrow.get(TEN_YEARS).status_code != 200:  # until the gateway has seen that they are gone
        assert time.monotonic() < end
        time.sleep(0.1)


def test_connections_over_the_limit_are_closed_and_the_others_served(narrow: Gateway) -> None:
    with ExitStack() as opened:
        connections = [connected(narrow, opened) for _ in range(600)]
        connections[-1].settimeout(PATIENCE)
        assert not connections[-1].recv(1), "closed"
        assert stack.asked(f"http://127.0.0.1:{ADMIN_PORT}/ready").text == "LIVE\n", "not counted"
        still_answers(narrow)  # on a connection it has
    end = time.monotonic() + PATIENCE
    while True:
        try:
            assert stack.asked(f"http://127.0.0.1:{narrow.http_port}/health").status_code == 200
            return
        except httpx.TransportError:
            assert time.monotonic() < end
            time.sleep(0.1)


def test_a_connection_has_a_limited_number_of_streams(narrow: Gateway) -> None:
    with ExitStack() as opened:
        connection, h2 = connected(narrow, opened), H2Connection()
        h2.initiate_connection()
        connection.sendall(h2.data_to_send())
        while True:
            for event in h2.receive_data(connection.recv(65536)):
                if isinstance(event, RemoteSettingsChanged):
                    assert event.changed_settings[SettingCodes.MAX_CONCURRENT_STREAMS].new_value == 128
                    return
