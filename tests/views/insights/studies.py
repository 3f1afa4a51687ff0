"""The incidents of a few documents, ready to be counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.words.catalogue import words_for
from tests.documents import library_of, settings_of


def study_of(*texts: str, today: date = date(2026, 3, 10), **options: Any) -> Study:
    """Return the study of the incidents among the documents with these texts."""
    library = library_of(*texts, **options)
    incidents = tuple(postmortem for postmortem in library.postmortems if postmortem.is_figured)
    return Study(incidents, library, build_addresses(library), today, words_for(settings_of(options)))
