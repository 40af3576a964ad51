"""Generates the package `bi.v1` from `proto/`: messages, stubs, types, and the descriptor set `bi/v1/api.binpb`.

Runs as a build hook at every install, and by hand as `python clients/python/generate.py`. The descriptor set keeps the
comments of the protos: the gateway's configuration and the OpenAPI document are made from it.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROTOS = HERE.parent.parent / "proto"
OUTPUT = HERE / "bi"


def compile_protos(protos: Path, outputs: list[str], *further: str) -> None:
    """Runs protoc over `protos/bi/v1`, and `further` files it finds. Raises RuntimeError when they do not compile."""
    import grpc_tools
    from google.api import http_pb2
    from grpc_tools import protoc

    includes = [protos, Path(http_pb2.__file__).parents[2], Path(grpc_tools.__file__).parent / "_proto"]
    sources = [str(path.relative_to(protos)) for path in sorted(protos.glob("bi/v1/*.proto"))]
    if protoc.main(["protoc", *(f"-I{path}" for path in includes), *outputs, *sources, *further]) != 0:
        raise RuntimeError(f"the protos under {protos} do not compile")


def generate() -> None:
    """Brings the package `bi` up to date. What is right already is left alone: a process may be importing it."""
    # protoc looks its plugins up on PATH, where an isolated build or an unactivated .venv does not have them.
    here = str(Path(sys.executable).parent)
    plugins = [
        f"--plugin={name}={path}"
        for name in ("protoc-gen-mypy", "protoc-gen-mypy_grpc")
        if (path := shutil.which(name, path=here) or shutil.which(name))
    ]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "bi"
        (fresh / "v1").mkdir(parents=True)
        kinds = ("python", "grpc_python", "mypy", "mypy_grpc")
        compile_protos(PROTOS, plugins + [f"--{kind}_out={folder}" for kind in kinds])
        image = [f"--descriptor_set_out={fresh}/v1/api.binpb", "--include_imports", "--include_source_info"]
        # Without error_details Envoy cannot print the details of an error.
        compile_protos(PROTOS, image, "google/rpc/error_details.proto")
        for file in ("__init__.py", "v1/__init__.py", "v1/py.typed"):
            (fresh / file).touch()
        replace(OUTPUT, fresh)


def replace(old: Path, new: Path) -> None:
    """Makes the files below `old` those below `new`, each at once, and touches none that is the same."""
    wanted = {path.relative_to(new) for path in new.rglob("*") if path.is_file()}
    for path in [path for path in old.rglob("*") if path.is_file() and path.parent.name != "__pycache__"]:
        if path.relative_to(old) not in wanted:
            path.unlink()
    for name in sorted(wanted):
        target = old / name
        content = (new / name).read_bytes()
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            written = target.with_name(f"{target.name}.new")
            written.write_bytes(content)
            written.replace(target)


if __name__ == "__main__":
    generate()
else:  # imported: by hatch, as a build hook, or by scripts/check_protos.py
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class GenerateHook(BuildHookInterface):  # type: ignore[misc, type-arg]
        """Hatch calls this before it packs a wheel. An unpacked sdist has the generated code already and no protos."""

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatch's signature
            if PROTOS.is_dir():
                generate()
