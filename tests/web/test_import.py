"""Files dropped on the dashboard: what was understood is shown before they are taken, and they can be taken back."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway
from tests.web.conftest import until_kpi_is

from bi_gateway.pages import has_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

HEADER = "date,revenue,units_sold,product_category,region,order_id,customer_id\n"
ROWS = "2024-12-31,1000.25,2,Books,North,WEB-1,C1\n2024-12-31,2000.50,1,Toys,Islands,WEB-2,C2\n"
MORE = "2024-12-30,77.00,1,Books,North,WEB-3,C3\n"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """An empty store of its own, for it changes."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    settings = {"snapshot_interval_seconds": 0, "sample_records": 0}
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server"), **settings))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


def drop(page: "Page", **files: str) -> None:
    made = """files => { const moved = new DataTransfer();
        for (const [name, text] of Object.entries(files)) moved.items.add(new File([text], name + ".csv"));
        return moved; }"""
    page.dispatch_event("body", "drop", {"dataTransfer": page.evaluate_handle(made, files)})


def imported(shop: Gateway) -> list[str]:
    """Names of the files that were taken and not undone."""
    imports = shop.client.get("/api/data/imports").json()["imports"]
    return [record["file_name"] for record in imports if "undone" not in record]


def undo_all(shop: Gateway) -> None:
    for record in shop.client.get("/api/data/imports").json()["imports"]:
        if "undone" not in record:
            shop.client.delete(f"/api/data/imports/{record['import_id']}").raise_for_status()


def test_an_empty_store_invites_a_file_which_is_shown_taken_and_taken_back(page: "Page", shop: Gateway) -> None:
    page.goto("/app/")
    invitation = page.get_by_role("region", name="No data yet")
    invitation.get_by_text("From a terminal instead").click()
    assert "bi-server import sales.csv" in invitation.inner_text()
    drop(page, sales=HEADER + ROWS)
    window = page.get_by_role("dialog", name="Import")
    window.get_by_text("2 rows read: 2 new").wait_for()
    assert "$3,000.75" in window.inner_text()
    assert imported(shop) == [], "nothing is taken yet"
    window.get_by_role("button", name="Import 2 rows").click()
    window.get_by_text("2 rows taken").wait_for()
    window.get_by_role("button", name="Close").click()
    until_kpi_is(page, "total_revenue", 3000.75)
    page.get_by_role("region", name="Category").get_by_role("button", name="Toys").wait_for()
    page.get_by_role("button", name="Import", exact=True).click()
    window.get_by_role("button", name="Undo the import of sales.csv").click()
    assert imported(shop) == ["sales.csv"], "it was not said for sure yet"
    window.get_by_role("button", name="Take its rows back").click()
    window.get_by_text("2 rows taken back").wait_for()
    assert imported(shop) == []
    window.get_by_role("button", name="Close").click()
    invitation.wait_for()


def test_of_several_files_those_that_could_be_read_are_taken(page: "Page", shop: Gateway) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto("/app/?open=import")
    window = page.get_by_role("dialog", name="Import")
    window.get_by_role("button", name="Close").wait_for()
    drop(page, one=HEADER + ROWS, two="colour,taste\nred,sweet\n", three=HEADER + MORE)
    refused = window.get_by_role("listitem", name="two.csv")
    assert "region: the file has no such column" in refused.get_by_role("alert").inner_text()
    window.get_by_role("listitem", name="three.csv").get_by_text("1 row read: 1 new").wait_for()
    faults = [fault for fault in axe.run(page).response["violations"] if fault["impact"] in {"serious", "critical"}]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in faults] == []
    window.get_by_role("button", name="Import 3 rows of 2 files").click()
    for name in ("one.csv", "three.csv"):
        window.get_by_role("listitem", name=name).get_by_text(re.compile("rows? taken")).wait_for()
    assert imported(shop) == ["three.csv", "one.csv"]
    refused.get_by_label("Columns, one a line").fill("product_category=taste")
    refused.get_by_label("Fixed").fill("region=UK\nrevenue=5\nunits_sold=1\ndate=2024-12-31")
    refused.get_by_role("button", name="Read again").click()
    refused.get_by_text("1 row read: 1 new").wait_for()
    window.get_by_role("button", name="Import 1 row").click()
    refused.get_by_text("1 row taken").wait_for()
    window.get_by_role("button", name="Close").click()
    until_kpi_is(page, "total_revenue", 3082.75)
    undo_all(shop)


def test_the_rows_that_an_import_did_not_take_are_downloaded(page: "Page", shop: Gateway) -> None:
    wrong = "2024-02-30,12.00,1,Books,North,WEB-4,C4\n"
    query = {"file_name": "partly.csv", "max_rejects": "1"}
    headers = {"content-type": "text/csv"}
    taken = shop.client.post("/api/data/import", params=query, content=HEADER + MORE + wrong, headers=headers).json()
    assert (taken["inserted"], taken["rejected"]) == (1, 1)
    page.goto("/app/?open=import")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the rows of partly.csv that were not taken").click()
    expected = shop.client.get(f"/api/data/imports/{taken['import_id']}/rejects.csv")
    assert "2024-02-30" in expected.text
    assert download.value.path().read_bytes() == expected.content
    undo_all(shop)
