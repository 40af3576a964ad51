"""Swagger UI works without internet."""

import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.gateway.stack import Gateway

from bi_gateway.api import Api
from bi_gateway.pages import SWAGGER_UI_FILES

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")


class References(HTMLParser):
    """Collects what a page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self.found += [value for name, value in attrs if name in ("src", "href") and value]


def test_the_page_loads_nothing_from_outside(gateway: Gateway) -> None:
    page = gateway.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    references = References()
    references.feed(page.text)
    kinds = SWAGGER_UI_FILES | {"start.js": "text/javascript; charset=utf-8"}
    assert set(references.found) == {f"/docs/{name}" for name in kinds}
    assert not re.findall(r"https?://", page.text)
    for path in references.found:
        answer = gateway.get(path)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == kinds[path.rpartition("/")[2]]
    styles = gateway.get("/docs/swagger-ui.css").text
    assert not re.findall(r"@import|url\((?!['\"]?data:)", styles)


def test_the_page_shows_every_route_in_a_browser_without_network(gateway: Gateway, tmp_path: Path) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        assert not os.environ.get("CI"), f"CI must have one of {', '.join(BROWSERS)}"
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    offline = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--dump-dom"]
    command += [f"--user-data-dir={tmp_path}", f"--host-resolver-rules={offline}", "--virtual-time-budget=20000"]
    url = f"http://127.0.0.1:{gateway.http_port}/docs"
    shown = subprocess.run([*command, url], capture_output=True, text=True, timeout=120, check=True).stdout
    for route in Api.load().routes:
        assert f'id="operations-{route.service}-{route.rpc.name}"' in shown
    assert "Failed to load" not in shown
