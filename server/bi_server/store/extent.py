"""How far a store stretches: its sums are held in memory for every day of every segment."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, or_, select

from bi_server.semantic.dimensions import BUILT_IN
from bi_server.store.schema import Schema, schema_of
from bi_server.store.tables import daily_rollup, segments

MOST_CELLS = 4_000_000
"""About 250 MB: ten years of a thousand segments."""


@dataclass(frozen=True)
class Extent:
    """Days from the first to the last row, and the segments that have any."""

    first_day: int  # proleptic ordinals, as date.toordinal(); 0 where there are no rows
    last_day: int
    segments: int
    described: str  # what segments are, in words
    widest: str = ""  # the dimension of the model with the most names, `state (49 names)`; empty: it adds none

    @property
    def cells(self) -> int:
        return (self.last_day - self.first_day + 1) * self.segments

    def problem(self, most: int) -> str:
        """Why it is too large to be held, and what to do; empty where it is not."""
        if self.cells <= most:
            return ""
        first, last = date.fromordinal(self.first_day), date.fromordinal(self.last_day)
        return (
            f"{self.last_day - self.first_day + 1:,} days ({first} to {last}) x {self.segments:,} "
            f"{self.described} are more than {most:,} together (MAX_STORE_CELLS); look for mistyped dates, or for a "
            f"column of names that are all different{self._remedy}"
        )

    @property
    def _remedy(self) -> str:
        """Sums by its names are then made of the rows."""
        return f"; or declare {self.widest} as `wide: true` in the model, and migrate" if self.widest else ""


def extent(connection: Connection) -> Extent:
    """Of the rows as the rollup has them."""
    edges = []
    for order in (daily_rollup.c.day.asc(), daily_rollup.c.day.desc()):
        own = daily_rollup.c.segment_id == segments.c.id
        filled = or_(daily_rollup.c.rows != 0, daily_rollup.c.visits != 0)
        edges.append(
            select(daily_rollup.c.day).where(own, filled).order_by(order).limit(1).correlate(segments).scalar_subquery()
        )
    first, last = edges[0].label("first"), edges[1].label("last")
    each = select(first, last).select_from(segments).subquery()
    found = connection.execute(select(func.min(each.c.first), func.max(each.c.last), func.count(each.c.first))).one()
    schema = schema_of(connection)
    return Extent(found[0] or 0, found[1] or 0, found[2], schema.described, _widest(connection, schema))


def _widest(connection: Connection, schema: Schema) -> str:
    added = [dimension.id for dimension in schema.held if dimension.id not in BUILT_IN]
    if not added:
        return ""
    counts = connection.execute(select(*(func.count(schema.segments.c[name].distinct()) for name in added))).one()
    count, name = max(zip(counts, added, strict=True))
    return f"{name} ({count:,} names)"
