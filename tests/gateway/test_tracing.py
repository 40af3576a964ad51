"""A request is one trace, from Envoy to SQL and the model, and what it asks for is in none of its spans."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from tests.gateway import stack
from tests.gateway.stack import PATIENCE, Gateway
from tests.narration.chat_server import answered, chat_server, drafts

from bi.v1.data_pb2 import GetMetadataRequest
from bi.v1.data_pb2_grpc import DataServiceStub
from bi_server.access import keys
from bi_server.store.engine import opened

RANGE = "start_date=2024-01-01&end_date=2024-03-31"
KEY_OF_MODEL = "sk-planted-91ab"
IDS = count(1)


@dataclass(frozen=True)
class Told:
    """A span, as the collector gets it."""

    service: str
    name: str
    trace: bytes
    span: bytes
    parent: bytes
    is_error: bool


@dataclass
class Collector:
    """What OTLP brings over HTTP."""

    port: int = 0
    bodies: list[bytes] = field(default_factory=list)

    def spans(self, trace: bytes) -> list[Told]:
        found = []
        for body in list(self.bodies):
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                named = {one.key: one.value.string_value for one in resource.resource.attributes}
                for scope in resource.scope_spans:
                    for span in scope.spans:
                        told = (span.name, span.trace_id, span.span_id, span.parent_span_id, span.status.code == 2)
                        found.append(Told(named["service.name"], *told))
        return [span for span in found if span.trace == trace]

    def until(self, trace: bytes, is_there: Callable[[dict[str, Told]], bool]) -> dict[str, Told]:
        """The spans of a trace by name, once those are there that are waited for."""
        end = time.monotonic() + PATIENCE
        while True:
            found = {span.name: span for span in self.spans(trace)}
            if is_there(found):
                return found
            assert time.monotonic() < end, sorted(found)
            time.sleep(0.1)


@contextmanager
def collecting() -> Iterator[Collector]:
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            length = self.headers["Content-Length"]
            collector.bodies.append(self.rfile.read(int(length)) if length else b"".join(self.chunks()))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def chunks(self) -> Iterator[bytes]:
            while size := int(self.rfile.readline(), 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    collector.port = listener.server_address[1]
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield collector
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()


@dataclass(frozen=True)
class Traced:
    """The product, and who collects its traces."""

    gateway: Gateway
    collector: Collector
    key: str

    def get(self, path: str) -> bytes:
        """Asks as a part of a trace of the caller's; its id."""
        trace = next(IDS).to_bytes(16, "big")
        headers = {"x-api-key": self.key, "traceparent": f"00-{trace.hex()}-{b'callers!'.hex()}-01"}
        self.gateway.get(path, **headers)
        return trace


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Traced]:
    folder = tmp_path_factory.mktemp("traced")
    with collecting() as collector, chat_server(lambda findings: answered(drafts(findings))) as model:
        settings = {
            "otel_exporter_otlp_endpoint": f"http://127.0.0.1:{collector.port}",
            "auth_api_keys": True,
            "openai_api_key": KEY_OF_MODEL,
            "openai_base_url": model.base_url,
        }
        with stack.server(folder, sample_records=500, otel_bsp_schedule_delay=100, **settings) as port:
            with opened(f"sqlite:///{folder}/bi.db") as engine:
                key = keys.add(engine, "planted", "admin", None)
            with stack.envoy(folder, port, **settings) as gateway:
                yield Traced(gateway, collector, key)


def path_of(spans: dict[str, Told], name: str) -> list[str]:
    """Names from a span up to the first one of ours."""
    names, by_id = [name], {span.span: span for span in spans.values()}
    while (parent := by_id.get(spans[names[-1]].parent)) is not None:
        names.append(parent.name)
    return names


def test_a_request_is_one_trace_from_envoy_to_sql(traced: Traced) -> None:
    trace = traced.get("/api/data/imports")
    route, call = "GET /api/data/imports", "ImportService/ListImports"
    spans = traced.collector.until(trace, lambda found: {route, call, "SELECT imports"} <= found.keys())
    assert path_of(spans, "SELECT imports") == ["SELECT imports", "charts", call, route]
    assert spans[route].parent == b"callers!"
    assert (spans[route].service, spans[call].service) == ("bi-gateway", "bi-server")
    assert not any(span.is_error for span in spans.values())


def test_long_answers_are_traced_through_both_of_envoys_processes(traced: Traced) -> None:
    trace = traced.get(f"/api/dashboard/chart-data?{RANGE}")
    call = "DashboardService/GetChartData"

    def gateways() -> list[Told]:
        return [span for span in traced.collector.spans(trace) if span.service == "bi-gateway"]

    spans = traced.collector.until(trace, lambda found: call in found and len(gateways()) == 2)
    assert spans[call].parent in {span.span for span in gateways()}


def test_work_that_waits_and_the_model_have_spans_of_their_own(traced: Traced) -> None:
    trace = traced.get(f"/api/ai/ai-insights?{RANGE}")
    call, model = "AiService/GetInsights", "chat gpt-4o-mini"
    rows = "SELECT sales_data"  # of the process that computes the analysis
    spans = traced.collector.until(trace, lambda found: {call, "analyses", "work", rows, model} <= found.keys())
    assert path_of(spans, rows)[:4] == [rows, "work", "analyses", call]
    assert path_of(spans, model)[1] == call


def test_a_call_that_fails_says_so_and_not_what_it_asked_for(traced: Traced) -> None:
    route, call = "GET /api/dashboard/kpis", "DashboardService/GetKpis"
    trace = traced.get(f"/api/dashboard/kpis?{RANGE}&region=Planted-Name")
    spans = traced.collector.until(trace, lambda found: {route, call} <= found.keys())
    assert spans[call].is_error
    told = b"".join(traced.collector.bodies)
    assert b"GetKpis" in told
    for planted in (traced.key, KEY_OF_MODEL, "Planted-Name", "2024-01-01", "North", "imports.id"):
        assert planted.encode() not in told


def test_grpc_alone_is_traced_too(traced: Traced) -> None:
    trace = next(IDS).to_bytes(16, "big")
    metadata = (("x-api-key", traced.key), ("traceparent", f"00-{trace.hex()}-{b'callers!'.hex()}-01"))
    with grpc.insecure_channel(f"127.0.0.1:{traced.gateway.grpc_port}") as channel:
        DataServiceStub(channel).GetMetadata(GetMetadataRequest(), metadata=metadata)
    call = "DataService/GetMetadata"
    assert traced.collector.until(trace, lambda found: call in found)[call].parent == b"callers!"


def test_without_a_collector_nothing_of_it_is_loaded() -> None:
    code = (
        "import sys; from bi_server import app, tracing; from bi_server.settings import Settings;"
        "assert tracing.begin(Settings(_env_file=None)) is None;"
        "print([name for name in sys.modules if name.startswith('opentelemetry')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
