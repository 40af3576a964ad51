"""API keys, against a real server and by command."""

import time
from pathlib import Path

import grpc
import pytest
from tests.commands import command
from tests.rpc.access_checks import NOTHING, read, refused, write
from tests.rpc.callers import bearer, token
from tests.rpc.serving import Servers

from bi_server.access import keys
from bi_server.store.engine import opened


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
