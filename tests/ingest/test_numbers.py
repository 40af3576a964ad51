"""Numbers are read right, or refused: by the decimal sign and the currency they show, or by what is declared."""

from typing import Any

import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.errors import InvalidInput


def file_of(amounts: list[str], units: str = "1") -> str:
    return HEADER + "".join(f'2024-03-01,"{text}","{units}",Books,North,,A{i}\n' for i, text in enumerate(amounts))


def amounts_of(engine: Engine) -> list[float]:
    return [row[1] / 100 for row in stored(engine)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["12,500", "1,789", "9,990", "12,50"], [12.5, 1.79, 9.99, 12.5]),
        (["1.234", "12.50"], [1.23, 12.5]),
        (["1,234,567", "1,000"], [1234567, 1000]),
        (["1.234.567,8", "1.000"], [1234567.8, 1000]),
        (["0,123", "5"], [0.12, 5]),
        (["12,34,567.50", "1,23,456"], [1234567.5, 123456]),
        (["1\u00a0234,50", "1\u202f234", "1 234"], [1234.5, 1234, 1234]),
        (["1'234.50", "1\u2019234"], [1234.5, 1234]),
        (["25.00-", "1,050.00-", "100.00"], [-25, -1050, 100]),
        (["$ (34.50)", "($34.50)", "(34.50) $", "$ -"], [-34.5, -34.5, -34.5, 0]),
        (["-$12.00", "$-12", "\u221212.5", "-\u20ac12"], [-12, -12, -12.5, -12]),
        (["kr 1.234,50", "kr. 12,5"], [1234.5, 12.5]),
        (["Rs. 1,23,456.00"], [123456]),
        (["1.5E3", "2"], [1500, 2]),
    ],
)
def test_numbers_as_people_write_them(written: list[str], read: list[float], bring: Importer, engine: Engine) -> None:
    if any("\u20ac" in text for text in written):
        written = [text.replace("$", "\u20ac") for text in written]
    bring(file_of(written))
    assert amounts_of(engine) == read


@pytest.mark.parametrize("amounts", [["1.234", "999", "12.500", "850"], ["1,234"], ["\u20ac1,234"], ["kr. 1.234"]])
def test_what_may_be_thousands_or_thousandths_is_refused(amounts: list[str], bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match=r"revenue: numbers such as .* may be (1234 or 1\.234|1\.234 or 1234)"):
        bring(file_of(amounts))
    assert stored(engine) == []


@pytest.mark.parametrize(
    ("options", "read"),
    [({"decimal": "point"}, [1.23, 5]), ({"decimal": "comma"}, [1234, 5]), ({"decimal_comma": True}, [1234, 5])],
)
def test_the_decimal_sign_may_be_declared(
    options: dict[str, Any], read: list[float], bring: Importer, engine: Engine
) -> None:
    bring(file_of(["1.234", "5"]), **options)
    assert amounts_of(engine) == read


def test_later_rows_may_tell_the_decimal_sign(bring: Importer, engine: Engine) -> None:
    bring(file_of([*["1.234"] * 30_000, "0,5"]))
    assert set(amounts_of(engine)) == {1234, 0.5}


def test_later_rows_may_contradict_it(bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match=r"decimal point .* decimal comma"):
        bring(file_of(["1.5", *["10"] * 30_000, "0,5"]))
    assert stored(engine) == []


def test_thousands_in_another_column_tell_it_too(bring: Importer, engine: Engine) -> None:
    bring(file_of(["1,234.50"], units="1,000"))
    assert stored(engine)[0][2] == 1000
    with pytest.raises(InvalidInput, match="units_sold: numbers such as '1,000'"):
        bring(file_of(["12.50"], units="1,000"))


@pytest.mark.parametrize(
    ("amount", "reason"),
    [
        ("350.00 CR", "credit or a debit"),
        ("80.00 Dr", "credit or a debit"),
        ("15.00CR", "credit or a debit"),
        ("5 MM", "thousands, millions"),
        ("5k", "thousands, millions"),
        ("3 lakh", "thousands, millions"),
        ("12%", "percentage"),
    ],
)
def test_endings_that_change_a_number_refuse_the_file(
    amount: str, reason: str, bring: Importer, engine: Engine
) -> None:
    with pytest.raises(InvalidInput, match=reason):
        bring(file_of(["100.00", amount]))
    assert stored(engine) == []


def test_letters_that_are_no_currency_are_no_amount(bring: Importer) -> None:
    result = bring(file_of(["12.50 XYZ", "12.50 usd", "12.50 QQ", "12.50"]), max_rejects="100%")
    assert (result.inserted, result.rejected) == (1, 3)


def test_several_currencies_are_never_added_up(bring: Importer, engine: Engine) -> None:
    mixed = ["100.00 USD", "100.00 EUR", "\u00a510,000", "\u00a3100.00"]
    with pytest.raises(InvalidInput, match=r"is in EUR, USD.*choose the currency"):
        bring(file_of(mixed))
    with pytest.raises(InvalidInput, match="the store is kept in USD"):
        bring(file_of(["100.00 EUR"]), store_currency="USD")
    assert stored(engine) == []
    result = bring(file_of([*mixed, "5.00"]), currency="EUR")
    assert (result.inserted, result.rejected) == (2, 3)
    assert result.first_rejects[0].reason == "is in another currency than EUR"


def test_a_sign_may_stand_for_the_currency_of_the_store(bring: Importer, engine: Engine) -> None:
    bring(file_of(["$1.50", "US$ 2.50", "3.50 USD"]), store_currency="USD")
    assert amounts_of(engine) == [1.5, 2.5, 3.5]
    with pytest.raises(InvalidInput, match="store is kept in EUR"):
        bring(file_of(["$1.50"]), store_currency="EUR")


def test_currencies_may_be_converted(bring: Importer, engine: Engine) -> None:
    rows = 'A1,"100.00 EUR",1.10\nA2,"50.00 USD",1\n'
    constants = {"date": "2024-03-01", "units_sold": "1", "product_category": "Books", "region": "North"}
    derived = {"revenue": "Amount * Rate"}
    bring("order_id,Amount,Rate\n" + rows, currency="any", derived=derived, constants=constants)
    assert amounts_of(engine) == [110, 50]


@pytest.mark.parametrize("delimiter", ["\u00e9", '"', "\n", "\0", ",,"])
def test_delimiters_that_cannot_be(delimiter: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match="delimiter"):
        bring(file_of(["1"]), delimiter=delimiter)


def test_a_number_beyond_reason_in_an_expression(bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=r"derive: .* beyond 1e"):
        bring(file_of(["1"]), derived={"revenue": f"units_sold * {'9' * 400}"})


def test_a_column_of_currencies_counts_as_well(bring: Importer, engine: Engine) -> None:
    def mixed(*codes: str) -> str:
        rows = (f"2024-03-01,100.00,{code},1,Books,North,A{i}\n" for i, code in enumerate(codes))
        return "date,revenue,Currency,units_sold,product_category,region,order_id\n" + "".join(rows)

    with pytest.raises(InvalidInput, match="Currency: is in EUR, USD"):
        bring(mixed("USD", "EUR"))
    with pytest.raises(InvalidInput, match="Currency: is in EUR, and the store is kept in USD"):
        bring(mixed("EUR", "EUR"), store_currency="USD")
    assert bring(mixed("USD", "EUR", ""), currency="EUR").rejected == 1
    assert [row[6] for row in stored(engine)] == ["A1", "A2"]
    assert bring(mixed("USD", "USD"), store_currency="USD", on_duplicate="replace").rejected == 0


def test_rows_of_sums_are_rejected(bring: Importer) -> None:
    rows = "2024-03-01,10.50,1,Books,North,,A1\n2024-03-01,10.50,1,Total,North,,\n"
    rows += "2024-03-01,10.50,1,Books,Grand Total:,,\nTotal,21.00,2,,,,\n"
    result = bring(HEADER + rows, max_rejects="3")
    assert (result.inserted, result.rejected) == (1, 3)
    assert "row of sums" in result.first_rejects[0].reason


def test_a_third_decimal_of_money_is_not_cut(bring: Importer) -> None:
    rows = [f"2024-01-01,{amount},1,Books,North,,O{amount}\n" for amount in ("1.234", "2.050", "3")]
    result = bring(HEADER + "".join(rows), currency="KWD", decimal="point", max_rejects="1")
    assert (result.inserted, result.rejected) == (2, 1)
    assert "more than 2 decimals" in result.first_rejects[0].reason


def test_parts_of_a_cent_are_told(bring: Importer, engine: Engine) -> None:
    rows = "2024-03-01,0.333,1,Books,N,C1,A1\n2024-03-02,2.675,1,Books,N,C2,A2\n2024-03-03,x,1,Books,N,C3,A3\n"
    rows += "2024-03-04,0.1,3,Books,N,C4,A4\n2024-03-05,-4.125,1,Books,N,C5,A5\n,0.999,1,Books,N,C6,A6\n"
    told = bring(HEADER + rows).understood
    assert sum(row[1] for row in stored(engine)) == 33 + 268 + 10 - 413
    assert told.sums["revenue"] == -1.02
    assert (told.rounded["revenue"].rows, round(told.rounded["revenue"].added, 4)) == (3, -0.003)
    assert told.money == ("revenue",)
    whole = bring(HEADER + "2024-03-01,0.30,1,Books,N,C1,B1\n").understood
    assert whole.rounded == {}
