"""Loaded by Schemathesis: our own promises as one more check, and how many answers of which status there were."""

import atexit
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import JsonSchemaError
from scripts.fuzz.figures import broken_promises

STATUSES: Counter[int] = Counter()


@schemathesis.check
def promises(_context: schemathesis.CheckContext, response: schemathesis.Response, _case: Any) -> None:
    """Shape, CORS, request id, no 5xx but 503."""
    STATUSES[response.status_code] += 1
    headers = {name.lower(): values[0] for name, values in response.headers.items()}
    text = response.content.decode(errors="replace")  # some are workbooks and pages
    broken = broken_promises(response.status_code, headers, text)
    assert not broken, ", ".join(broken)


@schemathesis.hook
def filter_failure(_context: Any, failure: Any, case: Any, response: schemathesis.Response) -> bool:
    """Leaves out what is meant: an empty parameter is one that is not given, and the document has a stream's bytes."""
    if isinstance(failure, AcceptedNegativeData):
        return "" not in (case.query or {}).values()
    is_stream = "text/event-stream" in response.headers.get("content-type", [""])[0]
    return not (isinstance(failure, JsonSchemaError) and is_stream)


@atexit.register
def write() -> None:
    """For the process that has started this one."""
    Path(os.environ["FUZZ_FIGURES"]).write_text(json.dumps(STATUSES))
