"""Every setting of the service; the only reader of the environment and of `.env`."""

import re
from functools import cached_property
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import SettingsConfigDict

from bi_server.access_settings import AccessSettings
from bi_server.errors import InvalidInput, Violation

MAX_PROCESSES = 64
Port = Annotated[int, Field(ge=0, le=65535)]


class Settings(AccessSettings):
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
    envoy_admin_port: Port = Field(
        0, description="Port on this machine where Envoy's admin pages are read; 0 turns it off."
    )
    cors_origins: list[str] = Field(
        ["http://localhost:3000"], description="JSON list of the origins whose pages may read answers."
    )
    allowed_hosts: list[str] = Field(
        [],
        description="JSON list of host names we may be called by, beside `localhost` and addresses; on loopback, or "
        "where it names some, no other.",
    )
    model: str = Field(
        "", description="YAML file that declares the metrics and KPIs. Empty: the model that ships with the product."
    )
    currency: str = Field(
        "",
        pattern="^([A-Z]{3}|)$",
        description="ISO 4217 code of the currency of all money, which says how many decimals it has. Empty: that of "
        "the model, or USD.",
    )
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
    otel_exporter_otlp_endpoint: str = Field(
        "",
        pattern="^(|http://[^/?#]+(/[^?#]*)?)$",
        description="URL of an OpenTelemetry collector (OTLP over HTTP, `http://localhost:4318`) that gets traces; "
        "empty: none are made.",
    )
    otel_traces_sampler_arg: float = Field(1.0, ge=0, le=1, description="Share of the requests that are traced.")
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
