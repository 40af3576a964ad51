"""Users with a password: signing in, going on, and what ends it, over each kind of database."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grpc
import pytest
from argon2 import PasswordHasher
from sqlalchemy import select, update
from tests import commands
from tests.commands import Done
from tests.rpc.callers import SECRET, bearer
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

import bi_client
from bi.v1.auth_pb2 import RefreshRequest, RefreshResponse, SignInRequest, SignInResponse
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi.v1.data_pb2 import GetMetadataRequest, ImportFileRequest
from bi_client.credentials import SignedIn
from bi_server.access import sessions, users
from bi_server.access.clock import now as present
from bi_server.store.engine import opened
from bi_server.store.tables import metadata as tables
from bi_server.store.tables import sign_ins
from bi_server.store.tables import users as user_table

PASSWORD = "correct horse battery staple"
NOTHING = Books((), ())


class Team:
    """A server with a secret, and its store."""

    def __init__(self, client: Client, url: str) -> None:
        self.client, self.url = client, url
        self.auth = AuthServiceStub(client.channel)

    def sign_in(self, name: str, password: str = PASSWORD) -> SignInResponse:
        return self.auth.SignIn(SignInRequest(username=name, password=password))

    def refresh(self, token: str) -> RefreshResponse:
        return self.auth.Refresh(RefreshRequest(refresh_token=token))

    def add(self, name: str, role: str = "viewer") -> None:
        with opened(self.url) as engine:
            users.add(engine, name, role, PASSWORD)

    def attempts_are_over(self) -> None:
        """As if the time of every lock had passed."""
        with opened(self.url) as engine, engine.execution_options(writes=True).begin() as connection:
            connection.execute(update(user_table).values(locked_until=user_table.c.created))

    def reads(self, token: str) -> None:
        self.client.data.GetMetadata(GetMetadataRequest(), metadata=tuple(bearer(token)))


@pytest.fixture(scope="module", autouse=True)
def cheap_hashes() -> Iterator[None]:
    """The work of a real hash is only waited for here; the command and the gateway's tests do it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bi_server.access.users._hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield


@pytest.fixture(scope="module")
def team(any_servers: Servers) -> Iterator[Team]:
    url = any_servers.database()
    with any_servers.serving(url, NOTHING, auth_secret=SECRET, auth_issuer="us", auth_audience="bi") as client:
        yield Team(client, url)


def refused(call: Any, *arguments: str) -> str:
    with pytest.raises(grpc.RpcError) as raised:
        call(*arguments)
    error: Any = raised.value
    assert error.code() is grpc.StatusCode.UNAUTHENTICATED, error.details()
    return str(error.details())


def test_a_password_is_taken_for_a_token_of_its_users_role(team: Team) -> None:
    team.add("Ann", "editor")
    issued = team.sign_in(" aNN ")
    assert (issued.token_type, issued.expires_in) == ("Bearer", 900)
    team.reads(issued.access_token)
    metadata = tuple(bearer(issued.access_token))
    with pytest.raises(grpc.RpcError) as raised:  # an editor may import, and this file is empty
        team.client.data.ImportFile(iter([ImportFileRequest()]), metadata=metadata)
    assert "INVALID_ARGUMENT" in str(raised.value)


@pytest.mark.parametrize("name", ["nobody", "", "a\0b", "x" * 5000, "\N{PILE OF POO}", "' or 1=1 --"])
def test_what_is_wrong_is_not_told(team: Team, name: str) -> None:
    with opened(team.url) as engine:
        is_there = users.find(engine, "bob") is not None
    if not is_there:
        team.add("bob")
    wrong = refused(team.sign_in, "bob", PASSWORD + "!")
    assert refused(team.sign_in, name, PASSWORD) == wrong
    assert refused(team.sign_in, "bob", "x" * 100_000) == wrong
    assert refused(team.sign_in, "bob", "") == wrong
    team.attempts_are_over()
    team.sign_in("bob")


def test_after_five_wrong_passwords_the_right_one_has_to_wait(team: Team) -> None:
    team.add("carl")
    for _ in range(5):
        told = refused(team.sign_in, "carl", "a wrong password")
    assert refused(team.sign_in, "carl") == told
    team.attempts_are_over()
    team.sign_in("carl")
    refused(team.sign_in, "carl", "a wrong password")  # counted from the start again
    team.sign_in("carl")


def test_the_wait_doubles_and_ends(team: Team) -> None:
    team.add("cora")
    waits = []
    for _ in range(11):
        team.attempts_are_over()
        refused(team.sign_in, "cora", "a wrong password")
        with opened(team.url) as engine:
            user = users.find(engine, "cora")
        assert user
        waits.append(round((user.locked_until - present()).total_seconds()) if user.locked_until else 0)
    for wait, expected in zip(waits[4:], [30, 60, 120, 240, 480, 900, 900], strict=True):
        assert expected - 20 <= wait <= expected


def test_a_refresh_token_gives_the_next_and_is_taken_once(team: Team) -> None:
    team.add("dora")
    first = team.sign_in("dora")
    second = team.refresh(first.refresh_token)
    third = team.refresh(second.refresh_token)
    team.reads(third.access_token)
    other = team.sign_in("dora")
    refused(team.refresh, first.refresh_token)  # stolen: the thief's chain ends with the user's
    refused(team.refresh, third.refresh_token)
    team.refresh(other.refresh_token)  # another sign-in is another chain


def test_of_two_that_send_the_same_token_one_goes_on_at_most(team: Team) -> None:
    team.add("dirk")
    token = team.sign_in("dirk").refresh_token
    went_on = []

    def go_on() -> None:
        try:
            went_on.append(team.refresh(token))
        except grpc.RpcError:
            return

    threads = [threading.Thread(target=go_on) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(went_on) == 1
    refused(team.refresh, went_on[0].refresh_token)


@pytest.mark.parametrize("token", ["", "x", "a.b", f"{'a' * 22}.{'b' * 43}", f"{'a' * 22}.{'b' * 43}\n", "\0"])
def test_a_refresh_token_that_is_none_gives_nothing(team: Team, token: str) -> None:
    refused(team.refresh, token)


def test_an_access_token_does_not_refresh_and_the_other_way_round(team: Team) -> None:
    team.add("eve")
    issued = team.sign_in("eve")
    refused(team.refresh, issued.access_token)
    refused(team.reads, issued.refresh_token)


def test_a_sign_in_ends_with_its_days_the_user_and_the_password(team: Team) -> None:
    team.add("fay")
    with opened(team.url) as engine:
        old = team.sign_in("fay")
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(update(sign_ins).values(expires=sign_ins.c.created))
        refused(team.refresh, old.refresh_token)
        issued = team.sign_in("fay")
        users.disable(engine, "fay")
        refused(team.refresh, issued.refresh_token)
        refused(team.sign_in, "fay")
        users.enable(engine, "fay")
        refused(team.refresh, issued.refresh_token)
        issued = team.sign_in("fay")
        users.change_password(engine, "fay", "another long password")
        refused(team.refresh, issued.refresh_token)
        refused(team.sign_in, "fay")
        team.sign_in("fay", "another long password")


def test_the_store_has_neither_passwords_nor_tokens(team: Team) -> None:
    team.add("gus")
    issued = team.sign_in("gus")
    with opened(team.url) as engine, engine.connect() as connection:
        found = "".join(
            repr(connection.execute(select(tables.tables[name])).all()) for name in ("users", "sign_ins", "api_keys")
        )
    assert "argon2id" in found
    for secret in (PASSWORD, issued.access_token, issued.refresh_token.partition(".")[2], SECRET):
        assert secret not in found


def test_nobody_signs_in_without_a_secret(servers: Servers) -> None:
    with servers.serving(servers.database(), NOTHING) as client:
        auth = AuthServiceStub(client.channel)
        with pytest.raises(grpc.RpcError, match="AUTH_SECRET"):
            auth.SignIn(SignInRequest(username="ann", password=PASSWORD))


# The client


def test_the_client_signs_in_and_gets_new_tokens_in_time(team: Team) -> None:
    team.add("hal")
    port = team.client.port
    with bi_client.Client(f"127.0.0.1:{port}", username="hal", password=PASSWORD) as bi:
        assert bi.data.GetMetadata(GetMetadataRequest()).currency == "USD"
        now = [0.0]
        signed_in = SignedIn(bi.auth, "hal", PASSWORD, lambda: now[0])
        first = signed_in()
        assert signed_in() == first
        now[0] = 850.0
        with opened(team.url) as engine:
            users.change_password(engine, "hal", PASSWORD)  # ends the chain of refresh tokens: he signs in again
        second = signed_in()
        team.reads(second)
    with (
        bi_client.Client(f"127.0.0.1:{port}", username="hal", password="wrong") as bi,
        pytest.raises(bi_client.Unauthenticated),
    ):
        bi.data.GetMetadata(GetMetadataRequest())
    with pytest.raises(ValueError, match="one of them"):
        bi_client.Client(token="a", api_key="b")


@pytest.fixture
def editor(team: Team) -> dict[str, Any]:
    """How a client signs in as one."""
    with opened(team.url) as engine:
        if users.find(engine, "ida") is None:
            users.add(engine, "ida", "editor", PASSWORD)
    return {"target": f"127.0.0.1:{team.client.port}", "username": "ida", "password": PASSWORD}


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    path = tmp_path / "sales.csv"
    path.write_text("date,revenue,units_sold,product_category,region\n2024-01-05,1,1,Books,North\n")
    return path


@contextmanager
def tokens_are_over() -> Iterator[None]:
    """When they are given out: the server's word is 15 minutes, and its clock another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sessions, "ACCESS_SECONDS", -100)
        yield


@pytest.mark.parametrize("kind", ["answer", "import", "watch"])
def test_the_client_renews_a_token_that_is_refused(editor: dict[str, Any], sales: Path, kind: str) -> None:
    with bi_client.Client(**editor) as bi:
        asks: dict[str, Callable[[], Any]] = {
            "answer": bi.metadata,
            "import": lambda: bi.import_file(sales, dry_run=True),
            "watch": lambda: next(bi.watch()),
        }
        with tokens_are_over(), pytest.raises(bi_client.Unauthenticated, match="expired"):
            asks[kind]()  # the second one is over, too
        asks[kind]()


@pytest.mark.parametrize("kind", ["answer", "import", "watch"])
def test_so_does_that_of_asyncio(editor: dict[str, Any], sales: Path, kind: str) -> None:
    async def asked() -> None:
        async with bi_client.AsyncClient(**editor) as bi:
            asks: dict[str, Callable[[], Awaitable[Any]]] = {
                "answer": bi.metadata,
                "import": lambda: bi.import_file(sales, dry_run=True),
                "watch": lambda: anext(bi.watch()),
            }
            with tokens_are_over(), pytest.raises(bi_client.Unauthenticated, match="expired"):
                await asks[kind]()
            await asks[kind]()

    asyncio.run(asked())


def test_a_function_is_asked_for_another_token(team: Team) -> None:
    team.add("jon")
    good = team.sign_in("jon").access_token
    given = iter(["stale", good, "stale", "stale", "never asked for"])
    with bi_client.Client(f"127.0.0.1:{team.client.port}", token=lambda: next(given)) as bi:
        bi.data.GetMetadata(GetMetadataRequest())
        with pytest.raises(bi_client.Unauthenticated):
            bi.data.GetMetadata(GetMetadataRequest())
    assert next(given) == "never asked for"


# The command


def command(folder: Path, url: str, given: str, *arguments: str) -> Done:
    return commands.command(folder, "users", *arguments, given=given, database_url=url, auth_secret=SECRET)


def test_users_are_kept_by_command(servers: Servers, tmp_path: Path) -> None:
    url = servers.database()
    assert command(tmp_path, url, f"{PASSWORD}\n", "add", "ann", "--role", "admin").returncode == 0
    for given, arguments, word in (
        (f"{PASSWORD}\n", ("add", "Ann"), "already"),
        ("short\n", ("add", "bob"), "12 to 256"),
        ("", ("disable", "bob"), "users list"),
    ):
        found = command(tmp_path, url, given, *arguments)
        assert (found.returncode, word in found.stderr) == (1, True), found.stderr
    assert command(tmp_path, url, "", "disable", "ANN").returncode == 0
    listed = command(tmp_path, url, "", "list").stdout
    assert "admin" in listed
    assert "disabled" in listed
    assert "argon2" not in listed
