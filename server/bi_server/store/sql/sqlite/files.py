"""The files of an SQLite store."""

import os
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Engine

Files: TypeAlias = tuple[tuple[int, int] | None, ...]


def sqlite_file(engine: Engine) -> Path:
    """The file of an engine that is SQLite's."""
    return Path(engine.url.database or "").absolute()


def sqlite_uri(file: Path, mode: str) -> str:
    """The file's name as SQLite takes it, with `mode` ro, rw (must exist) or rwc."""
    return f"{file.absolute().as_uri()}?mode={mode}"


def files_at(file: Path) -> Files:
    """Which file is there, and which write-ahead log beside it. While somebody has both open they stay the same."""
    found: list[tuple[int, int] | None] = []
    for path in (file, file.with_name(file.name + "-wal")):
        try:
            status = path.stat()
        except FileNotFoundError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return tuple(found)


def is_writable(file: Path) -> bool:
    """Whether who opens the file now may write to it, and to what is beside it."""
    beside = [file.with_name(file.name + end) for end in ("-wal", "-shm")]
    return os.access(file, os.W_OK) and all(os.access(path, os.W_OK) or not path.exists() for path in beside)
