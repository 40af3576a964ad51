"""The product as it is run for good, `bi-server run`, and its processes, as /proc tells them."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from scripts.benchmark.stack import free_ports
from scripts.run import PREPARING

SERVERS = 2
PATIENCE_SECONDS = 120.0  # until everything runs, and until it has ended


@dataclass(frozen=True)
class Processes:
    """The numbers of the processes of one kind each."""

    servers: list[int]
    gateway: list[int]
    envoy: list[int]
    templates: list[int]  # what the workers for analyses are forked from
    workers: list[int]

    @property
    def are_complete(self) -> bool:
        """Whether everything that should run has been started."""
        return len(self.servers) == len(self.templates) == SERVERS and bool(self.envoy)

    def all(self) -> list[int]:
        """Every one of them."""
        return [*self.servers, *self.gateway, *self.envoy, *self.templates, *self.workers]


@dataclass(frozen=True)
class Product:
    """The product while it runs."""

    supervisor: subprocess.Popen[bytes]
    http_port: int
    database_url: str
    folder: Path

    @property
    def url(self) -> str:
        """Base of its routes."""
        return f"http://127.0.0.1:{self.http_port}"

    def processes(self) -> Processes:
        """Those that run now."""
        parts = children(self.supervisor.pid)
        servers = [pid for pid in parts if "bi_server" in command_line(pid)]
        gateway = [pid for pid in parts if "bi_gateway" in command_line(pid)]
        templates = [child for pid in servers for child in children(pid)]
        return Processes(
            servers,
            gateway,
            [child for pid in gateway for child in children(pid)],
            templates,
            [child for pid in templates for child in children(pid)],
        )

    def is_well(self) -> bool:
        """Whether all of it runs, and answers."""
        try:
            return self.processes().are_complete and httpx.get(f"{self.url}/health", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False

    def log(self) -> str:
        """What its processes have said."""
        return (self.folder / "product.log").read_text(errors="replace")


@contextmanager
def running(folder: Path, database_url: str, sample_records: int = 5000) -> Iterator[Product]:
    """The product over a new store with sample data. Raises RuntimeError where it does not start or end."""
    http_port, grpc_port = free_ports(1), free_ports(SERVERS)
    settings = {
        "DATABASE_URL": database_url,
        "HTTP_PORT": http_port,
        "GRPC_PORT": grpc_port,
        "SERVER_PROCESSES": SERVERS,
        "SAMPLE_RECORDS": sample_records,
        "OPENAI_API_KEY": "",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    env = {**os.environ, **{name: str(value) for name, value in settings.items()}}
    prepare = [sys.executable, "-c", PREPARING, "migrate", "sample"]
    subprocess.run(prepare, env=env, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with (folder / "product.log").open("w") as log:
        run = [sys.executable, "-m", "bi_server", "run"]
        supervisor = subprocess.Popen(run, env=env, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
    product = Product(supervisor, http_port, database_url, folder)
    try:
        until(product.is_well, "the product does not start", product)
        yield product
    finally:
        family = product.processes().all()
        supervisor.terminate()
        supervisor.wait(PATIENCE_SECONDS)
    until(lambda: not any(map(is_there, family)), "processes are left", product)


def until(holds: Callable[[], bool], otherwise: str, product: Product) -> None:
    """Waits for something. Raises RuntimeError when that takes too long."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        if time.monotonic() > end:
            raise RuntimeError(f"{otherwise}: {product.log()[-2000:]}")
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """The processes that a process has started and that run; none where it is gone."""
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(child) for child in told.split() if is_there(int(child))]


def is_there(pid: int) -> bool:
    """Not ended, nor waiting to be cleared away."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def command_line(pid: int) -> str:
    """As it was started; empty where it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""
