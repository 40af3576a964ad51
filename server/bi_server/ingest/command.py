"""`bi-server import | imports | rollups`."""

import argparse
import sys
from pathlib import Path
from typing import Any, get_args

from bi_server.ingest.history import list_imports, undo_import
from bi_server.ingest.importing import import_file
from bi_server.ingest.limits import Limits
from bi_server.ingest.options import MAX_REJECTS, ImportOptions, OnDuplicate, TableName, parse_assignments
from bi_server.ingest.telling import Bar, lines
from bi_server.settings import Settings
from bi_server.store import migrate, rollups
from bi_server.store.engine import opened

DIFFERENCES_SHOWN = 20


def add_to(commands: Any) -> None:
    """Adds the commands to argparse's sub-parsers; each sets `run`, a function of the settings and its arguments."""
    parser = commands.add_parser(
        "import",
        help="take a file of sales or site traffic into the store",
        description="Takes CSV or JSON lines (also zip, gzip, xz, bzip2), Excel, OpenDocument or Parquet. "
        "Columns: date, revenue, units_sold, product_category, region, customer_id, order_id for sales; "
        "date, region, category, visits for traffic, where region and category may be missing.",
    )
    parser.set_defaults(run=_import)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--table", choices=get_args(TableName), default="sales", help="what the rows are")
    parser.add_argument("--map", action="append", default=[], metavar="OURS=THEIRS", help="column to read ours from")
    parser.add_argument(
        "--derive", action="append", default=[], metavar="OURS=EXPR", help='such as "revenue = Quantity * `Unit Price`"'
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="OURS=VALUE", help="value where the file has none, or a blank"
    )
    parser.add_argument(
        "--date-format",
        default="",
        help="such as DD/MM/YYYY or %%d/%%m/%%Y; excel, epoch, epoch_ms for numbers; months:MM/YYYY (default: told)",
    )
    parser.add_argument("--any-date", action="store_true", help="take dates after today, or years away from all others")
    parser.add_argument(
        "--time-zone", default="", help="to which moments that name a zone are brought (default: TIME_ZONE)"
    )
    parser.add_argument(
        "--decimal", choices=("point", "comma"), default="", help="decimal sign (default: told by the numbers)"
    )
    parser.add_argument("--decimal-comma", action="store_true", help="the same as --decimal comma")
    parser.add_argument("--currency", default="", help="take the rows of this currency, such as EUR; any: of all")
    parser.add_argument("--delimiter", default="", help="between fields; `tab` for a tab (default: detected)")
    parser.add_argument("--encoding", default="", help="of the file's text, such as cp1252 (default: by its bytes)")
    parser.add_argument("--header-line", type=int, default=0, metavar="N", help="line of the header (default: found)")
    parser.add_argument("--sheet", default="", help="sheet of a workbook (default: the only one with rows)")
    parser.add_argument(
        "--on-duplicate",
        choices=get_args(OnDuplicate),
        default="fail",
        help="rows whose order id (traffic: date, region and category) the store has with other contents: refuse the "
        "file, skip them, replace what is there, or append them as further lines and refunds (default: fail); those "
        "with the same contents are skipped",
    )
    parser.add_argument(
        "--order-lines", action="store_true", help="rows with the same order id are lines of one order, not duplicates"
    )
    parser.add_argument("--order-prefix", default="", help="put before every order id, where ids begin anew each year")
    parser.add_argument(
        "--fill-down",
        action="append",
        default=[],
        metavar="THEIRS",
        help="column that only the first line of an order has: its blanks take the value above",
    )
    parser.add_argument(
        "--add-up", action="store_true", help="traffic with the same date, region and category is parts of one figure"
    )
    parser.add_argument(
        "--again", action="store_true", help="count rows without order id although the store has the very same"
    )
    parser.add_argument(
        "--max-rejects",
        default=MAX_REJECTS,
        metavar="N",
        help="import nothing when more rows are rejected, as a number or a share (default: 50%%)",
    )
    parser.add_argument("--dry-run", action="store_true", help="tell what would happen, change nothing")
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
    options = ImportOptions(
        table=args.table,
        mapping=parse_assignments("--map", args.map),
        derived=parse_assignments("--derive", args.derive),
        constants=parse_assignments("--set", args.set),
        date_format=args.date_format,
        any_date=args.any_date,
        time_zone=args.time_zone or settings.time_zone,
        decimal=args.decimal,
        decimal_comma=args.decimal_comma,
        currency=args.currency,
        store_currency=settings.currency,
        delimiter="\t" if args.delimiter in ("tab", "\\t") else args.delimiter,
        encoding=args.encoding,
        header_line=args.header_line,
        sheet=args.sheet,
        on_duplicate=args.on_duplicate,
        order_lines=args.order_lines,
        order_prefix=args.order_prefix,
        fill_down=tuple(args.fill_down),
        add_up=args.add_up,
        again=args.again,
        max_rejects=args.max_rejects,
        dry_run=args.dry_run,
    )
    progress = Bar(sys.stderr) if sys.stderr.isatty() else None
    with opened(settings.database_url) as engine:
        migrate.upgrade(engine)  # a newcomer's first command may well be this one
        try:
            result = import_file(
                engine,
                args.file,
                options,
                rejects=args.rejects,
                limits=Limits.of(settings),
                progress=progress or (lambda _fraction, _rows: None),
            )
        finally:
            if progress is not None:
                progress.clear()
    for line in lines(result, args.rejects):
        print(line)
    return 0


def _list(settings: Settings, _args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False) as engine:
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
    with opened(settings.database_url, make_file=False) as engine:
        undone = undo_import(engine, args.id)
    print(f"import {undone.import_id} undone: {undone.removed:,} rows removed, {undone.restored:,} brought back")
    for later, rows in undone.taken_along.items():
        print(f"  {rows:,} of them came with import {later} as well, and were skipped then: import its file again")
    return 0


def _rollups(settings: Settings, args: argparse.Namespace) -> int:
    with opened(settings.database_url, make_file=False) as engine:
        migrate.require_current(engine)
        if args.action == "rebuild":
            with engine.execution_options(writes=True).begin() as connection:
                rollups.rebuild(connection)
            print("daily sums made anew from the rows")
            return 0
        with engine.connect() as connection:
            differences = rollups.verify(connection)
    for d in differences[:DIFFERENCES_SHOWN]:
        print(f"{d.day} {d.category} / {d.region}: {d.measure} is {d.stored}, the rows say {d.fresh}")
    if len(differences) > DIFFERENCES_SHOWN:
        print(f"and {len(differences) - DIFFERENCES_SHOWN:,} more")
    if differences:
        print("bi-server rollups rebuild makes the sums anew")
        return 1
    print("every daily sum equals its rows")
    return 0
