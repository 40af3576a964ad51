"""Keeps the processes of the product running: one that ends is started again while the others serve.

Python uses one core a process, so the server is several of them, each on a port of its own; the gateway is one more.
"""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from bi_server import siblings
from bi_server.access import rate_limits
from bi_server.settings import Settings

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0  # running requests may take five after a signal
SOUND_SECONDS = 30.0  # a process that has lived so long has started well
MOST_FAILED_STARTS = 4  # in a row; then the product cannot go on, and ends
PAUSE = 0.1  # seconds before a process that failed to start is started again, twice as long each time


@dataclass(frozen=True)
class Part:
    """A process: `python -m MODULE ...` with these settings over those of the environment."""

    name: str
    command: tuple[str, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    files: tuple[IO[bytes], ...] = ()  # it has the descriptors too, by the same numbers


def servers(settings: Settings) -> list[Part]:
    """The server's processes. The first of them records the KPI history, for all."""
    ports = settings.grpc_ports
    beats = siblings.make_file(len(ports))
    counts = [rate_limits.make_file()] if settings.rate_limit_per_caller else []
    counted_in = [part for file in counts for part in ("--counted-in", str(file.fileno()))]
    return [
        Part(
            f"server on port {port}",
            ("bi_server", "serve", "--sibling", str(beats.fileno()), str(i), str(len(ports)), *counted_in),
            {"GRPC_PORT": str(port), "SERVER_PROCESSES": "1"}
            | ({"SNAPSHOT_INTERVAL_SECONDS": "0"} if i else {})
            | ({"METRICS_PORT": str(settings.metrics_port + i)} if settings.metrics_port else {}),
            (beats, *counts),
        )
        for i, port in enumerate(ports)
    ]


def gateway() -> Part:
    """Envoy, and what renders its configuration."""
    return Part("gateway", ("bi_gateway", "--sibling"))


async def supervise(parts: Sequence[Part], stop: asyncio.Event) -> int:
    """Runs all parts until `stop`, then ends them, the last one first. Returns 0; 1 where one fails for good."""
    failed = asyncio.Event()
    ending = [asyncio.Event() for _ in parts]
    keeping = [asyncio.create_task(_keep(part, end, failed)) for part, end in zip(parts, ending, strict=True)]
    waiting: list[asyncio.Task[Any]] = [asyncio.create_task(event.wait()) for event in (stop, failed)]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        # One after the other: what stands in front is drained before what answers it ends.
        for end, task in reversed(list(zip(ending, keeping, strict=True))):
            end.set()
            await task
        for task in waiting:
            task.cancel()
    return int(failed.is_set())


async def stop_on_signals() -> asyncio.Event:
    """Set when the process is asked to end."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    return stop


async def _keep(part: Part, end: asyncio.Event, failed: asyncio.Event) -> None:
    failures = 0
    while not end.is_set():
        started = time.monotonic()
        code = await _run(part, end)
        if end.is_set():
            return
        was_ended = code <= 0  # from outside, by a signal: it did not fail to start
        failures = 0 if was_ended or time.monotonic() - started > SOUND_SECONDS else failures + 1
        if failures >= MOST_FAILED_STARTS:
            log.error("the %s fails to start: exit code %d", part.name, code)
            failed.set()
            return
        log.warning("the %s ended by itself (exit code %d); starting it again", part.name, code)
        if failures:
            await _either(end, asyncio.sleep(PAUSE * 2**failures))


async def _run(part: Part, end: asyncio.Event) -> int:
    """One life of a part; its exit code."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *part.command,
        env={**os.environ, **part.settings},
        pass_fds=[file.fileno() for file in part.files],
        stdin=asyncio.subprocess.PIPE,  # closes when this process ends, however that happens
        start_new_session=True,  # the terminal's Ctrl-C is for this process, which stops the others in order
    )
    await _either(end, process.wait())
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()
    return await process.wait()


async def _either(end: asyncio.Event, work: Coroutine[Any, Any, Any]) -> None:
    tasks = [asyncio.create_task(end.wait()), asyncio.create_task(work)]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
