"""A store on SQLite for every test, and a way to import text into it."""

import gzip
import lzma
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from tests.ingest.rows import Importer

from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.result import ImportResult
from bi_server.store.engine import open_engine


@pytest.fixture
def engine(empty_store: Path, tmp_path: Path) -> Iterator[Engine]:
    shutil.copy(empty_store, tmp_path / "bi.db")
    engine = open_engine(f"sqlite:///{tmp_path}/bi.db")
    yield engine
    engine.dispose()


@pytest.fixture
def bring(engine: Engine, tmp_path: Path) -> Importer:
    """Imports text (or bytes) under the options given; `packed` compresses it first."""

    def bring(content: str | bytes, packed: str = "", rejects: Path | None = None, **options: Any) -> ImportResult:
        data = content.encode() if isinstance(content, str) else content
        packers: dict[str, Callable[[bytes], bytes]] = {"": bytes, "gz": gzip.compress, "xz": lzma.compress}
        path = tmp_path / "file.csv"
        path.write_bytes(packers[packed](data))
        return import_file(engine, path, ImportOptions(**options), rejects=rejects)

    return bring
