"""What a store counts and adds up: the measures that metrics are made of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from .money import CENTS

Fact = Literal["sales", "traffic"]
Unit = Literal["money", "number"]

UNIT_DECIMALS = 3  # of quantities: grams, millilitres, millimetres
THOUSANDTHS = 1000  # of a unit


class _BuiltIn(NamedTuple):
    revenue_minor: int
    unit_thousandths: int
    orders: int
    rows: int
    visits: int


class Totals(_BuiltIn):
    """The sums of one range under some filters: of every measure at its position, in its smallest units.

    `rows` 0 means that no sale stands behind them. Measures that a model declares come after the named ones.
    """

    __slots__ = ()

    def __new__(cls, *sums: int) -> "Totals":
        return tuple.__new__(cls, sums)

    @property
    def units(self) -> float:
        return self.unit_thousandths / THOUSANDTHS


@dataclass(frozen=True)
class Measure:
    """`position` in `Totals` and in every array of sums; None where it is no sum (distinct customers).

    Sums are whole numbers of 10 ** -`decimals`: money in minor units of its currency, such as cents. `column` of the
    sales holds it where the model declared it; it is empty for those that every store has.
    """

    id: str
    fact: Fact
    position: int | None
    unit: Unit = "number"
    decimals: int = 0
    title: str = ""
    column: str = ""

    @property
    def is_money(self) -> bool:
        return self.unit == "money"


BUILT_IN = {
    measure.id: measure
    for measure in (
        Measure("revenue", "sales", 0, "money", CENTS, "Revenue"),
        Measure("orders", "sales", 2, title="Orders"),
        Measure("units", "sales", 1, decimals=UNIT_DECIMALS, title="Units"),
        Measure("customers", "sales", None, title="Customers"),
        Measure("visits", "traffic", 4, title="Visits"),
    )
}
SUMS = ("revenue_cents", "units", "orders", "rows", "visits")
"""What stands at the positions before those of the measures that a model declares.

The first is in minor units of the currency, whatever these are: a column of every store is called so since all were
cents.
"""


def of_columns(declared: Sequence[Measure], money_decimals: int = CENTS) -> dict[str, Measure]:
    """All measures by name: the built-in ones, and the declared, each at its own position after them."""
    revenue = replace(BUILT_IN["revenue"], decimals=money_decimals)
    return BUILT_IN | {"revenue": revenue} | {measure.id: measure for measure in declared}
