"""Both sides of a KPI, as the cube knows them."""

from typing import NamedTuple

from bi_server.analysis.periods import Basis, Compared, Days, compared, month_over_month, preceding
from bi_server.semantic.figures import Ratio
from bi_server.semantic.kpis import NOT_OVER, Comparison, Side, growth_rate
from bi_server.semantic.measures import Totals
from bi_server.store.cube import Cube
from bi_server.store.selection import Selection


class Sides(NamedTuple):
    """A range, what of it is compared with what, and which days its growth rate compares."""

    asked: Side
    comparison: Comparison
    days: Compared  # where no day of the range is over: nothing, and all of the range before
    growth: Compared


def sides(cube: Cube, selection: Selection, days: Days, base_of: tuple[Days, Basis] | None = None) -> Sides:
    """Everything known of a range and of what it compares with: `base_of`, or the range before."""
    base_of = base_of or preceding(days, cube.model.calendar)
    found = compared(days, cube.first_day, cube.last_complete_day, base_of)
    if not found.current.length:
        found = found._replace(base=base_of[0])
    current, base, basis, is_partial, _ = found
    month, month_before = month_over_month(current if current.length else days, is_partial=is_partial)
    base_months = month_over_month(base, is_partial=is_partial)
    spans = [current, base, month, month_before, *base_months]
    now, then, *growth = cube.totals(selection, [*spans, days] if is_partial else spans)
    asked = growth[4] if is_partial else now

    def side(span: Days, sums: Totals, rate: Ratio) -> Side:
        return Side(
            sums,
            cube.distinct_customers(selection, span.start, span.end),
            rate,
            cube.traffic_is_complete(selection, span.start, span.end),
        )

    def rate(month: Days, sums: list[Totals]) -> Ratio:
        # A month the data does not reach has not shrunk to nothing: it is not known.
        return growth_rate(*sums, is_known=month.start <= cube.last_day and month.end >= cube.first_day)

    own = Compared(month, month_before, basis, is_partial, month_before.start < cube.first_day)
    if not current.length:
        # The range before may be going on itself: its sums are known, how fast it grows is not.
        previous = side(base, then, NOT_OVER)
        return Sides(side(days, asked, NOT_OVER), (None, previous), found, own._replace(current=current))
    whole = side(days, asked, rate(month, growth[:2]))
    previous = side(base, then, rate(base_months[0], growth[2:4]))
    part = side(current, now, whole.growth) if is_partial else whole
    return Sides(whole, (part, previous), found, own)
