"""The command `bi`: questions from a terminal, for people and for pipes."""

from bi_client.terminal.parser import main

__all__ = ["main"]
