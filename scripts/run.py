"""Runs the product in the foreground, server and gateway, until Ctrl-C: `make run`. Settings as in `.env.example`."""

import asyncio
import json
import logging
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from bi_gateway.pages import has_app
from bi_gateway.render import upstream_host
from bi_server import settings as settings_module
from bi_server.errors import InvalidInput
from bi_server.reach import refuse_open_door
from bi_server.settings import Settings
from bi_server.supervisor import gateway, servers, stop_on_signals, supervise
from bi_server.tls import gateway_socket

# Commands of bi-server in one process, until one fails: each for itself would import everything again.
PREPARING = (
    "import sys; from bi_server.__main__ import main; sys.exit(any(main([command]) for command in sys.argv[1:]))"
)
START_SECONDS = 60.0  # ten million rows take three; a busy machine more


class RunError(Exception):
    """Why it cannot run, and the remedy."""


def main() -> int:
    """Exit code: 0 after Ctrl-C or SIGTERM, 1 with one line that says what to do, also when a part fails for good."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        return asyncio.run(run(settings_module.load()))
    except (RunError, InvalidInput) as error:
        print(f"run: {error}", file=sys.stderr)
        return 1


async def run(settings: Settings) -> int:
    """Prepares the store, and keeps server and gateway running until a signal."""
    refuse_open_door(settings)
    http_port = usable_port(settings.host, settings.http_port, "HTTP_PORT")
    grpc_ports = [usable_port(settings.host, port, "GRPC_PORT") for port in settings.grpc_ports]
    os.environ |= {
        "HTTP_PORT": str(http_port),
        "GRPC_PORT": str(grpc_ports[0]),
        "SERVER_PROCESSES": str(len(grpc_ports)),
    }
    settings = settings_module.load()
    stop = await stop_on_signals()
    await prepare(settings, stop)
    product = asyncio.create_task(supervise([*servers(settings), gateway()], stop))
    if not stop.is_set():
        scheme = "https" if settings.tls_cert else "http"
        url = f"{scheme}://{settings_module.authority(upstream_host(settings.host), http_port)}"
        ask = partial(illness_behind_tls, settings) if settings.tls_cert else partial(illness, url)
        await wait_until_healthy(ask, product, stop)
        if not stop.is_set():
            is_locked = settings.has_authentication and not settings.allow_anonymous
            is_open = not is_locked and not settings.tls_cert
            known = await asyncio.to_thread(data_range, url) if is_open else None
            shown = url.replace("127.0.0.1", "localhost")
            options = '-H "x-api-key: $KEY" ' if is_locked else ""
            if settings.tls_client_ca:
                options += '--cert "$CERT" --key "$CERT_KEY" '
            if is_open and known is None:
                print("The store is empty: `bi-server sample` or an import fills it.", flush=True)
            print(welcome(shown, known, grpc_ports[0], options), flush=True)
    await asyncio.wait([product, asyncio.create_task(stop.wait())], return_when=asyncio.FIRST_COMPLETED)
    if stop.is_set():
        print("\nStopping ...", flush=True)
    if await product:
        raise RunError("a part fails to start; its message is above")
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


async def prepare(settings: Settings, stop: asyncio.Event) -> None:
    """Bring the store's schema up to date, and fill an empty store with sample data."""
    commands = ["migrate", "sample"] if settings.sample_records else ["migrate"]
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", PREPARING, *commands)
    if await process.wait() != 0 and not stop.is_set():
        raise RunError("the store cannot be prepared; the message is above")


async def wait_until_healthy(ask: Callable[[], str | None], product: "asyncio.Task[int]", stop: asyncio.Event) -> None:
    """`ask` tells why it is not healthy; None if it is."""
    end = time.monotonic() + START_SECONDS
    problem: str | None = "no answer"
    while problem and not product.done() and not stop.is_set():
        if time.monotonic() > end:
            stop.set()
            await product
            raise RunError(f"/health did not become healthy in {START_SECONDS:.0f} s: {problem}")
        problem = await asyncio.to_thread(ask)
        await asyncio.sleep(0.05)


def illness(url: str) -> str | None:
    """Why the service is not healthy; None if it is."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=5):
            return None
    except urllib.error.HTTPError as error:
        return error.read().decode(errors="replace")
    except OSError as error:
        return str(error)


def illness_behind_tls(settings: Settings) -> str | None:
    """As `illness`, past the certificates: which names they hold for, and whom they let in, is not known here."""
    import grpc

    from bi.v1.system_pb2 import GetHealthRequest
    from bi.v1.system_pb2_grpc import SystemServiceStub

    try:
        socket.create_connection((upstream_host(settings.host), settings.http_port), timeout=5).close()
        with grpc.insecure_channel(f"unix:{gateway_socket(settings.host, settings.grpc_port)}") as channel:
            SystemServiceStub(channel).GetHealth(GetHealthRequest(), timeout=5)
    except (OSError, grpc.RpcError) as error:
        return str(error)
    return None


def data_range(url: str) -> tuple[date, date] | None:
    """The last 30 days with data, as the service tells them; None for an empty store."""
    with urllib.request.urlopen(f"{url}/api/metadata", timeout=30) as answer:
        known = json.load(answer).get("data_range")
    if known is None:
        return None
    last = date.fromisoformat(known["end_date"])
    return max(last - timedelta(days=29), date.fromisoformat(known["start_date"])), last


def welcome(url: str, days: tuple[date, date] | None, grpc_port: int, options: str) -> str:
    """The URLs worth opening, and one line for curl with these options."""
    query = f"?start_date={days[0]}&end_date={days[1]}" if days else "?start_date=2024-01-01&end_date=2024-01-31"
    scheme, _, place = url.partition("://")
    host = place.rpartition(":")[0]
    dashboard = {f"{url}/app/": "the dashboard"} if has_app() else {}
    rows = dashboard | {
        f"{url}/docs": "every route, to try out",
        f"{url}/api/dashboard{query}": "a whole screen",
        f"{url}/openapi.json": "for client generators",
        f"{host}:{grpc_port}": f"gRPC with reflection: grpcurl{' -plaintext' if scheme == 'http' else ''}, then list",
    }
    width = max(map(len, rows))
    lines = [f"  {address:{width}}  {purpose}" for address, purpose in rows.items()]
    curl = f"  curl {options}'{url}/api/dashboard/kpis{query}'"
    return "\n".join(["", "Running; Ctrl-C stops it.", "", *lines, "", curl, ""])


if __name__ == "__main__":
    sys.exit(main())
