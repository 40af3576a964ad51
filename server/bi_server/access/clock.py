"""The time as the tables hold it."""

from datetime import UTC, datetime


def now() -> datetime:
    """In UTC without a zone, in whole seconds."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
