"""ImportService: which imports there were, and their undoing."""

import contextlib
from collections.abc import AsyncIterator
from datetime import datetime

from google.protobuf.message import Message

from bi.v1 import data_pb2 as pb
from bi_server.errors import StoreUnavailable
from bi_server.reports import csv_file
from bi_server.services import report
from bi_server.services.report_rows import Download
from bi_server.store import stored_rejects
from bi_server.store.away import reaching
from bi_server.store.imports import ImportRecord, list_imports, undo_import
from bi_server.store.store import Store
from bi_server.workers import WorkersByCost


class ImportService:
    """Reads and changes the store itself, not a snapshot of its figures."""

    def __init__(self, store: Store, workers: WorkersByCost) -> None:
        self._store = store
        self._workers = workers

    async def ListImports(self, _request: pb.ListImportsRequest) -> pb.ListImportsResponse:
        with reaching():
            records = await self._workers.charts.run(list_imports, self._store.engine)
        return pb.ListImportsResponse(imports=map(_told, records))

    async def UndoImport(self, request: pb.UndoImportRequest) -> pb.UndoImportResponse:
        with reaching():
            await self._store.reached()
            undone = await self._workers.imports.run(undo_import, self._store.engine, request.import_id)
        with contextlib.suppress(StoreUnavailable):
            await self._store.refreshed()
        taken = [pb.TakenAlong(import_id=i, rows=rows) for i, rows in undone.taken_along.items()]
        return pb.UndoImportResponse(
            import_id=undone.import_id,
            removed=undone.removed,
            restored=undone.restored,
            data_version=undone.data_version,
            taken_along=taken,
        )

    async def ExportRejectsCsv(self, request: pb.ExportRejectsCsvRequest) -> Download:
        with reaching():
            first = await self._piece(request.import_id, 0)
        return Download(
            f"rejects-{request.import_id}.csv", csv_file.CONTENT_TYPE, self._pieces(request.import_id, first)
        )

    async def _pieces(self, import_id: int, first: bytes | None) -> AsyncIterator[bytes]:
        piece, number = first, 0
        while piece is not None:
            yield piece
            number += 1
            piece = await self._piece(import_id, number)

    async def _piece(self, import_id: int, number: int) -> bytes | None:
        return await self._workers.charts.run(stored_rejects.piece, self._store.engine, import_id, number)


def sent_as(answer: Message | Download) -> tuple[Message, tuple[tuple[str, str], ...]]:
    """An answer as a message, and the headers that go with it."""
    return report.sent_as(answer) if isinstance(answer, Download) else (answer, ())


def _told(record: ImportRecord) -> pb.ImportRecord:
    return pb.ImportRecord(
        import_id=record.import_id,
        table=record.table,
        file_name=record.file_name,
        options=record.options,
        started=_moment(record.started),
        undone=_moment(record.undone) if record.undone else None,
        rows_read=record.rows_read,
        inserted=record.inserted,
        updated=record.updated,
        skipped=record.skipped,
        rejected=record.rejected,
        removed=record.removed,
        data_version=record.data_version,
    )


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
