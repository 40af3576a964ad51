"""A local server that speaks the chat-completions protocol and can be told to misbehave."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[list[dict[str, Any]]], str]
"""From the findings of the request to the content of the answer."""


@dataclass
class ChatServer:
    """What the server answers with and what it was asked. `reply` makes the message's content from the findings."""

    reply: Reply
    status: int = 200
    delay_seconds: float = 0.0
    raw: bytes | None = None
    refusal: str | None = None
    endless: bool = False
    bytes_sent: int = 0
    requests: list[dict[str, Any]] = field(default_factory=list)
    authorizations: list[str] = field(default_factory=list)
    base_url: str = ""

    def answer(self, request: dict[str, Any]) -> bytes:
        if self.raw is not None:
            return self.raw
        if self.status != 200:
            return json.dumps({"error": {"message": "sk-secret leaked here", "type": "server_error"}}).encode()
        content = self.reply(json.loads(request["messages"][-1]["content"]))
        message = {"role": "assistant", "content": content, "refusal": self.refusal}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        envelope = {"id": "c1", "object": "chat.completion", "created": 1, "model": request["model"]}
        return json.dumps({**envelope, "choices": [choice]}).encode()


@contextmanager
def chat_server(reply: Reply, **behaviour: Any) -> Iterator[ChatServer]:
    """A running server on a free port."""
    server = ChatServer(reply, **behaviour)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.requests.append(json.loads(body))
            server.authorizations.append(self.headers["Authorization"])
            time.sleep(server.delay_seconds)
            answer = server.answer(server.requests[-1])
            try:
                if server.endless:
                    self.send_response(server.status)
                    self.send_header("Content-Type", "application/json")
                    self.end_headers()
                    while True:
                        server.bytes_sent += self.wfile.write(b" " * 65_536)
                self.send_response(server.status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)
            except (BrokenPipeError, ConnectionResetError):
                # A client that has given up waiting is what the slow mode is for.
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            del format, args

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    server.base_url = f"http://127.0.0.1:{listener.server_address[1]}/v1"
    thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown()
        thread.join()
        listener.server_close()


def drafts(findings: list[dict[str, Any]]) -> dict[str, str]:
    """The built-in sentence of each finding, by key."""
    return {finding["key"]: finding["draft"] for finding in findings}


def answered(sentences: dict[str, str], summary: str = "") -> str:
    """The JSON a well-behaved model answers with."""
    return json.dumps({"sentences": sentences, "summary": summary})
