"""What a call brings: its message, its id, and what its method asks of callers."""

import asyncio
import re
import uuid
from collections.abc import AsyncIterator

from google.protobuf import descriptor
from google.protobuf.message import DecodeError, Message

from bi.v1 import access_pb2
from bi_server.access.principal import Permission
from bi_server.errors import InvalidInput
from bi_server.rpc.handlers import Context

REQUEST_ID = re.compile(r"[\w\-.:+/=]{1,128}", re.ASCII)  # any other of a client is replaced, as the gateway does
MESSAGE_SECONDS = 10.0  # until the message of a unary call


async def first_message(requests: AsyncIterator[bytes]) -> bytes:
    """The message of a unary call. Raises InvalidInput where none comes."""
    try:
        async with asyncio.timeout(MESSAGE_SECONDS):
            async for message in requests:
                return message
    except TimeoutError:
        raise InvalidInput.of("request", f"no message came within {MESSAGE_SECONDS:g} s; send one") from None
    raise InvalidInput.of("request", "the call ended without a message; send one, even if it is empty")


def request_id(context: Context) -> str:
    """The caller's own id of a request, or a new one where that is none."""
    for key, value in context.invocation_metadata() or ():
        if key == "x-request-id":
            text = value if isinstance(value, str) else ""
            if REQUEST_ID.fullmatch(text):
                return text
    return str(uuid.uuid4())


def is_head(context: Context) -> bool:
    """Whether the gateway was asked for the headers alone."""
    return ("x-envoy-original-method", "HEAD") in ((key, value) for key, value in context.invocation_metadata() or ())


def needed_by(method: descriptor.MethodDescriptor) -> Permission:
    """What a method's callers must be allowed to do. Raises ValueError where its proto does not say."""
    access = method.GetOptions().Extensions[access_pb2.access]
    if access == access_pb2.ACCESS_UNSPECIFIED:
        raise ValueError(f"{method.full_name} does not say who may call it; give it `option (bi.v1.access)`")
    return Permission(access)


def parsed(request_type: type[Message], raw: bytes) -> Message:
    """A message from its bytes. Raises InvalidInput where they are none."""
    try:
        return request_type.FromString(raw)
    except DecodeError:
        raise InvalidInput.of("request", "is not valid UTF-8, or no message of this method") from None
