"""`bi-server digest`, to a real mail server and a real receiver of webhooks."""

import asyncio
import base64
import email
import email.policy
import hashlib
import hmac
import io
import json
import queue
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from pypdf import PdfReader
from tests.certificates import Issuer

from bi_server.__main__ import main
from bi_server.delivery import webhook
from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.store import ingest, migrate
from bi_server.store.engine import opened

SECRET = "whsec_" + base64.b64encode(bytes(range(32))).decode()
MAY = ("--start-date", "2024-05-01", "--end-date", "2024-05-31")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with sample data."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store')}/bi.db"
    sales = generate_sample_data(1000)
    with opened(url) as engine:
        migrate.upgrade(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, sales, generate_sample_traffic(sales))
    return url


@pytest.fixture
def env(store: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", store)
    monkeypatch.setenv("BUSINESS_NAME", "Söhne & <Co>")
    monkeypatch.setenv("SMTP_FROM", "Shop <bi@shop.example>")
    monkeypatch.setenv("WEBHOOK_SECRET", SECRET)
    return monkeypatch


class Mailbox:
    """What a mail server was given."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.refused = ""

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address == self.refused:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.recipients += envelope.rcpt_tos
        return "250 OK"


@contextmanager
def mail_server(env: pytest.MonkeyPatch, **options: Any) -> Iterator[Mailbox]:
    box, ports = Mailbox(), queue.SimpleQueue[int]()
    loop, stopped = asyncio.new_event_loop(), asyncio.Event()

    async def serve() -> None:
        factory = partial(SMTP, box, hostname="localhost", loop=loop, **options)
        async with await loop.create_server(factory, "127.0.0.1", 0) as server:
            ports.put(server.sockets[0].getsockname()[1])
            await stopped.wait()

    with asyncio.Runner(loop_factory=lambda: loop) as runner:
        serving = threading.Thread(target=runner.run, args=[serve()])
        serving.start()
        env.setenv("SMTP_HOST", "127.0.0.1")
        env.setenv("SMTP_PORT", str(ports.get(timeout=60)))
        try:
            yield box
        finally:
            loop.call_soon_threadsafe(stopped.set)
            serving.join()


def test_people_get_figures_insights_and_the_pages(env: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    env.setenv("SMTP_SECURITY", "none")
    with mail_server(env) as box:
        assert main(["digest", *MAY, "--category", "Books", "--to", "ann@x.example", "--to", "Bo <bo@x.example>"]) == 0
    assert capsys.readouterr().err == "sent to ann@x.example, Bo <bo@x.example>\n"
    assert box.recipients == ["ann@x.example", "bo@x.example"]
    (message,) = box.messages
    assert message["From"] == "Shop <bi@shop.example>"
    assert message["Subject"].startswith("Söhne & <Co>: Total Revenue $")
    assert message["Auto-Submitted"] == "auto-generated"
    text, html = message.get_body(["plain"]), message.get_body(["html"])
    assert text is not None
    assert html is not None
    assert "May 1, 2024 to May 31, 2024" in text.get_content()
    assert "Söhne &amp; &lt;Co&gt;" in html.get_content()
    (pages,) = message.iter_attachments()
    assert pages.get_filename() == "dashboard-2024-05-01_2024-05-31.pdf"
    first = PdfReader(io.BytesIO(pages.get_content())).pages[0].extract_text()
    revenue = message["Subject"].partition("Revenue ")[2].partition(" (")[0]
    for place in (text.get_content(), html.get_content(), first):
        assert revenue in place


def test_a_dry_run_prints_and_sends_nothing(env: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with mail_server(env) as box:
        assert main(["digest", *MAY, "--to", "ann@x.example", "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "What stands out" in told
    assert "Data until Dec 31, 2024 · compared with the month before (Apr 1 \u2013 Apr 30, 2024)" in told
    assert box.messages == []


def test_a_password_goes_under_tls_that_is_trusted_alone(
    env: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issuer = Issuer(tmp_path, "issuer")
    pair = issuer.issue("mail")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pair.cert, pair.key)
    known = (b"bi", b"correct horse")

    def authenticate(_server: Any, _session: Any, _envelope: Any, _kind: str, given: Any) -> AuthResult:
        return AuthResult(success=(given.login, given.password) == known, handled=False)

    locked = {"tls_context": context, "require_starttls": True, "authenticator": authenticate, "auth_required": True}
    env.setenv("SMTP_USERNAME", "bi")
    with mail_server(env, **locked) as box:
        env.setenv("SMTP_HOST", "localhost")
        env.setenv("SMTP_PASSWORD", "correct horse")
        assert main(["digest", *MAY, "--to", "ann@x.example"]) == 1
        assert "certificate" in capsys.readouterr().err
        env.setenv("SSL_CERT_FILE", str(issuer.file))
        env.setenv("SMTP_PASSWORD", "wrong")
        assert main(["digest", *MAY, "--to", "ann@x.example"]) == 1
        assert "does not take the message: 535" in capsys.readouterr().err
        assert box.messages == []
        env.setenv("SMTP_PASSWORD", "correct horse")
        assert main(["digest", *MAY, "--to", "ann@x.example"]) == 0
    assert len(box.messages) == 1


class Receiver(BaseHTTPRequestHandler):
    """Keeps what is posted; answers what it is told to, then 204."""

    posted: list[tuple[dict[str, str], bytes]]
    answers: list[int]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.posted.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(self.answers.pop(0) if self.answers else 204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def receiver() -> Iterator[tuple[type[Receiver], str]]:
    handler = type("Own", (Receiver,), {"posted": [], "answers": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        serving = threading.Thread(target=server.serve_forever)
        serving.start()
        yield handler, f"http://127.0.0.1:{server.server_port}/bi"
        server.shutdown()
        serving.join()


def is_ours(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """As docs/reports.md tells the receiver to check it."""
    signed = b".".join((headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body))
    digest = hmac.new(base64.b64decode(secret.removeprefix("whsec_")), signed, hashlib.sha256).digest()
    return hmac.compare_digest(headers["webhook-signature"], "v1," + base64.b64encode(digest).decode())


def test_programs_get_signed_json_and_are_asked_again(
    env: pytest.MonkeyPatch, receiver: tuple[type[Receiver], str]
) -> None:
    handler, url = receiver
    env.setattr(webhook, "PAUSES", (0.0, 0.0, 0.0))
    handler.answers += [503, 429]
    assert main(["digest", *MAY, "--webhook", url]) == 0
    assert len({headers["webhook-id"] for headers, _ in handler.posted}) == 1
    assert len(handler.posted) == 3
    for headers, body in handler.posted:
        assert is_ours(SECRET, headers, body)
        assert not is_ours(SECRET, headers, body.replace(b"May", b"Mai"))
    event = json.loads(handler.posted[0][1])
    assert event["type"] == "digest"
    data = event["data"]
    assert (data["start_date"], data["end_date"], data["currency"]) == ("2024-05-01", "2024-05-31", "USD")
    revenue = data["kpis"][0]
    assert f"${revenue['value']:,.2f}" in data["subject"]
    assert data["insights"][0]["evidence"]


def test_a_way_that_is_shut_does_not_shut_the_others(
    env: pytest.MonkeyPatch, receiver: tuple[type[Receiver], str], capsys: pytest.CaptureFixture[str]
) -> None:
    handler, url = receiver
    handler.answers.append(410)
    env.setenv("SMTP_SECURITY", "none")
    with mail_server(env) as box:
        box.refused = "gone@x.example"
        to = ["--to", "ann@x.example", "--to", "gone@x.example"]
        assert main(["digest", *MAY, *to, "--webhook", url, "--webhook", url]) == 1
    told = capsys.readouterr().err
    assert "does not deliver to all: gone@x.example: 550 no such user" in told
    assert "the webhook at 127.0.0.1 does not take it: it answers 410" in told
    assert box.recipients == ["ann@x.example"]
    assert len(handler.posted) == 2


@pytest.mark.parametrize(
    ("arguments", "settings", "told"),
    [
        ([], {}, "--to: say where it goes"),
        (["--to", "ann"], {"SMTP_HOST": "x.example"}, "--to: 'ann' is no address"),
        (["--to", "a@b.example\nBcc: c@d.example"], {"SMTP_HOST": "x.example"}, "--to: 'a@b.example\\nBcc: c"),
        (["--to", "a@b.example"], {}, "SMTP_HOST: is empty"),
        (["--to", "a@b.example"], {"SMTP_HOST": "x.example", "SMTP_FROM": ""}, "SMTP_FROM: '' is no address"),
        (["--webhook", "http://x.example/"], {}, "--webhook: 'http://x.example/' is no https:// address"),
        (["--webhook", "https://x.example/"], {"WEBHOOK_SECRET": "short"}, "WEBHOOK_SECRET: is not whsec_"),
        (["--to", "a@b.example", "--range", "mtx"], {"SMTP_HOST": "x.example"}, "range: 'mtx' is not known"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_sent(
    env: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    settings: dict[str, str],
    told: str,
) -> None:
    for name, value in settings.items():
        env.setenv(name, value)
    assert main(["digest", *arguments]) == 1
    assert capsys.readouterr().err.startswith(f"bi-server: {told}")
