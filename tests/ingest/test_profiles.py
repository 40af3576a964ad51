"""Exports of shops and tills, read under a name; and names for files of one's own."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from tests.ingest.exports import EXPORTS, GERMAN_ERP, SHOPIFY, SUPERSTORE
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.__main__ import main
from bi_server.errors import InvalidInput
from bi_server.ingest import profiles
from bi_server.settings import Settings


def options(name: str, **given: Any) -> dict[str, Any]:
    read = profiles.options_of(name, given, Settings(), may_be_path=True)
    return {field: getattr(read, field) for field in read.__dataclass_fields__}


@pytest.mark.parametrize("name", EXPORTS)
def test_a_shipped_profile_reads_its_export(name: str, bring: Importer, engine: Engine) -> None:
    content, (cents, units, orders, rows, customers) = EXPORTS[name]
    result = bring(content, **options(name))
    taken = stored(engine)
    assert sum(row[1] for row in taken) == cents
    assert sum(row[2] for row in taken) == units
    assert (result.understood.orders, len(taken)) == (orders, rows)
    assert len({row[5] for row in taken if row[5]}) == customers
    assert result.rejected == result.rows_read - rows
    again = bring(content, **options(name))
    assert (again.inserted, again.skipped) == (0, rows)


def test_every_shipped_profile_is_tested() -> None:
    assert profiles.names() == sorted(EXPORTS)


def test_shopify_lines_have_the_country_of_their_order(bring: Importer, engine: Engine) -> None:
    result = bring(SHOPIFY, **options("shopify"))
    assert {(row[6], row[4]) for row in stored(engine)} == {("#2001", "DE"), ("#2003", "DE")}
    assert {reject.reason for reject in result.first_rejects} == {
        "is left out (Financial Status=paid|partially_refunded)"
    }


@pytest.mark.parametrize("name", sorted({*EXPORTS} - {"german-erp"}))
def test_an_export_is_known_by_its_columns(name: str, bring: Importer, engine: Engine) -> None:
    content, (cents, _, orders, rows, _) = EXPORTS[name]
    result = bring(content)
    assert (sum(row[1] for row in stored(engine)), result.understood.orders, result.inserted) == (cents, orders, rows)
    assert result.understood.guessed[0].endswith(f"(--profile {name})")
    assert not bring(content, **options(name)).inserted


def test_what_columns_mean_is_the_callers_word(bring: Importer) -> None:
    named = {"mapping": {"revenue": "Profit"}, "order_lines": True}
    result = bring(SUPERSTORE, **named)
    assert (result.understood.sums["revenue"], result.understood.guessed[0][:4]) == (-114.67, "date")


def test_a_known_export_is_named_where_it_is_refused(bring: Importer) -> None:
    with pytest.raises(InvalidInput, match="--profile german-erp"):
        bring(GERMAN_ERP)


def test_a_payment_in_another_currency_than_the_business_is_told(bring: Importer) -> None:
    content, _ = EXPORTS["stripe"]
    with pytest.raises(InvalidInput, match="Converted Currency"):
        bring(content.replace(",usd,Plan", ",gbp,Plan"), **options("stripe"))


def test_rows_are_chosen_by_conditions(bring: Importer, engine: Engine) -> None:
    rows = "".join(
        f"2024-03-0{i},{i},1,Books,N,C{i},A{i},{status}\n" for i, status in enumerate(("Paid", " paid", "open", ""), 1)
    )
    content = HEADER.rstrip() + ",Status\n" + rows
    for where, kept in (
        (["Status=PAID"], 3),
        (["Status!=open"], 7),
        (["Status="], 4),
        (["Status!="], 6),
        (["Status=paid|open", "order_id!=A1"], 5),
    ):
        result = bring(content, where=tuple(where), dry_run=True)
        assert result.understood.sums["revenue"] == kept, where
    for wrong, named in ((["State=paid"], "no column 'State'"), (["paid"], "no condition")):
        with pytest.raises(InvalidInput, match=named):
            bring(content, where=tuple(wrong))
    assert stored(engine) == []


def test_rows_that_the_file_calls_no_sales_are_told(bring: Importer) -> None:
    states = ("paid", "Cancelled", "refund", "refund", "", "cancelled ")
    amounts = (1, 2, -3, 4, 5, "much")
    rows = "".join(
        f"2024-03-0{i},{amount},1,Books,N,C{i},A{i},{state}\n"
        for i, (amount, state) in enumerate(zip(amounts, states, strict=True), 1)
    )
    content = HEADER.rstrip() + ",Order Status\n" + rows
    told = bring(content, dry_run=True).understood.guessed
    assert told == (
        "rows whose Order Status is Cancelled (1), refund (1) count as sales; "
        "where Order Status!=Cancelled|refund leaves them out",
    )
    chosen = bring(content, where=("Order Status!=Cancelled|refund",), dry_run=True).understood
    assert (chosen.sums["revenue"], chosen.guessed) == (6, ())
    assert bring(content.replace("Cancelled", "sent").replace("refund", "sent"), dry_run=True).understood.guessed == ()


def test_blanks_count_as_nothing_where_it_is_said(bring: Importer) -> None:
    content = (
        HEADER.replace("revenue", "gross,refund") + "2024-03-01,10,,1,Books,N,C,A1\n2024-03-02,20,5,1,Toys,N,C,A2\n"
    )
    result = bring(content, derived={"revenue": "gross - (refund or 0)"})
    assert (result.rejected, result.understood.sums["revenue"]) == (0, 25)
    with pytest.raises(InvalidInput, match="with and without"):
        bring(content, derived={"revenue": "gross - (refund or 0) + refund"})


def test_a_profile_of_ones_own_makes_the_next_month_one_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/shop.db")
    monkeypatch.chdir(tmp_path)
    head = "Day;Paid;Pieces;Kind;Place;No;State\n"
    Path("may.csv").write_text(head + "01/05/2024;1.234,50;2;Toys;N;A1;ok\n02/05/2024;1,00;1;Toys;N;A1;ok\n")
    Path("june.csv").write_text(head + "01/06/2024;10,00;1;Toys;N;A2;ok\n02/06/2024;5,00;1;Toys;N;A3;void\n")
    command = ["import", "may.csv", "--date-format", "DD/MM/YYYY", "--order-lines", "--where", "State=ok"]
    pairs = ("date=Day", "revenue=Paid", "units_sold=Pieces", "product_category=Kind", "region=Place", "order_id=No")
    for pair in pairs:
        command += ["--map", pair]
    assert main([*command, "--save-profile", "till"]) == 0
    assert "--profile till" in capsys.readouterr().out
    assert main(["import", "june.csv", "--profile", "till", "--dry-run"]) == 0
    assert main(["import", "june.csv", "--profile", "data/profiles/till.yaml", "--set", "region=N"]) == 0
    assert "1 inserted, 0 updated, 0 skipped, 1 rejected" in capsys.readouterr().out
    assert main(["import", "june.csv", "--profile", "tills"]) == 1
    assert "use one of amazon" in capsys.readouterr().err
    Path("bad.yaml").write_text("map: [a]\n")
    assert main(["import", "june.csv", "--profile", "bad.yaml"]) == 1
    assert "map is ['a']; it takes pairs" in capsys.readouterr().err
    Path("bad.yaml").write_text("maps: {}\n")
    assert main(["import", "june.csv", "--profile", "bad.yaml"]) == 1
    assert "'maps' is no option" in capsys.readouterr().err
