"""Which part of the business is asked about, and the series that it is split into."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Selection:
    """Which part of the business: by dimension (its place among those held) positions in `Cube.names`.

    Dimensions that are not there are not filtered. In the order of the dimensions, so that equal selections are equal.
    """

    parts: tuple[tuple[int, tuple[int, ...]], ...] = ()

    def of(self, dimension: int) -> tuple[int, ...] | None:
        """The positions of the names of a dimension; None means all."""
        return next((positions for i, positions in self.parts if i == dimension), None)

    def only(self, dimension: int, position: int) -> "Selection":
        """The same within one name of a dimension."""
        kept = [part for part in self.parts if part[0] != dimension]
        return Selection(tuple(sorted([*kept, (dimension, (position,))])))


EVERYTHING = Selection()


@dataclass(frozen=True)
class Group:
    """One series of a split: a position in `Cube.names` for each dimension it is split by, in the order of those."""

    parts: tuple[tuple[int, int], ...] = ()

    def position(self, dimension: int) -> int | None:
        """None where it is not split by the dimension."""
        return next((position for i, position in self.parts if i == dimension), None)

    def of(self, selection: Selection) -> Selection:
        """What of a selection is in this series."""
        if not self.parts:
            return selection
        split = {i for i, _ in self.parts}
        kept = [part for part in selection.parts if part[0] not in split]
        return Selection(tuple(sorted([*kept, *((i, (position,)) for i, position in self.parts)])))
