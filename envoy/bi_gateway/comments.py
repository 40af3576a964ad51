"""What the comments of the protos promise in words, read back as facts for the OpenAPI document.

The conventions, all optional: "Required."; "Default 30" or "`revenue` (default)"; "1 to 365"; "`YYYY-MM-DD`";
"RFC 3339"; and a comment that begins with its allowed values, "`up`, `down` or `flat`".
"""

import re

_VALUE = r"`[\w.-]+`(?: \([^)]*\))?"
_CHOICES = re.compile(rf"{_VALUE}(?:,?\sor\s{_VALUE}|,\s{_VALUE})+")  # a list may go on in the next line
_DEFAULT = re.compile(r"`([\w.-]+)` \(default\)|\bDefault `([\w.-]+)`|\bDefault (-?\d+(?:\.\d+)?)")
_BOUNDS = re.compile(r"(-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)")


def is_required(comment: str) -> bool:
    """Whether a parameter must be given."""
    return bool(re.search(r"Required(?! unless)", comment))


def default(comment: str) -> str | None:
    """The value that stands for a parameter left out, as it is written; None where there is no single one."""
    found = _DEFAULT.search(comment)
    return next(filter(None, found.groups())) if found else None


def choices(comment: str) -> list[str]:
    """The only values a string takes; empty where the comment does not begin with them."""
    found = _CHOICES.match(comment)
    return re.findall(r"`([\w.-]+)`", re.sub(r"\([^)]*\)", "", found[0])) if found else []


def bounds(comment: str) -> tuple[str, str] | None:
    """The least and the greatest value of a number, as they are written."""
    found = _BOUNDS.search(comment)
    return (found[1], found[2]) if found else None


def text_format(comment: str) -> str | None:
    """The JSON Schema format of a string."""
    if "`YYYY-MM-DD`" in comment:
        return "date"
    return "date-time" if "RFC 3339" in comment else None


def summary(comment: str) -> str:
    """The first sentence, without its full stop."""
    return re.split(r"\.\s", " ".join(comment.split()), maxsplit=1)[0].rstrip(".")
