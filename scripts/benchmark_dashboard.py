"""How long a click on the dashboard takes to new numbers: `python scripts/benchmark_dashboard.py [URL]`, of `make run`.

Each click filters by something not asked for before; timed in the page, from the click to the figure on the screen. As
with a hand, the pointer is on the name a moment before.
Takes Chromium, and Playwright to drive it (`.venv/bin/pip install -r tests/web/requirements.txt`).
"""

import random
import shutil
import statistics
import sys

from playwright.sync_api import Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
CLICKS = 40
HOVER_MS = 150  # between reaching a name and clicking on it; a hand takes longer
# Resolves with milliseconds when the value of the first card has changed and was painted.
TIMED_CLICK = """button => new Promise(resolve => {
    const card = document.querySelector("[data-kpi]"), value = () => card.querySelector("[data-value]")?.dataset.value;
    const before = value(), started = performance.now();
    const observer = new MutationObserver(() => {
        if (value() === before) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - started));
    });
    observer.observe(card, {subtree: true, childList: true, attributes: true, characterData: true});
    button.click();
})"""


def click_times(page: Page) -> list[float]:
    """Milliseconds of each click, in a walk over sets of names that comes to none twice."""
    buttons = page.locator(".breakdown button")
    seen, chosen, times = {frozenset[int]()}, set[int](), list[float]()
    while len(times) < CLICKS:
        place = random.randrange(buttons.count())
        following = chosen ^ {place}
        if frozenset(following) in seen:
            continue
        seen.add(frozenset(following))
        chosen = following
        button = buttons.nth(place)
        button.hover()
        page.wait_for_timeout(HOVER_MS)
        times.append(button.evaluate(TIMED_CLICK))
        page.wait_for_selector(".bone, [aria-busy=true]", state="detached")
    return times


def main(url: str) -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=browser, args=FLAGS)
        page = running.new_page(viewport={"width": 1280, "height": 1000})
        # A year of its own makes the questions new to the server, too.
        page.goto(
            f"{url}/app/?start_date=2024-01-{random.randint(1, 28):02}&end_date=2024-12-{random.randint(1, 31):02}"
        )
        page.wait_for_selector(".breakdown button")
        page.wait_for_selector(".bone, [aria-busy=true]", state="detached")
        times = sorted(click_times(page))
        print(
            f"{len(times)} clicks: median {statistics.median(times):.0f} ms, "
            f"90 % within {times[int(len(times) * 0.9)]:.0f} ms, slowest {times[-1]:.0f} ms"
        )
        running.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
