"""API keys of services: `bi_<id>_<secret>`. The store has their hashes; the id is what is shown."""

import asyncio
import hashlib
import hmac
import json
import logging
import re
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as waited
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError

from bi_server.access.clock import now
from bi_server.access.principal import ROLES, Principal
from bi_server.access.scopes import dimensions_of, scope_of, stored
from bi_server.errors import InvalidInput, KeysUnavailable, NotFound, PermissionDenied, Unauthenticated
from bi_server.store.looking_up import ANSWER_SECONDS, in_thread
from bi_server.store.scope import Scope
from bi_server.store.tables import api_keys

log = logging.getLogger(__name__)

KEY = re.compile(r"bi_([0-9a-f]{12})_[\w\-]{43}", re.ASCII)
FRESH_SECONDS = 10.0  # a key that is revoked is taken for so long
PAUSE_SECONDS = 1.0  # between two looks for keys that are not known: guessing costs the database nothing
NOTED_SECONDS = 60.0  # `last_used` is so exact
WAIT_SECONDS = 1.0  # for an import that writes; then the next use is noted


@dataclass(frozen=True)
class ApiKey:
    """A key as the store knows it; times are UTC without a zone, as in all tables."""

    id: str
    name: str
    role: str
    digest: str
    created: datetime
    expires: datetime | None
    last_used: datetime | None
    revoked: datetime | None
    scope: str | None  # as `access.scopes.stored` writes it; None: its bearer sees everything


def digest_of(key: str) -> str:
    """A key has 256 random bits: one round of a plain hash is as good as a slow one."""
    return hashlib.sha256(key.encode()).hexdigest()


def add(engine: Engine, name: str, role: str, days: int | None, scope: Scope | None = None) -> str:
    """Makes a key, and returns it: nobody can show it again."""
    if role not in ROLES:
        raise InvalidInput.of("role", f"{role!r} is none of {', '.join(ROLES)}")
    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise InvalidInput.of("name", "takes 1 to 100 printable characters that say who uses the key")
    if days is not None and not 1 <= days <= 3660:
        raise InvalidInput.of("--days", f"{days} is outside 1 to 3660")
    key_id = secrets.token_hex(6)
    key = f"bi_{key_id}_{secrets.token_urlsafe(32)}"
    expires = None if days is None else now() + timedelta(days=days)
    values = {"id": key_id, "name": name.strip(), "role": role, "digest": digest_of(key), "scope": stored(scope, role)}
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(insert(api_keys).values(**values, created=now(), expires=expires))
    return key


def listed(engine: Engine) -> list[ApiKey]:
    """All keys, the oldest first."""
    with engine.connect() as connection:
        return [ApiKey(**row._mapping) for row in connection.execute(select(api_keys).order_by(api_keys.c.created))]


def revoke(engine: Engine, key_id: str) -> None:
    """Ends a key, within FRESH_SECONDS. Raises NotFound where there is none that still holds."""
    one = update(api_keys).where(api_keys.c.id == key_id.strip(), api_keys.c.revoked.is_(None))
    with engine.execution_options(writes=True).begin() as connection:
        if connection.execute(one.values(revoked=now())).rowcount == 0:
            raise NotFound(f"there is no key {key_id!r} that still holds; `bi-server keys list` shows them")


class KeyRing:
    """The keys of the store, read all at once when they are needed. For one event loop.

    While the database is away, keys that were read before hold for `most_stale_seconds`, as the data does.
    """

    def __init__(self, engine: Engine, most_stale_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._engine = engine
        self._most_stale = most_stale_seconds
        self._clock = clock
        self._keys: dict[str, ApiKey] = {}
        self._read_at: float | None = None
        self._tried_at = -FRESH_SECONDS
        self._reading = asyncio.Lock()
        self._noted: dict[str, float] = {}
        self._noting: set[Future[None]] = set()

    async def principal(self, key: str) -> Principal:
        """Whose key it is. Raises Unauthenticated where it is none, revoked or expired; PermissionDenied where its
        scope cannot be read."""
        match = KEY.fullmatch(key)
        if match is None:
            raise Unauthenticated("the API key has not the form of one")
        key_id = match[1]
        await self._refresh(FRESH_SECONDS if key_id in self._keys else PAUSE_SECONDS)
        found = self._keys.get(key_id)
        if found is None or not hmac.compare_digest(found.digest, digest_of(key)):
            raise Unauthenticated("the API key is not known")
        if found.revoked is not None:
            raise Unauthenticated("the API key has been revoked")
        if found.expires is not None and found.expires <= now():
            raise Unauthenticated("the API key has expired")
        try:
            scope = None if found.scope is None else scope_of(json.loads(found.scope), dimensions_of(self._engine))
        except InvalidInput as error:  # the model has another dimension since
            raise PermissionDenied(f"the API key is of a scope that cannot be read: {error.message}") from None
        self._note(key_id)
        return Principal("key", f"{found.name} ({key_id})", ROLES[found.role], scope)

    async def _refresh(self, fresh_seconds: float) -> None:
        if self._clock() - self._tried_at > fresh_seconds:
            async with self._reading:
                if self._clock() - self._tried_at > fresh_seconds:
                    await self._read()
        if self._read_at is None or self._clock() - self._read_at > self._most_stale + FRESH_SECONDS:
            raise KeysUnavailable("the API keys cannot be read while the database is away; try again later")

    async def _read(self) -> None:
        try:
            reading = asyncio.wrap_future(in_thread(lambda: listed(self._engine)))
            self._keys = {key.id: key for key in await asyncio.wait_for(reading, ANSWER_SECONDS)}
            self._read_at = self._clock()
        except (SQLAlchemyError, TimeoutError) as error:
            log.warning("the API keys cannot be read: %s", type(error).__name__)
        self._tried_at = self._clock()

    def _note(self, key_id: str) -> None:
        """Puts down that a key was used; that it is not now and then, does no harm."""
        if self._clock() - self._noted.get(key_id, -NOTED_SECONDS) >= NOTED_SECONDS:
            self._noted[key_id] = self._clock()
            at = now()
            writing = in_thread(lambda: self._write_used(key_id, at))
            self._noting.add(writing)
            writing.add_done_callback(self._noting.discard)

    def close(self) -> None:
        """Waits a moment for what is being written."""
        waited(tuple(self._noting), WAIT_SECONDS)

    def _write_used(self, key_id: str, at: datetime) -> None:
        columns = api_keys.c
        older = or_(columns.last_used.is_(None), columns.last_used < at)
        used = update(api_keys).where(columns.id == key_id, older).values(last_used=at)
        try:
            with self._engine.execution_options(writes=True, wait_seconds=WAIT_SECONDS).begin() as connection:
                connection.execute(used)
        except SQLAlchemyError as error:
            log.info("that the API key %s was used cannot be noted: %s", key_id, type(error).__name__)
