"""PM501: two documents have the same id."""

from __future__ import annotations

from mkdocs_postmortem.rules import duplicate_id
from tests.documents import VALID, brief, register_with, with_line, without_line


def test_ids_of_their_own_are_fine() -> None:
    assert list(duplicate_id.check(register_with(VALID, with_line("id:", "id: INC-2026-015")))) == []


def test_second_document_by_path_is_reported() -> None:
    (problem,) = duplicate_id.check(register_with(VALID, VALID))
    assert (problem.location.path, brief(problem)) == ("b.md", "2:5 PM501")
    assert problem.message == 'id "INC-2026-014" belongs to a.md'


def test_letter_case_makes_no_other_id() -> None:
    (problem,) = duplicate_id.check(register_with(VALID, with_line("id:", "id: inc-2026-014")))
    assert problem.location.path == "b.md"


def test_every_further_document_is_reported() -> None:
    assert len(list(duplicate_id.check(register_with(VALID, VALID, VALID)))) == 2


def test_id_from_a_file_name_counts_too() -> None:
    (problem,) = duplicate_id.check(register_with(without_line("id:"), with_line("id:", "id: a")))
    assert (problem.location.path, problem.location.line) == ("b.md", 2)
