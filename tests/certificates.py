"""Certificates for the time of a test."""

import ssl
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import trustme

NAMES = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Pair:
    """The files of a certificate and of its key."""

    cert: Path
    key: Path


class Issuer:
    """An authority whose certificates nobody else knows."""

    def __init__(self, folder: Path, name: str) -> None:
        self._ca = trustme.CA(organization_name=name)
        self._folder, self._name = folder, name
        self.file = folder / f"{name}.pem"
        self._ca.cert_pem.write_to_path(self.file)

    def issue(self, name: str, ends: datetime | None = None) -> Pair:
        """For this machine; a second one of the same `name` replaces the files."""
        issued = self._ca.issue_cert(*NAMES, not_after=ends)
        pair = Pair(self._folder / f"{name}.pem", self._folder / f"{name}-key.pem")
        issued.private_key_pem.write_to_path(pair.key)
        pair.cert.write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
        return pair

    def trusted(self, client: Pair | None = None) -> ssl.SSLContext:
        """For who asks; `client` is what he shows of himself."""
        context = ssl.create_default_context(cafile=self.file)
        if client:
            context.load_cert_chain(client.cert, client.key)
        return context
