"""What the log says of calls that have ended: in words, and as the fields of a log of objects."""

import logging
from typing import NamedTuple

import grpc

from bi_server.access.principal import Permission, Principal
from bi_server.errors import BiError, ImportConflict, InvalidInput
from bi_server.rpc.status import status_of

log = logging.getLogger("bi_server.requests")
audit = logging.getLogger("bi_server.audit")  # who changed what, and who was refused


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


def succeeded(call: Ended, *, is_audited: bool) -> None:
    """Changes and what `is_audited` are told in any case."""
    extra = call.fields(grpc.StatusCode.OK)
    if is_audited or call.needed >= Permission.WRITE:
        audit.info("%s OK by %s [%s]", call.route, call.caller, call.request_id, extra=extra)
    log.debug("%s ok in %.1f ms [%s]", call.route, call.seconds * 1e3, call.request_id, extra=extra)


def failed(call: Ended, error: Exception, *, is_audited: bool) -> None:
    """As the caller is told, but for the values of rows; what is no error of ours with its traceback."""
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
    if is_audited or call.caller is None or call.needed >= Permission.WRITE:
        who = call.caller or "a stranger"
        audit.info("%s %s by %s [%s]", call.route, code.name, who, call.request_id, extra=extra)


def _without_rows(error: Exception, message: str) -> str:
    if isinstance(error, InvalidInput):
        return "; ".join(f"{violation.field} is wrong" for violation in error.violations)
    return error.reason if isinstance(error, ImportConflict) else message
