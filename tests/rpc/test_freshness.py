"""What one process commits, every server tells next; what has not changed comes from the cache."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, write

from bi.v1.dashboard_pb2 import GetKpisRequest
from bi.v1.data_pb2 import GetMetadataRequest
from bi_server.answers import dashboard
from bi_server.rpc.cache import Answer, AnswerCache, Key
from bi_server.semantic import Model
from bi_server.semantic.kpis import Comparison, Kpi, Side, compute_kpis

FIRST = date(2024, 3, 1)
SALES = Books(tuple(Sale(FIRST + timedelta(i), 1000, 1, "Books", "North", "C1") for i in range(31)), ())
MARCH = GetKpisRequest(start_date="2024-03-01", end_date="2024-03-31")
APPEND = """
import sys
import pandas as pd
from bi_server.store import ingest
from bi_server.store.engine import open_engine
sale = {"date": [pd.Timestamp("2024-03-05")], "revenue": [7.5], "units_sold": [1], "product_category": ["Books"],
        "region": ["North"], "customer_id": ["C2"], "order_id": [sys.argv[2]]}
visits = pd.DataFrame({"date": [], "region": [], "category": [], "visits": []})
with open_engine(sys.argv[1]).execution_options(writes=True).begin() as connection:
    ingest.append(connection, pd.DataFrame(sale), visits)
"""


def ask(client: Client) -> tuple[float, str]:
    """Revenue of March and the answer's ETag."""
    answer, call = client.dashboard.GetKpis.with_call(MARCH)
    return answer.kpis[0].value, str(dict(call.trailing_metadata())["etag"])


def test_an_append_by_another_process_is_in_the_next_answer_of_every_server(any_servers: Servers) -> None:
    url = any_servers.database()
    write(url, SALES)
    clients = [any_servers.serve(url, SALES) for _ in range(2)]
    before = [ask(client) for client in clients]
    assert before[0] == before[1]
    assert before[0][0] == 310.0
    for i in range(2):
        command = [sys.executable, "-c", APPEND, url, f"late-{i}"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))})
        after = [ask(client) for client in clients]
        assert after[0] == after[1]
        assert after[0][0] == before[0][0] + 7.5
        assert after[0][1] != before[0][1]
        before = after
    versions = {client.data.GetMetadata(GetMetadataRequest()).data_version for client in clients}
    assert len(versions) == 1


def test_an_equal_request_over_unchanged_data_is_not_computed_again(
    servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed = []

    def counting(model: Model, asked: Side, comparison: Comparison) -> list[Kpi]:
        computed.append(asked)
        return compute_kpis(model, asked, comparison)

    monkeypatch.setattr(dashboard, "compute_kpis", counting)
    client = servers.serve_rows(SALES)
    assert len({ask(client) for _ in range(5)}) == 1
    assert len(computed) == 1


def test_the_cache_keeps_the_newest_answers_within_its_bytes() -> None:
    cache = AnswerCache(20_000)
    keys: list[Key] = [("Service/Method", b"%d" % i, 1) for i in range(100)]
    for key in keys:
        cache.put(key, Answer(b"x" * 1000, (), True))
    kept = [key for key in keys if cache.get(key)]
    assert kept == keys[-len(kept) :]
    assert 10 <= len(kept) <= 20
    cache.put(keys[0], Answer(b"x" * 6000, (), True))  # over a quarter of the cache: it would push out too much
    assert cache.get(keys[0]) is None
