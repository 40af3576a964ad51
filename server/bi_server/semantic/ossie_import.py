"""A model file from a document of Apache Ossie: our own, which loses nothing, or another tool's, as far as it goes.

One dataset becomes the sales: the one called so, else the first with a time of its own. Sums of its columns, counts of
its orders and customers, and ratios of such become metrics. What does not fit is told by its name.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from bi_server.errors import InvalidInput

from . import dimensions, measures
from .columns import RESERVED
from .expressions import BadExpression, Formula, parse
from .ossie import VENDOR
from .reading import default_model, written

SALES, TRAFFIC = "sales", "traffic"
BUILT_IN = {"revenue": "revenue", "units_sold": "units", "order_line": "orders", "customer_id": "customers"}
_FIRST_LINE = re.compile(r"SUM\(\s*CASE\s+WHEN\s+(\w+)\.order_line\s*=\s*1\s+THEN\s+1\s+ELSE\s+0\s+END\s*\)", re.I)
_DISTINCT = re.compile(r"COUNT\(\s*DISTINCT\s+(\w+)\.(order_id|customer_id)\s*\)", re.I)
_SUM = re.compile(r"SUM\(\s*(\w+)\.(\w+)\s*\)", re.I)
_NULLIF = re.compile(r"NULLIF\((.*),\s*0\s*\)", re.I)


class Imported(NamedTuple):
    """The file's contents, and what was left out or guessed, a line each."""

    content: dict[str, Any]
    told: list[str]


def imported(document: Any) -> Imported:
    """Raises InvalidInput for what is no document of that format, or has no dataset that could be the sales."""
    models = document.get("semantic_model") if isinstance(document, Mapping) else None
    if not isinstance(models, list) or not models or not isinstance(models[0], Mapping):
        raise InvalidInput.of("FILE", "has no `semantic_model`; give a document of Apache Ossie, in YAML or JSON")
    told = [f"semantic model {_name(other)}: only the first of a document is taken" for other in models[1:]]
    return _Import(models[0], told).imported()


class _Import:
    """One semantic model on its way to a file."""

    def __init__(self, model: Mapping[str, Any], told: list[str]) -> None:
        self._model = model
        self._told = told
        datasets = {_name(one): one for one in _list(model, "datasets")}
        timed = [name for name, one in datasets.items() if any(_is_time(field) for field in _list(one, "fields"))]
        if SALES not in datasets and not timed:
            raise InvalidInput.of("FILE", "has no dataset with a field that is a time; the sales need one")
        self._sales = SALES if SALES in datasets else timed[0]
        self._fields = _list(datasets[self._sales], "fields")
        self._measures: dict[str, dict[str, Any]] = {}
        self._dimensions: dict[str, dict[str, Any]] = {}
        told += [
            f"dataset {name}: only one is taken for the sales ({self._sales})"
            for name in datasets
            if name not in (self._sales, TRAFFIC)
        ]
        told += [f"relationship {_name(one)}: the sales are one table" for one in _list(model, "relationships")]

    def imported(self) -> Imported:
        for field in self._fields:
            self._read_field(field)
        found = {name: said for one in _list(self._model, "metrics") for name, said in self._metric(one)}
        more = _extension(self._model)
        content: dict[str, Any] = {part: more[part] for part in ("currency", "calendar") if part in more}
        parts = {"dimensions": self._dimensions, "measures": self._measures, "metrics": found}
        content |= {name: part for name, part in parts.items() if part}
        if "kpis" in more:
            known = {*found, *default_model().metrics, "growth_rate"}
            content["kpis"] = [_kpi(kpi) for kpi in _list(more, "kpis") if kpi.get("metric") in known]
        return Imported(content, self._told)

    def _read_field(self, field: Mapping[str, Any]) -> None:
        name = _name(field)
        if _is_time(field) or name in BUILT_IN or name == "order_id":
            return
        title = str(field.get("label") or name.replace("_", " ").title())
        if not re.fullmatch(r"[a-z_][a-z0-9_]{0,39}", name) or name in RESERVED | measures.BUILT_IN.keys():
            self._told.append(f"field {name}: is no name of a column here (lower case, digits and _), or is taken")
        elif "dimension" in field:
            more = {key: value for key, value in _extension(field).items() if key in ("of", "wide")}
            is_usual = name in dimensions.BUILT_IN and title == dimensions.BUILT_IN[name].title and not more
            if not is_usual:
                self._dimensions[name] = {"title": title, **more}
        elif field.get("datatype") in ("Decimal", "Integer", "Float", "Double"):
            self._measures[name] = {"title": title, **self._unit(field)}
        else:
            self._told.append(f"field {name}: is neither a dimension nor a number")

    def _unit(self, field: Mapping[str, Any]) -> dict[str, Any]:
        more = _extension(field)
        if "unit" in more:
            decimals = more.get("decimals", 0)
            return {"unit": "money"} if more["unit"] == "money" else {"unit": more["unit"], "decimals": decimals}
        unit = "number" if field["datatype"] == "Integer" else "money"
        self._told.append(f"measure {_name(field)}: taken for {unit}; say otherwise with `unit` and `decimals`")
        return {"unit": unit}

    def _metric(self, one: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
        """The metric as a file says it; none where it cannot, or where every model has it just so."""
        name, more = _name(one), _extension(one)
        try:
            formula = self._formula(_sql(one))
        except BadExpression as error:
            self._told.append(f"metric {name}: {error}")
            return []
        scale = more.get("scale")
        scale = float(scale) if isinstance(scale, int | float) and scale else 1.0
        formula = Formula({key: factor / scale for key, factor in formula.above.items()}, formula.below)
        documented = default_model().metrics.get(name)
        said: dict[str, Any] = {"title": str(more.get("title") or name.replace("_", " ").title())}
        said |= {"of": "customers"} if formula.measures == {"customers"} else {"expression": written(formula)}
        if scale != 1:
            said["scale"] = scale
        if documented is not None:
            if (written(formula), scale) != (documented.formula.removeprefix(f"{scale:g} * "), documented.scale):
                self._told.append(f"metric {name}: every store has one called so, {documented.formula}; rename it")
                return []
            more = {"format": documented.format, "undefined": documented.undefined} | more
        is_money = self._is_money(formula.above) and not self._is_money(formula.below)
        said["format"] = more.get("format") or ("currency" if is_money else "number")
        said["favorable"] = more.get("favorable") or "up"
        if formula.below:
            said["undefined"] = more.get("undefined") or f"no_{next(iter(formula.below))}"
        if more.get("drives"):
            said["drives"] = list(more["drives"])
        return [(name, said)]

    def _is_money(self, part: Mapping[str, float]) -> bool:
        return any(name == "revenue" or self._measures.get(name, {}).get("unit") == "money" for name in part)

    def _formula(self, sql: str) -> Formula:
        def counted(found: re.Match[str]) -> str:
            self._require(found[1])
            return "orders" if found.re is _FIRST_LINE or found[2].lower() == "order_id" else "customers"

        def summed(found: re.Match[str]) -> str:
            if (found[1], found[2]) == (TRAFFIC, "visits"):
                return "visits"
            self._require(found[1])
            known = {"revenue": "revenue", "units_sold": "units"} | {name: name for name in self._measures}
            if found[2] not in known:
                raise BadExpression(f"{found[0]} sums what is no number of {self._sales}")
            return known[found[2]]

        text = _SUM.sub(summed, _DISTINCT.sub(counted, _FIRST_LINE.sub(counted, sql)))
        formula = parse(_NULLIF.sub(r"(\1)", text))
        unknown = formula.measures - self._measures.keys() - measures.BUILT_IN.keys()
        if unknown:
            raise BadExpression(f"{sql[:80]!r} names {min(unknown)}, which is no sum of a column")
        return formula

    def _require(self, dataset: str) -> None:
        if dataset != self._sales:
            raise BadExpression(f"is of the dataset {dataset}, which is not taken")


def _kpi(kpi: Mapping[str, Any]) -> Any:
    return (
        kpi["metric"]
        if kpi["metric"] == "growth_rate"
        else {key: kpi[key] for key in ("metric", "id", "title") if key in kpi}
    )


def _sql(metric: Mapping[str, Any]) -> str:
    said = metric.get("expression")
    for dialect in _list(said, "dialects") if isinstance(said, Mapping) else []:
        if dialect.get("dialect") == "ANSI_SQL":
            return str(dialect.get("expression", ""))
    raise BadExpression("has no expression in ANSI_SQL")


def _is_time(field: Mapping[str, Any]) -> bool:
    said = field.get("dimension")
    return isinstance(said, Mapping) and bool(said.get("is_time"))


def _extension(part: Mapping[str, Any]) -> dict[str, Any]:
    """What we have said ourselves of a part; empty in a document of another tool."""
    for one in _list(part, "custom_extensions"):
        if one.get("vendor_name") == VENDOR:
            try:
                found = json.loads(str(one.get("data")))
            except ValueError:
                return {}
            return found if isinstance(found, dict) else {}
    return {}


def _list(part: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = part.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def _name(part: Any) -> str:
    return str(part.get("name", "")) if isinstance(part, Mapping) else str(part)[:60]
