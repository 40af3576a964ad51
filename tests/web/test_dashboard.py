"""What the dashboard shows is what the API says, whatever is clicked."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.gateway.stack import Gateway
from tests.web.conftest import until_kpi_is

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

PATIENCE_MS = 60_000
REVENUE = '[data-kpi="total_revenue"] [data-value]'
SEVERE = {"serious", "critical"}


def kpis(shop: Gateway, **query: str) -> dict[str, Any]:
    answer = shop.client.get("/api/dashboard/kpis", params={"range": "last_30_days", **query})
    return {kpi["id"]: kpi for kpi in answer.json()}


def until_revenue_is(page: "Page", value: float) -> None:
    until_kpi_is(page, "total_revenue", value)


def test_a_browser_is_led_to_the_dashboard_and_others_get_json(page: "Page", shop: Gateway) -> None:
    page.goto("/")
    assert page.url.endswith("/app/")
    page.wait_for_selector(REVENUE)
    assert shop.client.get("/").json()["message"]
    assert shop.client.get("/app", follow_redirects=False).headers["location"] == "/app/"


def test_the_figures_are_those_of_the_api_in_the_reader_s_locale(
    page: "Page", browser: "Browser", shop: Gateway
) -> None:
    expected = kpis(shop)
    page.goto("/app/")
    until_revenue_is(page, expected["total_revenue"]["value"])
    shown = page.eval_on_selector_all(
        "[data-kpi]",
        "cards => cards.map(card => [card.dataset.kpi, card.querySelector('[data-value]')?.dataset.value])",
    )
    assert {name: float(value) for name, value in shown} == {name: kpi["value"] for name, kpi in expected.items()}
    assert page.inner_text(REVENUE) == f"${expected['total_revenue']['value']:,.0f}"
    german = browser.new_context(base_url=page.url, locale="de-DE").new_page()
    german.set_default_timeout(PATIENCE_MS)
    german.goto("/app/")
    german.wait_for_selector(REVENUE)
    assert german.inner_text(REVENUE) == f"{expected['total_revenue']['value']:,.0f}".replace(",", ".") + "\xa0$"
    german.context.close()


def test_a_click_filters_everything_and_back_takes_it_back(page: "Page", shop: Gateway) -> None:
    whole, books = kpis(shop), kpis(shop, category="Books")
    page.goto("/app/")
    page.get_by_role("region", name="Category").get_by_role("button", name="Books").click()
    until_revenue_is(page, books["total_revenue"]["value"])
    assert "filter=category%3ABooks" in page.url
    region = page.get_by_role("region", name="Region")
    answer = shop.client.get("/api/dashboard/summary", params={"range": "last_30_days", "category": "Books"})
    for part in answer.json()["regional_performance"]:
        region.get_by_text(
            f"${part['revenue']:,.2f}" if part["revenue"] < 1000 else f"${part['revenue']:,.0f}"
        ).wait_for()
    page.go_back()
    until_revenue_is(page, whole["total_revenue"]["value"])
    page.go_forward()
    until_revenue_is(page, books["total_revenue"]["value"])
    page.reload()
    until_revenue_is(page, books["total_revenue"]["value"])
    page.get_by_role("button", name="Clear all").click()
    until_revenue_is(page, whole["total_revenue"]["value"])


def test_rows_and_drivers_add_up_to_the_figures(page: "Page", shop: Gateway) -> None:
    expected = kpis(shop, category="Books")["total_revenue"]
    page.goto("/app/?filter=category:Books&open=rows")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text(f"${expected['value']:,.2f}").first.wait_for()
    page.keyboard.press("Escape")
    dialog.wait_for(state="detached")
    assert "open=" not in page.url
    split = page.get_by_role("region", name="Why revenue changed").get_by_role("img")
    assert (split.get_attribute("aria-label") or "").endswith(f"Now ${expected['value']:,.0f}")


def test_an_insight_is_shown_in_the_chart_with_its_facts(page: "Page") -> None:
    page.goto("/app/?start_date=2024-08-01&end_date=2024-08-31")
    record = page.get_by_role("listitem").filter(has_text="best day since")
    record.get_by_text("Evidence").click()
    assert "$16,542.39" in record.get_by_role("table").inner_text()
    record.get_by_role("button", name="Show in chart").click()
    page.wait_for_selector("rect.shown", state="attached")
    assert "show=2024-08-20" in page.url


def test_what_fell_out_is_marked_and_read_by_the_keyboard(page: "Page") -> None:
    page.goto("/app/?start_date=2024-08-01&end_date=2024-08-31")
    page.wait_for_selector('[data-mark="2024-08-20"]', state="attached")
    chart = page.get_by_role("img", name="Revenue by day")
    chart.focus()
    for key in ["Home", *["ArrowRight"] * 19]:
        chart.press(key)
    reading = page.locator(".tooltip").inner_text()
    assert "Aug 20, 2024" in reading
    assert "845% above what was expected" in reading


def test_what_the_api_refuses_is_told_and_left_by_a_button(page: "Page", shop: Gateway) -> None:
    page.goto("/app/?range=mtx")
    assert "'mtx' is not known; use one of" in page.get_by_role("alert").inner_text()
    page.get_by_role("button", name="Back to the default view").click()
    until_revenue_is(page, kpis(shop)["total_revenue"]["value"])


def test_what_is_looked_at_is_downloaded(page: "Page", shop: Gateway) -> None:
    page.goto("/app/?filter=category:Books&compare=previous_year")
    page.get_by_role("button", name="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Key figures as CSV").click()
    query = {"range": "last_30_days", "compare": "previous_year", "filter": "category:Books"}
    expected = shop.client.get("/api/reports/kpis.csv", params=query)
    assert download.value.path().read_bytes() == expected.content
    assert download.value.suggested_filename in expected.headers["content-disposition"]
    page.route("**/api/reports/**", lambda route: route.abort())
    page.get_by_role("button", name="The whole screen as PDF").click()
    page.get_by_role("alert").get_by_text("The server cannot be reached").wait_for()


def test_without_a_server_the_page_says_so_and_comes_back(page: "Page", shop: Gateway) -> None:
    page.route("**/api/**", lambda route: route.abort())
    page.goto("/app/")
    assert "The server cannot be reached" in page.get_by_role("alert").inner_text()
    page.unroute("**/api/**")  # nobody clicks: what has failed is asked again in a while
    until_revenue_is(page, kpis(shop)["total_revenue"]["value"])


def test_try_again_asks_at_once(page: "Page", shop: Gateway) -> None:
    failures = Counter[str]()

    def fail(route: "Route") -> None:
        failures[route.request.url] += 1
        # The error is told after four failures; the last one asks for an hour's patience.
        later = {"retry-after": "3600"} if failures[route.request.url] == 4 else {}
        route.fulfill(status=503, headers=later)

    page.route("**/api/**", fail)
    page.goto("/app/")
    page.get_by_role("alert").get_by_text("The server answered 503").wait_for()
    page.wait_for_timeout(1000)  # for the metadata to have failed as often
    page.unroute("**/api/**")
    page.get_by_role("button", name="Try again").click()
    until_revenue_is(page, kpis(shop)["total_revenue"]["value"])


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_days_are_the_same_in_every_time_zone(browser: "Browser", shop: Gateway, zone: str) -> None:
    url = f"http://127.0.0.1:{shop.http_port}"
    page = browser.new_context(base_url=url, timezone_id=zone, locale="en-US").new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto("/app/?range=mtd")
    page.get_by_text(re.compile(r"^Dec 1\W+31, 2024$")).first.wait_for()
    chart = page.get_by_role("img", name="Revenue by day, Dec 1 to Dec 31")
    chart.focus()
    chart.press("Home")
    assert "Sun, Dec 1, 2024" in page.locator(".tooltip").inner_text()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_assistive_technology_finds_no_serious_fault(page: "Page", scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.emulate_media(color_scheme=scheme)
    page.goto("/app/?filter=category:Books")
    page.wait_for_selector(REVENUE)
    page.wait_for_selector("[aria-busy=true]", state="detached")
    page.wait_for_selector(".bone", state="detached")
    faults = [fault for fault in axe.run(page).response["violations"] if fault["impact"] in SEVERE]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]][:3]) for fault in faults] == []


def test_what_lies_before_the_data_is_not_compared_with(page: "Page") -> None:
    page.goto("/app/?range=all")
    drivers = page.get_by_role("region", name="Why revenue changed")
    drivers.get_by_text("nothing to compare with").wait_for()
    assert drivers.get_by_role("img").count() == 0
    page.locator(".legend .key.forecast").wait_for()
    assert page.locator(".legend .key.compare").count() == 0
