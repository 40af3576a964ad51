"""What tests of access ask of a server, as who."""

import base64
import hashlib
import hmac
import json
from typing import Any

import grpc
import pytest
from tests.rpc.callers import AUDIENCE, ISSUER, SECRET, claims
from tests.rpc.rows import Books
from tests.rpc.serving import Client

from bi.v1.data_pb2 import GetMetadataRequest, ImportFileRequest

NOTHING = Books((), ())
LOCKED = {"auth_secret": SECRET, "auth_issuer": ISSUER, "auth_audience": AUDIENCE}
Metadata = list[tuple[str, str]]


def read(client: Client, metadata: Metadata) -> None:
    client.data.GetMetadata(GetMetadataRequest(), metadata=tuple(metadata))


def refused(client: Client, metadata: Metadata, code: grpc.StatusCode = grpc.StatusCode.UNAUTHENTICATED) -> str:
    """What a caller who may not read is told."""
    with pytest.raises(grpc.RpcError) as raised:
        read(client, metadata)
    error: Any = raised.value
    assert error.code() is code, error.details()
    return str(error.details())


def write(client: Client, metadata: Metadata) -> grpc.StatusCode:
    """The code that an import of nothing ends with: INVALID_ARGUMENT for who may import."""
    with pytest.raises(grpc.RpcError) as raised:
        client.data.ImportFile(iter([ImportFileRequest()]), metadata=tuple(metadata))
    error: Any = raised.value
    code: grpc.StatusCode = error.code()
    return code


def forged(header: dict[str, Any], key: bytes) -> str:
    """A token as an attacker makes it, past what a library would refuse to sign."""
    parts = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims())]
    signature = hmac.new(key, b".".join(parts), hashlib.sha256).digest() if key else b""
    return b".".join([*parts, base64.urlsafe_b64encode(signature).rstrip(b"=")]).decode()
