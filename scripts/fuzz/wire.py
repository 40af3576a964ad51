"""What is sent as bare bytes, and what comes back."""

import socket

from hypothesis import strategies as st
from scripts.fuzz.figures import ORIGIN

SILENCE_SECONDS = 0.3  # after this nothing more comes for what was sent
AT_ONCE = 10  # connections: most of them are silent
MOST_BYTES = 1 << 21
KPIS = "/api/dashboard/kpis?start_date=2024-01-01&end_date=2024-01-31"
HEADERS = f"Host: localhost\r\nOrigin: {ORIGIN}\r\n"


@st.composite
def changed(draw: st.DrawFn, originals: list[bytes]) -> bytes:
    """One of these, with a few bytes altered, doubled, put in or left out."""
    data = bytearray(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(0, 5))):
        at, kind = draw(st.integers(0, len(data))), draw(st.integers(0, 3))
        if kind == 0:
            data[at : at + 1] = draw(st.binary(max_size=3))
        elif kind == 1:
            data[at:at] = draw(st.sampled_from([b"\r\n", b"\0", b"\xff\xfe", b"%00", b"%ff", b": ", b"\n", b" " * 200]))
        elif kind == 2:
            del data[at : at + draw(st.integers(1, 40))]
        else:
            data[at:at] = data[: draw(st.integers(1, 60))]
    return bytes(data)


def said(port: int, sent: bytes) -> bytes:
    """What comes back for these bytes until nothing more does."""
    answer = b""
    with socket.create_connection(("127.0.0.1", port), 30) as connection:
        connection.settimeout(SILENCE_SECONDS)
        try:
            connection.sendall(sent)
            while (piece := connection.recv(1 << 16)) and len(answer) < MOST_BYTES:
                answer += piece
        except OSError:  # silence, or closed on us
            pass
    return answer
