"""The Python client against a real server, and against one that fails."""

import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from concurrent import futures
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grpc
import pandas as pd
import pytest
from scripts.benchmark.stack import free_ports

from bi.v1 import system_pb2, system_pb2_grpc
from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest
from bi.v1.analytics_pb2 import ComparePeriodsRequest, GetForecastRequest, GetTrendsRequest
from bi.v1.dashboard_pb2 import GetChartDataRequest, GetKpisRequest
from bi.v1.data_pb2 import GetMetadataRequest
from bi_client import BiError, Client, DeadlineExceeded, InvalidArgument, Unavailable, to_frame

ROOT = Path(__file__).resolve().parents[2]
JANUARY: dict[str, Any] = {"start_date": "2024-01-01", "end_date": "2024-01-31"}
Info = Callable[[system_pb2.GetInfoRequest, grpc.ServicerContext], system_pb2.GetInfoResponse]


def test_every_service_answers(bi: Client) -> None:
    assert bi.system.GetInfo(system_pb2.GetInfoRequest()).message == "Business Intelligence API"
    assert list(bi.data.GetMetadata(GetMetadataRequest()).regions) == ["East", "North", "South", "West"]
    assert bi.dashboard.GetKpis(GetKpisRequest(**JANUARY)).kpis[0].id == "total_revenue"
    assert bi.analytics.GetTrends(GetTrendsRequest()).metric == "revenue"
    assert len(bi.analytics.GetForecast(GetForecastRequest(periods=3)).forecast) == 3
    ranges = ComparePeriodsRequest(
        current_start="2024-02-01", current_end="2024-02-29", previous_start="2024-01-01", previous_end="2024-01-31"
    )
    assert bi.analytics.ComparePeriods(ranges).current.revenue > 0
    assert bi.ai.GetInsights(GetInsightsRequest(start_date="2024-01-01", end_date="2024-01-31")).source == "built_in"
    assert (
        bi.ai.DetectAnomalies(DetectAnomaliesRequest(start_date="2024-01-01", end_date="2024-01-31")).metric
        == "revenue"
    )


def test_errors_are_typed_and_name_the_fields(bi: Client) -> None:
    with pytest.raises(InvalidArgument, match="2024-02-30") as raised:
        bi.dashboard.GetKpis(GetKpisRequest(start_date="2024-02-30", end_date="soon"))
    error = raised.value
    assert set(error.violations) == {"start_date", "end_date"}
    assert error.reason == "INVALID_INPUT"
    assert error.code is grpc.StatusCode.INVALID_ARGUMENT
    assert len(error.request_id) == 36
    assert isinstance(error, ValueError)
    assert isinstance(error, BiError)


def test_answers_become_tables(bi: Client) -> None:
    kpis = to_frame(bi.dashboard.GetKpis(GetKpisRequest(**JANUARY)).kpis)
    assert list(kpis["id"][:2]) == ["total_revenue", "growth_rate"]
    assert kpis["compared_range.start_date"].eq("2023-12-01").all()
    chart = to_frame(bi.dashboard.GetChartData(GetChartDataRequest(**JANUARY, group_by=["none"])).chart_data)
    assert len(chart) == 31
    assert pd.api.types.is_datetime64_any_dtype(chart["date"])
    assert chart["revenue"].sum() == pytest.approx(kpis["value"][0])
    # A day without orders has no average: missing, not zero.
    empty = GetChartDataRequest(start_date="2024-02-13", end_date="2024-02-13", metric="average_order_value")
    assert to_frame(bi.dashboard.GetChartData(empty).chart_data).get("value", pd.Series(dtype=float)).isna().all()


@contextmanager
def servicer(get_info: Info) -> Iterator[int]:
    """A server whose GetInfo does as it is told."""
    server = grpc.server(futures.ThreadPoolExecutor(2))

    class System(system_pb2_grpc.SystemServiceServicer):
        def GetInfo(  # noqa: N802 - the method's name in the proto
            self, request: system_pb2.GetInfoRequest, context: grpc.ServicerContext
        ) -> system_pb2.GetInfoResponse:
            return get_info(request, context)

    system_pb2_grpc.add_SystemServiceServicer_to_server(System(), server)  # type: ignore[abstract]  # GetHealth is not asked
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        yield port
    finally:
        server.stop(None).wait()


def failing(times: int, calls: list[int]) -> Info:
    def get_info(_request: system_pb2.GetInfoRequest, context: grpc.ServicerContext) -> system_pb2.GetInfoResponse:
        calls.append(1)
        if len(calls) <= times:
            context.abort(grpc.StatusCode.UNAVAILABLE, "the store cannot be reached")
        return system_pb2.GetInfoResponse(message="at last")

    return get_info


def test_a_server_that_is_unavailable_is_asked_again() -> None:
    calls: list[int] = []
    with servicer(failing(2, calls)) as port, Client(f"127.0.0.1:{port}") as client:
        assert client.system.GetInfo(system_pb2.GetInfoRequest()).message == "at last"
    assert len(calls) == 3


def test_attempts_are_bounded() -> None:
    calls: list[int] = []
    with servicer(failing(9, calls)) as port, Client(f"127.0.0.1:{port}", attempts=2) as client:
        with pytest.raises(Unavailable, match="the store cannot be reached"):
            client.system.GetInfo(system_pb2.GetInfoRequest())
        assert len(calls) == 2
    for attempts in (0, 6):
        with pytest.raises(ValueError, match="attempts"):
            Client(attempts=attempts)


def test_calls_end_at_their_deadline() -> None:
    def slow(_request: system_pb2.GetInfoRequest, context: grpc.ServicerContext) -> system_pb2.GetInfoResponse:
        while context.is_active():
            pass
        return system_pb2.GetInfoResponse()

    with servicer(slow) as port, Client(f"127.0.0.1:{port}", timeout=0.2) as client:
        with pytest.raises(DeadlineExceeded):
            client.system.GetInfo(system_pb2.GetInfoRequest())
        with pytest.raises(TimeoutError):
            client.system.GetInfo(system_pb2.GetInfoRequest(), timeout=0.1)


def test_nobody_there_is_unavailable() -> None:
    with Client(f"127.0.0.1:{free_ports(1)}", attempts=1) as client, pytest.raises(Unavailable):
        client.system.GetInfo(system_pb2.GetInfoRequest())


def test_the_package_stands_on_its_own(tmp_path: Path) -> None:
    """Built and unpacked beside nothing but gRPC: no pandas, no server, no protos."""
    built = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", tmp_path, "clients/python"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    venv.create(tmp_path / "venv", with_pip=False)
    site = next((tmp_path / "venv").glob("lib*/python3*/site-packages"))
    subprocess.run([sys.executable, "-m", "zipfile", "-e", next(tmp_path.glob("*.whl")), site], check=True)
    for name in ("grpc", "grpc_status", "google", "typing_extensions.py"):  # what it depends on, as the tests have it
        found = next(Path(p) / name for p in sys.path if "site-packages" in p and (Path(p) / name).exists())
        (site / name).symlink_to(found)
    code = (
        "import bi_client, importlib.resources as r\n"
        "assert r.files('bi.v1').joinpath('api.binpb').is_file()\n"
        "assert r.files('bi_client').joinpath('py.typed').is_file()\n"
        "try: bi_client.to_frame([])\n"
        "except ImportError as e: print(e)\n"
    )
    python = tmp_path / "venv" / "bin" / "python"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "tables need pandas: pip install bi-client[pandas]", done.stderr
