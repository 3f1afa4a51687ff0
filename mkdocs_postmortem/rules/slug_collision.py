"""PM502: two documents, or a document and a page of the library, would have the same address."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_postmortem.library.register import Register
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import SLUG_COLLISION, Location, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import THE_DOCUMENT
from mkdocs_postmortem.rules.rule import RegisterRule

RESERVED_SLUGS = (
    "index", "services", "severities", "tags", "years", "factors", "views", "owners", "action-items", "insights",
    "health", "assets",
)  # fmt: skip
"""Addresses below the library's path that its own pages need."""


def check(register: Register) -> Iterator[Problem]:
    """Yield a problem at every document, but the first by path, that would become an address already taken.

    Addresses are compared without case and in compatibility form, as the most forgiving file system would.
    """
    taken: dict[str, str] = dict.fromkeys(RESERVED_SLUGS, "a page of the library")
    for document in sorted(register.documents, key=lambda document: document.relative_path):
        folder = document.relative_path.split("/")[0] if "/" in document.relative_path else ""
        if folder in RESERVED_SLUGS:
            message = f'the folder name "{folder}" belongs to pages of the library'
            yield SLUG_COLLISION.at(Location(document.path), message, "rename the folder")
        key = unicodedata.normalize("NFKC", document.slug).casefold()
        holder = taken.setdefault(key, document.path)
        if holder != document.path:
            message = f'the address "{shorten(document.slug)}" belongs to {holder}'
            hint = "rename the file" if key in RESERVED_SLUGS else "rename one of the files"
            yield SLUG_COLLISION.at(Location(document.path), message, hint)


_SECOND = replace(stating("id: INC-2026-015"), told="`2025/outage.md` and `2026/outage.md`.", name="2026/outage.md")

RULE = RegisterRule(
    SLUG_COLLISION,
    check,
    Explanation(
        why="A page's address comes from the file name alone, without its folder, so that links survive when files "
        "are moved. Two files of one name would become one page.",
        sources=(THE_DOCUMENT,),
        bad=_SECOND.next_to("2025/outage.md"),
        good=replace(
            _SECOND, told="`2025/outage.md` and `2026/search-outage.md`.", name="2026/search-outage.md"
        ).next_to("2025/outage.md"),
        note="Addresses are compared without case. Those of the library's own pages, such as `services`, are taken.",
    ),
)
