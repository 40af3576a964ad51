"""Expressions of measures, such as `(revenue - 0.3 * revenue) / orders`: sums, products with numbers, one ratio."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

LONGEST = 500  # characters; longer texts could nest deeper than the parser's stack

Linear = Mapping[str, float]  # measure -> factor


class BadExpression(ValueError):
    """What is wrong with an expression, and what to write instead."""


@dataclass(frozen=True)
class Formula:
    """`above` / `below`; `below` is empty where nothing is divided by."""

    above: Linear
    below: Linear

    @property
    def measures(self) -> frozenset[str]:
        """All that it needs."""
        return frozenset(self.above) | frozenset(self.below)


def parse(text: str) -> Formula:
    """Reads an expression. Raises BadExpression."""
    try:
        if len(text) > LONGEST:
            raise SyntaxError
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise BadExpression(f"{text[:80]!r} cannot be read; write such as (revenue - cost) / revenue") from None
    found = _read(tree, text)
    if isinstance(found, float):
        raise BadExpression(f"{text!r} is a number, whatever the data; name a measure")
    return found


def _read(node: ast.expr, text: str) -> Formula | float:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return float(value)
        case ast.Name(id=name):
            return Formula({name: 1.0}, {})
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _times(_read(operand, text), -1.0)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() as op, right=right):
            sign = 1.0 if isinstance(op, ast.Add) else -1.0
            return _plus(_read(left, text), _times(_read(right, text), sign), text)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            one, other = _read(left, text), _read(right, text)
            if isinstance(one, float):
                return _times(other, one)
            if isinstance(other, float):
                return _times(one, other)
            raise BadExpression(f"{text!r} multiplies measures; sums of products do not follow from sums")
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _over(_read(left, text), _read(right, text), text)
    raise BadExpression(f"{text!r} may have measures, numbers, + - * / and parentheses only")


def _times(one: Formula | float, factor: float) -> Formula | float:
    if isinstance(one, float):
        return one * factor
    return Formula({name: f * factor for name, f in one.above.items()}, one.below)


def _plus(one: Formula | float, other: Formula | float, text: str) -> Formula | float:
    if isinstance(one, float) and isinstance(other, float):
        return one + other
    if isinstance(one, float):
        one, other = other, one
    assert isinstance(one, Formula)
    if isinstance(other, float):
        if not one.below:
            raise BadExpression(
                f"{text!r} adds a number to a sum, which differs with the days asked for; multiply instead"
            )
        other = Formula({name: f * other for name, f in one.below.items()}, one.below)
    if one.below != other.below:
        raise BadExpression(f"{text!r} adds ratios of different things; bring them over one divisor")
    names = dict.fromkeys([*one.above, *other.above])
    return Formula({n: one.above.get(n, 0.0) + other.above.get(n, 0.0) for n in names}, one.below)


def _over(one: Formula | float, other: Formula | float, text: str) -> Formula | float:
    if isinstance(other, float):
        if other == 0:
            raise BadExpression(f"{text!r} divides by zero")
        return one / other if isinstance(one, float) else _times(one, 1 / other)
    if isinstance(one, float) or one.below or other.below:
        raise BadExpression(f"{text!r} is more than one ratio of sums; write (sum of measures) / (sum of measures)")
    return Formula(one.above, other.above)
