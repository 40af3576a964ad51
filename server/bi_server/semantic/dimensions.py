"""What a business is split by, as its model declares it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bi_server.errors import InvalidInput

MAX_NAME = 255  # characters of a name in a declared dimension: products are sold under whole sentences
NOT_SET = "(not set)"  # the name that rows without one get in a declared dimension


@dataclass(frozen=True)
class Dimension:
    """One of them. `column` of the sales holds its names.

    Visits are counted by category and region alone. A `wide` dimension has thousands of names (products, customers):
    its sums by day are made of the rows, in memory where these fit (`store/wide/`), else through an index of its own.
    `parent` is the dimension whose names its names belong to, each to one.
    """

    id: str
    title: str
    column: str
    length: int = MAX_NAME
    wide: bool = False
    parent: str = ""
    has_visits: bool = False


CATEGORY = Dimension("category", "Category", "product_category", 100, has_visits=True)
REGION = Dimension("region", "Region", "region", 50, has_visits=True)
BUILT_IN = {dimension.id: dimension for dimension in (CATEGORY, REGION)}


def places(asked: Sequence[str], known: Sequence[Dimension], field: str = "group_by") -> tuple[int, ...]:
    """Where in `known` the dimensions stand that were asked for, in the order of `known`; `none` stands for none.

    Raises InvalidInput for a name that is none of them.
    """
    names = [dimension.id for dimension in known]
    wanted = {name.strip().lower() for name in asked if name.strip()}
    for name in asked:
        if name.strip() and name.strip().lower() not in (*names, "none"):
            raise InvalidInput.of(
                field, f"{name[:40]!r} is not known; use {', '.join(names)} ({_number(names)} may be given) or none"
            )
    if "none" in wanted and len(wanted) > 1:
        raise InvalidInput.of(field, "'none' excludes the others; give it alone")
    return tuple(i for i, name in enumerate(names) if name in wanted)


def _number(names: Sequence[str]) -> str:
    return "both" if len(names) == 2 else "several"
