"""Questions without message classes, asked by both clients."""

import asyncio
from datetime import date
from pathlib import Path
from typing import assert_type

import pandas as pd
import pytest

from bi.v1.dashboard_pb2 import GetKpisRequest
from bi_client import AsyncClient, BiError, Client, InvalidArgument

JANUARY = (date(2024, 1, 1), "2024-01-31")
ROWS = "date,revenue,units_sold,product_category,region,order_id,customer_id\n2024-12-31,{},1,Books,North,{},C1\n"


def test_a_question_is_what_its_message_is(bi: Client) -> None:
    asked = bi.kpis(JANUARY, compare="previous_year", filters={"category": ["Books", "Sports"], "-region": "East"})
    message = GetKpisRequest(
        start_date="2024-01-01",
        end_date="2024-01-31",
        compare="previous_year",
        filter=["category:Books", "category:Sports", "-region:East"],
    )
    assert asked.question.request == message
    assert asked.message == bi.dashboard.GetKpis(message)
    table = asked.df()
    assert list(table["id"][:2]) == ["total_revenue", "growth_rate"]
    assert "total_revenue" in (asked._repr_html_() or "")
    assert asked.dict()["kpis"][0]["compared_range"]["start_date"] == "2023-01-01"  # type: ignore[index]


def test_every_question_is_answered(bi: Client) -> None:
    whole = bi.kpis("ytd").message.kpis[0].value
    assert bi.chart("ytd", granularity="month").df()["revenue"].sum() == pytest.approx(whole)
    table = bi.query("ytd", metric=["revenue", "orders"], group_by="category", granularity="quarter").df()
    assert list(table.columns) == ["date", "category", "revenue", "orders"]
    assert pd.api.types.is_datetime64_any_dtype(table["date"])
    assert table["revenue"].sum() == pytest.approx(whole)
    assert len(bi.forecast(5).df()) == 5
    compared = bi.comparison(("2024-02-01", "2024-02-29"), JANUARY)
    assert compared.df()["metric"][0] == "revenue"
    assert bi.trends("30d").message.metric == "revenue"
    assert len(bi.insights("last_month", limit=2).df()) == 2
    assert bi.anomalies(("2024-08-01", "2024-08-31")).df()["start_date"][0] == "2024-08-20"
    assert len(bi.rows("ytd", page_size=7).df()) == 7
    assert "revenue" in set(bi.metadata().df()["id"])


def test_a_file_is_imported_and_taken_back(bi: Client, tmp_path: Path) -> None:
    file = tmp_path / "new.csv"
    file.write_text(ROWS.format("12.50", "CLIENT-1"))
    versions = bi.watch()
    before = next(versions)
    assert bi.import_file(file, dry_run=True).inserted == 1
    taken = bi.import_file(file, order_lines=True)
    assert next(versions) > before
    assert bi.imports().message.imports[0].file_name == "new.csv"
    assert bi.undo_import(taken.import_id).message.removed == 1
    with pytest.raises(InvalidArgument, match="has no column 'Amount'"):
        bi.import_file(file, map="revenue=Amount")
    with pytest.raises(TypeError, match="orderlines: an import has no such option"):
        bi.import_file(file, orderlines=True)


def test_all_of_it_without_waiting(port: int, bi: Client, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text(ROWS.format("9.00", "CLIENT-2"))

    async def asked() -> None:
        async with AsyncClient(f"127.0.0.1:{port}") as client:
            kpis, chart = await asyncio.gather(client.kpis("mtd"), client.chart("mtd"))
            assert kpis.message == bi.kpis("mtd").message
            assert chart.df()["revenue"].sum() == pytest.approx(kpis.message.kpis[0].value)
            with pytest.raises(InvalidArgument, match="'mtx' is not known") as raised:
                await client.kpis("mtx")
            assert list(raised.value.violations) == ["range"]
            versions = client.watch()
            before = await anext(versions)
            taken = await client.import_file(file)
            assert await anext(versions) > before
            await client.undo_import(taken.import_id)
            with pytest.raises(BiError, match="has no column 'Amount'"):
                await client.import_file(file, map=["revenue=Amount"])

    asyncio.run(asked())


def _what_a_type_checker_finds(bi: Client) -> None:
    """Checked by mypy alone, which minds an ignored error that is none."""
    bi.kpis("mtd", comparre="previous")  # type: ignore[call-arg]
    bi.dashboard.GetKpiss  # type: ignore[attr-defined]  # noqa: B018
    assert_type(bi.kpis("mtd").message.kpis[0].value, float)


async def _what_it_finds_without_waiting(bi: AsyncClient) -> None:
    await bi.kpis("mtd", comparre="previous")  # type: ignore[call-arg]
    assert_type((await bi.kpis("mtd")).message.kpis[0].value, float)
