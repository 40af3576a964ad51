"""Options kept under a name: profiles of usual exports ship, and `--save-profile` writes more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from bi_server.errors import InvalidInput, Violation
from bi_server.ingest.filters import RowFilter
from bi_server.ingest.options import ImportOptions, own_targets
from bi_server.questions import Unclear
from bi_server.semantic import read_model
from bi_server.settings import Settings

NAME = re.compile(r"[\w-]{1,60}", re.ASCII)
_AS_WRITTEN = {"mapping": "map", "derived": "derive", "constants": "set"}
_BY_WRITTEN = {_AS_WRITTEN.get(f.name, f.name): f for f in fields(ImportOptions)}
_NEVER = ("store_currency", "own", "dry_run", "again", "origin")  # of one import, or of the business
_ABOUT = "about"  # what the profile is for, in words
_KNOWN_BY = "known_by"  # columns which together nothing else has


def names() -> list[str]:
    """The profiles of the product."""
    return sorted(file.name.removesuffix(".yaml") for file in _folder().iterdir() if file.name.endswith(".yaml"))


def load(name: str, folder: Path, *, may_be_path: bool = False) -> dict[str, Any]:
    """Fields of ImportOptions, from a profile of `folder`, one that ships, or (where it may) a file.

    Raises InvalidInput for one that is not there, or says what no option is.
    """
    path = Path(name)
    if may_be_path and (path.suffix in (".yaml", ".yml") or path.name != name):
        if not path.is_file():
            raise InvalidInput.of("profile", f"there is no file {name}")
        return _parsed(path.read_text("utf-8"), name)
    own = _own(folder)
    if NAME.fullmatch(name) and name in own:
        return _parsed(own[name].read_text("utf-8"), name)
    if name in names():
        return _parsed(_shipped_text(name), name)
    known = ", ".join(sorted({*own, *names()})) + (", or a file" if may_be_path else "")
    raise InvalidInput.of("profile", f"{name!r} is unknown; use one of {known}")


def options_of(name: str, given: Mapping[str, Any], settings: Settings, *, may_be_path: bool = False) -> ImportOptions:
    """The options of a profile (empty: none) with those given besides; what is empty or false was not given."""
    said = {field: value for field, value in given.items() if value}
    profile = load(name, Path(settings.profiles), may_be_path=may_be_path) if name else {}
    model = read_model(settings.model, settings.currency)
    options = {"time_zone": settings.time_zone, **merged(profile, said), "store_currency": model.currency}
    options["own"] = own_targets(model)
    return ImportOptions(**options)


def recognised(options: ImportOptions, columns: Sequence[str]) -> tuple[ImportOptions, str]:
    """The options with those of the one profile that knows a file by these columns, and what that is in words.

    Where the caller said what columns mean, or no profile knows the file (or several do), the options stand.
    """
    said = (options.mapping, options.derived, options.constants, options.where, options.fill_down)
    if any(said) or options.table != "sales":
        return options, ""
    known_by = {name: set(_shipped(name).get(_KNOWN_BY, ())) for name in names()}
    found = [name for name, known in known_by.items() if known and known <= set(columns)]
    if len(found) != 1:
        return options, ""
    profile = _parsed(_shipped_text(found[0]), found[0])
    default = ImportOptions()
    given = {f.name: v for f in fields(ImportOptions) if (v := getattr(options, f.name)) != getattr(default, f.name)}
    return replace(options, **merged(profile, given)), f"{_shipped(found[0])[_ABOUT]} (--profile {found[0]})"


def hinting(error: Unclear, options: ImportOptions, columns: Sequence[str]) -> Unclear:
    """The error, with the profile that knows a file of these columns, where one ships and was not taken."""
    for name in () if options.mapping else names():
        known = _parsed(_shipped_text(name), name)
        wanted = {*known.get("mapping", {}).values(), *(RowFilter(w).column for w in known.get("where", ()))}
        if wanted <= set(columns):
            about = _shipped(name)[_ABOUT]
            hint = Violation("profile", f"the file looks like one of {about}: --profile {name} reads those")
            return Unclear([*error.violations, hint], error.questions)
    return error


def merged(profile: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The profile's options with those that were given besides; what is given for a column or an option counts."""
    both = {**profile, **{name: value for name, value in given.items() if not isinstance(value, Mapping)}}
    named = set(given.get("mapping", {})) | set(given.get("derived", {}))
    for name in ("mapping", "derived", "constants"):
        kept = {k: v for k, v in profile.get(name, {}).items() if name == "constants" or k not in named}
        both[name] = {**kept, **given.get(name, {})}
    return both


def save(name: str, options: ImportOptions, folder: Path) -> Path:
    """Writes the options as a profile: under a name into `folder`, or to a file; returns where."""
    path = Path(name)
    if path.suffix not in (".yaml", ".yml") and path.name == name:
        if not NAME.fullmatch(name):
            raise InvalidInput.of("save_profile", f"{name!r} is no name; use letters, digits, - and _")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{name}.yaml"
    default = ImportOptions(table=options.table)
    said: dict[str, Any] = {"table": options.table}
    for written, one in _BY_WRITTEN.items():
        value = getattr(options, one.name)
        if one.name not in _NEVER and value != getattr(default, one.name):
            said[written] = list(value) if isinstance(value, tuple) else value
    partial = path.with_name(path.name + ".partial")
    partial.write_text(yaml.safe_dump(said, allow_unicode=True, sort_keys=False), "utf-8")
    partial.replace(path)
    return path


def _own(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.yaml")} if folder.is_dir() else {}


def _folder() -> Any:
    return files("bi_server.ingest") / "shipped_profiles"


def _shipped_text(name: str) -> str:
    return str((_folder() / f"{name}.yaml").read_text("utf-8"))


@cache
def _shipped(name: str) -> dict[str, Any]:
    said: dict[str, Any] = yaml.safe_load(_shipped_text(name))
    return said


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        said = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InvalidInput.of("profile", f"{name} is no YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(said, dict):
        raise InvalidInput.of("profile", f"{name} has no options; write such as `map:` with `revenue: Amount` below")
    options: dict[str, Any] = {}
    for key, value in said.items():
        if key in (_ABOUT, _KNOWN_BY):
            continue
        one = _BY_WRITTEN.get(key)
        if one is None or one.name in _NEVER:
            known = ", ".join(k for k, f in _BY_WRITTEN.items() if f.name not in _NEVER)
            raise InvalidInput.of("profile", f"{name}: {key!r} is no option; use {known}")
        options[one.name] = _typed(one.name, key, value, name)
    return options


def _typed(field: str, key: str, value: Any, name: str) -> Any:
    default = getattr(ImportOptions(), field)
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(map(str, value))
    if isinstance(default, dict) and isinstance(value, dict):
        return {str(k): str(v) for k, v in value.items()}
    if isinstance(default, str) and isinstance(value, str | int | float) and not isinstance(value, bool):
        return str(value)
    if type(value) is type(default):
        return value
    kinds = {tuple: "a list", dict: "pairs of ours: theirs", str: "a text", bool: "true or false", int: "a number"}
    raise InvalidInput.of("profile", f"{name}: {key} is {value!r}; it takes {kinds[type(default)]}")
