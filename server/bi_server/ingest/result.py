"""What an import tells when it is done."""

from dataclasses import dataclass
from datetime import date

from bi_server.ingest.rounding import Rounded

FIRST_REJECTS = 20  # as many rejected rows are told in the answer; a rejects file has all
FIRST_VALUES = 20  # as many names of a dimension


@dataclass(frozen=True)
class Reject:
    """A row of the file that was not taken. `line` is where it begins in the file (for Parquet: the row), from 1."""

    line: int
    column: str
    value: str
    reason: str
    file: str = ""  # which one, of several


@dataclass(frozen=True)
class ColumnRead:
    """Where a column of ours came from: a column of the file (`source`), or what was given instead of one."""

    target: str
    source: str  # the file's column, an expression, or a constant; empty where there is none
    how: str  # `mapped`, `named alike`, `computed`, `set`, or `missing`


@dataclass(frozen=True)
class Dimension:
    """The names of a dimension that the file has: how many, and those with most rows."""

    name: str
    distinct: int
    values: tuple[str, ...]  # at most FIRST_VALUES


@dataclass(frozen=True)
class Understood:
    """How the file was read. Figures are of the rows that could be read, whether or not the store has them already."""

    columns: tuple[ColumnRead, ...]
    date_form: str  # such as `%d/%m/%Y`; empty where the file has typed dates
    date_example: str  # the first date as the file has it
    date_read: str  # and as it was read, ISO 8601
    first_day: date | None  # None: no rows
    last_day: date | None
    rows: int
    orders: int  # of sales
    sums: dict[str, float]  # by measure: `revenue` and `units_sold`, or `visits`
    money: tuple[str, ...]  # which of them are amounts of money
    money_decimals: int  # that those have
    rounded: dict[str, Rounded]  # the measures of which rows have parts of a minor unit; the sums are without
    dimensions: tuple[Dimension, ...]
    without_order_id: int
    without_customer_id: int
    guessed: tuple[str, ...]  # what nobody said, in words


@dataclass(frozen=True)
class ImportResult:
    """rows_read = inserted + updated + skipped + added_up + rejected."""

    import_id: int  # 0: a dry run, nothing was changed
    table: str
    file_name: str
    rows_read: int
    inserted: int
    updated: int  # rows of the store that a row of the file replaced
    skipped: int  # rows that the store, or an earlier line of the file, has already
    rejected: int
    removed: int  # rows of the store that were lines which a replaced order no longer has
    first_rejects: tuple[Reject, ...]
    data_version: int
    repeats: int  # the earlier import of the very same file; 0: there is none
    seconds: float
    same: int  # of the skipped: equal to what is there; the others differ from it
    appended: int  # of the inserted: further lines of orders that the store had
    added_up: int  # rows of traffic that were added to another row of the file
    understood: Understood
