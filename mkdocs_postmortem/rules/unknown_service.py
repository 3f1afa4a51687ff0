"""PM505: a service is not in the configured list."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.services import find_service
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.problems import UNKNOWN_SERVICE, Problem
from mkdocs_postmortem.rules.explanations.example import stating
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each service of a front matter that the settings do not list; nothing when they list none."""
    known = [service.name for service in library.settings.services]
    for postmortem in library.postmortems if known else ():
        for key in ("services", "root_cause_services"):
            for index, name in enumerate(getattr(postmortem, key) if postmortem.states(key) else ()):
                if find_service(name, library.settings) is None:
                    place = postmortem.place_of(f"{key}.{index}")
                    yield UNKNOWN_SERVICE.at(
                        place, f'service "{shorten(name)}" is not in the list', suggest(name, known)
                    )


RULE = Rule(
    UNKNOWN_SERVICE,
    check,
    Explanation(
        why="The history of a service is complete only when every document spells its name in one way.",
        sources=(SRE_WORKBOOK,),
        bad=stating("services: [chekout]").given("services: [checkout, search]"),
        good=stating("services: [checkout]").given("services: [checkout, search]"),
        note="Only found when the setting `services` lists any. Aliases are accepted, and case and punctuation "
        "ignored.",
        options=("services",),
    ),
)
