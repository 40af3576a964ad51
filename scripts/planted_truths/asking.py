"""A server over a shop's rows, and what it answers."""

import asyncio
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from bi.v1 import ai_pb2, analytics_pb2, dashboard_pb2
from bi_client import Client
from bi_server import app
from bi_server.settings import Settings
from bi_server.store import ingest, migrate
from bi_server.store.engine import opened
from bi_server.workers.breeding import spawned_template

NO_TRAFFIC = pd.DataFrame({"date": [], "region": [], "category": [], "visits": []})


class Asking:
    """The routes, asked as a dashboard asks them."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def insights(self, start: str, end: str, **more: Any) -> list[ai_pb2.Insight]:
        """The claims of a range, eight at most unless `limit` says otherwise."""
        request = ai_pb2.GetInsightsRequest(start_date=start, end_date=end, **more)
        return list(self._client.ai.GetInsights(request).insights)

    def anomalies(self, start: str, end: str, **more: Any) -> list[ai_pb2.Anomaly]:
        """What stands out in a range."""
        request = ai_pb2.DetectAnomaliesRequest(start_date=start, end_date=end, **more)
        return list(self._client.ai.DetectAnomalies(request).anomalies)

    def kpis(self, start: str, end: str, **more: Any) -> dict[str, dashboard_pb2.Kpi]:
        """The KPIs of a range by id."""
        request = dashboard_pb2.GetKpisRequest(start_date=start, end_date=end, **more)
        return {kpi.id: kpi for kpi in self._client.dashboard.GetKpis(request).kpis}

    def trends(self, period: str, **more: Any) -> analytics_pb2.GetTrendsResponse:
        """The trend of the last days."""
        return self._client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period=period, **more))

    def forecast(self, periods: int, **more: Any) -> float:
        """The sum of the steps to come."""
        request = analytics_pb2.GetForecastRequest(periods=periods, **more)
        return sum(point.value for point in self._client.analytics.GetForecast(request).forecast)


@contextmanager
def serving(sales: pd.DataFrame, traffic: pd.DataFrame | None, **settings: str) -> Iterator[Asking]:
    """A real server over a new SQLite store with these rows."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    template = spawned_template()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'shop.db'}"
        with opened(url) as engine:
            migrate.upgrade(engine)
            with engine.execution_options(writes=True).begin() as connection:
                ingest.append(connection, sales, NO_TRAFFIC if traffic is None else traffic)
        chosen = Settings(database_url=url, host="127.0.0.1", grpc_port=0, openai_api_key="", **settings)  # type: ignore[arg-type]
        running = asyncio.run_coroutine_threadsafe(app.start(chosen, template), loop).result(60)
        try:
            with Client(f"127.0.0.1:{running.port}") as client:
                yield Asking(client)
        finally:
            asyncio.run_coroutine_threadsafe(running.stop(), loop).result(60)
            template.close()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()
