"""A file on its way to the server, in pieces."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from google.api.httpbody_pb2 import HttpBody

from bi.v1 import data_pb2

PIECE_BYTES = 1 << 20
CONTENT_TYPES = {
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".txt": "text/csv",
    ".zip": "application/zip",
    ".gz": "application/gzip",
    ".xz": "application/x-xz",
    ".bz2": "application/x-bzip2",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/x-ndjson",
}
LISTS = {field.name for field in data_pb2.ImportFileRequest.DESCRIPTOR.fields if field.is_repeated}


def pieces(path: Path, options: dict[str, Any]) -> Iterator[data_pb2.ImportFileRequest]:
    """The messages of an import. Raises TypeError for an option that there is not."""
    known = {field.name for field in data_pb2.ImportFileRequest.DESCRIPTOR.fields} - {"file"}
    if unknown := sorted(options.keys() - known):
        raise TypeError(f"{unknown[0]}: an import has no such option; it has {', '.join(sorted(known))}")
    given: dict[str, Any] = {name: _listed(value) if name in LISTS else value for name, value in options.items()}
    kind = CONTENT_TYPES.get(path.suffix.lower(), "application/octet-stream")
    first = data_pb2.ImportFileRequest(file_name=path.name)
    first.MergeFrom(data_pb2.ImportFileRequest(**given))
    return _pieces(path, kind, first)


def _pieces(path: Path, kind: str, first: data_pb2.ImportFileRequest) -> Iterator[data_pb2.ImportFileRequest]:
    with path.open("rb") as file:
        first.file.CopyFrom(HttpBody(content_type=kind, data=file.read(PIECE_BYTES)))
        yield first
        while piece := file.read(PIECE_BYTES):
            yield data_pb2.ImportFileRequest(file=HttpBody(data=piece))


def _listed(value: str | Iterable[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
