"""GetInsights through the stub, with and without a model, and with one that lies."""

from typing import Any

import grpc
import pytest
from pydantic import SecretStr
from tests.narration.chat_server import ChatServer, answered, chat_server, drafts
from tests.rpc.serving import Client, Servers, violations, write

from bi.v1.ai_pb2 import GetInsightsRequest, GetInsightsResponse
from bi.v1.ai_pb2_grpc import AiServiceStub

YEAR = {"start_date": "2024-01-01", "end_date": "2024-12-31"}


def ask(client: Client, **parameters: Any) -> GetInsightsResponse:
    return AiServiceStub(client.channel).GetInsights(GetInsightsRequest(**{**YEAR, **parameters}))


@pytest.fixture(scope="module")
def store(servers: Servers, sample: Client) -> str:
    """The sample data once more, for servers with other settings."""
    url = servers.database()
    write(url, sample.books)
    return url


def with_model(servers: Servers, store: str, sample: Client, model: ChatServer) -> Client:
    key = SecretStr("sk-of-a-test")
    return servers.serve(
        store, sample.books, openai_api_key=key, openai_base_url=model.base_url, openai_timeout_seconds=2.0
    )


def test_claims_are_ranked_and_rest_on_facts(sample: Client) -> None:
    answer = ask(sample)
    assert answer.source == "built_in"
    assert not answer.source_reason
    first = answer.insights[0]
    assert first.type == "growth"
    revenue = {year: sum(s.cents for s in sample.books.sales if s.day.year == year) for year in (2023, 2024)}
    facts = {fact.metric: fact.value for fact in first.evidence}
    assert round(facts["revenue"] * 100) == revenue[2024]
    assert round(facts["previous_revenue"] * 100) == revenue[2023]
    assert all(insight.evidence and insight.text and 0 <= insight.score <= 1 for insight in answer.insights)
    assert len({insight.id for insight in answer.insights}) == len(answer.insights) <= 8
    assert len(ask(sample, limit=1).insights) == 1


def test_days_without_any_sales_in_a_row_are_told(sample: Client) -> None:
    told = [insight.text for insight in ask(sample).insights if insight.type == "data_problem"]
    assert any("February 13" in text and "16, 2024" in text for text in told), told


def test_a_truthful_model_words_them_once(servers: Servers, store: str, sample: Client) -> None:
    with chat_server(lambda findings: answered(drafts(findings))) as model:
        client = with_model(servers, store, sample, model)
        answer = ask(client)
        assert (answer.source, answer.source_reason) == ("openai", "")
        assert [i.text for i in answer.insights] == [i.text for i in ask(sample).insights]
        assert ask(client) == answer
        assert len(model.requests) == 1  # the second answer is the kept one
        empty = ask(client, start_date="2031-01-01", end_date="2031-01-31")
        assert [insight.type for insight in empty.insights] == ["no_data"]
        assert len(model.requests) == 1


def test_a_lie_falls_back_and_is_not_kept(servers: Servers, store: str, sample: Client) -> None:
    def lie(findings: list[dict[str, Any]]) -> str:
        return answered(dict.fromkeys(drafts(findings), "Revenue rose 99.9% to $77."))

    with chat_server(lie) as model:
        client = with_model(servers, store, sample, model)
        for asked in (1, 2):
            answer = ask(client)
            assert answer.source == "built_in"
            assert "fact check" in answer.source_reason
            assert not any("99.9" in insight.text for insight in answer.insights)
            assert len(model.requests) == asked


@pytest.mark.parametrize(
    ("parameters", "field"),
    [({"limit": 0}, "limit"), ({"limit": 21}, "limit"), ({"end_date": ""}, "end_date"), ({"region": ["x"]}, "region")],
)
def test_bad_parameters_are_named(sample: Client, parameters: dict[str, Any], field: str) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        ask(sample, **parameters)
    assert list(violations(raised.value)) == [field]
