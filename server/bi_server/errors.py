"""What can go wrong, in the domain's own words; knows nothing of gRPC or HTTP.

Every message names the field, the value and the remedy, because it is shown to the caller as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Violation:
    """One wrong field of a request: its name on the wire and what is wrong with its value."""

    field: str
    description: str


class BiError(Exception):
    """Root of the errors a caller may see. `reason` is a stable, machine-readable UPPER_SNAKE_CASE word."""

    reason = "INTERNAL"

    def __init__(self, message: str, **metadata: str) -> None:
        super().__init__(message)
        self.message = message
        self.metadata = metadata

    def __reduce__(self) -> tuple[Any, ...]:
        """Fit for pickling, whatever a kind of error is made from: analyses are computed in other processes."""
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[BiError], args: tuple[Any, ...]) -> BiError:
    return kind.__new__(kind, *args)


class InvalidInput(BiError):
    """The request itself is wrong, whatever the store holds. Example: `start_date=2024-02-30`."""

    reason = "INVALID_INPUT"

    def __init__(self, violations: Sequence[Violation]) -> None:
        super().__init__("; ".join(f"{v.field}: {v.description}" for v in violations))
        self.violations = tuple(violations)

    @classmethod
    def of(cls, field: str, description: str) -> "InvalidInput":
        """An error about a single field."""
        return cls([Violation(field, description)])


class InsufficientHistory(BiError):
    """The request is fine but the store holds too few days to answer it honestly."""

    reason = "INSUFFICIENT_HISTORY"


class NotFound(BiError):
    """The named thing does not exist. Example: `undo` of an import that was never made."""

    reason = "NOT_FOUND"


class ImportConflict(BiError):
    """The import cannot be undone as things stand. Example: a later one has replaced rows of it."""

    reason = "IMPORT_CONFLICT"


class Unauthenticated(BiError):
    """Who calls does not say who he is, or not so that it can be believed."""

    reason = "UNAUTHENTICATED"


class PermissionDenied(BiError):
    """The caller is known and may not do that. Example: an import by a viewer."""

    reason = "PERMISSION_DENIED"


class Overloaded(BiError):
    """More is asked for than is answered in time; the same request may succeed later."""

    reason = "OVERLOADED"


class RateLimited(Overloaded):
    """The caller asks more often than he may; `retry_seconds` later he may again."""

    reason = "RATE_LIMITED"

    def __init__(self, message: str, retry_seconds: int) -> None:
        super().__init__(message)
        self.retry_seconds = retry_seconds


class StoreUnavailable(BiError):
    """The database cannot be reached or did not answer in time; the same request may succeed later."""

    reason = "STORE_UNAVAILABLE"


class KeysUnavailable(BiError):
    """What credentials are checked with cannot be read; the same request may succeed later."""

    reason = "KEYS_UNAVAILABLE"


class Abandoned(BiError):
    """Whoever asked has left before it was done; nothing has been changed."""

    reason = "ABANDONED"
