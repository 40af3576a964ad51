"""The report service over a store, without a server: for the command line."""

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import closing, contextmanager
from typing import IO

from google.protobuf.message import Message

from bi.v1 import dashboard_pb2
from bi_server.answers.holiday_calendar import holiday_calendar
from bi_server.reports.pages import Screen
from bi_server.reports.workbook import MOST_ROWS
from bi_server.semantic import read_model
from bi_server.services.ai import AiService
from bi_server.services.analytics import AnalyticsService
from bi_server.services.dashboard import DashboardService
from bi_server.services.data import DataService
from bi_server.services.narrator import narrator_of
from bi_server.services.report import File, ReportService
from bi_server.services.report_pages import Services
from bi_server.services.report_rows import Download
from bi_server.settings import Settings
from bi_server.store.cube import Cube
from bi_server.store.engine import opened
from bi_server.store.store import Store
from bi_server.workers import InPlace, Threads, WorkersByCost

QUEUE = 64


def write(settings: Settings, method: str, request: Message, out: IO[bytes]) -> str:
    """Writes the file that a method of ReportService answers to a request, of the newest data. Returns its name."""
    with reporting(settings) as (service, cube):
        return asyncio.run(_written(getattr(service, method)(request, cube), out))


def digest(settings: Settings, request: dashboard_pb2.GetDashboardRequest) -> tuple[Screen, File]:
    """A screen of the newest data, and its pages."""

    async def made(service: ReportService, cube: Cube) -> tuple[Screen, File]:
        screen = await service.screen(request, cube)
        return screen, await service.pages(screen, request, cube)

    with reporting(settings) as (service, cube):
        return asyncio.run(made(service, cube))


async def _written(answer: Awaitable[File | Download], out: IO[bytes]) -> str:
    file = await answer
    if isinstance(file, File):
        out.write(file.body)
    else:
        async for piece in file.pieces:
            out.write(piece)
    return file.name


@contextmanager
def reporting(settings: Settings) -> Iterator[tuple[ReportService, Cube]]:
    """The service, and the newest data."""
    threads = Threads("reports", 1, QUEUE)
    workers = WorkersByCost(charts=threads, analyses=InPlace(), imports=threads, sign_ins=threads)
    holidays = holiday_calendar(settings.holidays_country, settings.holidays_subdivision)
    with (
        opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine,
        closing(Store(engine, settings.max_store_cells, with_ids=settings.show_ids)) as store,
        closing(workers),
    ):
        services = Services(
            DashboardService(workers, store),
            AnalyticsService(workers, holidays),
            AiService(workers, holidays, narrator_of(settings)),
            DataService(settings, store, workers),
        )
        service = ReportService(
            workers,
            services,
            business=settings.business_name,
            with_ids=settings.show_ids,
            most_workbook_rows=MOST_ROWS,
        )
        yield service, store.refresh()
