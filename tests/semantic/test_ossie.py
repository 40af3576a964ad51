"""The model for other tools: what its SQL finds in the tables is what the product answers."""

import re
from pathlib import Path

import pytest
import yaml
from sqlalchemy import text
from tests.commands import command

from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.sample_omnichannel import with_channels
from bi_server.semantic import read_model
from bi_server.store import following, ingest, migrate
from bi_server.store.engine import opened
from bi_server.store.loading import load
from bi_server.store.selection import EVERYTHING

AGGREGATE = re.compile(r"(?:SUM|COUNT)\([^()]*?(sales|traffic)\.[^()]*\)")


@pytest.mark.parametrize("model", ["", "omnichannel"])
def test_its_metrics_are_those_of_the_product(tmp_path: Path, model: str) -> None:
    done = command(tmp_path, "model", "export", model=model)
    assert (done.returncode, done.stderr) == (0, "")
    document = yaml.safe_load(done.stdout)
    assert set(document) == {"version", "semantic_model", "dialects", "vendors"}
    (told,) = document["semantic_model"]
    sources = {dataset["name"]: dataset["source"] for dataset in told["datasets"]}
    read = read_model(model)
    sales = generate_sample_data(400)
    with opened(f"sqlite:///{tmp_path}/bi.db", model=read) as engine:
        migrate.upgrade(engine)
        following.follow(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, with_channels(sales) if model else sales, generate_sample_traffic(sales))
        cube = load(engine)
        (totals,) = cube.totals(EVERYTHING, [(cube.base_day, cube.base_day + cube.days - 1)])
        with engine.connect() as connection:
            for dataset in told["datasets"]:
                for field in dataset["fields"]:
                    column = field["expression"]["dialects"][0]["expression"]
                    connection.execute(text(f"SELECT {column} FROM {dataset['source']} LIMIT 1"))
            for metric in told["metrics"]:
                formula = AGGREGATE.sub(
                    lambda found: f"(SELECT {found[0]} FROM {sources[found[1]]} AS {found[1]})",
                    metric["expression"]["dialects"][0]["expression"],
                )
                found = connection.execute(text(f"SELECT {formula}")).scalar_one()
                if metric["name"] == "customers":
                    assert found == cube.distinct_customers(EVERYTHING, cube.first_day, cube.last_day)
                else:
                    assert found == pytest.approx(read.metrics[metric["name"]].of(totals).value), metric["name"]
