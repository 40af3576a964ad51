"""Files by HTTP and by gRPC, into a store of their own."""

import csv
import gzip
import io
import socket
from collections.abc import Iterator
from datetime import date
from typing import Any

import grpc
import httpx
import pytest
from google.api.httpbody_pb2 import HttpBody
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, Gateway
from tests.ingest.workbooks import xlsx

from bi.v1.dashboard_pb2 import GetKpisRequest
from bi.v1.dashboard_pb2_grpc import DashboardServiceStub
from bi.v1.data_pb2 import ImportFileRequest
from bi.v1.data_pb2_grpc import DataServiceStub

HEAD = "date,revenue,units_sold,product_category,region,customer_id,order_id\n"
CSV = {"content-type": "text/csv"}


def rows(first: int, count: int) -> bytes:
    """A file of distinct orders over a hundred days of 2025."""
    lines = (
        f"2025-0{1 + i % 3}-{10 + i % 18},{i % 97}.50,1,Books,North,C{i % 50},I{i}" for i in range(first, first + count)
    )
    return (HEAD + "\n".join(lines) + "\n").encode()


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    folder = tmp_path_factory.mktemp("import")
    with stack.server(folder) as port, stack.envoy(folder, port) as running_gateway:
        assert running_gateway.get("/health").status_code == 200
        yield running_gateway


def post(gateway: Gateway, body: bytes, query: str = "", **headers: str) -> httpx.Response:
    return gateway.client.post(f"/api/data/import{query}", content=body, headers={**CSV, "origin": ORIGIN, **headers})


def version(gateway: Gateway) -> int:
    return int(gateway.get("/api/metadata").json()["data_version"])


def test_a_file_is_taken_in_once_and_seen_at_once(gateway: Gateway) -> None:
    body = rows(0, 300) + b"2025-01-10,much,1,Books,North,C1,bad\n"
    before = version(gateway)
    dry = post(gateway, body, "?dry_run=true").json()
    assert (dry["import_id"], dry["inserted"], version(gateway)) == (0, 300, before)
    answer = post(gateway, body, "?file_name=january.csv")
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    done = answer.json()
    assert (done["rows_read"], done["inserted"], done["skipped"], done["rejected"]) == (301, 300, 0, 1)
    assert done["first_rejects"][0] | {"reason": ""} == {
        "line": 302,
        "column": "revenue",
        "value": "much",
        "reason": "",
        "file": "",
    }
    assert version(gateway) == done["data_version"] > before
    kpis = gateway.get("/api/dashboard/kpis?start_date=2025-01-01&end_date=2025-03-31").json()
    assert next(kpi["value"] for kpi in kpis if kpi["id"] == "orders") == 300
    again = post(gateway, body).json()
    assert (again["inserted"], again["skipped"], again["repeats"]) == (0, 300, done["import_id"])


def test_the_answer_says_how_the_file_was_read(gateway: Gateway) -> None:
    body = (
        b"Order Date,Amount,units,category,region,OrderID\n13/01/2025,10.50,1,Books,North,T1\n14/01/2025,-,2,Toys,,\n"
    )
    query = {"map": "revenue=Amount", "set": "region=South", "dry_run": "true"}
    answer = gateway.client.post("/api/data/import", params=query, content=body, headers=CSV).json()
    told = answer["understood"]
    assert [(c["target"], c["source"], c["how"]) for c in told["columns"]] == [
        ("date", "Order Date", "named alike"),
        ("revenue", "Amount", "mapped"),
        ("units_sold", "units", "named alike"),
        ("product_category", "category", "named alike"),
        ("region", "region", "named alike"),
        ("customer_id", "", "missing"),
        ("order_id", "OrderID", "named alike"),
    ]
    assert (told["date_example"], told["date_read"]) == ("13/01/2025", "2025-01-13")
    assert told["range"] == {"start_date": "2025-01-13", "end_date": "2025-01-13"}
    assert (told["rows"], told["orders"], answer["rejected"]) == (1, 1, 1)
    unrounded = {"rounded_rows": 0, "rounding": 0}
    assert told["sums"] == [
        {"measure": "revenue", "sum": 10.5, "format": "currency", **unrounded},
        {"measure": "units_sold", "sum": 1, "format": "number", **unrounded},
    ]
    assert told["dimensions"][0] == {"name": "product_category", "distinct": 1, "values": ["Books"]}
    assert any("%d/%m/%Y" in guess for guess in told["guessed"])


def test_what_differs_is_refused_until_told(gateway: Gateway) -> None:
    sale = HEAD.encode() + b"2025-02-01,100,1,Books,North,C1,M1\n"
    refund = HEAD.encode() + b"2025-03-01,-40,-1,Books,North,C1,M1\n"
    assert post(gateway, sale).json()["inserted"] == 1
    answer = post(gateway, refund)
    assert answer.status_code == 400
    assert "order M1: date 2025-02-01 there, 2025-03-01 here" in answer.json()["message"]
    added = post(gateway, refund, "?on_duplicate=append").json()
    assert (added["inserted"], added["appended"]) == (1, 1)
    with grpc.insecure_channel(f"127.0.0.1:{gateway.grpc_port}") as channel:
        request = ImportFileRequest(file=HttpBody(data=refund, content_type="text/csv"), on_duplicate="append")
        again = DataServiceStub(channel).ImportFile(iter([request]))
    assert (again.inserted, again.skipped, again.same) == (0, 1, 1)


def test_a_file_that_is_mostly_wrong_is_no_success(gateway: Gateway) -> None:
    before = version(gateway)
    body = rows(0, 1) + b"2025-01-10,much,1,Books,North,C1,x\n" * 2
    answer = post(gateway, body)
    assert answer.status_code == 400
    assert "2 of 3 rows cannot be taken" in answer.json()["message"]
    assert "line 3: revenue 'much'" in answer.json()["message"]
    assert version(gateway) == before
    assert post(gateway, body, "?max_rejects=90%25&dry_run=true").json()["rejected"] == 2


def test_a_file_may_be_larger_than_any_other_request(gateway: Gateway) -> None:
    body = rows(10_000, 120_000)
    assert len(body) > 4 * 2**20
    assert post(gateway, body).json()["inserted"] == 120_000
    assert post(gateway, gzip.compress(body), **{"content-type": "application/gzip"}).json()["skipped"] == 120_000


def test_columns_are_mapped_by_parameters(gateway: Gateway) -> None:
    body = b"Day;Amount;Pieces;Kind\n31.12.2024;1.234,50;2;Toys\n"
    query = {
        "map": ["date=Day", "revenue=Amount", "units_sold=Pieces", "product_category=Kind"],
        "set": ["region=West"],
        "decimal_comma": "true",
        "dry_run": "true",
    }
    answer = gateway.client.post("/api/data/import", params=query, content=body, headers=CSV)
    assert answer.json()["inserted"] == 1, answer.text


@pytest.mark.parametrize(
    ("body", "query", "content_type", "named"),
    [
        (rows(0, 1), "", "text/plain", "content-type"),
        (rows(0, 1), "", "application/x-www-form-urlencoded", "content-type"),
        (rows(0, 1), "", "multipart/form-data", "content-type"),
        (rows(0, 1), "", "multipart/form-data; boundary=abc", "file"),
        (b"--abc\r\n\r\nx\r\n--abc--\r\n", "", "multipart/form-data; boundary=abc", "file"),
        (rows(0, 1), "?profile=../../etc/passwd", "text/csv", "profile"),
        (rows(0, 1), "?where=x", "text/csv", "where"),
        (rows(0, 1), "?table=customers", "text/csv", "table"),
        (rows(0, 1), "?on_duplicate=merge", "text/csv", "on_duplicate"),
        (rows(0, 1), "?map=profit=revenue", "text/csv", "map"),
        (rows(0, 1), "?map=revenue", "text/csv", "map"),
        (b"", "", "text/csv", "file"),
    ],
)
def test_what_cannot_be_read_is_named_and_changes_nothing(
    gateway: Gateway, body: bytes, query: str, content_type: str, named: str
) -> None:
    before = version(gateway)
    answer = post(gateway, body, query, **{"content-type": content_type})
    assert answer.status_code == 400
    assert [v["field"] for v in answer.json()["details"][0]["field_violations"]] == [named]
    assert answer.headers["access-control-allow-origin"] == ORIGIN
    assert version(gateway) == before


def test_a_dropped_connection_leaves_the_store_as_it_was(gateway: Gateway) -> None:
    before = version(gateway)
    body = rows(500_000, 2_000)
    with socket.create_connection(("127.0.0.1", gateway.http_port)) as connection:
        head = [
            "POST /api/data/import HTTP/1.1",
            "host: localhost",
            "content-type: text/csv",
            f"content-length: {len(body)}",
        ]
        connection.sendall("\r\n".join([*head, "", ""]).encode() + body[: len(body) // 2])
    assert gateway.get("/health").status_code == 200
    assert version(gateway) == before
    assert post(gateway, body, "?dry_run=true").json()["inserted"] == 2_000


@pytest.mark.parametrize(
    ("origin", "host", "may"),
    [
        (ORIGIN, "localhost", True),
        (None, "127.0.0.1:8000", True),
        ("http://localhost:8000", "localhost:8000", True),  # the pages of the gateway itself
        ("https://evil.example", "localhost", False),
        ("null", "localhost", False),
        (ORIGIN, "evil.example", False),
        ("http://evil.example", "evil.example", False),  # a name that its owner lets stand for this machine
        (None, "evil.example", False),
    ],
)
@pytest.mark.parametrize("content_type", ["text/csv", "application/octet-stream"])
def test_only_known_pages_may_import(
    gateway: Gateway, origin: str | None, host: str, may: bool, content_type: str
) -> None:
    before = version(gateway)
    headers = {"host": host, "content-type": content_type} | ({"origin": origin} if origin else {})
    answer = gateway.client.post("/api/data/import?again=true", content=rows(950_000, 1), headers=headers)
    assert answer.status_code == (200 if may else 403), answer.text
    if not may:
        assert version(gateway) == before
        assert answer.json()["details"][0]["reason"] == "FORBIDDEN"
        assert "CORS_ORIGINS" in answer.json()["message"] or "ALLOWED_HOSTS" in answer.json()["message"]


def test_grpc_callers_stream_pieces(gateway: Gateway) -> None:
    body = rows(900_000, 1_000)
    pieces = [body[i : i + 10_000] for i in range(0, len(body), 10_000)]
    requests = [ImportFileRequest(file=HttpBody(data=piece)) for piece in pieces]
    requests[0].file.content_type = "text/csv"
    requests[0].file_name = "pieces.csv"
    with grpc.insecure_channel(f"127.0.0.1:{gateway.grpc_port}") as channel:
        answer = DataServiceStub(channel).ImportFile(iter(requests))
    assert (answer.rows_read, answer.inserted) == (1_000, 1_000)


def test_an_error_about_long_names_reaches_the_page(gateway: Gateway) -> None:
    names = ["é" * 45 + str(i) for i in range(25)]
    lines = [f"2025-04-{1 + i:02},1,1,{name},{name},C,L{i}" for i, name in enumerate(names)]
    assert post(gateway, (HEAD + "\n".join(lines) + "\n").encode()).json()["inserted"] == 25
    for name in ("Bocks", names[0] + "x", "ü" * 500, "\U0001f600" * 500):
        days = {"start_date": "2025-04-01", "end_date": "2025-04-30"}
        for field in ("category", "region"):
            answer = gateway.client.get("/api/dashboard/kpis", params={**days, field: name}, headers={"origin": ORIGIN})
            assert answer.status_code == 400, answer.text
            assert answer.headers["access-control-allow-origin"] == ORIGIN
            assert answer.json()["message"].startswith(f"{field}: ")
            assert answer.json()["details"][0]["field_violations"][0]["field"] == field
        with grpc.insecure_channel(f"127.0.0.1:{gateway.grpc_port}") as channel:
            with pytest.raises(grpc.RpcError) as caught:
                DashboardServiceStub(channel).GetKpis(GetKpisRequest(**days, category=[name], region=[name]))
            assert caught.value.code() is grpc.StatusCode.INVALID_ARGUMENT, "it fits what clients take"


def test_the_options_of_reading_are_parameters(gateway: Gateway) -> None:
    text = "Report\n" + HEAD.replace(",", ";") + "3.4.24;1.234,50 \u20ac;1;Cr\u00e8me;S\u00fcd;;opt-1\n"
    query = "?dry_run=true&encoding=cp1252&currency=EUR&date_format=DD.MM.YY&header_line=2&decimal=comma"
    answer = post(gateway, text.encode("cp1252"), query + "&time_zone=Europe/Berlin")
    assert (answer.status_code, answer.json().get("inserted")) == (200, 1), answer.text
    refused = post(gateway, text.encode("cp1252"), "?dry_run=true")
    assert refused.status_code == 400
    assert "declare its encoding" in refused.json()["message"]


def test_a_workbook_is_a_body_too(gateway: Gateway) -> None:
    book = xlsx(Sales=[HEAD.strip().split(","), [date(2025, 1, 10), 1.5, 1, "Books", "North", "C1", "sheet-1"]])
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    answer = post(gateway, book, "?dry_run=true&sheet=Sales", **{"content-type": kind})
    assert (answer.status_code, answer.json().get("inserted")) == (200, 1), answer.text


def test_a_form_may_hold_several_files_and_the_options(gateway: Gateway) -> None:
    files = [("file", (f"{month}.csv", rows(first, 40), "text/csv")) for month, first in (("may", 700), ("june", 740))]
    options: dict[str, Any] = {"set": ["region=West", "product_category=Toys"], "dry_run": "true", "max_rejects": "10%"}
    dry = gateway.client.post("/api/data/import", files=files, data=options, headers={"origin": ORIGIN})
    assert dry.status_code == 200, dry.text
    assert (dry.json()["import_id"], dry.json()["inserted"]) == (0, 80)
    done = gateway.client.post("/api/data/import", files=files).json()
    assert done["inserted"] == 80
    newest = gateway.get("/api/data/imports").json()["imports"][0]
    assert (newest["import_id"], newest["file_name"]) == (done["import_id"], "2 files: may.csv, june.csv")
    assert (newest["inserted"], "undone" in newest) == (80, False)
    for options, named in (
        ({"drop": "1"}, "drop"),
        ({"dry_run": "maybe"}, "dry_run"),
        ({"header_line": "x"}, "header_line"),
    ):
        answer = gateway.client.post("/api/data/import", files=files, data=options)
        assert [v["field"] for v in answer.json()["details"][0]["field_violations"]] == [named]
    foreign = gateway.client.post("/api/data/import", files=files, headers={"origin": "https://evil.example"})
    assert foreign.status_code == 403


def test_an_import_is_undone_by_its_number(gateway: Gateway) -> None:
    done = post(gateway, rows(900, 30)).json()
    path = f"/api/data/imports/{done['import_id']}"
    assert gateway.client.delete(path, headers={"origin": "https://evil.example"}).status_code == 403
    undone = gateway.client.delete(path)
    assert undone.status_code == 200, undone.text
    assert (undone.json()["removed"], undone.json()["restored"]) == (30, 0)
    assert version(gateway) == undone.json()["data_version"] > done["data_version"]
    assert gateway.client.delete(path).status_code == 400  # undone already
    assert gateway.client.delete("/api/data/imports/99999").status_code == 404
    assert gateway.get("/api/data/imports").json()["imports"][0]["undone"].endswith("Z")


def test_all_rejected_rows_of_an_import_are_a_file(gateway: Gateway) -> None:
    wrong = "".join(f'2025-02-0{1 + i % 9},much,{i},"Books, used",North,C1,x{i}\n' for i in range(40))
    done = post(gateway, rows(2000, 50) + wrong.encode() + b"cut,off\n").json()
    assert (done["rejected"], len(done["first_rejects"])) == (41, 20)
    path = f"/api/data/imports/{done['import_id']}"
    answer = gateway.get(f"{path}/rejects.csv")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.headers["content-disposition"] == f'attachment; filename="rejects-{done["import_id"]}.csv"'
    assert answer.headers["cache-control"] == "no-store"
    lines = list(csv.reader(io.StringIO(answer.text, newline="")))
    assert lines[0] == [*HEAD.strip().split(","), "rejected_line", "rejected_column", "rejected_because"]
    expected = ["2025-02-01", "much", "0", "Books, used", "North", "C1", "x0", "52", "revenue"]
    assert lines[1] == [*expected, "is no number with a decimal point"]
    assert (len(lines), [line[6] for line in lines[1:-1]]) == (42, [f"x{i}" for i in range(40)])
    assert lines[-1] == ["cut", "off", *[""] * 5, "92", "", "has 2 fields, not 7 as the header"]
    mended = answer.content.replace(b",much,", b",7,")
    again = post(gateway, mended, "?max_rejects=1").json()
    assert (again["inserted"], again["rejected"], again["understood"]["sums"][0]["sum"]) == (40, 1, 280)

    assert gateway.client.delete(path).status_code == 200
    clean = post(gateway, rows(3000, 2)).json()["import_id"]
    for number, why in ((done["import_id"], "undone"), (clean, "no row"), (99999, "no import")):
        missing = gateway.get(f"/api/data/imports/{number}/rejects.csv")
        assert (missing.status_code, why in missing.json()["message"]) == (404, True)


def test_a_file_without_a_good_row_is_no_success(gateway: Gateway) -> None:
    body = HEAD.encode() + b"2025-01-10,much,1,Books,North,C1,x\n"
    for query in ("?max_rejects=100%25", "?max_rejects=100%25&dry_run=true", "?where=region=South"):
        answer = post(gateway, body, query)
        assert (answer.status_code, "none of the 1 rows" in answer.json()["message"]) == (400, True)
