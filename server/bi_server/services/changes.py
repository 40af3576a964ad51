"""Versions of the data as they come, for any number of listeners: one look at the store is for all of them."""

import asyncio
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
    """For one event loop, which must run when this is made."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._version: int | None = None
        self._listeners = 0
        self._is_ended = False
        self._news = asyncio.get_running_loop().create_future()

    async def keep_looking(self) -> NoReturn:
        """Until it is cancelled; not while nobody listens."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            if self._listeners:
                with suppress(StoreUnavailable):
                    await self._look()

    async def versions(self, known: int | None) -> AsyncIterator[int | None]:
        """The version of the data at once, or None where it is the known one, and each that follows; None also where
        nothing has come for HEARTBEAT_SECONDS. Raises StoreUnavailable where nothing is known of the data."""
        end = time.monotonic() + LIFE_SECONDS
        self._listeners += 1
        try:
            await self._look()
            if self._version == known:
                yield None
            while True:
                news = self._news
                if self._version != known:
                    known = self._version
                    yield known
                    continue
                if self._is_ended or time.monotonic() > end:
                    return
                done, _ = await asyncio.wait({news}, timeout=HEARTBEAT_SECONDS)
                if not done:
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
        news, self._news = self._news, asyncio.get_running_loop().create_future()
        news.set_result(None)
