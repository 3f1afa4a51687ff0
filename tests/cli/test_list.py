"""`postmortem list`: the library as a table or as JSON, narrowed down by filters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.projects import data, run
from tests.documents import VALID, with_front, with_line
from tests.sites import make_project

DOCUMENTS = {
    "a.md": VALID,
    "b.md": with_line("id:", "id: B-1", with_line("severity:", "severity: low", with_front("tags: [dns]")))
    .replace("2026-03", "2025-03")
    .replace("[checkout]", "[search]"),
    "c.md": with_line("id:", "id: C-1", with_front("kind: drill")).replace("status: published", "status: draft"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a project of three documents on 16 November 2026."""
    return make_project(tmp_path, DOCUMENTS)


def ids(root: Path, *filters: str) -> list[str]:
    """Return the ids that the command lists."""
    return [row["id"] for row in data(root, "list", "--format", "json", *filters)]


def test_all_are_listed_newest_first(root: Path) -> None:
    assert ids(root) == ["C-1", "INC-2026-014", "B-1"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (("--service", "search"), ["B-1"]),
        (("--service", "Search", "--service", "checkout"), ["C-1", "INC-2026-014", "B-1"]),
        (("--severity", "sev3"), ["B-1"]),
        (("--severity", "Low"), ["B-1"]),
        (("--status", "draft"), ["C-1"]),
        (("--tag", "DNS"), ["B-1"]),
        (("--kind", "drill"), ["C-1"]),
        (("--since", "2026-01-01"), ["C-1", "INC-2026-014"]),
        (("--since", "2026-03-01", "--kind", "incident"), ["INC-2026-014"]),
        (("--service", "nothing"), []),
    ],
)
def test_filters_narrow_the_list_down(filters: tuple[str, ...], found: list[str], root: Path) -> None:
    assert ids(root, *filters) == found


@pytest.mark.parametrize(
    ("option", "word", "close"),
    [("severity", "sve1", "sev1"), ("status", "publised", "published"), ("kind", "dril", "drill")],
)
def test_a_word_that_its_closed_list_lacks_is_refused(option: str, word: str, close: str, root: Path) -> None:
    result = run(root, "list", f"--{option}", close, f"--{option}", word)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f'postmortem: --{option}: "{word}" is not known; did you mean "{close}"?\n'


def test_json_holds_what_a_script_needs(root: Path) -> None:
    row = data(root, "list", "--format", "json", "--tag", "dns")[0]

    assert row == {
        "id": "B-1",
        "date": "2025-03-01",
        "severity": "sev3",
        "status": "published",
        "kind": "incident",
        "duration": "40 min",
        "services": ["search"],
        "open_items": 1,
        "overdue_items": 1,
        "title": "Checkout failed for 40 minutes",
        "path": "postmortems/b.md",
    }


def test_the_table_is_aligned_and_counted(root: Path) -> None:
    result = run(root, "list", "--severity", "sev3")

    header, row = result.stdout.splitlines()
    assert header.split() == ["ID", "DATE", "SEVERITY", "STATUS", "DURATION", "OPEN", "SERVICES", "TITLE"]
    assert row.index("Checkout failed") == header.index("TITLE")
    assert result.stderr == "1 postmortem of 3\n"


def test_an_empty_list_is_a_header_and_a_count(root: Path) -> None:
    result = run(root, "list", "--tag", "nothing")

    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == "0 postmortems of 3\n"


def test_titles_cannot_command_a_terminal(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"a.md": with_line("title:", 'title: "\\e[31mred"')})

    assert "\x1b" not in run(root, "list").stdout


VIEWS = [
    {"name": "drafts", "title": "Drafts", "where": {"status": "draft"}},
    {"name": "oldest", "title": "Oldest first", "sort": "date"},
    {"name": "faulty", "title": "Faulty", "where": {"has": "problems"}},
]


@pytest.fixture
def with_views(tmp_path: Path) -> Path:
    """Return a project with saved views and a document that has no review and no status."""
    documents = {**DOCUMENTS, "d.md": with_line("id:", "id: D-1").replace("severity: sev1", "severity: sev9")}
    levels = dict.fromkeys(("overdue-item", "item-past-deadline", "no-preventive-item", "no-urgent-item"), "off")
    levels |= dict.fromkeys(("severity-below-impact", "stale-draft", "unverified-priority", "review-overdue"), "off")
    return make_project(tmp_path, documents, options={"views": VIEWS, "levels": levels})


def test_a_saved_view_lists_what_it_chooses_in_its_order(with_views: Path) -> None:
    assert ids(with_views, "--view", "drafts") == ["C-1"]
    assert ids(with_views, "--view", "oldest") == ["B-1", "C-1", "D-1", "INC-2026-014"]


def test_filters_narrow_a_saved_view_down(with_views: Path) -> None:
    assert ids(with_views, "--view", "oldest", "--service", "search") == ["B-1"]
    assert ids(with_views, "--view", "drafts", "--kind", "incident") == []


def test_a_view_of_problems_judges_the_documents(with_views: Path) -> None:
    assert "D-1" in ids(with_views, "--view", "faulty")
    assert "B-1" not in ids(with_views, "--view", "faulty")


def test_an_unknown_view_is_refused_with_a_suggestion(with_views: Path) -> None:
    result = run(with_views, "list", "--view", "draft")

    assert result.exit_code == 2
    assert result.stderr == 'postmortem: --view: "draft" is no saved view; did you mean "drafts"?\n'
