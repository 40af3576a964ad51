"""What follows from a password: access tokens of a quarter of an hour, and refresh tokens that are taken once each."""

import hashlib
import hmac
import json
import re
import secrets
import time
from dataclasses import dataclass
from datetime import timedelta

import jwt
from sqlalchemy import Engine, delete, insert, select, update

from bi_server.access import users
from bi_server.access.clock import now
from bi_server.access.tokens import SECRET_ALGORITHM
from bi_server.access.users import User
from bi_server.errors import Unauthenticated
from bi_server.store.tables import sign_ins

ACCESS_SECONDS = 900
SIGN_IN_DAYS = 30  # then the password is asked for again
REFRESH_TOKEN = re.compile(r"([\w\-]{22})\.([\w\-]{43})", re.ASCII)  # which sign-in, and its present secret
AGAIN = "the refresh token is not accepted; sign in again"


@dataclass(frozen=True)
class Issued:
    """The tokens of one answer, and whose they are."""

    user: str
    access_token: str
    refresh_token: str
    expires_in: int = ACCESS_SECONDS


@dataclass(frozen=True)
class Sessions:
    """Signs users of `engine` in. The claims are those that the tokens' reader asks for."""

    engine: Engine
    secret: str
    issuer: str
    audience: str
    role_claim: str
    scope_claim: str

    def sign_in(self, name: str, password: str) -> Issued:
        """Raises Unauthenticated where the password is not the user's, or he may not sign in."""
        user = users.checked(self.engine, name, password)
        sign_in, secret = secrets.token_urlsafe(16), secrets.token_urlsafe(32)
        values = {"id": sign_in, "user_name": user.name, "digest": _digest(secret), "created": now()}
        columns = sign_ins.c
        with self.engine.execution_options(writes=True).begin() as connection:
            over = columns.user_name == user.name, columns.expires < now()
            connection.execute(delete(sign_ins).where(*over))
            expires = now() + timedelta(days=SIGN_IN_DAYS)
            connection.execute(insert(sign_ins).values(**values, expires=expires))
        return self._issued(user, sign_in, secret)

    def refresh(self, token: str) -> Issued:
        """Raises Unauthenticated where the token is none, over, or was taken before; then the sign-in ends."""
        match = REFRESH_TOKEN.fullmatch(token)
        if match is None:
            raise Unauthenticated(AGAIN)
        sign_in, digest, secret = match[1], _digest(match[2]), secrets.token_urlsafe(32)
        one = sign_ins.c.id == sign_in
        with self.engine.execution_options(writes=True).begin() as connection:
            # Read and written by one writer at a time: of two that send the same token the second comes too late.
            row = connection.execute(select(sign_ins).where(one).with_for_update()).first()
            holds = row is not None and row.revoked is None and row.expires > now()
            fits = row is not None and hmac.compare_digest(row.digest, digest)
            if holds and fits:
                connection.execute(update(sign_ins).where(one).values(digest=_digest(secret)))
            elif holds:
                connection.execute(update(sign_ins).where(one).values(revoked=now()))
        user = users.find(self.engine, row.user_name) if row is not None and holds and fits else None
        if user is None or user.disabled is not None:
            raise Unauthenticated(AGAIN)
        return self._issued(user, sign_in, secret)

    def _issued(self, user: User, sign_in: str, secret: str) -> Issued:
        issued = int(time.time())
        claims = {"sub": user.name, self.role_claim: user.role, "iat": issued, "exp": issued + ACCESS_SECONDS}
        claims |= {self.scope_claim: json.loads(user.scope)} if user.scope else {}
        claims |= {"iss": self.issuer} if self.issuer else {}
        claims |= {"aud": self.audience} if self.audience else {}
        return Issued(user.name, jwt.encode(claims, self.secret, SECRET_ALGORITHM), f"{sign_in}.{secret}")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
