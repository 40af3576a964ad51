"""The columns that a model file declares: dimensions and measures of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Literal

from pydantic import BaseModel, ConfigDict

from . import dimensions, measures
from .dimensions import Dimension
from .measures import Measure, Unit
from .mistakes import Mistakes
from .money import CODES, DEFAULT_CURRENCY

RESERVED = {
    "id", "date", "day", "version", "segment_id", "last_second", "import_id", "replaced_by", "seq", "time", "range",
    "order_id", "order_line", "customer_id", "units_sold", "product_category", "revenue_cents", "rows", "filter",
    "metric", "none", "other", "total",
}  # fmt: skip
"""Names that columns of the tables, or parts of a question, have already."""

MAX_DIMENSIONS = 12
MAX_DECIMALS = 6


class Strict(BaseModel):
    """A part of the file: what it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DeclaredDimension(Strict):
    title: str | None = None
    wide: bool = False
    of: str = ""


class DeclaredMeasure(Strict):
    title: str | None = None
    unit: Unit = "number"
    decimals: int | None = None


def read_currency(said: str, of_settings: str, mistakes: Mistakes) -> str:
    """The currency of the file, or of the settings; both may say it, if they agree."""
    if said and said not in CODES:
        near = get_close_matches(said.upper(), CODES, 1)
        meant = f"; did you mean {near[0]}?" if near else ", such as EUR"
        mistakes.add(("currency",), f"{said!r} is no ISO 4217 code{meant}")
    elif said and of_settings and said != of_settings:
        mistakes.add(("currency",), f"is {said}, and CURRENCY is {of_settings}; leave one of them out")
    return of_settings or said or DEFAULT_CURRENCY


def read_dimensions(said: Mapping[str, DeclaredDimension], mistakes: Mistakes) -> tuple[Dimension, ...]:
    """Category and region, whose titles may be changed, and those of the file, in its order."""
    found = dict(dimensions.BUILT_IN)
    for name, one in said.items():
        place = ("dimensions", name)
        parent = one.of
        if parent and (parent == name or parent not in {*dimensions.BUILT_IN, *said}):
            mistakes.add((*place, "of"), unknown(parent, "dimension", [n for n in (*found, *said) if n != name]))
        title = one.title or name.replace("_", " ").title()
        if name in dimensions.BUILT_IN:
            if one.wide:
                mistakes.add(
                    (*place, "wide"), "is held in memory in every store; give a dimension of your own its names"
                )
            found[name] = replace(found[name], title=one.title or found[name].title, parent=parent)
            continue
        _check_name(name, place, measures.BUILT_IN, mistakes)
        found[name] = Dimension(name, title, name, wide=one.wide, parent=parent)
    if len(found) > MAX_DIMENSIONS:
        mistakes.add(("dimensions",), f"are {len(found)}, with category and region, over the limit of {MAX_DIMENSIONS}")
    _check_hierarchy(found, mistakes)
    return tuple(found.values())


def _check_hierarchy(found: Mapping[str, Dimension], mistakes: Mistakes) -> None:
    for name in found:
        seen, at = [name], found[name].parent
        while at in found and at not in seen:
            seen.append(at)
            at = found[at].parent
        if at == name:
            mistakes.add(("dimensions", name, "of"), f"goes round in a circle: {' of '.join([*seen, name])}")


def read_measures(
    said: Mapping[str, DeclaredMeasure], taken: Iterable[str], money_decimals: int, mistakes: Mistakes
) -> dict[str, Measure]:
    """All measures by name; `taken` are the names of the dimensions, `money_decimals` those of the currency."""
    declared: list[Measure] = []
    for name, one in said.items():
        place = ("measures", name)
        _check_name(name, place, {*measures.BUILT_IN, *taken}, mistakes)
        decimals = one.decimals if one.decimals is not None else money_decimals if one.unit == "money" else 0
        if not 0 <= decimals <= MAX_DECIMALS:
            mistakes.add((*place, "decimals"), f"{decimals} is outside 0 to {MAX_DECIMALS}")
        if one.unit == "money" and decimals != money_decimals:
            mistakes.add((*place, "decimals"), f"money has {money_decimals}; leave them out")
        position = len(measures.SUMS) + len(declared)
        title = one.title or name.replace("_", " ").title()
        declared.append(Measure(name, "sales", position, one.unit, decimals, title, name))
    return measures.of_columns(declared, money_decimals)


def _check_name(name: str, place: tuple[str, ...], taken: Iterable[str], mistakes: Mistakes) -> None:
    if not name.isascii() or not name.isidentifier() or name != name.lower() or len(name) > 40:
        mistakes.add(place, "is no name: use up to 40 lower-case letters, digits and _")
    elif name in RESERVED or name in taken:
        mistakes.add(place, f"is the name of something else; write such as {name}_of_sale")


def unknown(name: str, kind: Literal["measure", "metric", "dimension"], known: Iterable[str]) -> str:
    """That a name is none of those known, and the nearest of them."""
    names = list(known)
    near = get_close_matches(name, names, 1)
    meant = f"; did you mean {near[0]!r}?" if near else ""
    return f"{name!r} is no {kind}{meant} There are {', '.join(names)}"
