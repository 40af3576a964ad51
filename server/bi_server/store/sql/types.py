"""Types of columns that each kind of database has under another name."""

from sqlalchemy import BigInteger, DateTime, Float, Integer
from sqlalchemy.dialects import sqlite

# SQLite has no date type: one fixed text form, so that texts compare as times do.
Moment = DateTime().with_variant(
    sqlite.DATETIME(  # type: ignore[no-untyped-call]
        storage_format="%(year)04d-%(month)02d-%(day)02d %(hour)02d:%(minute)02d:%(second)02d",
        regexp=r"(\d+)-(\d+)-(\d+)(?:[ T](\d+):(\d+):(\d+))?",
    ),
    "sqlite",
)
# SQLite gives ids by itself only to a plain INTEGER primary key.
Quantity = Float().with_variant(Integer(), "sqlite")  # whose columns of whole numbers keep fractions too
Id = BigInteger().with_variant(Integer(), "sqlite")
