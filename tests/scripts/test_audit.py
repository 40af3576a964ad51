"""`make audit` where no database of known holes can be asked: it says so, and is no reason for CI to fail."""

import pytest
from scripts import audit
from scripts.benchmark.stack import free_ports


@pytest.mark.parametrize(("ci", "status"), [("true", 0), ("", 2)])
def test_no_database_is_no_good_news(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ci: str, status: int
) -> None:
    monkeypatch.setenv("CI", ci)
    url = f"http://127.0.0.1:{free_ports(1)}"
    assert audit.main({"pypi": url, "osv": url}) == status
    told = capsys.readouterr().out
    assert told.startswith("NOT AUDITED")
    assert told.count("refused") == 2
