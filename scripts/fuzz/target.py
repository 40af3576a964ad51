"""The product under test: one server process and its gateway over a fresh store, and whether they are still there."""

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.stack import free_ports, process
from scripts.run import PREPARING

PATIENCE_SECONDS = 90.0


@dataclass(frozen=True)
class Target:
    """Its ports, and its processes by name."""

    http_port: int
    grpc_port: int
    processes: dict[str, subprocess.Popen[bytes]]

    @property
    def url(self) -> str:
        """Of the HTTP port."""
        return f"http://localhost:{self.http_port}"

    def lost(self) -> list[str]:
        """What is gone: processes that have ended, or a health that is none."""
        gone = [f"the {name} is gone" for name, running in self.processes.items() if running.poll() is not None]
        return gone or ([] if self._is_healthy() else ["/health is not 200"])

    def _is_healthy(self) -> bool:
        for _ in range(3):  # a busy machine
            try:
                with urllib.request.urlopen(f"{self.url}/health", timeout=30) as answer:
                    return bool(answer.status == 200)
            except OSError:
                time.sleep(1)
        return False


@contextmanager
def product(sample_records: int = 1000) -> Iterator[Target]:
    """Without a supervisor, which would start again what fell."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="bi-fuzz-")))
        http_port, grpc_port = free_ports(1), free_ports(1)
        ours = {"HTTP_PORT": http_port, "GRPC_PORT": grpc_port, "SERVER_PROCESSES": 1, "OPENAI_API_KEY": ""}
        ours |= {"DATABASE_URL": f"sqlite:///{folder}/bi.db", "SAMPLE_RECORDS": sample_records, "LOG_LEVEL": "ERROR"}
        env = {**os.environ, **{name: str(value) for name, value in ours.items()}}
        prepare = [sys.executable, "-c", PREPARING, "migrate", "sample", "snapshot"]
        subprocess.run(prepare, env=env, check=True, capture_output=True)
        server = opened.enter_context(process("bi_server", "serve", env=env))
        gateway = opened.enter_context(process("bi_gateway", env=env))
        target = Target(http_port, grpc_port, {"server": server, "gateway": gateway})
        end = time.monotonic() + PATIENCE_SECONDS
        while lost := target.lost():
            if time.monotonic() > end:
                raise SystemExit(f"fuzz: the product does not start: {lost[0]}")
        yield target
