"""What the log says of calls that have ended: in words, and as the fields of a log of objects.

Of calls that fail alike the first of a minute are told each, and the others by their number: whoever is refused again
and again, or guesses passwords, shall neither fill a disk nor hide among his own lines.
"""

import asyncio
import logging
from collections import Counter
from typing import NamedTuple

import grpc

from bi_server.access.principal import Permission, Principal
from bi_server.errors import BiError, ImportConflict, InvalidInput, Unauthenticated
from bi_server.rpc.status import status_of

log = logging.getLogger("bi_server.requests")
audit = logging.getLogger("bi_server.audit")  # who changed what, and who was refused


TOLD_EACH = 100  # of calls that fail alike, in an interval
INTERVAL_SECONDS = 60


class Ended(NamedTuple):
    """A call; `caller` is None where it was refused before he was known."""

    route: str
    needed: Permission
    caller: Principal | None
    request_id: str
    seconds: float

    def fields(self, code: grpc.StatusCode) -> dict[str, dict[str, object]]:
        """What logging takes as `extra`, see logs.Json."""
        principal, ms = "" if self.caller is None else str(self.caller), round(self.seconds * 1e3, 1)
        named = {"request_id": self.request_id, "principal": principal, "route": self.route}
        return {"call": {**named, "code": code.name, "ms": ms}}


class Alike(NamedTuple):
    """What calls that fail alike have in common."""

    route: str
    code: str
    who: str

    def __str__(self) -> str:
        return f"{self.route} {self.code} by {self.who}"


class CallLog:
    """For one event loop."""

    def __init__(self) -> None:
        self._failed: Counter[Alike] = Counter()  # since the last interval ended

    def failed(self, call: Ended, error: Exception, *, is_audited: bool) -> None:
        """As the caller is told, but for the values of rows; what is no error of ours with its traceback.

        Changes of callers who are known are told in any case.
        """
        code, _, _ = status_of(error)
        alike = Alike(call.route, code.name, str(call.caller or "a stranger"))
        if not self._failed:
            asyncio.get_running_loop().call_later(INTERVAL_SECONDS, self._tell_others)
        self._failed[alike] += 1
        is_change = call.caller is not None and call.needed >= Permission.WRITE
        if is_change or self._failed[alike] <= TOLD_EACH:
            _tell_failed(call, error, alike.who, is_audited=is_audited)
        elif self._failed[alike] == TOLD_EACH + 1:
            audit.warning("%s comes often: further ones are counted, for %d s at most", alike, INTERVAL_SECONDS)

    def _tell_others(self) -> None:
        for alike, times in self._failed.items():
            if times > TOLD_EACH:
                audit.warning("%s %d times in %d s, %d of them told", alike, times, INTERVAL_SECONDS, TOLD_EACH)
        self._failed.clear()


def succeeded(call: Ended, *, is_audited: bool) -> None:
    """Changes and what `is_audited` are told in any case."""
    extra = call.fields(grpc.StatusCode.OK)
    if is_audited or call.needed >= Permission.WRITE:
        audit.info("%s OK by %s [%s]", call.route, call.caller, call.request_id, extra=extra)
    log.debug("%s ok in %.1f ms [%s]", call.route, call.seconds * 1e3, call.request_id, extra=extra)


def _tell_failed(call: Ended, error: Exception, who: str, *, is_audited: bool) -> None:
    code, message, _ = status_of(error)
    ours, extra = isinstance(error, BiError | TimeoutError), call.fields(code)
    log.log(
        logging.INFO if ours else logging.ERROR,
        "%s %s in %.1f ms: %s [%s]",
        call.route,
        code.name,
        call.seconds * 1e3,
        _without_rows(error, message) if call.needed >= Permission.WRITE else message,
        call.request_id,
        exc_info=None if ours else error,
        extra=extra,
    )
    is_refused = call.caller is None or isinstance(error, Unauthenticated)
    if is_audited or is_refused or call.needed >= Permission.WRITE:
        audit.info("%s %s by %s [%s]", call.route, code.name, who, call.request_id, extra=extra)


def _without_rows(error: Exception, message: str) -> str:
    if isinstance(error, InvalidInput):
        return "; ".join(f"{violation.field} is wrong" for violation in error.violations)
    return error.reason if isinstance(error, ImportConflict) else message
