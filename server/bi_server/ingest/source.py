"""What every kind of file is to the import: a stream of Arrow batches, and its rows as they came."""

import csv
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from bi_server.errors import InvalidInput

_BROKEN = (
    pa.ArrowException,
    OSError,
    EOFError,
    MemoryError,  # a length that a flipped bit has made absurd
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    NotImplementedError,
    OverflowError,  # a date beyond the calendar of Python
    csv.Error,
    ValueError,  # UnicodeError among them
)


class Source(Protocol):
    """A file of rows. `columns` are its headers, trimmed."""

    columns: tuple[str, ...]
    at: str  # of several files: the one that `originals` tells of

    @property
    def malformed(self) -> int:
        """Rows, so far, with a wrong number of fields: no batch has them."""

    def batches(self, wanted: Sequence[str], texts: Sequence[str]) -> Iterator[Any]:
        """Record batches of the wanted columns.

        Where the file has no types, those in `texts` come as dictionaries, the rest as texts.
        """

    def fraction(self) -> float:
        """How much of the file has been read."""

    def originals(self, rows: NDArray[np.int64]) -> Iterator[tuple[int, int, list[str]]]:
        """(row, line, fields) of the given rows, and (-1, line, fields) of malformed ones, in the file's order."""


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turns what a broken file raises into InvalidInput."""
    try:
        yield
    except FileNotFoundError:
        raise
    except _BROKEN as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        if "UTF" in reason.upper() or isinstance(error, UnicodeError):
            reason += "; declare the file's encoding, such as latin-1 or cp1252"
        if "straddling" in reason:
            reason = "a row is longer than half a megabyte; look for a quote that is never closed"
        if "Exception" in reason or "0x" in reason:  # words of a library about its insides
            reason = "it is damaged"
        raise InvalidInput.of("file", f"{name} cannot be read to its end: {reason}") from None
