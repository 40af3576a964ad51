"""What listeners of `/api/dashboard/stream` cost while they wait: `python -m scripts.benchmark_listeners [COUNT]`.

Prints, for the server and for Envoy, memory a listener (resident, beyond what both have with 100 of them) and CPU while
all wait, and how long after an import the first and the last of them hear of it.
"""

import asyncio
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

import httpx
from scripts.fuzz.target import Target, product

LISTENERS = 5000
FIRST = 100  # what everything takes once for all is there with these
QUIET_SECONDS = 20.0
ROW = "date,revenue,quantity,category,region,order_id\n2024-12-31,10.00,1,Books,North,LISTEN-1\n"
REQUEST = b"GET /api/dashboard/stream HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n\r\n"


@dataclass
class Listener:
    """A connection, and when it has heard of a version."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    heard: float = 0.0

    @classmethod
    async def come(cls, port: int) -> "Listener":
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
        writer.write(REQUEST)
        await reader.readuntil(b"data_version")
        return cls(reader, writer)

    async def hear(self) -> None:
        await self.reader.readuntil(b"data_version")
        self.heard = time.monotonic()


def processes(root: int) -> list[int]:
    """A process and all that it has started."""
    told = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.split()
    parents = dict(zip(map(int, told[::2]), map(int, told[1::2]), strict=True))
    found = [root]
    for one in found:
        found += [pid for pid, parent in parents.items() if parent == one]
    return found


def resident(root: int) -> int:
    """Bytes in memory that are nobody else's."""
    total = 0
    for pid in processes(root):
        with open(f"/proc/{pid}/status") as status:
            total += sum(int(line.split()[1]) * 1024 for line in status if line.startswith("RssAnon"))
    return total


def cpu_seconds(root: int) -> float:
    ticks = 0
    for pid in processes(root):
        with open(f"/proc/{pid}/stat") as stat:
            ticks += sum(map(int, stat.read().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


async def measure(target: Target, count: int) -> None:
    parts = {name: process.pid for name, process in target.processes.items()}
    listeners = [await Listener.come(target.http_port) for _ in range(FIRST)]
    before = {name: resident(pid) for name, pid in parts.items()}
    started = time.monotonic()
    while len(listeners) < count:
        some = min(50, count - len(listeners))
        listeners += await asyncio.gather(*(Listener.come(target.http_port) for _ in range(some)))
    print(f"{count} listeners came in {time.monotonic() - started:.1f} s")
    spent = {name: cpu_seconds(pid) for name, pid in parts.items()}
    await asyncio.sleep(QUIET_SECONDS)
    for name, pid in parts.items():
        each = (resident(pid) - before[name]) / (count - FIRST) / 1024
        busy = (cpu_seconds(pid) - spent[name]) / QUIET_SECONDS * 100
        print(f"{name}: {each:.1f} KB a listener, {busy:.1f} % of a core while all wait")
    hearing = [asyncio.create_task(one.hear()) for one in listeners]
    async with httpx.AsyncClient(base_url=target.url, timeout=60) as client:
        answer = await client.post("/api/data/import", content=ROW, headers={"content-type": "text/csv"})
        answer.raise_for_status()
    taken = time.monotonic()
    await asyncio.gather(*hearing)
    heard = sorted(one.heard - taken for one in listeners)
    print(f"heard of an import {heard[0]:.2f} to {heard[-1]:.2f} s after its answer")


def main(count: int) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with product() as target:
        asyncio.run(measure(target, count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LISTENERS)
