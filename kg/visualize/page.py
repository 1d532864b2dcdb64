"""The page: template, styles, scripts and data in one HTML file that asks nobody for anything.

The data travel as JSON in an inert script element; the Content-Security-Policy names every script and style by hash,
so that text from an article could not run even if it got into the markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg import resources
from kg.visualize import style
from kg.visualize.lettering import line_label

if TYPE_CHECKING:
    from kg.visualize.network import ClaimNetwork

VENDOR: Final = "vendor/vis-network.min.js"
SCRIPTS: Final = ("dom", "state", "graph", "labels", "panel", "legend", "search", "table", "export", "main")


def render(network: ClaimNetwork) -> str:
    """The whole page for a network, the same bytes for the same claims."""
    texts = network.texts
    vendor, app, css = _assets()
    data = to_json(page_data(network))
    page = (
        environment()
        .get_template("page.html")
        .render(
            language=texts.language,
            title=network.page_title,
            text=texts.tables,
            counts=counts(network),
            policy=policy((vendor, app), css),
            css=Markup(css),
            vendor=Markup(vendor),
            app=Markup(app),
            data=Markup(data),
        )
    )
    return str(page)


def page_data(network: ClaimNetwork) -> dict[str, Any]:
    """What the scripts read: settings, words, looks, nodes, lines and claims."""
    shown, texts = network.shown, network.texts
    claims = [{**claim, "label": line_label(claim, texts)} for claim in shown.claims.values()]
    return {
        "title": network.page_title,
        "language": texts.language,
        "text": texts.tables,
        "shapes": style.SHAPES,
        "entityShapes": style.ENTITY_SHAPES,
        "claimTypes": [[kind, style.family(kind)] for kind in style.claim_type_order()],
        "modalities": {name: {"dash": dash, "sign": sign} for name, (dash, sign) in style.MODALITIES.items()},
        "nodes": [{**node, **shown.nodes[node["id"]]} for node in network.nodes],
        "edges": network.edges,
        "claims": claims,
    }


def counts(network: ClaimNetwork) -> str:
    """The line under the title: how many entities, claims and articles."""
    shown = network.shown
    articles = {(claim["article"]["id"], claim["article"]["title"]) for claim in shown.claims.values()}
    found = {"entity": len(shown.nodes), "claim": len(shown.claims), "article": len(articles)}
    return " · ".join(network.texts.counted(noun, number) for noun, number in found.items())


def to_json(value: Any) -> str:
    """JSON that may stand inside a script element: ASCII only, and no character that markup could be made of."""
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def policy(scripts: tuple[str, ...], css: str) -> str:
    """The Content-Security-Policy: only these scripts and this style, and no request of any kind."""
    script_hashes = " ".join(source_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {script_hashes}; style-src {source_hash(css)}; img-src data: blob:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def still(name: str, title: str, **values: Any) -> str:
    """A page without scripts from the template and the style of this name: the same bytes for the same values."""
    css = (resources.template_dir() / f"{name}.css").read_text("utf-8")
    return str(
        environment()
        .get_template(f"{name}.html")
        .render(
            title=title,
            policy=f"default-src 'none'; style-src {source_hash(css)}; base-uri 'none'; form-action 'none'",
            css=Markup(css),
            **values,
        )
    )


def frame(page: str, height: int = 600) -> str:
    """The page as an iframe for a notebook cell; it may run its own scripts and nothing of the notebook's."""
    return (
        f'<iframe srcdoc="{html.escape(page, quote=True)}" width="100%" height="{height}" '
        'sandbox="allow-scripts allow-downloads allow-popups" referrerpolicy="no-referrer" '
        'style="border:1px solid #d5d9de;border-radius:6px"></iframe>'
    )


def source_hash(text: str) -> str:
    """How a Content-Security-Policy names an inline script or style."""
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@lru_cache(maxsize=1)
def _assets() -> tuple[str, str, str]:
    """Vendored script, own script, style. The pointer to a source map goes: a debugger would try to fetch it."""
    folder = resources.template_dir()
    vendor = (folder / VENDOR).read_text(encoding="utf-8").partition("\n//# sourceMappingURL")[0]
    parts = [(folder / "app" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    app = '"use strict";\n(() => {\n' + "\n".join(parts) + "\n})();\n"
    return vendor, app, (folder / "page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, escaping whatever comes from an article."""
    return Environment(
        loader=FileSystemLoader(resources.template_dir()), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
