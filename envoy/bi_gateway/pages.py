"""The pages that Envoy serves by itself: `/openapi.json`, and Swagger UI at `/docs`, which works offline."""

import importlib.util
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from bi_gateway.api import Api
from bi_gateway.openapi import openapi
from bi_server.semantic import Model

SWAGGER_UI_FILES = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "favicon-32x32.png": "image/png",
}


# Swagger UI writes styles into its elements, and asks us alone.
DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Page:
    """A file and the path it is served at."""

    path: str
    file: Path
    content_type: str

    @property
    def headers(self) -> dict[str, str]:
        """Of the answer, beside those of every answer."""
        policy = {"content-security-policy": DOCS_POLICY} if self.content_type.startswith("text/html") else {}
        return {"content-type": self.content_type, "cache-control": "no-cache", **policy}


def write_pages(api: Api, title: str, model: Model, folder: Path, *, is_locked: bool) -> list[Page]:
    """Write the pages that depend on API and model to `folder`. Returns all pages, Swagger UI's own files included."""
    document, docs = folder / "openapi.json", folder / "docs.html"
    described = openapi(api, title, model, is_locked=is_locked)
    document.write_text(json.dumps(described, ensure_ascii=False, separators=(",", ":")))
    template = Template(Path(__file__).with_name("docs.html").read_text())
    docs.write_text(template.substitute(title=escape(title)))
    assets = swagger_ui()
    return [
        Page("/openapi.json", document, "application/json"),
        Page("/docs", docs, "text/html; charset=utf-8"),
        Page("/docs/start.js", Path(__file__).with_name("docs.js"), "text/javascript; charset=utf-8"),
        *(Page(f"/docs/{name}", assets / name, kind) for name, kind in SWAGGER_UI_FILES.items()),
    ]


def swagger_ui() -> Path:
    """Folder of Swagger UI's files. flask-swagger-ui is the package that keeps up with its releases; only its files are
    used, so it is looked up and not imported."""
    spec = importlib.util.find_spec("flask_swagger_ui")
    if spec is None or spec.origin is None:
        raise RuntimeError("Swagger UI is not installed; run `make setup`")
    return Path(spec.origin).with_name("dist")
