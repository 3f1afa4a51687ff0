"""Comments that hide problems, in front matter and body; they change nothing of what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_postmortem.model import Facts
from mkdocs_postmortem.problems import INVALID_IGNORE
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.ignores import MOST_IGNORES
from tests.documents import VALID, brief, postmortem_of, read, with_front, with_line

NOTE = "postmortem: ignore PM302: the vendor does it"
DOCUMENTS = [
    *sorted((Path(__file__).parents[1] / "corpus" / "valid").glob("*.md")),
    *sorted((Path(__file__).parents[2] / "postmortems").rglob("2*.md"))[:6],
]


def lines_of(text: str) -> list[tuple[int, int, int, int | None]]:
    """Return line and column of each comment, and the first and last line that it covers."""
    return [(one.line, one.column, one.first, one.last) for one in postmortem_of(text).ignores]


def test_a_comment_behind_an_item_covers_its_line() -> None:
    text = with_line("- [ ] Alert", f"- [ ] Alert <!-- {NOTE} -->")
    (ignore,) = postmortem_of(text).ignores

    assert (ignore.codes, ignore.reason) == (("PM302",), "the vendor does it")
    assert lines_of(text) == [(34, 13, 34, 34)]


def test_ignore_file_covers_everything_wherever_it_stands() -> None:
    assert lines_of(VALID + f"\n<!-- {NOTE.replace('ignore', 'ignore-file')} -->\n") == [(38, 1, 1, None)]


@pytest.mark.parametrize(
    ("front", "lines"),
    [
        (f"severity: sev1 # {NOTE}", [(4, 16, 4, 4)]),
        (f"# {NOTE}\nseverity: sev1", [(4, 1, 4, 5)]),
        (f"# {NOTE}\n\n# a remark\nseverity: sev1", [(4, 1, 4, 7)]),
        (f"severity: sev1\n# {NOTE}\ntags:\n- a\n- b", [(5, 1, 5, 8)]),
        (f"severity: sev1\n# {NOTE}\nimpact:\n  data_loss: no\n\n  regions: [eu]", [(5, 1, 5, 9)]),
        (
            f"severity: sev1\nlinks:\n  # {NOTE}\n  - url: https://a.example\n    kind: a\n  - https://b.example",
            [(6, 3, 6, 8)],
        ),
        (f"severity: sev1\n# {NOTE.replace('ignore', 'ignore-file')}", [(5, 1, 1, None)]),
        (f'severity: sev1\ntrigger: "# {NOTE}"', []),
        (f"severity: sev1\ntrigger: |\n  # {NOTE}", []),
    ],
)
def test_in_front_matter_it_is_a_comment_of_yaml(front: str, lines: list[tuple[int, int, int, int | None]]) -> None:
    assert lines_of(with_line("severity:", front)) == lines


def test_the_last_line_of_front_matter_may_be_a_comment() -> None:
    assert lines_of(with_front(f"# {NOTE}")) == [(9, 1, 9, 9)]


def test_front_matter_that_cannot_be_read_hides_nothing() -> None:
    assert lines_of(with_line("severity:", f'severity: "sev1 # {NOTE}')) == []


def test_a_document_without_front_matter_has_comments_too() -> None:
    assert lines_of(f"# T\n\na <!-- {NOTE} -->\n") == [(3, 3, 3, 3)]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (with_line("- [ ] Alert", "- [ ] Alert <!-- postmortem: ignore PM302 -->"), "34:13", "no reason is given for "),
        (with_line("severity:", "severity: sev1 # postmortem: ignore PM104"), "4:16", "no reason is given for "),
        (
            with_line("| 14:45", f"<!-- {NOTE} -->\n| 14:45 | a | b | c |"),
            "26:1",
            "the comment stands between two rows",
        ),
        (VALID + f"\n<!-- {NOTE}\n", "38:1", "the comment is never closed"),
    ],
)
def test_a_comment_that_cannot_be_used_is_a_problem_and_hides_nothing(text: str, place: str, message: str) -> None:
    result = read(text)
    (problem,) = (problem for problem in result.problems if problem.kind is INVALID_IGNORE)

    assert brief(problem) == f"{place} PM026"
    assert problem.message.startswith(message)
    assert result.postmortem.ignores == ()


def test_a_document_has_a_limited_number_of_comments() -> None:
    result = read(VALID + f"\na <!-- {NOTE} -->\n" * (MOST_IGNORES + 20))
    (problem,) = result.problems

    assert len(result.postmortem.ignores) == MOST_IGNORES
    assert problem.message == f"there are more than {MOST_IGNORES} such comments"


def everything(text: str) -> object:
    """Return all that is read from a document but the lines on which it stands."""
    result = read(text)
    postmortem = result.postmortem
    return (
        postmortem.model_dump(include={*Facts.model_fields, "title", "slug", "summary"}, exclude={"action_items"}),
        [item.model_copy(update={"line": 1, "column": 1, "restated_line": None}) for item in postmortem.action_items],
        [entry.model_copy(update={"line": 1}) for entry in postmortem.timeline],
        [(section.key, section.heading, section.level, section.content) for section in postmortem.sections],
        {name: fact.value for name, fact in postmortem.stated_in_body.items()},
        [(reference.target, reference.form) for reference in postmortem.references],
        sorted(problem.kind.code for problem in result.problems),
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_nothing_is_read_differently_because_of_a_comment(document: Path) -> None:
    text = document.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    lines, start = text.split("\n"), postmortem_of(text).body_line - 1
    body, before = scan_body("\n".join(lines[start:]), start + 1), everything(text)
    places = [n for n in range(len(body.lines)) if body.visible[n].strip() and not body.code[n]]
    for number in places[::3]:
        line = lines[start + number]
        behind = f"{line} <!-- {NOTE} -->"
        above = f"{line[: len(line) - len(line.lstrip())]}<!-- {NOTE} -->\n{line}"
        for changed in [behind] if line.lstrip().startswith("|") else [behind, above]:
            text = "\n".join([*lines[: start + number], changed, *lines[start + number + 1 :]])
            assert everything(text) == before, changed
