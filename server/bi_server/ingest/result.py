"""What an import tells when it is done."""

from dataclasses import dataclass

FIRST_REJECTS = 20  # as many rejected rows are told in the answer; a rejects file has all


@dataclass(frozen=True)
class Reject:
    """A row of the file that was not taken. `line` is where it begins in the file (for Parquet: the row), from 1."""

    line: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class ImportResult:
    """rows_read = inserted + updated + skipped + rejected."""

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
