"""Real documents of other teams, where they lie beside the repository: each is read, none is believed blindly."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.problems import Level
from tests.documents import problems_of, read

DOCUMENTS = Path(__file__).parent.parent.parent / "shared" / "corpus" / "documents"
FOUND = sorted(DOCUMENTS.glob("*.md")) if DOCUMENTS.is_dir() else []
pytestmark = pytest.mark.skipif(not FOUND, reason="the documents are not beside the repository")


@pytest.mark.parametrize("document", FOUND, ids=lambda path: path.name[:40])
def test_real_document_is_read_and_has_problems_or_required_facts(document: Path) -> None:
    postmortem = read(document.read_bytes(), "document.md").postmortem
    errors = [problem for problem in problems_of(document.read_bytes()) if problem.level is Level.ERROR]
    stated = [postmortem.severity, postmortem.status, postmortem.started_at, postmortem.services]
    assert errors or all(stated)


@pytest.mark.parametrize("document", FOUND, ids=lambda path: path.name[:40])
def test_real_document_can_be_rendered(document: Path) -> None:
    assert read(document.read_bytes()).postmortem.renderable


@pytest.mark.parametrize("document", FOUND, ids=lambda path: path.name[:40])
def test_what_is_read_of_a_real_document_stands_in_it(document: Path) -> None:
    lines = document.read_text(encoding="utf-8").replace("\r\n", "\n").split("\n")
    postmortem = read(document.read_bytes()).postmortem
    for item in postmortem.action_items:
        assert item.title.split()[0].strip("*`[(") in lines[item.line - 1]
    for section in postmortem.sections:
        assert section.heading.split(" ")[0][:1] in lines[section.line - 1]
