"""New data shows on every open dashboard, without a hand."""

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

ROW = "date,revenue,units_sold,product_category,region,order_id,customer_id\n2024-12-31,{},1,Books,North,{},C1\n"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A store of its own, for it changes."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server"), snapshot_interval_seconds=0))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


def revenue(shop: Gateway) -> float:
    kpis = shop.client.get("/api/dashboard/kpis", params={"range": "last_30_days"}).json()
    return float(kpis[0]["value"])


def import_row(shop: Gateway, amount: float, order: str) -> None:
    body = ROW.format(amount, order)
    answer = shop.client.post("/api/data/import", content=body, headers={"content-type": "text/csv"})
    assert answer.status_code == 200, answer.text


def test_an_import_shows_on_all_open_pages(page: "Page", shop: Gateway) -> None:
    second = page.context.new_page()
    for one in (page, second):
        one.goto("/app/")
        one.get_by_text("Live", exact=True).wait_for()
    before = revenue(shop)
    import_row(shop, 1234.5, "LIVE-1")
    for one in (page, second):
        until_kpi_is(one, "total_revenue", round(before + 1234.5, 2))


def test_where_nothing_is_heard_it_is_asked(page: "Page", shop: Gateway) -> None:
    page.clock.install()
    page.route("**/api/dashboard/stream", lambda route: route.abort())
    page.goto("/app/")
    before = revenue(shop)
    until_kpi_is(page, "total_revenue", before)
    assert page.get_by_text("Live", exact=True).count() == 0
    import_row(shop, 77.25, "LIVE-2")
    page.clock.fast_forward(15_000)
    until_kpi_is(page, "total_revenue", round(before + 77.25, 2))


def test_a_stream_that_ends_is_taken_up_again(page: "Page", shop: Gateway) -> None:
    ended = {"content_type": "text/event-stream", "body": ": this is all\n\n"}
    page.route("**/api/dashboard/stream", lambda route: route.fulfill(**ended))
    page.goto("/app/")
    before = revenue(shop)
    until_kpi_is(page, "total_revenue", before)
    import_row(shop, 11.0, "LIVE-3")
    page.unroute("**/api/dashboard/stream")
    page.get_by_text("Live", exact=True).wait_for()
    until_kpi_is(page, "total_revenue", round(before + 11.0, 2))
