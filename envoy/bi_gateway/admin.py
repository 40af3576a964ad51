"""Envoy's admin interface, on a socket that nobody else reaches."""

import contextlib
import http.client
import re
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DRAIN_SECONDS = 6.0  # requests may take the server's five seconds of grace, and the way back


@dataclass(frozen=True)
class Admin:
    """Where a gateway's Envoy is steered from."""

    folder: Path

    @property
    def address(self) -> dict[str, Any]:
        """As Envoy's configuration has it."""
        return {"pipe": {"path": str(self.folder / "admin.sock"), "mode": 0o600}}

    def drain(self) -> None:
        """Takes nothing new, and waits until no request is running any more."""
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._ask("POST", "/healthcheck/fail")  # connections are told that they end with their next answer
            self._ask("POST", "/drain_listeners")
            end = time.monotonic() + DRAIN_SECONDS
            while self._running() and time.monotonic() < end:
                time.sleep(0.02)

    def _running(self) -> int:
        text = self._ask("GET", "/stats?filter=http.http.downstream_rq_active")
        return sum(int(count) for count in re.findall(r": (\d+)", text))

    def _ask(self, verb: str, path: str) -> str:
        connection = http.client.HTTPConnection("localhost", timeout=2)
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.settimeout(2)
        connection.sock.connect(str(self.folder / "admin.sock"))
        with contextlib.closing(connection):
            connection.request(verb, path)
            return connection.getresponse().read().decode()
