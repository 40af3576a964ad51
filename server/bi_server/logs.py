"""The log: one line an event, whatever text of a caller is in it."""

import json
import logging
from datetime import UTC, datetime

# Control characters, and what some viewers take for a line end; an escape sequence would colour or overwrite lines.
CONTROL = {code: f"\\x{code:02x}" for code in [*range(32), *range(127, 160)]} | {
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


class OneLine(logging.Formatter):
    """Escapes line ends in messages, and indents the lines of a traceback: none can be taken for another event."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        record.message = record.message.translate(CONTROL)
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802
        text = super().formatException(ei)  # type: ignore[arg-type]
        return "\n".join("    " + line.translate(CONTROL) for line in text.splitlines())


class Json(logging.Formatter):
    """An object for each event; one of a call has the fields of its `call`, too. Nothing but ASCII: no line ends."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "call", {}),
        }
        if record.exc_info:
            told["error"] = self.formatException(record.exc_info)
        return json.dumps(told)


def configure(level: str, form: str = "text") -> None:
    """Everything from this level on, to standard error; `form` is `text` or `json`."""
    handler = logging.StreamHandler()
    text = OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handler.setFormatter(Json() if form == "json" else text)
    logging.basicConfig(level=level, handlers=[handler])
