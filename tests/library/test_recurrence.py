"""Earlier incidents whose open items this one repeats: declared ones, and such as are very similar."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_postmortem.library.recurrence import SAME_FAILURE, find_recurrences
from mkdocs_postmortem.library.register import register_of
from mkdocs_postmortem.problems import RECURRENCE_WITH_OPEN_ITEMS
from mkdocs_postmortem.rules.recurrence_with_open_items import RULE
from tests.documents import VALID, library_of, with_front
from tests.library.samples import sample_library

EARLIER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03")
QUIET = {"recurrence_at_least": 1, "at_least": 1}


def repeated(later: str, earlier: str = EARLIER, **options: Any) -> list[tuple[str, str | None]]:
    """Return id and relation of what the later document repeats."""
    library = library_of(later, earlier, similarity={**QUIET, **options})
    (own,) = [each for each in library.postmortems if each.relative_path == "a.md"]
    return [(found.incident.id, found.relation) for found in find_recurrences(own, library)]


@pytest.mark.parametrize(
    ("relation", "name"),
    [("recurrence-of", "recurrence of"), ("duplicate-of", "duplicate of"), ("same-fix", "same fix as")],
)
def test_a_declared_recurrence_of_an_unfinished_incident_is_found(relation: str, name: str) -> None:
    later = with_front(f"related: [{{id: INC-2025-001, relation: {relation}}}]").replace("Checkout", "Search")

    assert name in SAME_FAILURE
    assert repeated(later) == [("INC-2025-001", name)]


def test_other_relations_are_none() -> None:
    later = with_front("related: [{id: INC-2025-001, relation: caused-by}]")

    assert repeated(later, EARLIER.replace("[checkout]", "[search]")) == []


def test_an_incident_whose_items_are_done_is_not_unfinished() -> None:
    later = with_front("related: [{id: INC-2025-001, relation: recurrence-of}]")

    assert repeated(later, EARLIER.replace("- [ ]", "- [x]")) == []


def test_a_similar_earlier_incident_counts_from_the_higher_score_on() -> None:
    assert repeated(VALID, at_least=0, recurrence_at_least=0.4) == [("INC-2025-001", None)]
    other = EARLIER.replace("[checkout]", "[search]").replace("Checkout", "Search").replace("pool", "queue")
    assert repeated(VALID, other, at_least=0, recurrence_at_least=0.4) == []


def test_a_later_incident_is_never_an_earlier_one() -> None:
    same_fix = with_front("related: [{id: INC-2026-014, relation: same-fix}]", EARLIER)

    assert repeated(EARLIER, VALID, at_least=0, recurrence_at_least=0) == []
    assert repeated(same_fix, VALID) == []


def test_a_declared_one_is_not_told_twice() -> None:
    later = with_front("related: [{id: INC-2025-001, relation: recurrence-of}]")

    assert repeated(later, at_least=0, recurrence_at_least=0) == [("INC-2025-001", "recurrence of")]


def test_every_recurrence_that_the_rule_reports_is_found() -> None:
    library = sample_library()
    reported = {problem.location.path for problem in RULE.check(register_of(library))}
    found = {own.path for own in library.postmortems if find_recurrences(own, library)}

    assert RULE.kind is RECURRENCE_WITH_OPEN_ITEMS
    assert reported
    assert reported <= found
