"""Takes the picture of README from a running product: `python scripts/screenshots.py [URL]`, by default of `make run`.

Takes Chromium, and Playwright to drive it (`.venv/bin/pip install -r tests/web/requirements.txt`).
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).resolve().parent.parent / "docs"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
VIEW = "?start_date=2024-07-10&end_date=2024-12-31&granularity=week"  # of the sample data: it has a bit of everything
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


def main(url: str) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser, args=FLAGS)
        page = running.new_page(viewport={"width": 1280, "height": 1090}, locale="en-US")
        page.goto(f"{url}/app/{VIEW}")
        page.wait_for_selector("[data-mark]", state="attached")
        page.wait_for_selector(".bone, [aria-busy=true]", state="detached")
        page.screenshot(path=DOCS / "dashboard.png", animations="disabled")
        running.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
