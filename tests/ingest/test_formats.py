"""Files as the world writes them."""

import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.errors import InvalidInput

ROW = ("2024-03-01 00:00:00", 125050, 2, "Books", "North", "C1", "A1", 1)

ODD_FILES: dict[str, tuple[str | bytes, dict[str, Any]]] = {
    "plain": (HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n", {}),
    "no newline at the end": (HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1", {}),
    "crlf": ((HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n").replace("\n", "\r\n"), {}),
    "bom": ("\ufeff" + HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n", {}),
    "quoted": (HEADER + '"2024-03-01","1,250.50","2","Books","North","C1","A1"\n', {}),
    "blanks around": (HEADER + " 2024-03-01 , 1250.50 , 2 ,  Books ,North  , C1 , A1 \n", {}),
    "blank lines": (HEADER + "\n2024-03-01,1250.50,2,Books,North,C1,A1\n\n\n", {}),
    "tabs": ((HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n").replace(",", "\t"), {}),
    "pipes": ((HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n").replace(",", "|"), {}),
    "semicolons, decimal comma": (
        HEADER.replace(",", ";") + "2024-03-01;1.250,50 €;2;Books;North;C1;A1\n",
        {"decimal_comma": True},
    ),
    "declared delimiter": ((HEADER + "2024-03-01,1250.50,2,Books,North,C1,A1\n").replace(",", "^"), {"delimiter": "^"}),
    "other headers": (
        "Order Date,Amount,Units,Category,REGION,CustomerID,OrderID\n2024-03-01,1250.50,2,Books,North,C1,A1\n",
        {},
    ),
    "mapped": (
        "d,r,u,c,g,k,o\n2024-03-01,$1250.50,2,Books,North,C1,A1\n",
        {
            "mapping": {
                "date": "d",
                "revenue": "r",
                "units_sold": "u",
                "product_category": "c",
                "region": "g",
                "customer_id": "k",
                "order_id": "o",
            }
        },
    ),
    "derived": (
        "date,Unit Price,units,category,customer_id,order_id\n2024-03-01,625.25,2,Books,C1,A1\n",
        {"derived": {"revenue": "`Unit Price` * units"}, "constants": {"region": "North"}},
    ),
    "constant for blanks": (HEADER + "2024-03-01,1250.50,2,Books,,C1,A1\n", {"constants": {"region": "North"}}),
    "latin-1": ((HEADER + "2024-03-01,£1250.50,2,Books,North,C1,A1\n").encode("latin-1"), {"encoding": "latin-1"}),
    "declared dates": (HEADER + "01/03/2024,1250.50,2,Books,North,C1,A1\n", {"date_format": "DD/MM/YYYY"}),
    "zone": (
        HEADER + "2024-03-01T00:00:00+05:00,1250.50,2,Books,North,C1,A1\n",
        {"time_zone": "Asia/Karachi"},
    ),
    "exponent": (HEADER + "2024-03-01,1.2505e3,2.0,Books,North,C1,A1\n", {}),
    "quoted line end elsewhere": (
        "note," + HEADER + '"two\nlines, ""quoted""",2024-03-01,1250.50,2,Books,North,C1,A1\n',
        {},
    ),
}


@pytest.mark.parametrize("name", ODD_FILES)
def test_odd_files_all_say_the_same_row(name: str, bring: Importer, engine: Engine) -> None:
    content, options = ODD_FILES[name]
    result = bring(content, **options)
    assert (result.rows_read, result.inserted, result.first_rejects) == (1, 1, ())
    assert stored(engine) == [ROW]


@pytest.mark.parametrize("packed", ["gz", "xz"])
def test_compressed(packed: str, bring: Importer, engine: Engine) -> None:
    bring(ODD_FILES["plain"][0], packed)
    assert stored(engine) == [ROW]


def test_parquet_with_its_own_types(bring: Importer, engine: Engine) -> None:
    table = pa.table(
        {
            "date": [datetime(2024, 3, 1)],
            "revenue": [Decimal("1250.50")],
            "units_sold": pa.array([2], pa.int16()),
            "product_category": pa.array(["Books"]).dictionary_encode(),
            "region": pa.array(["North"], pa.large_string()),
            "customer_id": pa.array([17850.0]),
            "order_id": pa.array([7]),
        }
    )
    file = io.BytesIO()
    pyarrow.parquet.write_table(table, file)
    assert bring(file.getvalue()).inserted == 1
    assert stored(engine) == [(*ROW[:5], "17850", "7", 1)]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (["13/01/2024", "02/01/2024"], "%d/%m/%Y"),
        (["01/13/2024", "01/02/2024"], "%m/%d/%Y"),
        (["13.01.2024", "02.01.2024"], "%d.%m.%Y"),
        (["20240113", "20240102"], "%Y%m%d"),
        (["13-Jan-2024", "2-Jan-2024"], "%d-%b-%Y"),
        (["January 13, 2024", "January 2, 2024"], "%B %d, %Y"),
        (["1/13/2024 14:30", "1/2/2024 9:05"], "%m/%d/%Y %H:%M"),
        (["2024-01-13T14:30:05Z", "2024-01-02 09:05"], "ISO"),
    ],
)
def test_dates_of_one_form_are_detected(written: list[str], form: str, bring: Importer, engine: Engine) -> None:
    bring(HEADER + "".join(f'"{text}",1,1,Books,North,,{i}\n' for i, text in enumerate(written)))
    assert [row[0][:10] for row in stored(engine)] == ["2024-01-13", "2024-01-02"], form


def test_dates_that_may_be_two_days_have_to_be_declared(bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match=r"'01/02/2024' may be %d/%m/%Y or %m/%d/%Y; declare"):
        bring(HEADER + "01/02/2024,1,1,Books,North,,1\n03/02/2024,1,1,Books,North,,2\n")
    assert stored(engine) == []


def test_dates_that_contradict_each_other_have_to_be_declared(bring: Importer) -> None:
    with pytest.raises(InvalidInput, match="declare"):
        bring(HEADER + "13/02/2024,1,1,Books,North,,1\n14/02/2024,1,1,Books,North,,2\n02/14/2024,1,1,Books,North,,3\n")


REFUSED: dict[str, tuple[str | bytes, dict[str, Any], str]] = {
    "empty": (b"", {}, "is empty"),
    "no header": ("just text\nmore\n", {}, "delimiter"),
    "laid out for the eye": (" id  day  dollars\n 01  20240101   9.50\n 02  20240102  11.77\n", {}, "run of them"),
    "missing columns": ("date,revenue\n2024-01-01,1\n", {}, "units_sold.*product_category.*region"),
    "unknown mapped column": (HEADER + "x\n", {"mapping": {"revenue": "Revenu"}}, "'Revenu'; did you mean"),
    "unknown target": (HEADER, {"mapping": {"price": "revenue"}}, "'price' is no column of sales"),
    "near target": (HEADER, {"constants": {"category": "B"}}, "is no column of sales; did you mean 'product_category'"),
    "unsafe expression": (HEADER, {"derived": {"revenue": "__import__('os')"}}, "columns, numbers"),
    "power": (HEADER, {"derived": {"revenue": "revenue ** 99999"}}, "columns, numbers"),
    "no text in expressions": (HEADER, {"derived": {"region": "revenue * 2"}}, "region is no number"),
    "bad encoding": ((HEADER + "2024-01-01,1,1,Crèmes,Süd,,1\n").encode("latin-1"), {}, "encoding"),
    "unknown encoding": (HEADER, {"encoding": "klingon"}, "klingon"),
    "no usual dates": (HEADER + "first of May,1,1,Books,North,,1\n", {}, "no usual form"),
    "date format": (HEADER, {"date_format": "soon"}, "has no day or no month or no year"),
    "cut gzip": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", {}, "cannot be read"),
    "not parquet": (b"PAR1 nothing", {}, "cannot be read"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_files_that_do_not_fit_are_refused_with_a_reason(name: str, bring: Importer, engine: Engine) -> None:
    content, options, message = REFUSED[name]
    with pytest.raises(InvalidInput, match=message):
        bring(content, **options)
    assert stored(engine) == []


def test_every_rejected_row_is_told_with_its_line(bring: Importer, engine: Engine, tmp_path: Path) -> None:
    lines = [
        "2024-03-01,10,1,Books,North,C1,ok-1",
        "2024-02-30,10,1,Books,North,C1,2",
        '2024-03-01,"ten\ncents",1,Books,North,C1,3',
        "2024-03-01,10,one,Books,North,C1,4",
        "2024-03-01,10,1,,North,C1,5",
        "2024-03-01,10,1,Books",
        "2024-03-01,nan,1,Books,North,C1,6",
        "2024-03-01,1e13,1,Books,North,C1,7",
        "1899-12-31,1,1,Books,North,C1,8",
        f"2024-03-01,1,1,Books,North,{'c' * 51},9",
        f"2024-03-01,1,1,{'b' * 101},North,,10",
        '2024-03-01,"1,2,5",1,Books,North,C1,11',
        "2024-03-01,-10,-1,Books,North,,ok-2",
    ]
    result = bring(HEADER + "\n".join(lines), rejects=tmp_path / "rejects.csv", max_rejects="100%")
    assert (result.rows_read, result.inserted, result.rejected) == (13, 2, 11)
    assert [(r.line, r.column) for r in result.first_rejects] == [
        (3, "date"),
        (4, "revenue"),
        (6, "units_sold"),
        (7, "product_category"),
        (8, ""),
        (9, "revenue"),
        (10, "revenue"),
        (11, "date"),
        (12, "customer_id"),
        (13, "product_category"),
        (14, "revenue"),
    ]
    assert result.first_rejects[0].value == "2024-02-30"
    assert "decimal point" in result.first_rejects[-1].reason
    assert [row[6] for row in stored(engine)] == ["ok-1", "ok-2"]
    # The file of rejects, corrected, is a file to import.
    corrected = (tmp_path / "rejects.csv").read_text().replace("2024-02-30", "2024-02-29")
    assert bring(corrected, max_rejects="100%").inserted == 1


def test_names_take_the_spelling_that_was_first(bring: Importer, engine: Engine) -> None:
    bring(HEADER + "2024-03-01,1,1,Home  Goods,North,,1\n2024-03-01,1,1,home goods,NORTH ,,2\n")
    bring(HEADER + "2024-03-01,1,1,HOME GOODS,north,,3\n")
    assert {row[3:5] for row in stored(engine)} == {("Home Goods", "North")}


def test_amounts_round_to_the_cent(bring: Importer, engine: Engine) -> None:
    amounts = {
        "0.1": 10,
        "2.675": 268,
        "-2.675": -268,
        "1.005": 101,
        "(3.00)": -300,
        "-$1,234.50": -123450,
        "999999999999.99": 99999999999999,
    }
    bring(HEADER + "".join(f'2024-03-01,"{text}",1,Books,North,,{i}\n' for i, text in enumerate(amounts)))
    assert [row[1] for row in stored(engine)] == list(amounts.values())


def test_a_header_alone_is_a_file_of_no_rows(bring: Importer, engine: Engine) -> None:
    result = bring(HEADER)
    assert (result.rows_read, result.inserted) == (0, 0)
    assert stored(engine) == []


def test_lines_are_counted_over_many_blocks(bring: Importer) -> None:
    # 2.5 MB, so that quoted line ends fall on the edges of blocks; every row is three lines long.
    rows = [
        f'"note {i}\n\nmore, ""{"x" * (i % 90)}""",2024-03-01,{"?" if i % 9999 == 7 else i},1,Books,North,,O{i}'
        for i in range(30_000)
    ]
    result = bring("note," + HEADER + "\n".join(rows))
    assert (result.rows_read, result.inserted) == (30_000, 29_997)
    assert [reject.line for reject in result.first_rejects] == [2 + 3 * i for i in range(30_000) if i % 9999 == 7]


def test_a_quote_that_is_never_closed_is_told(bring: Importer, engine: Engine) -> None:
    rows = "".join(f"2024-03-01,1,1,Books,North,,{i}\n" for i in range(40_000))
    with pytest.raises(InvalidInput, match="cannot be read to its end"):
        bring(HEADER + rows + '2024-03-01,"1,1,Books,North,,x\n' + rows)
    assert stored(engine) == []


def test_texts_with_a_nul_are_rejected_with_line_and_column(bring: Importer) -> None:
    rows = "".join(f"2024-03-01,1,1,Books,North,,A{i}\n" for i in range(20))
    result = bring(HEADER + rows + "2024-03-01,1,1,Bo\0oks,North,,B1\n2024-03-01,1,1,Books,North,,B\0002\n")
    assert (result.inserted, result.rejected) == (20, 2)
    assert [(reject.line, reject.column) for reject in result.first_rejects] == [
        (22, "product_category"),
        (23, "order_id"),
    ]
    assert result.first_rejects[0].reason == "has a NUL character"


def test_a_column_without_any_name_is_told_row_by_row(bring: Importer, engine: Engine) -> None:
    table = pa.table(
        {
            "date": ["2024-03-01"] * 2,
            "revenue": [1.5, 2.5],
            "units_sold": [1, 1],
            "product_category": pa.array([None, None], pa.string()),
            "region": ["North", "South"],
        }
    )
    file = io.BytesIO()
    pa.parquet.write_table(table, file)
    with pytest.raises(InvalidInput) as refused:
        bring(file.getvalue())
    assert "product_category" in refused.value.message
    assert stored(engine) == []


def test_a_key_that_an_object_has_twice_is_refused(bring: Importer) -> None:
    line = '{"date": "2024-03-01", "revenue": 1, "units_sold": 1, "product_category": "B", "region": "N"}\n'
    assert bring(line, dry_run=True).inserted == 1
    with pytest.raises(InvalidInput, match="line 2 has the key 'revenue' twice"):
        bring(line + line.replace('"units_sold"', '"revenue": 2, "units_sold"'))
