"""HTTP/1.1 as no client sends it."""

from hypothesis import strategies as st
from scripts.fuzz.examples import feed
from scripts.fuzz.figures import ORIGIN, Figures, broken_promises
from scripts.fuzz.target import Target
from scripts.fuzz.wire import AT_ONCE, HEADERS, KPIS, changed, said

IMPORT = f"POST /api/data/import?dry_run=true HTTP/1.1\r\n{HEADERS}Content-Type: text/csv\r\n"
REQUESTS = [
    f"GET {KPIS} HTTP/1.1\r\n{HEADERS}\r\n",
    f"HEAD /docs HTTP/1.1\r\n{HEADERS}Range: bytes=0-1\r\nIf-None-Match: *\r\n\r\n",
    f"GET {KPIS} HTTP/1.1\r\n{HEADERS}grpc-timeout: 1S\r\nContent-Length: 3\r\n\r\nabc",
    f"{IMPORT}Content-Length: 5\r\n\r\na,b\n1",
    f"{IMPORT}Transfer-Encoding: chunked\r\n\r\n5\r\na,b\n1\r\n0\r\n\r\n",
    f"OPTIONS {KPIS} HTTP/1.1\r\n{HEADERS}Access-Control-Request-Method: GET\r\n\r\n",
]
LINES = [
    "Content-Length: -1",
    "Transfer-Encoding: x",
    "Expect: 100-continue",
    "grpc-timeout: x",
    "content-type: application/grpc",
    "te: trailers",
    "x: \x01",
    "Upgrade: h2c",
    "x-request-id: a\tb",
    f"x: {'y' * 60_000}",
    "accept-encoding: br;q=x",
]


@st.composite
def requests(draw: st.DrawFn) -> bytes:
    """A request that is nearly one, or no request at all."""
    text = draw(st.sampled_from(REQUESTS))
    for line in draw(st.lists(st.sampled_from(LINES), max_size=2)):
        text = text.replace("\r\n", f"\r\n{line}\r\n", 1)
    sent = text.encode("latin-1")
    return sent if draw(st.booleans()) else draw(st.one_of(changed([sent]), st.binary(max_size=200)))


def run(target: Target, figures: Figures, seconds: float, seed: int) -> None:
    """For so long."""
    feed(requests(), lambda sent: check(figures, sent, said(target.http_port, sent)), seconds, seed, AT_ONCE)


def check(figures: Figures, sent: bytes, answer: bytes) -> None:
    """The first answer: a length that was changed makes further requests of what follows."""
    head, _, rest = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    if not first.startswith("HTTP/1.1 "):
        figures.note("HTTP/1.1", "none", repr(sent), [f"said {first!r}"] if first else [])
        return
    status = int(first.split()[1])
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    length = headers.get("content-length", "")
    body = rest[: int(length)].decode(errors="replace") if length.isdigit() else ""
    asked = sent.partition(b"\r\n\r\n")[0] + b"\r\n"
    of_page = f"\r\nOrigin: {ORIGIN}\r\n".encode() in asked and asked.count(b"\r\nOrigin:") == 1
    is_json = b"application/grpc" not in sent
    is_meant = status == 501 and b"\r\nTransfer-Encoding: x\r\n" in asked  # RFC 9112, section 6.1
    judged = status >= 200 and is_json and not is_meant
    broken = broken_promises(status, headers, body, origin_sent=of_page) if judged else []
    figures.note("HTTP/1.1", status, repr(sent), broken)
