"""A model in the exchange format of Apache Ossie (core specification 0.2.0.dev0), for other tools.

Two datasets, sales and traffic; metrics as ANSI SQL over them. What the format has no word for (titles, formats, which
way is good) is in an extension of our own.
"""

import json
import re
from typing import Any

from .calendar import WEEKDAYS
from .dimensions import Dimension
from .measures import Measure
from .metrics import Metric
from .model import Model
from .money import DEFAULT_CURRENCY

VERSION = "0.2.0.dev0"
VENDOR = "BI"
# Measures that every store has and that are no sum of a column of the same name. An order counts by its first line.
AGGREGATES = {
    "revenue": "SUM(sales.revenue)",
    "units": "SUM(sales.units_sold)",
    "orders": "SUM(CASE WHEN sales.order_line = 1 THEN 1 ELSE 0 END)",
    "customers": "COUNT(DISTINCT sales.customer_id)",
    "visits": "SUM(traffic.visits)",
}
_MEASURE = re.compile(r"[a-z_][a-z0-9_]*")


def exported(model: Model, name: str) -> dict[str, Any]:
    """The document, as it is written to YAML or JSON."""
    split = [dimension for dimension in model.dimensions if dimension.has_visits]
    datasets = [
        {
            "name": "sales",
            "source": "sales_data",
            "primary_key": ["id"],
            "unique_keys": [["order_id", "order_line"]],
            "description": "A row for each line of an order; refunds are below zero.",
            "fields": [
                _field("date", "date", "DateTime", is_time=True),
                *(_dimension(dimension, dimension.column) for dimension in model.dimensions),
                _field("revenue", "revenue", "Decimal"),
                _field("units_sold", "units_sold", "Decimal"),
                _field("order_line", "order_line", "Integer"),
                _field("customer_id", "customer_id", "String"),
                *(_measure(measure) for measure in model.own_measures),
            ],
        },
        {
            "name": "traffic",
            "source": "site_traffic",
            "primary_key": ["id"],
            "description": "Visits of a day, by category and region where they are known.",
            "fields": [
                _field("date", "date", "Date", is_time=True),
                *(_dimension(dimension, dimension.id) for dimension in split),
                _field("visits", "visits", "Integer"),
            ],
        },
    ]
    metrics = [_metric(metric) for metric in model.metrics.values()]
    kpis = [{"id": kpi.id, "title": kpi.title, "metric": kpi.metric.id if kpi.metric else kpi.id} for kpi in model.kpis]
    calendar = {
        "week_starts": WEEKDAYS[model.calendar.week_starts],
        "fiscal_year_starts": model.calendar.fiscal_year_starts,
    }
    currency = "" if model.currency == DEFAULT_CURRENCY else model.currency
    more = _extension(kpis=kpis, calendar=calendar, currency=currency)
    return {
        "version": VERSION,
        "semantic_model": [{"name": name, "datasets": datasets, "metrics": metrics, "custom_extensions": more}],
        "dialects": ["ANSI_SQL"],
        "vendors": [VENDOR],
    }


def sql_of(metric: Metric) -> str:
    """Its formula over the two datasets; undefined (NULL) over zero."""
    above, _, below = metric.formula.partition(" / ")
    if not below:
        return _summed(above)
    return f"1.0 * {_summed(above)} / NULLIF({_summed(below)}, 0)"


def _summed(formula: str) -> str:
    return _MEASURE.sub(lambda name: AGGREGATES.get(name[0], f"SUM(sales.{name[0]})"), formula)


def _expression(text: str) -> dict[str, Any]:
    return {"dialects": [{"dialect": "ANSI_SQL", "expression": text}]}


def _extension(**told: Any) -> list[dict[str, str]]:
    return [{"vendor_name": VENDOR, "data": json.dumps({key: value for key, value in told.items() if value})}]


def _field(name: str, column: str, datatype: str, *, is_time: bool = False) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "expression": _expression(column), "datatype": datatype}
    return field | ({"dimension": {"is_time": True}} if is_time else {})


def _dimension(dimension: Dimension, column: str) -> dict[str, Any]:
    more = _extension(of=dimension.parent, wide=dimension.wide)
    field = _field(dimension.id, column, "String")
    return field | {"dimension": {}, "label": dimension.title, "custom_extensions": more}


def _measure(measure: Measure) -> dict[str, Any]:
    more = _extension(unit=measure.unit, decimals=measure.decimals)
    return _field(measure.column, measure.column, "Decimal") | {"label": measure.title, "custom_extensions": more}


def _metric(metric: Metric) -> dict[str, Any]:
    return {
        "name": metric.id,
        "expression": _expression(sql_of(metric)),
        "description": f"{metric.title}: {metric.formula}",
        "custom_extensions": _extension(
            title=metric.title,
            format=metric.format,
            favorable=metric.favorable,
            scale=metric.scale,
            undefined=metric.undefined,
            drives=list(metric.drives),
        ),
    }
