"""Generators are fetched, so their tests are only there when they are asked for."""

import os

collect_ignore = [] if os.environ.get("THOROUGH") else ["test_clients.py"]
