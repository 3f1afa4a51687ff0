"""The status of one item, changed in the form in which the item is written: before and after, line by line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkdocs_postmortem.editing.item_status import change_item_status
from mkdocs_postmortem.editing.manuscript import Manuscript
from mkdocs_postmortem.editing.read_back import read_manuscript
from mkdocs_postmortem.editing.status_change import ItemEdit, Refusal, StatusChange
from mkdocs_postmortem.model import ItemStatus
from mkdocs_postmortem.problems import ITEM_STATUS_DISAGREES, Location
from mkdocs_postmortem.reading.document import ReadResult
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID, read
from tests.sites import SAMPLES, SHARED_DOCUMENTS

DAY = date(2026, 11, 22)
DONE = StatusChange(ItemStatus.DONE, DAY)
AGAIN = StatusChange(ItemStatus.OPEN)


def dropped(reason: str) -> StatusChange:
    return StatusChange(ItemStatus.WONT_DO, reason=reason)


def document(section: str, front: str = "") -> str:
    return f"---\nid: INC-1\n{front}---\n\n# Title\n\n## Action items\n\n{section}\n"


def change(text: str, wanted: StatusChange, number: int = 1) -> ItemEdit | Refusal:
    return change_item_status(Manuscript(text, "incident.md", "incident.md"), number, wanted, Settings())


def edited(text: str, wanted: StatusChange, number: int = 1) -> ItemEdit:
    result = change(text, wanted, number)
    assert isinstance(result, ItemEdit), result
    return result


def refused(text: str, wanted: StatusChange, number: int = 1) -> str:
    result = change(text, wanted, number)
    assert isinstance(result, Refusal), result
    return "\n".join(result.reasons)


def lines_of(edit: ItemEdit) -> list[tuple[str | None, str | None]]:
    return [(line.before, line.after) for line in edit.lines]


ONE_LINE = [
    ("- [ ] Alert", "- [x] Alert — Completed: 2026-11-22"),
    ("- [ ] Alert.", "- [x] Alert. — Completed: 2026-11-22"),
    ("* [ ] Alert  ", "* [x] Alert — Completed: 2026-11-22  "),
    ("1. [ ] Alert", "1. [x] Alert — Completed: 2026-11-22"),
    ("> - [ ] Alert", "> - [x] Alert — Completed: 2026-11-22"),
    ("- [/] Alert", "- [x] Alert <!-- was: [/] --> — Completed: 2026-11-22"),
    ("- [ ] **Alert:** on saturation", "- [x] **Alert:** on saturation — Completed: 2026-11-22"),
    (
        "- [ ] Alert — Owner: Kim — Due: 2026-03-01",
        "- [x] Alert — Owner: Kim — Due: 2026-03-01 — Completed: 2026-11-22",
    ),
    (
        "- [ ] Alert - **Owner:** Kim",
        "- [x] Alert - **Owner:** Kim - **Completed:** 2026-11-22",
    ),
    (
        "- [ ] Alert (owner: @kim, due 2026-03-01)",
        "- [x] Alert (owner: @kim, due 2026-03-01, completed: 2026-11-22)",
    ),
    (
        "- [ ] Alert (Owner: Kim; Status: open)",
        "- [x] Alert (Owner: Kim; Status: done 2026-11-22 <!-- was: open -->)",
    ),
    ("- Alert", "- Alert — **Status:** Done 2026-11-22"),
    ("- Alert — Owner: Kim", "- Alert — Owner: Kim — Status: Done 2026-11-22"),
    ("- 監視 — 担当: 山田、期限: 2026-03-01", "- 監視 — 担当: 山田、期限: 2026-03-01、状態: 完了 2026-11-22"),
    ("- TODO: Alert", "- DONE: Alert — Completed: 2026-11-22"),
    ("- WIP: Alert", "- DONE: Alert <!-- was: WIP: --> — Completed: 2026-11-22"),
    ("- ⬜ Alert", "- ✅ Alert — Completed: 2026-11-22"),
    ("- ⏳ Alert", "- ✅ Alert <!-- was: ⏳ --> — Completed: 2026-11-22"),
    ("- (Open) Alert", "- (Done 2026-11-22) Alert <!-- was: (Open) -->"),
]


@pytest.mark.parametrize(("before", "after"), ONE_LINE)
def test_done_changes_the_line_of_a_list_item_and_reopen_gives_it_back(before: str, after: str) -> None:
    edit = edited(document(before), DONE)

    assert lines_of(edit) == [(before, after)]
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(before)


CELLS = [
    ("Open", "Done 2026-11-22"),
    ("open", "done 2026-11-22"),
    ("Not started", "Done 2026-11-22 <!-- was: Not started -->"),
    ("**TODO**", "**DONE 2026-11-22** <!-- was: **TODO** -->"),
    ("🟡 In progress", "✅ Done 2026-11-22 <!-- was: 🟡 In progress -->"),
    ("⏳", "✅ 2026-11-22 <!-- was: ⏳ -->"),
    ("—", "Done 2026-11-22 <!-- was: — -->"),
    ("Offen", "Erledigt 2026-11-22"),
    ("未着手", "完了 2026-11-22"),
    ("En cours", "Fait 2026-11-22 <!-- was: En cours -->"),
]


@pytest.mark.parametrize(("before", "after"), CELLS)
def test_done_changes_the_cell_of_the_status_and_reopen_gives_it_back(before: str, after: str) -> None:
    table = f"| Action | Owner | Status |\n|:--|---|---|\n| Alert | Kim \\| Lee | {before} |\n| Page | Lee | Open |"

    edit = edited(document(table), DONE)

    assert lines_of(edit) == [(f"| Alert | Kim \\| Lee | {before} |", f"| Alert | Kim \\| Lee | {after} |")]
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(table)


ROWS = [
    ("| Action | Status |", "| Alert | |", "| Alert | Done 2026-11-22 <!-- was:  --> |"),
    ("| Action | Status |", "| Alert ||", "| Alert | Done 2026-11-22 <!-- was: --> |"),
    ("| Action | Status |", "| Alert |   |", "| Alert | Done 2026-11-22 <!-- was:    --> |"),
    ("| Action | Status | Completed |", "| Alert | Open | |", "| Alert | Done | 2026-11-22 |"),
    ("| Action | Status | Completed |", "| Alert | Open | — |", "| Alert | Done | 2026-11-22 <!-- was: — --> |"),
    ("| Action | Owner |", "| Alert | Kim |", "| (Done 2026-11-22) Alert | Kim |"),
    ("| Maßnahme | Wer |", "| Alarm | Kim |", "| (Erledigt 2026-11-22) Alarm | Kim |"),
    ("Action | Status", "Alert | Open", "Alert | Done 2026-11-22"),
]


@pytest.mark.parametrize(("header", "before", "after"), ROWS)
def test_done_finds_a_place_in_a_row_and_reopen_gives_it_back(header: str, before: str, after: str) -> None:
    table = f"{header}\n|{'---|' * max(2, header.strip('|').count('|') + 1)}\n{before}"

    edit = edited(document(table), DONE)

    assert lines_of(edit) == [(before, after)]
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(table)


def test_done_changes_the_cell_of_an_html_table() -> None:
    row = "  <tr><td>Alert</td><td> <b>Open</b> </td></tr>"
    table = f"<table>\n  <tr><th>Action</th><th>Status</th></tr>\n{row}\n</table>"

    edit = edited(document(table), DONE)

    assert lines_of(edit)[0][1] == "  <tr><td>Alert</td><td> Done 2026-11-22 <!-- was: <b>Open</b> --> </td></tr>"
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(table)


def test_done_changes_an_html_cell_on_a_line_of_its_own() -> None:
    table = "<table>\n<tr><th>Action</th>\n<th>Status</th></tr>\n<tr>\n<td>Alert</td>\n<td>Open</td>\n</tr>\n</table>"

    assert lines_of(edited(document(table), DONE)) == [("<td>Open</td>", "<td>Done 2026-11-22</td>")]


def test_tick_and_status_line_change_together_where_they_must_agree() -> None:
    edit = edited(document("- [ ] Alert\n  - **Status:** Not started"), DONE)

    assert lines_of(edit) == [
        ("- [ ] Alert", "- [x] Alert"),
        ("  - **Status:** Not started", "  - **Status:** Done 2026-11-22 <!-- was: Not started -->"),
    ]
    assert edit.note == "2 lines change together"


def test_day_goes_into_a_line_that_waits_for_it() -> None:
    edit = edited(document("- [ ] Alert\n  - Completed:\n  - Owner: Kim"), DONE)

    assert lines_of(edit) == [("- [ ] Alert", "- [x] Alert"), ("  - Completed:", "  - Completed: 2026-11-22")]


def test_day_of_a_wrapped_item_stands_at_its_end() -> None:
    edit = edited(document("- [ ] Alert\n  on saturation"), DONE)

    assert lines_of(edit) == [
        ("- [ ] Alert", "- [x] Alert"),
        ("  on saturation", "  on saturation — Completed: 2026-11-22"),
    ]


def test_done_without_a_day_ticks_the_box_and_no_more() -> None:
    edit = edited(document("- [ ] Alert"), StatusChange(ItemStatus.DONE))
    assert lines_of(edit) == [("- [ ] Alert", "- [x] Alert")]


def test_item_inside_an_admonition_keeps_its_indentation() -> None:
    edit = edited(document("!!! note\n\n    | Action | Status |\n    |---|---|\n    | Alert | Open |"), DONE)
    assert lines_of(edit) == [("    | Alert | Open |", "    | Alert | Done 2026-11-22 |")]


ENTRIES = [
    (
        "  - title: Alert\n    status: open\n    owner: Kim\n",
        "  - title: Alert\n    status: done\n    completed_at: 2026-11-22\n    owner: Kim\n",
    ),
    (
        "  - title: Alert\n    status: in-progress  # since May\n",
        "  - title: Alert\n    status: done  # since May # was: in-progress\n    completed_at: 2026-11-22\n",
    ),
    (
        "  - title: Alert\n    owner: Kim\n",
        "  - title: Alert\n    owner: Kim\n    status: done # was:\n    completed_at: 2026-11-22\n",
    ),
    (
        "  - status: 'todo'\n    title: >-\n      Alert on\n      it\n",
        "  - status: 'done' # was: 'todo'\n    completed_at: 2026-11-22\n    title: >-\n      Alert on\n      it\n",
    ),
    (
        "  - {title: Alert, status: open, owner: Kim}\n",
        "  - {title: Alert, status: done, completed_at: 2026-11-22, owner: Kim}\n",
    ),
    (
        "  - {title: Alert, status: in-progress}\n",
        "  - {title: Alert, status: done, completed_at: 2026-11-22} # was: in-progress\n",
    ),
    ("  - {title: Alert}\n", "  - {title: Alert, status: done, completed_at: 2026-11-22} # was:\n"),
    (
        "  [{title: Alert, status: open}, {title: Page}]\n",
        "  [{title: Alert, status: done, completed_at: 2026-11-22}, {title: Page}]\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), ENTRIES)
def test_done_changes_an_entry_of_the_front_matter_and_reopen_gives_it_back(before: str, after: str) -> None:
    text = document("They stand above.", f"action_items:\n{before}")

    edit = edited(text, DONE)

    assert edit.manuscript.text == document("They stand above.", f"action_items:\n{after}")
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == text


DROPPED = [
    ("- [ ] Alert", "- [ ] ~~Alert~~ — Reason: the pool is gone"),
    ("- Alert (owner: Kim)", "- ~~Alert~~ (owner: Kim, reason: the pool is gone)"),
    ("- ⬜ Alert", "- ❌ Alert — Reason: the pool is gone"),
    ("- TODO: Alert", "- WONTFIX: Alert — Reason: the pool is gone"),
    ("- (Open) Alert", "- (Won't do: the pool is gone) Alert <!-- was: (Open) -->"),
]


@pytest.mark.parametrize(("before", "after"), DROPPED)
def test_wont_do_states_the_reason_and_reopen_takes_both_back(before: str, after: str) -> None:
    edit = edited(document(before), dropped("the pool is gone"))

    assert lines_of(edit) == [(before, after)]
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(before)


@pytest.mark.parametrize(
    ("reason", "cell"),
    [
        ("the pool is gone", "Won't do: the pool is gone"),
        ("fixed upstream (#12)", "Won't do: fixed upstream (#12)"),
        ("either a | b", "Won't do: either a \\| b"),
        ("no *stars*", "Won't do: no \\*stars\\*"),
        ("<script>alert(1)</script>", "Won't do: \\<script\\>alert(1)\\</script\\>"),
    ],
)
def test_reason_in_a_cell_is_escaped_so_that_it_reads_as_given(reason: str, cell: str) -> None:
    text = document("| Action | Status |\n|---|---|\n| Alert | Open |")

    edit = edited(text, dropped(reason))

    assert lines_of(edit) == [("| Alert | Open |", f"| Alert | {cell} |")]
    (item,) = read(edit.manuscript.text).postmortem.action_items
    assert item.reason == reason


def test_reason_in_front_matter_is_quoted() -> None:
    edit = edited(
        document("They stand above.", "action_items:\n  - {title: Alert, status: open}\n"), dropped("it's: #12")
    )
    assert lines_of(edit)[0][1] == "  - {title: Alert, status: wont-do, reason: 'it''s: #12'}"


def test_reason_that_reads_as_a_field_is_refused() -> None:
    reasons = refused(document("- [ ] Alert"), dropped("moved — Owner: Kim"))
    assert reasons.startswith('incident.md:9: item 1 "Alert" stands in a checklist, and no way of writing it there')
    assert "with this reason (shorter words without brackets and colons may help)" in reasons


@pytest.mark.parametrize(
    ("closed", "opened"),
    [
        ("- [X] Alert", "- [ ] Alert"),
        ("- [x] Alert — Completed: 2026-03-01 — Owner: Kim", "- [ ] Alert — Owner: Kim"),
        ("- ✅ Alert", "- ⬜ Alert"),
        ("- DONE: Alert", "- TODO: Alert"),
        ("- [ ] ~~Alert~~", "- [ ] Alert"),
        ("- [-] Alert", "- [ ] Alert"),
        ("- (Done during the incident) Alert", "- Alert"),
        ("- [ ] Page\n- (Done) Alert", "- (Open) Alert"),
        ("- Alert (owner: Kim, status: done)", "- Alert (owner: Kim)"),
        ("| Action | Status |\n|---|---|\n| Alert | **完了** |", "| Alert | **未着手** |"),
        ("| Action | Status |\n|---|---|\n| Alert | Done in #12 |", "| Alert | Open |"),
    ],
)
def test_item_that_an_author_closed_gets_the_plain_open_form(closed: str, opened: str) -> None:
    text = document(closed)
    number = read(text).postmortem.action_items[-1].number

    edit = edited(text, AGAIN, number)

    assert [after for _, after in lines_of(edit)] == [opened]


def test_closed_entry_of_the_front_matter_is_opened_without_day_and_reason() -> None:
    front = "action_items:\n  - title: Alert\n    status: wont-do\n    reason: no use\n"
    edit = edited(document("They stand above.", front), AGAIN)
    assert lines_of(edit) == [("    status: wont-do", "    status: open"), ("    reason: no use", None)]


def test_only_the_item_with_the_number_changes() -> None:
    edit = edited(document("- [ ] One\n- [ ] Two\n- [ ] Three"), DONE, 2)
    assert lines_of(edit) == [("- [ ] Two", "- [x] Two — Completed: 2026-11-22")]


def test_comments_of_items_closed_one_after_the_other_do_not_mix() -> None:
    text = document("| Action | Status |\n|---|---|\n| One | Not started |\n| Two | In progress |")

    both = edited(edited(text, DONE, 1).manuscript.text, DONE, 2).manuscript.text

    assert edited(edited(both, AGAIN, 1).manuscript.text, AGAIN, 2).manuscript.text == text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_byte_order_mark_and_last_line_stay(line_end: str) -> None:
    text = "\ufeff" + document("- [ ] Alert").replace("\n", line_end).rstrip()

    assert edited(text, DONE).manuscript.text == text.replace("- [ ] Alert", "- [x] Alert — Completed: 2026-11-22")


def test_line_that_is_added_ends_like_the_others() -> None:
    text = document("They stand above.", "action_items:\n  - title: Alert\n    status: open\n").replace("\n", "\r\n")
    after = edited(text, DONE).manuscript.text
    assert "status: done\r\n    completed_at: 2026-11-22\r\n---\r\n" in after


def test_item_that_is_done_already_is_left_alone() -> None:
    edit = edited(document("- [x] Alert"), DONE)
    assert (edit.lines, edit.manuscript.text) == ((), document("- [x] Alert"))


def test_item_that_is_closed_otherwise_must_be_reopened_first() -> None:
    assert refused(document("- [ ] ~~Alert~~"), DONE) == (
        'incident.md:9: item 1 "Alert" is closed as won\'t do; reopen it first'
    )


def test_unknown_number_is_refused_with_the_items_there_are() -> None:
    assert refused(document("- [ ] Alert\n- [ ] Page"), DONE, 7) == (
        'INC-1 has no item 7; it has 2 action items: 1 "Alert", 2 "Page"'
    )
    assert refused(document("None."), DONE) == "INC-1 has no action items"


def test_front_matter_that_cannot_be_read_is_refused_with_its_problem() -> None:
    reasons = refused(VALID.replace("title: Checkout", "title: [Checkout"), DONE)
    assert reasons.startswith("incident.md: the front matter cannot be read; correct it first\nincident.md:")
    assert "PM015 invalid-yaml" in reasons


def test_status_that_means_nothing_is_refused_with_its_problem() -> None:
    table = "| Action | Status |\n|---|---|\n| Alert | perhaps |"
    assert "correct this first: incident.md:11:11 PM304 unknown-item-status" in refused(document(table), DONE)


def joined(manuscript: Manuscript, settings: Settings) -> ReadResult:
    """Read a document as one in which the body states the items of the front matter again."""
    result = read_manuscript(manuscript, settings)
    first, *again = result.postmortem.action_items
    disagree = [
        ITEM_STATUS_DISAGREES.at(Location("incident.md", each.line), "the two places disagree")
        for each in again
        if each.status is not first.status
    ]
    once = first.model_copy(update={"restated_line": again[0].line}) if again else first
    return ReadResult(result.postmortem.model_copy(update={"action_items": (once,)}), (*result.problems, *disagree))


def test_item_that_the_body_states_again_changes_in_both_places(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mkdocs_postmortem.editing.item_status.read_manuscript", joined)
    text = document("- [ ] Alert", "action_items:\n  - {title: Alert, status: open}\n")

    edit = edited(text, DONE)

    assert lines_of(edit) == [
        ("  - {title: Alert, status: open}", "  - {title: Alert, status: done, completed_at: 2026-11-22}"),
        ("- [ ] Alert", "- [x] Alert — Completed: 2026-11-22"),
    ]
    assert edit.note == "the item stands in the front matter and in the body; both are changed"
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == text


@pytest.mark.parametrize("folder", [SHARED_DOCUMENTS, SAMPLES])
def test_every_open_item_of_real_documents_is_done_and_reopened_to_the_byte(folder: Path) -> None:
    paths = sorted(folder.rglob("*.md"))
    if not paths:
        pytest.skip("the folder is not there")
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        for item in read(text.encode(), path.name).postmortem.open_items:
            edit = edited(text, DONE, item.number)
            assert edited(edit.manuscript.text, AGAIN, item.number).manuscript.text == text, (path, item.number)


NOTE = "<!-- postmortem: ignore PM302: the vendor does it -->"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"- [ ] Alert {NOTE}", f"- [x] Alert — Completed: 2026-11-22 {NOTE}"),
        (f"- Alert {NOTE} on pool", f"- Alert {NOTE} on pool — **Status:** Done 2026-11-22"),
        (f"- [ ] Alert\n  {NOTE}\n  - Owner: Kim", f"- [x] Alert — Completed: 2026-11-22\n  {NOTE}\n  - Owner: Kim"),
        (
            f"| Action | Status |\n|---|---|\n| Alert | Open {NOTE} |",
            f"| Action | Status |\n|---|---|\n| Alert | Done 2026-11-22 {NOTE} |",
        ),
    ],
)
def test_a_comment_that_hides_a_problem_stays_when_an_item_is_done_and_reopened(before: str, after: str) -> None:
    edit = edited(document(before), DONE)

    assert edit.manuscript.text == document(after)
    assert edited(edit.manuscript.text, AGAIN).manuscript.text == document(before)
