"""AuthService: tokens for users with a password. Reads no data."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bi.v1 import auth_pb2 as pb
from bi_server.errors import Unauthenticated
from bi_server.store.away import reaching
from bi_server.workers import Threads

if TYPE_CHECKING:
    from bi_server.access.sessions import Issued, Sessions

audit = logging.getLogger("bi_server.audit")

TOKEN_TYPE = "Bearer"


class AuthService:
    """Checking a password takes a tenth of a second and 64 MiB: `workers` bound how many are. None: no users here."""

    def __init__(self, sessions: "Sessions | None", workers: Threads) -> None:
        self._sessions = sessions
        self._workers = workers

    async def SignIn(self, request: pb.SignInRequest) -> pb.SignInResponse:
        sessions = self._known()
        issued = await self._asked(lambda: sessions.sign_in(request.username, request.password))
        audit.info("user %s has signed in", issued.user)
        return pb.SignInResponse(**_fields(issued))

    async def Refresh(self, request: pb.RefreshRequest) -> pb.RefreshResponse:
        sessions = self._known()
        issued = await self._asked(lambda: sessions.refresh(request.refresh_token))
        return pb.RefreshResponse(**_fields(issued))

    def _known(self) -> "Sessions":
        if self._sessions is None:
            raise Unauthenticated("nobody can sign in here: AUTH_SECRET is not set")
        return self._sessions

    async def _asked(self, question: "Callable[[], Issued]") -> "Issued":
        def ask() -> "Issued":
            with reaching():
                return question()

        return await self._workers.run(ask)


def _fields(issued: "Issued") -> dict[str, Any]:
    return {
        "access_token": issued.access_token,
        "token_type": TOKEN_TYPE,
        "expires_in": issued.expires_in,
        "refresh_token": issued.refresh_token,
    }
