"""The way back from a document of Apache Ossie: ours loses nothing, another tool's is told by name where it does."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.commands import Done, command

from bi_server.semantic import read_model, read_text

OWN = """
calendar: {week_starts: sunday, fiscal_year_starts: 4}
dimensions:
  category: {title: Department}
  city: {title: City, of: region}
  article: {title: Article, of: category, wide: true}
measures:
  weight: {title: Weight, decimals: 3}
  cost: {title: Cost, unit: money}
metrics:
  revenue: {title: Turnover, of: revenue, format: currency}
  buyers: {title: Buyers, of: customers}
  net: {title: Net, expression: 0.8 * revenue - cost, format: currency}
  weight_of_order:
    {title: Weight of an Order, of: weight, per: orders, favorable: none, undefined: no_orders, drives: [net]}
  margin: {title: Margin, expression: (revenue - cost) / revenue, scale: 100, format: percentage, undefined: no_revenue}
kpis: [growth_rate, {metric: net, id: net_total, title: Net Total}, margin]
"""


def exchanged(folder: Path, model: str) -> Done:
    """What comes of a model that was exported and imported again."""
    told = command(folder, "model", "export", model=model)
    assert (told.returncode, told.stderr) == (0, "")
    (folder / "exported.yaml").write_text(told.stdout)
    return command(folder, "model", "import", "exported.yaml")


@pytest.mark.parametrize("model", ["", "omnichannel", "own.yaml"])
def test_what_was_exported_comes_back_the_same(tmp_path: Path, model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.yaml").write_text(OWN)
    monkeypatch.chdir(tmp_path)
    done = exchanged(tmp_path, model)
    assert (done.returncode, done.stderr) == (0, "")
    assert read_text(done.stdout, "made of it") == read_model(model)


def field(name: str, datatype: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "datatype": datatype, "expression": sql(name), **more}


def sql(text: str) -> dict[str, Any]:
    return {"dialects": [{"dialect": "ANSI_SQL", "expression": text}]}


def metric(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "expression": sql(text)}


SHOP = {
    "version": "0.2.0.dev0",
    "semantic_model": [
        {
            "name": "shop",
            "datasets": [
                {
                    "name": "store_sales",
                    "custom_extensions": "none",
                    "source": "tpcds.store_sales",
                    "fields": [
                        field("sold_at", "DateTime", dimension={"is_time": True}),
                        field("channel", "String", dimension={}, label="Sales Channel"),
                        field("Item Name", "String", dimension={}),
                        field("note", "String"),
                        field("revenue", "Decimal"),
                        field("wholesale_cost", "Decimal"),
                        field("boxes", "Integer"),
                    ],
                },
                {"name": "stores", "source": "tpcds.stores", "fields": [field("manager", "String", dimension={})]},
            ],
            "relationships": [{"name": "sold_in", "from": "store_sales", "to": "stores"}],
            "metrics": [
                metric("profit", "SUM(store_sales.revenue) - sum( store_sales.wholesale_cost )"),
                metric("boxes_per_order", "SUM(store_sales.boxes) / COUNT(DISTINCT store_sales.order_id)"),
                metric("median_price", "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY store_sales.revenue)"),
                {
                    **metric("boxes", "SUM(store_sales.boxes)"),
                    "custom_extensions": [{"vendor_name": "BI", "data": "{"}],
                },
                metric("managers", "COUNT(DISTINCT stores.customer_id)"),
                metric("orders", "SUM(store_sales.boxes)"),
                {"name": "spark", "expression": {"dialects": [{"dialect": "SPARK", "expression": "1"}]}},
            ],
        }
    ],
}


def test_of_another_tool_all_is_taken_that_fits_and_the_rest_is_named(tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text(yaml.safe_dump(SHOP))
    done = command(tmp_path, "model", "import", "shop.yaml")
    assert done.returncode == 0, done.stderr
    made = read_text(done.stdout, "made of it")
    assert [(d.id, d.title) for d in made.dimensions][2:] == [("channel", "Sales Channel")]
    assert {name: measure.unit for name, measure in made.measures.items() if measure.column} == {
        "wholesale_cost": "money",
        "boxes": "number",
    }
    assert made.metrics["profit"].formula == "revenue - wholesale_cost"
    assert (made.metrics["profit"].format, made.metrics["boxes_per_order"].format) == ("currency", "number")
    assert made.metrics["boxes_per_order"].formula == "boxes / orders"
    assert made.metrics["boxes_per_order"].undefined == "no_orders"
    told = done.stderr.splitlines()
    for name, words in {
        "dataset stores": "only one is taken",
        "relationship sold_in": "one table",
        "field Item Name": "is no name of a column",
        "field note": "neither a dimension nor a number",
        "measure wholesale_cost": "taken for money",
        "measure boxes": "taken for number",
        "metric median_price": "cannot be read",
        "metric managers": "dataset stores",
        "metric orders": "every store has one called so",
        "metric spark": "no expression in ANSI_SQL",
    }.items():
        assert [line for line in told if line.startswith(f"{name}: ") and words in line], (name, told)
    assert len(told) == 10


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no `semantic_model`"),
        ("[", "is neither YAML nor JSON"),
        ("a: 1", "has no `semantic_model`"),
        (
            "semantic_model: [{name: x, datasets: [{name: y, fields: []}]}]",
            "has no dataset with a field",
        ),
    ],
)
def test_what_is_no_such_document_is_refused(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "wrong.yaml").write_text(text)
    done = command(tmp_path, "model", "import", "wrong.yaml")
    assert (done.returncode, done.stdout) == (1, "")
    assert words in done.stderr
