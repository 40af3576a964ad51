"""What a page sees while the database is away."""

import time
from pathlib import Path

from tests.gateway import stack
from tests.gateway.stack import ORIGIN, PATIENCE

KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
ROW = b"date,revenue,units_sold,product_category,region,order_id\n2024-01-05,1,1,Books,North,N1\n"


def test_answers_say_their_age_and_imports_when_to_come_again(tmp_path: Path) -> None:
    with (
        stack.server(tmp_path, sample_records=500) as port,
        stack.envoy(tmp_path, port, edge_cache_seconds=3600) as gateway,
    ):
        before = gateway.get(KPIS + "&_=before")
        assert "x-data-age" not in before.headers
        file = tmp_path / "bi.db"
        file.rename(tmp_path / "aside")
        end = time.monotonic() + PATIENCE
        while gateway.get("/health").json()["components"][0]["status"] != "away":
            assert time.monotonic() < end
            time.sleep(0.1)
        for _ in range(2):  # the gateway does not repeat it: its age would stand still
            answer = gateway.get(KPIS)
            assert answer.json() == before.json()
            assert "age" not in answer.headers
            assert 0 <= int(answer.headers["x-data-age"]) < PATIENCE
            assert "x-data-age" in answer.headers["access-control-expose-headers"]
        known = gateway.get(KPIS, **{"if-none-match": before.headers["etag"]})
        assert known.status_code == 304
        assert "x-data-age" in known.headers
        headers = {"content-type": "text/csv", "origin": ORIGIN}
        refused = gateway.client.post("/api/data/import", content=ROW, headers=headers)
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "1"
        assert refused.headers["access-control-allow-origin"] == ORIGIN
        assert "gone" in refused.json()["message"]
        (tmp_path / "aside").rename(file)
        while "x-data-age" in gateway.get(KPIS).headers:
            assert time.monotonic() < end
            time.sleep(0.1)
        assert gateway.client.post("/api/data/import", content=ROW, headers=headers).json()["inserted"] == 1


def test_who_cannot_answer_lives_and_is_not_ready(tmp_path: Path) -> None:
    with (
        stack.server(tmp_path, sample_records=500, max_stale_seconds=0) as port,
        stack.envoy(tmp_path, port) as gateway,
    ):
        assert gateway.get("/health/ready").json() == {"status": "ready"}
        file = tmp_path / "bi.db"
        file.rename(tmp_path / "aside")
        end = time.monotonic() + PATIENCE
        while (answer := gateway.get("/health/ready")).status_code == 200:
            assert time.monotonic() < end
            time.sleep(0.1)
        assert (answer.status_code, answer.json()["code"]) == (503, 14)
        live = gateway.get("/health/live")
        assert (live.status_code, live.json()) == (200, {"status": "alive"})
        (tmp_path / "aside").rename(file)
        while gateway.get("/health/ready").status_code != 200:
            assert time.monotonic() < end
            time.sleep(0.1)
