"""Ids of orders and customers, and names, as tools write them."""

import io
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.store.engine import open_engine

NONE = ["N/A", "n/a", "NULL", "null", "NaN", "nan", "None", "-", " - ", "", "#N/A", "<NA>", "\\N", "(blank)"]


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


def test_words_for_none_are_none(bring: Importer, engine: Engine) -> None:
    rows = "".join(f"2024-03-01,{i},1,Books,North,{word},{word}\n" for i, word in enumerate(NONE))
    result = bring(HEADER + rows + "2024-03-01,99,1,Books,North,guest,nancy\n")
    assert (result.inserted, result.understood.without_order_id) == (len(NONE) + 1, len(NONE))
    assert {row[5:7] for row in stored(engine)} == {(None, None), ("guest", "nancy")}


def test_a_constant_stands_in_for_words_for_none(bring: Importer, engine: Engine) -> None:
    bring(HEADER + "2024-03-01,1,1,Books,North,N/A,1\n", constants={"customer_id": "guest"})
    assert [row[5] for row in stored(engine)] == ["guest"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1001.0", "1001"),
        ("1001.00", "1001"),
        ("007.0", "007"),
        ("v1.0", "v1.0"),
        ("1001.5", "1001.5"),
        ("2024/1.0", "2024/1.0"),
        ("Cafe\u0301-1", "Caf\u00e9-1"),
        ("12E5", "12E5"),
        ("a+b", "a+b"),
    ],
)
def test_ids_are_read_as_they_were_meant(bring: Importer, engine: Engine, written: str, read: str) -> None:
    bring(HEADER + f"2024-03-01,1,1,Books,North,{written},{written}\n")
    assert [row[5:7] for row in stored(engine)] == [(read, read)]


@pytest.mark.parametrize("cut", ["1.23457E+12", "1.2e+15", '"1,23457E+12"', "1E+12", "1.5E12"])
@pytest.mark.parametrize("column", ["customer_id", "order_id"])
def test_numbers_that_a_spreadsheet_cut_short_are_told(bring: Importer, cut: str, column: str) -> None:
    good = "2024-03-01,1,1,Books,North,C1,A1\n"
    ids = f"{cut},A2" if column == "customer_id" else f"C2,{cut}"
    result = bring(HEADER + good + f"2024-03-02,1,1,Books,North,{ids}\n")
    (reject,) = result.first_rejects
    assert (reject.line, reject.column, reject.value) == (3, column, cut.strip('"'))
    assert "last digits are lost" in reject.reason


@pytest.mark.parametrize("column", ["product_category", "region", "customer_id", "order_id"])
def test_a_nul_is_told_with_row_and_column(bring: Importer, engine: Engine, column: str) -> None:
    good = dict(zip(HEADER.strip().split(","), ["2024-03-01", "1", "1", "Books", "North", "C1", "A1"], strict=True))
    bad = {**good, "order_id": "A2"}
    bad[column] += "\0x"
    file = io.BytesIO()
    pyarrow.parquet.write_table(pa.Table.from_pylist([good, bad]), file)
    (reject,) = bring(file.getvalue()).first_rejects
    assert (reject.line, reject.column, reject.reason) == (2, column, "has a NUL character")
    assert len(stored(engine)) == 1


def test_composed_and_decomposed_letters_are_one_name(bring: Importer, engine: Engine) -> None:
    bring(HEADER + "2024-03-01,1,1,Caf\u00e9,Gen\u00e8ve,C1,1\n")
    result = bring(
        HEADER + "2024-03-02,1,1,Cafe\u0301,Gene\u0300ve,C1,2\n2024-03-02,1,1,CAFE\u0301,Gene\u0300ve,C1,3\n"
    )
    assert {row[3:5] for row in stored(engine)} == {("Caf\u00e9", "Gen\u00e8ve")}
    assert [d.distinct for d in result.understood.dimensions] == [1, 1]


SHOP = """Name,Email,Country,Day,Price,Kind
#1,ana@example.org,DE,2024-03-01,10,Mug
#1,,,2024-03-01,20,Tea
#2,,AT,2024-03-01,30,Mug
#2,,,2024-03-01,40,Tea
#3,,,2024-03-02,50,Tea
"""


def test_what_only_the_first_line_of_an_order_has_is_filled_down(bring: Importer, engine: Engine) -> None:
    shop = {
        "mapping": {"date": "Day", "revenue": "Price", "product_category": "Kind", "region": "Country"}
        | {"customer_id": "Email", "order_id": "Name"},
        "constants": {"units_sold": "1", "region": "Unknown"},
        "order_lines": True,
    }
    bring(SHOP, **shop, fill_down=("Country", "Email"))
    ana = "ana@example.org"
    regions = [(row[4], row[5]) for row in stored(engine)]
    assert regions == [("DE", ana), ("DE", ana), ("AT", None), ("AT", None), ("Unknown", None)]


def test_filling_down_goes_on_from_one_block_to_the_next(bring: Importer, engine: Engine) -> None:
    rows = "".join(
        f"2024-03-01,1,1,Books,{f'R{i // 50 % 7}' if i % 50 == 0 else ''},,{i // 50}\n" for i in range(40_000)
    )
    result = bring(HEADER + rows, order_lines=True, fill_down=("region",))
    assert (result.inserted, result.rejected) == (40_000, 0)
    assert all(row[4] == f"R{int(row[6]) % 7}" for row in stored(engine))


def test_what_nobody_sees_makes_no_other_name(bring: Importer, engine: Engine) -> None:
    content = HEADER + "2024-03-01,1,1,Bo\u200boks,North\ufeff,C\u00ad1,A1\n2024-03-02,2,1,Books,North,C1,A2\u200b\n"
    assert bring(content).inserted == 2
    assert {row[3:7] for row in stored(engine)} == {("Books", "North", "C1", "A1"), ("Books", "North", "C1", "A2")}
