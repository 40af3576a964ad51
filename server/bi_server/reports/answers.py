"""Answers as tables. Columns are called as the fields of the messages."""

from collections.abc import Iterable, Sequence

from bi.v1 import analytics_pb2, common_pb2, dashboard_pb2, data_pb2
from bi_server.reports.tables import Cell, Column, Kind, Table

SCREEN_PARTS = {"kpi": "KPIs", "category": "Categories", "region": "Regions", "chart_data": "Chart data"}
COMPARISON_PARTS = {
    "metric": "Metrics",
    "category": "Categories",
    "region": "Regions",
    "price_volume_mix": "Price, volume, mix",
    "cause": "Causes",
}
_KPI = [
    Column("id", "Id"),
    Column("title", "KPI"),
    Column("value", "Value", "by_row"),
    Column("format", "Format"),
    Column("change", "Change", "by_row"),
    Column("change_unit", "Change unit"),
    Column("trend", "Trend"),
    Column("previous_value", "Compared value", "by_row"),
    Column("basis", "Basis"),
    Column("compared_start", "Compared from", "date"),
    Column("compared_end", "Compared to", "date"),
    Column("current_value", "Value of the days compared", "by_row"),
    Column("current_start", "Days compared from", "date"),
    Column("current_end", "Days compared to", "date"),
    Column("current_is_partial", "Range goes on", "truth"),
    Column("base_is_partial", "Base is partial", "truth"),
    Column("relative_error", "Relative error (%)", "number"),
    Column("value_reason", "Why no value"),
    Column("change_reason", "Why no change"),
    Column("notes", "Notes"),
]


def kpis(found: Sequence[dashboard_pb2.Kpi]) -> Table:
    """One KPI a row; its sparkline is left to the chart data."""
    return Table("KPIs", _KPI, [_kpi(one) for one in found])


def _kpi(kpi: dashboard_pb2.Kpi) -> list[Cell]:
    return [
        kpi.id,
        kpi.title,
        kpi.value if kpi.HasField("value") else None,
        kpi.format,
        kpi.change if kpi.HasField("change") else None,
        kpi.change_unit,
        kpi.trend,
        kpi.previous_value if kpi.HasField("previous_value") else None,
        kpi.basis,
        *_dates(kpi.compared_range),
        kpi.current_value if kpi.HasField("current_value") else None,
        *_dates(kpi.current_range),
        kpi.current_is_partial,
        kpi.base_is_partial,
        kpi.relative_error,
        kpi.value_reason,
        kpi.change_reason,
        " ".join(kpi.notes),
    ]


def _dates(days: common_pb2.DateRange) -> tuple[str | None, str | None]:
    return days.start_date or None, days.end_date or None


def chart_data(points: Sequence[dashboard_pb2.ChartPoint], metric: data_pb2.MetricInfo) -> Table:
    """One step of one series a row, with a column for each dimension that it is split by."""
    by = dimensions(points)
    return Table(
        "Chart data",
        [
            Column("date", "Date", "date"),
            *(Column(name, name.replace("_", " ").capitalize()) for name in by),
            Column("value", metric.title, _kind(metric.format)),
            Column("revenue", "Revenue", "currency"),
            Column("units", "Units", "number"),
            Column("orders", "Orders", "number"),
            Column("complete", "Complete", "truth"),
            Column("filled", "Filled in", "truth"),
        ],
        [[one.date, *part(one, by), _value(one), *_sums(one), one.complete, one.filled] for one in points],
    )


def dimensions(points: Iterable[dashboard_pb2.ChartPoint]) -> list[str]:
    """What points are split by, in a fixed order."""
    first = next(iter(points), dashboard_pb2.ChartPoint())
    built_in = [name for name in ("category", "region") if getattr(first, name)]
    return [*built_in, *sorted(first.segment)]


def part(point: dashboard_pb2.ChartPoint, by: Sequence[str]) -> list[str]:
    """The names of what a point is of."""
    return [getattr(point, name) if name in ("category", "region") else point.segment[name] for name in by]


def _value(point: dashboard_pb2.ChartPoint) -> float | None:
    return point.value if point.HasField("value") else None


def _sums(point: dashboard_pb2.ChartPoint) -> tuple[float, float, float]:
    return point.revenue, point.units, point.orders


def _kind(text: str) -> Kind:
    return text or "text"  # type: ignore[return-value]


def comparison(answer: analytics_pb2.ComparePeriodsResponse) -> Table:
    """Everything that changed, and what drove the change of revenue; the first column says which of them a row is."""
    columns = [
        Column("part", "Part"),
        Column("name", "Name"),
        Column("format", "Format"),
        Column("current", "Current", "by_row"),
        Column("previous", "Previous", "by_row"),
        Column("change", "Change", "by_row"),
        Column("change_percent", "Change (%)", "percent"),
        Column("share", "Share of the change (%)", "percent"),
        Column("share_basis", "Share of"),
        Column("trend", "Trend"),
        Column("reason", "Why left out"),
    ]
    rows: list[list[Cell]] = [_moved(one) for one in answer.changes]
    drivers = answer.drivers
    rows += [_contribution("category", one.segment.category, one) for one in drivers.categories]
    rows += [_contribution("region", one.segment.region, one) for one in drivers.regions]
    mix = drivers.price_volume_mix
    for field in ("volume", "price", "mix", "new_segments", "lost_segments"):
        change = getattr(mix, field)
        rows.append(["price_volume_mix", field, "currency", None, None, change, None, None, "", "", ""])
    for cause in drivers.causes:
        share = cause.share if cause.HasField("share") else None
        figures = (cause.actual, cause.expected, cause.change)
        rows.append(["cause", segment_name(cause.segment), "currency", *figures, None, share, "", "", ""])
    return Table("Comparison", columns, rows)


def _moved(one: common_pb2.MetricChange) -> list[Cell]:
    figures = [
        getattr(one, name) if one.HasField(name) else None for name in ("current", "previous", "absolute", "percent")
    ]
    return ["metric", one.metric, one.format, *figures, None, "", one.trend, one.reason]


def _contribution(kind: str, name: str, one: common_pb2.Contribution) -> list[Cell]:
    share = one.share if one.HasField("share") else None
    figures = (one.current, one.previous, one.change)
    return [kind, name, "currency", *figures, None, share, one.share_basis, "", one.share_reason]


def segment_name(segment: common_pb2.Segment) -> str:
    """`Books, North`, or `all`."""
    return ", ".join(filter(None, (segment.category, segment.region, *segment.dimensions.values()))) or "all"


def query(answer: data_pb2.QueryResponse) -> Table:
    """The answer's own columns and rows."""
    kinds: dict[str, Kind] = {"date": "date", "name": "text"}
    columns = [Column(one.id, one.title, kinds.get(one.type) or _kind(one.format)) for one in answer.columns]
    rows = [[_plain(cell) for cell in row.values] for row in answer.rows]
    return Table("Query", columns, rows)


def _plain(cell: object) -> Cell:
    kind = cell.WhichOneof("kind")  # type: ignore[attr-defined]
    return None if kind == "null_value" else getattr(cell, kind)


def screen(answer: dashboard_pb2.GetDashboardResponse, metric: data_pb2.MetricInfo) -> Table:
    """KPIs, categories, regions and the chart of a metric; the first column says which of them a row is."""
    columns = [
        Column("part", "Part"),
        Column("id", "Name"),
        Column("title", "Title"),
        Column("date", "Date", "date"),
        Column("segment", "Of"),
        Column("value", "Value", "by_row"),
        Column("format", "Format"),
        Column("change", "Change", "by_row"),
        Column("change_unit", "Change unit"),
        Column("trend", "Trend"),
        Column("previous_value", "Compared value", "by_row"),
        Column("share", "Share (%)", "percent"),
        Column("orders", "Orders", "number"),
        Column("units", "Units", "number"),
        Column("reason", "Why left out"),
    ]
    return Table("Dashboard", columns, [*_screen_kpis(answer), *_screen_parts(answer), *_screen_points(answer, metric)])


def _screen_kpis(answer: dashboard_pb2.GetDashboardResponse) -> Iterable[list[Cell]]:
    for kpi in answer.kpis:
        value, change, before = (
            getattr(kpi, name) if kpi.HasField(name) else None for name in ("value", "change", "previous_value")
        )
        moved = (change, kpi.change_unit, kpi.trend, before)
        reasons = "; ".join(filter(None, (kpi.value_reason, kpi.change_reason)))
        yield ["kpi", kpi.id, kpi.title, None, "", value, kpi.format, *moved, None, None, None, reasons]


def _screen_parts(answer: dashboard_pb2.GetDashboardResponse) -> Iterable[list[Cell]]:
    summary = answer.summary
    for kind, found in (("category", summary.category_performance), ("region", summary.regional_performance)):
        for one in found:
            change = one.change if one.HasField("change") else None
            share = one.share if one.HasField("share") else None
            moved = (change, "percent", one.trend, one.previous_revenue)
            reasons = "; ".join(filter(None, (one.share_reason, one.change_reason)))
            figures = (one.revenue, "currency", *moved, share, one.orders, one.units)
            yield [kind, one.name, "Revenue", None, one.name, *figures, reasons]


def _screen_points(answer: dashboard_pb2.GetDashboardResponse, metric: data_pb2.MetricInfo) -> Iterable[list[Cell]]:
    by = dimensions(answer.chart_data)
    for point in answer.chart_data:
        of = ", ".join(part(point, by))
        figures = (_value(point), metric.format, None, "", "", None, None, point.orders, point.units)
        yield ["chart_data", metric.id, metric.title, point.date, of, *figures, ""]
