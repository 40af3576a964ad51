"""What a caller may say about a file, and the columns a file is brought to."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from difflib import get_close_matches
from typing import Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bi_server.errors import InvalidInput
from bi_server.ingest.synonyms import SYNONYMS
from bi_server.semantic import Model
from bi_server.semantic.dimensions import BUILT_IN
from bi_server.semantic.money import CODES
from bi_server.store.writer.rows import OnDuplicate, TableName

Kind: TypeAlias = Literal["moment", "day", "money", "count", "number", "name", "text"]

ANY_CURRENCY = "any"
_NO_DELIMITERS = ('"', "\r", "\n", "\0")


MAX_REJECTS = "50%"  # more than half: the file, or an option, is wrong as a whole
_MAX_REJECTS_FORM = r"\d{1,12}|(100|\d{1,2}(\.\d{1,6})?)%"


@dataclass(frozen=True)
class Target:
    """A column of ours: what its values are, and how long texts may be."""

    name: str
    kind: Kind
    length: int = 0
    required: bool = True
    title: str = ""  # of a column that the model declares: a file without it, or a row, leaves it out

    @property
    def is_own(self) -> bool:
        """Whether the model declares it."""
        return bool(self.title)

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other headers that mean the same."""
        return (self.title,) if self.title else SYNONYMS.get(self.name, ())


SALES = (
    Target("date", "moment"),
    Target("revenue", "money"),
    Target("units_sold", "count"),
    Target("product_category", "name", 100),
    Target("region", "name", 50),
    Target("customer_id", "text", 50, required=False),
    Target("order_id", "text", 64, required=False),
)
TRAFFIC = (
    Target("date", "day"),
    Target("region", "name", 50, required=False),  # without: visits of all regions
    Target("category", "name", 100, required=False),  # without: of all categories
    Target("visits", "count"),
)


def own_targets(model: Model) -> tuple[Target, ...]:
    """The columns of sales that a model declares."""
    dimensions = [
        Target(d.column, "name", d.length, required=False, title=d.title)
        for d in model.dimensions
        if d.id not in BUILT_IN
    ]
    measures = [
        Target(m.column, "money" if m.is_money else "number", required=False, title=m.title) for m in model.own_measures
    ]
    return (*dimensions, *measures)


@dataclass(frozen=True)
class ImportOptions:
    """How to read a file, and what to do with rows that the store has already."""

    table: TableName = "sales"
    mapping: Mapping[str, str] = field(default_factory=dict)  # our column -> the file's
    derived: Mapping[str, str] = field(default_factory=dict)  # our column -> expression over the file's columns
    constants: Mapping[str, str] = field(default_factory=dict)  # our column -> value where the file has none
    date_format: str = ""  # as for strptime, or DD/MM/YYYY; empty: detected
    any_date: bool = False  # take dates after today, and those years from all others
    time_zone: str = "UTC"  # of the business: moments that come with a zone of their own are brought to it
    decimal: str = ""  # point or comma; empty: told by the numbers
    decimal_comma: bool = False  # the same as decimal=comma
    where: tuple[str, ...] = ()  # conditions such as `Status=paid`: other rows are left out
    currency_column: str = ""  # of the file, with the currency of every row; empty: found by its name
    currency: str = ""  # of the rows to take; `any`: all, they are converted. Empty: a file of several is refused
    store_currency: str = ""  # what the business is kept in: a file of another is refused. Empty: unknown
    delimiter: str = ""  # empty: detected
    encoding: str = ""  # empty: told by the file's bytes
    header_line: int = 0  # on which the columns are named, from 1; 0: found
    sheet: str = ""  # of a workbook; empty: the only one with rows
    on_duplicate: OnDuplicate = "fail"  # rows that the store has with other contents; those with the same are skipped
    order_lines: bool = False  # a repeated order id within the file is a further line of that order
    order_prefix: str = ""  # put before every order id, where ids begin anew
    fill_down: tuple[str, ...] = ()  # columns of the file that only the first line of an order has
    add_up: bool = False  # rows of traffic with the same date, region and category are parts of one figure
    again: bool = False  # count rows without order id once more although the store has the like
    max_rejects: str = MAX_REJECTS  # as a number of rows, or a share of them, such as 5%
    own: tuple[Target, ...] = ()  # further columns of sales, which the model declares
    dry_run: bool = False
    origin: Mapping[str, str] = field(default_factory=dict)  # of rows of a query: how far they reach

    def __post_init__(self) -> None:
        for name, value, known in (
            ("table", self.table, get_args(TableName)),
            ("on_duplicate", self.on_duplicate, get_args(OnDuplicate)),
        ):
            if value not in known:
                raise InvalidInput.of(name, f"{value!r} is unknown; use one of {', '.join(known)}")
        names = [target.name for target in self.targets]
        seen: set[str] = set()
        for option, given in (("map", self.mapping), ("derive", self.derived), ("set", self.constants)):
            for name in given:
                if name not in names:
                    near = get_close_matches(name, names, 1)
                    meant = f"; did you mean {near[0]!r}? It has" if near else "; use"
                    raise InvalidInput.of(option, f"{name!r} is no column of {self.table}{meant} {', '.join(names)}")
                if option != "set" and name in seen:
                    raise InvalidInput.of(option, f"{name!r} is both mapped and derived; leave one of them out")
                seen.add(name)
        for option, is_given, table in (
            ("order_lines", self.order_lines, "sales"),
            ("order_prefix", bool(self.order_prefix), "sales"),
            ("add_up", self.add_up, "traffic"),
        ):
            if is_given and self.table != table:
                raise InvalidInput.of(option, f"is for {table} alone; leave it out")
        if self.on_duplicate == "append" and self.table != "sales":
            raise InvalidInput.of("on_duplicate", "only orders have further lines to append; use replace or skip")
        if not re.fullmatch(_MAX_REJECTS_FORM, self.max_rejects):
            raise InvalidInput.of("max_rejects", f"{self.max_rejects!r} is neither a number nor a share such as 5%")
        if len(self.delimiter.encode()) > 1 or self.delimiter in _NO_DELIMITERS:
            raise InvalidInput.of("delimiter", f"{self.delimiter!r} cannot part fields; use such as , ; | or a tab")
        _check_reading(self)

    @property
    def targets(self) -> tuple[Target, ...]:
        """The columns that a file is brought to."""
        return (*SALES, *self.own) if self.table == "sales" else TRAFFIC

    @property
    def decimal_sign(self) -> str:
        """`point`, `comma`, or empty where the numbers have to tell."""
        return self.decimal or ("comma" if self.decimal_comma else "")

    def most_rejects(self, rows: int) -> float:
        """How many of so many rows may be rejected."""
        if self.max_rejects.endswith("%"):
            return rows * float(self.max_rejects[:-1]) / 100
        return int(self.max_rejects)

    def as_json(self) -> str:
        """What was asked for, without what was left at its default."""
        default = ImportOptions(table=self.table)
        given = {
            k: v for k, v in asdict(self).items() if v != getattr(default, k) and k not in ("store_currency", "own")
        }
        return json.dumps(given, ensure_ascii=False, sort_keys=True)


def _check_reading(options: ImportOptions) -> None:
    if options.header_line < 0:
        raise InvalidInput.of("header_line", f"{options.header_line} is no line; count from 1")
    if options.decimal not in ("", "point", "comma"):
        raise InvalidInput.of("decimal", f"{options.decimal!r} is unknown; use point or comma")
    if options.decimal_comma and options.decimal == "point":
        raise InvalidInput.of("decimal", "point and decimal_comma contradict each other; leave one of them out")
    if options.currency not in ("", ANY_CURRENCY, *CODES):
        raise InvalidInput.of("currency", f"{options.currency!r} is no ISO 4217 code such as EUR, nor any")
    try:
        ZoneInfo(options.time_zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        reason = f"{options.time_zone!r} is no IANA time zone; write such as Europe/Berlin"
        raise InvalidInput.of("time_zone", reason) from None


def parse_assignments(option: str, texts: list[str]) -> dict[str, str]:
    """`["revenue=Amount"]` -> `{"revenue": "Amount"}`. Raises InvalidInput for a text without `=`, or a name twice."""
    parsed: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not equals or not name or not value:
            raise InvalidInput.of(option, f"{text!r} is no assignment; write COLUMN=VALUE")
        if name in parsed:
            raise InvalidInput.of(option, f"{name!r} is given twice; leave one of them out")
        parsed[name] = value
    return parsed
