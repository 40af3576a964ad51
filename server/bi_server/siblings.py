"""Further processes of one server, each on a port of its own: Python uses one core a process."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

STOP_SECONDS = 10.0  # running requests may take five after a signal

Processes = Sequence[asyncio.subprocess.Process]


@asynccontextmanager
async def siblings(ports: Sequence[int]) -> AsyncIterator[Processes]:
    """One process for each port, ended afterwards. They read the same settings, but leave KPI history to this one."""
    started: list[asyncio.subprocess.Process] = []
    try:
        for port in ports:
            settings = {"GRPC_PORT": str(port), "SERVER_PROCESSES": "1", "SNAPSHOT_INTERVAL_SECONDS": "0"}
            command = [sys.executable, "-m", "bi_server", "serve", "--sibling"]
            started.append(
                await asyncio.create_subprocess_exec(
                    *command,
                    env={**os.environ, **settings},
                    stdin=asyncio.subprocess.PIPE,  # closes when this process ends, however that happens
                    start_new_session=True,  # the terminal's Ctrl-C is for this process, which stops the others
                )
            )
        yield started
    finally:
        running = [process for process in started if process.returncode is None]
        for process in running:
            process.terminate()
        for process in running:
            try:
                await asyncio.wait_for(process.wait(), STOP_SECONDS)
            except TimeoutError:
                process.kill()
                await process.wait()


async def first_to_end(processes: Processes) -> int:
    """Waits until one of the processes has ended, and returns its exit code; for ever where there are none."""
    if not processes:
        await asyncio.Event().wait()
    done, rest = await asyncio.wait(
        [asyncio.create_task(process.wait()) for process in processes], return_when=asyncio.FIRST_COMPLETED
    )
    for task in rest:
        task.cancel()
    return done.pop().result()
