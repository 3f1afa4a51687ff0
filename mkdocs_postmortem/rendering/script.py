"""The script of our pages: the shipped pieces as one file."""

from __future__ import annotations

from importlib import resources

PIECES = ("text", "choice", "engine", "incident_row", "facet_panel", "controls", "table", "start")
"""The files of static/facets in the order in which they need each other."""


def render_script() -> str:
    """Return the script of all our pages, closed in a function: it adds no name to the page.

    It is a classic script, for browsers load no module from a file on disk.
    """
    folder = resources.files("mkdocs_postmortem").joinpath("static/facets")
    pieces = [folder.joinpath(f"{name}.js").read_text(encoding="utf-8").rstrip() for name in PIECES]
    return "\n\n".join(["(() => {", '"use strict"', *pieces, "})()\n"])
