"""TLS at both ports: who may speak, whom callers may trust, and that certificates are renewed without a restart."""

import asyncio
import ssl
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from scripts.benchmark.stack import free_ports
from tests.certificates import Issuer, Pair
from tests.gateway import stack
from tests.gateway.stack import PATIENCE, environment, listens, running, until

from bi.v1.system_pb2 import GetInfoRequest
from bi_client import AsyncClient, Client, Unavailable
from bi_gateway.__main__ import main as gateway
from bi_server import tls
from bi_server.__main__ import main

KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
CHART = "/api/dashboard/chart-data?start_date=2024-01-01&end_date=2024-01-31"  # of the process of long answers


@dataclass(frozen=True)
class Locked:
    """The product with mutual TLS."""

    http_port: int
    grpc_port: int
    own: Issuer  # of its certificate
    clients: Issuer  # of those that callers show
    client: Pair
    folder: Path

    def get(self, path: str, trusting: ssl.SSLContext) -> httpx.Response:
        return httpx.get(f"https://localhost:{self.http_port}{path}", verify=trusting, timeout=PATIENCE)

    def info(self, port: int, issuer: Issuer, client: Pair | None) -> str:
        """What the client for Python is told at a port."""
        cert, key = (client.cert, client.key) if client else ("", "")
        with Client(f"localhost:{port}", ca=issuer.file, client_cert=cert, client_key=key, attempts=1) as bi:
            return bi.system.GetInfo(GetInfoRequest()).message

    def log(self) -> str:
        return "".join(file.read_text() for file in self.folder.glob("*.log"))


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    folder = tmp_path_factory.mktemp("tls")
    own, clients = Issuer(folder, "own"), Issuer(folder, "clients")
    pair = own.issue("server")
    http_port, grpc_port = free_ports(1), free_ports(2)
    env = environment(
        folder,
        http_port=http_port,
        grpc_port=grpc_port,
        server_processes=2,
        sample_records=500,
        tls_cert=pair.cert,
        tls_key=pair.key,
        tls_client_ca=clients.file,
    )
    stack.fill(env)
    with running("bi_server", "run", folder=folder, env=env) as process:
        until(lambda: listens(http_port) and listens(grpc_port) and listens(grpc_port + 1), process)
        yield Locked(http_port, grpc_port, own, clients, clients.issue("caller"), folder)


def test_who_shows_his_certificate_is_answered_at_every_port(locked: Locked) -> None:
    for path in (KPIS, CHART, "/health", "/docs"):
        assert locked.get(path, locked.own.trusted(locked.client)).status_code == 200
    for port in (locked.http_port, locked.grpc_port, locked.grpc_port + 1):
        assert locked.info(port, locked.own, locked.client) == "Business Intelligence API"


@pytest.mark.parametrize("shown", ["nothing", "a foreign one"])
def test_who_does_not_is_told_nothing(locked: Locked, tmp_path: Path, shown: str) -> None:
    client = Issuer(tmp_path, "foreign").issue("caller") if shown == "a foreign one" else None
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError, httpx.ConnectError)):
        locked.get("/health", locked.own.trusted(client))
    for port in (locked.http_port, locked.grpc_port):
        with pytest.raises(Unavailable):
            locked.info(port, locked.own, client)


def test_plain_text_is_told_nothing(locked: Locked) -> None:
    with pytest.raises(httpx.TransportError):
        httpx.get(f"http://localhost:{locked.http_port}/health", timeout=PATIENCE)
    for port in (locked.http_port, locked.grpc_port):
        with Client(f"localhost:{port}", attempts=1) as bi, pytest.raises(Unavailable):
            bi.system.GetInfo(GetInfoRequest())


def test_the_way_behind_the_gateway_is_this_users_alone(locked: Locked) -> None:
    sockets = [tls.gateway_socket("127.0.0.1", locked.grpc_port + i) for i in range(2)]
    assert all(path.is_socket() for path in sockets)
    assert stat.S_IMODE(sockets[0].parent.stat().st_mode) == 0o700


def test_every_client_of_ours_takes_the_files(locked: Locked) -> None:
    target = f"localhost:{locked.grpc_port}"

    async def version() -> str:
        cert, key = locked.client.cert, locked.client.key
        async with AsyncClient(target, ca=locked.own.file, client_cert=cert, client_key=key) as bi:
            return str((await bi.metadata()).message.currency)

    assert asyncio.run(version()) == "USD"
    told = {"BI_CA": locked.own.file, "BI_CLIENT_CERT": locked.client.cert, "BI_CLIENT_KEY": locked.client.key}
    env = {**environment(locked.folder), **{name: str(file) for name, file in told.items()}}
    command = [sys.executable, "-m", "bi_client", "--server", target, "kpis", "--range", "mtd"]
    assert "Total Revenue" in subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def until_answered(ask: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            ask()
            return
        except (httpx.TransportError, Unavailable):
            assert time.monotonic() < end
            time.sleep(0.1)


def test_certificates_are_renewed_while_all_runs(locked: Locked, tmp_path: Path) -> None:
    """What callers trust changes to another issuer, and back; between them is a pair that does not fit."""
    other = Issuer(tmp_path, "other")
    broken, sound = (locked.folder / "server.pem", locked.own.issue("next"))
    broken.write_bytes(sound.cert.read_bytes())
    end = time.monotonic() + PATIENCE
    while locked.log().count("not the key") < 2:  # both of the server's processes and the gateway
        for port in (locked.http_port, locked.grpc_port, locked.grpc_port + 1):
            assert locked.info(port, locked.own, locked.client)
        assert time.monotonic() < end
    renewed = other.issue("server")
    locked.folder.joinpath("server-key.pem").write_bytes(renewed.key.read_bytes())
    locked.folder.joinpath("server.pem").write_bytes(renewed.cert.read_bytes())
    until_answered(lambda: locked.get(KPIS, other.trusted(locked.client)))
    for port in (locked.http_port, locked.grpc_port, locked.grpc_port + 1):
        until_answered(lambda port=port: locked.info(port, other, locked.client))  # type: ignore[misc]
        with pytest.raises(Unavailable):
            locked.info(port, locked.own, locked.client)


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A store, and settings of TLS."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bi.db")
    assert main(["migrate"]) == 0

    def give(**values: object) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name.upper(), str(value))

    return give


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"tls_key": ""}, "TLS_KEY"),
        ({"tls_cert": "", "tls_client_ca": ""}, "TLS_CERT"),
        ({"tls_cert": "gone.pem"}, "TLS_CERT"),
        ({"tls_cert": "empty.pem"}, "TLS_CERT"),
        ({"tls_key": "empty.pem"}, "TLS_KEY"),
        ({"tls_key": "other-key.pem"}, "TLS_KEY"),
        ({"tls_client_ca": "own-key.pem"}, "TLS_CLIENT_CA"),
    ],
)
def test_files_that_cannot_be_used_are_named_at_the_start(
    settings: Callable[..., None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    given: dict[str, str],
    named: str,
) -> None:
    issuer = Issuer(tmp_path, "issuer")
    issuer.issue("own")
    issuer.issue("other")
    (tmp_path / "empty.pem").touch()
    settings(**{"tls_cert": "own.pem", "tls_key": "own-key.pem", "tls_client_ca": "issuer.pem"} | given)
    monkeypatch.setattr("sys.argv", ["bi_gateway"])
    assert gateway() == 2
    assert main(["doctor"]) == 1
    captured = capsys.readouterr()
    assert named in captured.err.splitlines()[0]
    assert named in captured.out + captured.err.splitlines()[-1]


def test_the_doctor_tells_when_a_certificate_ends(
    settings: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issuer = Issuer(tmp_path, "issuer")
    settings(tls_cert="own.pem", tls_key="own-key.pem")
    for days, sick in ((100, 0), (3, 1), (-1, 1)):
        issuer.issue("own", datetime.now(UTC) + timedelta(days=days))
        assert main(["doctor"]) == sick
        told = next(line for line in capsys.readouterr().out.splitlines() if "own.pem ends on" in line)
        assert told.startswith("WRONG" if sick else "ok")
