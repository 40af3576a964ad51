"""From a YAML file to a `Model`; every mistake is told with its line and what to write instead."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, ValidationError

from bi_server.errors import InvalidInput

from . import columns
from .calendar import WEEKDAYS, Calendar
from .columns import DeclaredDimension, DeclaredMeasure, Strict, unknown
from .expressions import BadExpression, Formula, parse
from .figures import Format
from .measures import Measure
from .metrics import Favorable, Metric, Terms
from .mistakes import Mistakes, repeated
from .model import KpiChoice, Model
from .money import DEFAULT_CURRENCY, minor_decimals

LARGEST = 1 << 20  # bytes
PARTS = "`currency`, `calendar`, `dimensions`, `measures`, `metrics` or `kpis`"
SHIPPED = ("omnichannel",)  # models that MODEL may name besides files
GROWTH_RATE = KpiChoice("growth_rate", "Growth Rate", "percentage", "up", None)


class _Metric(Strict):
    title: str
    of: str | None = None
    per: str | None = None
    expression: str | None = None
    scale: float = 1.0
    format: Format = "number"
    favorable: Favorable = "up"
    undefined: str = ""
    drives: list[str] = Field(default_factory=list)


class _Kpi(Strict):
    metric: str
    id: str | None = None
    title: str | None = None


class _Calendar(Strict):
    week_starts: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] = "monday"
    fiscal_year_starts: int = Field(default=1, ge=1, le=12)


class _File(Strict):
    currency: str = ""
    calendar: _Calendar = Field(default_factory=_Calendar)
    dimensions: dict[str, DeclaredDimension] = Field(default_factory=dict)
    measures: dict[str, DeclaredMeasure] = Field(default_factory=dict)
    metrics: dict[str, _Metric] = Field(default_factory=dict)
    kpis: list[str | _Kpi] | None = None


@lru_cache(maxsize=8)
def default_model(currency: str = DEFAULT_CURRENCY) -> Model:
    """The model that ships with the product, of a business that is kept in a currency."""
    text = resources.files("bi_server.semantic").joinpath("default.yaml").read_text()
    return _read(text, "default.yaml", currency, is_default=True)


def read_model(path: str, currency: str = "") -> Model:
    """The model of a file, or of one that ships, by its name; the default one where `path` is empty.

    `currency` is what the settings say. Raises InvalidInput with every mistake in it.
    """
    if not path:
        return default_model(currency or DEFAULT_CURRENCY)
    if path in SHIPPED:
        text = resources.files("bi_server.semantic").joinpath(f"models/{path}.yaml").read_text()
        return read_text(text, f"{path}.yaml", currency)
    try:
        raw = Path(path).read_bytes()
        text = raw[: LARGEST + 1].decode()
    except OSError as error:
        raise InvalidInput.of("MODEL", f"{path!r} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise InvalidInput.of("MODEL", f"{path!r} is no UTF-8 text") from None
    if len(raw) > LARGEST:
        raise InvalidInput.of("MODEL", f"{path!r} has {len(raw):,} bytes, over the limit of {LARGEST:,}")
    return read_text(text, Path(path).name, currency)


def read_text(text: str, name: str, currency: str = "") -> Model:
    """The model of a file's text; `name` is what mistakes call it. Raises InvalidInput with every mistake in it."""
    return _read(text, name, currency, is_default=False)


def _read(text: str, name: str, currency: str, *, is_default: bool) -> Model:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        content = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InvalidInput.of(f"{name}:{line}", f"is no YAML: {error.problem}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InvalidInput.of(name, f"is no YAML: {error}") from None
    if root is None:
        raise InvalidInput.of(name, f"is empty; write {PARTS}, or set no MODEL")
    mistakes = Mistakes(name, root)
    for place, line in repeated(root, ()):
        mistakes.add(place, f"{place[-1]!r} is there twice; which one is meant?", line)
    mistakes.check()
    try:
        file = _File.model_validate(content)
    except ValidationError as error:
        for wrong in error.errors():
            where = tuple(step for step in wrong["loc"] if step not in ("str", "_Kpi"))
            mistakes.add(where, _explained(wrong["type"], wrong["msg"], str(where[-1]) if where else ""))
        mistakes.check()
        raise AssertionError("a validation error has errors") from error
    dimensions = columns.read_dimensions(file.dimensions, mistakes)
    currency = columns.read_currency(file.currency, currency, mistakes)
    documented = None if is_default else default_model(currency)  # the metrics that the documented routes need
    taken = [dimension.id for dimension in dimensions]
    measures = columns.read_measures(file.measures, taken, minor_decimals(currency), mistakes)
    known = {*file.metrics, *(documented.metrics if documented else ())}
    metrics = {key: _metric(key, file.metrics[key], known, measures, mistakes) for key in file.metrics}
    metrics = _with_documented(metrics, documented, mistakes)
    if file.kpis is None and documented is not None:
        kpis: list[KpiChoice | None] = list(documented.kpis)
    else:
        kpis = [_kpi(i, choice, metrics, mistakes) for i, choice in enumerate(file.kpis or [])]
    ids = [kpi.id for kpi in kpis if kpi is not None]
    for i, id_ in enumerate(ids):
        if id_ in ids[:i]:
            mistakes.add(("kpis", i), f"{id_!r} is there twice; give one of them another id")
    if not ids:
        mistakes.add(("kpis",), "is empty; name at least one metric")
    mistakes.check()
    return Model(
        {key: metric for key, metric in metrics.items() if metric is not None},
        tuple(kpi for kpi in kpis if kpi is not None),
        dimensions,
        measures,
        Calendar(WEEKDAYS.index(file.calendar.week_starts), file.calendar.fiscal_year_starts),
        currency,
    )


def _metric(
    name: str, said: _Metric, known: Collection[str], measures: Mapping[str, Measure], mistakes: Mistakes
) -> Metric | None:
    place = ("metrics", name)
    before = len(mistakes.found)
    if not name.isidentifier() or name != name.lower() or len(name) > 63:
        mistakes.add(place, "is no name: use lower-case letters, digits and _")
    formula = _formula(said, place, measures, mistakes)
    for driven in said.drives:
        if driven not in known:
            mistakes.add((*place, "drives"), unknown(driven, "metric", sorted(known)))
    if formula is None or len(mistakes.found) > before:
        return None
    if any(measures[m].position is None for m in formula.measures):
        if formula.below or len(formula.above) > 1 or said.expression:
            mistakes.add(place, "customers are counted anew for every question; a metric can only be `of: customers`")
            return None
        return Metric(name, said.title, said.format, said.favorable, written(formula), formula.measures, False)
    money = {part: {measures[m].is_money for m in part} for part in map(frozenset, (formula.above, formula.below))}
    if any(len(kinds) > 1 for kinds in money.values()):
        mistakes.add(place, f"{written(formula)} adds money and counts")
        return None
    if any(measures[m].is_money for m in formula.below) and not any(measures[m].is_money for m in formula.above):
        mistakes.add(place, f"{written(formula)} divides counts by money; turn it around")
        return None
    if formula.below and not said.undefined:
        mistakes.add(place, "divides; say with `undefined` why there is no answer over zero (such as no_orders)")
        return None
    return Metric(
        name,
        said.title,
        said.format,
        said.favorable,
        written(formula) if said.scale == 1 else f"{said.scale:g} * {written(formula)}",
        formula.measures,
        any(measures[m].fact == "traffic" for m in formula.measures),
        *_terms(formula, measures),
        said.scale,
        _smallest(formula.above, measures) - _smallest(formula.below, measures),
        _shown(said.format, formula, measures),
        said.undefined,
        tuple(said.drives),
    )


def _formula(
    said: _Metric, place: tuple[str, ...], measures: Mapping[str, Measure], mistakes: Mistakes
) -> Formula | None:
    if (said.of is None) == (said.expression is None) or (said.per is not None and said.of is None):
        mistakes.add(place, "needs either `of` (and `per`) or `expression`")
        return None
    parts = [part for part in (said.of, said.per) if part is not None] or [str(said.expression)]
    try:
        read = [parse(part) for part in parts]
    except BadExpression as error:
        mistakes.add(place, str(error))
        return None
    for formula in read:
        for measure in sorted(formula.measures):
            if measure not in measures:
                mistakes.add(place, unknown(measure, "measure", measures))
                return None
    if len(read) == 1:
        return read[0]
    if any(formula.below for formula in read):
        mistakes.add(place, "`of` and `per` are sums of measures; write a ratio as `expression`")
        return None
    return Formula(read[0].above, read[1].above)


def _with_documented(
    metrics: dict[str, Metric | None], documented: Model | None, mistakes: Mistakes
) -> dict[str, Metric | None]:
    """The metrics that documented routes have fields of, and after them those of the file.

    A file may rename the documented ones for people; they mean what they mean.
    """
    for name, needed in documented.metrics.items() if documented else ():
        own = metrics.get(name, needed)
        if own is not None and (own.above, own.below, own.scale, own.format, own.measures) != (
            needed.above, needed.below, needed.scale, needed.format, needed.measures
        ):  # fmt: skip
            mistakes.add(
                ("metrics", name),
                f"is documented as {needed.formula} ({needed.format}); give what you mean a name of its own",
            )
    return dict(documented.metrics if documented else {}) | metrics


def _kpi(i: int, choice: str | _Kpi, metrics: dict[str, Metric | None], mistakes: Mistakes) -> KpiChoice | None:
    asked = _Kpi(metric=choice) if isinstance(choice, str) else choice
    if asked.metric == GROWTH_RATE.id:
        return GROWTH_RATE
    if asked.metric not in metrics:
        mistakes.add(("kpis", i), unknown(asked.metric, "metric", [*metrics, GROWTH_RATE.id]))
        return None
    metric = metrics[asked.metric]
    if metric is None:
        return None
    return KpiChoice(asked.id or metric.id, asked.title or metric.title, metric.format, metric.favorable, metric)


def _smallest(linear: Mapping[str, float], measures: Mapping[str, Measure]) -> int:
    """The decimals of the smallest unit that a sum of measures has."""
    return max((measures[name].decimals for name in linear), default=0)


def _shown(format_: Format, formula: Formula, measures: Mapping[str, Measure]) -> int:
    """The decimals that answers give: of amounts those of the currency."""
    is_amount = not formula.below and all(measures[name].is_money for name in formula.above)
    return measures["revenue"].decimals if format_ == "currency" or is_amount else 2


def _terms(formula: Formula, measures: Mapping[str, Measure]) -> tuple[Terms, Terms]:
    """Positions and factors, which bring every measure of a sum to the smallest unit of them."""

    def side(linear: Mapping[str, float]) -> Terms:
        smallest = _smallest(linear, measures)
        return tuple(
            (measures[name].position or 0, factor * 10 ** (smallest - measures[name].decimals))
            for name, factor in linear.items()
        )

    return side(formula.above), side(formula.below)


def written(formula: Formula) -> str:
    """As a person writes it: `revenue / orders`, `(revenue - 2 * orders) / units`."""

    def side(linear: Any) -> str:
        text = ""
        for name, factor in linear.items():
            sign = " - " if factor < 0 else " + "
            size = "" if abs(factor) == 1 else f"{abs(factor):g} * "
            text += (sign if text else sign.strip().replace("+", "")) + size + name
        return text

    above, below = side(formula.above), side(formula.below)
    if not below:
        return above
    return " / ".join(f"({part})" if " " in part else part for part in (above, below))


def _explained(kind: str, message: str, field: str) -> str:
    if kind == "extra_forbidden":
        parts = (_File, _Calendar, _Metric, _Kpi, DeclaredDimension, DeclaredMeasure)
        fields = sorted({name for part in parts for name in part.model_fields})
        near = get_close_matches(field, fields, 1)
        return f"is not known{f'; did you mean {near[0]!r}?' if near else ''}"
    return "is missing" if kind == "missing" else message[:1].lower() + message[1:]
