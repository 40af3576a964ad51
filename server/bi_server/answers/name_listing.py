"""ListNames: the names of a dimension, in pages."""

import base64
from bisect import bisect_right

from bi.v1 import data_pb2 as pb
from bi_server.answers import filters, requests
from bi_server.errors import InvalidInput
from bi_server.store.cube import Cube
from bi_server.store.segments import fold

DEFAULT_SIZE, MAX_SIZE = 100, 1000


def list_names(request: pb.ListNamesRequest, cube: Cube) -> pb.ListNamesResponse:
    """The whole answer. Raises InvalidInput for bad parameters, StoreUnavailable while a wide dimension's database is
    away."""
    dimension = filters.dimension("dimension", request.dimension, cube)
    asked = request.page_size if request.HasField("page_size") else DEFAULT_SIZE
    size = requests.whole_number("page_size", asked, 1, MAX_SIZE)
    wanted = fold(request.search)
    # By this order a page ends at a name, and the next one begins after it, whatever has come in meanwhile.
    order = sorted((fold(name), name) for name in filters.names_of(dimension, cube))
    found = [one for one in order if wanted in one[0]]
    start = bisect_right(found, _read_token(request.page_token)) if request.page_token else 0
    page = [name for _, name in found[start : start + size]]
    return pb.ListNamesResponse(
        names=page,
        next_page_token=_token(page[-1]) if start + size < len(found) else "",
        total_names=len(found),
        data_version=cube.version,
    )


def _token(name: str) -> str:
    return base64.urlsafe_b64encode(name.encode()).decode().rstrip("=")


def _read_token(text: str) -> tuple[str, str]:
    try:
        name = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        raise InvalidInput.of("page_token", f"{text[:40]!r} is none of ours; take `next_page_token` as it is") from None
    return fold(name), name
