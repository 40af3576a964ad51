"""What gRPC is told of every channel: deadlines, retries, sizes."""

import json
from pathlib import Path

import grpc

PAUSE_SECONDS = 2.0  # before a lost stream is taken up again
MAX_MESSAGE_BYTES = 64 << 20  # a chart of 100,000 points has about 8 MB
# These last as long as the file, or as somebody listens.
ENDLESS = [
    {"service": "bi.v1.DataService", "method": "ImportFile"},
    {"service": "bi.v1.ReportService", "method": "ExportRowsCsv"},
    {"service": "bi.v1.LiveService"},
]
Option = tuple[str, str | int]
Metadata = tuple[tuple[str, str], ...]


def options(timeout: float, attempts: int) -> list[Option]:
    """Raises ValueError for what is out of range."""
    return [
        ("grpc.service_config", _service_config(timeout, attempts)),
        ("grpc.max_receive_message_length", MAX_MESSAGE_BYTES),
    ]


def check_caller(token: object, api_key: str, username: str) -> None:
    """Raises ValueError where a call would carry several."""
    if sum(map(bool, (token, api_key, username))) > 1:
        raise ValueError("token, api_key and username: a call carries one of them")


def tls(
    ca: str | Path, client_cert: str | Path, client_key: str | Path, credentials: grpc.ChannelCredentials | None
) -> grpc.ChannelCredentials | None:
    """What the channel's TLS is made of; None for plain text. Raises ValueError where it is told twice, OSError."""
    if not (ca or client_cert or client_key):
        return credentials
    if credentials is not None:
        raise ValueError("credentials are TLS already; leave out ca, client_cert and client_key")
    issuers, key, cert = (Path(file).read_bytes() if file else None for file in (ca, client_key, client_cert))
    return grpc.ssl_channel_credentials(issuers, key, cert)


def credential(token: str, api_key: str) -> Metadata:
    """The metadata that says who calls; none where there is neither token nor key."""
    if token:
        return (("authorization", f"Bearer {token}"),)
    return (("x-api-key", api_key),) if api_key else ()


def _service_config(timeout: float, attempts: int) -> str:
    """gRPC's own deadlines and retries, for every method."""
    if not 1 <= attempts <= 5:
        raise ValueError(f"attempts: {attempts} is outside 1 to 5")
    if not timeout > 0:
        raise ValueError(f"timeout: {timeout} is not a number of seconds above 0")
    method: dict[str, object] = {"name": [{}], "timeout": f"{timeout:.3f}s", "waitForReady": False}
    if attempts > 1:
        method["retryPolicy"] = {
            "maxAttempts": attempts,
            "initialBackoff": "0.1s",
            "maxBackoff": "2s",
            "backoffMultiplier": 3,
            "retryableStatusCodes": [grpc.StatusCode.UNAVAILABLE.name],
        }
    return json.dumps({"methodConfig": [method, {"name": ENDLESS, "waitForReady": False}]})
