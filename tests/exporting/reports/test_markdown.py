from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from mkdocs_postmortem.exporting.reports.markdown import LARGEST_PAGE, code_span, write_markdown
from mkdocs_postmortem.exporting.reports.report import Report
from mkdocs_postmortem.problems import UNKNOWN_SEVERITY, Location
from tests.exporting.reports.samples import EMPTY, HOSTILE_TEXTS, ORDINARY, hostile


def test_a_page_has_counts_a_table_and_the_problems_of_each_document() -> None:
    assert write_markdown(ORDINARY) == (
        "## Postmortem check\n"
        "\n"
        "Documents checked: 2. Errors: 1. Warnings: 1.\n"
        "\n"
        "| Document | Errors | Warnings |\n"
        "|---|---:|---:|\n"
        "| `postmortems/a.md` | 1 | 1 |\n"
        "\n"
        "### `postmortems/a.md`\n"
        "\n"
        "```text\n"
        '3:11 PM104 unknown-severity: severity "SEV9" is not on the scale; use sev0\n'
        "6:1 PM301 ownerless-item (warning): the item has no owner\n"
        "```\n"
    )


def test_a_sound_library_is_a_line() -> None:
    assert write_markdown(EMPTY) == "## Postmortem check\n\nDocuments checked: 1. Errors: 0. Warnings: 0.\n"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_texts_of_documents_stay_in_code(text: str) -> None:
    """Every token that holds a piece of a document is a code span or a code block."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(write_markdown(hostile(text)))
    blocks = [token.type for token in tokens if token.level == 0]
    inline = [child for token in tokens for child in token.children or ()]

    assert {child.type for child in inline} <= {"text", "code_inline"}
    plain = {child.content for child in inline if child.type == "text"} - {""}
    assert plain == {
        "Postmortem check", "Documents checked: 2. Errors: 2. Warnings: 0.", "Document", "Errors", "Warnings", "2", "0"
    }  # fmt: skip
    assert [block for block in blocks if block.endswith("_open") or block == "fence"] == [
        "heading_open", "paragraph_open", "table_open", "heading_open", "fence"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "span"), [("a.md", "`a.md`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), ("a\nb", "`a\\u{a}b`")]
)
def test_a_code_span_has_more_backticks_than_its_text(text: str, span: str) -> None:
    assert code_span(text) == span


def test_a_page_stays_below_what_github_shows_and_says_what_is_left_out() -> None:
    problems = tuple(UNKNOWN_SEVERITY.at(Location(f"{n:05}.md"), "x" * 1_000) for n in range(2_000))

    page = write_markdown(Report(problems, ("a.md",)))

    shown = page.count("PM104")
    assert 700 < shown < 1_000
    assert len(page.encode()) <= LARGEST_PAGE < 1024 * 1024
    assert page.endswith(
        f"\nNot on this page, which would be too long: {2_000 - shown} problems in {2_000 - shown} documents.\n"
    )


def test_a_table_of_very_many_documents_leaves_room_for_their_problems() -> None:
    problems = tuple(UNKNOWN_SEVERITY.at(Location(f"{'x' * 150}{n:05}.md"), "x") for n in range(5_000))

    page = write_markdown(Report(problems))

    assert len(page.encode()) <= LARGEST_PAGE
    assert page.count("PM104") > 1_000
