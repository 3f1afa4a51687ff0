"""Values of the front matter that are words of another language, as the model knows them."""

from __future__ import annotations

from typing import Any

from mkdocs_postmortem.reading.severities import find_step
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.settings import Settings


def translate_values(values: dict[str, Any], settings: Settings, vocabulary: Vocabulary) -> None:
    """Replace severity, review status and the items' priorities by what they mean; what means nothing stays."""
    if isinstance(stated := values.get("severity"), str):
        values["severity"] = find_step(stated, settings, vocabulary) or stated
    if isinstance(stated := values.get("status"), str):
        values["status"] = vocabulary.review_state_of(stated) or stated
    if isinstance(items := values.get("action_items"), tuple):
        values["action_items"] = tuple(_item(item, vocabulary) if isinstance(item, dict) else item for item in items)


def _item(item: dict[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    stated = item.get("priority")
    degree = vocabulary.degree_of(stated) if isinstance(stated, str) else None
    return {**item, "priority": degree} if degree else item
