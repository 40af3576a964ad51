"""Whom tests call as: tokens signed with a secret, or with the key of a provider that the test plays."""

import json
import time
from collections.abc import Mapping
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

SECRET = "a secret of more than thirty-two bytes, for tests"
ISSUER, AUDIENCE = "https://id.example", "bi"
MAKERS = {
    "RS256": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "ES256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate,
}


def claims(**more: Any) -> dict[str, Any]:
    """Those of a viewer, for the next hour; None takes one away."""
    found = {"sub": "ann", "role": "viewer", "exp": int(time.time()) + 3600, "iss": ISSUER, "aud": AUDIENCE} | more
    return {name: value for name, value in found.items() if value is not None}


def token(*, headers: Mapping[str, Any] | None = None, **more: Any) -> str:
    """Signed with the secret."""
    return jwt.encode(claims(**more), SECRET, "HS256", dict(headers or {}))


def bearer(text: str) -> list[tuple[str, str]]:
    return [("authorization", f"Bearer {text}")]


class Provider:
    """An identity provider's keys, and tokens signed with them."""

    def __init__(self, algorithm: str, key_id: str) -> None:
        self.algorithm = algorithm
        self.key_id = key_id
        self.private: Any = MAKERS[algorithm]()

    @property
    def public(self) -> dict[str, Any]:
        """The key as a key set lists it."""
        algorithm = jwt.get_algorithm_by_name(self.algorithm)
        entry = json.loads(algorithm.to_jwk(self.private.public_key()))
        return {**entry, "kid": self.key_id, "use": "sig", "alg": self.algorithm}

    def token(self, **more: Any) -> str:
        return jwt.encode(claims(**more), self.private, self.algorithm, {"kid": self.key_id})


def key_set(*providers: Provider) -> str:
    """The JSON of a key set."""
    return json.dumps({"keys": [provider.public for provider in providers]})
