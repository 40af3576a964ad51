"""Versions of the data as they come, for any number of listeners: one look at the store is for all of them."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import NoReturn

from bi_server.errors import StoreUnavailable
from bi_server.store.store import Store

LOOK_SECONDS = 0.25  # between two looks; one costs microseconds
HEARTBEAT_SECONDS = 25.0  # proxies close what is silent for a minute
LIFE_SECONDS = 900.0  # a caller shows then anew that he may listen


class Changes:
    """For one event loop, which must run when this is made.

    Thousands may listen, so none has a timer of his own: they are in groups, and at each look it is another's turn to
    be told that there is nothing new.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._listeners = 0
        self._is_ended = False
        self._groups = [asyncio.Event() for _ in range(round(HEARTBEAT_SECONDS / LOOK_SECONDS))]
        self._next_group = itertools.cycle(self._groups)

    async def keep_looking(self) -> NoReturn:
        """Until it is cancelled; not while nobody listens."""
        for group in itertools.cycle(self._groups):
            await asyncio.sleep(LOOK_SECONDS)
            if self._listeners:
                with suppress(StoreUnavailable):
                    await self._look()
                _wake(group)
        raise AssertionError("a cycle has no end")

    async def versions(self, known: int | None) -> AsyncIterator[int | None]:
        """The version of the data at once, or None where it is the known one, and each that follows; None also where
        nothing has come for HEARTBEAT_SECONDS. Raises StoreUnavailable where nothing is known of the data."""
        end = time.monotonic() + LIFE_SECONDS
        group = next(self._next_group)
        self._listeners += 1
        try:
            await self._look()
            if self._version == known:
                yield None
            while True:
                if self._version != known:
                    known = self._version
                    yield known
                    continue
                if self._is_ended or time.monotonic() > end:
                    return
                await group.wait()
                if self._version == known and not self._is_ended:
                    yield None
        finally:
            self._listeners -= 1

    def end(self) -> None:
        """Ends what is listened to; further listeners hear the version alone."""
        self._is_ended = True
        self._tell()

    async def _look(self) -> None:
        cube = self._store.current() or await self._store.refreshed()
        if cube.version != self._version:
            self._version = cube.version
            self._tell()

    def _tell(self) -> None:
        for group in self._groups:
            _wake(group)


def _wake(group: asyncio.Event) -> None:
    """Whoever waits now; not who comes after."""
    group.set()
    group.clear()
