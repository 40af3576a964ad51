"""How much one file may bring, checked before anything is committed."""

from dataclasses import dataclass

from bi_server.errors import InvalidInput
from bi_server.settings import Settings
from bi_server.store.extent import MOST_CELLS

MOST_ROW_BYTES = 1 << 16  # on average of a Parquet file: texts of ours have a hundred characters

MOST_COLUMNS = 2_000

MOST_SHEET_BYTES = 64 << 20  # of what a workbook holds: about 250,000 rows of seven columns


def check_columns(count: int) -> None:
    """Raises InvalidInput for a file that is too wide: each column is looked at, and each row is as wide as all."""
    if count > MOST_COLUMNS:
        raise InvalidInput.of("file", f"has over {MOST_COLUMNS:,} columns; leave out those that are not needed")


@dataclass(frozen=True)
class Limits:
    """Rows, bytes after unpacking, and days x segments that the store may span afterwards."""

    rows: int = 100_000_000
    unpacked_bytes: int = 1 << 36
    cells: int = MOST_CELLS

    @classmethod
    def of(cls, settings: Settings) -> "Limits":
        """What the settings let a file bring."""
        return cls(settings.max_import_rows, settings.max_unpacked_bytes, settings.max_store_cells)
