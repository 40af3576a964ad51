"""A disk that fails, is full or may not be written: the import says so, and the store is as it was."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.ingest.test_limits import HEAD

from bi_server.errors import StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import migrate, rollups
from bi_server.store.engine import open_engine, opened
from bi_server.store.store import Store
from bi_server.store.tables import sales_data

ROWS = 20_000


def file_of(folder: Path, rows: int) -> Path:
    path = folder / "sales.csv"
    lines = (f"2024-01-{1 + i % 28:02},{i / 100},1,C{i % 5},R{i % 4},K{i},O{i}" for i in range(rows))
    path.write_text(HEAD + "\n".join(lines) + "\n")
    return path


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """The system refuses to let a file grow beyond, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_a_disk_that_fills_up_leaves_the_store_as_it_was(tmp_path: Path, share: float) -> None:
    """At any point on the way: while rows wait, while they move in, when they are committed."""
    with opened(f"sqlite:///{tmp_path}/whole.db") as engine:
        migrate.upgrade(engine)
        whole = import_file(engine, file_of(tmp_path, ROWS), ImportOptions())
    needed = (tmp_path / "whole.db").stat().st_size
    with opened(f"sqlite:///{tmp_path}/bi.db") as engine:
        migrate.upgrade(engine)
        with largest_file(int(needed * share)), pytest.raises(StoreUnavailable):
            import_file(engine, tmp_path / "sales.csv", ImportOptions())
        assert not list(tmp_path.glob("*-import-*"))
        with engine.connect() as connection:
            assert connection.execute(select(func.count()).select_from(sales_data)).scalar_one() == 0
            assert rollups.verify(connection) == []
        assert import_file(engine, tmp_path / "sales.csv", ImportOptions()).inserted == whole.inserted


AS_READER = """
import ctypes, os, sys
from pathlib import Path
from bi_server.errors import StoreUnavailable
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store.engine import open_engine
from bi_server.store.store import Store

def take_in(store):
    try:
        import_file(store.engine, Path(sys.argv[2]), ImportOptions())
    except StoreUnavailable as error:
        print(error)

if os.geteuid() == 0:  # who may write anything, but for this: capset(2) with none of the capabilities
    version_3, this_process, none = 0x20080522, 0, (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(version_3, this_process), none) == 0
store = Store(open_engine(sys.argv[1], make_file=False))
print(store.refresh().categories)
take_in(store)
print(store.refresh().categories, flush=True)
sys.stdin.readline()
store.refresh()
take_in(store)
print(store.refresh().categories)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its rights by a call of Linux")
def test_a_store_that_may_not_be_written_is_read_and_written_again_once_it_may(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/bi.db"
    first = file_of(tmp_path, 3)
    engine = open_engine(url)
    migrate.upgrade(engine)
    import_file(engine, first, ImportOptions())
    store = Store(engine)
    assert store.refresh().categories == ("C0", "C1", "C2")  # and it stays open, as in a server: so the log does
    second = file_of(tmp_path, 5)
    for path in tmp_path.iterdir():
        path.chmod(0o444)
    command = [sys.executable, "-c", AS_READER, url, str(second)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as reader:
        assert reader.stdout is not None
        before, refused, after = (reader.stdout.readline().strip() for _ in range(3))
        for path in tmp_path.iterdir():
            path.chmod(0o644)
        told, _ = reader.communicate("go on\n", timeout=120)
    assert before == after == "('C0', 'C1', 'C2')"
    assert "read-only" in refused
    assert told.strip() == "('C0', 'C1', 'C2', 'C3', 'C4')"
    store.close()
