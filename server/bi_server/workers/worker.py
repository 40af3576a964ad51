"""A worker process: computes one task after the other over the snapshot it was given last."""

import pickle
import resource
import signal
import socket
import traceback
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bi_server.store.cube import Cube
from bi_server.store.sharing import attach
from bi_server.tracing import Part, recorded, watch
from bi_server.workers import wire
from bi_server.workers.wire import Kind


class Abandoned(BaseException):
    """Nobody waits for the task any more."""


class OutOfMemory(Exception):
    """The task wants more memory than a worker may have."""


def work(peer: socket.socket, max_bytes: int) -> None:
    """Returns when the server closes its end. May use `max_bytes` more memory than it has when it starts."""
    _limit_memory(max_bytes)
    tasks = _Tasks()
    signal.signal(signal.SIGUSR1, tasks.interrupted)
    with suppress(EOFError, OSError):  # the server is no more
        wire.send(peer, Kind.STARTED)
        while True:
            kind, body, files = wire.receive(peer)
            if kind is Kind.SNAPSHOT:
                tasks.take(body, files[0])
                continue
            kind, answer = tasks.computed(body)
            if tasks.parts:
                wire.send(peer, Kind.PARTS, pickle.dumps(tasks.parts))
            wire.send(peer, kind, answer)
            if kind is Kind.ERROR and tasks.is_spoilt:
                return


class _Tasks:
    """The snapshot, and what is computed of it."""

    def __init__(self) -> None:
        self._cube: Cube | None = None
        self._busy = False
        self._is_watched = False  # whether statements are looked at, once a call was traced
        self.parts: list[Part] = []  # of the last task, where its call is traced
        self.is_spoilt = False  # it had too little memory for a task: who knows what else it lacks

    def interrupted(self, _signal: int, _frame: Any) -> None:
        if self._busy:
            raise Abandoned

    def take(self, body: bytes, file: int) -> None:
        self._cube = None  # not two at a time
        layout, rows = pickle.loads(body)
        cube = attach(file, layout)
        self._cube = replace(cube, rows=rows().within(cube.within))

    def computed(self, body: bytes) -> tuple[Kind, bytes]:
        function, request, more, is_traced = pickle.loads(body)
        self.parts = []
        if is_traced and not self._is_watched:
            watch(Engine)
            self._is_watched = True
        try:
            try:
                self._busy = True
                with recorded(self.parts) if is_traced else nullcontext():
                    return Kind.RESULT, pickle.dumps(function(request, self._cube, *more))
            finally:
                self._busy = False
        except Abandoned:
            return Kind.ABANDONED, b""
        except MemoryError:
            self.is_spoilt = True
            return Kind.ERROR, pickle.dumps(OutOfMemory())
        except Exception as error:
            error.add_note(traceback.format_exc())
            return Kind.ERROR, _pickled(error)


def _pickled(error: Exception) -> bytes:
    try:
        body = pickle.dumps(error)
        pickle.loads(body)
        return body
    except Exception:  # not every exception can travel
        return pickle.dumps(RuntimeError("".join(error.__notes__)))


def _limit_memory(max_bytes: int) -> None:
    """Of its own data alone: shared memory and programs do not count. Where the system does not tell, there is none."""
    with suppress(OSError, ValueError, StopIteration):
        status = Path("/proc/self/status").read_text().splitlines()
        has = next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmData:"))
        resource.setrlimit(resource.RLIMIT_DATA, (has + max_bytes, has + max_bytes))
