"""The public keys of an identity provider (JWKS), from a file or an URL; new ones are found as they are used."""

import asyncio
import json
import logging
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jwt

from bi_server.errors import InvalidInput, KeysUnavailable
from bi_server.reach import is_loopback

log = logging.getLogger(__name__)

ALGORITHMS = ("RS256", "ES256", "EdDSA")
MAX_BYTES = 1 << 20
FETCH_SECONDS = 5.0
FRESH_SECONDS = 300.0  # a key that the provider takes back is trusted for so long
PAUSE_SECONDS = 10.0  # between two fetches: tokens with made-up key ids shall not become requests to the provider


class KeySet:
    """Read when first needed, and again when it is old or a token names a key that is not in it. For one event loop."""

    def __init__(self, source: str) -> None:
        """`source` is a path or an `https://` URL (`http://` on this machine). Raises InvalidInput where it is neither,
        or the file holds no keys."""
        self._source = source
        self._is_url = "://" in source
        self._keys: list[jwt.PyJWK] | None = None
        self._read_at = self._tried_at = -FRESH_SECONDS
        self._reading = asyncio.Lock()
        if self._is_url:
            url = urlsplit(source)
            if url.scheme != "https" and not (url.scheme == "http" and is_loopback(url.hostname or "")):
                raise InvalidInput.of("AUTH_JWKS", f"{source!r} is no https:// URL; others could put keys in its place")
        else:
            try:
                self._keys = _parsed(Path(source).read_bytes())
            except (OSError, ValueError) as error:
                raise InvalidInput.of("AUTH_JWKS", f"{source!r} cannot be read as a key set: {error}") from None

    async def key(self, key_id: str | None, algorithm: str) -> Any:
        """The public key for a token; None where the set has none. Raises KeysUnavailable before it was ever read."""
        found = self._find(key_id, algorithm)
        now = time.monotonic()
        if (found is None or now - self._read_at > FRESH_SECONDS) and now - self._tried_at > PAUSE_SECONDS:
            async with self._reading:
                if time.monotonic() - self._tried_at > PAUSE_SECONDS:
                    await self._read()
            found = self._find(key_id, algorithm)
        if self._keys is None:
            raise KeysUnavailable("the keys of the identity provider cannot be read; try again later")
        return found

    def _find(self, key_id: str | None, algorithm: str) -> Any:
        keys = [key for key in self._keys or () if key.algorithm_name == algorithm]
        if key_id is not None:
            keys = [key for key in keys if key.key_id == key_id]
        return keys[0].key if len(keys) == 1 else None  # a token that names no key leaves no choice, or none is taken

    async def _read(self) -> None:
        """Keeps the keys of before where it fails."""
        try:
            raw = await _fetched(self._source) if self._is_url else Path(self._source).read_bytes()
            self._keys = _parsed(raw)
            self._read_at = time.monotonic()
        except (OSError, ValueError) as error:  # TimeoutError is an OSError
            log.warning("AUTH_JWKS: the keys cannot be read from %s: %s", self._source, error)
        self._tried_at = time.monotonic()


async def _fetched(url: str) -> bytes:
    """Raises OSError where it cannot be had; redirections are not followed."""
    import httpx  # takes a tenth of a second, and most servers need it never

    body = b""
    try:
        async with asyncio.timeout(FETCH_SECONDS), httpx.AsyncClient() as client, client.stream("GET", url) as answer:
            answer.raise_for_status()
            async for piece in answer.aiter_bytes():
                body += piece
                if len(body) > MAX_BYTES:
                    raise OSError(f"more than {MAX_BYTES:,} bytes")
    except httpx.HTTPError as error:
        raise OSError(str(error) or type(error).__name__) from error
    return body


def _parsed(raw: bytes) -> list[jwt.PyJWK]:
    """Public keys for signing of the kinds we take; others (a provider's encryption keys, say) are passed over."""
    document = json.loads(raw)
    if not isinstance(document, dict) or not isinstance(document.get("keys"), list):
        raise ValueError('there is no list "keys"')
    found = []
    for entry in document["keys"]:
        if isinstance(entry, dict) and entry.get("use", "sig") == "sig":
            try:
                key = jwt.PyJWK.from_dict(entry)
            except (jwt.PyJWTError, ValueError, TypeError, KeyError):
                continue
            if key.algorithm_name in ALGORITHMS:
                found.append(key)
    if not found:
        raise ValueError(f"there is no public key for {', '.join(ALGORITHMS)}")
    return found
