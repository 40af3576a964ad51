"""The command line: `bi-server run | serve | migrate | sample | snapshot | backup | restore | doctor | model | import |
imports | report | rollups | keys | users`."""

import argparse
import asyncio
import logging
import sys
from contextlib import closing
from pathlib import Path

from bi_server import logs, supervisor
from bi_server import settings as settings_module
from bi_server.access.reach import refuse_open_door
from bi_server.errors import BiError
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
    running = commands.add_parser("run", help="serve gRPC and, through the gateway, JSON until a signal to stop")
    running.set_defaults(run=_run)
    if only_serving:
        return parser
    from bi_server import doctor, model_command, report_command, store_commands
    from bi_server.access import command as access_commands
    from bi_server.ingest import command as ingest_commands

    migrating = commands.add_parser("migrate", help="bring the store's schema to this version")
    migrating.set_defaults(run=_migrate)
    migrating.add_argument("--revision", default="head", help="revision to go to; `base` drops every table")
    sample = commands.add_parser("sample", help="fill an empty store with sample data, or write it as CSV")
    sample.set_defaults(run=_sample)
    sample.add_argument("--records", type=int, help="number of rows (default: SAMPLE_RECORDS)")
    sample.add_argument("--seed", type=int, default=42, help="the same seed gives the same rows (default: 42)")
    sample.add_argument("--csv", type=Path, metavar="FILE", help="write the rows to FILE instead of the store")
    snapshot = commands.add_parser("snapshot", help="record the KPIs of every finished day, week and month")
    snapshot.set_defaults(run=_snapshot)
    store_commands.add_to(commands)
    doctor.add_to(commands)
    model_command.add_to(commands)
    ingest_commands.add_to(commands)
    report_command.add_to(commands)
    access_commands.add_to(commands)
    return parser


def _serve(settings: Settings, args: argparse.Namespace) -> int:
    refuse_open_door(settings)
    if len(settings.grpc_ports) > 1:
        return asyncio.run(_supervised(supervisor.servers(settings)))
    from bi_server import app

    if args.sibling is None:
        return app.main(settings)
    file, number, count = args.sibling
    first = settings.grpc_port - number
    return app.main(settings, Siblings(file, number, range(first, first + count)))


def _run(settings: Settings, _args: argparse.Namespace) -> int:
    refuse_open_door(settings)
    return asyncio.run(_supervised([*supervisor.servers(settings), supervisor.gateway()]))


async def _supervised(parts: list[supervisor.Part]) -> int:
    return await supervisor.supervise(parts, await supervisor.stop_on_signals())


def _migrate(settings: Settings, args: argparse.Namespace) -> int:
    from bi_server.semantic import read_model
    from bi_server.store import following, migrate
    from bi_server.store.engine import opened

    with opened(settings.database_url, model=read_model(settings.model)) as engine:
        if args.revision == "base":
            migrate.downgrade(engine, "base")
            return 0
        migrate.upgrade(engine, args.revision)
        if migrate.is_current(engine):
            for done in following.follow(engine):
                print(done)
    return 0


def _snapshot(settings: Settings, _args: argparse.Namespace) -> int:
    from bi_server.rpc import kpi_history
    from bi_server.semantic import read_model
    from bi_server.store.engine import opened
    from bi_server.store.store import Store

    with (
        opened(settings.database_url, make_file=False, model=read_model(settings.model)) as engine,
        closing(Store(engine, settings.max_store_cells)) as store,
    ):
        print(f"{kpi_history.take(store)} rows of KPI history changed")
    return 0


def _sample(settings: Settings, args: argparse.Namespace) -> int:
    from sqlalchemy import func, select

    from bi_server.sample import generate_sample_data, generate_sample_traffic
    from bi_server.sample_omnichannel import with_channels
    from bi_server.semantic import read_model
    from bi_server.store import following, ingest
    from bi_server.store.engine import opened
    from bi_server.store.schema import schema_of_model
    from bi_server.store.tables import sales_data

    records = settings.sample_records if args.records is None else args.records
    if records < 0:
        print(f"bi-server: --records: {records} is negative; ask for 0 or more", file=sys.stderr)
        return 1
    model = read_model(settings.model)
    sales = generate_sample_data(records, args.seed)
    traffic = generate_sample_traffic(sales, args.seed)
    if schema_of_model(model).added:
        sales = with_channels(sales, args.seed)
    if args.csv is not None:
        sales.to_csv(args.csv, index=False, date_format="%Y-%m-%d")
        print(f"{records} rows written to {args.csv}")
        return 0
    with (
        opened(settings.database_url, model=model) as engine,
        engine.execution_options(writes=True).begin() as connection,
    ):
        following.require(connection)
        present = connection.execute(select(func.max(sales_data.c.id))).scalar()
        if present is not None:
            print("the store has data already; no sample data added")
            return 0
        ingest.append(connection, sales, traffic)
    print(f"{records} rows of sample data added")
    return 0


if __name__ == "__main__":
    sys.exit(main())
