"""An answer on its way, for all who ask for the same."""

import asyncio

from bi_server.rpc.cache import Answer


class Computed:
    """An answer that is being computed, and how many wait for it; it is given up when none does any more."""

    def __init__(self, task: asyncio.Task[Answer]) -> None:
        self.task = task
        self._waiting = 0

    async def awaited(self) -> Answer:
        self._waiting += 1
        try:
            return await asyncio.shield(self.task)
        finally:
            self._waiting -= 1
            if not self._waiting:
                self.task.cancel()  # of no effect on one that is done
