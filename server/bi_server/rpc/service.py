"""What the boundary must know of a servicer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from google.protobuf import descriptor


@dataclass(frozen=True)
class Service:
    """A servicer and what the boundary must know of it."""

    descriptor: descriptor.ServiceDescriptor
    servicer: object
    reads_data: bool = True
    # Whether an answer holds for all equal requests over equal data, and may be kept for them.
    is_final: Callable[[Any], bool] = lambda _response: True
    # The message of an answer, and what goes with it: headers behind the gateway.
    sent_as: Callable[[Any], tuple[Any, tuple[tuple[str, str], ...]]] = lambda response: (response, ())
    is_audited: bool = False  # also where it only reads
    is_live: bool = False  # its streams go on for as long as somebody listens
