"""`make fuzz`, in short: every kind of request once, always the same ones."""

import re

import pytest
from scripts.fuzz.figures import ORIGIN, broken_promises
from tests.scripts.short_forms import printed

KINDS = ("document", "file CSV", "file Parquet", "file JSON", "HTTP/1.1", "HTTP/2", "protobuf")
FAIR = {
    "access-control-allow-origin": ORIGIN,
    "x-request-id": "1",
    "x-content-type-options": "nosniff",
    "content-type": "application/json",
}
ERROR = '{"code": 3, "message": "no", "details": [{"@type": "type.googleapis.com/google.rpc.ErrorInfo"}]}'


def test_nothing_falls_and_every_promise_is_kept() -> None:
    told = printed("scripts.fuzz", "--seconds", "8", "--seed", "1")
    for kind in KINDS:
        counted = re.search(rf"^{kind}.*?([\d,]+)  ", told, re.M)
        assert counted, told
        assert int(counted[1].replace(",", "")) > 0


@pytest.mark.parametrize(
    ("status", "headers", "body", "told"),
    [
        (500, {}, ERROR, "answered 500"),
        (503, {}, ERROR, "answered 503"),  # without saying when to come back
        (400, {"access-control-allow-origin": "*"}, ERROR, "CORS"),
        (400, {"content-type": "text/plain"}, ERROR, "shape"),
        (400, {}, "no", "shape"),
        (400, {}, ERROR.replace("3", "0"), "shape"),
        (400, {}, ERROR.replace("no", "ValueError: x"), "insides"),
    ],
)
def test_broken_promises_are_found(status: int, headers: dict[str, str], body: str, told: str) -> None:
    assert not broken_promises(400, FAIR, ERROR)
    assert told in " ".join(broken_promises(status, FAIR | headers, body))
