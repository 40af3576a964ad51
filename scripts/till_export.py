"""Writes the example of a messy file, `server/bi_server/samples/till_export.csv`: made up, always the same.

`python -m scripts.till_export`
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

TARGET = Path(__file__).parents[1] / "server/bi_server/samples/till_export.csv"
HEADER = "Receipt No;Order Date;Product Line;Branch;Customer No;Qty;Net Amount;Status"
LINES = {"Coffee": 320, "Tea": 290, "Bakery": 410, "Books & Cards": 1250, "Machines": 89900}  # mean price, in cents
BRANCHES = ("Harbour", "Old Town", "Station")
NOBODY = ("", "N/A", "-", "NULL")


@dataclass(frozen=True)
class Sale:
    """A line of a receipt, as it was."""

    receipt: str
    day: date
    line: str
    branch: str
    customer: str
    units: int
    cents: int
    status: str = "ok"


def sales() -> list[Sale]:
    """About a thousand lines over half a year, voided ones among them."""
    chance = random.Random(7)
    found: list[Sale] = []
    number = 0
    while len(found) < 1000:
        number += 1
        day = date(2025, 1, 2) + timedelta(days=number * 178 // 480)
        branch, status = chance.choice(BRANCHES), "VOID" if chance.random() < 0.03 else "ok"
        customer = chance.choice(NOBODY) if chance.random() < 0.4 else f"K{chance.randint(1, 180):04}"
        sign = -1 if chance.random() < 0.03 else 1
        for line in chance.sample(list(LINES), chance.randint(1, 4)):
            units = sign * (1 if line == "Machines" else chance.randint(1, 4))
            cents = units * round(LINES[line] * chance.uniform(0.7, 1.4))
            found.append(Sale(f"{2025}/{number:05}", day, line, branch, customer, units, cents, status))
    return found


def amount(cents: int) -> str:
    """As the till writes it: points for thousands, a comma, the minus behind."""
    whole, part = divmod(abs(cents), 100)
    return f"{whole:,}".replace(",", ".") + f",{part:02}" + ("-" if cents < 0 else "")


def text() -> str:
    """The file: a title before the header, spellings that differ, some lines that are none, a total at the end."""
    chance = random.Random(8)
    rows = ["Harbour Coffee Ltd.;;;;;;;", "Lines of receipts, 01/01/2025 to 30/06/2025;;;;;;;", "", HEADER]
    for i, sale in enumerate(sales()):
        line = chance.choice((sale.line, sale.line, sale.line.upper(), f" {sale.line} "))
        fields = [sale.receipt, f"{sale.day:%d/%m/%Y}", line, sale.branch, sale.customer, str(sale.units)]
        rows.append(";".join([*fields, amount(sale.cents), sale.status]))
        if i in (211, 640):
            rows.append(f"{sale.receipt};31/02/2025;Tea;Station;;1;2,90;ok")  # no such day
    total = sum(sale.cents for sale in sales())
    return "\r\n".join([*rows, f"Total;;;;;;{amount(total)};", ""])


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(text().encode("utf-8-sig"))
    print(f"{TARGET} written")
