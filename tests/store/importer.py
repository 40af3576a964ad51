"""A process that imports files: `python importer.py URL FILE...`; says `go` when it starts with the first."""

import sys
from pathlib import Path

from bi_server.ingest.importing import import_file
from bi_server.ingest.options import ImportOptions
from bi_server.store.engine import opened

if __name__ == "__main__":
    with opened(sys.argv[1]) as engine:
        print("go", flush=True)
        for name in sys.argv[2:]:
            import_file(engine, Path(name), ImportOptions(on_duplicate="replace"))
