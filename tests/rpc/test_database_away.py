"""While the database is away every read is answered from what was read before, and says how old that is."""

import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import grpc
import pytest
from google.api.httpbody_pb2 import HttpBody
from grpc_health.v1 import health_pb2, health_pb2_grpc
from tests.databases import Postgres, running_postgres
from tests.rpc import faults
from tests.rpc.faults import Fault
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, write

from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest
from bi.v1.analytics_pb2 import ComparePeriodsRequest, GetForecastRequest, GetTrendsRequest
from bi.v1.dashboard_pb2 import (
    GetChartDataRequest,
    GetDashboardRequest,
    GetKpiHistoryRequest,
    GetKpisRequest,
    GetSummaryRequest,
)
from bi.v1.data_pb2 import GetMetadataRequest, ImportFileRequest, ListRowsRequest
from bi.v1.system_pb2 import GetHealthRequest, GetHealthResponse
from bi_server.answers.notes import WITHOUT_ROWS
from bi_server.store import migrate
from bi_server.store.engine import open_engine

PATIENCE = 60  # seconds, on a busy machine
FIRST = date(2024, 1, 1)
# One order makes up for all that May brought more than April: the comparison looks for it in the rows.
SALES = Books(
    (
        *(Sale(FIRST + timedelta(i), 3000 - 5 * i, 1, "Books", "North", f"C{i % 9}") for i in range(152)),
        Sale(date(2024, 5, 10), 500_000, 1, "Sports", "South", "C1"),
    )
)
MAY: dict[str, Any] = {"start_date": "2024-05-01", "end_date": "2024-05-31"}
COMPARISON = ComparePeriodsRequest(
    current_start="2024-05-01", current_end="2024-05-30", previous_start="2024-04-01", previous_end="2024-04-30"
)
READS: dict[str, Callable[[Client], tuple[Any, grpc.Call]]] = {
    "metadata": lambda c: c.data.GetMetadata.with_call(GetMetadataRequest()),
    "kpis": lambda c: c.dashboard.GetKpis.with_call(GetKpisRequest(**MAY)),
    "chart": lambda c: c.dashboard.GetChartData.with_call(GetChartDataRequest(**MAY)),
    "summary": lambda c: c.dashboard.GetSummary.with_call(GetSummaryRequest(**MAY)),
    "dashboard": lambda c: c.dashboard.GetDashboard.with_call(GetDashboardRequest(**MAY)),
    "history": lambda c: c.dashboard.GetKpiHistory.with_call(GetKpiHistoryRequest(kpi="total_revenue")),
    "trends": lambda c: c.analytics.GetTrends.with_call(GetTrendsRequest()),
    "forecast": lambda c: c.analytics.GetForecast.with_call(GetForecastRequest(periods=7)),
    "comparison": lambda c: c.analytics.ComparePeriods.with_call(COMPARISON),
    "insights": lambda c: c.ai.GetInsights.with_call(GetInsightsRequest(**MAY)),
    "anomalies": lambda c: c.ai.DetectAnomalies.with_call(DetectAnomaliesRequest(**MAY)),
}


@pytest.fixture(scope="module")
def own_postgres() -> Iterator[Postgres]:
    """One that may be stopped."""
    with running_postgres() as server:
        yield server


@pytest.fixture(params=["removed", "overwritten", "stopped", "frozen"])
def fault(request: pytest.FixtureRequest) -> Fault:
    if request.param in ("stopped", "frozen"):
        found: Fault = getattr(faults, request.param)(request.getfixturevalue("own_postgres"))
    else:
        found = getattr(faults, request.param)
    return found


@pytest.fixture
def url(request: pytest.FixtureRequest, fault: Fault, servers: Servers) -> str:
    if fault in (faults.removed, faults.overwritten):
        address = servers.database()
    else:
        address = request.getfixturevalue("own_postgres").new_database()
        engine = open_engine(address)
        migrate.upgrade(engine)
        engine.dispose()
    write(address, SALES)
    return address


def health(client: Client) -> GetHealthResponse:
    answer: GetHealthResponse = client.system.GetHealth(GetHealthRequest(), timeout=PATIENCE)
    return answer


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def age(call: grpc.Call) -> str | None:
    value = dict(call.trailing_metadata() or ()).get("x-data-age")
    return value if value is None else str(value)


def take_in(client: Client, number: int) -> Any:
    row = f"date,revenue,units_sold,product_category,region,order_id\n2024-05-20,{number},1,Books,North,N{number}\n"
    file = HttpBody(content_type="text/csv", data=row.encode())
    return client.data.ImportFile(iter([ImportFileRequest(file=file)]), timeout=PATIENCE)


def revenue(client: Client) -> float:
    found: float = client.dashboard.GetKpis(GetKpisRequest(**MAY)).kpis[0].value
    return found


def refused(work: Callable[[], Any]) -> str:
    """The words of an UNAVAILABLE."""
    with pytest.raises(grpc.RpcError) as raised:
        work()
    error = raised.value
    assert isinstance(error, grpc.Call)
    assert error.code() is grpc.StatusCode.UNAVAILABLE, error
    return str(error.details())


def test_every_read_goes_on_and_imports_are_refused(servers: Servers, fault: Fault, url: str) -> None:
    with servers.serving(url, SALES) as client:
        before = revenue(client)
        assert age(READS["kpis"](client)[1]) is None
        with fault(url):
            assert revenue(client) == before  # at once, whether it has been noticed or not
            until(lambda: health(client).components[0].status == "away")
            assert health(client).status == "healthy"
            assert health(client).components[0].detail
            for name, read in READS.items():
                answer, call = read(client)
                assert age(call) is not None, name
                assert answer.ByteSize(), name
            history = READS["history"](client)[0]
            assert "away" in history.reason
            assert [p.date for p in history.points][-1] == "2024-05-31"
            assert WITHOUT_ROWS in READS["comparison"](client)[0].notes
            assert refused(lambda: client.data.ListRows(ListRowsRequest(**MAY)))
            assert refused(lambda: take_in(client, 1))
        until(lambda: health(client).components[0].status == "healthy")
        assert age(READS["kpis"](client)[1]) is None
        # Nothing that was told without a look at the rows is told any longer.
        until(lambda: WITHOUT_ROWS not in READS["comparison"](client)[0].notes)
        found = READS["comparison"](client)[0].notes
        assert any("order" in note for note in found)
        until(lambda: WITHOUT_ROWS not in READS["insights"](client)[0].notes)
        until(lambda: not READS["history"](client)[0].points)  # as recorded: nothing was
        assert take_in(client, 2).inserted == 1
        assert revenue(client) == round(before + 2, 2)


def serving_of(client: Client, service: str) -> str:
    """What grpc.health.v1 says."""
    check = health_pb2_grpc.HealthStub(client.channel).Check  # type: ignore[attr-defined]  # its stub file lacks it
    answer = check(health_pb2.HealthCheckRequest(service=service), timeout=PATIENCE)
    return str(health_pb2.HealthCheckResponse.ServingStatus.Name(answer.status))


def test_what_is_too_old_is_not_told(servers: Servers) -> None:
    url = servers.database()
    write(url, SALES)
    with servers.serving(url, SALES, max_stale_seconds=0) as client:
        before = revenue(client)
        with faults.removed(url):
            until(lambda: serving_of(client, "") == "NOT_SERVING")
            for service in ("AiService", "AnalyticsService", "DashboardService", "DataService"):
                assert serving_of(client, f"bi.v1.{service}") == "NOT_SERVING"
            assert serving_of(client, "bi.v1.SystemService") == "SERVING"
            for read in READS.values():
                assert "gone" in refused(lambda read=read: read(client))  # type: ignore[misc]
            assert "gone" in refused(lambda: health(client))
            assert not faults.file_of(url).exists(), "no new file is made in the place of the old one"
        until(lambda: serving_of(client, "") == "SERVING")
        assert serving_of(client, "bi.v1.DashboardService") == "SERVING"
        assert revenue(client) == before


def test_an_import_does_not_wait_for_ever_and_reads_not_at_all(servers: Servers) -> None:
    url = servers.database()
    write(url, SALES)
    with servers.serving(url, SALES, import_wait_seconds=0.2) as client:
        before = revenue(client)
        with faults.locked(url):
            assert "locked" in refused(lambda: take_in(client, 1))
            assert revenue(client) == before
            assert age(READS["kpis"](client)[1]) is None, "what was read is the newest"
        assert take_in(client, 1).inserted == 1
        assert revenue(client) == round(before + 1, 2)


def test_a_server_that_starts_without_its_database_takes_it_up(servers: Servers) -> None:
    url = servers.database()
    write(url, SALES)
    fault = faults.removed(url)
    fault.__enter__()
    with servers.serving(url, SALES) as client:
        assert "gone" in refused(lambda: revenue(client))
        assert "gone" in refused(lambda: health(client))
        assert serving_of(client, "") == "NOT_SERVING"
        fault.__exit__(None, None, None)
        until(lambda: serving_of(client, "") == "SERVING")
        assert revenue(client)
