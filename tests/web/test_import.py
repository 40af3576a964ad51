"""A file dropped on the dashboard: what was understood is shown before it is taken, and then the figures have it."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway

from bi_gateway.pages import has_app

if TYPE_CHECKING:
    from playwright.sync_api import Page

HEADER = "date,revenue,units_sold,product_category,region,order_id,customer_id\n"
ROWS = "2024-12-31,1000.25,2,Books,North,WEB-1,C1\n2024-12-31,2000.50,1,Toys,Islands,WEB-2,C2\n"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A store of its own, for it changes."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server"), snapshot_interval_seconds=0))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


def drop(page: "Page", text: str) -> None:
    made = """text => { const moved = new DataTransfer();
        moved.items.add(new File([text], "sales.csv", {type: "text/csv"})); return moved; }"""
    page.dispatch_event("body", "drop", {"dataTransfer": page.evaluate_handle(made, text)})


def revenue(shop: Gateway) -> float:
    kpis = shop.client.get("/api/dashboard/kpis", params={"range": "last_30_days"}).json()
    return float(kpis[0]["value"])


def test_a_dropped_file_is_shown_as_understood_and_then_taken(page: "Page", shop: Gateway) -> None:
    before = revenue(shop)
    page.goto("/app/")
    page.wait_for_selector(f'[data-kpi="total_revenue"] [data-value="{before}"]')
    drop(page, HEADER + ROWS)
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("2 rows read: 2 new").wait_for()
    assert "$3,000.75" in dialog.inner_text()
    assert revenue(shop) == before, "nothing is taken yet"
    dialog.get_by_role("button", name="Import 2 rows").click()
    dialog.get_by_text("2 rows are in").wait_for()
    dialog.get_by_role("button", name="Close").last.click()
    after = round(before + 3000.75, 2)
    page.wait_for_selector(f'[data-kpi="total_revenue"] [data-value="{after}"]')
    assert revenue(shop) == after
    page.get_by_role("region", name="Category").get_by_role("button", name="Toys").wait_for()


def test_a_file_that_cannot_be_read_is_told_with_the_remedy(page: "Page") -> None:
    page.goto("/app/")
    page.wait_for_selector("[data-kpi]")
    drop(page, "colour,taste\nred,sweet\n")
    told = page.get_by_role("dialog").get_by_role("alert").inner_text()
    assert "the file has no such column" in told
    assert page.get_by_role("dialog").get_by_role("button", name="Import", exact=True).is_disabled()
