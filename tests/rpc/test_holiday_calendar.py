"""Which holidays are known under the settings."""

from datetime import date

import pytest

from bi_server.answers.holiday_calendar import holiday_calendar
from bi_server.errors import InvalidInput

FIRST = date(2024, 1, 1)
EPIPHANY, CORPUS_CHRISTI = date(2024, 1, 6), date(2024, 5, 30)


def test_a_part_of_a_country_keeps_days_of_its_own() -> None:
    whole, bavaria = (holiday_calendar("DE", part)(FIRST, 1) for part in ("", "BY"))
    assert {EPIPHANY, CORPUS_CHRISTI} <= bavaria.keys()
    assert not {EPIPHANY, CORPUS_CHRISTI} & whole.keys()
    assert whole.keys() < bavaria.keys()
    assert holiday_calendar("GB", "Scotland")(FIRST, 1) == holiday_calendar("GB", "SCT")(FIRST, 1)


@pytest.mark.parametrize(
    ("country", "part", "setting", "told"),
    [
        ("XX", "", "HOLIDAYS_COUNTRY", "ISO 3166"),
        ("GB", "CA", "HOLIDAYS_SUBDIVISION", "ENG, NIR, SCT, WLS"),
        ("SG", "North", "HOLIDAYS_SUBDIVISION", "no parts"),
        ("", "CA", "HOLIDAYS_SUBDIVISION", "HOLIDAYS_COUNTRY"),
    ],
)
def test_unknown_names_are_refused_with_those_that_are_known(country: str, part: str, setting: str, told: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        holiday_calendar(country, part)
    (violation,) = caught.value.violations
    assert violation.field == setting
    assert told in violation.description
