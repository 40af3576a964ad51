"""One true table, written in ways that people and tools write tables: whatever is read must be the truth.

`python -m scripts.fuzz_import --tries 10000` prints how many files were read right, in part, or refused, and every one
that was read wrong, with how it was written; the exit code says whether there was any.
"""

import argparse
import csv
import gzip
import io
import json
import random
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine

from bi_server.errors import InvalidInput
from bi_server.ingest.binding import bind
from bi_server.ingest.cleaning import Cleaner
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.sources import first_values, open_source
from bi_server.ingest.synonyms import SYNONYMS
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import metadata

NAMES = ("date", "revenue", "units_sold", "product_category", "region", "customer_id", "order_id")
CATEGORIES = ("Books", "Bücher", "Café, Thé", "Home & Garden", 'TV 32"', "Łódź", "玩具", "O'Neil; Söhne")
REGIONS = ("North", "Süd", "Genève", "São Paulo", "West|East", "Orłowo")
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1250", "latin-1", "mac_roman")
DELIMITERS = (",", ";", "\t", "|")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),  # noqa: SIM905
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),  # noqa: SIM905
}
DATES: tuple[tuple[str, Callable[[datetime], str]], ...] = (
    ("YYYY-MM-DD", lambda d: f"{d:%Y-%m-%d}"),
    ("ISO", lambda d: f"{d:%Y-%m-%dT%H:%M:%S}"),
    ("ISO", lambda d: f"{d:%Y-%m-%d %H:%M:%S}+00"),
    ("ISO", lambda d: f"{d:%Y-%m-%d %H:%M:%S}.250 UTC"),
    ("ISO", lambda d: f"{d + timedelta(hours=2):%Y-%m-%dT%H:%M:%S}+02:00"),
    ("YYYY-MM-DD", lambda d: f"{d.year}-{d.month}-{d.day}"),
    ("DD/MM/YYYY", lambda d: f"{d:%d/%m/%Y}"),
    ("MM/DD/YYYY", lambda d: f"{d:%m/%d/%Y}"),
    ("MM/DD/YYYY", lambda d: f"{d.month}/{d.day}/{d.year}"),
    ("DD.MM.YYYY", lambda d: f"{d:%d.%m.%Y}"),
    ("DD.MM.YY", lambda d: f"{d:%d.%m.%y}"),
    ("YY.MM.DD", lambda d: f"{d:%y.%m.%d}"),
    ("DD-MM-YYYY", lambda d: f"{d:%d-%m-%Y}"),
    ("MM/DD/YY", lambda d: f"{d:%m/%d/%y}"),
    ("YY/MM/DD", lambda d: f"{d:%y/%m/%d}"),
    ("YYYY/MM/DD", lambda d: f"{d:%Y/%m/%d}"),
    ("YYYYMMDD", lambda d: f"{d:%Y%m%d}"),
    ("DDMMYYYY", lambda d: f"{d:%d%m%Y}"),
    ("YYMMDD", lambda d: f"{d:%y%m%d}"),
    ("DD-MMM-YYYY", lambda d: f"{d.day}-{MONTHS['en'][d.month - 1][:3]}-{d.year}"),
    ("DD-MMM-YY", lambda d: f"{d.day:02}-{MONTHS['en'][d.month - 1][:3]}-{d:%y}"),
    ("MMMM D, YYYY", lambda d: f"{MONTHS['en'][d.month - 1]} {d.day}, {d.year}"),
    ("D. MMMM YYYY", lambda d: f"{d.day}. {MONTHS['de'][d.month - 1]} {d.year}"),
    ("D MMMM YYYY", lambda d: f"{d.day} {MONTHS['fr'][d.month - 1]} {d.year}"),
    ("%m/%d/%Y %I:%M %p", lambda d: f"{d:%m/%d/%Y %I:%M %p}"),
    ("excel", lambda d: repr((d - datetime(1899, 12, 30)).total_seconds() / 86_400)),
    ("epoch", lambda d: str(int((d - datetime(1970, 1, 1)).total_seconds()))),
    ("epoch_ms", lambda d: str(int((d - datetime(1970, 1, 1)).total_seconds()) * 1000)),
)


@dataclass(frozen=True)
class Row:
    """A sale as it was."""

    moment: datetime
    cents: int
    units: int
    category: str
    region: str
    customer: str
    order: str


@dataclass(frozen=True)
class Written:
    """A file, what may be declared of it, and how it was written."""

    content: bytes
    options: dict[str, Any]
    how: str


def truth(chance: random.Random) -> list[Row]:
    """Some sales; few or many days, small or large amounts."""
    start = datetime(chance.choice((2004, 2019, 2023, 2024)), chance.randint(1, 12), chance.randint(1, 28))
    days = chance.choice((1, 12, 40, 400))
    largest = chance.choice((1_000, 100_000, 100_000_000))
    western, whole = chance.random() < 0.5, chance.random() < 0.25
    rows = []
    for i in range(chance.choice((1, 2, 5, 12, 40))):
        cents = chance.randint(-largest // 10, largest)
        if whole or chance.random() < 0.2:
            cents = cents // 100 * 100
        rows.append(
            Row(
                start + timedelta(days=chance.randrange(days), minutes=chance.randrange(1440)),
                cents,
                chance.randint(0, chance.choice((5, 5000))),
                chance.choice(CATEGORIES[:5] if western else CATEGORIES),
                chance.choice(REGIONS[:4] if western else REGIONS),
                f"C{chance.randrange(9)}",
                f"A{i}",
            )
        )
    return rows


def amount(cents: int, form: str, decimals: int) -> str:
    """An amount in one of the ways to write it."""
    point, thousands = {"comma": (",", "."), "space": (",", " "), "swiss": (".", "'")}.get(form, (".", ","))
    whole, part = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", thousands) if form != "plain" else str(whole)
    return grouped + (f"{point}{part:02}".ljust(1 + decimals, "0") if decimals else "")


def signed(text: str, is_negative: bool, style: str, money: str) -> str:
    """With its sign and its currency."""
    if style == "brackets":
        text = money + text
        return f"({text})" if is_negative else text
    if style == "behind":
        return text + money + ("-" if is_negative else "")
    return ("-" if is_negative else "") + money + text


def write(rows: list[Row], chance: random.Random) -> Written:
    """The rows in some way."""
    decimals = 0 if all(row.cents % 100 == 0 for row in rows) else chance.choice((2, 2, 2, 3))
    form = chance.choice(("plain", "plain", "point", "comma", "comma", "space", "swiss"))
    style, money = (
        chance.choice(("front", "front", "brackets", "behind")),
        chance.choice(("", "", "", "$", "USD ", "€")),
    )
    date_form, date_text = chance.choice(DATES)
    order = list(range(len(NAMES)))
    if chance.random() < 0.5:
        chance.shuffle(order)
    units_grouped = chance.random() < 0.2 and form != "plain"
    table = []
    for row in rows:
        units = amount(row.units * 100, form if units_grouped else "plain", 0)
        money_text = signed(amount(row.cents, form, decimals), row.cents < 0, style, money)
        fields = [date_text(row.moment), money_text, units, row.category, row.region, row.customer, row.order]
        table.append([fields[i] for i in order])
    header = [NAMES[i] for i in order]
    if chance.random() < 0.3:
        header = [name.replace("_", " ").title() for name in header]
    elif chance.random() < 0.4:
        header = [chance.choice((name, *SYNONYMS[name])) for name in header]
        header = [chance.choice((name, name.upper(), name.title().replace("_", " "))) for name in header]
    options: dict[str, Any] = {}
    if chance.random() < 0.1:  # rows that are not meant, and look like others
        header.append("Status")
        table = [[*fields, "paid"] for fields in table] + [[*fields, "Void"] for fields in table[: chance.randrange(3)]]
        chance.shuffle(table)
        options["where"] = (chance.choice(("Status=PAID", "Status!=void")),)
    if (date_form in ("excel", "epoch", "epoch_ms") and chance.random() < 0.8) or chance.random() < 0.3:
        options["date_format"] = date_form
    if chance.random() < 0.3:
        options["decimal"] = "comma" if form in ("comma", "space") else "point"
    how = f"{date_form} {form} {decimals} {style} {money!r} {options}"
    if chance.random() < 0.15:
        return _json(table, header, options, how)
    return _csv(table, header, options, how, chance)


def _json(table: list[list[str]], header: list[str], options: dict[str, Any], how: str) -> Written:
    lines = [json.dumps(dict(zip(header, row, strict=True))) for row in table]
    return Written("\n".join(lines).encode(), options, how + " JSON lines")


def _csv(
    table: list[list[str]], header: list[str], options: dict[str, Any], how: str, chance: random.Random
) -> Written:
    delimiter, end = chance.choice(DELIMITERS), chance.choice(("\n", "\n", "\r\n", "\r"))
    quoting: Any = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    text = io.StringIO()
    if chance.random() < 0.1:
        text.write(f"sep={delimiter}{end}")
    elif chance.random() < 0.2:
        pad = delimiter * chance.choice((0, len(header) - 1))
        text.write(f"Sales report{pad}{end}" + end * chance.randrange(3))
    knows_quotes = chance.random() < 0.85  # other programs put a delimiter between fields, whatever is in them
    writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting)
    behind = chance.choice(("", "", "", "rows", "all"))
    writer.writerow([*header, *[""] * (behind == "all")])
    for row in table:
        if chance.random() < 0.05:
            text.write(end)
        fields = [*row, *[""] * (behind != "")]
        if knows_quotes:
            writer.writerow(fields)
        else:
            text.write(delimiter.join(fields) + end)
    written = text.getvalue()
    if chance.random() < 0.5:
        written = written.removesuffix(end)
    encoding = chance.choice(ENCODINGS)
    try:
        content = written.encode(encoding)
    except UnicodeEncodeError:
        encoding, content = "utf-8", written.encode()
    if chance.random() < 0.2:
        options["encoding"] = encoding
    if chance.random() < 0.2:
        options["delimiter"] = delimiter
    how += f" {delimiter!r} {end!r} quoting {quoting if knows_quotes else None} {behind} {encoding} {options}"
    if chance.random() < 0.1:
        return Written(gzip.compress(content), options, how + " gz")
    if chance.random() < 0.1:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("sales.csv", content)
        return Written(packed.getvalue(), options, how + " zip")
    return Written(content, options, how)


def read(path: Path, options: dict[str, Any], connection: Connection) -> tuple[dict[str, tuple[Any, ...]], int]:
    """The rows that are accepted, by order id, and how many the file is said to have."""
    asked = ImportOptions(**options, any_date=True)
    source = open_source(path, asked)
    taken: dict[str, tuple[Any, ...]] = {}
    with closing(
        Cleaner(bind(asked, source.columns, lambda: first_values(source)), asked, SegmentIds(connection), source)
    ) as cleaner:
        for batch in source.batches(cleaner.wanted, cleaner.encoded):
            for row in cleaner.clean(batch).staged.to_pylist():
                cents = round(row["revenue"] * 100)
                names = row["product_category"], row["region"], row["customer_id"]
                taken[row["order_id"]] = (row["date"], cents, row["units_sold"], *names)
        return taken, cleaner.rows + source.malformed


def is_true(rows: list[Row], taken: dict[str, tuple[Any, ...]], said: int) -> bool:
    """Whether every accepted row is as it was, or of its day where the file has no times, and none is missing."""
    known = {row.order: row for row in rows}
    for order, (moment, *rest) in taken.items():
        row = known.get(order)
        if row is None or moment.date() != row.moment.date():
            return False
        if rest != [row.cents, row.units, " ".join(row.category.split()), row.region, row.customer]:
            return False
    return said >= len(rows)


def fuzz(tries: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Counts of files that were read right, in part, or refused; and those that were read wrong."""
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with tempfile.TemporaryDirectory() as folder, engine.connect() as connection:
        path = Path(folder) / "file.csv"
        for i in range(tries):
            chance = random.Random(f"{seed} {i}")
            rows = truth(chance)
            written = write(rows, chance)
            path.write_bytes(written.content)
            try:
                taken, said = read(path, written.options, connection)
            except InvalidInput as error:
                outcomes["refused"] += 1
                outcomes[f"refused: {error.violations[0].field}"] += 1
                continue
            finally:
                connection.rollback()
            if is_true(rows, taken, said):
                outcomes["right" if len(taken) == len(rows) else "in part, and told"] += 1
            else:
                outcomes["wrong"] += 1
                wrong.append(f"seed {seed}, try {i}: {written.how}")
    engine.dispose()
    return outcomes, wrong


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    outcomes, wrong = fuzz(args.tries, args.seed)
    for name, count in outcomes.most_common():
        print(f"{count:8,} {name}")
    for line in wrong[:20]:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
