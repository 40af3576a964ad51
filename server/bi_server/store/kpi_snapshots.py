"""The table `kpi_history`: what every KPI was in every finished day, week and month."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Connection, Engine, and_, bindparam, delete, insert, select, update

from bi_server.store.tables import kpi_history, store_state


class Entry(NamedTuple):
    """One KPI of one period (`daily`, `weekly`, `monthly`) that began on a day."""

    kpi: str
    period: str
    start: date


def replace(connection: Connection, wanted: Mapping[Entry, float], version: int) -> int:
    """Makes the history what `wanted` says, which is of data version `version`. Returns how many rows changed.

    A history of newer data is left alone. What became wrong by a correction of the data is put right or taken away.
    """
    # The update comes first: it makes a second writer wait until this one is done.
    known = store_state.c.snapshot_version
    claimed = connection.execute(update(store_state).where(known <= version).values(snapshot_version=version))
    if claimed.rowcount == 0:
        return 0
    stored = {
        Entry(row.kpi_name, row.period, row.timestamp.date()): row.kpi_value
        for row in connection.execute(select(kpi_history))
    }
    wrong = [entry for entry, value in stored.items() if wanted.get(entry) != value]
    new = [entry for entry, value in wanted.items() if stored.get(entry) != value]
    if wrong:
        columns = kpi_history.c
        one = and_(
            columns.kpi_name == bindparam("k"), columns.period == bindparam("p"), columns.timestamp == bindparam("t")
        )
        connection.execute(
            delete(kpi_history).where(one),
            [{"k": e.kpi, "p": e.period, "t": datetime(e.start.year, e.start.month, e.start.day)} for e in wrong],
        )
    if new:
        connection.execute(
            insert(kpi_history),
            [
                {
                    "timestamp": datetime(e.start.year, e.start.month, e.start.day),
                    "kpi_name": e.kpi,
                    "kpi_value": wanted[e],
                    "period": e.period,
                }
                for e in new
            ],
        )
    return len({*wrong, *new})


class History(NamedTuple):
    """Values by the first day of their period, oldest first, and the data version they are of."""

    points: list[tuple[date, float]]
    version: int


def version(engine: Engine) -> int:
    """The data version that the history is of; 0 before the first snapshot."""
    with engine.connect() as connection:
        return int(connection.execute(select(store_state.c.snapshot_version)).scalar_one())


def read(engine: Engine, kpi: str, period: str, start: date, end: date) -> History:
    """The stored values of the periods that begin in a range, both ends included."""
    columns = kpi_history.c
    query = (
        select(columns.timestamp, columns.kpi_value)
        .where(columns.kpi_name == kpi, columns.period == period)
        .where(
            columns.timestamp.between(
                datetime(start.year, start.month, start.day), datetime(end.year, end.month, end.day)
            )
        )
        .order_by(columns.timestamp)
    )
    with engine.connect() as connection:
        version = connection.execute(select(store_state.c.snapshot_version)).scalar_one()
        return History([(row.timestamp.date(), row.kpi_value) for row in connection.execute(query)], version)
