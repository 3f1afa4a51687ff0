"""Items of the front matter and of the body: each counted once, and what the two disagree on."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.model import ActionItem, ItemStatus
from mkdocs_postmortem.problems import ITEM_DISAGREES
from tests.documents import VALID, only, postmortem_of, problems_of, with_front

TWIN = "title: Alert on pool saturation"
"""The title of the item that stands in the body of the valid document, on line 36 when one line was added."""


def items(entry: str, text: str = VALID) -> tuple[ActionItem, ...]:
    return postmortem_of(with_front(f"action_items:\n  - {{{entry}}}", text)).action_items


def test_an_item_that_stands_in_both_is_one_item_with_both_lines() -> None:
    (item,) = items(f"{TWIN}, owner: Dana")

    assert (item.number, item.line, item.restated_line) == (1, 10, 36)


def test_what_the_front_matter_leaves_open_comes_from_the_body() -> None:
    (item,) = items(TWIN, VALID.replace("- [ ] Alert", "- [x] Alert"))

    assert (item.owners, str(item.due), item.status) == (("Dana",), "2026-03-31", ItemStatus.DONE)


@pytest.mark.parametrize(
    "title", ["alert on pool saturation.", '"Alert on pool saturation: at 80 %"', "Alert on **pool** saturation"]
)
def test_titles_are_compared_without_case_and_punctuation_and_by_their_beginning(title: str) -> None:
    assert len(items(f"title: {title}")) == 1


def test_the_same_tracker_makes_two_titles_one_item() -> None:
    text = VALID.replace("  - Due: 2026-03-31", "  - Due: 2026-03-31\n  - Ticket: OPS-7")

    assert len(items("title: Watch the pool, tracker: OPS-7", text)) == 1
    assert len(items(f"{TWIN}, tracker: OPS-8", text)) == 2


@pytest.mark.parametrize("title", ["Alert", "Alert on disk saturation"])
def test_other_titles_are_other_items_numbered_on(title: str) -> None:
    assert [(item.number, item.title) for item in items(f"title: {title}")] == [
        (1, title),
        (2, "Alert on pool saturation"),
    ]


def test_one_item_of_the_body_is_the_twin_of_one_item_only() -> None:
    found = postmortem_of(with_front(f"action_items:\n  - {{{TWIN}}}\n  - {{{TWIN}}}")).action_items

    assert [item.restated_line for item in found] == [37, None]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("owner: Kim", '"Alert on pool saturation": owners "Kim" here, "Dana" on line 36'),
        ("due: 2026-04-30", '"Alert on pool saturation": due "2026-04-30" here, "2026-03-31" on line 36'),
        ("status: done", '"Alert on pool saturation": status "done" here, "open" on line 36'),
    ],
)
def test_a_disagreement_shows_both_lines_and_the_front_matter_wins(entry: str, message: str) -> None:
    text = with_front(f"action_items:\n  - {{{TWIN}, {entry}}}")
    problem = only(problems_of(text), ITEM_DISAGREES)

    assert (problem.location.line, problem.message) == (10, message)
    assert entry.split(": ")[1] in postmortem_of(text).action_items[0].model_dump_json()


def test_twins_that_agree_are_no_problem() -> None:
    assert problems_of(with_front(f"action_items:\n  - {{{TWIN}, owner: dana, due: 2026-03-31, status: to do}}")) == ()
