"""Whether the database answers, and since when it does not: what is told of the age of a snapshot."""

import logging
import time
from collections.abc import Callable

from bi_server.errors import StoreUnavailable
from bi_server.store.away import is_away, words

log = logging.getLogger(__name__)

MOST_STALE_SECONDS = 3600.0


class Contact:
    """With one database; `problem` is why it does not answer, empty while it does. All threads may use it.

    For `most_stale_seconds` after it was last heard what was read before may still be told.
    """

    def __init__(
        self, most_stale_seconds: float = MOST_STALE_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most = most_stale_seconds
        self._clock = clock
        self._heard_at: float | None = None
        self.problem = ""

    def heard(self, at: float) -> None:
        """The database answered: what was read of it was the newest at that time of the clock."""
        if self.problem and self._heard_at is not None:
            log.warning("the database is back after %.0f s", self._clock() - self._heard_at)
        self._heard_at, self.problem = at, ""

    def lost(self, problem: str, error: BaseException | None = None) -> None:
        """It did not answer, or its data cannot be read."""
        if problem != self.problem:
            log.error(
                "the store cannot be read: %s%s",
                problem,
                "" if error is None else f" ({type(error).__name__}: {words(error)})",
                exc_info=None if error is None or is_away(error) else error,
            )
        self.problem = problem

    @property
    def age(self) -> float:
        """Seconds since what was read last was known to be the newest."""
        return float("inf") if self._heard_at is None else self._clock() - self._heard_at

    @property
    def is_too_old(self) -> bool:
        """Whether what was read last may no longer be told."""
        return bool(self.problem) and (self._most == 0 or self.age > self._most)

    def unavailable(self) -> StoreUnavailable:
        """What to tell a caller who can be told nothing else."""
        age = self.age
        since = "" if age == float("inf") else f"; it last answered {age:,.0f} s ago"
        if self._most and since and self.is_too_old:
            since += f", and MAX_STALE_SECONDS is {self._most:,.0f}"
        return StoreUnavailable(f"{self.problem or 'the store has not been read yet'}{since}; try again later")
