"""What a model file may say, what it means, and how its mistakes are told."""

from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bi_server.errors import InvalidInput
from bi_server.semantic import Model, default_model, read_model
from bi_server.semantic.expressions import BadExpression, parse
from bi_server.semantic.measures import Totals
from bi_server.semantic.metrics import Metric

SHIPPED = (Path(__file__).resolve().parents[2] / "server/bi_server/semantic/default.yaml").read_text()
METRICS, KPIS = SHIPPED.split("kpis:\n")


def model(tmp_path: Path, metrics: str = "", kpis: str = "") -> Model:
    """The shipped model with further lines."""
    path = tmp_path / "model.yaml"
    path.write_text(f"{METRICS}{metrics}kpis:\n{KPIS}{kpis}")
    return read_model(str(path))


def test_the_shipped_model_is_the_default_and_may_be_written_out(tmp_path: Path) -> None:
    assert model(tmp_path) == default_model() == read_model("")


MEASURES = ("revenue", "orders", "units", "visits")


@st.composite
def sums(draw: st.DrawFn) -> str:
    """A sum of counts with factors, such as `orders - 2 * (units + 0.5 * visits)`."""
    counts = MEASURES[1:]
    first, *others = draw(st.lists(st.sampled_from(counts), min_size=1, max_size=3, unique=True))
    text = first
    for name in others:
        text += f" {draw(st.sampled_from('+-'))} {draw(st.sampled_from(['2', '0.5', '3']))} * ({name})"
    return f"({text})"


@given(
    above=sums(),
    below=sums(),
    values=st.tuples(*(st.integers(-10_000, 10_000) for _ in range(5))),
)
def test_expressions_mean_what_they_mean_elsewhere(above: str, below: str, values: tuple[int, ...]) -> None:
    """Exact fractions are the second opinion, for a range and for arrays."""
    names = dict(zip(("revenue", "units", "orders", "rows", "visits"), map(Fraction, values), strict=True))
    names["units"] /= 1000
    exact = [
        Fraction(eval(text.replace("0.5", "Fraction(1, 2)"), {**names, "Fraction": Fraction}))
        for text in (above, below)
    ]
    metric = _declared(f"{above} / {below}")
    totals = Totals(*values)
    found = metric.of(totals).value
    array = metric.values(np.array([values]))[0]
    if exact[1] == 0:
        assert found is None
        assert np.isnan(array)
        assert metric.steps([[float(v)] for v in values]) == []
    else:
        expected = float(exact[0] / exact[1])
        assert found == pytest.approx(expected, rel=1e-12, abs=1e-12)
        assert array == found
        assert metric.steps([[float(v)] for v in values]) == [found]


def _declared(expression: str) -> Metric:
    with TemporaryDirectory() as folder:
        line = f"  own: {{title: Own, expression: '{expression}', undefined: none}}\n"
        return model(Path(folder), line).metrics["own"]


@pytest.mark.parametrize(
    ("metric", "sums_", "value"),
    [
        ("{title: A, of: units, per: orders, undefined: no_orders}", Totals(0, 30_000, 12, 12, 0), 2.5),
        ("{title: A, expression: revenue / 1.19, format: currency}", Totals(11_900, 0, 0, 0, 0), 100.0),
        ("{title: A, of: revenue, per: units, format: currency, undefined: none}", Totals(1000, 4_000, 0, 0, 0), 2.5),
        ("{title: A, expression: 1 - orders / visits, undefined: no_traffic}", Totals(0, 0, 1, 1, 4), 0.75),
        ("{title: A, expression: (revenue - 0.5 * revenue) / revenue, undefined: none}", Totals(99, 0, 0, 0, 0), 0.5),
        ("{title: A, of: visits, per: orders, undefined: no_orders}", Totals(0, 0, 0, 0, 9), None),
    ],
)
def test_own_metrics(tmp_path: Path, metric: str, sums_: Totals, value: float | None) -> None:
    found = model(tmp_path, f"  own: {metric}\n").metrics["own"]
    assert found.of(sums_).value == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("metric", "kpi", "text"),
    [
        ("own: {title: A, of: unts}", "", "metrics.own: 'unts' is no measure; did you mean 'units'?"),
        ("own: {title: A, of: units, per: orders}", "", "say with `undefined` why there is no answer"),
        ("own: {title: A, expression: units * orders}", "", "multiplies measures"),
        ("own: {title: A, expression: units + 1}", "", "adds a number to a sum"),
        ("own: {title: A, expression: revenue + units}", "", "adds money and counts"),
        ("own: {title: A, of: units, per: revenue, undefined: x}", "", "divides counts by money"),
        ("own: {title: A, expression: customers / orders, undefined: x}", "", "customers are counted anew"),
        ("own: {title: A}", "", "needs either `of` (and `per`) or `expression`"),
        ("own: {of: units}", "", "metrics.own.title: is missing"),
        ("own: {title: A, of: units, formt: number}", "", "metrics.own.formt: is not known; did you mean 'format'?"),
        ("own: {title: A, of: units, format: percent}", "", "should be 'currency', 'percentage' or 'number'"),
        ("Own: {title: A, of: units}", "", "is no name: use lower-case letters"),
        ("own: {title: A, of: units, drives: [revenu]}", "", "'revenu' is no metric; did you mean 'revenue'?"),
        ("units: {title: A, of: units}", "", "'units' is there twice"),
        ("own: {title: A, of: units}}", "", "is no YAML"),
        ("", "unit", "'unit' is no metric; did you mean 'units'?"),
        ("", "{metric: units, id: orders}", "'orders' is there twice; give one of them another id"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, metric: str, kpi: str, text: str) -> None:
    with pytest.raises(InvalidInput) as told:
        model(tmp_path, f"  {metric}\n" if metric else "", f"  - {kpi}\n" if kpi else "")
    found = {violation.field: violation.description for violation in told.value.violations}
    lines = (tmp_path / "model.yaml").read_text().splitlines()
    assert text in found[f"model.yaml:{lines.index(f'  {metric}' if metric else f'  - {kpi}') + 1}"]


def test_documented_metrics_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "model.yaml"
    path.write_text(SHIPPED.replace("of: orders, per: visits, scale: 100", "of: units, per: visits, scale: 100"))
    with pytest.raises(InvalidInput, match=r"conversion_rate: is documented as 100 \* orders / visits \(percentage\)"):
        read_model(str(path))
    path.write_text("kpis: [revenue]")
    assert read_model(str(path)).metrics == default_model().metrics
    path.write_text(SHIPPED.replace("title: Units Sold", "title: Pieces"))
    assert read_model(str(path)).metrics["units"].title == "Pieces"


def test_pairs_of_which_one_is_computed_from_the_other(tmp_path: Path) -> None:
    pairs = {tuple(sorted(pair)) for pair in default_model().identities}
    assert pairs == {
        ("average_order_value", "orders"),
        ("average_order_value", "revenue"),
        ("conversion_rate", "orders"),
        ("conversion_rate", "visits"),
        ("orders", "revenue"),
    }
    own = model(tmp_path, "  net: {title: Net, expression: revenue / 1.25}\n").identities
    assert {frozenset(("net", "revenue")), frozenset(("net", "average_order_value"))} <= own


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as told:
        model(tmp_path, "  a: {title: A, of: unts}\n  b: {title: B, expression: units ** 2}\n", "  - c\n")
    assert len(told.value.violations) == 3


@pytest.mark.parametrize(
    "text",
    ["", "1", "units if orders else 1", "units.x", "f(units)", "units / orders / visits", "units / 0", "(" * 400],
)
def test_other_expressions_are_refused(text: str) -> None:
    with pytest.raises(BadExpression):
        parse(text)


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_model(str(tmp_path / "none.yaml"))
    for content, text in (
        (b"", "is empty"),
        (b"\xff\xfe", "is no UTF-8"),
        (b"- a\n", "dictionary"),
        (b"#" * (2 << 20), "over the limit"),
    ):
        (tmp_path / "some.yaml").write_bytes(content)
        with pytest.raises(InvalidInput, match=text):
            read_model(str(tmp_path / "some.yaml"))
