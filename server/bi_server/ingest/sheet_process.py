"""The program of a process that reads one sheet of a workbook, run by its path.

The library lays a sheet out as one dense area, and aborts where memory does not hold it: a workbook of 2 KB with
something in its last row and column is 500 GB. Here that ends this process, not the server.

Writes pickles to stdout: a dict of what the workbook has, then lists of rows where it is clear which sheet is meant.
"""

import pickle
import resource
import sys
from collections.abc import Iterator
from itertools import islice

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

MOST_BYTES = 1 << 30  # twice what the largest workbook takes whose cells touch each other
MOST_SECONDS = 120  # of the processor
ROWS = 1000  # a pickle


def main(path: str, sheet: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for what in told(path, sheet):
            pickle.dump(what, sys.stdout.buffer)
    except CalamineError as error:
        pickle.dump({"error": str(error)}, sys.stdout.buffer)


def told(path: str, sheet: str) -> Iterator[object]:
    """All there is to write. Raises CalamineError for what is no workbook."""
    workbook = CalamineWorkbook.from_path(path)
    names = workbook.sheet_names
    chosen = [sheet] if sheet else _filled(workbook)
    if len(chosen) != 1 or chosen[0] not in names:
        yield {"sheets": names, "chosen": chosen}
        return
    area = workbook.get_sheet_by_name(chosen[0])
    # Empty rows above the first are not in the area.
    first_line = (area.start or (0, 0))[0] + 1
    yield {"sheets": names, "chosen": chosen, "first_line": first_line, "height": area.height}
    rows = area.iter_rows()
    while some := list(islice(rows, ROWS)):
        yield some


def _filled(workbook: CalamineWorkbook) -> list[str]:
    """The visible sheets with more than a header."""
    visible = [m.name for m in workbook.sheets_metadata if m.visible == SheetVisibleEnum.Visible]
    return [name for name in visible if workbook.get_sheet_by_name(name).height > 1]


if __name__ == "__main__":
    main(*sys.argv[1:])
