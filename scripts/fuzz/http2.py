"""HTTP/2 as no client sends it, at both ports."""

from collections.abc import Iterator
from typing import NamedTuple

from h2.config import H2Configuration
from h2.connection import H2Connection
from hpack import Decoder, HPACKError
from hyperframe.exceptions import HyperframeError
from hyperframe.frame import Frame, HeadersFrame
from hypothesis import strategies as st
from scripts.fuzz.examples import feed
from scripts.fuzz.figures import INSIDES, Figures
from scripts.fuzz.target import Target
from scripts.fuzz.wire import AT_ONCE, KPIS, changed, said

LAX = H2Configuration(validate_outbound_headers=False, normalize_outbound_headers=False)
VERBS = [b"POST", b"GET", b"FOO", b"CONNECT", b""]
FAIR = [(b"te", b"trailers"), (b"content-type", b"application/grpc"), (b"grpc-timeout", b"1S"), (b"x", b"y" * 9000)]
NAMES = [b"te", b"grpc-timeout", b"content-type", b"x-request-id", b"connection", b"Upper", b":x", b"", b"a b"]
VALUES = [b"trailers", b"x", b"1S", b"application/grpc", b"application/json", b"", b"\n"]
# Not among them is a path that is not UTF-8: gRPC's server falls over it at its own port, and is started again.
PATHS = [KPIS.encode(), b"/bi.v1.DashboardService/GetKpis", b"/health", b"*", b"", b"x"]


class Stream(NamedTuple):
    """What one of them is made of."""

    headers: list[tuple[bytes, bytes]]
    data: bytes | None
    ends: bool


@st.composite
def streams(draw: st.DrawFn) -> Stream:
    """Headers that are mostly in order, with or without data and an end."""
    is_odd = draw(st.integers(0, 3)) == 0  # one odd header ends the connection, and what else is on it
    headers = [
        (b":method", draw(st.sampled_from([b"GET", b"POST", b"FOO", b"CONNECT", b""] if is_odd else [b"POST", b"GET"])))
    ]
    headers += [(b":scheme", b"http"), (b":authority", b"localhost")]
    headers += [(b":path", draw(st.sampled_from(PATHS if is_odd else PATHS[:3])))]
    headers += draw(st.lists(st.sampled_from(FAIR), max_size=3, unique=True))
    if is_odd:
        headers += draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=3))
        headers = draw(st.permutations(headers))
    data = draw(st.none() | st.binary(max_size=20) | st.sampled_from([b"\0\0\0\0\0", b"\0" + b"\xff" * 4]))
    return Stream(headers, data, draw(st.booleans()))


def sent_bytes(opened: list[Stream]) -> bytes:
    """Of a client that checks nothing."""
    connection = H2Connection(LAX)
    connection.initiate_connection()
    for headers, data, ends in opened:
        stream = connection.get_next_available_stream_id()
        connection.send_headers(stream, headers, end_stream=ends and data is None)
        if data is not None:
            connection.send_data(stream, data, end_stream=ends)
    return bytes(connection.data_to_send())


def run(target: Target, figures: Figures, seconds: float, seed: int) -> None:
    """For so long, half of it at each port."""
    whole = st.lists(streams(), min_size=1, max_size=4).map(sent_bytes)
    bent = st.one_of(whole, whole.flatmap(lambda sent: changed([sent])))  # any bytes, so any path
    for name, port, requests in (("HTTP", target.http_port, bent), ("gRPC", target.grpc_port, whole)):
        kind = f"HTTP/2, {name} port"

        def check(sent: bytes, kind: str = kind, port: int = port) -> None:
            found = list(header_blocks(said(port, sent)))
            for headers in found:
                status = int(headers.get("status", "200"))
                broken = [f"answered {status}"] if status >= 500 and status != 503 else []
                text = headers.get("grpc-message", "")
                broken += [f"tells of our insides, {text!r}"] if INSIDES.search(text) else []
                figures.note(kind, status, repr(sent), broken)
            if not found:
                figures.note(kind, "none", repr(sent), [])

        feed(requests, check, seconds / 2, seed, AT_ONCE)


def header_blocks(answer: bytes) -> Iterator[dict[str, str]]:
    """Headers and trailers of all streams, as far as they have come."""
    decoder = Decoder()
    while len(answer) >= 9:
        try:
            frame, length = Frame.parse_frame_header(memoryview(answer[:9]))
            frame.parse_body(memoryview(answer[9 : 9 + length]))
            if isinstance(frame, HeadersFrame):
                fields = decoder.decode(frame.data)
                yield {str(name).lstrip(":"): str(value) for name, value in fields}
        except (HyperframeError, HPACKError, UnicodeDecodeError):
            return
        answer = answer[9 + length :]
