"""Files of every kind, told by their content, read right or named for what they are."""

import contextlib
import io
import json
import random
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, Importer, stored
from tests.ingest.workbooks import ods, rewritten, xlsx

from bi_server.errors import InvalidInput
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions

NAMES = HEADER.strip().split(",")
TWO = HEADER + "2024-03-01,10.5,1,Bücher,Süd,C1,A1\n2024-03-02,20.25,2,Möbel,Köln,C2,A2\n"
READ = [
    ("2024-03-01 00:00:00", 1050, 1, "Bücher", "Süd", "C1", "A1", 1),
    ("2024-03-02 00:00:00", 2025, 2, "Möbel", "Köln", "C2", "A2", 1),
]
SHEET: list[list[Any]] = [NAMES, [date(2024, 3, 1), 10.5, 1, "Bücher", "Süd", "C1", "A1"]]
SHEET += [[date(2024, 3, 2), 20.25, 2, "Möbel", "Köln", "C2", "A2"]]


def zipped(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def parquet(**columns: Any) -> bytes:
    file = io.BytesIO()
    rest = {name: ["x"] for name in NAMES if name not in columns}
    defaults = {"date": [date(2024, 3, 1)], "revenue": [1.0], "units_sold": [1]}
    pyarrow.parquet.write_table(pa.table({**rest, **{k: v for k, v in defaults.items() if k in rest}, **columns}), file)
    return file.getvalue()


def json_lines() -> str:
    rows = [dict(zip(NAMES, line.split(","), strict=True)) for line in TWO.splitlines()[1:]]
    first = {key: value for key, value in rows[0].items() if key != "customer_id"} | {"revenue": 10.5, "units_sold": 1}
    return json.dumps(first) + "\n\n" + json.dumps(rows[1]) + "\n"


LINES = TWO.splitlines()
KINDS: dict[str, bytes] = {
    "UTF-8 with a mark": TWO.encode("utf-8-sig"),
    "UTF-16 as Excel saves it": TWO.replace(",", "\t").encode("utf-16"),
    "UTF-16 without a mark": TWO.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + TWO.encode("utf-16-be"),
    "the letters of western and central Europe": TWO.replace(",", ";").encode("cp1252"),
    "line ends of an old Mac": TWO.replace("\n", "\r").encode(),
    "sep": ("sep=;\r\n" + TWO.replace(",", ";").replace("\n", "\r\n")).encode(),
    "blank lines first": ("\n\r\n\n" + TWO).encode(),
    "title rows": ("Sales report\nfrom,2024-03-01\n\n" + TWO).encode(),
    "more title rows than rows": ("Report,Sales\nfrom,2024-03-01\nby,me\nat,9:00\n\n" + TWO).encode(),
    "title rows padded by a spreadsheet": ("Sales report,,,,,,\nfrom,2024-03-01,,,,,\n,,,,,,\n" + TWO).encode(),
    "delimiters at the end of rows": "\n".join([LINES[0], *(line + "," for line in LINES[1:])]).encode(),
    "delimiters at the end of all": "\n".join(line + ",," for line in LINES).encode(),
    "a delimiter at the end of the header": "\n".join([LINES[0] + ",", *LINES[1:]]).encode(),
    "all quoted": "\n".join(",".join(f'"{field}"' for field in line.split(",")) for line in LINES).encode(),
    "zip": zipped(**{"sales.csv": TWO.encode(), "__MACOSX__._sales.csv": b"\0"}),
    "JSON lines": json_lines().encode(),
    "JSON lines in a zip": zipped(**{"a.jsonl": json_lines().encode()}),
    "xlsx": xlsx(Sales=SHEET),
    "xlsx with titles and an empty sheet": xlsx(Sales=[["Report"], ["from", date(2024, 3, 1)], *SHEET], Notes=[]),
    "ods": ods(SHEET),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_says_the_same_rows(kind: str, bring: Importer, engine: Engine) -> None:
    result = bring(KINDS[kind])
    assert (result.rows_read, result.rejected) == (2, 0)
    first = (*READ[0][:5], None, *READ[0][6:]) if kind.startswith("JSON") else READ[0]
    assert stored(engine) == [first, READ[1]]


def test_declared(bring: Importer, engine: Engine) -> None:
    text = TWO.replace("Köln", "Málaga").replace("Bücher", "Crème")
    with pytest.raises(InvalidInput, match=r"encoding: .*'[^']*Crème[^']*' \(cp1252\), '[^']*Crčme[^']*' \(cp1250\)"):
        bring(text.encode("cp1252"))
    bring(text.encode("cp1252"), encoding="cp1252")
    bring("a,b,c,d,e,f,g\n" + TWO, header_line=2, on_duplicate="replace")
    bring(xlsx(A=SHEET, B=SHEET), sheet="B", on_duplicate="replace")
    assert stored(engine) == READ
    with pytest.raises(InvalidInput, match=r"sheet: the workbook has several \(A, B\); choose one"):
        bring(xlsx(A=SHEET, B=SHEET))
    with pytest.raises(InvalidInput, match=r"sheet: there is no 'C'; the workbook has A, B"):
        bring(xlsx(A=SHEET, B=SHEET), sheet="C")


OTHERS: dict[str, tuple[bytes, str]] = {
    "PDF": (b"%PDF-1.7 ...", "is a PDF"),
    "xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel"),
    "HTML": (b"\n<html><body><table><tr><td>1</td></tr></table>", "an HTML page"),
    "XML": (b"<?xml version='1.0'?><rows/>", "an XML document"),
    "JSON array": (b'[{"date": "2024-03-01"}]', "a JSON array"),
    "JSON document": (b'{\n "rows": []\n}', "a JSON document"),
    "zip of two": (zipped(a=b"x", b=b"y"), r"zip of 2 files \(a, b\)"),
    "Word": (zipped(**{"word__document.xml": b"<x/>"}), "a Word document"),
    "binary": (random.Random(1).randbytes(3000).replace(b"PK", b"xx") + bytes(10), "is no text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "a picture"),
    "tar": (b"sales.csv".ljust(257, b"\0") + b"ustar\x0000" + bytes(300), "a tar archive"),
    "SQLite": (b"SQLite format 3\0" + bytes(99), "an SQLite database"),
    "zstd": (b"\x28\xb5\x2f\xfd" + bytes(99), "zstd"),
    "broken workbook": (zipped(**{"xl__workbook.xml": b"<x/>"}), "cannot be read"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_files_are_named(kind: str, bring: Importer) -> None:
    content, reason = OTHERS[kind]
    with pytest.raises(InvalidInput, match=reason):
        bring(content)


def test_a_row_without_end_is_refused(bring: Importer) -> None:
    with pytest.raises(InvalidInput, match="look for a quote that is never closed"):
        bring(TWO + '2024-03-03,"' + "x\n" * (10 << 20))


def test_a_broken_file_is_named_as_its_sender_names_it(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "spooled").write_bytes(OTHERS["broken workbook"][0])
    with pytest.raises(InvalidInput, match=r"^file: May\.xlsx cannot be read"):
        import_file(engine, tmp_path / "spooled", ImportOptions(), file_names=["May.xlsx"])


WIDE = [f"c{i}" for i in range(2001)]
TOO_WIDE = {
    "CSV": (",".join(WIDE) + "\n" + "1," * 2000 + "1\n").encode(),
    "JSON lines": "".join(json.dumps({name: 1}) + "\n" for name in WIDE).encode(),
    "Parquet": parquet(**{name: [1] for name in WIDE}),
}


@pytest.mark.parametrize("kind", TOO_WIDE)
def test_a_file_of_too_many_columns_is_refused(kind: str, bring: Importer) -> None:
    """Else 5 MB of lines with ever other keys take minutes and gigabytes."""
    with pytest.raises(InvalidInput, match=r"file: has over 2,000 columns; leave out those that are not needed"):
        bring(TOO_WIDE[kind])


FAR = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
REPEATED = '<table:table-row table:number-rows-repeated="6000"><table:table-cell table:number-columns-repeated="16384"'
HUGE = {
    "a cell in the last row and column": rewritten(xlsx(A=SHEET), "</sheetData>", FAR),
    "a cell that is everywhere": rewritten(ods(SHEET), "<table:table-row><table:table-cell", REPEATED),
}


@pytest.mark.parametrize("what", HUGE)
def test_a_small_workbook_with_a_huge_sheet_ends_nothing(what: str, bring: Importer) -> None:
    """Laid out it would take hundreds of gigabytes."""
    with pytest.raises(InvalidInput, match="cells lie too far apart"):
        bring(HUGE[what])


def test_lines_are_those_of_the_file(bring: Importer, tmp_path: Path) -> None:
    bad = "2024-03-03,ten,1,Books,North,,A3\n"
    assert bring("Report\n\n" + TWO + bad, dry_run=True).first_rejects[0].line == 6
    sheet = [["Report"], *SHEET, [date(2024, 3, 3), "ten", 1, "Books", "North", "", "A3"]]
    result = bring(xlsx(Sales=sheet), rejects=tmp_path / "rejects.csv", dry_run=True)
    assert (result.first_rejects[0].line, result.first_rejects[0].value) == (5, "ten")
    assert "2024-03-03,ten,1,Books,North,,A3,5,revenue" in (tmp_path / "rejects.csv").read_text()
    assert bring(json_lines() + '{"date": "2024-03-03"}\n', dry_run=True).first_rejects[0].line == 4


def test_numbers_of_sheets_are_numbers_whatever_their_texts_say(bring: Importer, engine: Engine) -> None:
    rows = [[date(2024, 3, i + 1), value, 1, "Books", "North", "", f"A{i}"] for i, value in enumerate([1.234, "12,50"])]
    bring(xlsx(Sales=[NAMES, *rows]))
    assert [row[1] for row in stored(engine)] == [123, 1250]


def test_dates_that_a_program_took_for_others_are_refused(bring: Importer, engine: Engine) -> None:
    rows = [[day, 1, 1, "Books", "North", "", "A1"] for day in (date(2024, 2, 3), "13/02/2024")]
    with pytest.raises(InvalidInput, match="real dates and texts such as '13/02/2024' on line 3"):
        bring(xlsx(Sales=[NAMES, *rows]))
    assert stored(engine) == []


def test_a_quote_that_swallows_rows_is_refused(bring: Importer, engine: Engine) -> None:
    note = "note," + HEADER
    rows = [f"{{}},2024-03-0{i},1,1,Books,North,,A{i}\n" for i in range(1, 6)]
    for notes in (['"5 inch', "", '5"', "", ""], ['"5 inch', '"7 inch', "", "", ""], ["", '"x', "", '"y"', ""]):
        swallowed = note + "".join(row.format(text) for row, text in zip(rows, notes, strict=True))
        for written in (swallowed, swallowed.rstrip(), swallowed.replace("\n", "\r\n"), swallowed.replace("\n", "\r")):
            with pytest.raises(InvalidInput, match=r"begins a quote that is not closed|cannot be read to its end"):
                bring(written)
    assert stored(engine) == []
    assert bring(note + rows[0].format('"two, or\nthree lines"') + rows[1].format('5" pipe')).inserted == 2


def test_a_line_end_in_a_name_is_rejected(bring: Importer) -> None:
    result = bring(HEADER + '2024-03-01,1,1,"Books\nToys",North,,A1\n2024-03-01,1,1,"Books",North,,A2\n')
    assert (result.inserted, result.rejected) == (1, 1)
    assert result.first_rejects[0].reason == "has a line end in it"


def test_fields_beyond_the_header_are_refused(bring: Importer) -> None:
    broken = LINES[1].replace("Bücher", "Bücher, Hefte")
    with pytest.raises(InvalidInput, match="8 fields, 1 more than the header"):
        bring("\n".join([LINES[0], broken]))
    with pytest.raises(InvalidInput, match="'A1' right of the last column"):
        bring("\n".join([LINES[0], *[LINES[1] + ","] * 10_000, broken]))


MOMENT = datetime(2024, 3, 1, tzinfo=UTC)
GOOD: dict[str, dict[str, Any]] = {
    "large string": {"date": pa.array(["2024-03-01"], pa.large_string())},
    "string view": {"date": pa.array(["2024-03-01"], pa.string_view()), "region": pa.array(["x"], pa.string_view())},
    "dictionary": {"date": pa.array(["2024-03-01"], pa.large_string()).dictionary_encode()},
    "dictionary of numbers": {"revenue": pa.array([1.0]).dictionary_encode()},
    "bytes": {"region": pa.array([b"x"], pa.binary()), "date": pa.array([b"2024-03-01"], pa.large_binary())},
    "bytes of a fixed width": {"region": pa.array([b"x"], pa.binary(1))},
    "money as text": {"revenue": pa.array(["$1.00"], pa.large_string())},
    "decimal128": {"revenue": pa.array([Decimal("1.00")], pa.decimal128(9, 2))},
    "decimal256": {"revenue": pa.array([Decimal("1.00")], pa.decimal256(40, 2))},
    "decimal32": {"revenue": pa.array([Decimal("1.00")], pa.decimal32(5, 2))},
    "half float": {"revenue": pa.array([1.0], pa.float32()).cast(pa.float16())},
    "unsigned": {"units_sold": pa.array([1], pa.uint64())},
    "date64": {"date": pa.array([date(2024, 3, 1)], pa.date64())},
    "nanoseconds": {"date": pa.array([datetime(2024, 3, 1)], pa.timestamp("ns"))},
    "zone": {"date": pa.array([MOMENT], pa.timestamp("us", "UTC"))},
    "null": {"customer_id": pa.nulls(1)},
    "boolean name": {"region": pa.array([True])},
}
BAD: dict[str, dict[str, Any]] = {
    "struct": {"region": pa.array([{"a": "x"}])},
    "list": {"region": pa.array([["x"]])},
    "map": {"region": pa.array([[("a", "b")]], pa.map_(pa.string(), pa.string()))},
    "time": {"date": pa.array([time(1)])},
    "duration": {"revenue": pa.array([timedelta(1)])},
    "bytes that are no text": {"region": pa.array([b"\xff\xfe"], pa.binary())},
}


@pytest.mark.parametrize("kind", GOOD)
def test_types_of_parquet(kind: str, bring: Importer, engine: Engine) -> None:
    assert bring(parquet(**GOOD[kind])).rejected == 0
    assert [(row[0], row[1], row[2]) for row in stored(engine)] == [("2024-03-01 00:00:00", 100, 1)]


@pytest.mark.parametrize("kind", BAD)
def test_types_of_parquet_that_are_refused(kind: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=r"neither text, number nor date|cannot be read"):
        bring(parquet(**BAD[kind]))


@pytest.mark.parametrize("column", ["revenue", "units_sold"])
def test_truths_are_no_numbers(column: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=f"{column} 'True' is no number"):
        bring(parquet(**{column: pa.array([True])}), max_rejects="100%")


def test_flipped_bits_never_fail_otherwise(engine: Engine, tmp_path: Path) -> None:
    rows = 50
    whole = parquet(
        date=[date(2024, 3, 1 + i % 28) for i in range(rows)],
        revenue=[i / 4 for i in range(rows)],
        units_sold=list(range(rows)),
        product_category=[f"Books {i % 7}" for i in range(rows)],
        region=[f"North {i % 3}" for i in range(rows)],
        customer_id=[f"C{i}" for i in range(rows)],
        order_id=[f"A{i}" for i in range(rows)],
    )
    chance, path = random.Random(7), tmp_path / "flipped.parquet"
    for _ in range(60):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        with contextlib.suppress(InvalidInput):
            import_file(engine, path, ImportOptions(dry_run=True))
