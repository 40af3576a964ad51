"""Which column of a file feeds which column of ours."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest import expressions
from bi_server.ingest.expressions import Expression
from bi_server.ingest.options import TARGETS, ImportOptions, Target

NUMBERS = ("money", "count")


@dataclass(frozen=True)
class Binding:
    """Where one column of ours comes from: a column of the file, an expression, a constant, or nowhere."""

    target: Target
    column: str = ""
    expression: Expression | None = None
    constant: str = ""  # where the file has no column for it; also stands in for blank values

    @property
    def columns(self) -> tuple[str, ...]:
        """The file's columns it needs."""
        if self.expression is not None:
            return self.expression.columns
        return (self.column,) if self.column else ()


def bind(options: ImportOptions, columns: Sequence[str]) -> list[Binding]:
    """A binding for each column of the table. Raises InvalidInput naming every column that is missing."""
    by_name: dict[str, str] = {}
    for column in columns:
        by_name.setdefault(plain(column), column)
    bindings, violations = [], []
    for target in TARGETS[options.table]:
        constant = options.constants.get(target.name, "")
        if target.name in options.derived:
            if target.kind not in NUMBERS:
                violations.append(Violation("derive", f"{target.name} is no number; map it or set it"))
                continue
            binding = Binding(target, expression=expressions.parse(options.derived[target.name]), constant=constant)
        elif target.name in options.mapping:
            binding = Binding(target, column=options.mapping[target.name], constant=constant)
        else:
            named = [by_name[name] for name in (target.name, *target.aliases) if name in by_name]
            found = next(iter(named), "")
            binding = Binding(target, column=found, constant=constant)
            if len(named) > 1 and target.name not in by_name:
                violations.append(Violation(target.name, _several(target, named)))
            if target.required and not found and not constant:
                violations.append(Violation(target.name, _missing(target, columns)))
        violations += [Violation("map", _unknown(name, columns)) for name in binding.columns if name not in columns]
        for name in binding.columns:
            if columns.count(name) > 1:
                violations.append(Violation("map", f"the file has several columns {name!r}; rename one of them"))
        bindings.append(binding)
    if violations:
        raise InvalidInput(violations)
    return bindings


def plain(header: str) -> str:
    """A header without what differs between spellings of it: `OrderDate`, `order date`, `ORDER_DATE`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", header.strip())
    return re.sub(r"[\W_]+", "_", words).strip("_").lower()


def _several(target: Target, named: list[str]) -> str:
    ways = " or ".join(f"map {target.name}={name}" for name in named)
    return f"may be any of the columns {', '.join(named)}; {ways}"


def _missing(target: Target, columns: Sequence[str]) -> str:
    remedy = f"map {target.name}=COLUMN or set {target.name}=VALUE"
    if target.kind in NUMBERS:
        remedy += f" or derive {target.name}=EXPRESSION"
    return f"the file has no such column (it has {', '.join(columns)}); {remedy}"


def _unknown(name: str, columns: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, columns, 1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    return f"the file has no column {name!r}; {hint}it has {', '.join(columns)}"
