"""What a file is, told by its first bytes: one that can be read, or one to be named for what it is."""

import json
import re
import zipfile
from pathlib import Path
from typing import Literal, TypeAlias

from bi_server.errors import InvalidInput

Kind: TypeAlias = Literal["parquet", "workbook", "json lines", "csv"]

_OTHERS = (
    (rb"%PDF", "a PDF document", "export the table behind it as CSV or Excel"),
    (rb"\xd0\xcf\x11\xe0", "an old Excel or Office file (.xls)", "save it as .xlsx or CSV"),
    (rb"\{\\rtf", "a rich text document", "save the table as CSV"),
    (rb"SQLite format 3\x00", "an SQLite database", "export the table as CSV"),
    (rb"ARROW1|\xff\xff\xff\xff", "an Arrow (Feather) file", "write it as Parquet"),
    (rb"ORC", "an ORC file", "write it as Parquet"),
    (rb"Obj\x01", "an Avro file", "write it as Parquet"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "a picture", "export the table as CSV or Excel"),
    (
        rb"7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|\x04\x22\x4d\x18",
        "compressed as 7z, RAR, zstd or LZ4",
        "use zip, gzip or xz",
    ),
    (rb".{257}ustar", "a tar archive", "send the one file that is in it"),
    (rb"\s*<(?:!doctype html|html|head|body|table|meta|div)", "an HTML page", "export the table as CSV or Excel"),
    (rb"\s*<\?xml|\s*<[a-z][\w:.-]*[ >]", "an XML document", "export the table as CSV or Excel"),
    (rb"\s*\[\s*[\{\[]", "a JSON array", "write one object a line (jq -c '.[]')"),
)
_PARTS = (("word/", "a Word document"), ("ppt/", "a presentation"), ("Index/", "an Apple Numbers document"))
_OFFICE = ("xl/workbook.xml", "content.xml")


def zip_kind(path: Path) -> Literal["workbook", "zip"]:
    """Whether a zip file is a workbook. Raises InvalidInput for the documents that are zips, too."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        if "mimetype" in names:
            with archive.open("mimetype") as mimetype:
                if b"opendocument.spreadsheet" not in mimetype.read(99):
                    raise _named("another kind of document", "export the table as CSV or Excel")
    if any(name in _OFFICE or name.startswith("xl/workbook.") for name in names):
        return "workbook"
    for start, what in _PARTS:
        if any(name.startswith(start) for name in names):
            raise _named(what, "export the table as CSV or Excel")
    return "zip"


def kind_of(head: bytes) -> Kind:
    """What the contents are, told by their first bytes. Raises InvalidInput for what cannot be read, by its name."""
    if head[:4] == b"PAR1":
        return "parquet"
    if head[:4] == b"PK\x03\x04":
        return "workbook"
    start = head.removeprefix(b"\xef\xbb\xbf")
    for magic, what, remedy in _OTHERS:
        if re.match(magic, start, re.IGNORECASE | re.DOTALL):
            raise _named(what, remedy)
    if start.lstrip()[:1] == b"{":
        first = start.lstrip().split(b"\n", 1)[0]
        try:
            if isinstance(json.loads(first), dict):
                return "json lines"
        except ValueError:
            pass
        raise _named("a JSON document", "write one object a line (jq -c)")
    return "csv"


def _named(what: str, remedy: str) -> InvalidInput:
    return InvalidInput.of("file", f"is {what}, which is not read; {remedy}")
