"""`postmortem related`: by id, path or words, with reasons, and a status as grep has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import data, run
from tests.documents import VALID, with_front
from tests.sites import make_project, write

EARLIER = VALID.replace("INC-2026-014", "INC-2025-001").replace("2026-03", "2025-03")
OTHER = "---\nid: OTHER\nservices: [dns]\nstarted_at: 2026-03-02T10:00Z\n---\n# Zone empty\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of a recurrence, what it repeats, and something else."""
    later = with_front("related: [{id: INC-2025-001, relation: recurrence-of}]")
    return make_project(tmp_path, {"2026/later.md": later, "2025/earlier.md": EARLIER, "2026/other.md": OTHER})


@pytest.mark.parametrize(
    "query", ["INC-2026-014", "inc-2026-014", "later", "postmortems/2026/later.md", "./postmortems/2026/later.md"]
)
def test_a_document_is_named_by_id_file_or_path(query: str, root: Path) -> None:
    assert [row["id"] for row in data(root, "related", "--format", "json", query)] == ["INC-2025-001"]


def test_text_names_date_relation_reasons_open_items_and_path(root: Path) -> None:
    result = run(root, "related", "INC-2026-014")
    words = "both say: connection pool, full connection, smaller, workers and 1 more word"

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "INC-2025-001  2025-03-01  Checkout failed for 40 minutes",
        "    recurrence of",
        f"    0.48  same service checkout · {words}",
        "    1 action item open",
        "    postmortems/2025/earlier.md",
    ]
    assert result.stderr == "1 of 3 postmortems similar to INC-2026-014\n"


@pytest.mark.parametrize("words", [["full connection pool"], ["full", "connection", "pool"], ["what about checkout?"]])
def test_words_are_a_question(words: list[str], root: Path) -> None:
    assert {row["id"] for row in data(root, "related", "--format", "json", *words)} == {"INC-2026-014", "INC-2025-001"}


def test_json_holds_score_and_reasons_as_data(root: Path) -> None:
    (row,) = data(root, "related", "--format", "json", "INC-2026-014")

    assert row["relation"] == "recurrence of"
    assert 0.3 < row["score"] < 1
    assert [reason["kind"] for reason in row["reasons"]] == ["service", "term"]
    assert row["reasons"][0]["names"] == ["checkout"]
    assert (row["open_items"], row["overdue_items"]) == (1, 1)


def test_the_list_can_be_shortened(root: Path) -> None:
    assert len(data(root, "related", "--format", "json", "--limit", "1", "connection pool")) == 1


def test_nothing_similar_is_said_with_status_1(root: Path) -> None:
    result = run(root, "related", "quux")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "Nothing in 3 postmortems is similar to quux. Try other words, or `postmortem list --service NAME`.\n"
    )
    assert run(root, "related", "OTHER", "--format", "json").stdout == "[]\n"


def test_a_document_outside_the_library_is_compared_with_it(root: Path) -> None:
    write(root / "draft.md", VALID.replace("INC-2026-014", "NEW-1"))

    rows = data(root, "related", "--format", "json", "draft.md")
    assert {row["id"] for row in rows} == {"INC-2026-014", "INC-2025-001"}


def test_a_path_that_is_not_there_ends_with_status_2(root: Path) -> None:
    result = run(root, "related", "postmortems/2026/none.md")

    assert result.exit_code == 2
    assert (
        result.stderr
        == "postmortem: postmortems/2026/none.md: there is no such file; to look for words, give more than one\n"
    )


@pytest.mark.parametrize("query", ["none.md", "postmortems/none"])
def test_half_a_path_that_is_not_there_does_so_too(query: str, root: Path) -> None:
    result = run(root, "related", query)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"postmortem: {query}: there is no such file;")


@pytest.mark.parametrize("query", ["INC-2026-041", "inc-41", "PM-2026-7"])
def test_an_id_that_no_document_has_ends_with_status_2(query: str, root: Path) -> None:
    result = run(root, "related", query)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f'postmortem: no document has the id "{query}"; ')


def test_the_closest_id_is_named(root: Path) -> None:
    assert 'did you mean "INC-2026-014"?' in run(root, "related", "INC-2026-041").stderr


@pytest.mark.parametrize("words", [["utf-8"], ["outage"], ["INC-2026-041", "quux"], ["TCP/IP quux"]])
def test_words_that_are_no_id_are_looked_for(words: list[str], root: Path) -> None:
    result = run(root, "related", *words)

    assert result.exit_code == 1
    assert result.stderr.startswith("Nothing in 3 postmortems")


def test_a_name_of_several_documents_asks_for_a_path(root: Path) -> None:
    write(root / "postmortems/2024/later.md", OTHER.replace("OTHER", "O-2"))

    result = run(root, "related", "later")
    assert result.exit_code == 2
    assert "later names several documents (postmortems/20" in result.stderr


def test_a_missing_folder_ends_with_status_2(tmp_path: Path) -> None:
    result = run(make_project(tmp_path, {}), "related", "pool")

    assert result.exit_code == 2
    assert "PM801" in result.stderr or "does not exist" in result.stderr


def test_titles_cannot_command_a_terminal(root: Path) -> None:
    write(root / "postmortems/x.md", VALID.replace("id: INC-2026-014\ntitle: Checkout", 'id: X-1\ntitle: "\\e[31mred'))

    assert "\x1b" not in run(root, "related", "INC-2026-014").stdout


def test_a_word_that_is_too_long_for_a_name_of_a_file_is_a_question(root: Path) -> None:
    result = run(root, "related", "x" * 300)

    assert result.exit_code == 1
    assert "similar" in result.stderr
