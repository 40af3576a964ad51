"""The documented routes that read data, each with as many different questions as asked for."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from scripts.benchmark.stores import Shape

METRICS = ("revenue", "orders", "units")


class Questions:
    """Draws requests about a store of one shape."""

    def __init__(self, shape: Shape, seed: int) -> None:
        self._shape = shape
        self._random = Random(seed)
        self._first = date.fromisoformat(shape.first_day)
        categories = [f"&category={name.replace(' ', '%20')}" for name in shape.categories]
        self._filters = ["", *categories, *(f"&region={name.replace(' ', '%20')}" for name in shape.regions)]

    def window(self, path: str, length: int | None = None, *, filters: bool = True) -> str:
        """A path with a range of days, and with a filter where `filters`."""
        start, end = self._days(length or self._random.randint(30, 365))
        return f"{path}?start_date={start}&end_date={end}{self._random.choice(self._filters) if filters else ''}"

    def _days(self, length: int) -> tuple[date, date]:
        start = self._first + timedelta(self._random.randint(0, self._shape.days - length))
        return start, start + timedelta(length - 1)

    def comparison(self) -> str:
        (a, b), (c, d) = sorted([self._days(90), self._days(90)], reverse=True)
        return f"/api/analytics/comparison?current_start={a}&current_end={b}&previous_start={c}&previous_end={d}"

    def trends(self) -> str:
        return f"/api/analytics/trends?period={self._random.randint(30, 700)}d&metric={self._random.choice(METRICS)}"

    def forecast(self) -> str:
        metric, some = self._random.choice(METRICS), self._random.choice(self._filters)
        return f"/api/analytics/forecast?periods={self._random.randint(1, 90)}&metric={metric}{some}"

    def chart(self) -> str:
        """About 7,300 points: a year of 20 series by day, or as many days as give that on a larger grid."""
        series = len(self._shape.categories) * len(self._shape.regions)
        return self.window("/api/dashboard/chart-data", round(7300 / series), filters=False)


# Name -> (a question, limits of the 99th percentile in ms: asked for the first time, asked again).
ROUTES: dict[str, tuple[Callable[[Questions], str], float, float]] = {
    "kpis": (lambda q: q.window("/api/dashboard/kpis"), 50, 50),
    "summary": (lambda q: q.window("/api/dashboard/summary"), 50, 50),
    "chart data, 7,300 points": (Questions.chart, 50, 50),
    "comparison": (Questions.comparison, 50, 50),
    "trends": (Questions.trends, 200, 20),
    "forecast": (Questions.forecast, 200, 20),
    "anomalies": (lambda q: q.window("/api/ai/anomalies"), 200, 20),
    "insights": (lambda q: q.window("/api/ai/ai-insights"), 200, 20),
}


def questions(route: str, shape: Shape, count: int, seed: int) -> list[str]:
    """`count` different paths of a route."""
    drawn, found = Questions(shape, seed), dict[str, None]()
    while len(found) < count:
        found[ROUTES[route][0](drawn)] = None
    return list(found)


def kpi_windows(shape: Shape) -> list[str]:
    """Every window of 1 to 120 days once, in random order: more than all rounds can ask."""
    first = date.fromisoformat(shape.first_day)
    paths = [
        f"/api/dashboard/kpis?start_date={first + timedelta(start)}&end_date={first + timedelta(start + length - 1)}"
        for length in range(1, 121)
        for start in range(shape.days - length + 1)
    ]
    Random(1).shuffle(paths)
    return paths


def year_windows(shape: Shape, count: int) -> list[str]:
    """Different windows of 365 days."""
    first = date.fromisoformat(shape.first_day)
    starts = Random(3).sample(range(shape.days - 365 + 1), count)
    return [
        f"/api/dashboard/kpis?start_date={first + timedelta(start)}&end_date={first + timedelta(start + 364)}"
        for start in starts
    ]
