"""Files as nobody should send them: CSV, Parquet and JSON by Hypothesis, with options to match, as dry runs."""

import gzip
import io
import json
from dataclasses import dataclass, field
from typing import Any

import httpx
import pyarrow as pa
import pyarrow.parquet as pq
from hypothesis import strategies as st
from scripts.fuzz.examples import feed
from scripts.fuzz.figures import ORIGIN, Figures, broken_promises
from scripts.fuzz.target import Target

from bi_gateway.api import Api

COLUMNS = ("date", "revenue", "units_sold", "product_category", "region", "customer_id", "order_id")
CELLS = {
    "date": ["2024-01-31", "31.1.2024", "01/31/24 23:59", "1e400", "0000-00-00", "2024-02-30", "\u0662\u0660"],
    "revenue": ["1", "-1.50", "1.234,56", "$ 9", "1e308", "9" * 400, "nan", "inf", "(5)", "\u0663", "0x10"],
    "units_sold": ["1", "0", "-3", "1.5", "9" * 30, "1e9"],
}
ODD = ["", " ", "\x00", '"', "'", "\n", "\r", "\ufeff", "\u202e", "\U0001f600", "x" * 5000]
OPTIONS: dict[str, st.SearchStrategy[str]] = {
    "table": st.sampled_from(["sales", "traffic", "x"]),
    "map": st.sampled_from(["revenue=date", "revenue=", "=", "date=\u00e9", "x=y"]),
    "derive": st.one_of(
        st.sampled_from(["revenue = units_sold * 2", "revenue = " + "9" * 400, "revenue = 1/0", "revenue = (" * 60]),
        st.text(" =+-*/()0123456789.eabrevenuts_ld\u00e9", max_size=40),
    ),
    "set": st.sampled_from(["region=", "region=" + "R" * 300, "revenue=1e400", "region=\u0000", "date=2024-01-01"]),
    "date_format": st.one_of(
        st.sampled_from(["DD/MM/YYYY", "%d.%m.%Y", "%", "%%%", "YYYY", "%Y-%j", "%s", "%Q", "\u00e9", "x" * 500]),
        st.text("%dmYyHMSfzZjUWaAbBpDT/-. ", max_size=12),
    ),
    "decimal_comma": st.sampled_from(["true", "false"]),
    "delimiter": st.one_of(
        st.sampled_from(["\u00e9", "\t", ";", "||", "\x00", '"', "\n", "\U0001f600"]), st.text(max_size=2)
    ),
    "on_duplicate": st.sampled_from(["skip", "replace", "fail", "x"]),
    "order_lines": st.sampled_from(["true", "false"]),
    "file_name": st.text(max_size=20),
}
TYPES = [
    pa.int8(), pa.uint64(), pa.float16(), pa.float64(), pa.bool_(), pa.string(), pa.large_string(), pa.binary(),
    pa.binary(3), pa.date32(), pa.date64(), pa.time64("ns"), pa.timestamp("ns"), pa.timestamp("s", "UTC"),
    pa.duration("us"), pa.decimal128(38, 10), pa.decimal256(70, 2), pa.list_(pa.int8()), pa.null(),
    pa.struct([("a", pa.int8())]), pa.map_(pa.string(), pa.int8()), pa.dictionary(pa.int8(), pa.string()),
]  # fmt: skip


@dataclass(frozen=True)
class Upload:
    """One request to import."""

    kind: str
    body: bytes
    content_type: str
    options: dict[str, str] = field(default_factory=dict)


options = st.fixed_dictionaries({}, optional=OPTIONS)


def _cell(column: str) -> st.SearchStrategy[str]:
    odd = st.one_of(st.sampled_from(ODD), st.text(max_size=12))
    return st.one_of(st.sampled_from(CELLS.get(column, ["Books", "North", "C1"])), odd)


@st.composite
def csv(draw: st.DrawFn) -> Upload:
    """Lines that are nearly right, in any encoding, now and then packed or cut off."""
    columns = draw(st.lists(st.sampled_from([*COLUMNS, "", "extra", "date"]), min_size=1, max_size=9))
    if draw(st.booleans()):
        columns = list(COLUMNS)
    rows = draw(st.lists(st.tuples(*map(_cell, columns)), max_size=6))
    between, end = draw(st.sampled_from([",", ";", "\t", "|"])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = end.join([between.join(columns), *(between.join(row) for row in rows)]) + end
    body = text.encode(draw(st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "latin-1", "cp1252"])), "replace")
    if draw(st.integers(0, 4)) == 0:
        body = gzip.compress(body)
    body = draw(damaged(body)) if draw(st.integers(0, 3)) == 0 else body
    kind = draw(st.sampled_from(["text/csv", "application/gzip", "application/octet-stream", "application/x-xz"]))
    return Upload("CSV", body, kind, draw(options))


@st.composite
def damaged(draw: st.DrawFn, body: bytes) -> bytes:
    """The same bytes with some of them changed, or without an end."""
    changed = bytearray(body)
    for _ in range(draw(st.integers(0, 4))):
        if changed:
            changed[draw(st.integers(0, len(changed) - 1))] ^= 1 << draw(st.integers(0, 7))
    return bytes(changed[: draw(st.integers(0, len(changed)))] if draw(st.booleans()) else changed)


@st.composite
def parquet(draw: st.DrawFn) -> Upload:
    """Columns of any type, and files with flipped bits."""
    arrays = {}
    for name in draw(st.lists(st.sampled_from([*COLUMNS, "extra"]), unique=True, min_size=1)) or COLUMNS:
        arrays[name] = pa.nulls(3, draw(st.sampled_from(TYPES)))
    if draw(st.booleans()):
        arrays |= {"date": pa.array(["2024-01-01"] * 3), "revenue": pa.array([1.5, float("nan"), None])}
        arrays |= {"units_sold": pa.array([1, 2, 2**62]), "region": pa.array(["N", "\x00", "S"])}
    try:
        sink = io.BytesIO()
        pq.write_table(pa.table(arrays), sink)
        body = sink.getvalue()
    except pa.ArrowException:  # a type that Parquet does not know
        body = b"PAR1PAR1"
    return Upload("Parquet", draw(damaged(body)), "application/vnd.apache.parquet", draw(options))


@st.composite
def json_body(draw: st.DrawFn) -> Upload:
    """JSON where a file belongs."""
    values = st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=8,
    )
    text = draw(st.one_of(values.map(_printed), st.sampled_from(["{", "[" * 5000, '{"a":' * 500, "\ud800", "1e999"])))
    kind = draw(st.sampled_from(["application/json", "text/csv", "application/x-www-form-urlencoded", ""]))
    return Upload("JSON", text.encode(errors="surrogatepass"), kind, draw(options))


def _printed(value: Any) -> str:
    return json.dumps(value)


def run(target: Target, figures: Figures, seconds: float, seed: int) -> None:
    """For so long."""
    routes = [(route.verb, route.path.replace("{kpi}", "orders")) for route in Api.load().routes]
    with httpx.Client(base_url=target.url, timeout=60, headers={"origin": ORIGIN}) as client:

        def send(upload: Upload) -> None:
            verb, path = "POST", "/api/data/import"
            if upload.kind == "JSON":
                verb, path = routes[len(upload.body) % len(routes)]
            headers = {"content-type": upload.content_type} if upload.content_type else {}
            query = {**upload.options, "dry_run": "true"} if path.endswith("import") else {}
            answer = client.request(verb, path, params=query, content=upload.body, headers=headers)
            broken = broken_promises(answer.status_code, answer.headers, answer.text)
            asked = f"{verb} {answer.url} {upload.content_type} {upload.body[:300]!r}"
            figures.note(f"file {upload.kind}", answer.status_code, asked, broken)

        for strategy in (csv(), parquet(), json_body()):
            feed(strategy, send, seconds / 3, seed)
