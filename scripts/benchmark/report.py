"""Tables, printed as they are made and kept as Markdown."""


class Report:
    """Figures beside what was aimed at."""

    def __init__(self) -> None:
        self.text = ""

    def _line(self, line: str) -> None:
        print(line, flush=True)
        self.text += line + "\n"

    def title(self, text: str) -> None:
        self._line(f"\n## {text}\n")

    def head(self, *cells: str) -> None:
        self.row(*cells)
        self.row(*["---"] * len(cells))

    def row(self, *cells: object) -> None:
        self._line("| " + " | ".join(map(str, cells)) + " |")

    @staticmethod
    def least(value: float | None, aim: float | None) -> str:
        """A figure that should be at least the aim; without one, just the figure."""
        return _beside(value, aim, value is not None and aim is not None and value >= aim)

    @staticmethod
    def most(value: float | None, aim: float | None) -> str:
        """A figure that should be at most the aim."""
        return _beside(value, aim, value is not None and aim is not None and value <= aim)


def _beside(value: float | None, aim: float | None, reached: bool) -> str:
    if value is None:
        return ""
    told = f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
    return told if aim is None else f"{told} (aim {aim:g}: {'yes' if reached else 'NO'})"
