"""What the log says of calls that fail: each of them, until there are too many."""

import logging
import re
import time

import grpc
import pytest
from argon2 import PasswordHasher
from tests.rpc.access_checks import LOCKED, NOTHING, refused
from tests.rpc.callers import bearer, token
from tests.rpc.serving import Client, Servers

from bi.v1.auth_pb2 import SignInRequest
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi_server.access import users
from bi_server.rpc import call_log
from bi_server.store.engine import opened

PATIENCE = 60  # seconds
COUNTED = re.compile(r"DataService/GetMetadata UNAUTHENTICATED by a stranger (\d+) times in \d+ s, (\d+) of them told")


@pytest.fixture(scope="module")
def url(servers: Servers) -> str:
    return servers.database()


@pytest.fixture(scope="module")
def locked(servers: Servers, url: str) -> Client:
    return servers.serve(url, NOTHING, **LOCKED)


def of_audit(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "bi_server.audit"]


def test_floods_are_counted(locked: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(call_log, "TOLD_EACH", 3)
    monkeypatch.setattr(call_log, "INTERVAL_SECONDS", 1)
    calls, end = 0, time.monotonic() + PATIENCE
    with caplog.at_level(logging.INFO, "bi_server"):
        # An interval may end at any moment: they are sent until one has had too many.
        while not any(COUNTED.match(line) for line in of_audit(caplog)):
            for _ in range(20):
                refused(locked, [])
            calls += 20
            assert time.monotonic() < end
        while True:
            counted = [tuple(map(int, found.groups())) for line in of_audit(caplog) if (found := COUNTED.match(line))]
            told = sum("by a stranger [" in line for line in of_audit(caplog))
            if told + sum(times - each for times, each in counted) == calls:  # nobody is forgotten
                break
            assert time.monotonic() < end, (told, counted, calls)
            time.sleep(0.05)
        assert told < calls
        assert any("comes often" in line for line in of_audit(caplog))


def test_others_are_told_meanwhile(
    locked: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(call_log, "TOLD_EACH", 3)
    with caplog.at_level(logging.INFO, "bi_server"):
        for _ in range(20):
            refused(locked, [])
        refused(locked, bearer(token(role="owner")), grpc.StatusCode.PERMISSION_DENIED)
    assert any("PERMISSION_DENIED" in line for line in of_audit(caplog))


def test_wrong_passwords_are_in_the_audit_log(
    locked: Client, url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And whose account somebody tries; never what was typed, which may be a password in the wrong field."""
    monkeypatch.setattr(users, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with opened(url) as engine:
        users.add(engine, "ann", "viewer", "correct horse battery staple")
    auth = AuthServiceStub(locked.channel)
    with caplog.at_level(logging.INFO, "bi_server"):
        for name in ("ann", "ann", "ann", "ann", "ann", "hunter2hunter2"):
            with pytest.raises(grpc.RpcError):
                auth.SignIn(SignInRequest(username=name, password="planted-password"))
    assert sum("AuthService/SignIn UNAUTHENTICATED" in line for line in of_audit(caplog)) == 6
    assert any(line == "user ann waits for 30 s after 5 wrong passwords" for line in of_audit(caplog))
    assert not any(secret in caplog.text for secret in ("hunter2", "planted-password"))
