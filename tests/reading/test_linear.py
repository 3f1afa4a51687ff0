"""Reading takes time in proportion to a document's length, whatever its shape; nothing nests too deep for it.

A text is compared with the same text four times as long: reading that takes about 4 times as many CPU seconds where
it is linear, 16 where it is quadratic. The best of a few attempts counts, so that a busy machine fails none.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product

import pytest

from benchmarks.shapes import SHAPES, Shape
from mkdocs_postmortem.problems import BODY_TOO_COMPLEX
from mkdocs_postmortem.reading.action_items import MOST_ITEMS
from mkdocs_postmortem.reading.body import MOST_READ_HEADINGS
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import SourceFile
from mkdocs_postmortem.reading.timeline import MOST_ENTRIES
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, postmortem_of, problems_of, read, with_section

STEEPEST = 8.0
ENOUGH = 0.004
"""CPU seconds below which a measure says nothing."""
ATTEMPTS = 10
_EVERY = 23
"""Of all pairs of place and piece each 23rd is tried; 23 divides neither number, so that most of both come up."""


def cpu_of(text: str) -> float:
    """Return the CPU seconds of reading a text, which is no file and so may be as long as it likes."""
    begun = time.process_time()
    read_postmortem(SourceFile("incident.md", "incident.md", text), Settings())
    return time.process_time() - begun


def steepness(text_of: Callable[[int], str], size: int) -> float:
    """Return how many times longer a text four times as long takes, in the attempt that came out best."""
    short, long, best = text_of(size), text_of(4 * size), float("inf")
    for _ in range(ATTEMPTS):
        more = cpu_of(long)
        best = min(best, 0.0 if more < ENOUGH else more / cpu_of(short))
        if best < STEEPEST:
            break
    return best


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_reading_a_document_of_any_shape_takes_linear_time(shape: Shape) -> None:
    assert steepness(shape, 10_000) < STEEPEST


PIECES = [
    *" \t-*_~:|.,;#<>[](){}`\"'=!?/\\+&@$^%xA19年：（）–—→✅", "a ", "1 ", "- ", "> ", "| ", "|-", "a.", "a-", "_a",
    "~~a", "1.", "1:", "12:00 ", "[a](", "![", "[x] ", "<a ", "<!--", "<summary", "</table ", "Aa/", "**a** ",
    "**a: ", "#1", "http://", "x?", "1st ", "due ", "owner: ", "(owner: ", "Mar 1 ", "2026-", "UTC+", "T+1",
    "— Due: ",
]  # fmt: skip
PLACES = {
    "an action item": ("Action items", "- [ ] {}"),
    "a plain action item": ("Action items", "- [ ] a\n- {}"),
    "a struck item": ("Action items", "- ~~{}a"),
    "a field": ("Action items", "- [ ] a\n  - Status: {}a"),
    "an owner": ("Action items", "| Action | Owner | Due |\n|---|---|---|\n| a | {} | {} |"),
    "a header": ("Timeline", "| Time {} | Event |\n|---|---|\n| 14:05 | a |"),
    "a row": ("Timeline", "| Time | Event |\n|---|---|\n| 14:05 {} | a |"),
    "a border": ("Timeline", "| Time | Event |\n|--{}a\n| 14:05 | a |"),
    "an entry": ("Timeline", "- 14:05 {}a"),
    "a paragraph": ("Timeline", "14:05 – {}a"),
    "a line": ("Timeline", "{}a"),
    "a bold line": ("Impact", "**a{}a"),
    "a label": ("Impact", "**Severity:** a{}a"),
    "a summary": ("Impact", "<details>\n<summary>{}\n</details>"),
    "an admonition": ("Impact", "!!! {}a"),
    "a heading": ("Impact", "### {}a"),
}


@pytest.mark.parametrize(("place", "piece"), [*product(PLACES, PIECES)][::_EVERY])
def test_reading_a_line_of_anything_takes_linear_time(place: str, piece: str) -> None:
    heading, line = PLACES[place]

    def text_of(size: int) -> str:
        return with_section(heading, line.replace("{}", piece * (size // len(piece))))

    assert steepness(text_of, 900) < STEEPEST


@pytest.mark.parametrize(
    "line",
    [
        "10:00 " + "-" * 5_000 + "x",
        "10:00 " + "--" * 40 + ">x",
        "- [ ] " + "~" * 9_000 + "a",
        "**a" + " " * 9_000 + "x",
    ],
    ids=["dashes", "arrow", "tildes", "blanks"],
)
@pytest.mark.parametrize("heading", ["Timeline", "Action items", "Impact"])
def test_line_that_once_took_minutes_is_read_at_once(heading: str, line: str) -> None:
    assert cpu_of(with_section(heading, line)) < 1.0


@pytest.mark.parametrize("first", [" " * 200_000 + "x", "<!--" * 50_000, "+++" + " " * 200_000])
def test_what_stands_where_front_matter_belongs_is_read_at_once(first: str) -> None:
    assert cpu_of(f"{first}\n---\na: b\n---\n") < 1.0
    assert cpu_of(f"+++\n{first}x\n") < 1.0


@pytest.mark.parametrize("item", ["- [ ] a", "- 14:05 a", "- **Prevent**:", "1. a"])
@pytest.mark.parametrize("heading", ["Action items", "Timeline", "Impact"])
def test_lists_nested_a_thousand_deep_are_read(heading: str, item: str) -> None:
    stairs = "\n".join(" " * depth + item for depth in range(1_100))
    assert len(read(with_section(heading, stairs)).postmortem.sections) == len(postmortem_of(VALID).sections)


def test_items_behind_the_thousandth_are_a_problem_and_not_read() -> None:
    text = with_section("Action items", "- [x] a\n\n" * (MOST_ITEMS + 1))
    (problem,) = problems_of(text)
    assert problem.kind is BODY_TOO_COMPLEX
    assert problem.message == "more than 1,000 action items; those from here on are not read"
    assert text.split("\n")[problem.location.line - 1 :] == ["- [x] a", "", "", ""]
    assert len(postmortem_of(text).action_items) == MOST_ITEMS


def test_entries_behind_the_two_thousandth_are_a_problem_and_not_read() -> None:
    text = with_section("Timeline", "- 14:05 a\n" * (MOST_ENTRIES + 2))
    (problem,) = [problem for problem in problems_of(text) if problem.kind is BODY_TOO_COMPLEX]
    assert problem.message == "more than 2,000 timeline entries; those from here on are not read"
    assert text.split("\n")[problem.location.line - 1 : problem.location.line + 2] == ["- 14:05 a", "- 14:05 a", ""]
    assert len(postmortem_of(text).timeline) == MOST_ENTRIES


def test_nothing_is_read_behind_more_headings_than_anybody_reads() -> None:
    heads = "### a\n\nb\n\n" * (MOST_READ_HEADINGS - 7)
    last, below = "### last\n\nc\n\n", "- [ ] not read\n\n### not read\n"
    postmortem = postmortem_of(with_section("Action items", f"- [ ] first\n\n{heads}{last}- [ ] d\n\n{below}"))
    assert len(postmortem.sections) == MOST_READ_HEADINGS
    assert postmortem.sections[-1].heading == "last"
    assert postmortem.sections[-1].text == "c\n\n- [ ] d\n\n- [ ] not read"
    assert not postmortem.renderable


@pytest.mark.parametrize("line", ["- [ ] " + "a" * 20_000, "| " + "a" * 20_000 + " | Dana | 2026-03-31 |"])
def test_line_too_long_to_be_read_gives_no_item_rather_than_half_of_one(line: str) -> None:
    table = "| Action | Owner | Due |\n|---|---|---|\n| Raise the limit | Kim | 2026-03-31 |\n"
    postmortem = postmortem_of(with_section("Action items", f"{table}{line}\n\n- [ ] Alert earlier"))
    assert [item.title for item in postmortem.action_items] == ["Raise the limit", "Alert earlier"]


def test_comment_that_ends_in_a_line_too_long_to_be_read_hides_no_more() -> None:
    text = with_section("Impact", "a\n<!-- b\n" + "c" * 20_000 + " -->\n\n**Severity:** d")
    assert [item.title for item in postmortem_of(text).action_items] == ["Alert on pool saturation"]


def test_cells_behind_the_hundredth_are_left_out() -> None:
    row = "| " + " | ".join(f"Action {number}" for number in range(1, 150)) + " |"
    header = "| Action |" + " a |" * 97 + " Owner | b | Due |\n" + "|---" * 101 + "|\n"
    (item,) = postmortem_of(with_section("Action items", header + row)).action_items
    assert (item.title, item.owners, item.due, item.stated_due) == ("Action 1", ("Action 99",), None, None)
