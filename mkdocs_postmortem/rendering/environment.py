"""Templates: ours, each overridable by a file of the same name, with everything escaped that they print."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_postmortem.views.address import Target

Link = Callable[[Target], str]
"""Turns a page of the library into an address relative to the page that is being rendered."""


def render_template(name: str, link: Link, overrides: Path | None = None, **data: Any) -> Markup:
    """Return a template as HTML. `overrides` is a folder whose templates go before ours."""
    return Markup(_environment(overrides).get_template(name).render(link=link, **data))  # noqa: S704  # autoescaped


@lru_cache(maxsize=8)
def _environment(overrides: Path | None) -> Environment:
    loaders: list[BaseLoader] = [FileSystemLoader(overrides)] if overrides else []
    return Environment(
        loader=ChoiceLoader([*loaders, PackageLoader("mkdocs_postmortem", "templates")]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
