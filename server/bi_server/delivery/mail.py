"""E-mail, handed to the server that the settings name."""

import smtplib
import ssl
from collections.abc import Mapping, Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate, make_msgid

from bi_server.errors import InvalidInput
from bi_server.reach import is_loopback
from bi_server.settings import Settings

TIMEOUT_SECONDS = 60.0


def envelope(settings: Settings, to: Sequence[str]) -> EmailMessage:
    """A message without subject and contents. Raises InvalidInput for what is no address, and without SMTP_HOST."""
    if not settings.smtp_host:
        raise InvalidInput.of("SMTP_HOST", "is empty; set it to the mail server, such as smtp.example.com")
    message = EmailMessage()
    sender = _address("SMTP_FROM", settings.smtp_from)
    message["From"] = sender
    message["To"] = [_address("--to", one) for one in to]
    message["Date"] = formatdate(localtime=True)
    message["Message-ID"] = make_msgid(domain=sender.domain)
    message["Auto-Submitted"] = "auto-generated"  # nobody's out-of-office answers it
    return message


def _address(field: str, text: str) -> Address:
    probe = EmailMessage()
    try:
        probe["To"] = text
        (found,) = probe["To"].addresses
        if not found.username or not found.domain or probe["To"].defects:
            raise ValueError(text)
    except (ValueError, IndexError):
        raise InvalidInput.of(
            field, f"{text[:80]!r} is no address; write ann@example.com or Ann <ann@example.com>"
        ) from None
    address: Address = found
    return address


def send(settings: Settings, message: EmailMessage) -> None:
    """Hands it over, under TLS as SMTP_SECURITY says. Raises OSError where the mail server does not take all of it."""
    where = f"{settings.smtp_host}:{settings.smtp_port}"
    refused: Mapping[str, tuple[int, bytes]]
    if settings.smtp_username and settings.smtp_security == "none" and not is_loopback(settings.smtp_host):
        raise InvalidInput.of("SMTP_SECURITY", "'none' would send the password for all to read; use starttls or tls")
    try:
        with _connected(settings) as server:
            if settings.smtp_username:
                server.login(settings.smtp_username, settings.smtp_password.get_secret_value())
            refused = server.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        refused = error.recipients
    except smtplib.SMTPResponseException as error:
        raise OSError(f"{where} does not take the message: {error.smtp_code} {_text(error.smtp_error)}") from None
    except OSError as error:
        raise OSError(f"{where} cannot be reached, or breaks off: {error}; see SMTP_HOST and SMTP_SECURITY") from None
    if refused:
        told = "; ".join(f"{one}: {code} {_text(text)}" for one, (code, text) in refused.items())
        raise OSError(f"{where} does not deliver to all: {told}")


def _connected(settings: Settings) -> smtplib.SMTP:
    trusted = ssl.create_default_context()
    host, port = settings.smtp_host, settings.smtp_port
    if settings.smtp_security == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=trusted)
    server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    if settings.smtp_security == "starttls":
        try:
            server.starttls(context=trusted)
        except BaseException:
            server.close()
            raise
    return server


def _text(answer: bytes | str) -> str:
    text = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return " ".join(text.split())
