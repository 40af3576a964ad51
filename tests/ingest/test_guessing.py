"""Columns by their names in several languages, by their contents, or by asking; never one of two."""

import builtins
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine
from tests.ingest.exports import SUPERSTORE
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.__main__ import main
from bi_server.errors import InvalidInput


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Order Date,Total Revenue,Qty,Product Line,State", "2024-03-01,30,3,Books,Ohio"),
        ("ORDERDATE,SALES,QUANTITYORDERED,PRODUCTLINE,COUNTRY", "2024-03-01,30,3,Books,Ohio"),
        ("Date of Sale,Sales ($),Units Ordered,Category Name,Ship Country", "2024-03-01,30,3,Books,Ohio"),
        ("Belegdatum,Nettobetrag,Menge,Warengruppe,Bundesland", "2024-03-01,30,3,Books,Ohio"),
        ("Date de commande,Montant HT,Quantité,Catégorie,Pays", "2024-03-01,30,3,Books,Ohio"),
        ("Fecha,Importe,Cantidad,Categoría,Provincia", "2024-03-01,30,3,Books,Ohio"),
        ("InvoiceDate,UnitPrice,Quantity,Category,Country", "2024-03-01,10,3,Books,Ohio"),
        ("transaction_date,unit_price,transaction_qty,product_category,store_location", "2024-03-01,10,3,Books,Ohio"),
        ("Order Timestamp,SALES,Stückzahl,Warengruppe,Filiale", "2024-03-01,30,3,Books,Ohio"),
        ("Date,Amount,Total,Qty,Category,City", "2024-03-01,,30,3,Books,Ohio"),  # Amount is empty
    ],
)
def test_columns_are_known_by_what_they_are_called(header: str, row: str, bring: Importer, engine: Engine) -> None:
    result = bring(f"{header}\n{row}\n")
    assert stored(engine) == [("2024-03-01 00:00:00", 3000, 3, "Books", "Ohio", None, None, 1)]
    assert result.understood.guessed


@pytest.mark.parametrize(
    ("header", "row", "named"),
    [
        ("Date,Amount,Unit Price,Total,Quantity,Category,Region", "2024-03-01,3,10,30,3,B,N", "revenue=Amount or map"),
        ("Date,Sales,Qty,Category,State,Country", "2024-03-01,30,3,B,N,U", "region=State or map region=Country"),
        ("Order Date,Created At,Sales,Qty,Category,State", "2024-03-01,2024-03-02,30,3,B,N", "date=Created At"),
        ("Date,Unit Price,Discount,Qty,Category,State", "2024-03-01,10,0.1,3,B,N", "derive revenue="),
        ("Date,Price,Qty,Category,State", "2024-03-01,10,3,B,N", "it may be Price"),
        ("Date,Sales,Boxes,Category,State", "2024-03-01,10,3,B,N", "map units_sold=COLUMN .it may be"),
    ],
)
def test_where_two_columns_may_be_it_both_are_named(header: str, row: str, named: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=named):
        bring(f"{header}\n{row}\n")


@pytest.mark.parametrize("identifier", ["id", "Item Code", "Postcode", "ArticleNo"])
def test_an_identifier_is_no_amount_to_propose(identifier: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=r"revenue: .*; map revenue=COLUMN \(it may be Worth\) or set"):
        bring(f"Date,{identifier},Worth,Category,State\n2024-03-01,10,3,B,N\n")
    with pytest.raises(InvalidInput, match=r"revenue: .*; map revenue=COLUMN or set"):
        bring(f"Date,{identifier},Category,State\n2024-03-01,10,B,N\n")


def test_of_two_columns_of_our_name_one_is_asked_for(bring: Importer) -> None:
    content = HEADER.replace("revenue", "revenue,Revenue") + "2024-03-01,1,2,1,B,N,C,A1\n"
    with pytest.raises(InvalidInput, match="map revenue=revenue or map revenue=Revenue"):
        bring(content)
    assert bring(content, mapping={"revenue": "Revenue"}).understood.sums["revenue"] == 2
    blank = content.replace(",1,2,1,", ",,2,1,")
    assert bring(blank, dry_run=True).understood.sums["revenue"] == 2


@pytest.mark.parametrize(
    ("header", "scale"),
    [
        ("Revenue (in thousands)", 1000), ("Sales (k$)", 1000), ("Umsatz [TEUR]", 1000), ("Sales ($ '000)", 1000),
        ("Sales (USD mn)", 1_000_000), ("Sales (lakhs)", 100_000),
    ],
)  # fmt: skip
def test_a_header_in_thousands_is_no_plain_amount(header: str, scale: int, bring: Importer) -> None:
    content = f"Date,{header},Qty,Category,State\n2024-03-01,12.5,3,B,N\n"
    for options in ({}, {"mapping": {"revenue": header}}):
        with pytest.raises(InvalidInput, match=f"in units of {scale:,}; derive revenue"):
            bring(content, **options)
    result = bring(content, derived={"revenue": f"`{header}` * {scale}"})
    assert result.understood.sums["revenue"] == 12.5 * scale


def test_a_plain_amount_may_have_its_unit_behind_it(bring: Importer) -> None:
    for header in ("Sales ($)", "Sales (incl. tax)", "Sales (net)", "Sales [EUR]"):
        content = f"Date,{header},Qty,Category,State\n2024-03-01,12.5,3,B,N\n"
        assert bring(content, dry_run=True, store_currency="").inserted == 1


def test_a_currency_in_the_header_is_one(bring: Importer) -> None:
    content = "Date,Sales (EUR),Qty,Category,State\n2024-03-01,30,3,B,N\n"
    with pytest.raises(InvalidInput, match=r"Sales \(EUR\): is in EUR, and the store is kept in USD"):
        bring(content, store_currency="USD")
    assert bring(content, store_currency="EUR").inserted == 1


def test_what_is_unclear_is_asked_at_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/shop.db")
    monkeypatch.chdir(tmp_path)
    Path("store.csv").write_text(SUPERSTORE)
    Path("till.csv").write_text(
        'Date,Amount,Total,Pieces sold,Where,Receipt No\n01/02/2024,3,"1,234",3,N,A1\n03/04/2024,1,5,1,S,A2\n'
    )
    answers = iter(["1", "y", "2", "1", "=Goods", "1", "1", "1", "y", "", ""])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(builtins, "input", lambda _prompt: next(answers))
    assert main(["import", "store.csv"]) == 0  # lines of one order
    assert "4 inserted" in capsys.readouterr().out
    # Total, Pieces sold, =Goods, Where; then the day, then the decimal sign
    assert main(["import", "till.csv", "--save-profile", "till"]) == 0
    told = capsys.readouterr().out
    assert "Which column is revenue?" in told
    assert "2024-02-01" in told
    assert "2 inserted" in told
    assert main(["import", "till.csv", "--map", "revenue=Total"]) == 1  # nothing is answered
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert main(["import", "till.csv", "--profile", "till"]) == 0
    assert "2 skipped" in capsys.readouterr().out


def test_lines_of_an_order_are_not_guessed(bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match="--order-lines"):
        bring(HEADER + "2024-03-01,1,1,Books,N,C,A1\n2024-03-01,2,1,Toys,N,C,A1\n")
    assert stored(engine) == []
