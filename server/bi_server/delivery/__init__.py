"""Ways out: what is told to people and programs that did not ask just now."""

LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""This machine: what stays on it needs no TLS."""
