"""Request fields -> checked domain values. Every error names the field, the value and the remedy."""

import difflib
import math
from collections.abc import Sequence

from bi_server.errors import InvalidInput
from bi_server.store.cube import EVERYTHING, Cube, Selection
from bi_server.store.segments import fold

MAX_FILTER_VALUES = 200  # of one dimension: a request that names more means all of them
NAMES_SHOWN = 20  # in the message about an unknown name


def selection(cube: Cube, category: Sequence[str], region: Sequence[str]) -> Selection:
    """The filters of a request. Blank values mean no filter; case and blanks around a name do not matter."""
    if not category and not region:
        return EVERYTHING
    return Selection(_positions("category", category, cube.categories), _positions("region", region, cube.regions))


def _positions(field: str, asked: Sequence[str], known: tuple[str, ...]) -> tuple[int, ...] | None:
    if len(asked) > MAX_FILTER_VALUES:
        raise InvalidInput.of(
            field, f"{len(asked)} values are more than {MAX_FILTER_VALUES}; leave the filter out for all"
        )
    names = [name for name in asked if name.strip()]
    if not names:
        return None
    by_key = {fold(name): position for position, name in enumerate(known)}
    for name in names:
        if fold(name) not in by_key:
            raise InvalidInput.of(field, _unknown(name, known))
    return tuple(sorted({by_key[fold(name)] for name in names}))


def _unknown(name: str, known: tuple[str, ...]) -> str:
    if not known:
        return f"{name[:60]!r} is not known; the store has no data yet"
    near = difflib.get_close_matches(fold(name), [fold(k) for k in known], n=1, cutoff=0.5)
    hint = next((f"; did you mean {k!r}?" for k in known if near and fold(k) == near[0]), "")
    more = "" if len(known) <= NAMES_SHOWN else f" and {len(known) - NAMES_SHOWN} more"
    return f"{name[:60]!r} is not known{hint} Known: {', '.join(known[:NAMES_SHOWN])}{more}".replace(
        "known Known", "known. Known"
    )


def group_by(asked: Sequence[str], default: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether to split by category and by region."""
    names = [name.strip().lower() for name in asked if name.strip()] or list(default)
    for name in names:
        if name not in ("category", "region", "none"):
            raise InvalidInput.of(
                "group_by", f"{name[:40]!r} is not known; use category, region (both may be given) or none"
            )
    if "none" in names and len(set(names)) > 1:
        raise InvalidInput.of("group_by", "'none' excludes the others; give it alone")
    return "category" in names, "region" in names


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
