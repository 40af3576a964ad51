"""A signed POST, as Standard Webhooks (https://www.standardwebhooks.com) has it: its libraries check it."""

import base64
import binascii
import hashlib
import hmac
import json
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

import httpx

from bi_server.errors import InvalidInput
from bi_server.reach import is_loopback
from bi_server.settings import Settings

PREFIX = "whsec_"
LEAST_SECRET, LONGEST_SECRET = 24, 64  # bytes
TIMEOUT_SECONDS = 30.0
PAUSES = (0.0, 1.0, 5.0)  # seconds before each try


@dataclass(frozen=True)
class Webhook:
    """Where events are posted to, and what signs them."""

    address: httpx.URL
    key: bytes

    @classmethod
    def of(cls, settings: Settings, url: str) -> Self:
        """Raises InvalidInput for the URL, and for WEBHOOK_SECRET."""
        return cls(_address(url), _key(settings.webhook_secret.get_secret_value()))

    def post(self, kind: str, data: Mapping[str, Any], pause: Callable[[float], None] = time.sleep) -> None:
        """Posts `{type, timestamp, data}`; what fails in passing is tried three times, under one id.

        Raises OSError where the receiver does not answer 2xx.
        """
        event = {"type": kind, "timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}", "data": data}
        body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        event_id, told = f"msg_{uuid.uuid4().hex}", ""
        with httpx.Client(timeout=TIMEOUT_SECONDS) as client:
            for seconds in PAUSES:
                pause(seconds)
                try:
                    answer = client.post(self.address, content=body, headers=signed(self.key, event_id, body))
                except httpx.TransportError as error:
                    told = str(error) or type(error).__name__
                    continue
                if answer.is_success:
                    return
                told = f"it answers {answer.status_code}"
                if answer.status_code < 500 and answer.status_code not in (408, 429):
                    break
        raise OSError(f"the webhook at {self.address.host} does not take it: {told}")


def signed(key: bytes, event_id: str, body: bytes) -> dict[str, str]:
    """The headers of a try: its signature is of the id, the moment and the body."""
    timestamp = str(int(time.time()))
    digest = hmac.new(key, b".".join((event_id.encode(), timestamp.encode(), body)), hashlib.sha256).digest()
    return {
        "content-type": "application/json",
        "user-agent": "bi",
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _key(secret: str) -> bytes:
    remedy = f"make one with `echo {PREFIX}$(openssl rand -base64 32)`, and give it to the receiver"
    if not secret:
        raise InvalidInput.of("WEBHOOK_SECRET", f"is empty; {remedy}")
    try:
        key = base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error:
        key = b""
    if not secret.startswith(PREFIX) or not LEAST_SECRET <= len(key) <= LONGEST_SECRET:
        raise InvalidInput.of(
            "WEBHOOK_SECRET", f"is not {PREFIX} and {LEAST_SECRET} to {LONGEST_SECRET} bytes as base64; {remedy}"
        )
    return key


def _address(url: str) -> httpx.URL:
    try:
        address = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        address = httpx.URL("")
    if address.scheme == "https" and address.host:
        return address
    if address.scheme == "http" and is_loopback(address.host):
        return address
    raise InvalidInput.of("--webhook", f"{url[:80]!r} is no https:// address (http:// is for this machine alone)")
