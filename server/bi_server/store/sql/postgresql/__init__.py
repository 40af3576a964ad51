"""PostgreSQL: a server that others may use as well."""
