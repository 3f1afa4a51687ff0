"""PM507: a wiki link may mean several documents."""

from __future__ import annotations

from pathlib import Path

from mkdocs_postmortem.library.register import register_of
from mkdocs_postmortem.rules import ambiguous_link
from tests.documents import VALID, brief, register_with
from tests.projects import OTHER, fill, load


def test_a_file_name_that_two_folders_have_is_reported_with_both_paths(tmp_path: Path) -> None:
    documents = {"postmortems/2025/outage.md": OTHER, "postmortems/2026/outage.md": VALID + "\nLike [[outage]].\n"}

    (problem,) = ambiguous_link.check(register_of(load(fill(tmp_path, documents))))

    assert brief(problem) == "38:6 PM507"
    assert problem.message == '"outage" may mean 2025/outage.md or 2026/outage.md'
    assert problem.hint == "write the path: [[2025/outage.md]]"


def test_an_id_that_is_another_documents_file_name_is_reported(tmp_path: Path) -> None:
    documents = {"postmortems/inc-2026-014.md": OTHER, "postmortems/b.md": VALID + "\n[[INC-2026-014]]\n"}

    (problem,) = ambiguous_link.check(register_of(load(fill(tmp_path, documents))))

    assert problem.message == '"INC-2026-014" may mean b.md or inc-2026-014.md'


def test_a_path_an_id_and_a_name_of_one_document_are_fine(tmp_path: Path) -> None:
    links = "\n[[2025/outage]] [[INC-2025-001]] [[2026/outage.md]] [[outage.md|x]]\n"
    documents = {"postmortems/2025/outage.md": OTHER, "postmortems/2026/outage.md": VALID + links}

    problems = list(ambiguous_link.check(register_of(load(fill(tmp_path, documents)))))

    assert [brief(problem) for problem in problems] == ["38:53 PM507"]


def test_an_unknown_name_is_not_ambiguous() -> None:
    assert list(ambiguous_link.check(register_with(VALID + "\n[[INC-9]]\n"))) == []
