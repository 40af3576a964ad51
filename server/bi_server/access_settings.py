"""The settings of who may come in, a part of all: TLS, tokens, keys and rate limits."""

from functools import cached_property
from typing import Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings

LEAST_SECRET_BYTES = 32  # of HS256, RFC 7518


class AccessSettings(BaseSettings):
    """See Settings."""

    tls_cert: str = Field(
        "", description="PEM file of a certificate and those that lead to its issuer: both ports speak TLS alone."
    )
    tls_key: str = Field("", description="PEM file of its private key.")
    tls_client_ca: str = Field(
        "", description="PEM file of issuers: callers must show a certificate of one of them, at both ports (mTLS)."
    )
    auth_secret: SecretStr = Field(
        SecretStr(""), description="Secret of at least 32 bytes: tokens (JWT) signed with it (HS256) are taken."
    )
    auth_jwks: str = Field(
        "",
        description="File or `https://` URL of an identity provider's keys (JWKS): "
        "tokens signed with one (RS256, ES256, EdDSA) are taken.",
    )
    auth_issuer: str = Field("", description="What `iss` of a token must say; needed with AUTH_JWKS.")
    auth_audience: str = Field("", description="What `aud` of a token must name; needed with AUTH_JWKS.")
    auth_leeway_seconds: float = Field(
        30.0, ge=0, le=300, description="How far the clocks of who signs tokens may differ from ours."
    )
    auth_role_claim: str = Field(
        "role", description="Claim of a token that names `viewer`, `editor` or `admin`, such as `realm_access.roles`."
    )
    auth_scope_claim: str = Field(
        "scope",
        min_length=1,
        description='Claim of a token that says which rows its bearer sees, such as `{"region": ["North"]}`.',
    )
    auth_api_keys: bool = Field(
        False, description="API keys are taken; with AUTH_SECRET or AUTH_JWKS they are in any case."
    )
    allow_anonymous: str = Field(
        "",
        pattern="^(|read|all)$",
        description="What callers without credentials may do: `read`, or `all` where nobody is asked for any.",
    )
    rate_limit_per_caller: int = Field(
        0,
        ge=0,
        le=1_000_000,
        description="Calls a minute of one user, subject of tokens or API key; more are answered 429; 0: any number.",
    )
    rate_limit_per_address: int = Field(
        0,
        ge=0,
        le=1_000_000,
        description="Requests a minute to HTTP_PORT from one address; more are answered 429; 0: any number.",
    )
    trusted_proxies: int = Field(
        0,
        ge=0,
        le=10,
        description="Proxies in front of HTTP_PORT whose word (`x-forwarded-for`) is taken for a caller's address.",
    )

    @field_validator("auth_secret")
    @classmethod
    def _secret_is_long(cls, secret: SecretStr) -> SecretStr:
        # The check raises without the value: what is wrong with a secret goes to logs.
        if 0 < len(secret.get_secret_value().encode()) < LEAST_SECRET_BYTES:
            raise ValueError(f"it has less than {LEAST_SECRET_BYTES} bytes; make one with `openssl rand -base64 32`")
        return secret

    @model_validator(mode="after")
    def _certificate_has_a_key(self) -> Self:
        if bool(self.tls_cert) != bool(self.tls_key) or (self.tls_client_ca and not self.tls_cert):
            raise ValueError("TLS takes TLS_CERT and TLS_KEY, both; TLS_CLIENT_CA goes with them")
        return self

    @model_validator(mode="after")
    def _locks_fit(self) -> Self:
        if self.auth_jwks and not (self.auth_issuer and self.auth_audience):
            raise ValueError(
                "AUTH_JWKS needs AUTH_ISSUER and AUTH_AUDIENCE: the provider signs tokens for others with the same keys"
            )
        if self.allow_anonymous == "all" and self.has_authentication:
            raise ValueError(
                "ALLOW_ANONYMOUS=all leaves nothing to sign in for; use read, or remove the AUTH_ settings"
            )
        return self

    @cached_property
    def has_authentication(self) -> bool:
        """Whether callers can, and so must, say who they are."""
        return bool(self.auth_secret.get_secret_value() or self.auth_jwks or self.auth_api_keys)
