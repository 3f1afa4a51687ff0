"""Adopting real documents of other teams, where they lie beside the repository, and our own samples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from mkdocs_postmortem.editing.adopt import Adoption
from mkdocs_postmortem.editing.front_matter_writer import find_block
from mkdocs_postmortem.problems import Problem
from tests.documents import problems_of
from tests.editing.adoptions import adopt
from tests.sites import SAMPLES, SHARED_DOCUMENTS

FOUND = sorted(SHARED_DOCUMENTS.glob("*.md")) if SHARED_DOCUMENTS.is_dir() else []
real = pytest.mark.parametrize("document", FOUND, ids=lambda path: path.name[:40])
needs_documents = pytest.mark.skipif(not FOUND, reason="the documents are not beside the repository")


def text_of(document: Path) -> str:
    return document.read_bytes().decode()


def counted(problems: tuple[Problem, ...]) -> Counter[tuple[str, str]]:
    return Counter((problem.kind.code, problem.message) for problem in problems)


def with_block(adoption: Adoption) -> str:
    """Return the old text, behind a block that states nothing if it got its first: the rules speak only of those."""
    text = adoption.before.text
    first = adoption.changed and not text.removeprefix("\ufeff").startswith(("---", "+++"))
    return f"---\nx-none: here\n---\n{text}" if first else text


@needs_documents
@real
def test_adopting_a_real_document_introduces_no_problem(document: Path) -> None:
    adoption = adopt(text_of(document), document.name)

    before = problems_of(with_block(adoption), document.name)
    after = problems_of(adoption.after.text, document.name)
    if find_block(adoption.before) is None and text_of(document).startswith("+++"):
        assert adoption.faults == ()  # Nothing could be said before of values that were not read.
    else:
        assert counted(after) - counted(before) == Counter()


@needs_documents
@real
def test_the_body_of_a_real_document_keeps_its_bytes(document: Path) -> None:
    adoption = adopt(text_of(document), document.name)

    had, has = find_block(adoption.before), find_block(adoption.after)
    body = "".join(adoption.after.lines[has.closing_line if has else 0 :])
    assert text_of(document).endswith(body)
    if not text_of(document).startswith("+++"):
        assert body == "".join(adoption.before.lines[had.closing_line if had else 0 :])


@needs_documents
@real
@pytest.mark.parametrize("tidy", [False, True])
def test_a_second_run_on_a_real_document_changes_nothing(document: Path, tidy: bool) -> None:  # noqa: FBT001
    once = adopt(text_of(document), document.name, tidy=tidy)

    assert not adopt(once.after.text, document.name, tidy=tidy).changed


@pytest.mark.parametrize("document", sorted(SAMPLES.glob("*/*.md")), ids=lambda path: path.stem)
def test_a_sample_that_states_everything_stays_as_it_is(document: Path) -> None:
    adoption = adopt(text_of(document), document.name)

    assert (adoption.changed, adoption.missing, adoption.faults) == (False, (), ())
