"""Who calls, and what he may do."""

from dataclasses import dataclass
from enum import IntEnum

from bi_server.store.scope import Scope


class Permission(IntEnum):
    """What a caller may do; each includes those before it. The numbers are those of `bi.v1.Access`."""

    PUBLIC = 1
    READ = 2
    WRITE = 3
    ADMIN = 4


ROLES = {"viewer": Permission.READ, "editor": Permission.WRITE, "admin": Permission.ADMIN}


@dataclass(frozen=True)
class Principal:
    """A caller as the log names it: `kind` is `anonymous`, `token` or `key`, `name` the subject or the key's name.

    `scope` None: he sees the whole business.
    """

    kind: str
    name: str
    permission: Permission
    scope: Scope | None = None

    def __str__(self) -> str:
        return f"{self.kind} {self.name}".strip()


def role_of(permission: Permission) -> str:
    """The least role that has a permission."""
    return next(role for role, held in ROLES.items() if held >= permission)
