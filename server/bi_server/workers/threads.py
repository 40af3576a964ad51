"""A few threads, for work that is short or waits for the database."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, ParamSpec, TypeVar, TypeVarTuple

from bi_server.errors import Overloaded
from bi_server.tracing import span

P = ParamSpec("P")
T = TypeVar("T")
Given = TypeVarTuple("Given")


class Threads:
    """A few threads, and a queue of bounded length before them."""

    def __init__(self, name: str, threads: int, queue: int) -> None:
        self._name = name
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most = threads + queue
        self._taken = 0
        self.refused = 0

    async def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The function's result, or its exception; work that is cancelled before its turn is never begun.

        Raises Overloaded where the queue is full.
        """
        with span(self._name):
            return await asyncio.wrap_future(self._submit(function, *args, **kwargs))

    async def run_until_left(self, function: Callable[[threading.Event, *Given], T], *args: *Given) -> T:
        """As `run`. The function's first argument is set when nobody waits for it any more: it is to end soon, and what
        it uses stays until then."""
        left = threading.Event()
        work = self._submit(function, left, *args)
        ended = asyncio.wrap_future(work)
        try:
            return await asyncio.shield(ended)
        except asyncio.CancelledError:
            left.set()
            if not work.cancel():
                await asyncio.wait({ended})
                ended.exception()  # nobody wants to know
            raise

    def _submit(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> "Future[T]":
        if self._taken >= self._most:
            self.refused += 1
            raise Overloaded(f"too many {self._name} are waiting already; try again in a moment")
        self._taken += 1
        loop = asyncio.get_running_loop()

        def free(_done: Future[Any]) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._give_back)

        work = self._pool.submit(copy_context().run, function, *args, **kwargs)  # what is traced stays so
        work.add_done_callback(free)
        return work

    @property
    def taken(self) -> int:
        """How much work is running or waits for its turn."""
        return self._taken

    def _give_back(self) -> None:
        self._taken -= 1

    def close(self) -> None:
        """Lets what is running end; takes nothing new."""
        self._pool.shutdown(wait=False, cancel_futures=True)
