"""Who is not known signs in; tokens are exchanged in time, and gone with the sign-out."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway
from tests.rpc.callers import SECRET, token

from bi_gateway.pages import has_app
from bi_server.access import users
from bi_server.store.engine import opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

PASSWORD = "correct horse battery staple"
REVENUE = '[data-kpi="total_revenue"] [data-value]'
REFRESH = "**/api/auth/refresh"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A locked product with the user ann."""
    if not has_app():
        pytest.skip("the dashboard is not built: `make setup` does it where Node.js is there")
    folder = tmp_path_factory.mktemp("server")
    with ExitStack() as running:
        port = running.enter_context(stack.server(folder, auth_secret=SECRET, auth_api_keys=True))
        with opened(f"sqlite:///{folder}/bi.db") as engine:
            users.add(engine, "ann", "viewer", PASSWORD)
        gateway = stack.envoy(tmp_path_factory.mktemp("gateway"), port, auth_secret=SECRET, auth_api_keys=True)
        yield running.enter_context(gateway)


def sign_in(page: "Page", password: str = PASSWORD) -> None:
    page.goto("/app/")
    page.get_by_label("User").fill("ann")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def session(page: "Page") -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(page.evaluate("sessionStorage.getItem('bi.session')") or "{}")
    return kept


def test_a_user_signs_in_and_out(page: "Page") -> None:
    sign_in(page)
    page.wait_for_selector(REVENUE)
    assert page.evaluate("localStorage.length") == 0
    assert page.context.cookies() == []
    page.get_by_role("button", name="Sign out ann").click()
    page.get_by_label("Password").wait_for()
    assert session(page) == {}
    assert page.locator(REVENUE).count() == 0


def test_a_wrong_password_is_told(page: "Page") -> None:
    sign_in(page, "a wrong password")
    page.get_by_role("alert").get_by_text("password").wait_for()
    assert session(page) == {}


def test_a_token_that_ends_is_exchanged_before_it_does(page: "Page") -> None:
    sign_in(page)
    page.wait_for_selector(REVENUE)
    before = session(page)
    page.evaluate(
        "kept => sessionStorage.setItem('bi.session', JSON.stringify({...kept, until: Date.now() + 1000}))", before
    )
    with page.expect_response(REFRESH) as refreshed:
        page.reload()
    assert refreshed.value.status == 200
    page.wait_for_selector(REVENUE)
    assert session(page)["refreshToken"] != before["refreshToken"]


def test_many_requests_with_a_refused_token_exchange_it_once(page: "Page") -> None:
    sign_in(page)
    page.wait_for_selector(REVENUE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/auth/refresh" in request.url else None)
    page.evaluate(
        "kept => sessionStorage.setItem('bi.session', JSON.stringify({...kept, credential: 'a.b.c'}))", session(page)
    )
    page.reload()
    page.wait_for_selector(REVENUE)
    page.get_by_role("region", name="Category").get_by_role("button").first.wait_for()
    assert len(asked) == 1


def test_a_duplicated_tab_goes_on_with_the_same_sign_in(page: "Page") -> None:
    sign_in(page)
    page.wait_for_selector(REVENUE)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url) if "/auth/refresh" in request.url else None)
    page.evaluate(
        "kept => sessionStorage.setItem('bi.session', JSON.stringify({...kept, until: Date.now() + 1000}))",
        session(page),
    )
    with page.context.expect_page() as opened:
        page.evaluate("open(location.href)")  # with a copy of sessionStorage, as a duplicated tab has
    tabs = (page, opened.value)
    page.reload()
    for tab in tabs:
        tab.wait_for_selector(REVENUE)
    assert len(asked) == 1, "a token that is sent twice ends the sign-in"
    assert session(page) == session(opened.value)
    opened.value.get_by_role("button", name="Sign out ann").click()
    for tab in tabs:
        tab.get_by_label("Password").wait_for()


def test_a_sign_in_that_is_over_asks_for_the_password(page: "Page") -> None:
    sign_in(page)
    page.wait_for_selector(REVENUE)
    page.evaluate(
        """kept => sessionStorage.setItem('bi.session',
        JSON.stringify({...kept, credential: 'a.b.c', refreshToken: 'none'}))""",
        session(page),
    )
    page.reload()
    page.get_by_label("Password").wait_for()
    assert session(page) == {}


def test_a_token_of_somebody_else_is_taken_too(page: "Page") -> None:
    page.goto("/app/")
    page.get_by_text("With an API key or a token").click()
    page.get_by_label("API key or token").fill(token())
    page.get_by_role("button", name="Enter").click()
    page.wait_for_selector(REVENUE)
    page.get_by_role("button", name="Sign out").wait_for()


def test_the_page_that_asks_who_it_is_has_no_serious_fault(page: "Page") -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.goto("/app/")
    page.get_by_label("Password").wait_for()
    faults = [fault for fault in axe.run(page).response["violations"] if fault["impact"] in {"serious", "critical"}]
    assert [fault["id"] for fault in faults] == []
