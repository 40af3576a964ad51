"""A model with dimensions and metrics of its own: the dashboard has them, with the numbers of the API."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway
from tests.web.conftest import until_kpi_is

from bi_gateway.pages import has_app

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The model `omnichannel`, with its sample data."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server"), model="omnichannel"))
        gateway = stack.envoy(tmp_path_factory.mktemp("gateway"), port, model="omnichannel")
        yield running.enter_context(gateway)


def kpis(shop: Gateway, *filters: str) -> dict[str, Any]:
    query: dict[str, Any] = {"range": "last_30_days", "filter": list(filters)}
    return {kpi["id"]: kpi for kpi in shop.client.get("/api/dashboard/kpis", params=query).json()}


def by(shop: Gateway, dimension: str, metric: str, *filters: str, top: int = 0) -> dict[str, float]:
    query: dict[str, Any] = {
        "range": "last_30_days",
        "group_by": dimension,
        "metric": metric,
        "filter": list(filters),
        "top": top,
    }
    return dict(shop.client.get("/api/query", params=query).json()["rows"])


def names(shop: Gateway, dimension: str, search: str) -> list[str]:
    answer = shop.client.get(f"/api/metadata/dimensions/{dimension}/names", params={"search": search})
    return list(answer.json()["names"])


def shown(page: "Page", dimension: str) -> dict[str, str]:
    """The values of a breakdown in full, by name."""
    return dict(
        page.get_by_role("region", name=dimension, exact=True)
        .locator("li")
        .evaluate_all(
            "rows => rows.map(row => [row.querySelector('.name').firstChild.textContent.trim(),"
            " row.querySelector('.value').title])"
        )
    )


def test_the_model_s_kpis_and_breakdowns_are_shown(page: "Page", shop: Gateway) -> None:
    expected = kpis(shop)
    page.goto("/app/")
    until_kpi_is(page, "total_revenue", expected["total_revenue"]["value"])
    cards = page.eval_on_selector_all("[data-kpi]", "cards => cards.map(card => card.dataset.kpi)")
    assert cards == list(expected)
    for dimension, title in {"channel": "Channel", "store": "Store", "product": "Product"}.items():
        page.get_by_role("region", name=title, exact=True).locator("li").first.wait_for()
        top = 8 if dimension == "product" else 0
        values = by(shop, dimension, "revenue", top=top)
        assert shown(page, title) == {name: f"${value:,.2f}" for name, value in values.items()}
        assert sum(values.values()) == pytest.approx(expected["total_revenue"]["value"])


def test_a_click_on_a_channel_filters_everything(page: "Page", shop: Gateway) -> None:
    whole, online = kpis(shop), kpis(shop, "channel:Online")
    assert whole["total_revenue"]["value"] != online["total_revenue"]["value"]
    page.goto("/app/")
    page.get_by_role("region", name="Channel", exact=True).get_by_role("button", name="Online").click()
    for kpi in ("total_revenue", "margin", "discount_rate"):
        until_kpi_is(page, kpi, online[kpi]["value"])
    assert "filter=channel%3AOnline" in page.url
    region = page.get_by_role("region", name="Region", exact=True)
    for value in by(shop, "region", "revenue", "channel:Online").values():
        region.get_by_title(f"${value:,.2f}").wait_for()
    page.get_by_role("button", name="Remove filter Channel: Online").click()
    until_kpi_is(page, "total_revenue", whole["total_revenue"]["value"])


def test_a_name_of_a_wide_dimension_is_found_and_filtered_by(page: "Page", shop: Gateway) -> None:
    page.goto("/app/")
    page.get_by_role("button", name="Product", exact=True).click()
    search = page.get_by_role("searchbox", name="Search Product")
    search.fill("no such thing")
    page.get_by_text("Nothing found").wait_for()
    search.fill("books")
    for name in names(shop, "product", "books"):
        page.get_by_role("checkbox", name=name, exact=True).wait_for()
    assert page.get_by_role("checkbox", name="Electronics Basic").count() == 0
    search.fill("books prem")
    page.get_by_role("checkbox", name="Books Basic").wait_for(state="detached")
    search.press("Enter")
    until_kpi_is(page, "total_revenue", kpis(shop, "product:Books Premium")["total_revenue"]["value"])


def test_a_metric_of_the_model_is_shown_everywhere(page: "Page", shop: Gateway) -> None:
    page.goto("/app/")
    page.locator('[data-kpi="margin"]').click()
    page.get_by_role("img", name="Margin by day").wait_for()
    channel = page.get_by_role("region", name="Channel", exact=True)
    for value in by(shop, "channel", "margin").values():
        channel.get_by_title(f"{value:g}%", exact=True).wait_for()


def test_what_is_left_out_by_a_filter_is_told(page: "Page", shop: Gateway) -> None:
    page.goto("/app/?filter=-channel:Store")
    until_kpi_is(page, "total_revenue", kpis(shop, "-channel:Store")["total_revenue"]["value"])
    page.get_by_role("button", name="Remove filter Channel is not: Store").wait_for()


def test_a_metric_that_a_dimension_has_not_says_why(page: "Page") -> None:
    page.goto("/app/?metric=conversion_rate")
    told = page.get_by_role("region", name="Channel", exact=True).locator(".empty")
    assert "counted by category and region alone" in told.inner_text()
    page.get_by_role("region", name="Category", exact=True).locator("li").first.wait_for()


def test_the_breakdowns_leave_no_holes(page: "Page") -> None:
    page.goto("/app/")
    page.get_by_role("region", name="Product", exact=True).locator("li").first.wait_for()
    for width, rows in ((1280, [3, 2]), (900, [2, 2, 1]), (390, [1, 1, 1, 1, 1])):
        page.set_viewport_size({"width": width, "height": 900})
        found = page.locator(".breakdowns").evaluate(
            """grid => {
                const boxes = [...grid.children].map(panel => panel.getBoundingClientRect());
                const tops = [...new Set(boxes.map(box => box.top))];
                const gap = 16, whole = grid.getBoundingClientRect();
                const covered = boxes.reduce((sum, box) => sum + (box.width + gap) * (box.height + gap), 0);
                return { rows: tops.map(top => boxes.filter(box => box.top === top).length),
                         hole: (whole.width + gap) * (whole.height + gap) - covered };
            }"""
        )
        assert found["rows"] == rows
        assert abs(found["hole"]) < width * 2  # square pixels: less than two lines
