"""A load generator that costs little: GET requests over kept-alive connections, in a process of its own.

`python -m scripts.benchmark.load` reads `{"port", "paths", "connections", "seconds"}` as JSON and prints an `Outcome`.
"""

import json
import selectors
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field


@dataclass
class Outcome:
    """What came of a load; latencies in milliseconds, in the order of the answers."""

    seconds: float = 0.0
    errors: int = 0  # answers other than 200
    latencies: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return len(self.latencies) / self.seconds


def measure(port: int, paths: list[str], connections: int = 1, seconds: float = 60.0) -> Outcome:
    """Asks for every path once, or for as many as fit into `seconds`. Raises RuntimeError for any but a 200."""
    task = {"port": port, "paths": paths, "connections": connections, "seconds": seconds}
    command = [sys.executable, "-m", "scripts.benchmark.load"]
    done = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, check=True)
    outcome = Outcome(**json.loads(done.stdout))
    if outcome.errors or not outcome.latencies:
        raise RuntimeError(f"{outcome.errors} of {len(outcome.latencies)} answers failed, such as {paths[0]}")
    return outcome


def run(port: int, paths: list[str], connections: int, seconds: float) -> Outcome:
    """The load itself: every connection sends its next request when the answer to the last one is complete."""
    outcome, rest = Outcome(), iter(paths)
    with selectors.DefaultSelector() as selector:
        for _ in range(connections):
            peer = socket.create_connection(("127.0.0.1", port), timeout=60)
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            talk = _talk(peer, rest, outcome)
            if next(talk, None):
                selector.register(peer, selectors.EVENT_READ, talk)
        started = time.perf_counter()
        while selector.get_map() and time.perf_counter() - started < seconds:
            for key, _ in selector.select(timeout=1):
                if next(key.data, None) is None:
                    selector.unregister(key.fileobj)
        outcome.seconds = time.perf_counter() - started
    return outcome


def _talk(peer: socket.socket, paths: Iterator[str], outcome: Outcome) -> Iterator[bool]:
    """One connection; goes on whenever there is something to read."""
    for path in paths:
        sent = time.perf_counter()
        peer.sendall(f"GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n".encode())
        answer = b""
        while not _is_complete(answer):
            yield True
            piece = peer.recv(1 << 20)
            if not piece:
                outcome.errors += 1
                return
            answer += piece
        outcome.latencies.append((time.perf_counter() - sent) * 1e3)
        outcome.errors += not answer.startswith(b"HTTP/1.1 200")


def _is_complete(answer: bytes) -> bool:
    head, end, body = answer.partition(b"\r\n\r\n")
    if not end:
        return False
    _, found, length = head.lower().partition(b"content-length: ")
    if not found:
        return body.endswith(b"0\r\n\r\n")
    return len(body) >= int(length.split(b"\r\n", 1)[0])


if __name__ == "__main__":
    print(json.dumps(asdict(run(**json.load(sys.stdin)))))
