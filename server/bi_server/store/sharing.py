"""A snapshot in memory that several processes read: one copy of the sums, however many analyse them."""

import mmap
import os
import pickle
import tempfile
import weakref
from dataclasses import replace
from typing import NamedTuple

from bi_server.store.cube import Cube

ALIGNED = 64  # bytes; as numpy's own arrays are, so that sums over them are as fast


class Layout(NamedTuple):
    """What another process needs beside the memory to see the same snapshot."""

    head: bytes  # the snapshot as a pickle without the contents of its arrays
    spans: tuple[tuple[int, int], ...]  # where each of those lies: begin and end


class Shared:
    """The memory, as a file without a name, and its layout. It is given back when nobody uses it any more."""

    def __init__(self, file: int, layout: Layout) -> None:
        self.file = file
        self.layout = layout
        weakref.finalize(self, os.close, file)


def share(cube: Cube) -> Cube:
    """The same snapshot with its arrays in memory that can be shared; `shared` tells how to come by it."""
    arrays: list[pickle.PickleBuffer] = []
    head = pickle.dumps(cube, protocol=5, buffer_callback=arrays.append)
    pieces = [array.raw() for array in arrays]
    spans, end = [], 0
    for piece in pieces:
        begin = -(-end // ALIGNED) * ALIGNED
        end = begin + piece.nbytes
        spans.append((begin, end))
    file = _nameless_file()
    os.ftruncate(file, max(end, 1))
    with mmap.mmap(file, max(end, 1)) as memory:
        for (begin, after), piece in zip(spans, pieces, strict=True):
            memory[begin:after] = piece
    shared = Shared(file, Layout(head, tuple(spans)))
    return replace(attach(os.dup(file), shared.layout), rows=cube.rows, shared=shared)


def attach(file: int, layout: Layout) -> Cube:
    """The snapshot that another process shares; takes the file, and cannot change it."""
    with os.fdopen(file, "rb") as opened:
        memory = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
    cube: Cube = pickle.loads(layout.head, buffers=[memory[begin:end] for begin, end in layout.spans])
    return cube


def _nameless_file() -> int:
    if hasattr(os, "memfd_create"):
        return os.memfd_create("bi-snapshot", os.MFD_CLOEXEC)
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())
