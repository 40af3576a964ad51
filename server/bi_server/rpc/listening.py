"""Whether a server still listens: gRPC for Python stops for good at a method whose name is not UTF-8, and says it only
to its log. The process must end then, so that another takes its place."""

import asyncio
import contextlib
import logging
import os
import signal
from typing import NoReturn

log = logging.getLogger(__name__)

PAUSE_SECONDS = 0.5
WILDCARDS = {"0.0.0.0": "127.0.0.1", "::": "::1"}


async def end_when_deaf(host: str, port: int) -> NoReturn:
    """Kills this process when nobody listens on its own port any more: it started well, and is no failed start."""
    while True:
        await asyncio.sleep(PAUSE_SECONDS)
        try:
            _, writer = await asyncio.open_connection(WILDCARDS.get(host, host), port)
        except ConnectionRefusedError:
            log.error("nothing listens on port %d any more; ending, to be started again", port)
            os.kill(os.getpid(), signal.SIGKILL)
        except OSError:  # out of descriptors, say: that passes
            continue
        writer.close()
        with contextlib.suppress(OSError):
            await writer.wait_closed()
