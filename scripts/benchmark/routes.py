"""The documented routes that read data, each with as many different questions as asked for."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from scripts.benchmark.stack import DAYS, FIRST_DAY, PRICES, REGIONS

FILTERS = ["", *(f"&category={name.replace(' ', '%20')}" for name in PRICES), *(f"&region={name}" for name in REGIONS)]
METRICS = ("revenue", "orders", "units")


def _window(random: Random, length: int | None = None) -> tuple[str, str]:
    days = length or random.randint(30, 365)
    start = date.fromisoformat(FIRST_DAY) + timedelta(random.randint(0, DAYS - days))
    return str(start), str(start + timedelta(days - 1))


def windows(random: Random, path: str, length: int | None = None, *, filters: bool = True) -> str:
    """A path with a range of days, and with a filter where `filters`."""
    start, end = _window(random, length)
    return f"{path}?start_date={start}&end_date={end}{random.choice(FILTERS) if filters else ''}"


def _comparison(random: Random) -> str:
    (a, b), (c, d) = sorted([_window(random, 90), _window(random, 90)], reverse=True)
    return f"/api/analytics/comparison?current_start={a}&current_end={b}&previous_start={c}&previous_end={d}"


def _trends(random: Random) -> str:
    return f"/api/analytics/trends?period={random.randint(30, 700)}d&metric={random.choice(METRICS)}"


def _forecast(random: Random) -> str:
    return f"/api/analytics/forecast?periods={random.randint(1, 90)}&metric={random.choice(METRICS)}" + random.choice(
        FILTERS
    )


# Name -> (a question, limits of the 99th percentile in ms: asked for the first time, asked again).
ROUTES: dict[str, tuple[Callable[[Random], str], float, float]] = {
    "kpis": (lambda r: windows(r, "/api/dashboard/kpis"), 50, 50),
    "summary": (lambda r: windows(r, "/api/dashboard/summary"), 50, 50),
    "chart data, 7,300 points": (lambda r: windows(r, "/api/dashboard/chart-data", 365, filters=False), 50, 50),
    "comparison": (_comparison, 50, 50),
    "trends": (_trends, 200, 20),
    "forecast": (_forecast, 200, 20),
    "anomalies": (lambda r: windows(r, "/api/ai/anomalies"), 200, 20),
    "insights": (lambda r: windows(r, "/api/ai/ai-insights"), 200, 20),
}


def questions(route: str, count: int, seed: int) -> list[str]:
    """`count` different paths of a route."""
    random, found = Random(seed), dict[str, None]()
    while len(found) < count:
        found[ROUTES[route][0](random)] = None
    return list(found)


def kpi_windows() -> list[str]:
    """Every window of 1 to 100 days once, in random order: more than a run of seconds can ask."""
    first = date.fromisoformat(FIRST_DAY)
    paths = [
        f"/api/dashboard/kpis?start_date={first + timedelta(start)}&end_date={first + timedelta(start + length - 1)}"
        for length in range(1, 101)
        for start in range(DAYS - length + 1)
    ]
    Random(1).shuffle(paths)
    return paths
