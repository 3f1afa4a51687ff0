"""What `inspect` prints has the shape that the shared score reads."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_postmortem.exporting.inspection import inspect_postmortem
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.model.action_item import ItemStatus
from mkdocs_postmortem.problems import Problem
from tests.documents import VALID, postmortem_of, read, settings_of, with_front, with_section


def inspected(postmortem: Postmortem, problems: tuple[Problem, ...] = (), follow_up: str = "30d") -> dict[str, Any]:
    return inspect_postmortem(postmortem, problems, settings_of({"deadlines": {"follow_up": follow_up}}).deadlines)


def test_statuses_are_the_words_that_the_score_counts() -> None:
    words = {"a": "Not started", "b": "Complete", "c": "In progress", "d": "Cancelled"}
    items = "".join(f"- [ ] **{title}**\n  - Owner: Kim\n  - Status: {word}\n" for title, word in words.items())

    document = inspected(postmortem_of(with_section("Action items", items)), ())

    assert [item["status"] for item in document["action_items"]] == ["open", "done", "in-progress", "wont-do"]
    assert {status.value for status in ItemStatus} >= {"open", "done"}


def test_everything_can_be_written_as_json() -> None:
    text = with_front(
        "detected_at: 2026-03-01T14:09Z\nduration: 40 min\npublished_at: 2026-03-05\n"
        "impact: {customers_affected: 12, engineering_time: 2h, data_loss: no}\nx-own: {a: [1, 2]}\n"
    )
    result = read(text)

    data = json.loads(json.dumps(inspected(result.postmortem, result.problems), allow_nan=False))

    assert data["published_at"] == "2026-03-05"
    assert data["extensions"] == {"x-own": {"a": [1, 2]}}
    assert data["derived"] == {
        "minutes_to_detect": 4.0,
        "minutes_to_acknowledge": None,
        "minutes_to_mitigate": None,
        "minutes_to_resolve": 40.0,
        "review_due": "2026-04-04",
    }


def test_follow_up_review_is_due_by_the_deadlines_of_the_settings() -> None:
    published = postmortem_of(with_front("published_at: 2026-03-05"))

    assert inspected(published, follow_up="14d")["derived"]["review_due"] == "2026-03-19"


def test_sections_are_listed_by_heading_without_their_text() -> None:
    sections = inspected(postmortem_of(VALID), ())["sections"]

    assert [section["key"] for section in sections] == [
        None, "summary", "impact", "timeline", "cause", "action-items",
    ]  # fmt: skip
    assert all("text" not in section for section in sections)


def test_a_document_without_times_has_nulls() -> None:
    data = inspected(postmortem_of("# x\n"), ())

    assert (data["started_at"], data["resolved_at"], data["severity"], data["timeline"]) == (None, None, None, [])
