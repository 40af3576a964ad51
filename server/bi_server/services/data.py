"""DataService: what the store holds, and how more gets into it."""

import contextlib
import threading
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO

from bi.v1 import data_pb2 as pb
from bi_server.answers.metadata import metadata
from bi_server.answers.name_listing import list_names
from bi_server.answers.query import batch, query
from bi_server.answers.row_listing import list_rows
from bi_server.errors import InvalidInput, StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.limits import Limits
from bi_server.ingest.spool import spooled
from bi_server.services.forms import FORM, Form
from bi_server.services.imported import imported
from bi_server.services.reading_options import options_of
from bi_server.services.uploads import Uploads, in_time
from bi_server.settings import Settings
from bi_server.store.away import reaching
from bi_server.store.cube import Cube
from bi_server.store.store import Store
from bi_server.workers import WorkersByCost

# Not what a foreign page can send without asking first (CORS), but forms: of those the gateway knows the origin.
CONTENT_TYPES = (
    FORM,
    "text/csv",
    "application/zip",
    "application/gzip",
    "application/x-xz",
    "application/x-bzip2",
    "application/vnd.apache.parquet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/x-ndjson",
    "application/jsonl",
    "application/octet-stream",
)


ROWS_BY_OUTCOME = ("inserted", "updated", "skipped", "rejected")


class DataService:
    """Answers of one snapshot each; a file is spooled to disk, so that no import holds it in memory."""

    def __init__(self, settings: Settings, store: Store, workers: WorkersByCost) -> None:
        self._settings = settings
        self._store = store
        self._workers = workers.imports
        self._readers = workers.charts
        self._uploads = Uploads(settings.max_uploads)
        self._max_import_bytes = settings.max_import_bytes
        self._limits = Limits.of(settings)
        self._wait_seconds = settings.import_wait_seconds
        # Imports, and their rows by what became of them.
        self.imported = Counter(dict.fromkeys(("imports", *ROWS_BY_OUTCOME), 0))

    async def ImportFile(self, requests: AsyncIterator[pb.ImportFileRequest]) -> pb.ImportFileResponse:
        if self._store.contact.problem:
            raise self._store.contact.unavailable()
        with reaching(), contextlib.ExitStack() as held:
            with self._uploads.place():
                spool = held.enter_context(spooled())
                first = await self._received(requests, spool)
            await self._store.reached()  # a database that does not answer shall not keep a worker
            answer = await self._workers.run_until_left(self._take_in, first, Path(spool.name))
        if answer.import_id:  # no dry run
            rows = {name: int(getattr(answer, name)) for name in ROWS_BY_OUTCOME}
            self.imported.update({"imports": 1, **rows})
        # Who is told of his rows shall see them: PostgreSQL tells the watch of a commit a moment after it.
        with contextlib.suppress(StoreUnavailable):
            await self._store.refreshed()
        return answer

    async def _received(self, requests: AsyncIterator[pb.ImportFileRequest], spool: IO[bytes]) -> pb.ImportFileRequest:
        """The first message, when the whole file is in `spool`."""
        first: pb.ImportFileRequest | None = None
        async for request in in_time(requests):
            if first is None:
                first = request
                _check_content_type(request.file.content_type)
            spool.write(request.file.data)
            if spool.tell() > self._max_import_bytes:
                raise InvalidInput.of("file", f"is larger than {self._max_import_bytes:,} bytes; import it in parts")
        spool.flush()
        if first is None or not spool.tell():
            raise InvalidInput.of("file", "is empty; send the file as the body")
        return first

    def _take_in(self, left: threading.Event, first: pb.ImportFileRequest, path: Path) -> pb.ImportFileResponse:
        with contextlib.ExitStack() as held:
            files = [(first.file_name.strip() or "upload", path)]
            if first.file.content_type.partition(";")[0].strip().lower() == FORM:
                form = Form(first, held)
                with path.open("rb") as body:
                    form.read(body, first.file.content_type)
                files = form.files
                if first.file_name.strip() and len(files) == 1:
                    files = [(first.file_name.strip(), files[0][1])]
            done = import_file(
                self._store.engine,
                [path for _, path in files],
                options_of(first, self._settings),
                file_names=[name for name, _ in files],
                limits=self._limits,
                wait_seconds=self._wait_seconds,
                left=left,
            )
        return imported(done)

    async def ListRows(self, request: pb.ListRowsRequest, cube: Cube) -> pb.ListRowsResponse:
        return await self._readers.run(list_rows, request, cube)

    async def ListNames(self, request: pb.ListNamesRequest, cube: Cube) -> pb.ListNamesResponse:
        return await self._readers.run(list_names, request, cube)

    async def Query(self, request: pb.QueryRequest, cube: Cube) -> pb.QueryResponse:
        return await self._readers.run(query, request, cube)

    async def BatchQuery(self, request: pb.BatchQueryRequest, cube: Cube) -> pb.BatchQueryResponse:
        return await self._readers.run(batch, request, cube)

    def GetMetadata(self, _request: pb.GetMetadataRequest, cube: Cube) -> pb.GetMetadataResponse:
        return metadata(cube)


def _check_content_type(text: str) -> None:
    if text.partition(";")[0].strip().lower() not in CONTENT_TYPES:
        raise InvalidInput.of("content-type", f"{text[:60]!r} is no file's; use one of {', '.join(CONTENT_TYPES)}")
