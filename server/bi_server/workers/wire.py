"""What goes between a server and a worker process: frames of a kind, a length and as many bytes.

The server's end of the socket does not block, the worker's does.
"""

import asyncio
import socket
import struct
from enum import IntEnum

HEADER = struct.Struct("!BQ")


class Kind(IntEnum):
    """What a frame holds, always as a pickle."""

    STARTED = 1  # worker: it is there
    SNAPSHOT = 2  # server: layout of the data, whose file goes with the header, and how to ask for its rows
    TASK = 3  # server: function, request, what else it takes, and whether its call is traced
    RESULT = 4  # worker: what the function returned
    ERROR = 5  # worker: what it raised
    ABANDONED = 6  # worker: it was interrupted, as nobody waits any more
    PARTS = 7  # worker: what a task did whose call is traced; before one of the three above


def send(peer: socket.socket, kind: Kind, body: bytes = b"") -> None:
    """Sends a frame; blocks."""
    peer.sendall(HEADER.pack(kind, len(body)) + body)


def receive(peer: socket.socket) -> tuple[Kind, bytes, list[int]]:
    """A frame and the files that came with it; blocks. Raises EOFError where the other end is closed."""
    head, files, _, _ = socket.recv_fds(peer, HEADER.size, 1)
    if head and len(head) < HEADER.size:
        head += _exactly(peer, HEADER.size - len(head))
    if not head:
        raise EOFError
    kind, length = HEADER.unpack(head)
    return Kind(kind), _exactly(peer, length), files


async def asend(peer: socket.socket, kind: Kind, body: bytes, file: int | None = None) -> None:
    """As `send`, on the event loop; a file goes with the header."""
    head = HEADER.pack(kind, len(body))
    loop = asyncio.get_running_loop()
    if file is None:
        await loop.sock_sendall(peer, head + body)
        return
    socket.send_fds(peer, [head], [file])  # the worker has read all before: there is room for a few bytes
    await loop.sock_sendall(peer, body)


async def areceive(peer: socket.socket) -> tuple[Kind, bytes]:
    """As `receive`, on the event loop."""
    kind, length = HEADER.unpack(await _aexactly(peer, HEADER.size))
    return Kind(kind), await _aexactly(peer, length)


def _exactly(peer: socket.socket, length: int) -> bytes:
    body = bytearray(length)
    view, got = memoryview(body), 0
    while got < length:
        count = peer.recv_into(view[got:])
        if not count:
            raise EOFError
        got += count
    return bytes(body)


async def _aexactly(peer: socket.socket, length: int) -> bytes:
    body = bytearray(length)
    view, got = memoryview(body), 0
    while got < length:
        count = await asyncio.get_running_loop().sock_recv_into(peer, view[got:])
        if not count:
            raise EOFError
        got += count
    return bytes(body)
