"""The dashboard as it is served, in a real Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway

from bi_gateway.pages import has_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
# It asks nobody but us, and needs neither a sandbox nor a screen.
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE_MS = 60_000


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """The product with its sample data."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server")))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Of a module, not of the session: while it is open, its event loop is that of the thread."""
    playwright = pytest.importorskip("playwright.sync_api")
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def page(browser: "Browser", shop: Gateway) -> "Iterator[Page]":
    """A page of a fresh profile, in American English. What goes wrong inside it fails the test."""
    context = browser.new_context(base_url=f"http://127.0.0.1:{shop.http_port}", locale="en-US")
    context.set_default_timeout(PATIENCE_MS)
    opened, errors = context.new_page(), list[str]()
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def until_kpi_is(page: "Page", kpi: str, value: float) -> None:
    page.wait_for_selector(f'[data-kpi="{kpi}"] [data-value="{value}"]')
