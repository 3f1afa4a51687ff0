"""Every document of tests/corpus: the invalid ones report exactly what stands beside them, the valid ones nothing."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.problems import CATALOGUE, Problem
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import Settings
from tests.corpus.generated import GENERATED, Generated
from tests.documents import brief

CORPUS = Path(__file__).parent.parent / "corpus"
INVALID = sorted((CORPUS / "invalid").glob("*.md"))
VALID = sorted((CORPUS / "valid").glob("*.md"))

ELSEWHERE = {
    "PM001": "tests/library/test_load.py",
    "PM007": "tests/library/test_load.py",
    "PM008": "tests/library/test_load.py",
    "PM501": "tests/rules/test_duplicate_id.py",
    "PM507": "tests/rules/test_ambiguous_link.py",
    "PM508": "tests/rules/test_recurrence_with_open_items.py",
    "PM511": "tests/reading/test_incident_list.py",
    "PM512": "tests/rules/test_missing_postmortem.py",
    "PM513": "tests/reading/test_markers.py",
    "PM706": "tests/rules/test_public_refers_to_internal.py",
    "PM801": "tests/plugin",
    "PM802": "tests/library/test_load.py",
    "PM803": "tests/library/test_load.py",
    "PM804": "tests/plugin",
}
"""Kinds that no single document's text can cause, with where they are tested."""


def judge_alone(document: Path, folder: Path) -> tuple[Problem, ...]:
    """Return the problems of a copy of the document as the only one of a library, with the settings beside it."""
    beside = document.with_suffix(".settings.json")
    options = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    settings = Settings.model_validate({"folder": ".", **options})
    shutil.copyfile(document, folder / document.name)
    return judge(load_library(folder, settings))


def repeated(document: Path, folder: Path) -> float:
    """Return how many seconds of CPU judging the document takes once everything is loaded."""
    begun = time.process_time()
    judge_alone(document, folder)
    return time.process_time() - begun


@pytest.mark.parametrize("document", INVALID, ids=lambda path: path.stem)
def test_invalid_document_reports_exactly_the_lines_of_its_expected_file(document: Path, tmp_path: Path) -> None:
    expected = document.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    begun = time.process_time()
    found = judge_alone(document, tmp_path)
    taken = time.process_time() - begun

    assert expected, "an invalid document expects at least one problem"
    assert [str(problem) for problem in found] == expected
    # The first document of a process pays for what all share; the slowest of the others takes 60 ms.
    assert taken < 0.25 or repeated(document, tmp_path) < 0.25


@pytest.mark.parametrize("document", VALID, ids=lambda path: path.stem)
def test_valid_document_reports_nothing(document: Path, tmp_path: Path) -> None:
    assert [str(problem) for problem in judge_alone(document, tmp_path)] == []


@pytest.mark.parametrize("case", GENERATED, ids=lambda case: case.name)
def test_generated_document_reports_its_code_at_its_place(case: Generated, tmp_path: Path) -> None:
    (tmp_path / "incident.md").write_bytes(case.data)
    reported = [brief(problem) for problem in judge(load_library(tmp_path, Settings(folder=".")))]
    assert reported == [f"{case.line}:{case.column} {case.code}", *case.also]


def test_every_kind_that_one_document_can_cause_stands_in_the_corpus() -> None:
    lines = [
        line for path in INVALID for line in path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    ]
    seen = {line.split(" ")[1] for line in lines} | {case.code for case in GENERATED}
    assert sorted(set(CATALOGUE) - seen) == sorted(ELSEWHERE)


def test_expected_files_and_settings_belong_to_a_document() -> None:
    beside = [path for path in (CORPUS / "invalid").iterdir() if path.suffix != ".md"]
    assert [path.name for path in beside if not (path.parent / f"{path.name.split('.')[0]}.md").exists()] == []


def test_corpus_has_at_least_eighty_invalid_documents() -> None:
    assert len(INVALID) + len(GENERATED) >= 80
