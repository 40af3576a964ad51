"""How often one caller may ask (RATE_LIMIT_PER_CALLER), counted over all processes that serve.

They share a table in memory. Of each caller it holds one moment: when all that he has asked for would be paid off at
his rate (the generic cell rate algorithm). He may be in debt for a minute at most. Nobody waits for a lock, which a
process that hangs would hold for ever: where two processes write of one caller in the same microsecond, one of his
calls is not counted.
"""

import mmap
import struct
import tempfile
import time
from collections.abc import Callable
from hashlib import blake2b
from math import ceil
from typing import IO

from bi_server.errors import RateLimited

MINUTE = 60.0
WAYS = 8  # places that a caller may have; the one whose debt is paid first makes room for a ninth
SETS = 4096
BUCKET = struct.Struct("Qd" * WAYS)  # digest of a caller, and the moment
PLACE = struct.Struct("Qd")
BYTES = SETS * BUCKET.size


def make_file() -> IO[bytes]:
    """The table as a file without a name, for processes that are started with its descriptor."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - stays open
    file.truncate(BYTES)
    return file


class RateLimits:
    """At most so many calls a minute of each caller: all of them at once, if he likes, and then one at a time."""

    def __init__(
        self, per_minute: int, descriptor: int | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`descriptor` is that of `make_file`; without, this process counts for itself. `clock` is one for all."""
        self._per_minute = per_minute
        self._cost = MINUTE / per_minute
        self._table = mmap.mmap(-1 if descriptor is None else descriptor, BYTES)
        self._clock = clock

    def take(self, caller: str) -> None:
        """Counts a call. Raises RateLimited, which says when to come again, where it is one too many."""
        digest = int.from_bytes(blake2b(caller.encode(), digest_size=8).digest(), "little")
        start = digest % SETS * BUCKET.size
        places = BUCKET.unpack_from(self._table, start)
        digests, moments = places[::2], places[1::2]
        known = digests.index(digest) if digest in digests else None
        place = min(range(WAYS), key=moments.__getitem__) if known is None else known
        now = self._clock()
        paid_off = max(now, moments[place] if known is not None else now) + self._cost
        wait = paid_off - now - MINUTE
        if wait > 1e-6:
            told = f"{caller} asks more than {self._per_minute} times a minute (RATE_LIMIT_PER_CALLER)"
            raise RateLimited(f"{told}; try again in {ceil(wait)} s", ceil(wait))
        PLACE.pack_into(self._table, start + place * PLACE.size, digest, paid_off)

    def close(self) -> None:
        """Gives the memory back."""
        self._table.close()
