"""What was asked and what came of it, and the promises that every answer over HTTP is held to."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

ORIGIN = "http://localhost:3000"  # a page that may read: every answer to it must say so
SHOWN = 10  # failures that are printed in full
# Words that only an exception, a stack trace or a path of ours would bring.
INSIDES = re.compile(r"Traceback|Exception|\w+Error:|\.py\b|<class|site-packages|sqlalchemy|0x[0-9a-f]{6}", re.I)


def broken_promises(status: int, headers: Mapping[str, str], body: str, *, origin_sent: bool = True) -> list[str]:
    """What is wrong with an answer over HTTP; `headers` by lower-case name."""
    broken = []
    if status >= 500 and not (status == 503 and "retry-after" in headers):
        broken.append(f"answered {status}")
    if origin_sent and headers.get("access-control-allow-origin") != ORIGIN:
        broken.append("no CORS header")
    broken += [f"no {name}" for name in ("x-request-id", "x-content-type-options") if body and name not in headers]
    if status >= 400 and body:
        broken += _broken_shape(headers, body)
    return [*broken, f"and said {body[:500]!r}"] if broken else []


def _broken_shape(headers: Mapping[str, str], body: str) -> list[str]:
    try:
        error: Any = json.loads(body)
        assert set(error) == {"code", "message", "details"}
        assert 1 <= error["code"] <= 16
        assert error["message"]
        assert all(detail["@type"].startswith("type.googleapis.com/") for detail in error["details"])
        assert headers["content-type"] == "application/json"
    except (ValueError, AssertionError, KeyError, TypeError):
        return ["not the shape of an error"]
    return ["tells of our insides"] if INSIDES.search(error["message"]) else []


@dataclass
class Figures:
    """Requests by kind and status, and what failed."""

    statuses: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    failures: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def note(self, kind: str, status: object, asked: str, broken: list[str]) -> None:
        """One answer, and what is wrong with it."""
        with self._lock:  # several are asked at once
            self.statuses[kind][str(status)] += 1
        if broken:
            self.failures.append(f"{kind}: {', '.join(broken)}: {asked[:2000]}")

    def table(self) -> str:
        """All of it, to be printed."""
        lines = []
        for kind, counts in self.statuses.items():
            told = ", ".join(f"{status} {count:,}" for status, count in sorted(counts.items()))
            lines.append(f"{kind:20} {sum(counts.values()):>8,}  {told}")
        lines.append(f"{'failures':20} {len(self.failures):>8,}")
        return "\n".join(lines + [f"  {failure}" for failure in self.failures[:SHOWN]])
