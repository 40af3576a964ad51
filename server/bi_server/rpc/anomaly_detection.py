"""The anomalies of a selection, found once for each snapshot of the data: of its total, and of its large segments."""

from dataclasses import replace

from bi_server.analysis.anomalies import Anomaly, Detection, detect_anomalies
from bi_server.analysis.metrics import FORECAST_METRICS, METRICS
from bi_server.analysis.periods import MAX_YEARS, Days
from bi_server.rpc import series
from bi_server.rpc.holiday_calendar import Holidays
from bi_server.rpc.repeated_rows import no_rows, row_check
from bi_server.store.cube import Cube, Selection

DEFAULT_SENSITIVITY = 0.5
MAX_HISTORY_DAYS = 3653  # the last ten years: older days tell nothing about a business of today
ADDITIVE = tuple(m for m in FORECAST_METRICS if METRICS[m].additive)


def detection(
    cube: Cube, chosen: Selection, metric: str, sensitivity: float, holidays: Holidays
) -> tuple[Detection, Days]:
    """What stands out in the total of all of the history, and which days that is; no range plays a part.

    Raises InsufficientHistory.
    """

    def compute() -> tuple[Detection, Days]:
        whole = series.history(cube, chosen)
        days = Days(max(whole.start, whole.end - MAX_HISTORY_DAYS + 1), whole.end)
        names = holidays(days.dates[0], MAX_YEARS + 1)
        y = series.daily(cube, chosen, metric, days)
        check = row_check(cube, chosen) if metric in ADDITIVE else no_rows
        found = detect_anomalies(y, sensitivity=sensitivity, holidays=names, check_rows=check)
        return found, days

    return cube.remember(("anomalies", chosen, metric, sensitivity), compute)


def whole_view(
    cube: Cube, chosen: Selection, metric: str, sensitivity: float, holidays: Holidays
) -> tuple[tuple[Anomaly, ...], Days]:
    """All events of a selection, oldest first, and the days they were looked for in: the whole history.

    Where nothing is filtered these are the anomalies of the total, whose `segment` is empty, and those of a category
    or region with a tenth of the metric or more, whose `segment` names it (`{"region": "North"}`). An incident that
    the total tells as well is told once, by the total. Under a filter they are the anomalies of `detection`. Values
    of an event are those of its segment: ask for its causes within `part(cube, chosen, anomaly)`.

    Raises InsufficientHistory.
    """
    found, days = detection(cube, chosen, metric, sensitivity, holidays)
    return found.anomalies, days


def part(cube: Cube, chosen: Selection, anomaly: Anomaly) -> Selection:
    """What the values of an anomaly found in `chosen` are of: its segment, or `chosen` itself."""
    segment = anomaly.segment
    if "category" in segment:
        chosen = replace(chosen, categories=(cube.categories.index(segment["category"]),))
    if "region" in segment:
        chosen = replace(chosen, regions=(cube.regions.index(segment["region"]),))
    return chosen
