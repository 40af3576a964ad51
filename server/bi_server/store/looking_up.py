"""Questions to the database for details that no snapshot has, while a request waits for them."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from typing import TypeVar

from bi_server.errors import StoreUnavailable
from bi_server.store.away import reaching

ANSWER_SECONDS = 3.0  # a database that has not answered by then is away
PAUSE_SECONDS = 5.0  # and is not asked again so soon

T = TypeVar("T")


class LookUps:
    """Asks in a thread of its own, which a database that hangs may hold without anybody waiting for its end."""

    def __init__(self) -> None:
        self._hanging: Future[object] | None = None
        self._silent_until = 0.0

    def __call__(self, question: Callable[[], T]) -> T:
        """The answer. Raises StoreUnavailable where the database is away, or does not answer within a few seconds."""
        if (self._hanging and not self._hanging.done()) or time.monotonic() < self._silent_until:
            raise StoreUnavailable("the database does not answer; try again in a moment")

        def ask() -> T:
            with reaching():
                return question()

        answer = in_thread(ask)
        try:
            return answer.result(ANSWER_SECONDS)
        except TimeoutError:
            self._hanging, self._silent_until = answer, time.monotonic() + PAUSE_SECONDS  # type: ignore[assignment]
            raise StoreUnavailable("the database does not answer in time; try again in a moment") from None


def in_thread(work: Callable[[], T]) -> "Future[T]":
    """What the work comes to; the thread ends with the process, whether the work is done or not."""
    future: Future[T] = Future()

    def run() -> None:
        future.set_running_or_notify_cancel()
        try:
            result = work()
        except BaseException as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    traced = copy_context()  # of the call that waits
    threading.Thread(target=traced.run, args=(run,), name="store", daemon=True).start()
    return future
