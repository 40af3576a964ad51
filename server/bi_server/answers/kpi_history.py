"""KPI history: taking snapshots, and GetKpiHistory."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import date

from bi.v1 import dashboard_pb2 as pb
from bi_server.analysis import calendar_steps, periods
from bi_server.analysis.periods import Days, Granularity
from bi_server.answers import convert, sums
from bi_server.errors import BiError, InvalidInput, StoreUnavailable
from bi_server.semantic.kpis import Kpi, compute_kpis
from bi_server.store import kpi_snapshots
from bi_server.store.cube import Cube
from bi_server.store.engine import settle
from bi_server.store.kpi_snapshots import Entry, History
from bi_server.store.memory import give_back_memory
from bi_server.store.selection import EVERYTHING
from bi_server.store.store import Store

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 2.0  # a dashboard that waits for the server to start comes first
PERIODS: dict[str, Granularity] = {"daily": "day", "weekly": "week", "monthly": "month"}


def snapshot(cube: Cube) -> dict[Entry, float]:
    """Every KPI of every finished period, computed as GetKpis does; what is undefined has no entry."""
    if cube.is_empty:
        return {}
    known = Days(cube.first_day, cube.last_complete_day)
    return {entry: value for period in PERIODS for entry, value in _entries(cube, period, known)}


def _entries(cube: Cube, period: str, begin: Days) -> Iterator[tuple[Entry, float]]:
    """Of the finished periods that begin within some days."""
    known = Days(cube.first_day, cube.last_complete_day)
    for step in () if cube.is_empty else calendar_steps.steps(known, PERIODS[period], cube.model.calendar):
        if step.whole and begin.start <= step.start <= begin.end:
            start = date.fromordinal(step.start)
            for kpi, choice in zip(_kpis(cube, Days(step.start, step.end)), cube.model.kpis, strict=True):
                if kpi.value.value is not None:
                    yield Entry(kpi.id, period, start), convert.rounded(kpi.value.value, choice.shown)


def _kpis(cube: Cube, days: Days) -> list[Kpi]:
    found = sums.sides(cube, EVERYTHING, days)
    return compute_kpis(cube.model, found.asked, found.comparison)


def take(store: Store) -> int:
    """Brings the table up to the newest data. Returns how many rows changed."""
    cube = store.refresh()
    entries = snapshot(cube)
    with store.engine.execution_options(writes=True).begin() as connection:
        changed = kpi_snapshots.replace(connection, entries, cube.version)
    settle(store.engine)
    return changed


async def keep_taking(store: Store, interval_seconds: float) -> None:
    """Takes a snapshot soon, and after that whenever an interval has passed, if the data is newer than the history.

    Several servers over one store look at the same history: what one has taken no other takes.
    """
    await asyncio.sleep(min(interval_seconds, PATIENCE_SECONDS))
    while True:
        try:
            await store.reached()
            cube = store.current() or await store.refreshed()
            if await asyncio.to_thread(kpi_snapshots.version, store.engine) < cube.version:
                changed = await asyncio.to_thread(take, store)
                give_back_memory()
                log.info("KPI history is of data version %d: %d rows changed", cube.version, changed)
        except Exception as error:  # the store is down: the next time may do
            log.warning("no KPI snapshot: %s", error if isinstance(error, BiError) else type(error).__name__)
        await asyncio.sleep(interval_seconds)


def read(request: pb.GetKpiHistoryRequest, cube: Cube, store: Store) -> pb.GetKpiHistoryResponse:
    """The whole answer. Raises InvalidInput for an unknown KPI or period and for bad dates."""
    days = _range(request, cube)
    known = {kpi.id: kpi for kpi in _kpis(cube, days)}
    kpi = known.get(request.kpi.strip().lower())
    if kpi is None:
        raise InvalidInput.of("kpi", f"{request.kpi!r} is not known; use one of {', '.join(known)}")
    period = request.period.strip().lower() or "daily"
    if period not in PERIODS:
        raise InvalidInput.of("period", f"{request.period!r} is not known; use one of {', '.join(PERIODS)}")
    history, reason = _history(kpi.id, period, days, cube, store)
    return pb.GetKpiHistoryResponse(
        kpi=kpi.id,
        title=kpi.title,
        format=kpi.format,
        period=period,
        points=[pb.KpiHistoryPoint(date=start.isoformat(), value=value) for start, value in history.points],
        time_range=convert.time_range(cube, days, bool(history.points)),
        data_version=cube.version,
        snapshot_version=history.version,
        is_current=history.version == cube.version,
        reason=reason,
    )


def _history(kpi: str, period: str, days: Days, cube: Cube, store: Store) -> tuple[History, str]:
    """The periods that begin within some days, and what is to be known of them."""

    def computed() -> History:
        return History(
            [(one.start, value) for one, value in _entries(cube, period, days) if one.kpi == kpi], cube.version
        )

    if cube.within:  # what is recorded is of the whole business
        return cube.remember(("history", kpi, period, days), computed), ""
    try:
        history = store.look_up(lambda: kpi_snapshots.read(store.engine, kpi, period, *days.dates))
    except StoreUnavailable:
        return computed(), "the database is away: computed from the data read before, as it would be recorded"
    starts = [start.toordinal() for start, _ in history.points]
    if any(calendar_steps.unit_start(start, PERIODS[period], cube.model.calendar) != start for start in starts):
        return computed(), "recorded by another calendar: computed anew; run `bi-server snapshot`"
    if history.version != cube.version:
        return history, "the data has changed since the last snapshot; run `bi-server snapshot`, or wait for it"
    return history, ""


def _range(request: pb.GetKpiHistoryRequest, cube: Cube) -> Days:
    """The range asked for; the last ten years of data where a date is left out."""
    last = date.fromordinal(max(cube.last_day, 1))
    end = request.end_date.strip() or (last.isoformat() if not cube.is_empty else "2000-01-01")
    if request.start_date.strip():
        start = request.start_date
    else:
        limit = periods.add_months(periods.parse_date("end_date", end), -12 * periods.MAX_YEARS).toordinal() + 1
        start = convert.iso(max(limit, min(cube.first_day, date.fromisoformat(end).toordinal())))
    return periods.parse_range("start_date", start, "end_date", end)
