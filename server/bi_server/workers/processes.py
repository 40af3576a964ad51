"""A few worker processes, for analyses: they can be ended, and keep nobody else from the processor."""

import asyncio
import logging
import pickle
import socket
from collections.abc import Callable
from typing import Any, TypeVar, TypeVarTuple

from bi_server.errors import Overloaded
from bi_server.store.cube import Cube
from bi_server.store.rows import Rows
from bi_server.store.sharing import Shared
from bi_server.tracing import is_traced, span, told
from bi_server.workers import wire
from bi_server.workers.template import Template
from bi_server.workers.wire import Kind
from bi_server.workers.worker import OutOfMemory

log = logging.getLogger(__name__)

START_SECONDS = 60.0  # a fork takes ten milliseconds, what the template imports first two seconds of a free processor
LEAVE_SECONDS = 0.1  # a worker whose task nobody waits for has so long to leave it; then it is killed

T = TypeVar("T")
Request = TypeVar("Request")
More = TypeVarTuple("More")


class Processes:
    """So many workers, and a queue of bounded length before them.

    `rows` makes the reader of the rows behind a snapshot, in the worker. It must be fit for pickling, as everything
    that goes to a worker and comes back.
    """

    def __init__(self, name: str, template: Template, processes: int, queue: int, rows: Callable[[], Rows]) -> None:
        self._name = name
        self._template = template
        self._rows = rows
        self._most = processes + queue
        self._taken = 0
        self._is_closed = False
        self.refused = 0
        self._turn = asyncio.Semaphore(processes)
        # The last to come back is the first to be taken: it has at hand what the requests before it have needed.
        self._idle = [_Worker(template) for _ in range(processes)]

    async def run(self, function: Callable[[Request, Cube, *More], T], request: Request, cube: Cube, *more: *More) -> T:
        """The function's result, or its exception. Work that is cancelled before its turn is never begun, and what has
        begun is ended.

        Raises Overloaded where the queue is full, and where the work needs more memory than a worker may have.
        """
        if self._taken >= self._most:
            self.refused += 1
            raise Overloaded(f"too many {self._name} are waiting already; try again in a moment")
        self._taken += 1
        try:
            with span(self._name):
                async with self._turn:
                    with span("work"):  # the rest of the time it has waited
                        result: T = await self._computed(pickle.dumps((function, request, more, is_traced())), cube)
                        return result
        finally:
            self._taken -= 1

    @property
    def taken(self) -> int:
        """How much work is running or waits for its turn."""
        return self._taken

    async def _computed(self, task: bytes, cube: Cube) -> Any:
        """Asks a worker; and another where that one is lost, as it may have been killed for no fault of the work."""
        for attempt in range(2):
            worker = self._taken_from_idle(cube)
            is_well = False
            asked = asyncio.create_task(worker.ask(task, cube, self._rows))
            try:
                kind, body = await asyncio.shield(asked)  # not cut off in the middle of a frame
                result = pickle.loads(body)
                is_well = not isinstance(result, OutOfMemory)
            except (EOFError, OSError):
                log.warning("a worker process was lost%s", "" if attempt else "; its work goes to another")
                continue
            except asyncio.CancelledError:
                is_well = await worker.left(asked)
                raise
            finally:
                self._idle.append(worker if is_well and not self._is_closed else self._another(worker))
            if isinstance(result, OutOfMemory):
                break
            if kind is Kind.ERROR:
                raise result
            return result
        raise Overloaded(
            "the analysis needs more memory than it may have (ANALYSIS_MEMORY_BYTES), or was ended from outside; "
            "ask for a shorter range, or fewer categories and regions"
        )

    def _taken_from_idle(self, cube: Cube) -> "_Worker":
        """One that has the snapshot, where there is one: callers of different scopes take turns."""
        found = next((worker for worker in reversed(self._idle) if worker.has(cube)), self._idle[-1])
        self._idle.remove(found)
        return found

    def _another(self, instead_of: "_Worker") -> "_Worker":
        instead_of.end()
        return _Worker(self._template)

    def close(self) -> None:
        """Ends the workers that wait for work, and the others when they come back."""
        self._is_closed = True
        for worker in self._idle:
            worker.end()
        self._idle.clear()


class _Worker:
    """The server's side of a worker process, which is started when it is first asked."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._number = 0
        self._peer: socket.socket | None = None
        self._has: Shared | None = None  # the snapshot it was given last

    def has(self, cube: Cube) -> bool:
        """Whether it was given this snapshot last."""
        return self._has is cube.shared

    async def ask(self, task: bytes, cube: Cube, rows: Callable[[], Rows]) -> tuple[Kind, bytes]:
        """The worker's answer. Raises EOFError or OSError where the worker is no more."""
        peer = self._peer or await self._start()
        shared = cube.shared
        if shared is None:
            raise ValueError("the snapshot is not in shared memory; see store.sharing")
        if shared is not self._has:
            self._has = None
            await wire.asend(peer, Kind.SNAPSHOT, pickle.dumps((shared.layout, rows)), shared.file)
            self._has = shared
        await wire.asend(peer, Kind.TASK, task)
        kind, body = await wire.areceive(peer)
        if kind is Kind.PARTS:
            told(pickle.loads(body))
            kind, body = await wire.areceive(peer)
        return kind, body

    async def _start(self) -> socket.socket:
        self._number, self._peer = self._template.start()
        try:
            async with asyncio.timeout(START_SECONDS):
                await wire.areceive(self._peer)
        except TimeoutError:
            log.error("no worker process starts in %.0f s", START_SECONDS)
            self._template.give_up()
            raise
        return self._peer

    async def left(self, asked: "asyncio.Task[tuple[Kind, bytes]]") -> bool:
        """Interrupts the work; whether the worker has said in time that it left it, and is fit for more."""
        if self._peer is not None:
            self._template.interrupt(self._number)
            await asyncio.wait([asked], timeout=LEAVE_SECONDS)
        if not asked.done():
            asked.cancel()
            return False
        return asked.exception() is None and asked.result()[0] is Kind.ABANDONED

    def end(self) -> None:
        """Kills it, whatever it does."""
        if self._peer is not None:
            self._peer.close()
            self._template.kill(self._number)
