"""The answer that the README shows is one that this product gives."""

import json
import re
from pathlib import Path

from tests.gateway.stack import Gateway

README = (Path(__file__).parents[2] / "README.md").read_text()


def test_the_answer_in_the_readme_is_a_real_one(gateway: Gateway) -> None:
    asked = re.search(r"^curl 'http://localhost:8000(/api/dashboard/kpis[^']+)'$", README, re.MULTILINE)
    shown = re.search(r"```json\n\[(.*?),\n  \.\.\.\n\]\n```", README, re.DOTALL)
    assert asked is not None
    assert shown is not None
    assert gateway.client.get(asked[1]).json()[0] == json.loads(shown[1])
