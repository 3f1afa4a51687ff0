"""Golden pages: what a small, fixed library looks like as HTML, without the theme around it.

`python -m tests.golden --update` writes them anew. Look at the difference before you keep it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.site import Site, build_site
from mkdocs_postmortem.views.address import Target
from tests.rendering.outlines import as_our_pages_show

FOLDER = Path(__file__).parent
SETTINGS = Settings.model_validate(
    {
        "folder": "library",
        "title": "Incidents",
        "services": [{"name": "checkout", "owner": "team-shop", "description": "Basket and orders."}, "payments"],
        "history": "off",  # That of this repository is no part of what is fixed here.
        "fields": [{"name": "cost", "type": "number", "label": "Cost in EUR"}],
    }
)
TODAY = date(2026, 4, 15)
PAGES = {
    "index": "postmortems/index.md",
    "incident": "postmortems/2026/2026-03-01-checkout.md",
    "incident-front-matter-items": "postmortems/2025/2025-11-05-payments.md",
    "service": "postmortems/services/checkout.md",
    "severity": "postmortems/severities/sev1.md",
    "board": "postmortems/action-items.md",
    "insights": "postmortems/insights.md",
    "health": "postmortems/health.md",
}
"""Golden file (without .html) and the page's source path."""


def golden_site(*, previewing: bool = False) -> Site:
    """Return the site of the fixed library beside this file, on a fixed day."""
    return build_site(FOLDER, SETTINGS, TODAY, previewing=previewing)


def link(target: Target) -> str:
    """Write an address as a source path, which no generator has touched."""
    return f"/{target.uri}#{target.anchor}" if target.anchor else f"/{target.uri}"


def render(site: Site, uri: str) -> str:
    """Return a page's content as it would stand in a theme."""
    page = site.page(uri)
    assert page is not None, uri
    return site.render(page, as_our_pages_show(page.markdown), link).rstrip() + "\n"
