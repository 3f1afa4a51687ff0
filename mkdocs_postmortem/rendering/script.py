"""The script of our pages: the shipped pieces as one file."""

from __future__ import annotations

from mkdocs_postmortem.rendering.stylesheet import read_static

ALONE = ("times.js", "days.js")
"""The scripts that stand by themselves: times in the reader's zone, and action items by the reader's day."""
PIECES = ("text", "choice", "engine", "parts", "incident_row", "item_row", "facet_panel", "controls", "table", "start")
"""The files of static/facets in the order in which they need each other."""


def render_script() -> str:
    """Return the script of all our pages, closed in functions: it adds no name to the page.

    It is a classic script, for browsers load no module from a file on disk.
    """
    pieces = [read_static(f"facets/{name}.js").rstrip() for name in PIECES]
    lists = "\n\n".join(["(() => {", '"use strict"', *pieces, "})()"])
    return "".join(f"{read_static(name).rstrip()};\n\n" for name in ALONE) + f"{lists}\n"
