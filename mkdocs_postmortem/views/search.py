"""What the site's own search may find of a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.incident import IncidentView

SearchMode = Literal["full", "summary", "off"]
LARGEST_IN_FULL = 200
"""So many documents `auto` indexes in full: with more, the first search of a visit takes more than three seconds."""


def search_mode(settings: Settings, documents: int) -> SearchMode:
    """Return what the search finds of each of so many documents."""
    if settings.search == "auto":
        return "full" if documents <= LARGEST_IN_FULL else "summary"
    return settings.search


def searched_facts(view: IncidentView) -> Iterator[str]:
    """Yield the facts by which people look for an incident: severity, services, causes, people, tags.

    Neither labels nor "not stated" are among them, for they find every document; addresses and dates find none better.
    """
    words = view.words
    passed_over = {words("fact-review-state"), words("fact-links")}
    yield from (badge.label for badge in view.badges)
    facts = (fact for fact in view.facts if fact.label not in passed_over)
    yield from (part.text for fact in facts for part in fact.parts if part.text != words("not-stated"))
