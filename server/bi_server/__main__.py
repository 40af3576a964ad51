"""The command line: `bi-server run | serve | migrate | sample | snapshot | backup | restore | doctor | model | import |
imports | report | digest | rollups | keys | users`."""

import argparse
import asyncio
import gc
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bi_server import logs, supervisor
from bi_server import settings as settings_module
from bi_server.errors import BiError
from bi_server.reach import refuse_open_door
from bi_server.semantic import read_model
from bi_server.settings import Settings
from bi_server.siblings import Siblings

# Other modules are imported where they are used: what keeps the servers running starts in a third of a second.
SERVING = ("run", "serve")


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit status: 0 done, 1 failed with one line that says what to do."""
    arguments = sys.argv[1:] if arguments is None else arguments
    args = _parser(only_serving=arguments[:1] in ([name] for name in SERVING)).parse_args(arguments)
    try:
        settings = settings_module.load()
        logs.configure(settings.log_level, settings.log_format)
        logging.getLogger("alembic").setLevel(logging.WARNING)
        return int(args.run(settings, args))
    except Exception as error:
        told = _told(error)
        if told is None:
            raise
        print(f"bi-server: {told}".splitlines()[0], file=sys.stderr)
        return 1


def _told(error: Exception) -> str | None:
    """What the user is told of an error; None where it is a mistake in the code."""
    from sqlalchemy.exc import SQLAlchemyError

    from bi_server.store.away import is_away, reason, words

    if isinstance(error, SQLAlchemyError) and is_away(error):
        return f"{reason(error)} ({words(error)})"
    return str(error) if isinstance(error, BiError | OSError | SQLAlchemyError) else None


def _parser(*, only_serving: bool) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bi-server", description="The analytics backend of a business dashboard.")
    commands = parser.add_subparsers(dest="command", required=True)
    serving = commands.add_parser("serve", help="answer gRPC requests until a signal to stop")
    serving.set_defaults(run=_serve)
    # The file of their signs of life, this one's number, and how many they are; see supervisor.py.
    serving.add_argument("--sibling", type=int, nargs=3, help=argparse.SUPPRESS)
    serving.add_argument("--counted-in", type=int, help=argparse.SUPPRESS)  # the file of their rate limits
    running = commands.add_parser("run", help="serve gRPC and, through the gateway, JSON until a signal to stop")
    running.set_defaults(run=_run)
    if only_serving:
        return parser
    with _nothing_looked_through():
        from bi_server.cli import access, backup, digest, doctor, importing, model, report, store

    for group in (store, backup, doctor, model, importing, report, digest, access):
        group.add_to(commands)
    return parser


@contextmanager
def _nothing_looked_through() -> Iterator[None]:
    """What is imported stays: the garbage collector would look through it again and again, a seventh of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _serve(settings: Settings, args: argparse.Namespace) -> int:
    refuse_open_door(settings)
    if len(settings.grpc_ports) > 1:
        return _supervised(settings, supervisor.servers(settings))
    with _nothing_looked_through():
        from bi_server import app

    if args.sibling is None:
        return app.main(settings, counted_in=args.counted_in)
    file, number, count = args.sibling
    first = settings.grpc_port - number
    return app.main(settings, Siblings(file, number, range(first, first + count)), args.counted_in)


def _run(settings: Settings, _args: argparse.Namespace) -> int:
    refuse_open_door(settings)
    return _supervised(settings, [*supervisor.servers(settings), supervisor.gateway()])


def _supervised(settings: Settings, parts: list[supervisor.Part]) -> int:
    read_model(settings.model, settings.currency)  # a mistake in it is told once, not by every process, again and again

    async def supervised() -> int:
        return await supervisor.supervise(parts, await supervisor.stop_on_signals())

    return asyncio.run(supervised())


if __name__ == "__main__":
    sys.exit(main())
