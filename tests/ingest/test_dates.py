"""Dates are read right, or refused: by the form they show, or by the one that is declared."""

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from sqlalchemy import Engine
from tests.ingest.rows import HEADER, Importer, stored

from bi_server.errors import InvalidInput

YEAR_FIRST = ["24{0}01{0}05", "24{0}01{0}31", "24{0}02{0}14", "24{0}03{0}08", "24{0}03{0}29"]
DAYS = ["2024-01-05", "2024-01-31", "2024-02-14", "2024-03-08", "2024-03-29"]


def file_of(dates: list[str]) -> str:
    return HEADER + "".join(f'"{text}",1,1,Books,North,,A{i}\n' for i, text in enumerate(dates))


def days_of(engine: Engine) -> list[str]:
    return [row[0].removesuffix(" 00:00:00") for row in stored(engine)]


@pytest.mark.parametrize("between", [".", "/", "-", ""])
def test_years_that_come_first_are_told_by_days_that_vary(between: str, bring: Importer, engine: Engine) -> None:
    bring(file_of([text.format(between) for text in YEAR_FIRST]))
    assert days_of(engine) == DAYS


@pytest.mark.parametrize("between", [".", "/", "-"])
def test_years_that_come_last_are_told_as_well(between: str, bring: Importer, engine: Engine) -> None:
    bring(file_of([between.join((day[8:], day[5:7], day[2:4])) for day in DAYS]))
    assert days_of(engine) == DAYS


@pytest.mark.parametrize(
    ("dates", "forms"),
    [
        (["24.01.05", "24.01.31"], "%d.%m.%y or %y.%m.%d"),
        (["24-Jan-05", "24-Feb-14"], "%d %b %y or %y %b %d"),
        (["200105", "200131"], "%y%m%d or %d%m%y"),
        (["01/02/2024", "03/02/2024"], "%d/%m/%Y or %m/%d/%Y"),
        (["24.01.01", "24.02.01", "24.03.01"], "%d.%m.%y or %y.%m.%d"),
    ],
)
def test_what_may_be_two_days_is_refused(dates: list[str], forms: str, bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match=forms):
        bring(file_of(dates))
    assert stored(engine) == []


def test_later_rows_may_tell_the_form(bring: Importer, engine: Engine) -> None:
    first = datetime(2024, 1, 1)
    dates = [f"{(first + timedelta(days=i // 1000)):%d/%m/%Y}" for i in range(31_000)]
    assert bring(file_of(dates)).inserted == 31_000
    assert days_of(engine)[-1] < "2024-02"


def test_later_rows_may_contradict_the_form(bring: Importer, engine: Engine) -> None:
    with pytest.raises(InvalidInput, match="'01/31/2024' may be"):
        bring(file_of(["31/01/2024", *["30/01/2024"] * 20_000, "01/31/2024"]))
    assert stored(engine) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-3-1", "2024-03-01"),
        ("2024-03-01 23:30:15.25+00", "2024-03-01 23:30:15"),
        ("2024-03-01 23:30:15 UTC", "2024-03-01 23:30:15"),
        ("3/14/2024 12:05 a.m.", "2024-03-14 00:05:00"),
        ("3/14/2024 11:30 PM", "2024-03-14 23:30:00"),
        ("1. März 2024", "2024-03-01"),
        ("1er mars 2024", "2024-03-01"),
        ("1 de marzo de 2024", "2024-03-01"),
        ("1 września 2024", "2024-09-01"),
        ("1 марта 2024", "2024-03-01"),
        ("Fri, 1 March 2024", "2024-03-01"),
        ("Friday, March 1, 2024", "2024-03-01"),
        ("2024年3月1日", "2024-03-01"),
        ("2024. 03. 01.", "2024-03-01"),
        ("01MAR2024", "2024-03-01"),
    ],
)
def test_usual_forms(written: str, read: str, bring: Importer, engine: Engine) -> None:
    bring(file_of([written]))
    assert days_of(engine) == [read]


@pytest.mark.parametrize(
    ("form", "written", "read"),
    [
        ("%Y-%m-%d %H:%M:%S%z", "2024-03-01 23:30:15.25+00", "2024-03-01 23:30:15"),
        ("DD/MM/YYYY", "01/03/2024", "2024-03-01"),
        ("YYMMDD", "240301", "2024-03-01"),
        ("%d/%m/%Y %I:%M %p", "01/03/2024 01:05 PM", "2024-03-01 13:05:00"),
        ("months:MM/YYYY", "03/2024", "2024-03-01"),
        ("excel", "45352.5", "2024-03-01 12:00:00"),
        ("epoch", "1709251200", "2024-03-01"),
        ("epoch_ms", "1709251200000", "2024-03-01"),
    ],
)
def test_declared_forms(form: str, written: str, read: str, bring: Importer, engine: Engine) -> None:
    bring(file_of([written]), date_format=form)
    assert days_of(engine) == [read]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("DD/mm/YYYY", "minutes .* but no month"),
        ("MM/YYYY", "no day"),
        ("%Y-%m-%d %Q", "'%Q', which is not known"),
        ("%j %Y", "%j"),
        ("%", "'%', which is not known"),
        ("%Y%Y%m%d", "the year twice"),
        ("%H:%M %p %d/%m/%Y", "need each other"),
        ("%c", "%c"),
        ("[", "no day"),
    ],
)
def test_declared_forms_that_cannot_be_read(form: str, reason: str, bring: Importer) -> None:
    with pytest.raises(InvalidInput, match=reason):
        bring(file_of(["2024-03-01"]), date_format=form)


def test_numbers_for_dates_are_named_not_guessed(bring: Importer) -> None:
    for number, word in (("45352", "excel"), ("1709251200", "epoch"), ("1709251200000", "epoch_ms")):
        with pytest.raises(InvalidInput, match=f"{number}.*{word}"):
            bring(file_of([number]))


def test_days_to_come_and_days_far_from_the_rest_are_rejected(bring: Importer) -> None:
    dates = ["2026-05-13", "2026-05-14", "2062-05-15", "1926-05-15"]
    result = bring(file_of(dates))
    assert (result.inserted, result.rejected) == (2, 2)
    assert "after today" in result.first_rejects[0].reason
    assert "5 years from all other dates" in result.first_rejects[1].reason
    assert bring(file_of(dates), any_date=True).inserted == 2


def test_a_history_with_a_hole_is_taken(bring: Importer) -> None:
    dates = [f"{year}-{month:02}-01" for year in (2001, 2002, 2015, 2016) for month in range(1, 13)]
    assert bring(file_of(dates[::-1])).rejected == 0


def parquet(moment: Any) -> bytes:
    columns = {name: ["x"] for name in HEADER.strip().split(",")}
    file = io.BytesIO()
    pyarrow.parquet.write_table(pa.table({**columns, "date": moment, "revenue": [1.0], "units_sold": [1]}), file)
    return file.getvalue()


def test_moments_with_a_zone_are_brought_to_that_of_the_business_from_any_format(
    bring: Importer, engine: Engine
) -> None:
    moment = pa.array([datetime(2024, 3, 2, 4, 30, tzinfo=UTC)], pa.timestamp("us", "UTC"))
    for zone, day in (("UTC", "2024-03-02 04:30:00"), ("America/New_York", "2024-03-01 23:30:00")):
        for content in (
            file_of(["2024-03-01 23:30:00-05:00"]).replace("A0", "x"),
            parquet(moment),
            parquet(moment.cast(pa.timestamp("us", "America/New_York"))),
        ):
            bring(content, time_zone=zone, on_duplicate="replace")
            assert days_of(engine) == [day]


def test_dates_without_a_time_are_days_in_any_zone(bring: Importer, engine: Engine) -> None:
    bring(parquet(pa.array([date(2024, 3, 2)])), time_zone="America/New_York")
    assert days_of(engine) == ["2024-03-02"]


def test_a_day_that_does_not_exist_is_rejected_and_casts_no_doubt_on_the_others(bring: Importer) -> None:
    days = ("02/01/2025", "03/01/2025", "25/01/2025", "31/02/2025")
    result = bring(HEADER + "".join(f"{day},1,1,Books,N,C,A{i}\n" for i, day in enumerate(days)))
    assert (result.inserted, result.rejected, result.first_rejects[0].value) == (3, 1, "31/02/2025")


@pytest.mark.parametrize("kind", [pa.int32(), pa.int64(), pa.float64()])
@pytest.mark.parametrize("form", ["", "%Y%m%d"])
def test_whole_numbers_of_a_typed_file_are_read_as_text_would_be(
    kind: pa.DataType, form: str, bring: Importer, engine: Engine
) -> None:
    bring(parquet(pa.array([20240302], kind)), date_format=form)
    assert days_of(engine) == ["2024-03-02"]


@pytest.mark.parametrize(
    ("number", "remedy"), [(45353, "'excel'"), (1709337600, "'epoch'"), (1709337600000, "'epoch_ms'")]
)
def test_numbers_that_count_days_or_seconds_are_to_be_declared(
    number: int, remedy: str, bring: Importer, engine: Engine
) -> None:
    with pytest.raises(InvalidInput, match=remedy):
        bring(parquet(pa.array([number])))
    bring(parquet(pa.array([number])), date_format=remedy.strip("'"))
    assert days_of(engine) == ["2024-03-02"]
