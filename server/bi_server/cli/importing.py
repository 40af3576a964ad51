"""`bi-server import | imports | rollups`."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from bi_server.cli import asking
from bi_server.cli import import_arguments as arguments
from bi_server.cli.telling import Bar, lines, outcome
from bi_server.errors import InvalidInput
from bi_server.ingest import fromsql, profiles, watching
from bi_server.ingest.importing import Progress, import_file
from bi_server.ingest.limits import Limits
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.result import ImportResult
from bi_server.semantic import read_model
from bi_server.settings import Settings
from bi_server.store import following, migrate, rollups
from bi_server.store.engine import opened
from bi_server.store.imports import list_imports, undo_import

DIFFERENCES_SHOWN = 20


def add_to(commands: Any) -> None:
    """Adds the commands to argparse's sub-parsers; each sets `run`, a function of the settings and its arguments."""
    parser = commands.add_parser(
        "import",
        help="take a file of sales or site traffic into the store",
        description="Takes CSV or JSON lines (also zip, gzip, xz, bzip2), Excel, OpenDocument or Parquet. "
        "Columns: date, revenue, units_sold, product_category, region, customer_id, order_id for sales, "
        "and those that MODEL declares; "
        "date, region, category, visits for traffic, where region and category may be missing.",
    )
    parser.set_defaults(run=_import)
    parser.add_argument("files", nargs="*", metavar="FILE", help="several, or a pattern such as '2024-*.csv', are one")
    arguments.add_to(parser)
    parser.add_argument("--watch", type=Path, metavar="DIR", help="take in what appears in a folder, until interrupted")
    parser.add_argument(
        "--from-sql", nargs=2, metavar=("URL", "QUERY"), help="take the rows of a query of another database"
    )
    parser.add_argument(
        "--since", default="", metavar="COLUMN", help="of the query: only rows newer than the last import"
    )
    parser.add_argument("--every", type=float, default=10, metavar="SECONDS", help="how often to look (default: 10)")
    parser.add_argument("--rejects", type=Path, metavar="FILE", help="write the rows that were not taken to this CSV")

    parser = commands.add_parser("imports", help="list or undo imports")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="all imports, the newest first").set_defaults(run=_list)
    undoing = actions.add_parser("undo", help="remove what an import inserted, bring back what it replaced")
    undoing.add_argument("id", type=int, metavar="ID")
    undoing.set_defaults(run=_undo)

    parser = commands.add_parser("rollups", help="check the daily sums against the rows, or make them anew")
    parser.add_argument("action", choices=("verify", "rebuild"))
    parser.set_defaults(run=_rollups)


def _import(settings: Settings, args: argparse.Namespace) -> int:
    model = read_model(settings.model, settings.currency)
    options, paths = arguments.options_of(args, settings), arguments.paths_of(args.files)
    if [bool(paths), bool(args.watch), bool(args.from_sql)].count(True) != 1:
        raise InvalidInput.of(
            "file", "name files, or a folder to watch (--watch DIR), or a query (--from-sql URL QUERY)"
        )
    if args.since and not args.from_sql:
        raise InvalidInput.of("since", "is for a query (--from-sql URL QUERY)")
    if args.watch:
        return _watch(settings, args, options)
    with ExitStack() as held:
        engine = held.enter_context(opened(settings.database_url, model=model))
        migrate.upgrade(engine)  # a newcomer's first command may well be this one
        following.follow(engine, may_recount=False)
        names: list[str] = []
        if args.from_sql:
            query = fromsql.Query(args.from_sql[0], args.from_sql[1], args.since)
            path, origin = held.enter_context(query.rows(engine))
            if path is None:
                print("the query has no new rows" if args.since else "the query has no rows")
                return 0
            options, paths, names = replace(options, origin=origin), [path], [query.name]

        def work(options: ImportOptions) -> ImportResult:
            with progress_bar() as progress:
                return import_file(
                    engine,
                    paths,
                    options,
                    file_names=names,
                    rejects=args.rejects,
                    limits=Limits.of(settings),
                    progress=progress,
                )

        told = lines
        if sys.stdin.isatty() and sys.stdout.isatty():
            if not (args.yes or options.dry_run):
                seen, options = asking.until_clear(work, replace(options, dry_run=True), input, print)
                options = replace(options, dry_run=False)
                if seen.understood.guessed:
                    if not asking.agreed(lines(seen, args.rejects), input, print):
                        return 1
                    told = outcome  # how the file was read has been told
            result, options = asking.until_clear(work, options, input, print)
        else:
            result = work(options)
    for line in told(result, args.rejects):
        print(line)
    if args.save_profile:
        path = profiles.save(args.save_profile, options, Path(settings.profiles))
        print(f"the next file of this form: bi-server import FILE --profile {args.save_profile} (kept in {path})")
    return 0


def _watch(settings: Settings, args: argparse.Namespace, options: ImportOptions) -> int:
    if options.dry_run or args.rejects or args.save_profile or args.every <= 0:
        raise InvalidInput.of("watch", "leave out --dry-run, --rejects and --save-profile; --every is above 0")

    def tell(text: str) -> None:
        print(text, flush=True)

    model = read_model(settings.model, settings.currency)
    with opened(settings.database_url, model=model) as engine, watching.alone(args.watch):
        migrate.upgrade(engine)
        following.follow(engine, may_recount=False)

        def take(path: Path) -> None:
            for line in lines(import_file(engine, path, options, limits=Limits.of(settings)), None):
                tell(line)

        folder = watching.Folder(args.watch, engine, options.table, take, tell)
        with suppress(KeyboardInterrupt):
            watching.keep_looking(folder, args.every)
    return 0


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Tells how far an import is, where somebody sees it."""
    if not sys.stderr.isatty():
        yield lambda _fraction, _rows: None
        return
    bar = Bar(sys.stderr)
    try:
        yield bar
    finally:
        bar.clear()


def _list(settings: Settings, _args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine:
        records = list_imports(engine)
    if not records:
        print("no imports yet; bi-server import FILE makes one")
        return 0
    columns = ("id", "started (UTC)", "table", "read", "inserted", "updated", "skipped", "rejected", "file")
    rows = [
        (
            str(r.import_id),
            f"{r.started:%Y-%m-%d %H:%M:%S}",
            r.table,
            *(f"{count:,}" for count in (r.rows_read, r.inserted, r.updated, r.skipped, r.rejected)),
            r.file_name + (" (undone)" if r.undone else ""),
        )
        for r in records
    ]
    widths = [max(len(row[i]) for row in (columns, *rows)) for i in range(len(columns))]
    for row in (columns, *rows):
        print("  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _undo(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine:
        undone = undo_import(engine, args.id)
    print(f"import {undone.import_id} undone: {undone.removed:,} rows removed, {undone.restored:,} brought back")
    for later, rows in undone.taken_along.items():
        print(f"  {rows:,} of them came with import {later} as well, and were skipped then: import its file again")
    return 0


def _rollups(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False, model=read_model(settings.model, settings.currency)) as engine:
        migrate.require_current(engine)
        if args.action == "rebuild":
            with engine.execution_options(writes=True).begin() as connection:
                rollups.rebuild(connection)
            print("daily sums made anew from the rows")
            return 0
        with engine.connect() as connection:
            differences = rollups.verify(connection)
    for d in differences[:DIFFERENCES_SHOWN]:
        print(f"{d.day} {' / '.join(d.segment)}: {d.measure} is {d.stored}, the rows say {d.fresh}")
    if len(differences) > DIFFERENCES_SHOWN:
        print(f"and {len(differences) - DIFFERENCES_SHOWN:,} more")
    if differences:
        print("bi-server rollups rebuild makes the sums anew")
        return 1
    print("every daily sum equals its rows")
    return 0
