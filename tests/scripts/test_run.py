"""`make run`: what a newcomer sees, and that nothing is left behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from scripts.benchmark.stack import free_ports
from tests.certificates import Issuer
from tests.gateway.stack import PATIENCE, asked, environment, listens

RUN = Path(__file__).parents[2] / "scripts" / "run.py"


@contextmanager
def product(folder: Path, **settings: object) -> Iterator[subprocess.Popen[str]]:
    """scripts/run.py as a process; what it says goes to `stdout`, its errors with it."""
    env = environment(folder, sample_records=300, **{"http_port": 0, "grpc_port": 0, **settings})
    process = subprocess.Popen(
        [sys.executable, str(RUN)], cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    impatient = threading.Timer(PATIENCE, process.kill)
    impatient.start()
    try:
        yield process
    finally:
        impatient.cancel()
        process.terminate()
        process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


def until_line(process: subprocess.Popen[str], wanted: str) -> str:
    """Everything said up to the line that holds `wanted`."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if wanted in line:
            return said
    raise AssertionError(f"ended with {process.wait()} and said: {said}")


def ports(said: str) -> tuple[int, int]:
    host = r"(?:localhost|\[::1\])"
    http, grpc = re.search(rf"http://{host}:(\d+)/docs", said), re.search(rf"^  {host}:(\d+) ", said, re.M)
    assert http
    assert grpc
    return int(http[1]), int(grpc[1])


def can_be_had(host: str) -> bool:
    try:
        socket.create_server((host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError:
        return False
    return True


@contextmanager
def opened(process: subprocess.Popen[str], address: str, sign: signal.Signals) -> Iterator[int]:
    """Its HTTP port, once all that it says to open answers; at the end it stops cleanly at the signal."""
    said = until_line(process, "  curl '")
    http_port, grpc_port = ports(said)
    command = re.search(r"  curl '(.*)'", said)
    assert command
    assert asked(command[1]).json()[0]["id"] == "total_revenue"
    for url in re.findall(r"http://\S+", said.partition("  curl '")[0]):
        assert asked(url).status_code == 200
    yield http_port
    process.send_signal(sign)
    assert process.wait(PATIENCE) == 0
    assert not listens(http_port, address)  # others may have the same port elsewhere
    assert not listens(grpc_port, address)


def test_at_every_address_it_says_what_to_open_and_stops_cleanly(tmp_path: Path) -> None:
    host, address = ("::", "::1") if can_be_had("::") else ("0.0.0.0", "127.0.0.1")
    with product(tmp_path, host=host, allow_anonymous="all") as process, opened(process, address, signal.SIGTERM):
        pass


def test_with_a_certificate_it_says_https(tmp_path: Path) -> None:
    issuer = Issuer(tmp_path, "issuer")
    own = issuer.issue("own")
    with product(tmp_path, tls_cert=own.cert, tls_key=own.key) as process:
        said = until_line(process, "  curl ")
        url = re.search(r"  curl '(https://localhost:.*)'", said)
        assert url
        assert "-plaintext" not in said
        assert httpx.get(url[1], verify=issuer.trusted(), timeout=PATIENCE).json()[0]["id"] == "total_revenue"
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def parts_of(pid: int) -> dict[str, int]:
    """The processes of the product by name, both Envoys among them."""
    found = {Path(f"/proc/{child}/cmdline").read_text().split("\0")[2]: child for child in children(pid)}
    for envoy in children(found["bi_gateway"]) if "bi_gateway" in found else []:
        configuration = re.search(r"[\w-]+\.json", Path(f"/proc/{envoy}/cmdline").read_text())
        if configuration:  # otherwise it is about to become an Envoy
            found[configuration[0]] = envoy
    return found


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the parts in /proc")
def test_it_says_what_to_open_and_each_part_that_is_killed_is_started_again(tmp_path: Path) -> None:
    with product(tmp_path) as process, opened(process, "127.0.0.1", signal.SIGINT) as http_port:
        url = f"http://127.0.0.1:{http_port}/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
        for name in ("bi_server", "envoy.json", "long-answers.json", "bi_gateway"):
            before = parts_of(process.pid)
            os.kill(before[name], signal.SIGKILL)
            assert "starting it again" in until_line(process, "ended by itself")
            end = time.monotonic() + PATIENCE
            while not answers(url) or parts_of(process.pid).keys() != before.keys():
                assert time.monotonic() < end, name
                time.sleep(0.05)
            after = parts_of(process.pid)
            assert after[name] != before[name]
            others = set(before) - ({name} if name != "bi_gateway" else {name, "envoy.json", "long-answers.json"})
            assert {other: after[other] for other in others} == {other: before[other] for other in others}, name


def answers(url: str) -> bool:
    try:
        return httpx.get(url, verify=False, timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def complaint(folder: Path, **settings: object) -> str:
    """What is said before it ends with 1."""
    with product(folder, **settings) as process:
        said, _ = process.communicate(timeout=PATIENCE)
        assert process.returncode == 1
    return said


@pytest.mark.parametrize("setting", ["http_port", "grpc_port"])
def test_a_port_in_use_is_one_line_that_names_it(tmp_path: Path, setting: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as occupant:
        port = occupant.getsockname()[1]
        said = complaint(tmp_path, **{setting: port})
    assert len(said.splitlines()) == 1
    assert f"port {port}" in said
    assert f"{setting.upper()}={port + 1}" in said


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"cors_origins": "http://localhost:3000"}, "CORS_ORIGINS"),
        ({"cors_origins": '["localhost"]'}, "scheme://host:port"),
        ({"http_port": "http"}, "HTTP_PORT"),
        ({"request_timeout_seconds": -1}, "REQUEST_TIMEOUT_SECONDS"),
    ],
)
def test_a_bad_setting_is_one_line_that_names_it(tmp_path: Path, settings: dict[str, object], words: str) -> None:
    said = complaint(tmp_path, **settings)
    assert len(said.splitlines()) == 1
    assert words in said


def test_a_store_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    url = f"postgresql://nobody@127.0.0.1:{free_ports(1)}/nothing"
    said = complaint(tmp_path, database_url=url)
    assert "bi-server: " in said
    assert "run: " in said
    assert "Traceback" not in said
