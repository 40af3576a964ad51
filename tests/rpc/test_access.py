"""Who may call what: roles, and tokens of a secret, against a real server."""

import contextlib
import time

import grpc
import jwt
import pytest
from tests.rpc.access_checks import LOCKED, NOTHING, Metadata, forged, read, refused, write
from tests.rpc.callers import SECRET, bearer, claims, token
from tests.rpc.serving import Client, Servers

from bi.v1.system_pb2 import GetHealthRequest, GetInfoRequest


@pytest.fixture(scope="module")
def locked(servers: Servers) -> Client:
    """Takes tokens of the secret, and API keys."""
    return servers.serve(servers.database(), NOTHING, **LOCKED)


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
    read(locked, bearer(token(exp=10**400)))
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
