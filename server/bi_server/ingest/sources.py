"""Opens a file by its content: CSV, sheets of workbooks, JSON lines, Parquet."""

import hashlib
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from bi_server.errors import InvalidInput
from bi_server.ingest.contents import SAMPLED
from bi_server.ingest.csvsource import CsvSource
from bi_server.ingest.filetypes import kind_of, zip_kind
from bi_server.ingest.limits import Limits, check_columns
from bi_server.ingest.manyfiles import ManyFiles
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.parquetsource import ParquetSource
from bi_server.ingest.rowsource import JsonSource
from bi_server.ingest.sheetsource import SheetSource
from bi_server.ingest.source import Source as Source
from bi_server.ingest.source import readable
from bi_server.ingest.unpacking import ZIP, unpacked

HEAD_BYTES = 1 << 16


def open_source(path: Path, options: ImportOptions, most_bytes: int = Limits.unpacked_bytes, name: str = "") -> Source:
    """Opens a file, which is `name` to its sender. Raises InvalidInput for one that cannot be read.

    Raises FileNotFoundError for none. Of a compressed file more than `most_bytes` are not unpacked.
    """
    source = _of_its_kind(path, name or path.name, options, most_bytes)
    check_columns(len(source.columns))
    return source


def _of_its_kind(path: Path, name: str, options: ImportOptions, most_bytes: int) -> Source:
    with path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise InvalidInput.of("file", f"{name} is empty; it needs a header line and rows")
    with readable(name):
        if start == ZIP and zip_kind(path) == "workbook":
            return SheetSource(path, name, options.sheet, options.header_line, most_bytes)
        with unpacked(path, most_bytes) as (contents, raw):
            kind = kind_of(contents.read(HEAD_BYTES))
            is_packed = contents is not raw
        if is_packed and kind in ("parquet", "workbook"):
            what = "zip or workbook" if kind == "workbook" else "Parquet"
            raise InvalidInput.of("file", f"holds a {what} file that is compressed once more; unpack it")
        if options.sheet:
            raise InvalidInput.of("sheet", "only workbooks have sheets; leave it out")
        if kind == "parquet":
            return ParquetSource(path, name)
        if kind == "json lines":
            return JsonSource(path, name, most_bytes)
        return CsvSource(path, name, options.delimiter, options.encoding, options.header_line, most_bytes)


def open_all(
    paths: Sequence[Path], options: ImportOptions, names: Sequence[str], most_bytes: int = Limits.unpacked_bytes
) -> tuple[Source, str]:
    """One file, or several as one; and their SHA-256, whatever their order. Raises InvalidInput for the same twice."""
    digests = [sha256(path) for path in paths]
    for i, digest in enumerate(digests):
        if digest in digests[:i]:
            same = names[digests.index(digest)]
            raise InvalidInput.of("file", f"{names[i]} and {same} are the same file; leave one of them out")
    if len(paths) == 1:
        return open_source(paths[0], options, most_bytes, names[0]), digests[0]
    sources = [open_source(path, options, most_bytes, name) for path, name in zip(paths, names, strict=True)]
    return ManyFiles(sources, names), hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()


def first_values(source: Source) -> dict[str, list[str]]:
    """The first values of every column whose name is not there twice, as texts."""
    well_formed = (fields for row, _, fields in source.originals(np.arange(SAMPLED)) if row >= 0)
    rows = list(islice(well_formed, SAMPLED))
    columns = dict(zip(source.columns, zip(*rows, strict=True), strict=True)) if rows else {}
    return {name: list(values) for name, values in columns.items() if name and source.columns.count(name) == 1}


def sha256(path: Path) -> str:
    """Of the file as it is, compressed or not."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
