"""Every setting of the service; the only reader of the environment and of `.env`."""

import re
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from bi_server.errors import InvalidInput, Violation

MAX_PROCESSES = 64
LEAST_SECRET_BYTES = 32  # of HS256, RFC 7518
Port = Annotated[int, Field(ge=0, le=65535)]


class Settings(BaseSettings):
    """Read from the environment, then from `.env` in the working directory. `.env.example` lists them all.

    `load()` is the way in: it turns a bad value into one line that names the setting and the remedy.
    """

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    app_name: str = Field("Business Intelligence API", description="Name that `GET /` answers with.")
    business_name: str = Field("", description="Name of the business, on the first page of reports.")
    smtp_host: str = Field("", description="Mail server that takes the e-mail of `bi-server digest`.")
    smtp_port: Port = Field(587, description="Its port; 465 as a rule with SMTP_SECURITY=tls.")
    smtp_security: str = Field(
        "starttls",
        pattern="^(starttls|tls|none)$",
        description="How mail is kept from others: `starttls`, `tls` from the first byte, or `none`.",
    )
    smtp_username: str = Field("", description="User at the mail server. Empty: it asks for none.")
    smtp_password: SecretStr = Field(SecretStr(""), description="The password of SMTP_USERNAME.")
    smtp_from: str = Field("", description="Who mail is from, such as `Corner Shop <bi@example.com>`.")
    webhook_secret: SecretStr = Field(
        SecretStr(""),
        description="Signs what `bi-server digest --webhook` posts: `whsec_` and 24 to 64 bytes as base64.",
    )
    database_url: str = Field(
        "sqlite:///./data/bi.db",
        description="SQLAlchemy URL of the store: `sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/DATABASE`.",
    )
    host: str = Field("127.0.0.1", description="Address to listen on; `0.0.0.0` for every interface.")
    http_port: Port = Field(8000, description="Port of JSON, gRPC-Web and gRPC through Envoy.")
    grpc_port: int = Field(
        50051,
        ge=0,
        le=65_535 - MAX_PROCESSES,
        description="The server's own gRPC port, with reflection; 0 picks a free one, for a single process.",
    )
    server_processes: int = Field(
        2,
        ge=1,
        le=MAX_PROCESSES,
        description="Processes that serve, on GRPC_PORT and the ports after it; one core each.",
    )
    envoy_admin_port: Port = Field(0, description="Port of Envoy's admin page; 0 turns it off.")
    cors_origins: list[str] = Field(
        ["http://localhost:3000"], description="JSON list of the origins whose pages may read answers."
    )
    allowed_hosts: list[str] = Field(
        [],
        description="JSON list of host names we may be called by, beside `localhost` and addresses; on loopback, or "
        "where it names some, no other.",
    )
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
    model: str = Field(
        "", description="YAML file that declares the metrics and KPIs. Empty: the model that ships with the product."
    )
    currency: str = Field("USD", pattern="^[A-Z]{3}$", description="ISO 4217 code of the currency of all money.")
    time_zone: str = Field(
        "UTC", description="IANA time zone of the business: imported moments that name a zone are brought to it."
    )
    profiles: str = Field(
        "./data/profiles", description="Folder of the options that `bi-server import --save-profile` keeps."
    )
    holidays_country: str = Field(
        "", description="ISO 3166 code (`US`, `GB`, `DE`): its public holidays are known. Empty: none are."
    )
    holidays_subdivision: str = Field(
        "", description="State or province of that country (`CA`, `SCT`, `BY`): holidays kept only there are known too."
    )
    show_ids: bool = Field(
        False, description="Whether answers may name orders and customers by their ids, where one carries a change."
    )
    openai_api_key: SecretStr = Field(
        SecretStr(""), description="Lets a model word the insights. Empty: the built-in wording answers."
    )
    openai_base_url: str = Field("", description="Base URL of an OpenAI-compatible API. Empty: OpenAI's own.")
    openai_model: str = Field("gpt-4o-mini", description="Model that words the insights.")
    openai_timeout_seconds: float = Field(
        8.0, gt=0, le=60, description="After this the built-in wording answers instead of the model."
    )
    request_timeout_seconds: float = Field(30.0, gt=0, description="A request that takes longer ends as 504.")
    statement_timeout_seconds: float = Field(
        20.0, gt=0, description="A statement on PostgreSQL that takes longer ends."
    )
    database_pool_size: int = Field(5, ge=1, le=100, description="Connections to PostgreSQL a process keeps.")
    max_request_bytes: int = Field(
        4 * 2**20, ge=1024, description="Largest request body that is not an import; more is answered 413."
    )
    max_import_bytes: int = Field(2**31, ge=1024, description="Largest file that `POST /api/data/import` takes.")
    max_import_rows: int = Field(50_000_000, ge=1, description="Most rows of one imported file.")
    max_unpacked_bytes: int = Field(
        16 * 2**30, ge=2**20, description="Most bytes that an imported file may unpack to (gzip, xz, bzip2)."
    )
    max_store_cells: int = Field(
        4_000_000,
        ge=1,
        description="Days x segments (pairs of category and region) a store may span; each takes 60 bytes of memory.",
    )
    wide_dimension_bytes: int = Field(
        512 * 2**20,
        ge=0,
        description="Memory of a process for rows by names of wide dimensions; more rows are asked of the database.",
    )
    max_stale_seconds: float = Field(
        3600.0,
        ge=0,
        description="While the database is away, answers are of what was read last for so long; 0: never.",
    )
    import_wait_seconds: float = Field(
        30.0, ge=0, le=3600, description="An upload waits so long for another import; then it is answered 503."
    )
    max_response_bytes: int = Field(64 * 2**20, ge=2**20, description="Largest JSON answer Envoy builds.")
    gateway_bytes: int = Field(
        768 * 2**20,
        ge=256 * 2**20,
        description="Memory of Envoy's two processes together; before it is used up, the longest answers are cut off.",
    )
    max_connections: int = Field(8192, ge=64, description="Connections to HTTP_PORT at once; further ones are closed.")
    max_uploads: int = Field(32, ge=1, description="Files that may arrive at once in a process; more are answered 429.")
    cache_bytes: int = Field(32 * 2**20, ge=0, description="Memory for answers to repeated requests; 0 turns it off.")
    edge_cache_seconds: float = Field(
        0.0,
        ge=0,
        le=3600,
        description="The gateway repeats an answer for so long without asking the server; new data shows after that.",
    )
    analysis_workers: int = Field(
        2, ge=1, le=64, description="Worker processes that compute analyses, for each process that serves."
    )
    analysis_queue: int = Field(64, ge=0, description="Analyses that may wait for a worker; more are answered 429.")
    analysis_memory_bytes: int = Field(
        400 * 2**20, ge=64 * 2**20, description="Memory that one analysis may take, beside the shared data."
    )
    chart_queue: int = Field(256, ge=0, description="Charts that may wait for a thread; more are answered 429.")
    import_queue: int = Field(8, ge=0, description="Uploads that may wait for their turn; more are answered 429.")
    sample_records: int = Field(5000, ge=0, description="Rows of sample data when the store is empty; 0: none.")
    snapshot_interval_seconds: float = Field(
        60.0, ge=0, description="The server records KPI history this long after the data changed; 0: only on command."
    )
    metrics_port: int = Field(
        0,
        ge=0,
        le=65_535 - MAX_PROCESSES,
        description="Port of Prometheus metrics, and the ports after it, one for each process and one for Envoy; "
        "0 turns them off.",
    )
    metrics_host: str = Field("127.0.0.1", description="Address of the metrics; whoever reaches it reads them.")
    log_format: str = Field(
        "text",
        pattern="^(text|json)$",
        description="How the server writes its log: `text`, or `json`, an object a line.",
    )
    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="Least level that is logged.")

    @field_validator("cors_origins")
    @classmethod
    def _origins_are_bare(cls, origins: list[str]) -> list[str]:
        for origin in origins:
            if "://" not in origin or origin.endswith("/"):
                raise ValueError(f"{origin!r} is no origin; write scheme://host:port without a slash at the end")
        return origins

    @field_validator("allowed_hosts")
    @classmethod
    def _hosts_are_bare(cls, hosts: list[str]) -> list[str]:
        for host in hosts:
            if not re.fullmatch(r"[A-Za-z0-9._-]+", host):
                raise ValueError(
                    f"{host!r} is no host name; write it without scheme, port and wildcards: bi.example.com"
                )
        return hosts

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

    @cached_property
    def grpc_ports(self) -> list[int]:
        """The port of every process; one that is picked when the server starts cannot have others after it."""
        return [self.grpc_port + i for i in range(self.server_processes if self.grpc_port else 1)]

    @cached_property
    def is_sqlite(self) -> bool:
        """Whether the store is the embedded one."""
        return self.database_url.startswith("sqlite")


def authority(host: str, port: int) -> str:
    """Host and port as URLs and gRPC write them: an IPv6 address in brackets."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def load() -> Settings:
    """The settings of this process. Raises InvalidInput naming the variable, its value and what it takes."""
    try:
        return Settings()
    except ValidationError as error:
        raise InvalidInput([_violation(e) for e in error.errors()]) from None
    except ValueError as error:  # a list or number that cannot even be parsed
        raise InvalidInput.of(
            "environment", f'{error}; lists are JSON, such as CORS_ORIGINS=["https://a.example"]'
        ) from None


def _violation(error: ErrorDetails) -> Violation:
    """What is wrong with a variable, or with several together; the value is shown where it is no secret."""
    name = str(error["loc"][0]) if error["loc"] else ""
    if not name or Settings.model_fields[name].annotation is SecretStr:
        return Violation(name.upper() or "environment", error["msg"])
    return Violation(name.upper(), f"{error['msg']} (got {error['input']!r})")
