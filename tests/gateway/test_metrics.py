"""What Prometheus is told of a running server, and what is told nobody: not there, and not in the log."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml
from prometheus_client.core import Sample
from prometheus_client.parser import text_string_to_metric_families as families
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import ORIGIN, Gateway
from tests.rpc.callers import SECRET, token

from bi_gateway.metrics import LONG_ANSWERS_PATH, PATH
from bi_server.access import keys, users
from bi_server.store.engine import opened

MONITORING = Path(__file__).parents[2] / "docs" / "monitoring"
ADMIN_PORT = free_ports(1)
PASSWORD, KEY_OF_MODEL = "planted password 7f2c", "sk-planted-91ab"
HEADER = "date,revenue,units_sold,product_category,region,customer_id,order_id\n"
ROW = HEADER + "2024-01-05,1,1,Planted Name,North,C-planted,N1\n"
KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"


def samples(text: str) -> list[Sample]:
    return [sample for family in families(text) for sample in family.samples]


def samples_of_envoy(text: str) -> list[Sample]:
    """Under the names that Envoy gives them: the parser adds an ending to those of counters."""
    return [
        sample._replace(name=sample.name.removesuffix("_total") if family.type == "counter" else sample.name)
        for family in families(text)
        for sample in family.samples
    ]


class Seen:
    """A server that keeps count, and where it writes its log."""

    def __init__(self, gateway: Gateway, port: int, folder: Path) -> None:
        self.gateway, self._port, self.folder = gateway, port, folder
        self.gateway_port = port + 1

    def text(self) -> str:
        return stack.asked(f"http://127.0.0.1:{self._port}/metrics").text

    def named(self, host: str) -> httpx.Response:
        """The server's metrics, called by this name."""
        return stack.asked(f"http://127.0.0.1:{self._port}/metrics", headers={"host": host})

    def gateway_text(self, path: str = PATH) -> str:
        return stack.asked(f"http://127.0.0.1:{self.gateway_port}{path}").text

    def sample(self, name: str, **labels: str) -> float:
        return sum(
            sample.value
            for sample in samples(self.text())
            if sample.name == name and labels.items() <= sample.labels.items()
        )

    def log(self) -> str:
        return "".join(file.read_text() for file in self.folder.glob("*.log"))


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    folder = tmp_path_factory.mktemp("metrics")
    port = free_ports(2)  # of the server, and of the gateway
    more = {
        "openai_api_key": KEY_OF_MODEL,
        "openai_base_url": "http://127.0.0.1:9",
        "log_level": "DEBUG",
        "log_format": "json",
    }
    settings = {"sample_records": 500, "metrics_port": port, "auth_secret": SECRET, **more}
    of_gateway: dict[str, object] = {"auth_secret": SECRET, "metrics_port": port, "rate_limit_per_address": 1_000_000}
    of_gateway["envoy_admin_port"] = ADMIN_PORT
    with stack.server(folder, **settings) as grpc_port, stack.envoy(folder, grpc_port, **of_gateway) as gateway:
        yield Seen(gateway, port, folder)


def test_calls_are_counted_by_method_and_code(seen: Seen) -> None:
    of = {"method": "DashboardService/GetKpis"}
    before = seen.sample("bi_rpc_seconds_count", **of)
    headers = {"authorization": f"Bearer {token()}"}
    for path in (KPIS, KPIS, KPIS + "&region=Nowhere"):
        seen.gateway.get(path, **headers)
    seen.gateway.get(KPIS)
    assert seen.sample("bi_rpc_seconds_count", **of) == before + 4
    for code, count in (("OK", 2), ("INVALID_ARGUMENT", 1), ("UNAUTHENTICATED", 1)):
        assert seen.sample("bi_rpc_seconds_count", **of, code=code) == count
    assert seen.sample("bi_answer_cache_total", found="hit") == 1
    assert seen.sample("bi_rows") == 500
    assert (seen.sample("bi_database_away"), seen.sample("bi_build_info")) == (0, 1)
    assert 0 <= seen.sample("bi_snapshot_age_seconds") < stack.PATIENCE


def test_nothing_that_is_secret_is_told(seen: Seen) -> None:
    client = seen.gateway.client
    with opened(f"sqlite:///{seen.folder}/bi.db") as engine:
        key = keys.add(engine, "planted", "editor", None)
        users.add(engine, "ann", "viewer", PASSWORD)
    headers = {"origin": ORIGIN, "x-api-key": key}
    upload = {**headers, "content-type": "text/csv"}
    imported = client.post("/api/data/import", content=ROW, headers=upload)
    assert imported.json()["inserted"] == 1, imported.text
    assert seen.sample("bi_imports_total") == 1
    assert seen.sample("bi_imported_rows_total", outcome="inserted") == 1
    wrong = client.post("/api/data/import", content=ROW.replace("2024-01-05,1", "planted-date,1"), headers=upload)
    assert wrong.status_code == 400
    issued = client.post("/api/auth/token", json={"username": "ann", "password": PASSWORD}, headers=headers).json()
    client.post("/api/auth/token", json={"username": "ann", "password": PASSWORD + "x"}, headers=headers)
    client.post("/api/auth/refresh", json={"refresh_token": issued["refresh_token"]}, headers=headers)
    bearer = {"authorization": f"Bearer {issued['access_token']}"}
    assert seen.gateway.get("/api/ai/ai-insights?range=mtd", **bearer).json()["source"] == "built_in"
    assert seen.sample("bi_worded_insights_total", outcome="failed") == 1
    seen.gateway.get(KPIS, authorization=f"Bearer {issued['access_token']}x")
    for secret in (key, key[16:], PASSWORD, KEY_OF_MODEL, SECRET, *issued["access_token"].split(".")[1:]):
        assert secret not in seen.text() + seen.gateway_text() + seen.gateway_text(LONG_ANSWERS_PATH)
        assert secret not in seen.log()
    for told in (issued["refresh_token"], "C-planted", "Planted Name", "planted-date"):
        assert told not in seen.text()
        assert told not in seen.log()


def test_a_log_of_objects_says_who_asked_what(seen: Seen) -> None:
    headers = {"authorization": f"Bearer {token()}", "x-request-id": "planted-request"}
    seen.gateway.get(KPIS + "&category=Nothing", **headers)
    seen.gateway.get("/api/metadata", **headers)
    lines = [json.loads(line) for line in seen.log().splitlines() if "planted-request" in line]
    told = [(one["route"], one["code"], one["principal"], one["request_id"]) for one in lines]
    assert told == [
        ("DashboardService/GetKpis", "INVALID_ARGUMENT", "token ann", "planted-request"),
        ("DataService/GetMetadata", "OK", "token ann", "planted-request"),
    ]
    assert all(one["ms"] >= 0 and one["time"] and one["logger"] == "bi_server.requests" for one in lines)


def test_rules_and_dashboard_ask_for_what_there_is(seen: Seen) -> None:
    of_gateway = samples_of_envoy(seen.gateway_text())
    told = [*samples(seen.text()), *of_gateway]
    exposed = {sample.name for sample in told} | {label for sample in told for label in sample.labels}
    rules = yaml.safe_load((MONITORING / "alerts.yaml").read_text())
    dashboard = json.loads((MONITORING / "grafana.json").read_text())
    asked = [rule["expr"] for group in rules["groups"] for rule in group["rules"]]
    asked += [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    names = {name for expression in asked for name in re.findall(r"\b(?:bi|envoy)_\w+(?=[{\[ )]|$)", expression)}
    assert {name.partition("_")[0] for name in names} == {"bi", "envoy"}
    assert names <= exposed
    for name, label, value in re.findall(r'\b(envoy_\w+){(\w+)="(\w+)"', "".join(asked)):
        assert any(sample.name == name and sample.labels[label] == value for sample in of_gateway), (name, label)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:9100", "127.0.0.1.evil.example", "[::1].a", ""])
def test_a_foreign_page_reads_no_metrics(seen: Seen, host: str) -> None:
    """Its name may be made to stand for this machine (DNS rebinding)."""
    answer = seen.named(host)
    assert answer.status_code == 403
    assert "bi_" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "LocalHost:9100", "[::1]:9100", "10.0.0.7:80"])
def test_metrics_are_read_by_names_of_ours(seen: Seen, host: str) -> None:
    assert "bi_build_info" in seen.named(host).text


def test_both_processes_of_the_gateway_are_told_and_nothing_else(seen: Seen) -> None:
    seen.gateway.get(KPIS)
    scraped = yaml.safe_load((MONITORING / "prometheus.yaml").read_text())["scrape_configs"]
    paths = {job.get("metrics_path", PATH) for job in scraped if "gateway" in job["job_name"]}
    assert paths == {PATH, LONG_ANSWERS_PATH}
    for path in paths:
        told = {sample.name: sample.value for sample in samples_of_envoy(seen.gateway_text(path))}
        assert told["envoy_server_live"] == 1
    answered = [
        sample.value
        for sample in samples_of_envoy(seen.gateway_text())
        if sample.name == "envoy_http_downstream_rq_xx" and sample.labels["envoy_http_conn_manager_prefix"] == "http"
    ]
    assert sum(answered) > 0
    page = f"http://127.0.0.1:{seen.gateway_port}"
    assert stack.asked(page + PATH, headers={"host": "evil.example"}).status_code == 404
    for path in ("/", "/stats", "/config_dump", "/metrics/../config_dump", "/quitquitquit"):
        for verb in ("GET", "POST"):
            assert httpx.request(verb, page + path, verify=False).status_code == 404


def test_the_admin_pages_are_read_by_their_own_name_and_change_nothing(seen: Seen) -> None:
    """Any page may POST to a port of this machine."""
    page = f"http://127.0.0.1:{ADMIN_PORT}"
    assert stack.asked(f"{page}/ready").text == "LIVE\n"
    assert "server::" in stack.asked(f"{page}/clusters").text
    for verb, path in (("POST", "/quitquitquit"), ("GET", "/quitquitquit"), ("POST", "/healthcheck/fail")):
        assert httpx.request(verb, page + path, verify=False).status_code in (404, 405)
    assert stack.asked(f"{page}/config_dump", headers={"host": "evil.example:9901"}).status_code == 404
    assert seen.gateway.get("/health").status_code == 200
