"""A real retailer's transactions, brought in as the README shows, against an independent count."""

import csv
import io
import lzma
from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from bi_server.__main__ import main
from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store import rollups
from bi_server.store.cube import Cube
from bi_server.store.loading import load
from bi_server.store.selection import EVERYTHING

RETAIL = Path(__file__).parents[2].parent / "shared/data/retail/online_retail.csv.xz"
COMMAND = [
    "--map", "order_id=InvoiceNo", "--map", "region=Country", "--map", "product_category=CategoryDerived",
    "--derive", "revenue = Quantity * UnitPrice", "--order-lines",
]  # fmt: skip
OPTIONS = ImportOptions(
    mapping={"order_id": "InvoiceNo", "region": "Country", "product_category": "CategoryDerived"},
    derived={"revenue": "Quantity * UnitPrice"},
    order_lines=True,
)
# Made up, with every oddity of the real file: lines of one order apart from each other, a cancellation, a customer
# who is not known, prices of nothing and below, fractions of a cent, a quoted comma, the same name in two spellings.
SMALL = """InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,CategoryDerived
536365,21730,"HOLDER, GLASS",6,2010-12-01 08:26:00,4.25,17850,United Kingdom,Kitchen & dining
536365,22752,NESTING BOXES,2,2010-12-01 08:26:00,7.65,17850,United Kingdom,Other
536366,71053,LANTERN,6,2010-12-01 09:00:00,3.39,,France,Lighting & candles
536365,84029E,WOOLLY BOTTLE,6,2010-12-01 08:26:00,3.39,17850,United Kingdom,Other
C536379,D,Discount,-1,2010-12-02 09:41:00,27.50,14527,United Kingdom,other
A563186,B,Adjust bad debt,1,2011-08-12 14:51:00,-11062.06,,United Kingdom,Other
536414,22139,,56,2010-12-02 11:52:00,0,,United Kingdom,Other
536415,22140,PENCIL,3,2010-12-02 12:00:00,0.055,17850,france,Other
"""


# The real file is no part of this repository: where it is missing there is nothing to install that would help, so
# it is no skip, which continuous integration would take for a failure.
@pytest.fixture(params=["small", "real"] if RETAIL.exists() else ["small"])
def retail(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "small":
        path = tmp_path / "retail.csv"
        path.write_text(SMALL)
        return path
    return RETAIL


def read(path: Path) -> list[dict[str, str]]:
    text = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(text.decode())))


def cents(row: dict[str, str]) -> int:
    amount = int(row["Quantity"]) * Decimal(row["UnitPrice"]) * 100
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))


def by(rows: Iterable[dict[str, str]], *columns: str) -> dict[Any, int]:
    sums: dict[Any, int] = defaultdict(int)
    for row in rows:
        sums[tuple(row[column].lower()[:10] if "Date" in column else row[column].lower() for column in columns)] += (
            cents(row)
        )
    return sums


def measured(cube: Cube) -> dict[str, int]:
    totals = cube.totals(EVERYTHING, [(cube.first_day, cube.last_day)])[0]
    return dict(zip(("cents", "units", "orders", "rows"), totals, strict=False))


def test_totals_agree_with_a_plain_count(retail: Path, engine: Engine) -> None:
    rows = read(retail)
    result = import_file(engine, retail, OPTIONS)
    assert (result.rows_read, result.inserted, result.rejected) == (len(rows), len(rows), 0)
    cube = load(engine)
    assert measured(cube) == {
        "cents": sum(map(cents, rows)),
        "units": 1000 * sum(int(row["Quantity"]) for row in rows),
        "orders": len({row["InvoiceNo"] for row in rows}),
        "rows": len(rows),
    }
    customers = {row["CustomerID"] for row in rows} - {""}
    assert cube.distinct_customers(EVERYTHING, cube.first_day, cube.last_day) == len(customers)
    for column, names, of in (
        ("CategoryDerived", cube.categories, cube.places[0]),
        ("Country", cube.regions, cube.places[1]),
    ):
        sums = {name.lower(): int(cube.running[-1, 0, of == i].sum()) for i, name in enumerate(names)}
        assert sums == {key[0]: value for key, value in by(rows, column).items()}
    daily = cube.daily(EVERYTHING, cube.first_day, cube.last_day)[:, 0]
    days = {day: value for (day,), value in by(rows, "InvoiceDate").items()}
    assert sum(map(abs, daily.tolist())) == sum(map(abs, days.values()))


def test_the_same_file_again_changes_nothing(retail: Path, engine: Engine) -> None:
    first = import_file(engine, retail, OPTIONS)
    again = import_file(engine, retail, OPTIONS)
    assert (again.inserted, again.updated, again.skipped) == (0, 0, first.inserted)
    assert again.repeats == first.import_id
    with engine.connect() as connection:
        assert rollups.verify(connection) == []


def test_the_command_of_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "retail.csv").write_text(SMALL)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/shop.db")
    monkeypatch.chdir(tmp_path)
    assert main(["import", "retail.csv", *COMMAND, "--dry-run"]) == 0
    assert "dry run, nothing changed: 8 rows read, 8 inserted" in capsys.readouterr().out
    assert main(["import", "retail.csv", *COMMAND]) == 0
    assert "import 1: 8 rows read, 8 inserted" in capsys.readouterr().out
    assert main(["import", "retail.csv", *COMMAND]) == 0
    assert "the very file of import 1" in capsys.readouterr().out
    assert main(["rollups", "verify"]) == 0
    assert main(["imports", "list"]) == 0
    assert "retail.csv" in capsys.readouterr().out
    assert main(["imports", "undo", "1"]) == 0
    assert "8 rows removed" in capsys.readouterr().out
    assert main(["imports", "undo", "1"]) == 1
    assert "was undone already" in capsys.readouterr().err
    assert main(["imports", "undo", "77"]) == 1
    assert "there is no import 77" in capsys.readouterr().err
