"""Runs the product in the foreground, server and gateway, until Ctrl-C: `make run`. Settings as in `.env.example`."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from bi_gateway.render import upstream_host
from bi_server import settings as settings_module
from bi_server.errors import InvalidInput
from bi_server.settings import Settings

START_SECONDS = 60.0  # ten million rows take three; a busy machine more
STOP_SECONDS = 15.0  # the server lets running requests end for five


class RunError(Exception):
    """Why it cannot run, and the remedy."""


class Stopped(Exception):
    """The user wants to stop."""


def main() -> int:
    """Exit code: 0 after Ctrl-C or SIGTERM, 1 with one line that says what to do, also when a part ended by itself."""
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, lambda *_: stop.set())
    try:
        settings = settings_module.load()
        http_port = usable_port(settings.host, settings.http_port, "HTTP_PORT")
        grpc_ports = [usable_port(settings.host, port, "GRPC_PORT") for port in settings.grpc_ports]
        os.environ |= {
            "HTTP_PORT": str(http_port),
            "GRPC_PORT": str(grpc_ports[0]),
            "SERVER_PROCESSES": str(len(grpc_ports)),
        }
        prepare(settings, stop)
        with part("bi_server", "serve") as server, part("bi_gateway") as gateway:
            parts = {"server": server, "gateway": gateway}
            url = f"http://{upstream_host(settings.host)}:{http_port}"
            wait_until_healthy(url, parts, stop)
            print(welcome(url.replace("127.0.0.1", "localhost"), data_range(url), grpc_ports[0]), flush=True)
            while not stop.wait(0.2):
                check_alive(parts)
            print("\nStopping ...", flush=True)
    except Stopped:
        print("\nStopped.")
    except (RunError, InvalidInput) as error:
        print(f"run: {error}", file=sys.stderr)
        return 1
    return 0


def usable_port(host: str, port: int, setting: str) -> int:
    """`port`, or a free one for 0. Raises RunError where somebody listens on it."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            remedy = f"stop what listens there, or choose another: {setting}={port + 1} make run"
            raise RunError(f"port {port} on {host} cannot be had ({error.strerror}); {remedy}") from None
        chosen: int = probe.getsockname()[1]
        return chosen


def prepare(settings: Settings, stop: threading.Event) -> None:
    """Bring the store's schema up to date, and fill an empty store with sample data."""
    for command in ["migrate", "sample"] if settings.sample_records else ["migrate"]:
        with part("bi_server", command) as process:
            while process.poll() is None:
                if stop.wait(0.05):
                    raise Stopped
        if process.returncode != 0:
            raise RunError(f"`bi-server {command}` failed; its message is above")


@contextmanager
def part(module: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A module of ours as a process: out of reach of the terminal's Ctrl-C, so that it is stopped in order, and ended
    afterwards in any case."""
    process = subprocess.Popen([sys.executable, "-m", module, *arguments], start_new_session=True)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def check_alive(parts: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, process in parts.items():
        if process.poll() is not None:
            raise RunError(f"the {name} ended by itself (exit code {process.returncode}); its message is above")


def wait_until_healthy(url: str, parts: dict[str, subprocess.Popen[bytes]], stop: threading.Event) -> None:
    end = time.monotonic() + START_SECONDS
    problem = "no answer"
    while time.monotonic() < end:
        check_alive(parts)
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=5):
                return
        except urllib.error.HTTPError as error:
            problem = error.read().decode(errors="replace")
        except OSError as error:
            problem = str(error)
        if stop.wait(0.05):
            raise Stopped
    raise RunError(f"{url}/health did not become healthy in {START_SECONDS:.0f} s: {problem}")


def data_range(url: str) -> tuple[date, date] | None:
    """The last 30 days with data, as the service tells them; None for an empty store."""
    with urllib.request.urlopen(f"{url}/api/metadata", timeout=30) as answer:
        known = json.load(answer).get("data_range")
    if known is None:
        return None
    last = date.fromisoformat(known["end_date"])
    return max(last - timedelta(days=29), date.fromisoformat(known["start_date"])), last


def welcome(url: str, days: tuple[date, date] | None, grpc_port: int) -> str:
    """The URLs worth opening, and one curl line."""
    query = f"?start_date={days[0]}&end_date={days[1]}" if days else "?start_date=2024-01-01&end_date=2024-01-31"
    rows = {
        f"{url}/docs": "every route, to try out",
        f"{url}/api/dashboard{query}": "a whole screen",
        f"{url}/openapi.json": "for client generators",
        f"localhost:{grpc_port}": "gRPC with reflection: grpcurl -plaintext, then list",
    }
    width = max(map(len, rows))
    lines = [f"  {address:{width}}  {purpose}" for address, purpose in rows.items()]
    note = "" if days else "The store is empty: `bi-server sample` or an import fills it.\n"
    return "\n".join(
        ["", f"{note}Running; Ctrl-C stops it.", "", *lines, "", f"  curl '{url}/api/dashboard/kpis{query}'", ""]
    )


if __name__ == "__main__":
    sys.exit(main())
