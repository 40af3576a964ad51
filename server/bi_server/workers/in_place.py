"""Computes where it is asked, for a command that answers one question and ends."""

from collections.abc import Callable
from typing import Protocol, TypeVar, TypeVarTuple

from bi_server.store.cube import Cube

T = TypeVar("T")
Request = TypeVar("Request")
More = TypeVarTuple("More")


class Analyses(Protocol):
    """Runs a function of a request, a snapshot and more, somewhere."""

    refused: int  # what found no place

    @property
    def taken(self) -> int:
        """How much work is running or waits for its turn."""

    async def run(self, function: Callable[[Request, Cube, *More], T], request: Request, cube: Cube, *more: *More) -> T:
        """The function's result, or its exception."""

    def close(self) -> None:
        """Takes nothing new."""


class InPlace:
    """Nobody else waits."""

    refused = 0
    taken = 0

    async def run(self, function: Callable[[Request, Cube, *More], T], request: Request, cube: Cube, *more: *More) -> T:
        """The function's result, or its exception."""
        return function(request, cube, *more)

    def close(self) -> None:
        """Nothing is held."""
