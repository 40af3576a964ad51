"""`bi-server migrate | sample | snapshot`: the schema of the store, what is in it for a start, and KPI history."""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from bi_server.semantic import read_model
from bi_server.settings import Settings
from bi_server.store import following, migrate
from bi_server.store.engine import opened
from bi_server.store.store import Store


def add_to(commands: Any) -> None:
    """Adds the commands to argparse's sub-parsers; each sets `run`, a function of the settings and its arguments."""
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


def _migrate(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, model=read_model(settings.model, settings.currency)) as engine:
        if args.revision == "base":
            migrate.downgrade(engine, "base")
            return 0
        migrate.upgrade(engine, args.revision)
        if migrate.is_current(engine):
            for done in following.follow(engine):
                print(done)
    return 0


def _snapshot(settings: Settings, _args: argparse.Namespace) -> int:
    from bi_server.answers import kpi_history

    with (
        opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine,
        closing(Store(engine, settings.max_store_cells)) as store,
    ):
        print(f"{kpi_history.take(store)} rows of KPI history changed")
    return 0


def _sample(settings: Settings, args: argparse.Namespace) -> int:
    from sqlalchemy import func, select

    from bi_server.sample import generate_sample_data, generate_sample_traffic
    from bi_server.sample_omnichannel import with_channels
    from bi_server.store import ingest
    from bi_server.store.schema import schema_of_model
    from bi_server.store.tables import sales_data

    records = settings.sample_records if args.records is None else args.records
    if records < 0:
        print(f"bi-server: --records: {records} is negative; ask for 0 or more", file=sys.stderr)
        return 1
    model = read_model(settings.model, settings.currency)
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
