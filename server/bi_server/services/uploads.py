"""Files on their way in: so many at once, and none that takes for ever to arrive."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from bi.v1 import data_pb2 as pb
from bi_server.errors import InvalidInput, Overloaded

PIECE_SECONDS = 20.0  # until the next piece
SETTLING_SECONDS = 20.0  # until the pace counts
LEAST_PACE = 8 << 10  # bytes a second, on average


class Uploads:
    """Counts the files that are arriving. For one event loop."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._arriving = 0

    @contextmanager
    def place(self) -> Iterator[None]:
        """Held while a file arrives. Raises Overloaded where none is free."""
        if self._arriving >= self._most:
            raise Overloaded(f"{self._most} files are arriving already (MAX_UPLOADS); try again in a moment")
        self._arriving += 1
        try:
            yield
        finally:
            self._arriving -= 1


async def in_time(requests: AsyncIterator[pb.ImportFileRequest]) -> AsyncIterator[pb.ImportFileRequest]:
    """The pieces of a file. Raises InvalidInput where they stop coming, or trickle in: others wait for the place."""
    clock = asyncio.get_running_loop().time
    started, received = clock(), 0
    while True:
        try:
            async with asyncio.timeout(PIECE_SECONDS):
                piece = await anext(requests, None)
        except TimeoutError:
            raise InvalidInput.of("file", f"nothing of it came for {PIECE_SECONDS:g} s; send it again") from None
        if piece is None:
            return
        received += len(piece.file.data)
        lasted = clock() - started
        if lasted > SETTLING_SECONDS and received < LEAST_PACE * lasted:
            raise InvalidInput.of(
                "file", f"comes at less than {LEAST_PACE:,} bytes a second; send it faster, or in parts"
            )
        yield piece
