"""Which column of a file feeds which column of ours."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bi_server.errors import Violation
from bi_server.ingest import contents, expressions
from bi_server.ingest.contents import Sample
from bi_server.ingest.expressions import Expression
from bi_server.ingest.options import ImportOptions, Target
from bi_server.ingest.synonyms import DEDUCTIONS, SCALES, UNIT_PRICES
from bi_server.questions import Choice, Question, Unclear

NUMBERS = ("money", "count", "number")
IDENTIFIERS = (
    "id",
    "uuid",
    "guid",
    "key",
    "no",
    "nr",
    "number",
    "code",
    "nummer",
    "sku",
    "ean",
    "zip",
    "postcode",
    "phone",
)


@dataclass(frozen=True)
class Binding:
    """Where one column of ours comes from: a column of the file, an expression, a constant, or nowhere."""

    target: Target
    column: str = ""
    expression: Expression | None = None
    constant: str = ""  # where the file has no column for it; also stands in for blank values

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's columns it needs."""
        if self.expression is not None:
            return self.expression.columns
        return (self.column,) if self.column else ()


def bind(options: ImportOptions, columns: Sequence[str], sample: Callable[[], Sample] = dict) -> list[Binding]:
    """A binding for each column of the table; `sample` gives the first values of the file where names do not tell.

    Raises Unclear naming every column that is missing, or may be one of several.
    """
    return _Binder(options, columns, sample).bindings()


class _Binder:
    def __init__(self, options: ImportOptions, columns: Sequence[str], sample: Callable[[], Sample]) -> None:
        self._options = options
        self._columns = columns
        self._by_name: dict[str, list[str]] = {}
        for column in columns:
            same = self._by_name.setdefault(squeezed(column), [])
            if column not in same:
                same.append(column)
        self._sample = sample
        self._sampled: Sample | None = None
        self._violations: list[Violation] = []
        self._questions: list[Question] = []

    def bindings(self) -> list[Binding]:
        bound = {target.name: self._bound(target) for target in self._options.targets}
        price = self._unit_price(bound) if "revenue" in bound else None
        for name, binding in bound.items():
            if name == "revenue" and price is not None:
                bound[name] = price
            elif binding is None or (binding.target.required and not binding.columns and not binding.constant):
                named = self._by_name.get(squeezed(name)) or self._named(name)
                self._ask(self._options.targets[list(bound).index(name)], named)
        for binding in bound.values():
            self._check(binding)
        if self._violations:
            all_asked = len(self._questions) == len(self._violations)
            raise Unclear(self._violations, self._questions if all_asked else ())
        return [binding for binding in bound.values() if binding is not None]

    def _bound(self, target: Target) -> Binding | None:
        """None: several columns may be it."""
        options = self._options
        constant = options.constants.get(target.name, "")
        if target.name in options.derived:
            if target.kind not in NUMBERS:
                self._violations.append(Violation("derive", f"{target.name} is no number; map it or set it"))
                return Binding(target, constant=constant or "?")
            return Binding(target, expression=expressions.parse(options.derived[target.name]), constant=constant)
        if target.name in options.mapping:
            return Binding(target, column=options.mapping[target.name], constant=constant)
        exact = self._by_name.get(squeezed(target.name), [])
        named = exact or self._named(target.name)
        if len(named) > 1:
            named = [name for name in named if contents.fits(target.kind, self._values(name))] or named
            if len(named) > 1:
                return None
        return Binding(target, column=next(iter(named), ""), constant=constant)

    def _named(self, target: str) -> list[str]:
        aliases = next(t.aliases for t in self._options.targets if t.name == target)
        return list(dict.fromkeys(name for alias in aliases for name in self._by_name.get(squeezed(alias), [])))

    def _unit_price(self, bound: Mapping[str, Binding | None]) -> Binding | None:
        """Revenue as price times quantity, where nothing else says it."""
        units, revenue = bound["units_sold"], bound["revenue"]
        if revenue is None or revenue.columns or revenue.constant or units is None or not units.column:
            return None
        prices = [name for price in UNIT_PRICES for name in self._by_name.get(squeezed(price), [])]
        less = [name for name in self._columns if set(plain(name).split("_")) & set(DEDUCTIONS)]
        if len(prices) != 1 or less:
            return None
        return Binding(revenue.target, expression=expressions.parse(_times(units.column, prices[0])))

    def _values(self, name: str) -> Sequence[str]:
        if self._sampled is None:
            self._sampled = self._sample()
        return self._sampled.get(name, ())

    def _ask(self, target: Target, named: list[str]) -> None:
        taken = set(self._options.mapping.values())
        free = [n for n in self._columns if n not in taken and not (target.kind in NUMBERS and _is_identifier(n))]
        fitting = contents.candidates(target.kind, {n: self._values(n) for n in free})
        found = named or fitting
        choices = [Choice(f"the column {name}", {"mapping": {target.name: name}}) for name in found]
        if target.name == "revenue":
            choices += self._products(fitting)
        if target.name == "units_sold":
            choices.append(Choice("1 in every row", {"constants": {target.name: "1"}}))
        if not target.required:
            choices.append(Choice("none of them", {"mapping": {target.name: ""}}))
        constant = target.name if target.kind == "name" else ""
        text = f"Which column is {target.name}?"
        self._questions.append(Question(target.name, text, tuple(choices), constant))
        reason = _several(target, named) if named else _missing(target, self._columns, fitting)
        self._violations.append(Violation(target.name, reason))

    def _products(self, fitting: list[str]) -> list[Choice]:
        units = [self._options.mapping["units_sold"]] if "units_sold" in self._options.mapping else []
        units = units or self._by_name.get("unitssold", []) or self._named("units_sold")
        prices = [n for n in fitting if re.search(r"price|preis|prix|precio|prezzo|cost each", n, re.IGNORECASE)]
        products = [_times(unit, price) for unit in units[:1] for price in prices if price != unit]
        return [Choice(product, {"derived": {"revenue": product}}) for product in products]

    def _check(self, binding: Binding | None) -> None:
        if binding and binding.target.kind == "money" and (scale := scale_of(binding.column)):
            derived = f"derive {binding.target.name} = {quoted(binding.column)} * {scale}"
            reason = f"the column {binding.column!r} is, by its name, in units of {scale:,}; {derived}"
            self._violations.append(Violation(binding.target.name, reason))
        for name in binding.columns if binding else ():
            if name not in self._columns:
                self._violations.append(Violation("map", _unknown(name, self._columns)))
            elif self._columns.count(name) > 1:
                self._violations.append(Violation("map", f"the file has several columns {name!r}; rename one of them"))


def plain(header: str) -> str:
    """A header without what differs between spellings of it: `OrderDate`, `order date`, `ORDER_DATE`.

    The currency or unit that stands behind it in brackets is left out: `Sales ($)`.
    """
    bare = re.sub(r"(?<=\S)\s*[(\[][^)\]]*[)\]]\s*$", "", header.strip())
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", bare)
    return re.sub(r"[\W_]+", "_", words).strip("_").lower()


def scale_of(header: str) -> int:
    """In units of how many amounts are by what the header says in brackets, `Sales (k$)`; 0: it says nothing."""
    said = re.search(r"[(\[]([^)\]]*)[)\]]\s*$", header)
    words = re.findall(r"[^\W\d]+|'?000s?", said[1].lower()) if said else []
    return next((scale for word in words for scale, names in SCALES.items() if word in names), 0)


def squeezed(header: str) -> str:
    """As `plain`, and without the signs between its words: `ORDERDATE`."""
    return plain(header).replace("_", "")


def _is_identifier(header: str) -> bool:
    """Whether its name says that it tells things apart: its numbers are no amounts and no counts."""
    return plain(header).split("_")[-1] in IDENTIFIERS or plain(header).startswith("id_")


def quoted(column: str) -> str:
    """A column as an expression names it."""
    return column if column.isascii() and column.isidentifier() else f"`{column}`"


def _times(units: str, price: str) -> str:
    return f"{quoted(units)} * {quoted(price)}"


def _several(target: Target, named: list[str]) -> str:
    ways = " or ".join(f"map {target.name}={name}" for name in named)
    return f"may be any of the columns {', '.join(named)}; {ways}"


def _missing(target: Target, columns: Sequence[str], fitting: Sequence[str]) -> str:
    may_be = f" (it may be {' or '.join(fitting[:4])})" if fitting else ""
    remedy = f"map {target.name}=COLUMN{may_be} or set {target.name}=VALUE"
    if target.kind in NUMBERS:
        remedy += f" or derive {target.name}=EXPRESSION"
    return f"the file has no such column (it has {', '.join(columns)}); {remedy}"


def _unknown(name: str, columns: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, columns, 1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"the file has no column {name!r}; {hint}it has {', '.join(columns)}"
