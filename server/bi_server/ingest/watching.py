"""Takes in the files that appear in a folder, each once, when nobody writes to them any more."""

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bi_server.errors import BiError, InvalidInput, StoreUnavailable
from bi_server.ingest.sources import sha256
from bi_server.store.engine import Engine
from bi_server.store.imports import import_of

TAKEN, REFUSED = "imported", "refused"  # folders inside
_UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", "~")

Take = Callable[[Path], None]  # raises BiError for a file that is refused
Tell = Callable[[str], None]


class Folder:
    """A folder that is looked at again and again; what was taken moves to `imported`, what was refused to `refused`.

    A file is taken when it looked the same the time before: size, time of change, name.
    """

    def __init__(self, path: Path, engine: Engine, table: str, take: Take, tell: Tell) -> None:
        self._path = path
        self._engine = engine
        self._table = table
        self._take = take
        self._tell = tell
        self._before: dict[str, tuple[int, int]] = {}
        self._told = ""

    def look(self) -> None:
        """Looks once. Where the store is away, files stay for the next time."""
        now: dict[str, tuple[int, int]] = {}
        for path in sorted(self._path.iterdir()):
            if not path.is_file() or path.name.startswith((".", "~")) or path.name.lower().endswith(_UNFINISHED):
                continue
            stat = path.stat()
            now[path.name] = stat.st_size, stat.st_mtime_ns
            if self._before.get(path.name) == now[path.name]:
                self._try(path)
        self._before = now

    def _try(self, path: Path) -> None:
        try:
            known = self._import_of(path)
            if known:  # it was taken, and whoever took it ended before the file had moved
                self._tell(f"{path.name} is the very file of import {known}")
            else:
                self._take(path)
        except StoreUnavailable as error:
            if str(error) != self._told:
                self._tell(f"{path.name} waits: {error}")
            self._told = str(error)
            return
        except BiError as error:
            moved = self._move(path, REFUSED)
            moved.with_name(moved.name + ".txt").write_text(f"{error}\n", "utf-8")
            self._tell(f"{path.name} is refused, and in {moved.parent} with the reason: {error}")
            return
        self._told = ""
        self._move(path, TAKEN)

    def _import_of(self, path: Path) -> int:
        with self._engine.connect() as connection:
            return import_of(connection, self._table, sha256(path))

    def _move(self, path: Path, to: str) -> Path:
        folder = self._path / to
        folder.mkdir(exist_ok=True)
        target, number = folder / path.name, 1
        while target.exists():
            number += 1
            target = folder / f"{path.stem}-{number}{path.suffix}"
        path.rename(target)
        return target


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Raises InvalidInput where the folder is none, or another process watches it."""
    if not folder.is_dir():
        raise InvalidInput.of("watch", f"{folder} is no folder; make it")
    with (folder / ".bi-watch").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InvalidInput.of("watch", f"another process watches {folder} already; end that one") from None
        yield


def keep_looking(folder: Folder, seconds: float) -> None:
    """Until it is interrupted."""
    while True:
        folder.look()
        time.sleep(seconds)
