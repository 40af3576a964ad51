"""Request fields -> checked domain values. Every error names the field, the value and the remedy."""

import math

from bi_server.errors import InvalidInput


def whole_number(field: str, value: int, least: int, most: int) -> int:
    """A number inside its limits, both included."""
    if not least <= value <= most:
        raise InvalidInput.of(field, f"{value} is outside {least} to {most}")
    return value


def number(field: str, value: float, least: float, most: float) -> float:
    """A finite number inside its limits, both included."""
    if not math.isfinite(value) or not least <= value <= most:
        raise InvalidInput.of(field, f"{value} is not a number from {least:g} to {most:g}")
    return value
