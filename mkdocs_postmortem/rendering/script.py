"""The script of our pages: the shipped pieces as one file."""

from __future__ import annotations

from mkdocs_postmortem.rendering.stylesheet import read_static

TIMES = "times.js"
"""The script of an incident's page; it stands by itself."""
PIECES = ("text", "choice", "engine", "parts", "incident_row", "item_row", "facet_panel", "controls", "table", "start")
"""The files of static/facets in the order in which they need each other."""


def render_script() -> str:
    """Return the script of all our pages, closed in functions: it adds no name to the page.

    It is a classic script, for browsers load no module from a file on disk.
    """
    pieces = [read_static(f"facets/{name}.js").rstrip() for name in PIECES]
    lists = "\n\n".join(["(() => {", '"use strict"', *pieces, "})()"])
    return f"{read_static(TIMES).rstrip()};\n\n{lists}\n"
