"""Both given templates: untouched they state nothing, filled in they state everything that stands in them."""

from __future__ import annotations

from datetime import date, datetime, timezone
from pathlib import Path

import pytest

from mkdocs_postmortem.model import ItemKind, ItemStatus, Postmortem, Priority
from mkdocs_postmortem.problems import NO_FRONT_MATTER, PLACEHOLDER_SECTION
from tests.documents import postmortem_of, problems_of

HERE = Path(__file__).parent
TEMPLATES = HERE.parent.parent.parent / "shared" / "templates"
given = pytest.mark.skipif(not TEMPLATES.is_dir(), reason="the templates are not beside the repository")
BOTH = pytest.mark.parametrize("name", ["narrative", "sre"])


def utc(day: int, hour: int, minute: int, month: int = 4) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=timezone.utc)


def template(name: str) -> str:
    return (TEMPLATES / f"{name}.md").read_text(encoding="utf-8")


def filled(name: str) -> Postmortem:
    return postmortem_of((HERE / f"filled_{name}.md").read_bytes(), f"filled_{name}.md")


@given
@BOTH
def test_untouched_template_has_no_action_item_and_no_timeline_entry(name: str) -> None:
    postmortem = postmortem_of(template(name))
    assert postmortem.action_items == ()
    assert postmortem.timeline == ()


@given
@BOTH
def test_untouched_template_states_no_value(name: str) -> None:
    postmortem = postmortem_of(template(name), "blank.md")
    stated = {
        key
        for key in ("severity", "status", "started_at", "services", "summary", "authors")
        if getattr(postmortem, key)
    }
    assert stated == set()


@given
def test_untouched_narrative_has_no_title_but_its_file_name() -> None:
    assert postmortem_of(template("narrative"), "db-outage.md").title == "db outage"


@given
@BOTH
def test_every_section_of_an_untouched_template_is_recognised_and_holds_no_text(name: str) -> None:
    sections = [section for section in postmortem_of(template(name)).sections if section.level == 2]
    assert [section.heading for section in sections if section.key is None] == []
    assert [section.heading for section in sections if section.content == "text"] == []


@given
@BOTH
def test_untouched_template_is_reported_as_such(name: str) -> None:
    kinds = {problem.kind for problem in problems_of(template(name))}
    assert {NO_FRONT_MATTER, PLACEHOLDER_SECTION} <= kinds


@given
@BOTH
def test_filled_template_has_the_sections_of_the_untouched_one(name: str) -> None:
    def keys(postmortem: Postmortem) -> list[str | None]:
        return [section.key for section in postmortem.sections if section.level == 2]

    assert keys(filled(name)) == keys(postmortem_of(template(name)))


@BOTH
def test_filled_template_is_valid(name: str) -> None:
    text = (HERE / f"filled_{name}.md").read_bytes()
    assert [str(problem) for problem in problems_of(text)] == []


def test_filled_narrative_yields_its_facts() -> None:
    postmortem = filled("narrative")
    assert (postmortem.id, postmortem.title) == ("INC-2026-021", "Seat map showed sold seats as free")
    assert postmortem.severity is not None
    assert (postmortem.severity.name, postmortem.severity.stated) == ("sev1", "high")
    assert (postmortem.started_at, postmortem.resolved_at) == (utc(11, 21, 41), utc(11, 22, 52))
    assert postmortem.summary is not None
    assert postmortem.summary.startswith("A stale replica")
    assert (postmortem.published_at, postmortem.review_due) == (date(2026, 4, 20), date(2026, 5, 12))


def test_filled_narrative_yields_its_timeline_over_midnight() -> None:
    entries = filled("narrative").timeline
    times = [utc(11, 21, 41), utc(11, 21, 58), utc(11, 22, 10), utc(11, 22, 31), utc(11, 22, 52)]
    assert [entry.time for entry in entries] == times
    assert [entry.approximate for entry in entries] == [False, False, True, False, False]
    assert entries[3].end == utc(11, 22, 40)
    assert entries[1].event == "First double sale, seen on the board"
    assert entries[1].links[0].url == "https://dash.example.org/sales"


def test_filled_narrative_yields_its_action_items() -> None:
    items = filled("narrative").action_items
    assert [item.title for item in items] == [
        "Refuse reads from a replica that lags over five seconds",
        "Reserve a seat on the primary before payment",
        "Alert when a replica lags over ten seconds",
        "Write down how to take a replica out",
        "Draw which reads go to which replica",
    ]
    kinds = [ItemKind.PREVENT, ItemKind.PREVENT, ItemKind.DETECT, ItemKind.RESPOND, ItemKind.DOCUMENT]
    assert [item.kind for item in items] == kinds
    assert [item.status.value for item in items] == ["done", "in-progress", "open", "open", "open"]
    assert [item.priority for item in items[:3]] == [Priority.P1, Priority.P1, None]
    assert items[1].owners == ("Ines Okafor", "Yara Holm")
    assert [item.due for item in items[:2]] == [date(2026, 4, 24), date(2026, 5, 15)]
    assert items[0].completed_at == date(2026, 4, 22)


def test_filled_sre_yields_its_facts() -> None:
    postmortem = filled("sre")
    assert (postmortem.id, postmortem.summary) == ("INC-2026-022", "1,900 parcels carried two labels.")
    assert (postmortem.started_at, postmortem.resolved_at) == (utc(3, 22, 50, 5), utc(4, 0, 20, 5))
    assert postmortem.services == ("labels",)


def test_filled_sre_yields_its_timeline_over_midnight() -> None:
    entries = filled("sre").timeline
    assert [entry.time for entry in entries] == [
        utc(3, 22, 50, 5),
        utc(3, 23, 20, 5),
        utc(4, 0, 5, 5),
        utc(4, 0, 20, 5),
    ]
    first = entries[0]
    assert (first.actor, first.event, first.result) == (
        "Release job",
        "Moved the queue (change)",
        "Both consumers run",
    )


def test_filled_sre_yields_its_action_items() -> None:
    items = filled("sre").action_items
    assert [item.priority for item in items] == [Priority.P0, Priority.P1, Priority.P2]
    assert [item.owners for item in items] == [("Noor",), ("Timo", "Noor"), ("Platform",)]
    assert [item.status for item in items] == [ItemStatus.IN_PROGRESS, ItemStatus.DONE, ItemStatus.WONT_DO]
    assert items[0].verification == "Run two consumers in staging"
    assert items[1].completed_at == date(2026, 5, 19)
    assert items[2].reason == "the tool shows them now"
