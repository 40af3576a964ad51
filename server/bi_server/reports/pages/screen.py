"""What pages are made of: the answers of one snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bi.v1 import ai_pb2, analytics_pb2, dashboard_pb2, data_pb2
from bi_server.reports.about import About


@dataclass(frozen=True)
class Screen:
    """Answers to one question. What could not be answered is None, and `missing` says why.

    `points` are one series of `metric`; `compared` is the same of the range compared with, step by step. `last_day` is
    the last complete day of the data, `YYYY-MM-DD`: what lies behind it has not come yet.
    """

    about: About
    kpis: Sequence[dashboard_pb2.Kpi]
    summary: dashboard_pb2.GetSummaryResponse
    metric: data_pb2.MetricInfo
    metrics: Mapping[str, data_pb2.MetricInfo]
    granularity: str
    points: Sequence[dashboard_pb2.ChartPoint]
    compared: Sequence[dashboard_pb2.ChartPoint]
    last_day: str
    forecast: analytics_pb2.GetForecastResponse | None
    anomalies: ai_pb2.DetectAnomaliesResponse | None
    comparison: analytics_pb2.ComparePeriodsResponse | None
    insights: ai_pb2.GetInsightsResponse | None
    missing: Sequence[str] = ()
