"""Where an uploaded file waits on disk, and the clearing away of what dead processes left there."""

import fcntl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

PREFIX = "bi-import-"


@contextmanager
def spooled() -> Iterator[IO[bytes]]:
    """A file of a name of its own, removed at the end. It is locked as long as its process lives."""
    with tempfile.NamedTemporaryFile(prefix=PREFIX, suffix=".csv") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def remove_left_behind() -> int:
    """Removes the files of processes that were killed; returns how many there were."""
    return left_behind(remove=True)


def left_behind(*, remove: bool) -> int:
    """How many files there are of processes that were killed."""
    found = 0
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*.csv"):
        with suppress(OSError), path.open("rb") as file:  # locked: in use; gone: so much the better
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if remove:
                path.unlink()
            found += 1
    return found
