"""What is wrong with a YAML file, told by the line it stands in."""

from collections.abc import Iterator, Sequence

import yaml

from bi_server.errors import InvalidInput, Violation

Place = Sequence[str | int]


class Mistakes:
    """What is wrong with a file, by the place in it."""

    def __init__(self, name: str, root: yaml.Node) -> None:
        self._name, self._root = name, root
        self.found: list[tuple[int, str, str]] = []

    def add(self, place: Place, text: str, line: int = 0) -> None:
        line = line or _line(self._root, place)
        where = ".".join(str(step) for step in place)
        self.found.append((line, f"{self._name}:{line}", f"{where}: {text}" if where else text))

    def check(self) -> None:
        if self.found:
            raise InvalidInput([Violation(where, text) for _, where, text in sorted(self.found)])


def _line(node: yaml.Node, place: Place) -> int:
    """The line of the deepest part of `place` that is in the file."""
    line = node.start_mark.line
    for step in place:
        if isinstance(node, yaml.MappingNode):
            entry = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if entry is None:
                break
            line, node = entry[0].start_mark.line, entry[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line
        else:
            break
    return line + 1


def repeated(node: yaml.Node, place: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], int]]:
    """Keys that a mapping has twice, with the second one's line: YAML would take the last in silence."""
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield (*place, key.value), key.start_mark.line + 1
            seen.add(key.value)
            yield from repeated(value, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for i, value in enumerate(node.value):
            yield from repeated(value, (*place, i))
