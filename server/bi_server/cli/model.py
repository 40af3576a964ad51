"""`bi-server model check | show | export | import`: what a model file declares, and its ways from and to others."""

import argparse
import sys
from pathlib import Path

import yaml

from bi_server.errors import InvalidInput
from bi_server.semantic import ossie, ossie_import, read_model, read_text
from bi_server.settings import Settings


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command and its parts."""
    model = commands.add_parser("model", help="check a model file, or show what is measured")
    parts = model.add_subparsers(dest="part", required=True)
    for name, run, text in (
        ("check", _check, "say what is wrong in a model file; exit status 1 where anything is"),
        ("show", _show, "list the dimensions, metrics and KPIs of a model file"),
        ("export", _export, "write the model to standard output in the format of Apache Ossie, for other tools"),
    ):
        part = parts.add_parser(name, help=text)
        part.add_argument("file", nargs="?", type=Path, help="the file (default: MODEL)")
        part.set_defaults(run=run)
    part = parts.add_parser("import", help="write a model file to standard output, made of a document of Apache Ossie")
    part.add_argument("file", type=Path, help="the document, in YAML or JSON")
    part.set_defaults(run=_import)


def _check(settings: Settings, args: argparse.Namespace) -> int:
    found = read_model(str(args.file or settings.model), settings.currency)
    print(f"ok: {len(found.dimensions)} dimensions, {len(found.metrics)} metrics, {len(found.kpis)} KPIs")
    return 0


def _show(settings: Settings, args: argparse.Namespace) -> int:
    found = read_model(str(args.file or settings.model), settings.currency)
    wide = {True: " (wide)", False: ""}
    print(f"dimensions: {', '.join(dimension.id + wide[dimension.wide] for dimension in found.dimensions)}")
    width = max(len(name) for name in found.metrics)
    for name, metric in found.metrics.items():
        print(f"{name:{width}}  {metric.title}: {metric.formula} ({metric.format})")
    print(f"KPIs: {', '.join(kpi.id for kpi in found.kpis)}")
    return 0


def _export(settings: Settings, args: argparse.Namespace) -> int:
    path = str(args.file or settings.model)
    name = Path(path).stem or "default"
    yaml.safe_dump(
        ossie.exported(read_model(path, settings.currency), name),
        sys.stdout,
        sort_keys=False,
        allow_unicode=True,
        width=120,
    )
    return 0


def _import(_settings: Settings, args: argparse.Namespace) -> int:
    try:
        document = yaml.safe_load(args.file.read_bytes())
    except OSError as error:
        raise InvalidInput.of("FILE", f"{args.file} cannot be read: {error.strerror or error}") from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise InvalidInput.of("FILE", f"{args.file} is neither YAML nor JSON: {error}") from None
    found = ossie_import.imported(document)
    for line in found.told:
        print(line, file=sys.stderr)
    text = yaml.safe_dump(found.content, sort_keys=False, allow_unicode=True, width=120)
    read_text(text, "the model made of it")
    sys.stdout.write(text)
    return 0
