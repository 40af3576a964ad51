"""Callers without credentials, and whom a server without a lock listens to."""

import subprocess
import sys
from pathlib import Path

import grpc
import pytest
from google.protobuf import descriptor_pb2, descriptor_pool
from tests.gateway import stack
from tests.rpc.access_checks import LOCKED, NOTHING, read, refused, write
from tests.rpc.callers import bearer, token
from tests.rpc.serving import Servers

from bi_server.access.opening import open_gate
from bi_server.errors import InvalidInput
from bi_server.reach import refuse_open_door
from bi_server.rpc.boundary import Boundary
from bi_server.rpc.service import Service
from bi_server.settings import Settings, load
from bi_server.store.engine import opened


def test_callers_without_credentials_may_be_allowed_to_read(servers: Servers) -> None:
    with servers.serving(servers.database(), NOTHING, **LOCKED, allow_anonymous="read") as client:
        read(client, [])
        assert write(client, []) is grpc.StatusCode.UNAUTHENTICATED
        assert write(client, bearer(token(role="editor"))) is grpc.StatusCode.INVALID_ARGUMENT
        refused(client, bearer("wrong"))  # who says something says it right


def test_where_nobody_can_sign_in_reading_may_be_all_there_is(servers: Servers) -> None:
    with servers.serving(servers.database(), NOTHING, allow_anonymous="read") as client:
        read(client, [])
        assert write(client, []) is grpc.StatusCode.PERMISSION_DENIED


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "db.example"])
def test_others_may_not_reach_what_has_no_lock(host: str) -> None:
    with pytest.raises(InvalidInput, match="ALLOW_ANONYMOUS"):
        refuse_open_door(Settings(host=host))
    refuse_open_door(Settings(host=host, allow_anonymous="read"))
    refuse_open_door(Settings(host=host, auth_api_keys=True))
    for own in ("127.0.0.1", "::1", "localhost", "127.8.8.8"):
        refuse_open_door(Settings(host=own))


@pytest.mark.parametrize("module", [("bi_server", "serve"), ("bi_server", "run"), ("bi_gateway",)])
def test_nothing_listens_to_others_without_a_lock(tmp_path: Path, module: tuple[str, ...]) -> None:
    found = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=tmp_path,
        env=stack.environment(tmp_path, host="0.0.0.0"),
        capture_output=True,
        text=True,
        check=False,
        timeout=stack.PATIENCE,
    )
    assert found.returncode != 0
    for word in ("HOST", "AUTH_SECRET", "ALLOW_ANONYMOUS"):
        assert word in found.stderr


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"auth_secret": "short-and-secret"}, ("AUTH_SECRET", "32 bytes")),
        ({"auth_jwks": "keys.json"}, ("AUTH_ISSUER", "AUTH_AUDIENCE")),
        ({"auth_jwks": "keys.json", "auth_issuer": "a", "auth_audience": "b"}, ("AUTH_JWKS", "keys.json")),
        ({"auth_jwks": "http://id.example/k", "auth_issuer": "a", "auth_audience": "b"}, ("AUTH_JWKS", "https")),
        ({"auth_api_keys": "true", "allow_anonymous": "all"}, ("ALLOW_ANONYMOUS",)),
        ({"allow_anonymous": "yes"}, ("ALLOW_ANONYMOUS", "yes")),
    ],
)
def test_a_lock_that_does_not_hold_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], words: tuple[str, ...], servers: Servers
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name.upper(), value)
    with opened(servers.database()) as engine, pytest.raises(InvalidInput) as raised:
        open_gate(load(), engine)
    for word in words:
        assert word in raised.value.message
    assert "short-and-secret" not in raised.value.message


def test_a_method_that_does_not_say_who_may_call_it_stops_the_start() -> None:
    file = descriptor_pb2.FileDescriptorProto(name="unsaid.proto", package="unsaid", syntax="proto3")
    file.message_type.add(name="Nothing")
    service = file.service.add(name="Unsaid")
    service.method.add(name="Do", input_type=".unsaid.Nothing", output_type=".unsaid.Nothing")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    found = Service(pool.FindServiceByName("unsaid.Unsaid"), object(), reads_data=False)
    with pytest.raises(ValueError, match=r"unsaid\.Unsaid\.Do"):
        Boundary(None, None, None, 1).handler(found)  # type: ignore[arg-type]
