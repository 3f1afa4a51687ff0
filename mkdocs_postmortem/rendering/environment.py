"""Templates: ours, each overridable by a file of the same name, with everything escaped that they print."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup, escape

from mkdocs_postmortem.rendering.charts.drawings import DRAWINGS
from mkdocs_postmortem.rendering.template_fault import find_fault
from mkdocs_postmortem.views.address import Target
from mkdocs_postmortem.words.catalogue import Words

Link = Callable[[Target], str]
"""Turns a page of the library into an address relative to the page that is being rendered."""


def render_template(name: str, link: Link, words: Words, overrides: Path | None = None, **data: Any) -> Markup:
    """Return a template as HTML, in these words. `overrides` is a folder whose templates go before ours.

    Raises TemplateFault for what one of those does wrong.
    """
    try:
        template = _environment(words, overrides).get_template(name)
        return Markup(template.render(link=link, **data))  # noqa: S704  # autoescaped
    except Exception as error:
        fault = find_fault(error, overrides) if overrides else None
        if fault is None:
            raise
        raise fault from error


@lru_cache(maxsize=8)
def _environment(words: Words, overrides: Path | None) -> Environment:
    shipped = PackageLoader("mkdocs_postmortem", "templates")
    loaders: list[BaseLoader] = [FileSystemLoader(overrides)] if overrides else []
    environment = Environment(
        # By the longer name a template that goes before ours can still have ours.
        loader=ChoiceLoader([*loaders, shipped, PrefixLoader({"shipped": shipped})]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["words"] = _in_markup(words)  # A global is known in imported macros too.
    environment.globals["draw"] = DRAWINGS
    return environment


def _in_markup(words: Words) -> Callable[..., Markup]:
    """Return the words for templates: what fills them in is escaped unless it is markup."""

    def say(key: str, **values: object) -> Markup:
        return escape(words.pattern(key, values.get("count"))).format(**values)

    return say
