"""What a store counts and adds up: the measures that metrics are made of."""

from typing import Literal, NamedTuple

Fact = Literal["sales", "traffic"]


class Totals(NamedTuple):
    """The sums of one range under some filters. `rows` 0 means that no sale stands behind them."""

    revenue_cents: int
    units: int
    orders: int
    rows: int
    visits: int

    @property
    def revenue(self) -> float:
        return self.revenue_cents / 100


class Measure(NamedTuple):
    """`position` in `Totals` and in every array of sums; None where it is no sum (distinct customers)."""

    fact: Fact
    position: int | None
    is_money: bool = False


MEASURES = {
    "revenue": Measure("sales", 0, is_money=True),
    "orders": Measure("sales", 2),
    "units": Measure("sales", 1),
    "customers": Measure("sales", None),
    "visits": Measure("traffic", 4),
}
