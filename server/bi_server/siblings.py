"""Which of a server's processes serve: each says every second in a file that all have open that it lives.

That costs nothing however many they are, and tells a process that hangs from one that serves.
"""

import asyncio
import mmap
import struct
import tempfile
import time
from collections.abc import Sequence
from typing import IO, NoReturn

BEAT = struct.Struct("d")  # seconds of the clock that the processes of a machine share; 0: none yet
BEAT_SECONDS = 1.0
SILENCE_SECONDS = 3.5  # the gateway leaves a process that hangs at about that time


def make_file(count: int) -> IO[bytes]:
    """The file for so many processes; it has no name, and is gone with the last of them."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - stays open
    file.truncate(count * BEAT.size)
    return file


class Siblings:
    """The view of one process, whose port is the one of this `number`, from 0."""

    def __init__(self, descriptor: int, number: int, ports: Sequence[int]) -> None:
        self.ports = ports
        self._beats = mmap.mmap(descriptor, len(ports) * BEAT.size)
        self._own = number * BEAT.size

    async def keep_beating(self) -> NoReturn:
        """Until it is cancelled: the process does not serve any more then."""
        try:
            while True:
                BEAT.pack_into(self._beats, self._own, time.monotonic())
                await asyncio.sleep(BEAT_SECONDS)
        finally:
            BEAT.pack_into(self._beats, self._own, 0)

    def silent(self) -> list[int]:
        """The ports of those that have not said so for SILENCE_SECONDS: they have ended, are starting, or hang."""
        since = time.monotonic() - SILENCE_SECONDS
        return [port for port, (beat,) in zip(self.ports, BEAT.iter_unpack(self._beats), strict=True) if beat < since]
