"""PM503: a related id is no document of the library."""

from __future__ import annotations

from mkdocs_postmortem.rules import unknown_related
from tests.documents import VALID, brief, register_with, with_front, with_line

OTHER = with_line("id:", "id: INC-2026-015")


def test_known_id_is_fine_whatever_its_case() -> None:
    assert list(unknown_related.check(register_with(with_front("related: [inc-2026-015]"), OTHER))) == []


def test_unknown_id_is_reported_where_it_stands_with_the_nearest() -> None:
    (problem,) = unknown_related.check(register_with(with_front("related: [INC-2026-015, INC-2026-051]"), OTHER))
    assert (brief(problem), problem.hint) == ("9:25 PM503", 'did you mean "INC-2026-015"?')


def test_its_own_id_is_never_suggested() -> None:
    (problem,) = unknown_related.check(
        register_with(with_front("related: [INC-2026-041]"), VALID.replace("INC-2026-014", "OTHER"))
    )
    assert "INC-2026-014" not in problem.hint


def test_document_alone_is_told_to_check() -> None:
    (problem,) = unknown_related.check(register_with(with_front("related: [INC-1]")))
    assert problem.hint == "check the id"


def test_only_so_many_get_a_suggestion_because_each_costs_a_look_at_every_id() -> None:
    listed = ", ".join(f"INC-2026-1{number:02}" for number in range(51))
    problems = list(unknown_related.check(register_with(with_front(f"related: [{listed}]"), OTHER)))
    assert (len(problems), problems[-1].hint) == (51, "check the id")
    assert all("INC-2026-015" in problem.hint for problem in problems[:50])
