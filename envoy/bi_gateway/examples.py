"""Requests and answers that the OpenAPI document shows, and `docs/routes` with it. Answers are real ones, over the
sample data, which `make examples` takes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Operation = dict[str, Any]
FILE = Path(__file__).with_name("examples.json")
JSON = "application/json"
CSV = "text/csv"

# Days of the sample data, so that "Try it out" answers something.
PARAMETERS = {
    "kpi": "total_revenue",
    "dimension": "category",
    "import_id": 1,
    "start_date": "2024-01-01",
    "end_date": "2024-12-31",
    "current_start": "2024-07-01",
    "current_end": "2024-12-31",
    "previous_start": "2024-01-01",
    "previous_end": "2024-06-30",
}
QUESTION = {"metric": ["revenue"], "group_by": ["category"], "order": "-revenue"}
# What says more of an operation than its defaults do.
OF_OPERATIONS: dict[str, dict[str, Any]] = {
    "GetChartData": {"granularity": "month"},
    "GetKpiHistory": {"period": "monthly"},
    "GetTrends": {"period": "90d"},
    "GetForecast": {"periods": 7},
    "Query": QUESTION,
    "ImportFile": {"file_name": "sales.csv"},
    "ExportChartDataCsv": {"granularity": "month"},
    "ExportQueryCsv": QUESTION,
}
PASSWORD = "correct horse battery staple"
TOKENS = {"access_token": "eyJhbGciOi...", "token_type": "Bearer", "expires_in": 900, "refresh_token": "Zb1x..."}
BODIES: dict[str, dict[str, Any]] = {
    "SignIn": {JSON: {"username": "ann", "password": PASSWORD}},
    "Refresh": {JSON: {"refresh_token": TOKENS["refresh_token"]}},
    "BatchQuery": {
        JSON: {"queries": [{"range": "mtd", "metric": ["revenue"]}, {"range": "ytd", "group_by": ["region"]}]}
    },
    "ImportFile": {
        CSV: "date,revenue,quantity,category,region,order_id\n"
        "2024-12-31,10.50,1,Books,North,A-1\n"
        "2024-02-30,12.00,1,Books,North,A-2\n"
    },
}
ANSWERS: dict[str, Any] = {"SignIn": TOKENS, "Refresh": TOKENS}  # nobody's


def of_parameter(operation: str, name: str) -> Any:
    """A value that says something; None where the default does."""
    return OF_OPERATIONS.get(operation, {}).get(name, PARAMETERS.get(name))


def add(paths: dict[str, dict[str, Operation]]) -> None:
    """Put bodies, and answers over the sample data, into the operations."""
    known = ANSWERS | (json.loads(FILE.read_text()) if FILE.exists() else {})
    for operation in operations(paths):
        name = operation["operationId"]
        for kind, body in BODIES.get(name, {}).items():
            operation["requestBody"]["content"][kind]["example"] = body
        if name in known:
            content = operation["responses"]["200"]["content"]
            content[JSON if JSON in content else next(iter(content))]["example"] = known[name]


def operations(paths: dict[str, dict[str, Operation]]) -> Iterator[Operation]:
    return (operation for verbs in paths.values() for operation in verbs.values())
