"""Whatever the form: `done` changes one item's status and day, and `reopen` gives the bytes back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_postmortem.editing.item_status import change_item_status
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.status_change import ItemEdit, Refusal, StatusChange
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.settings import Settings
from tests.documents import read
from tests.item_forms import BODY_FORMS, ENTRY_FORMS, OPEN, STARTED, WrittenItem, document_of, written_items

DAY = date(2026, 11, 22)
DONE = StatusChange(ItemStatus.DONE, DAY)
DROPPED = StatusChange(ItemStatus.WONT_DO, reason="the pool is gone")
AGAIN = StatusChange(ItemStatus.OPEN)


def changed(text: str, change: StatusChange, number: int = 1) -> ItemEdit:
    result = change_item_status(Manuscript(text, "incident.md", "incident.md"), number, change, Settings())
    assert isinstance(result, ItemEdit), result
    return result


@pytest.mark.parametrize("form", [*BODY_FORMS, *ENTRY_FORMS])
@given(item=written_items((OPEN, STARTED)), line_end=st.sampled_from(["\n", "\r\n", "\r"]), mark=st.booleans())
@settings(max_examples=8)
def test_done_changes_status_and_day_and_reopen_restores_the_bytes(
    form: str, item: WrittenItem, line_end: str, *, mark: bool
) -> None:
    text = ("\ufeff" if mark else "") + document_of(form, item).replace("\n", line_end)

    edit = changed(text, DONE)

    (before,) = read(text.encode()).postmortem.action_items
    (after,) = read(edit.manuscript.text.encode()).postmortem.action_items
    may_differ = {"status", "stated_status", "completed_at", "column"}
    assert after.model_dump(exclude=may_differ) == before.model_dump(exclude=may_differ)
    assert (after.status, after.completed_at) == (ItemStatus.DONE, DAY)
    assert len(edit.lines) <= 2
    assert changed(edit.manuscript.text, AGAIN).manuscript.text == text


@pytest.mark.parametrize("form", [*BODY_FORMS, *ENTRY_FORMS])
@given(item=written_items((OPEN, STARTED)))
@settings(max_examples=6)
def test_wont_do_states_the_reason_and_reopen_restores_the_bytes(form: str, item: WrittenItem) -> None:
    text = document_of(form, item)

    edit = changed(text, DROPPED)

    (after,) = read(edit.manuscript.text.encode()).postmortem.action_items
    assert (after.status, after.reason) == (ItemStatus.WONT_DO, "the pool is gone")
    assert changed(edit.manuscript.text, AGAIN).manuscript.text == text


@given(reason=st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60))
@example(reason="see owner: Kim")
@example(reason="a | b")
@example(reason="<!-- hidden")
@example(reason="--> shown")
@example(reason="**bold** and `code`")
@example(reason="done already")
@settings(max_examples=80)
@pytest.mark.parametrize("form", ["checklist", "bullet", "table", "HTML table", "flow entry", "block entry"])
def test_any_reason_is_read_back_as_given_or_refused(form: str, reason: str) -> None:
    item = WrittenItem("Pin it", ("Dana",), None, ItemStatus.OPEN, "open", "en")
    manuscript = Manuscript(document_of(form, item), "incident.md", "incident.md")

    result = change_item_status(manuscript, 1, StatusChange(ItemStatus.WONT_DO, reason=reason.strip()), Settings())

    if isinstance(result, Refusal):
        return
    (after,) = read(result.manuscript.text.encode()).postmortem.action_items
    assert (after.title, after.owners, after.status) == ("Pin it", ("Dana",), ItemStatus.WONT_DO)
    assert " ".join((after.reason or "").split()).rstrip(".。") == " ".join(reason.split()).rstrip(".。")


@given(kept=st.text(st.characters(blacklist_categories=["Cs"]), max_size=40))
@example(kept="x | y |")
@example(kept="[x]")
@example(kept="Open | Mallory")
@settings(max_examples=80)
def test_a_comment_that_an_attacker_wrote_changes_nothing_but_the_status(kept: str) -> None:
    row = f"| Pin it | Dana | Done 2026-11-22 <!-- was: {kept} --> |"
    text = f"---\nid: INC-1\n---\n\n## Action items\n\n| Action | Owner | Status |\n|---|---|---|\n{row}\n"
    before = read(text.encode()).postmortem

    result = change_item_status(Manuscript(text, "incident.md", "incident.md"), 1, AGAIN, Settings())

    if isinstance(result, ItemEdit) and result.lines:
        after = read(result.manuscript.text.encode()).postmortem
        assert [(i.title, i.owners) for i in after.action_items] == [(i.title, i.owners) for i in before.action_items]
        assert len(after.sections) == len(before.sections)


@given(block=st.text("ab:-,[]{}#&*!|>'\"\n titleus", max_size=60))
@example(block="  owner: *nobody")
@example(block="  owner: &a [*a]")
@example(block="  status: !done x")
@example(block="  status: {a: b}")
@settings(max_examples=150)
def test_no_front_matter_makes_a_change_raise(block: str) -> None:
    text = f"---\nid: A\naction_items:\n- title: Alert\n{block}\n---\n\n# Title\n"
    for change in (DONE, DROPPED, AGAIN):
        change_item_status(Manuscript(text, "a.md", "a.md"), 1, change, Settings())


@given(text=st.text(), number=st.integers(1, 3))
@settings(max_examples=150)
def test_no_text_makes_a_change_raise(text: str, number: int) -> None:
    document = f"# Title\n\n## Action items\n\n- [ ] {text}\n- {text}\n"
    for change in (DONE, DROPPED, AGAIN):
        change_item_status(
            Manuscript(document.encode("utf-8", "replace").decode(), "a.md", "a.md"), number, change, Settings()
        )
