"""PM101: a required fact is not stated."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.library.policy import Demand, required_fields
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.postmortem import BodyFact
from mkdocs_postmortem.problems import MISSING_FIELD, Location, Problem
from mkdocs_postmortem.reading.body_times import TIMES, to_complete
from mkdocs_postmortem.rules.explanations.example import stating, without
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import SRE_WORKBOOK
from mkdocs_postmortem.rules.rule import Rule, readable
from mkdocs_postmortem.settings import Settings

_BLOCKS = ("impact", "detection", "communication")  # Always there as values, stated or not.
_EXAMPLES = {
    "severity": "severity: {severity}",
    "status": "status: draft",
    **{name: f"{name}: YYYY-MM-DDTHH:MMZ" for name in TIMES},  # A day that could be pasted would be invented.
    "services": "services: [checkout]",
}
TOLD_BY_BODY = {"id", "title", "summary", "action_items"}
"""Facts for which the body is as good a place as the front matter."""


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each required field that no front matter holds; a refused value was already reported.

    What only the body says is reported where it says so: `postmortem adopt` can move it.
    """
    for postmortem in readable(library):
        for name, demand in _missing(postmortem, library.settings):
            example = _EXAMPLES.get(name, f"{name}: …").format(severity=library.settings.severities[-1].name)
            hint = f"add `{example}` to the front matter"
            fact = postmortem.stated_in_body.get(name)
            if fact is not None:
                yield _only_in_body(postmortem, name, fact, hint)
            else:
                message = demand.asks(f"state {name}") if demand else f"{name} is not stated"
                yield MISSING_FIELD.at(Location(postmortem.path), message, hint)


def missing_fields(postmortem: Postmortem, settings: Settings) -> list[str]:
    """Return the required facts that the front matter does not state, rightly or wrongly, in the settings' order."""
    return [name for name, _ in _missing(postmortem, settings)]


def _missing(postmortem: Postmortem, settings: Settings) -> list[tuple[str, Demand | None]]:
    """Return the missing facts, each with the block of `when` that asks for it, None where all documents must."""
    return [
        (name, demand)
        for name, demand in required_fields(postmortem, settings).items()
        if not (postmortem.states(name) or _is_told(postmortem, name)) or (demand and _is_empty_list(postmortem, name))
    ]


def _is_empty_list(postmortem: Postmortem, name: str) -> bool:
    """Return whether a list was stated and holds nothing; one that `required` names was reported by reading."""
    return getattr(postmortem, name, None) == () and name not in postmortem.refused


def _is_told(postmortem: Postmortem, name: str) -> bool:
    """Return whether a fact that is no key of the front matter is known all the same, as it may be."""
    if name in postmortem.custom:
        return True
    if name in postmortem.stated_in_body and name not in TOLD_BY_BODY:
        return False
    return name not in _BLOCKS and bool(getattr(postmortem, name, None))


def _only_in_body(postmortem: Postmortem, name: str, fact: BodyFact, hint: str) -> Problem:
    where = "the body says"
    if fact.inferred:
        where = "the timeline begins with" if name == "started_at" else "the timeline ends with"
    place = Location(postmortem.path, fact.line, fact.column)
    if fact.refusal is None:
        message = f'{name} is not in the front matter; {where} "{shorten(fact.text)}"'
        return MISSING_FIELD.at(place, message, f"`postmortem adopt {postmortem.path}` moves it into front matter")
    if name in TIMES:
        wanted = "the zone" if ":" in fact.value else "the time of day and the zone"
        hint = f"add `{name}: {to_complete(fact.value)}` to the front matter, with {wanted} that was meant"
    message = f"{name} is not in the front matter; what the body says cannot be moved there: {fact.refusal}"
    return MISSING_FIELD.at(place, message, hint)


RULE = Rule(
    MISSING_FIELD,
    check,
    Explanation(
        why="A library can be searched, counted and sorted only by facts that every document states. Severity, start, "
        "services and review state are the ones that all lists and figures need.",
        sources=(SRE_WORKBOOK,),
        bad=without("severity", shown="id: INC-2026-014\nstatus: published"),
        good=stating("severity: sev1", shown="id: INC-2026-014\nseverity: sev1\nstatus: published"),
        note="A fact that only the body states is reported at its words there. A value that was refused counts as "
        "stated: its own problem is reported. The blocks `impact`, `detection` and `communication` cannot be required.",
        options=("required", "fields", "when"),
    ),
)
