"""The bytes of a file, unpacked where it is compressed."""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from bi_server.errors import InvalidInput

ZIP = b"PK\x03\x04"

_OPENERS: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": gzip.open, b"\xfd7zXZ\x00": lzma.open, b"BZh": bz2.open}
_ENCRYPTED = 1


@contextmanager
def unpacked(path: Path, most_bytes: int) -> Iterator[tuple[Any, BinaryIO]]:
    """The contents, and the file that they are read from. Of a compressed one at most so many bytes come out.

    Raises InvalidInput for more of them, and for a zip that holds anything but one file.
    """
    with path.open("rb") as raw:
        start = raw.read(6)
        raw.seek(0)
        opener = next((opener for magic, opener in _OPENERS.items() if start.startswith(magic)), None)
        if start.startswith(ZIP):
            with zipfile.ZipFile(raw) as archive, archive.open(_only_member(archive)) as member:
                yield _Bounded(member, most_bytes), raw
        elif opener is not None:
            with opener(raw) as contents:
                yield _Bounded(contents, most_bytes), raw
        else:
            yield raw, raw


def _only_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    # A Mac adds what it knows of the files; names that begin with a dot are hidden everywhere.
    members = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX/")]
    members = [m for m in members if not PurePosixPath(m.filename).name.startswith(".")]
    if len(members) != 1:
        names = ", ".join(m.filename for m in members[:5]) + (", ..." if len(members) > 5 else "")
        raise InvalidInput.of(
            "file", f"is a zip of {len(members)} files ({names}); send a zip of one, or the file itself"
        )
    if members[0].flag_bits & _ENCRYPTED:
        raise InvalidInput.of("file", "is a zip with a password; send it without")
    return members[0]


class _Bounded(io.BufferedIOBase):
    """What is unpacked, up to so many bytes: a small file may hold far more than any disk."""

    def __init__(self, contents: Any, most: int) -> None:
        self._contents = contents
        self._left = most
        self._most = most

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        data: bytes = self._contents.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise InvalidInput.of("file", f"unpacks to more than {self._most:,} bytes (MAX_UNPACKED_BYTES)")
        return data

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size if size >= 0 else io.DEFAULT_BUFFER_SIZE)
