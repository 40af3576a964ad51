"""The schema, up and down, on every store."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

from bi_server.store import migrate
from bi_server.store.tables import metadata


def test_migrations_make_the_tables_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrations_go_both_ways(engine: Engine) -> None:
    migrate.downgrade(engine, "0001")
    assert "imports" not in inspect(engine).get_table_names()
    migrate.downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrate.upgrade(engine)
    migrate.require_current(engine)
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
