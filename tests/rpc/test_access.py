"""Who may call what: tokens, API keys, and callers without either, against a real server."""

import base64
import contextlib
import hashlib
import hmac
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import grpc
import jwt
import pytest
from google.protobuf import descriptor_pb2, descriptor_pool
from tests.gateway import stack
from tests.rpc.callers import AUDIENCE, ISSUER, SECRET, Provider, bearer, claims, key_set, token
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

from bi.v1.data_pb2 import GetMetadataRequest, ImportFileRequest
from bi.v1.system_pb2 import GetHealthRequest, GetInfoRequest
from bi_server.access import keys
from bi_server.access.opening import open_gate
from bi_server.access.reach import refuse_open_door
from bi_server.boundary import Boundary, Service
from bi_server.errors import InvalidInput
from bi_server.settings import Settings, load
from bi_server.store.engine import opened

NOTHING = Books((), ())
LOCKED = {"auth_secret": SECRET, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
Metadata = list[tuple[str, str]]


@pytest.fixture(scope="module")
def locked(servers: Servers) -> Client:
    """Takes tokens of the secret, and API keys."""
    return servers.serve(servers.database(), NOTHING, **LOCKED)


def read(client: Client, metadata: Metadata) -> None:
    client.data.GetMetadata(GetMetadataRequest(), metadata=tuple(metadata))


def refused(client: Client, metadata: Metadata, code: grpc.StatusCode = grpc.StatusCode.UNAUTHENTICATED) -> str:
    """What a caller who may not read is told."""
    with pytest.raises(grpc.RpcError) as raised:
        read(client, metadata)
    error: Any = raised.value
    assert error.code() is code, error.details()
    return str(error.details())


def write(client: Client, metadata: Metadata) -> grpc.StatusCode:
    """The code that an import of nothing ends with: INVALID_ARGUMENT for who may import."""
    with pytest.raises(grpc.RpcError) as raised:
        client.data.ImportFile(iter([ImportFileRequest()]), metadata=tuple(metadata))
    error: Any = raised.value
    code: grpc.StatusCode = error.code()
    return code


def test_who_does_not_say_who_he_is_reads_nothing(locked: Client) -> None:
    assert "authorization: Bearer" in refused(locked, [])
    assert write(locked, []) is grpc.StatusCode.UNAUTHENTICATED


def test_everybody_may_ask_who_answers_and_whether_it_is_well(locked: Client) -> None:
    assert locked.system.GetInfo(GetInfoRequest()).version
    assert locked.system.GetHealth(GetHealthRequest()).status == "healthy"


@pytest.mark.parametrize(
    ("role", "reads", "writes"),
    [
        ("viewer", True, False),
        ("editor", True, True),
        ("admin", True, True),
        (["nobody", "editor", "viewer"], True, True),
        ("owner", False, False),
        (None, False, False),
        ([], False, False),
        ({"viewer": True}, False, False),
    ],
)
def test_a_role_allows_what_it_says(locked: Client, role: object, reads: bool, writes: bool) -> None:
    metadata = bearer(token(role=role))
    if reads:
        read(locked, metadata)
    else:
        assert "viewer" in refused(locked, metadata, grpc.StatusCode.PERMISSION_DENIED)
    code = grpc.StatusCode.INVALID_ARGUMENT if writes else grpc.StatusCode.PERMISSION_DENIED
    assert write(locked, metadata) is code


def forged(header: dict[str, Any], key: bytes) -> str:
    """A token as an attacker makes it, past what a library would refuse to sign."""
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims())]
    signature = hmac.new(key, b".".join(parts), hashlib.sha256).digest() if key else b""
    return b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "a.b.c",
        "x" * 20_000,
        token()[:-3] + "abc",
        token().rpartition(".")[0] + ".",
        token(exp=int(time.time()) - 120),
        token(exp=None),
        token(exp="soon"),
        token(sub=None),
        token(sub=7),
        token(nbf=int(time.time()) + 86_400),  # the test may come long after this line
        token(iss="https://other.example"),
        token(iss=None),
        token(aud="other"),
        token(aud=None),
        jwt.encode(claims(), "x" * 40, "HS256"),
        jwt.encode(claims(), SECRET * 2, "HS512"),
        forged({"alg": "none"}, b""),
        forged({"alg": "None", "typ": "JWT"}, b""),
        forged({"alg": "HS256", "crit": ["exp"]}, SECRET.encode()),
        forged({"alg": ["HS256"]}, SECRET.encode()),
        forged({}, SECRET.encode()),
    ],
    ids=lambda text: text[:12],
)
def test_a_token_that_is_not_sound_opens_nothing(locked: Client, text: str) -> None:
    assert SECRET not in refused(locked, bearer(text))


def test_the_clocks_may_differ_a_little(locked: Client) -> None:
    read(locked, bearer(token(exp=int(time.time()) - 5)))
    read(locked, bearer(token(nbf=int(time.time()) + 5)))


@pytest.mark.parametrize(
    "metadata",
    [
        [("authorization", f"Basic {token()}")],
        [("authorization", token())],
        [("authorization", "Bearer")],
        [*bearer(token()), *bearer(token(role="admin"))],
        [*bearer(token()), ("x-api-key", "bi_0")],
        [("x-api-key", "")],
        [("x-api-key", token())],
    ],
)
def test_credentials_come_once_and_in_their_form(locked: Client, metadata: Metadata) -> None:
    refused(locked, metadata)


def test_the_scheme_minds_no_case(locked: Client) -> None:
    read(locked, [("authorization", f"bearer {token()}")])


def test_an_answer_that_is_kept_is_for_who_may_read_alone(locked: Client) -> None:
    for _ in range(3):
        read(locked, bearer(token()))
        refused(locked, [])
        refused(locked, bearer(token(role="none")), grpc.StatusCode.PERMISSION_DENIED)


def test_a_token_that_was_known_ends_when_it_says(servers: Servers) -> None:
    with servers.serving(servers.database(), NOTHING, **LOCKED, auth_leeway_seconds=0) as client:
        known = None
        while known is None:  # a machine that is busy may be too late for the first of them
            expires = int(time.time()) + 2
            metadata = bearer(token(exp=expires))
            with contextlib.suppress(grpc.RpcError):
                read(client, metadata)
                known = expires
        while time.time() < known:
            time.sleep(0.1)
        assert "expired" in refused(client, metadata)


# Tokens of a provider


@pytest.mark.parametrize("algorithm", ["RS256", "ES256", "EdDSA"])
def test_tokens_of_a_provider_are_taken(servers: Servers, tmp_path: Path, algorithm: str) -> None:
    provider, stranger = Provider(algorithm, "one"), Provider(algorithm, "one")
    file = tmp_path / "keys.json"
    file.write_text(key_set(provider))
    names = {"auth_jwks": str(file), "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names, auth_role_claim="realm.roles") as client:
        nested = {"role": None, "realm": {"roles": ["x", "viewer"]}}
        read(client, bearer(provider.token(**nested)))
        refused(client, bearer(stranger.token(**nested)))
        refused(client, bearer(provider.token(**nested, aud="other app")))
        refused(client, bearer(token(**nested)))  # there is no secret
        # The public key is public: it must not do as the secret of HS256.
        public = json.dumps(provider.public).encode()
        refused(client, bearer(forged({"alg": "HS256", "kid": "one"}, public)))


class Published:
    """A key set at an URL of this machine, and how often it was fetched."""

    def __init__(self) -> None:
        self.text, self.fetched = "", 0
        published = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                published.fetched += 1
                self.send_response(200 if published.text else 500)
                self.end_headers()
                self.wfile.write(published.text.encode())

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/keys"
        self._thread = Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def published() -> Iterator[Published]:
    found = Published()
    yield found
    found.close()


def test_new_keys_of_a_provider_are_found(
    servers: Servers, published: Published, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bi_server.access.key_sets.PAUSE_SECONDS", 0.0)
    first, second = Provider("ES256", "one"), Provider("ES256", "two")
    names = {"auth_jwks": published.url, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names) as client:
        refused(client, bearer(first.token()), grpc.StatusCode.UNAVAILABLE)  # the provider is away
        published.text = key_set(first)
        read(client, bearer(first.token()))
        fetched = published.fetched
        for i in range(5):
            read(client, bearer(first.token(jti=str(i))))
        assert published.fetched == fetched
        refused(client, bearer(second.token()))
        published.text = key_set(second)
        read(client, bearer(second.token()))
        refused(client, bearer(first.token(jti="new")))
        published.text = ""  # what is known still holds
        read(client, bearer(second.token(jti="new")))


def test_made_up_key_ids_do_not_become_requests_to_the_provider(servers: Servers, published: Published) -> None:
    provider = Provider("ES256", "one")
    published.text = key_set(provider)
    names = {"auth_jwks": published.url, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
    with servers.serving(servers.database(), NOTHING, **names) as client:
        read(client, bearer(provider.token()))
        for i in range(20):
            refused(client, bearer(Provider("ES256", f"made up {i}").token()))
        assert published.fetched < 10


# API keys


@pytest.fixture
def store(servers: Servers) -> str:
    return servers.database()


def made(url: str, role: str = "viewer", days: int | None = None) -> str:
    with opened(url) as engine:
        return keys.add(engine, "nightly report", role, days)


def test_an_api_key_opens_what_its_role_allows(servers: Servers, store: str) -> None:
    viewer, editor = made(store), made(store, "editor", days=1)
    with servers.serving(store, NOTHING, auth_api_keys=True) as client:
        for key in (viewer, editor):
            read(client, [("x-api-key", key)])
        assert write(client, [("x-api-key", viewer)]) is grpc.StatusCode.PERMISSION_DENIED
        assert write(client, [("x-api-key", editor)]) is grpc.StatusCode.INVALID_ARGUMENT
        for wrong in (viewer[:-1] + ("A" if viewer[-1] != "A" else "B"), viewer + "A", viewer.upper(), viewer[:15]):
            refused(client, [("x-api-key", wrong)])
        swapped = viewer[:16] + editor[16:]  # the id of the one with the secret of the other
        refused(client, [("x-api-key", swapped)])
        refused(client, bearer(token()))


def test_keys_come_and_go_while_servers_run(servers: Servers, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bi_server.access.keys.FRESH_SECONDS", 0.0)
    monkeypatch.setattr("bi_server.access.keys.PAUSE_SECONDS", 0.0)
    with servers.serving(store, NOTHING, auth_api_keys=True) as client:
        key = made(store)
        read(client, [("x-api-key", key)])
        with opened(store) as engine:
            end = time.monotonic() + 60
            while keys.listed(engine)[0].last_used is None:
                assert time.monotonic() < end
                time.sleep(0.02)
            keys.revoke(engine, key[3:15])
        assert "revoked" in refused(client, [("x-api-key", key)])


def test_the_store_has_no_key_in_it(store: str) -> None:
    key = made(store)
    with opened(store) as engine:
        found = keys.listed(engine)[0]
    assert key[16:] not in repr(found)
    assert key[3:15] == found.id


def command(folder: Path, *arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
    env = stack.environment(folder, **settings)
    return subprocess.run(
        [sys.executable, "-m", "bi_server", *arguments],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=stack.PATIENCE,
    )


def test_keys_are_made_listed_and_revoked_by_command(tmp_path: Path, store: str) -> None:
    key = command(tmp_path, "keys", "add", "report", "--days", "30", database_url=store).stdout.strip()
    assert keys.KEY.fullmatch(key)
    listed = command(tmp_path, "keys", "list", database_url=store).stdout
    assert key[3:15] in listed
    assert "report" in listed
    assert key[16:] not in listed
    assert command(tmp_path, "keys", "revoke", key[3:15], database_url=store).returncode == 0
    assert "revoked" in command(tmp_path, "keys", "list", database_url=store).stdout
    again = command(tmp_path, "keys", "revoke", key[3:15], database_url=store)
    assert (again.returncode, "keys list" in again.stderr) == (1, True)


# Without credentials


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
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], words: tuple[str, ...], store: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name.upper(), value)
    with opened(store) as engine, pytest.raises(InvalidInput) as raised:
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
