"""New documents from the shipped templates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from jinja2 import Environment, StrictUndefined

TEMPLATES = ("narrative", "sre")
"""The forms of a new document: one that tells, one that fills in."""


def render_scaffold(template: str, facts: Mapping[str, Any]) -> str:
    """Return a new document of one of `TEMPLATES` with these facts in its front matter, quoted where YAML needs it."""
    source = resources.files("mkdocs_postmortem").joinpath(f"templates/new/{template}.md.jinja").read_text("utf-8")
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)  # noqa: S701  # Markdown, not HTML
    environment.filters["yaml"] = _as_yaml
    return environment.from_string(source).render(facts)


def _as_yaml(value: Any) -> str:
    """Return a value as JSON, which is YAML on one line; plain words stay without quotes."""
    if isinstance(value, list):
        return f"[{', '.join(_as_yaml(item) for item in value)}]"
    text = str(value)
    plain = (
        text.replace("-", "").replace("_", "").isalnum()
        and not text.isdecimal()
        and text.lower() not in ("true", "false", "null")
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
