"""Certificates of both ports (TLS_CERT, TLS_KEY, TLS_CLIENT_CA), which are renewed while processes run.

The gateway on the same machine does not need them: with TLS on it reaches the server through a socket in a folder that
this user alone may open, so that no certificate has to hold for that way, too.
"""

import logging
import os
import stat
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from bi_server.errors import InvalidInput
from bi_server.settings import Settings

log = logging.getLogger(__name__)

LOOK_SECONDS = 1.0  # so often, at most, the files are looked at


class Files(NamedTuple):
    """What the files held: PEM, the certificate with those that lead to its issuer. No `client_ca`: nobody is asked."""

    cert: bytes
    key: bytes
    client_ca: bytes
    ends: datetime  # of the certificate


class Certificates:
    """The files as they were when they last fitted together."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        """Raises InvalidInput, which names the setting, where a file cannot be used."""
        self._settings = settings
        self._clock = clock
        self._looked_at = clock()
        self._seen = self._stamps()
        self.files = read(settings)

    def renewed(self) -> Files | None:
        """What the files hold now, if they have changed since the last time. Such as do not fit are told to the log,
        and those of before stay."""
        if self._clock() - self._looked_at < LOOK_SECONDS:
            return None
        self._looked_at = self._clock()
        seen = self._stamps()
        if seen == self._seen:
            return None
        self._seen = seen
        try:
            self.files = read(self._settings)
        except InvalidInput as error:
            log.error("the certificate is not renewed: %s", error.message)
            return None
        log.info("the certificate is renewed; it ends on %s", self.files.ends.date())
        return self.files

    def _stamps(self) -> list[tuple[int, int, int] | None]:
        return [_stamp(name) for name in _names(self._settings).values() if name]


def of(settings: Settings) -> Certificates | None:
    """None where both ports speak plain text. Raises InvalidInput."""
    return Certificates(settings) if settings.tls_cert else None


def read(settings: Settings) -> Files:
    """Raises InvalidInput, which names the setting, where a file cannot be used."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    content = {setting: _content(setting, name) for setting, name in _names(settings).items()}
    for setting in ("TLS_CERT", "TLS_CLIENT_CA"):
        if content[setting] or setting == "TLS_CERT":
            try:
                x509.load_pem_x509_certificates(content[setting])
            except ValueError:
                raise InvalidInput.of(setting, "the file holds no certificate in PEM") from None
    certificate = x509.load_pem_x509_certificates(content["TLS_CERT"])[0]
    try:
        key = load_pem_private_key(content["TLS_KEY"], password=None)
    except (ValueError, TypeError):  # the latter of one that asks for a password
        raise InvalidInput.of("TLS_KEY", "the file holds no private key in PEM that needs no password") from None
    if key.public_key() != certificate.public_key():
        raise InvalidInput.of("TLS_KEY", "is not the key of the first certificate in TLS_CERT")
    return Files(content["TLS_CERT"], content["TLS_KEY"], content["TLS_CLIENT_CA"], certificate.not_valid_after_utc)


def days_left(files: Files) -> float:
    """Until the certificate ends; negative once it has."""
    return (files.ends - datetime.now(UTC)).total_seconds() / 86400


def gateway_socket(host: str, port: int) -> Path:
    """Where the gateway reaches the server of an address. Raises InvalidInput where the folder is somebody else's."""
    folder = Path(tempfile.gettempdir()) / f"bi-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise InvalidInput.of("TMPDIR", f"{folder} is open to others; remove it, or name another folder")
    return folder / f"{host}-{port}.sock"


def _names(settings: Settings) -> dict[str, str]:
    return {"TLS_CERT": settings.tls_cert, "TLS_KEY": settings.tls_key, "TLS_CLIENT_CA": settings.tls_client_ca}


def _content(setting: str, name: str) -> bytes:
    try:
        return Path(name).read_bytes() if name else b""
    except OSError as error:
        raise InvalidInput.of(setting, f"{name} cannot be read: {error.strerror}") from None


def _stamp(name: str) -> tuple[int, int, int] | None:
    try:
        found = os.stat(name)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size
