"""Both sides of a KPI, as the cube knows them."""

from bi_server.analysis.kpis import Side, growth_rate
from bi_server.analysis.metrics import Totals
from bi_server.analysis.periods import Basis, Days, month_over_month, preceding
from bi_server.store.cube import Cube, Selection


def sides(cube: Cube, selection: Selection, days: Days) -> tuple[Side, Side, Days, Basis]:
    """A range and what it compares with."""
    before, basis = preceding(days)
    months = month_over_month(days), month_over_month(before)
    now, then, *growth = cube.totals(selection, [days, before, *months[0], *months[1]])

    def side(span: Days, sums: Totals, month: Days, figures: list[Totals]) -> Side:
        return Side(
            sums,
            cube.distinct_customers(selection, span.start, span.end),
            # A month the data does not reach has not shrunk to nothing: it is not known.
            growth_rate(*figures, is_known=month.start <= cube.last_day and month.end >= cube.first_day),
            cube.traffic_is_complete(selection, span.start, span.end),
        )

    current = side(days, now, months[0][0], growth[:2])
    previous = side(before, then, months[1][0], growth[2:])
    return current, previous, before, basis
