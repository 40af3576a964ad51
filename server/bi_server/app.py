"""The composition root: the only place that knows every part."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import grpc
from grpc_health.v1 import health, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from bi.v1 import ai_pb2, analytics_pb2, auth_pb2, dashboard_pb2, data_pb2, live_pb2, report_pb2, system_pb2
from bi_server import tracing
from bi_server.access.gate import Gate
from bi_server.access.opening import open_gate, open_sessions
from bi_server.answers import kpi_history
from bi_server.answers.holiday_calendar import holiday_calendar
from bi_server.ingest.spool import remove_left_behind
from bi_server.narration import OpenAiNarrator
from bi_server.reach import refuse_open_door
from bi_server.rpc.boundary import Boundary
from bi_server.rpc.cache import AnswerCache
from bi_server.rpc.health import Health
from bi_server.rpc.listening import end_when_deaf
from bi_server.rpc.ports import open_ports
from bi_server.rpc.service import Service
from bi_server.semantic import read_model
from bi_server.services import ai, analytics, dashboard, imports, report
from bi_server.services.auth import AuthService
from bi_server.services.changes import Changes
from bi_server.services.data import DataService
from bi_server.services.live import LiveService
from bi_server.services.narrator import narrator_of
from bi_server.services.report_pages import Services
from bi_server.services.system import SystemService
from bi_server.settings import Settings, authority
from bi_server.siblings import Siblings
from bi_server.store.engine import open_engine
from bi_server.store.rows import open_rows
from bi_server.store.store import Store
from bi_server.supervisor import stop_on_signals
from bi_server.tracing import Tracing
from bi_server.workers import Processes, Template, Threads, WorkersByCost
from bi_server.workers.breeding import forked_template, keep_replacing

if TYPE_CHECKING:
    from bi_server.metrics import Metrics

log = logging.getLogger(__name__)

GRACE_SECONDS = 5.0  # running requests may take this long after a signal to stop
CHART_WORKERS = 2  # milliseconds each: a second one only keeps a large chart from blocking the others
IMPORT_WORKERS = 2  # SQLite has one writer at a time, and a second import may wait for another process's
SIGN_IN_WORKERS = 1  # a password keeps a core and 64 MiB busy for a tenth of a second
SIGN_IN_QUEUE = 16
MAX_METADATA_BYTES = 160 << 10  # the gateway lets 60 KiB pass, names the URL once more, and counts otherwise
HEADROOM = 1 << 20  # gRPC's own limits lie above Envoy's, so that Envoy's 413 is what a client sees


@dataclass(frozen=True)
class App:
    """A server that listens, and what it holds."""

    server: grpc.aio.Server
    port: int
    store: Store
    workers: WorkersByCost
    narrator: OpenAiNarrator | None
    gate: Gate
    metrics: "Metrics | None"
    tracing: Tracing | None
    changes: Changes
    watching: "Sequence[asyncio.Task[None]]"

    async def stop(self) -> None:
        """Lets running requests end, then gives everything back."""
        self.changes.end()
        await self.server.stop(GRACE_SECONDS)
        for task in self.watching:
            task.cancel()
        self.workers.close()
        if self.narrator is not None:
            await self.narrator.close()
        self.gate.close()
        if self.metrics is not None:
            self.metrics.close()
        if self.tracing is not None:
            await asyncio.to_thread(self.tracing.close)
        self.store.close()


async def start(
    settings: Settings, template: Template, siblings: Siblings | None = None, counted_in: int | None = None
) -> App:
    """Starts to listen on HOST:GRPC_PORT; analyses run in processes of the template, which stays the caller's.

    Raises OSError where the port cannot be had, InvalidInput where nobody but this machine should listen to it.
    """
    refuse_open_door(settings)
    model = read_model(settings.model, settings.currency)
    store = Store(
        open_engine(
            settings.database_url,
            pool_size=settings.database_pool_size,
            statement_timeout_seconds=settings.statement_timeout_seconds,
            make_file=False,
            model=model,
        ),
        settings.max_store_cells,
        settings.wide_dimension_bytes,
        with_ids=settings.show_ids,
        most_stale_seconds=settings.max_stale_seconds,
    )
    holidays = holiday_calendar(settings.holidays_country, settings.holidays_subdivision)
    workers = WorkersByCost(
        charts=Threads("charts", CHART_WORKERS, settings.chart_queue),
        analyses=Processes(
            "analyses",
            template,
            settings.analysis_workers,
            settings.analysis_queue,
            rows=partial(
                open_rows,
                settings.database_url,
                settings.statement_timeout_seconds,
                with_ids=settings.show_ids,
                model=model,
            ),
        ),
        imports=Threads("imports", IMPORT_WORKERS, settings.import_queue),
        sign_ins=Threads("sign-ins", SIGN_IN_WORKERS, SIGN_IN_QUEUE),
    )
    narrator = narrator_of(settings)
    gate = open_gate(settings, store.engine, counted_in)
    changes = Changes(store)
    data_service = DataService(settings, store, workers)
    dashboard_service = dashboard.DashboardService(workers, store)
    analytics_service = analytics.AnalyticsService(workers, holidays)
    ai_service = ai.AiService(workers, holidays, narrator)
    services = [
        Service(
            system_pb2.DESCRIPTOR.services_by_name["SystemService"],
            SystemService(settings.app_name, store, siblings),
            reads_data=False,
        ),
        Service(
            auth_pb2.DESCRIPTOR.services_by_name["AuthService"],
            AuthService(open_sessions(settings, store.engine), workers.sign_ins),
            reads_data=False,
        ),
        Service(
            data_pb2.DESCRIPTOR.services_by_name["DataService"],
            data_service,
        ),
        Service(
            data_pb2.DESCRIPTOR.services_by_name["ImportService"],
            imports.ImportService(store, workers),
            reads_data=False,
            sent_as=imports.sent_as,
        ),
        Service(
            dashboard_pb2.DESCRIPTOR.services_by_name["DashboardService"],
            dashboard_service,
            is_final=dashboard.is_final,
        ),
        Service(
            analytics_pb2.DESCRIPTOR.services_by_name["AnalyticsService"],
            analytics_service,
            is_final=analytics.is_final,
        ),
        Service(
            ai_pb2.DESCRIPTOR.services_by_name["AiService"],
            ai_service,
            is_final=ai.is_final,
        ),
        Service(
            report_pb2.DESCRIPTOR.services_by_name["ReportService"],
            report.ReportService(
                workers,
                Services(dashboard_service, analytics_service, ai_service, data_service),
                business=settings.business_name,
                with_ids=settings.show_ids,
            ),
            is_final=report.is_final,
            sent_as=report.sent_as,
            is_audited=True,
        ),
        Service(
            live_pb2.DESCRIPTOR.services_by_name["LiveService"],
            LiveService(changes),
            is_live=True,
        ),
    ]
    server = grpc.aio.server(
        options=[
            ("grpc.so_reuseport", 0),  # a second server on the port is a mistake, not a silent sharer
            ("grpc.max_receive_message_length", settings.max_request_bytes + HEADROOM),
            ("grpc.max_send_message_length", settings.max_response_bytes + HEADROOM),
            # Between the two limits calls are refused by chance.
            # The gateway asks every second whether the connection lives; unasked for, that would be answered GOAWAY.
            ("grpc.http2.max_ping_strikes", 0),
            ("grpc.keepalive_permit_without_calls", 1),
            ("grpc.max_metadata_size", MAX_METADATA_BYTES),
            ("grpc.absolute_max_metadata_size", MAX_METADATA_BYTES),
            ("grpc.server_handshake_timeout_ms", 10_000),  # who connects and says nothing is left
        ]
    )
    cache = AnswerCache(settings.cache_bytes)
    metrics = _metrics(settings, store, cache, workers, data_service, ai_service)
    traced = tracing.begin(settings)
    if traced is not None:
        tracing.watch(store.engine)
    boundary = Boundary(store, cache, gate, settings.request_timeout_seconds, _observer(metrics, traced), traced)
    server.add_generic_rpc_handlers([boundary.handler(service) for service in services])
    names = [service.descriptor.full_name for service in services]
    with_data = [service.descriptor.full_name for service in services if service.reads_data]
    healthy = Health(store, ["", *with_data], [name for name in names if name not in with_data])
    health_pb2_grpc.add_HealthServicer_to_server(healthy.servicer, server)
    reflection.enable_server_reflection([*names, health.SERVICE_NAME, reflection.SERVICE_NAME], server)
    remove_left_behind()
    await healthy.begin()  # no request should pay for reading the store; one that is away is told by the requests
    port = open_ports(server, settings)
    await server.start()
    store.read_ahead()
    watching = [asyncio.create_task(healthy.keep()), asyncio.create_task(changes.keep_looking())]
    return App(server, port, store, workers, narrator, gate, metrics, traced, changes, watching)


def _metrics(
    settings: Settings,
    store: Store,
    cache: AnswerCache,
    workers: WorkersByCost,
    data: DataService,
    insights: ai.AiService,
) -> "Metrics | None":
    if not settings.metrics_port:
        return None
    from bi_server.metrics import Metrics, Watched  # what it needs is imported where it is asked for

    watched = Watched(store, cache, workers, data.imported, insights.worded)
    return Metrics(watched, settings)


def _observer(metrics: "Metrics | None", traced: Tracing | None) -> Callable[[str, str, float], None] | None:
    """Who is told of the end of every call; None where nobody is."""
    told = [observer for observer in (metrics and metrics.observe, traced and traced.ended) if observer]
    if len(told) < 2:
        return told[0] if told else None

    def both(method: str, code: str, seconds: float) -> None:
        for observer in told:
            observer(method, code, seconds)

    return both


def main(settings: Settings, siblings: Siblings | None = None, counted_in: int | None = None) -> int:
    """Serves until SIGINT or SIGTERM, then returns 0. This process must have no threads yet.

    One of several `siblings` also ends when its standard input does, which the supervisor holds.
    """
    template = forked_template(settings.analysis_memory_bytes)
    try:
        asyncio.run(serve(settings, template, siblings, counted_in))
    finally:
        template.close()
    return 0


async def serve(
    settings: Settings, template: Template, siblings: Siblings | None, counted_in: int | None = None
) -> None:
    """As `main`, with the template of the processes for analyses."""
    loop = asyncio.get_running_loop()
    stop = await stop_on_signals()
    if siblings:
        loop.add_reader(sys.stdin, stop.set)
    app = await start(settings, template, siblings, counted_in)
    log.info("serving gRPC on %s", authority(settings.host, app.port))
    # What is here stays: the garbage collector would look through it again and again, 90 ms each time.
    gc.freeze()
    keep_replacing(template)
    tasks: list[asyncio.Task[Any]] = [asyncio.create_task(end_when_deaf(settings.host, app.port))]
    if siblings:
        tasks.append(asyncio.create_task(siblings.keep_beating()))
    if settings.snapshot_interval_seconds:
        tasks.append(asyncio.create_task(kpi_history.keep_taking(app.store, settings.snapshot_interval_seconds)))
    await stop.wait()
    loop.remove_reader(template)
    log.info("stopping")
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    await app.stop()
