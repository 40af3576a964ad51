"""Forecasts with bounds and a record: `forecast` one series, `reconcile` the parts with their total."""

from bi_server.analysis.forecasting.frequency import FREQUENCIES, Frequency, Granularity
from bi_server.analysis.forecasting.reconciliation import reconcile, with_values
from bi_server.analysis.forecasting.result import Backtest, Forecast, Point
from bi_server.analysis.forecasting.selection import forecast
from bi_server.analysis.forecasting.sums import forecast_sums
from bi_server.analysis.forecasting.unknown import missing_days

__all__ = [
    "FREQUENCIES",
    "Backtest",
    "Forecast",
    "Frequency",
    "Granularity",
    "Point",
    "forecast",
    "forecast_sums",
    "missing_days",
    "reconcile",
    "with_values",
]
