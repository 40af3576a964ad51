"""Expressions over a file's columns, such as `Quantity * UnitPrice`: + - * /, parentheses, numbers and names.

`(Refund or 0)` is a column whose blanks stand for a whole number.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from bi_server.errors import InvalidInput

Floats: TypeAlias = NDArray[np.float64]

_QUOTED = re.compile(r"`([^`]+)`")
_LENGTH = 500  # longer texts could nest deeper than the parser's stack
_LARGEST = 1e15
_OPERATORS: dict[type[ast.operator], Callable[[Floats, Floats], Floats]] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: np.divide,
}


@dataclass(frozen=True)
class Expression:
    """A checked expression; `columns` are the names it needs, in order of appearance."""

    text: str
    columns: tuple[str, ...]
    _tree: ast.expr
    _names: Mapping[str, str]  # Python identifier -> column, for names in backticks
    defaults: Mapping[str, str]  # column -> what a blank of it stands for

    def evaluate(self, values: Mapping[str, Floats]) -> Floats:
        """The expression for every row; a division by zero gives an infinite or undefined number."""
        with np.errstate(all="ignore"):
            return np.asarray(self._value(self._tree, values), dtype=np.float64)

    def _value(self, node: ast.expr, values: Mapping[str, Floats]) -> Floats:
        if isinstance(node, ast.BinOp):
            return _OPERATORS[type(node.op)](self._value(node.left, values), self._value(node.right, values))
        if isinstance(node, ast.UnaryOp):
            inner = self._value(node.operand, values)
            return -inner if isinstance(node.op, ast.USub) else inner
        if isinstance(node, ast.BoolOp):
            return self._value(node.values[0], values)  # blanks have their default already
        if isinstance(node, ast.Name):
            return values[self._names.get(node.id, node.id)]
        assert isinstance(node, ast.Constant)
        return np.float64(node.value)  # type: ignore[return-value,arg-type]  # broadcasts like an array


def parse(text: str) -> Expression:
    """Checks an expression; names with blanks stand in backticks. Raises InvalidInput for anything else."""
    names: dict[str, str] = {}

    def identifier(match: re.Match[str]) -> str:
        name = f"_column_{len(names)}"
        names[name] = match[1]
        return name

    try:
        if len(text) > _LENGTH:
            raise SyntaxError
        tree = ast.parse(_QUOTED.sub(identifier, text).strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise InvalidInput.of(
            "derive", f"{text[:80]!r} cannot be read; write such as Quantity * `Unit Price`"
        ) from None
    columns: dict[str, None] = {}
    defaults: dict[str, str] = {}
    for node, default in _checked(tree, text):
        column = names.get(node.id, node.id)
        if defaults.setdefault(column, default) != default:
            raise InvalidInput.of("derive", f"{text!r} has {column!r} with and without `or`; write it alike")
        columns[column] = None
    if not columns:
        raise InvalidInput.of("derive", f"{text!r} names no column; for the same value in every row use set")
    defaults = {column: default for column, default in defaults.items() if default}
    return Expression(text, tuple(columns), tree, names, defaults)


def _checked(node: ast.expr, text: str) -> list[tuple[ast.Name, str]]:
    """The names of columns, and what stands for their blanks."""
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return [*_checked(node.left, text), *_checked(node.right, text)]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return _checked(node.operand, text)
    if isinstance(node, ast.Name):
        return [(node, "")]
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and len(node.values) == 2:
        column, default = node.values
        if isinstance(column, ast.Name) and isinstance(default, ast.Constant) and type(default.value) is int:
            return [(column, str(default.value))]
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        if abs(node.value) > _LARGEST:
            raise InvalidInput.of("derive", f"{text[:80]!r} has a number beyond {_LARGEST:.0e}; use smaller ones")
        return []
    raise InvalidInput.of("derive", f"{text!r} may have columns, numbers, + - * /, parentheses and (COLUMN or 0) only")
