"""Users of teams without an identity provider: names, roles, and passwords as argon2id hashes."""

import logging
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Engine, insert, select, update
from sqlalchemy.exc import IntegrityError

from bi_server.access.clock import now
from bi_server.access.principal import ROLES
from bi_server.access.scopes import stored
from bi_server.errors import InvalidInput, NotFound, Unauthenticated
from bi_server.store.scope import Scope
from bi_server.store.tables import sign_ins, users

LEAST_PASSWORD, MOST_PASSWORD = 12, 256  # characters
MOST_NAME = 100
FREE_ATTEMPTS = 5
FIRST_LOCK_SECONDS, LONGEST_LOCK_SECONDS = 30, 900
WRONG = "the name or the password is wrong, or there were too many attempts; check both, and try again later"

audit = logging.getLogger("bi_server.audit")
_hasher = PasswordHasher()  # argon2id with the parameters of RFC 9106 for 64 MiB


@dataclass(frozen=True)
class User:
    """A user as the store knows him; times are UTC without a zone, as in all tables."""

    name: str
    role: str
    password: str
    created: datetime
    disabled: datetime | None
    failures: int
    locked_until: datetime | None
    scope: str | None  # as `access.scopes.stored` writes it; None: he sees everything


def folded(name: str) -> str:
    """Names differ in more than case, and in how letters are composed."""
    return unicodedata.normalize("NFC", name.strip().casefold())


def is_name(name: str) -> bool:
    """Whether a user may be called so."""
    return 1 <= len(folded(name)) <= MOST_NAME and name.isprintable()


def add(engine: Engine, name: str, role: str, password: str, scope: Scope | None = None) -> None:
    """Raises InvalidInput where the user is there already, or one of the values is not taken."""
    if not is_name(name):
        raise InvalidInput.of("name", f"takes 1 to {MOST_NAME} printable characters")
    if role not in ROLES:
        raise InvalidInput.of("role", f"{role!r} is none of {', '.join(ROLES)}")
    values = {"name": folded(name), "role": role, "password": _hashed(password), "created": now()}
    values |= {"scope": stored(scope, role)}
    try:
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(users).values(**values))
    except IntegrityError:
        raise InvalidInput.of(
            "name", f"there is a user {name!r} already; `bi-server users passwd` changes him"
        ) from None


def listed(engine: Engine) -> list[User]:
    """All users by name."""
    with engine.connect() as connection:
        return [User(**row._mapping) for row in connection.execute(select(users).order_by(users.c.name))]


def find(engine: Engine, name: str) -> User | None:
    """The user of a name, in any case; None where there is none."""
    if not is_name(name):
        return None
    with engine.connect() as connection:
        row = connection.execute(select(users).where(users.c.name == folded(name))).first()
    return None if row is None else User(**row._mapping)


def change_password(engine: Engine, name: str, password: str) -> None:
    """Lets a user in with another password alone; he has to sign in again. Raises NotFound where there is none."""
    _change(engine, name, password=_hashed(password), failures=0, locked_until=None)


def limit(engine: Engine, name: str, scope: Scope | None) -> None:
    """Gives a user another scope; he has to sign in again. Raises NotFound where there is none, InvalidInput where his
    role takes no scope."""
    user = find(engine, name)
    _change(engine, name, scope=stored(scope, user.role if user else ""))


def disable(engine: Engine, name: str) -> None:
    """Lets a user in no more; a token that he has holds a quarter of an hour at most. Raises NotFound."""
    _change(engine, name, disabled=now())


def enable(engine: Engine, name: str) -> None:
    """Lets a user in again. Raises NotFound where there is none."""
    _change(engine, name, disabled=None, failures=0, locked_until=None)


def _change(engine: Engine, name: str, **values: object) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        one = update(users).where(users.c.name == folded(name)).values(**values)
        if connection.execute(one).rowcount == 0:
            raise NotFound(f"there is no user {name!r}; `bi-server users list` shows them")
        signed_in = sign_ins.c.user_name == folded(name), sign_ins.c.revoked.is_(None)
        connection.execute(update(sign_ins).where(*signed_in).values(revoked=now()))


def _hashed(password: str) -> str:
    if not LEAST_PASSWORD <= len(password) <= MOST_PASSWORD:
        raise InvalidInput.of("password", f"takes {LEAST_PASSWORD} to {MOST_PASSWORD} characters")
    return _hasher.hash(password)


@lru_cache(1)
def _nobodys() -> str:
    return _hasher.hash(secrets.token_urlsafe())


def checked(engine: Engine, name: str, password: str) -> User:
    """The user whose password it is. Raises Unauthenticated, in the same words and after the same time whatever is
    wrong: which names there are, and which of them are locked, is not told."""
    user = find(engine, name)
    is_open = user is not None and user.disabled is None and not (user.locked_until and user.locked_until > now())
    fits = len(password) <= MOST_PASSWORD and _fits(user.password if user and is_open else _nobodys(), password)
    if user is None or not is_open or not fits:
        _count_failure(engine, user.name if user and is_open else "")  # writes where there is nobody as well
        raise Unauthenticated(WRONG)
    if user.failures:
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(update(users).where(users.c.name == user.name).values(failures=0, locked_until=None))
    return user


def _fits(digest: str, password: str) -> bool:
    try:
        return _hasher.verify(digest, password)
    except (Argon2Error, InvalidHashError):
        return False


def _count_failure(engine: Engine, name: str) -> None:
    one = users.c.name == name
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(update(users).where(one).values(failures=users.c.failures + 1))
        failures = connection.execute(select(users.c.failures).where(one)).scalar() or 0
        if failures >= FREE_ATTEMPTS:
            seconds = min(FIRST_LOCK_SECONDS * 2 ** min(failures - FREE_ATTEMPTS, 10), LONGEST_LOCK_SECONDS)
            connection.execute(update(users).where(one).values(locked_until=now() + timedelta(seconds=seconds)))
            audit.warning("user %s waits for %d s after %d wrong passwords", name, seconds, failures)
