"""Ends a long write whose caller has left."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from bi_server.errors import Abandoned


def check(left: threading.Event) -> None:
    """Raises Abandoned once the caller has left."""
    if left.is_set():
        raise Abandoned("nobody waits for the import any more; nothing was imported")


@contextmanager
def giving_up(left: threading.Event) -> Iterator[None]:
    """What fails once the caller has left fails for that: his statements are interrupted."""
    check(left)
    try:
        yield
    except Exception:
        check(left)
        raise
