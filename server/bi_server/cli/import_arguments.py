"""What `bi-server import` takes, and the options that follow from it."""

import argparse
import glob
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from bi_server.errors import InvalidInput
from bi_server.ingest import profiles
from bi_server.ingest.options import ImportOptions, parse_assignments
from bi_server.settings import Settings
from bi_server.store.writer.rows import OnDuplicate, TableName

_TEXTS = (
    ("--date-format", "such as DD/MM/YYYY or %%d/%%m/%%Y; excel, epoch, epoch_ms; months:MM/YYYY (default: told)"),
    ("--time-zone", "to which moments that name a zone are brought (default: TIME_ZONE)"),
    ("--currency", "take the rows of this currency, such as EUR; any: of all"),
    ("--currency-column", "column that names the currency of every row (default: found by its name)"),
    ("--delimiter", "between fields; `tab` for a tab (default: detected)"),
    ("--encoding", "of the file's text, such as cp1252 (default: by its bytes)"),
    ("--sheet", "sheet of a workbook (default: the only one with rows)"),
    ("--order-prefix", "put before every order id, where ids begin anew each year"),
    ("--max-rejects", "import nothing when more rows are rejected, as a number or a share (default: 50%%)"),
)
_FLAGS = (
    ("--any-date", "take dates after today, or years away from all others"),
    ("--decimal-comma", "the same as --decimal comma"),
    ("--order-lines", "rows with the same order id are lines of one order, not duplicates"),
    ("--add-up", "traffic with the same date, region and category is parts of one figure"),
    ("--again", "count rows without order id although the store has the very same"),
    ("--yes", "do not ask at a terminal whether what was guessed is right"),
    ("--dry-run", "tell what would happen, change nothing"),
)
_LISTS = (
    ("--map", "OURS=THEIRS", "column to read ours from"),
    ("--derive", "OURS=EXPR", 'such as "revenue = Quantity * `Unit Price` - (Discount or 0)"'),
    ("--set", "OURS=VALUE", "value where the file has none, or a blank"),
    (
        "--where",
        "CONDITION",
        "take only rows such as Status=paid|shipped or Status!=cancelled; all given hold",
    ),
    ("--fill-down", "THEIRS", "column that only the first line of an order has: its blanks take the value above"),
)


def add_to(parser: argparse.ArgumentParser) -> None:
    """Adds all that says how to read a file."""
    known = ", ".join(profiles.names())
    parser.add_argument("--profile", default="", metavar="NAME|FILE", help=f"options kept under a name: {known}")
    parser.add_argument("--save-profile", default="", metavar="NAME|FILE", help="keep the options of this import")
    parser.add_argument("--table", choices=get_args(TableName), help="what the rows are (default: sales)")
    for name, metavar, text in _LISTS:
        parser.add_argument(name, action="append", default=[], metavar=metavar, help=text)
    for name, text in _TEXTS:
        parser.add_argument(name, default="", help=text)
    for name, text in _FLAGS:
        parser.add_argument(name, action="store_true", help=text)
    parser.add_argument("--decimal", choices=("point", "comma"), help="decimal sign (default: told by the numbers)")
    parser.add_argument("--header-line", type=int, default=0, metavar="N", help="line of the header (default: found)")
    parser.add_argument(
        "--on-duplicate",
        choices=get_args(OnDuplicate),
        help="rows whose order id (traffic: date, region and category) the store has with other contents: refuse the "
        "file, skip them, replace what is there, or append them as further lines and refunds (default: fail); those "
        "with the same contents are skipped",
    )


def options_of(args: argparse.Namespace, settings: Settings) -> ImportOptions:
    """The options, those of the profile included. Raises InvalidInput for what does not fit."""
    given: dict[str, Any] = {
        "mapping": parse_assignments("--map", args.map),
        "derived": parse_assignments("--derive", args.derive),
        "constants": parse_assignments("--set", args.set),
        "where": tuple(args.where),
        "fill_down": tuple(args.fill_down),
    }
    flags = [flag for flag in _FLAGS if flag[0] != "--yes"]  # which says nothing of the file
    names = ["table", "decimal", "on_duplicate", "header_line", *(_field(name) for name, _ in (*_TEXTS, *flags))]
    given |= {name: getattr(args, name) for name in names}
    if given["delimiter"] in ("tab", "\\t"):
        given["delimiter"] = "\t"
    return profiles.options_of(args.profile, given, settings, may_be_path=True)


def paths_of(texts: Sequence[str]) -> list[Path]:
    """Files, and those that patterns stand for, by name. Raises InvalidInput for a pattern that none fits."""
    paths: list[Path] = []
    for text in texts:
        if Path(text).exists() or not set(text) & set("*?["):
            paths.append(Path(text))
            continue
        found = sorted(path for path in map(Path, glob.glob(text)) if path.is_file())
        if not found:
            raise InvalidInput.of("file", f"there is none like {text}")
        paths += found
    return paths


def _field(name: str) -> str:
    return name.removeprefix("--").replace("-", "_")
