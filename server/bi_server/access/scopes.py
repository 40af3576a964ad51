"""Which rows a caller may see, as tokens, commands and the store write it: `{"region": ["North"]}`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Engine

from bi_server.access.principal import ROLES, Permission
from bi_server.errors import InvalidInput
from bi_server.store.schema import schema_of
from bi_server.store.scope import Scope
from bi_server.store.segments import fold

MOST_NAMES = 1000
OAUTH = ("scope", "scp")  # names of the claim that providers fill themselves
FIELD = "scope"
EXAMPLE = '{"region": ["North", "South"]}'


def dimensions_of(engine: Engine) -> tuple[str, ...]:
    """The ids of the dimensions that a scope may name: of wide ones no sums are held."""
    return tuple(dimension.id for dimension in schema_of(engine).held)


def says_nothing(claim: str, value: Any, dimensions: Sequence[str]) -> bool:
    """Whether what a claim says is not of rows, but of OAuth (`openid email`): in claims of OAuth's names alone.

    Words that look like a scope of ours are no such: who wrote them meant to hide rows.
    """
    words = value.split() if isinstance(value, str) else value
    return claim in OAUTH and isinstance(words, list) and not any(_meant(word, dimensions) for word in words)


def _meant(word: Any, dimensions: Sequence[str]) -> bool:
    return not isinstance(word, str) or word.partition(":")[0].lower() in dimensions


def scope_of(value: Any, dimensions: Sequence[str]) -> Scope:
    """The scope that is written so; a name alone stands for a list of one.

    Raises InvalidInput for what is none, and for a dimension that is not there: it hides what nobody can tell.
    """
    if not isinstance(value, Mapping) or not value:
        raise InvalidInput.of(FIELD, f"takes an object of names by dimension, such as {EXAMPLE}")
    parts = []
    for dimension, given in value.items():
        if dimension not in dimensions:
            raise InvalidInput.of(FIELD, f"{str(dimension)[:40]!r} is none of {', '.join(dimensions)}")
        names = [given] if isinstance(given, str) else given
        is_list = isinstance(names, list) and all(isinstance(name, str) and name.strip() for name in names)
        if not is_list or len(names) > MOST_NAMES:
            raise InvalidInput.of(FIELD, f"takes a list of up to {MOST_NAMES:,} names of {dimension}")
        parts.append((dimension, frozenset(map(fold, names))))
    return Scope(tuple(sorted(parts)))


def parsed(texts: Sequence[str], dimensions: Sequence[str]) -> Scope | None:
    """The scope of options such as `region:North`, one name each; None where there are none. Raises InvalidInput."""
    found: dict[str, list[str]] = {}
    for text in texts:
        dimension, _, name = text.partition(":")
        if not name.strip():
            raise InvalidInput.of("--scope", f"{text[:60]!r} is no DIMENSION:NAME, such as {dimensions[-1]}:NAME")
        found.setdefault(dimension.strip().lower(), []).append(name)
    return scope_of(found, dimensions) if found else None


def stored(scope: Scope | None, role: str) -> str | None:
    """The text that the store keeps. Raises InvalidInput for a role that could do nothing more with a scope."""
    if scope is None:
        return None
    if ROLES.get(role, Permission.READ) > Permission.READ:
        raise InvalidInput.of(FIELD, f"goes with the role viewer, not {role}: imports are of the whole business")
    return json.dumps({dimension: sorted(names) for dimension, names in scope.parts}, ensure_ascii=False)


def shown(text: str | None) -> str:
    """A stored scope as it was asked for; empty for everything."""
    found: dict[str, list[str]] = json.loads(text) if text else {}
    return " ".join(f"{dimension}:{name}" for dimension, names in found.items() for name in names)
