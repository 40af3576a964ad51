"""The pages that Envoy serves by itself: `/openapi.json`, the descriptor set of the protos, Swagger UI at `/docs`, the
dashboard under `/app/`. All work offline."""

import importlib.util
import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from bi_gateway.api import DESCRIPTOR_SET, Api
from bi_gateway.openapi import openapi
from bi_server.semantic import Model

SWAGGER_UI_FILES = {
    "swagger-ui.css": "text/css; charset=utf-8",
    "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
    "favicon-32x32.png": "image/png",
}


OWN_ALONE = "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# Swagger UI writes styles into its elements, and asks us alone.
DOCS_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    + OWN_ALONE
)
APP_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " + OWN_ALONE

HERE = Path(__file__).parent
APP = HERE / "app"  # what clients/web is built into, where Node.js was there
APP_PATH = "/app/"
APP_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
REVALIDATED = "no-cache"
KEPT = "public, max-age=31536000, immutable"  # files that have the digest of their contents in their names


@dataclass(frozen=True)
class Page:
    """A file and the path it is served at."""

    path: str
    file: Path
    content_type: str
    policy: str = ""
    cache_control: str = REVALIDATED

    @property
    def headers(self) -> dict[str, str]:
        """Of the answer, beside those of every answer."""
        policy = {"content-security-policy": self.policy} if self.policy else {}
        return {"content-type": self.content_type, "cache-control": self.cache_control, **policy}


def write_pages(api: Api, title: str, model: Model, folder: Path, *, is_locked: bool) -> list[Page]:
    """Write the pages that depend on API and model to `folder`. Returns all pages, Swagger UI's own files included."""
    document, docs = folder / "openapi.json", folder / "docs.html"
    described = openapi(api, title, model, is_locked=is_locked)
    document.write_text(json.dumps(described, ensure_ascii=False, separators=(",", ":")))
    template = Template((HERE / "docs.html").read_text())
    docs.write_text(template.substitute(title=escape(title)))
    assets = swagger_ui()
    return [
        Page("/openapi.json", document, "application/json"),
        Page("/api/descriptors.binpb", DESCRIPTOR_SET, "application/protobuf"),
        Page("/docs", docs, "text/html; charset=utf-8", DOCS_POLICY),
        Page("/docs/start.js", HERE / "docs.js", "text/javascript; charset=utf-8"),
        *(Page(f"/docs/{name}", assets / name, kind) for name, kind in SWAGGER_UI_FILES.items()),
        *app_pages(),
    ]


def app_pages() -> list[Page]:
    """The dashboard's files; one page that tells how to have it built where it is not."""
    if not has_app():
        return [Page(APP_PATH, HERE / "app-missing.html", APP_KINDS[".html"], APP_POLICY)]
    files = [path for path in sorted(APP.rglob("*")) if path.suffix in APP_KINDS and path.name != "index.html"]
    return [
        Page(APP_PATH, APP / "index.html", APP_KINDS[".html"], APP_POLICY),
        *(
            Page(
                APP_PATH + path.relative_to(APP).as_posix(),
                path,
                APP_KINDS[path.suffix],
                cache_control=KEPT if path.parent.name == "assets" else REVALIDATED,
            )
            for path in files
        ),
    ]


def has_app() -> bool:
    """Whether the dashboard was built."""
    return (APP / "index.html").exists()


def swagger_ui() -> Path:
    """Folder of Swagger UI's files. flask-swagger-ui is the package that keeps up with its releases; only its files are
    used, so it is looked up and not imported."""
    spec = importlib.util.find_spec("flask_swagger_ui")
    if spec is None or spec.origin is None:
        raise RuntimeError("Swagger UI is not installed; run `make setup`")
    return Path(spec.origin).with_name("dist")
