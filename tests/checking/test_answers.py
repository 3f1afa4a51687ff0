"""Answers that are kept: told as they were, and by the same release alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.checking import answers, fingerprint
from mkdocs_postmortem.checking.answers import Answer, keep, name_question, recall
from mkdocs_postmortem.checking.cache import Cache
from mkdocs_postmortem.checking.sight import at_file, see
from tests.checking.caches import cache_in
from tests.sites import write

ANSWER = Answer(1, "a.md:1:1 PM101 …\n", ("1 document checked: 1 error, 0 warnings.",))


def ask(cache: Cache, file: Path) -> str:
    """Keep the answer to a question that rests on one file, and return its name."""
    question = name_question("check")
    looks = [at_file(file)]
    keep(cache, question, looks, see(looks) or (), ANSWER)
    return question


def test_an_answer_comes_back_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "text")
    cache = cache_in(tmp_path)
    assert recall(cache, ask(cache, tmp_path / "a.md")) == ANSWER


def test_no_answer_is_known_once_something_has_changed(tmp_path: Path) -> None:
    write(tmp_path / "a.md", "text")
    cache = cache_in(tmp_path)
    question = ask(cache, tmp_path / "a.md")
    write(tmp_path / "a.md", "other")
    assert recall(cache, question) is None


def test_no_answer_is_known_where_something_can_no_longer_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.md", "text")
    cache = cache_in(tmp_path)
    question = ask(cache, tmp_path / "a.md")
    monkeypatch.setattr(answers, "see", lambda _: None)
    assert recall(cache, question) is None


def test_a_question_that_nobody_asked_has_no_answer(tmp_path: Path) -> None:
    assert recall(cache_in(tmp_path), name_question("check")) is None


def test_another_release_asks_another_question(monkeypatch: pytest.MonkeyPatch) -> None:
    before = name_question("check")
    assert name_question("check") == before != name_question("check", "--statistics")
    monkeypatch.setattr(fingerprint, "__version__", "99.0")
    assert name_question("check") != before
