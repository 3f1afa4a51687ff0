"""JSON Schemas, draft 7: what editors and linters need to know about front matter and about the settings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_postmortem.exporting.reports.json_text import write_json
from mkdocs_postmortem.exporting.schemas.front_matter import build_front_matter_schema
from mkdocs_postmortem.exporting.schemas.settings_block import build_settings_schema
from mkdocs_postmortem.settings import Settings

DRAFT = "http://json-schema.org/draft-07/schema#"
FRONT_MATTER, SETTINGS = "front-matter", "settings"
SUBJECTS = {
    FRONT_MATTER: ("Front matter of a postmortem", "The facts that a document of a postmortem library states."),
    SETTINGS: ("mkdocs.yml with the postmortem plugin", "The options of the plugin; everything else may be as it is."),
}
"""What there is a schema of, each with title and description."""


def write_schema(subject: str, settings: Settings, languages: Iterable[str] = ()) -> str:
    """Return the JSON Schema of front matter under these settings, or of the settings themselves, as text.

    `languages` are codes of shipped vocabularies whose words may stand in front matter, beside English.
    """
    title, description = SUBJECTS[subject]
    languages = tuple(languages)
    own = subject == FRONT_MATTER and (languages or settings != Settings())
    body = build_front_matter_schema(settings, languages) if subject == FRONT_MATTER else build_settings_schema()
    return write_json(
        {"$schema": DRAFT, **({} if own else _name(subject)), "title": title, "description": description, **body}
    )


def _name(subject: str) -> dict[str, Any]:
    """Return the name of a schema that is the same for everybody: one that settings shape has none."""
    return {"$id": f"urn:mkdocs-postmortem:schema:{subject}"}
