"""How a caller gets a scope, and what he cannot do with it."""

import base64
from datetime import date, datetime
from pathlib import Path
from typing import Any

import grpc
import jwt
import pytest
from sqlalchemy import insert
from tests.commands import command
from tests.rpc.access_checks import LOCKED, NOTHING, read, refused, write
from tests.rpc.callers import SECRET, bearer, claims, token
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, violations
from tests.rpc.serving import write as write_rows

from bi.v1 import dashboard_pb2
from bi.v1.auth_pb2 import RefreshRequest, SignInRequest
from bi.v1.auth_pb2_grpc import AuthServiceStub
from bi.v1.data_pb2 import (
    ExportRejectsCsvRequest,
    GetMetadataRequest,
    ListImportsRequest,
    ListRowsRequest,
    QueryRequest,
    UndoImportRequest,
)
from bi.v1.data_pb2_grpc import ImportServiceStub
from bi_server.access import keys, scopes, users
from bi_server.semantic import read_model
from bi_server.store import following
from bi_server.store.engine import opened
from bi_server.store.schema import schema_of

DAY = date(2024, 3, 1)
ROWS = Books(tuple(Sale(DAY, 100 + i, 1, "Books", "South" if i % 3 else "North", f"C{i}") for i in range(9)))
SPAN: dict[str, Any] = {"start_date": str(DAY), "end_date": str(DAY)}
PASSWORD = "correct horse battery staple"
NORTH = {"region": ["North"]}


@pytest.fixture(scope="module")
def url(any_servers: Servers) -> str:
    found = any_servers.database()
    write_rows(found, ROWS)
    return found


@pytest.fixture(scope="module")
def client(any_servers: Servers, url: str) -> Client:
    return any_servers.serve(url, ROWS, **LOCKED)


def code(error: Any) -> grpc.StatusCode:
    found: grpc.StatusCode = error.code()
    return found


def regions(client: Client, metadata: list[tuple[str, str]]) -> list[str]:
    answer = client.data.GetMetadata(GetMetadataRequest(), metadata=tuple(metadata))
    return list(answer.regions)


@pytest.mark.parametrize(
    ("claim", "seen"),
    [
        (NORTH, ["North"]),
        ({"region": "nOrTh "}, ["North"]),
        ({"region": ["Mars"]}, []),
        ({"region": []}, []),
        ({"region": ["North"], "category": ["Music"]}, []),
        (None, ["North", "South"]),
        ("openid profile", ["North", "South"]),  # OAuth's own words
        (["openid", "read:all"], ["North", "South"]),
    ],
    ids=str,
)
def test_a_token_says_which_rows(client: Client, claim: Any, seen: list[str]) -> None:
    assert regions(client, bearer(token(scope=claim))) == seen


@pytest.mark.parametrize(
    "claim",
    [
        {},
        {"shop": ["A"]},
        {"region": None},
        {"region": [1]},
        {"region": ["North", " "]},
        {"region": {"North": 1}},
        {"region": ["North"], "x": []},
        "region:North",
        "openid region:North",
        ["openid", "Region:North"],
        ["region"],
        1,
        True,
        [NORTH],
    ],
    ids=str,
)
def test_what_cannot_be_read_lets_nobody_in(client: Client, claim: Any) -> None:
    told = refused(client, bearer(token(scope=claim)), grpc.StatusCode.PERMISSION_DENIED)
    assert "scope" in told


def test_a_provider_that_knows_no_region_of_somebody_opens_nothing(client: Client) -> None:
    nothing = jwt.encode({**claims(), "scope": None}, SECRET, "HS256")
    refused(client, bearer(nothing), grpc.StatusCode.PERMISSION_DENIED)


def test_the_claim_has_the_name_that_is_set(any_servers: Servers, url: str) -> None:
    with any_servers.serving(url, ROWS, **LOCKED, auth_scope_claim="bi.rows") as client:
        assert regions(client, bearer(token(bi={"rows": NORTH}, scope=["x"]))) == ["North"]
        assert regions(client, bearer(token(scope=NORTH))) == ["North", "South"]
        # A claim that is nobody else's says nothing of OAuth: a provider that fills it wrongly opens nothing.
        wrongs: list[Any] = ["North", ["North"], "", "openid", 1, {}]
        for wrong in wrongs:
            told = refused(client, bearer(token(bi={"rows": wrong})), grpc.StatusCode.PERMISSION_DENIED)
            assert "bi.rows" in told


def test_keys_and_users_have_scopes(any_servers: Servers, url: str) -> None:
    scope = scopes.scope_of(NORTH, ("category", "region"))
    with opened(url) as engine:
        key = keys.add(engine, "north", "viewer", None, scope)
        users.add(engine, "ann", "viewer", PASSWORD, scope)
    with any_servers.serving(url, ROWS, auth_secret=SECRET) as client:
        assert regions(client, [("x-api-key", key)]) == ["North"]
        auth = AuthServiceStub(client.channel)
        issued = auth.SignIn(SignInRequest(username="ann", password=PASSWORD))
        assert regions(client, bearer(issued.access_token)) == ["North"]
        again = auth.Refresh(RefreshRequest(refresh_token=issued.refresh_token))
        assert regions(client, bearer(again.access_token)) == ["North"]
        with opened(url) as engine:
            users.limit(engine, "ann", scopes.scope_of({"region": ["South"]}, ("region",)))
        with pytest.raises(grpc.RpcError):
            auth.Refresh(RefreshRequest(refresh_token=again.refresh_token))
        issued = auth.SignIn(SignInRequest(username="ann", password=PASSWORD))
        assert regions(client, bearer(issued.access_token)) == ["South"]


def test_a_key_of_a_dimension_that_is_no_more_opens_nothing(any_servers: Servers, url: str) -> None:
    with opened(url) as engine:
        key = keys.add(engine, "shop", "viewer", None, scopes.scope_of({"shop": ["A"]}, ("shop",)))
    with any_servers.serving(url, ROWS, auth_api_keys=True) as client:
        assert "'shop'" in refused(client, [("x-api-key", key)], grpc.StatusCode.PERMISSION_DENIED)


def test_by_command(tmp_path: Path, url: str) -> None:
    made = command(
        tmp_path, "keys", "add", "north", "--scope", "region:North", "--scope", "region:Nord", database_url=url
    )
    assert keys.KEY.fullmatch(made.stdout.strip())
    assert "'nord'" in made.stderr
    assert "'north'" not in made.stderr
    assert "region:nord region:north" in command(tmp_path, "keys", "list", database_url=url).stdout
    for wrong, told in (
        (("shop:A",), "'shop' is none of category, region"),
        (("North",), "'North' is no DIMENSION:NAME"),
        (("region:North", "--role", "editor"), "goes with the role viewer"),
    ):
        answer = command(tmp_path, "keys", "add", "x", "--scope", *wrong, database_url=url)
        assert (answer.returncode, told in answer.stderr) == (1, True), answer.stderr


def test_what_is_of_the_whole_business_is_refused(client: Client) -> None:
    imports = ImportServiceStub(client.channel)
    for role in ("viewer", "editor", "admin"):
        metadata = tuple(bearer(token(scope=NORTH, role=role)))
        for call in (
            lambda m=metadata: imports.ListImports(ListImportsRequest(), metadata=m),
            lambda m=metadata: imports.UndoImport(UndoImportRequest(import_id=1), metadata=m),
            lambda m=metadata: list(imports.ExportRejectsCsv(ExportRejectsCsvRequest(import_id=1), metadata=m)),
        ):
            with pytest.raises(grpc.RpcError) as told:
                call()
            assert code(told.value) is grpc.StatusCode.PERMISSION_DENIED
        assert write(client, list(metadata)) is grpc.StatusCode.PERMISSION_DENIED
    read(client, bearer(token(scope=NORTH, role="admin")))


def test_pages_tell_no_number_of_others(client: Client) -> None:
    metadata = tuple(bearer(token(scope=NORTH)))
    found, page_token, marks = [], "", []
    while True:
        request = ListRowsRequest(**SPAN, page_size=1, page_token=page_token)
        answer = client.data.ListRows(request, metadata=metadata)
        found += [row.revenue for row in answer.rows]
        page_token = answer.next_page_token
        if not page_token:
            break
        marks.append(base64.urlsafe_b64decode(page_token + "==").decode().split()[1])
    assert found == [1.0, 1.03, 1.06]
    assert marks == ["1", "2"]  # the rows' ids are 1, 4 and 7
    for forged in ("0", "-5", "99", str(2**70)):
        text = base64.urlsafe_b64encode(f"{DAY}T00:00:00 {forged}".encode()).decode().rstrip("=")
        answer = client.data.ListRows(ListRowsRequest(**SPAN, page_token=text), metadata=metadata)
        assert {row.region for row in answer.rows} <= {"North"}


def test_an_etag_is_of_the_own_answer(client: Client) -> None:
    def etag(**more: Any) -> str:
        request = dashboard_pb2.GetKpisRequest(**SPAN)
        _, call = client.dashboard.GetKpis.with_call(request, metadata=tuple(bearer(token(**more))))
        return str(dict(call.trailing_metadata())["etag"])

    assert len({etag(), etag(scope=NORTH), etag(scope={"region": ["South"]})}) == 3
    assert etag(scope=NORTH) == etag(scope={"region": "north"})


def test_names_in_other_spellings_hide_as_well(any_servers: Servers) -> None:
    """Another tool wrote the rows: the database alone cannot tell that `SOUTH ` is South."""
    url, model = any_servers.database(), read_model("omnichannel")
    with opened(url, model=model) as engine:
        following.follow(engine)
        rows = [
            {
                "date": datetime(2024, 3, 1),
                "revenue": revenue,
                "units_sold": 1,
                "product_category": "Books",
                "region": region,
                "order_id": f"O{revenue}",
                "product": product,
            }
            for region, product, revenue in (
                ("North", "Atlas", 1),
                (" NORTH", "Novel", 2),
                ("South", "Atlas", 4),
                ("SOUTH ", "Secret", 8),
            )
        ]
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(schema_of(engine).sales_data), rows)
    with any_servers.serving(url, NOTHING, model="omnichannel", **LOCKED) as client:
        metadata = tuple(bearer(token(scope=NORTH)))
        asked = {**SPAN, "group_by": ["product"]}
        by_product = client.data.Query(QueryRequest(**asked), metadata=metadata)
        found = {row.values[0].string_value: row.values[1].number_value for row in by_product.rows}
        assert found == {"Atlas": 1, "Novel": 2}
        listed = client.data.ListRows(ListRowsRequest(**SPAN), metadata=metadata)
        assert [row.revenue for row in listed.rows] == [1, 2]
        of_novels = client.data.Query(QueryRequest(**SPAN, filter=["product:Novel"]), metadata=metadata)
        assert of_novels.rows[0].values[0].number_value == 2
        with pytest.raises(grpc.RpcError) as told:
            client.data.Query(QueryRequest(**SPAN, filter=["product:Secret"]), metadata=metadata)
        assert "Known: Atlas, Novel" in violations(told.value)["filter"]
        # Without a scope a filter is as exact.
        north = client.data.Query(QueryRequest(**asked, region=["North"]), metadata=tuple(bearer(token())))
        assert {row.values[0].string_value for row in north.rows} == {"Atlas", "Novel"}
