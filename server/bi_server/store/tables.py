"""The tables: `sales_data`, `site_traffic`, `kpi_history` hold the business; the others serve fast reads."""

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bi_server.store.sql.types import Id, Moment, Quantity

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

sales_data = Table(
    "sales_data",
    metadata,
    Column("id", Id, primary_key=True),
    Column("date", Moment, nullable=False, index=True),
    # Whole minor units of the currency, whatever the file said: sums of any rows then agree. Negative for refunds.
    Column("revenue", Float, nullable=False),
    Column("units_sold", Quantity, nullable=False),
    Column("product_category", String(100), nullable=False),
    Column("region", String(50), nullable=False),
    Column("customer_id", String(50)),
    Column("order_id", String(64)),
    # Of the order, from 1. An order counts once, where its first line falls; so orders add up over any split.
    Column("order_line", SmallInteger, nullable=False, server_default="1"),
    Column("import_id", Integer),
    UniqueConstraint("order_id", "order_line"),
)

site_traffic = Table(
    "site_traffic",
    metadata,
    Column("id", Id, primary_key=True),
    Column("date", Date, nullable=False),
    Column("region", String(50), nullable=False),
    Column("category", String(100), nullable=False),
    Column("visits", Integer, nullable=False),
    Column("import_id", Integer),
    UniqueConstraint("date", "region", "category"),
)

kpi_history = Table(
    "kpi_history",
    metadata,
    Column("id", Id, primary_key=True),
    Column("timestamp", Moment, nullable=False),
    Column("kpi_name", String(100), nullable=False),
    Column("kpi_value", Float, nullable=False),
    Column("period", String(20)),
    UniqueConstraint("kpi_name", "period", "timestamp"),
)

# Every pair of category and region that a row has, under its canonical spelling.
segments = Table(
    "segments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("category", String(100), nullable=False),
    Column("region", String(50), nullable=False),
    UniqueConstraint("category", "region"),
)

# Sums by day and segment, kept in the transaction that changes the rows. A cell that empties stays, with zeros and a
# new version: a reader that knows version V needs only the cells with a higher one. Where a whole segment empties, it
# and its cells go: see store_state.compacted_version.
daily_rollup = Table(
    "daily_rollup",
    metadata,
    Column("segment_id", Integer, ForeignKey("segments.id"), primary_key=True),
    Column("day", Integer, primary_key=True),  # proleptic ordinal, as date.toordinal()
    # In minor units of the currency, cents or not: another name would be a migration of every store.
    Column("revenue_cents", BigInteger, nullable=False),
    Column("units", BigInteger, nullable=False),  # in thousandths
    Column("orders", BigInteger, nullable=False),
    Column("rows", BigInteger, nullable=False),
    Column("visits", BigInteger, nullable=False),
    # Time of the day's last sale, in seconds: tells a day that is still going on from one that is over.
    Column("last_second", Integer, nullable=False),
    # Distinct customers as 64-bit hashes (little endian); see rollups.sample_level.
    Column("customers", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_daily_rollup_version", "version"),
    sqlite_with_rowid=False,
)

# One row: what the rollups cover.
store_state = Table(
    "store_state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("data_version", Integer, nullable=False),
    # Highest sales_data.id and site_traffic.id inside the rollups: rows above it were written by another tool.
    Column("covered_sales_id", BigInteger, nullable=False),
    Column("covered_traffic_id", BigInteger, nullable=False),
    Column("customer_sample_level", Integer, nullable=False),
    # The data version that kpi_history is of.
    Column("snapshot_version", Integer, nullable=False, server_default="0"),
    # The version that last removed segments: a reader of an older one reads everything anew.
    Column("compacted_version", Integer, nullable=False, server_default="0"),
    # Of the currency's minor units, in which daily_rollup adds up amounts.
    Column("money_decimals", SmallInteger, nullable=False, server_default="2"),
)

# The last changes of the data, each with a random token: a reader that knows version V under another token knows a
# store that is not this one's past (a backup came back, or commits were lost), and reads everything.
data_changes = Table(
    "data_changes",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("token", String(32), nullable=False),
)

# Keys of services. Of a key the store has the hash alone; its id is the part that may be shown.
api_keys = Table(
    "api_keys",
    metadata,
    Column("id", String(12), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("role", String(10), nullable=False),
    Column("digest", String(64), nullable=False),  # SHA-256 of the whole key, in hexadecimal
    Column("created", Moment, nullable=False),  # UTC, like the other times of this table
    Column("expires", Moment),
    Column("last_used", Moment),  # to the minute
    Column("revoked", Moment),
    Column("scope", Text),  # JSON, {dimension: [names]}: which rows it opens; null: all
)

# People who sign in with a password.
users = Table(
    "users",
    metadata,
    Column("name", String(100), primary_key=True),  # folded: case does not count
    Column("role", String(10), nullable=False),
    Column("password", String(255), nullable=False),  # argon2id, with its salt and parameters
    Column("created", Moment, nullable=False),  # UTC, like the other times here
    Column("disabled", Moment),
    Column("failures", Integer, nullable=False, server_default="0"),  # wrong passwords in a row
    Column("locked_until", Moment),
    Column("scope", Text),  # as of a key
)

# What follows from a password given once: a chain of refresh tokens, of which the last one alone is taken.
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id", String(22), primary_key=True),
    Column("user_name", String(100), nullable=False, index=True),
    Column("digest", String(64), nullable=False),  # SHA-256 of the secret in the last refresh token
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("revoked", Moment),
)

# One row for every import: what came, from where, and what became of it.
imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("table_name", String(20), nullable=False),  # `sales` or `traffic`
    Column("file_name", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),  # of the file as it came
    Column("options", Text, nullable=False),  # JSON
    Column("started", Moment, nullable=False),  # UTC, like the other times of this table
    Column("finished", Moment),
    Column("undone", Moment),
    # rows_read = inserted + updated + skipped + added_up + rejected
    Column("rows_read", BigInteger, nullable=False, server_default="0"),
    Column("inserted", BigInteger, nullable=False, server_default="0"),
    Column("updated", BigInteger, nullable=False, server_default="0"),
    Column("skipped", BigInteger, nullable=False, server_default="0"),
    Column("rejected", BigInteger, nullable=False, server_default="0"),
    Column("data_version", Integer, nullable=False),
    # Rows of the store that were lines which a replaced order no longer has.
    Column("removed", BigInteger, nullable=False, server_default="0"),
    # Of the skipped: rows that the store, or an earlier line of the file, has with the very same contents.
    Column("same", BigInteger, nullable=False, server_default="0"),
    # Of the inserted: further lines of orders that the store had.
    Column("appended", BigInteger, nullable=False, server_default="0"),
    # Rows of traffic that were added to another row of the file.
    Column("added_up", BigInteger, nullable=False, server_default="0"),
    # JSON, {import: rows}: of the skipped, by the import whose rows made them so. Undoing that one takes them too.
    Column("same_as", Text, nullable=False, server_default="{}"),
    sqlite_autoincrement=True,  # the number of an import is never given again
)

# Rows of files that were not taken, as a table of their own would have them: CSV, in pieces that gzip has packed.
import_rejects = Table(
    "import_rejects",
    metadata,
    Column("import_id", Integer, primary_key=True, autoincrement=False),
    Column("piece", Integer, primary_key=True, autoincrement=False),  # from 0, in the order of the file
    Column("contents", LargeBinary, nullable=False),
)


def _replaced(name: str, table: Table) -> Table:
    """Rows of `table` as they were before the import `replaced_by` replaced them; undoing it brings them back."""
    columns = [Column(c.name, c.type, nullable=c.nullable) for c in table.c if c.name != "id"]
    return Table(name, metadata, *columns, Column("replaced_by", Integer, nullable=False, index=True))


replaced_sales = _replaced("replaced_sales", sales_data)
replaced_traffic = _replaced("replaced_traffic", site_traffic)
