"""The file that rejected rows are written to: whole, or as it was before."""

import csv
import os
from collections.abc import Sequence
from pathlib import Path

from bi_server.errors import InvalidInput

COLUMNS = ("rejected_line", "rejected_column", "rejected_because")


class RejectsFile:
    """A CSV file with the columns of the source and COLUMNS. What is written shows when it is closed.

    Raises InvalidInput where it cannot be written, or where something else is at its place: a source, the store.
    """

    def __init__(self, path: Path, sources: Sequence[Path]) -> None:
        self._path = path
        is_source = path.exists() and any(path.samefile(source) for source in sources)
        if path.exists() and (is_source or not _is_ours(path)):
            what = "the file that is imported" if is_source else "no file of rejects"
            raise InvalidInput.of("rejects", f"{path} is there and is {what}; name another file")
        self._partial = path.with_name(f"{path.name}.partial-{os.getpid()}")
        try:
            self._file = self._partial.open("w", newline="", encoding="utf-8")
        except OSError as error:
            raise InvalidInput.of("rejects", f"{path} cannot be written: {error.strerror}; name another file") from None
        self._writer = csv.writer(self._file)
        self._is_empty = True

    def write(self, row: Sequence[object]) -> None:
        """Adds a row; the first one is the header."""
        self._is_empty = False
        self._writer.writerow(row)

    def finish(self) -> None:
        """Puts it in its place; without rows there is none."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            if not self._is_empty:
                self._partial.replace(self._path)
            elif self._path.exists():
                self._path.unlink()  # rejects of an earlier import, which would be taken for this one's
        except OSError as error:
            raise InvalidInput.of("rejects", f"{self._path} cannot be written: {error.strerror}") from None

    def close(self) -> None:
        """Removes what is not finished."""
        self._file.close()
        self._partial.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.readline(1 << 16)
    return not head or head.rstrip().endswith(",".join(COLUMNS).encode())
