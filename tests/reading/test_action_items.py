"""Action items of the body: checklists with nested fields, and tables."""

from __future__ import annotations

from datetime import date

import pytest

from mkdocs_postmortem.model import ActionItem, ItemKind, ItemStatus, Priority
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.reading.action_items import read_action_items
from mkdocs_postmortem.reading.body import scan_body
from mkdocs_postmortem.reading.vocabulary import vocabulary_for
from mkdocs_postmortem.settings import Settings
from tests.documents import brief

WORDS = vocabulary_for(Settings())
DONE, OPEN = ItemStatus.DONE, ItemStatus.OPEN


def read(section: str, heading: str = "## Action items") -> tuple[tuple[ActionItem, ...], list[Problem]]:
    return read_action_items(scan_body(f"{heading}\n\n{section}\n", 1), "x.md", WORDS)


def items(section: str, heading: str = "## Action items") -> tuple[ActionItem, ...]:
    found, problems = read(section, heading)
    assert [str(problem) for problem in problems] == []
    return found


def item(section: str) -> ActionItem:
    (found,) = items(section)
    return found


@pytest.mark.parametrize("mark", ["- [ ]", "* [ ]", "+ [ ]", "1. [ ]", "2) [ ]", "-   [ ]"])
def test_box_of_any_list_is_an_item(mark: str) -> None:
    assert item(f"{mark} Alert on saturation").title == "Alert on saturation"


@pytest.mark.parametrize(("tick", "status"), [(" ", ItemStatus.OPEN), ("x", ItemStatus.DONE), ("X", ItemStatus.DONE)])
def test_tick_tells_the_status(tick: str, status: ItemStatus) -> None:
    assert item(f"- [{tick}] Alert").status is status


def test_item_knows_its_line_column_and_number() -> None:
    found = items("- [ ] One\n- [ ] Two\n\n  - [ ] nested")
    assert [(each.line, each.column, each.number) for each in found] == [(3, 1, 1), (4, 1, 2)]


def test_nested_fields_are_read_by_their_labels() -> None:
    found = item(
        "- [ ] Alert on saturation\n"
        "  - **Owner:** Dana, Lee & Kim\n"
        "  - Team: Payments\n"
        "  - **Due**: 2026-03-31\n"
        "  - Status: In progress\n"
        "  - Priority: P1\n"
        "  - Type: detection\n"
        "  - Tracker: [PAY-7](https://tracker.example.org/PAY-7)\n"
        "  - Verification plan: a test alert\n"
    )
    assert found.owners == ("Dana", "Lee", "Kim")
    assert (found.team, found.due, found.status) == ("Payments", date(2026, 3, 31), ItemStatus.IN_PROGRESS)
    assert (found.priority, found.kind) == (Priority.P1, ItemKind.DETECT)
    assert (found.tracker, found.verification) == ("https://tracker.example.org/PAY-7", "a test alert")


def test_wrapped_lines_join_what_they_continue() -> None:
    found = item("- [ ] Alert on\n  pool saturation\n  - Verification: a test\n    alert")
    assert (found.title, found.verification) == ("Alert on pool saturation", "a test alert")


def test_bold_label_that_says_something_is_the_title() -> None:
    found = item("- [ ] **Alert on saturation:** above 80 percent")
    assert (found.title, found.details) == ("Alert on saturation", "above 80 percent")


@pytest.mark.parametrize("label", ["**Action 1:**", "**Action:**", "**Task 2**:", "**AI-3:**"])
def test_bold_label_that_only_counts_is_dropped(label: str) -> None:
    assert item(f"- [ ] {label} Alert on saturation").title == "Alert on saturation"


@pytest.mark.parametrize(
    "line", ["- [ ] [Specific preventive measure]", "- [ ] TBD", "- [ ] ", "- [ ] **Action:** [How]"]
)
def test_placeholder_is_no_item(line: str) -> None:
    assert items(line) == ()


def test_item_that_begins_with_a_bracketed_word_is_kept() -> None:
    assert item("- [ ] [Payments] Alert on saturation").title == "[Payments] Alert on saturation"


@pytest.mark.parametrize(
    "line",
    ["Alert", "    - [ ] after a blank line", "```\n- [ ] code\n```", "<!-- - [ ] a -->", "- None.", "- [Name]"],
)
def test_other_lines_are_no_items(line: str) -> None:
    assert items(line) == ()


def test_boxes_elsewhere_are_no_action_items() -> None:
    assert items("- [ ] Alert", "## Impact") == ()


@pytest.mark.parametrize(
    ("heading", "kind", "priority"),
    [
        ("Prevent recurrence (High priority)", ItemKind.PREVENT, Priority.P1),
        ("P0: detection", ItemKind.DETECT, Priority.P0),
        ("Improve response", ItemKind.RESPOND, None),
        ("Documentation", ItemKind.DOCUMENT, None),
        ("Other", None, None),
    ],
)
def test_heading_above_gives_kind_and_priority(heading: str, kind: ItemKind | None, priority: Priority | None) -> None:
    found = item(f"### {heading}\n\n- [ ] Alert")
    assert (found.kind, found.priority) == (kind, priority)


def test_stated_kind_and_priority_win_over_the_heading() -> None:
    found = item("### Prevent (High priority)\n\n- [ ] Alert\n  - Kind: detect\n  - Priority: P3")
    assert (found.kind, found.priority) == (ItemKind.DETECT, Priority.P3)


def test_table_row_is_an_item() -> None:
    found = item(
        "| # | Action | Owner | Deadline | State | Ticket |\n|---|---|---|---|---|---|\n"
        "| 1 | Alert on **saturation** | Dana | 2026-03-31 | Done | https://t.example.org/7 |"
    )
    assert (found.title, found.owners, found.due) == ("Alert on saturation", ("Dana",), date(2026, 3, 31))
    assert (found.status, found.tracker, found.line, found.column) == (ItemStatus.DONE, "https://t.example.org/7", 5, 7)


def test_table_without_a_column_for_the_action_holds_no_items() -> None:
    assert items("| Owner | Due |\n|---|---|\n| Dana | 2026-03-31 |") == ()


def test_short_and_long_rows_are_read() -> None:
    found = items("| Action | Owner |\n|---|---|\n| Alert |\n| Watch | Dana | more |")
    assert [each.title for each in found] == ["Alert", "Watch"]


def test_items_stand_in_the_order_of_the_document() -> None:
    table = "| Action |\n|---|\n| Two |"
    assert [each.title for each in items(f"- [ ] One\n\n{table}\n\n- [ ] Three")] == ["One", "Two", "Three"]


@pytest.mark.parametrize(
    "after", ["One note\nand its second line", "- a plain entry\n  with a second line", "- plain\n  - Note: Lee"]
)
def test_what_follows_a_checklist_does_not_join_its_last_item(after: str) -> None:
    found = item(f"- [ ] Alert\n\n{after}")
    assert (found.title, found.owners) == ("Alert", ())


@pytest.mark.parametrize(
    ("stated", "tracker"),
    [
        ("PAY-7", "PAY-7"),
        ("[PAY-7](https://t.example.org/7)", "https://t.example.org/7"),
        ("<https://t.example.org/7>", "https://t.example.org/7"),
        ("[PAY-7](https://dana:secret@t.example.org/7)", "PAY-7"),
        ("[PAY-7](../7.md)", "PAY-7"),
        ("[PAY-7](../7.md) [x](https://t.example.org/7)", "https://t.example.org/7"),
        ("TBD", None),
    ],
)
def test_tracker_is_a_web_address_or_what_a_reader_sees(stated: str, tracker: str | None) -> None:
    assert item(f"- [ ] Alert\n  - Tracker: {stated}").tracker == tracker


def test_done_with_a_date_is_done_on_that_day() -> None:
    found = item("- [x] Alert\n  - Status: Done (2026-03-20)")
    assert (found.status, found.completed_at) == (ItemStatus.DONE, date(2026, 3, 20))


def test_item_that_will_not_be_done_keeps_the_reason() -> None:
    found = item("- [ ] Alert\n  - Status: Won't do: the pool is gone")
    assert (found.status, found.reason) == (ItemStatus.WONT_DO, "the pool is gone")


@pytest.mark.parametrize(
    ("field", "reported"),
    [
        ("Due: soon", "4:10 PM303"),
        ("Status: perhaps", "4:13 PM304"),
        ("Status: Done", "4:13 PM306"),
        ("Priority: P9", "4:15 PM305"),
        ("Completed: yesterday", "4:16 PM303"),
    ],
)
def test_field_that_cannot_be_read_is_reported_where_it_stands(field: str, reported: str) -> None:
    found, problems = read(f"- [ ] Alert\n  - {field}")
    assert [brief(problem) for problem in problems] == [reported]
    assert len(found) == 1


def test_unreadable_due_date_is_kept_as_stated() -> None:
    found, _ = read("- [ ] Alert\n  - Due: next sprint")
    assert (found[0].due, found[0].stated_due) == (None, "next sprint")


@pytest.mark.parametrize("word", ["TBD", "", "[Date]", "—"])
def test_placeholder_due_date_is_not_stated(word: str) -> None:
    assert item(f"- [ ] Alert\n  - Due: {word}").stated_due is None
    assert item(f"- [ ] Alert\n  - Owner: {word}").owners == ()


@pytest.mark.parametrize("field", ["Owner", "Due", "Status", "Team", "Reason", "Tracker", "Verification"])
def test_field_of_any_length_is_read_without_an_exception(field: str) -> None:
    found, _ = read(f"- [ ] Alert\n  - {field}: {'word, ' * 1_500}")
    assert len(found) == 1


def test_title_of_any_length_is_read_without_an_exception() -> None:
    assert len(item("- [ ] **Alert:** " + "word " * 1_900).title) <= 2_000
    assert len(item("- [ ] " + "word " * 1_900).title) <= 2_000


@pytest.mark.parametrize(
    ("line", "title", "owners", "due"),
    [
        ("- [ ] Pin it - Owner: Imani - Due: 2025-03-01", "Pin it", ("Imani",), "2025-03-01"),
        ("- [ ] Pin it — **Owner:** Imani — **Due:** 1 March 2025", "Pin it", ("Imani",), "2025-03-01"),
        ("- [ ] Pin it (owner: @imani, due 2025-03-01)", "Pin it", ("@imani",), "2025-03-01"),
        ("- [ ] Pin it. Owner: Imani. Due: Mar 1, 2025", "Pin it", ("Imani",), "2025-03-01"),
        ("- [ ] Pin it [Owner: Imani & Bo]", "Pin it", ("Imani", "Bo"), None),
        ("- [ ] Pin it. — Owner: Imani", "Pin it.", ("Imani",), None),
        ("- [ ] **Pin it** — Owner: Imani", "Pin it", ("Imani",), None),
        ("- [ ] Pin it (owner: Imani) — Due: 2025-03-01", "Pin it", ("Imani",), "2025-03-01"),
        ("- [ ] Ask the owner: maybe", "Ask the owner: maybe", (), None),
        ("- [ ] Pin\n  the version — **Owner:**\n  Imani", "Pin the version", ("Imani",), None),
    ],
)
def test_fields_inside_an_items_words_are_read(line: str, title: str, owners: tuple[str, ...], due: str | None) -> None:
    found = item(line)
    assert (found.title, found.owners, found.due and found.due.isoformat()) == (title, owners, due)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("- [x] Alert", "done"),
        ("- [-] Alert", "wont-do"),
        ("- [/] Alert", "in-progress"),
        ("- [ ] ~~Alert~~", "wont-do"),
        ("- ✅ Alert", "done"),
        ("- ⬜ Alert", "open"),
        ("- **(Done during the incident)** Alert", "done"),
        ("- TODO: Alert", "open"),
        ("- WIP: Alert", "in-progress"),
    ],
)
def test_box_sign_and_leading_word_give_the_status(line: str, status: str) -> None:
    found = item(line)
    assert (found.title, found.status.value) == ("Alert", status)


@pytest.mark.parametrize(
    ("line", "status", "completed_at", "reason"),
    [
        ("- (Done 2026-03-20) Alert", "done", "2026-03-20", None),
        ("- (Won't do: the pool is gone) Alert", "wont-do", None, "the pool is gone"),
        ("- Alert (owner: Kim; status: done 2026-03-20)", "done", "2026-03-20", None),
        ("- Alert — Owner: Kim — Status: Won't do: fixed upstream (#12)", "wont-do", None, "fixed upstream (#12)"),
        ("- Alert — Owner: Kim — **Status:** Done (2026-03-20)", "done", "2026-03-20", None),
    ],
)
def test_status_in_an_items_words_says_when_or_why(
    line: str, status: str, completed_at: str | None, reason: str | None
) -> None:
    found = item(line)
    assert (found.title, found.status.value) == ("Alert", status)
    assert (found.completed_at and found.completed_at.isoformat(), found.reason) == (completed_at, reason)


def test_plain_bullets_under_an_action_heading_are_items() -> None:
    assert [each.title for each in items("- Alert\n- Page\n  at night\n")] == ["Alert", "Page at night"]


def test_bare_issues_are_items_even_beside_a_checklist() -> None:
    assert [each.title for each in items("- [ ] Alert\n- #2127\n- a note\n- PAY-7\n")] == ["Alert", "#2127", "PAY-7"]


def test_bullets_that_only_name_a_group_are_no_items() -> None:
    assert [each.title for each in items("- **Prevent**:\n  - Alert\n- **Detect**:\n  - Page\n")] == ["Alert", "Page"]


def test_an_html_table_gives_items() -> None:
    table = "<table>\n<tr><th>Action</th><th>Owner</th></tr>\n<tr><td>Alert</td><td>Ops</td></tr>\n</table>"
    found = item(table)
    assert (found.title, found.owners, found.line) == ("Alert", ("Ops",), 5)


def test_a_table_whose_row_of_dashes_stands_too_low_is_read() -> None:
    found = item("| Action | Owner |\n| Alert | Ops |\n| --- | --- |\n| --- | --- |")
    assert (found.title, found.owners) == ("Alert", ("Ops",))


def test_a_checklist_inside_an_admonition_gives_items() -> None:
    assert item("!!! warning\n\n    - [ ] Alert").title == "Alert"


def test_bullets_beside_a_table_that_waits_for_items_are_guidance() -> None:
    table = "| Priority | Action item | Owner |\n|---|---|---|\n| P0 | | |\n"
    assert items(f"{table}\n- **P0**: stops it from happening again\n") == ()


def test_sub_headings_of_a_vague_heading_count_together() -> None:
    found = items("### Short term\n\n- One\n\n### Long term\n\n- Two\n", "## Next steps")
    assert [i.title for i in found] == ["One", "Two"]


def test_vague_heading_beside_a_clear_one_holds_no_items() -> None:
    assert [i.title for i in items("- One\n\n## Next steps\n\n### Soon\n\n- Publish this\n")] == ["One"]


def test_bold_line_is_a_heading_where_no_heading_names_the_section() -> None:
    text = "1. One. Owner: Kim. [Done]\n2. Two\n\n**Detect**\n\n- Three\n\n**Appendix**\n\n- a log\n"
    found = items(text, "Words.\n\n**Action items**")
    assert [(i.title, i.status) for i in found] == [("One", DONE), ("Two", OPEN), ("Three", OPEN)]


def test_bold_line_inside_an_action_section_adds_nothing() -> None:
    assert [i.title for i in items("- One\n\n**Action items**\n\n- Two\n")] == ["One", "Two"]


@pytest.mark.parametrize(
    ("heading", "status"), [("Completed", DONE), ("In progress", ItemStatus.IN_PROGRESS), ("Planned", OPEN)]
)
def test_heading_that_is_a_status_gives_it_to_its_items(heading: str, status: ItemStatus) -> None:
    found = items(f"### {heading}\n\n- One\n- Two (dropped)\n\n### Boxes {heading}\n\n- [x] Three\n- [ ] Four (@kim)\n")
    assert [i.status for i in found] == [status, ItemStatus.WONT_DO, DONE, OPEN]
    assert [i.status for i in items(f"### {heading}\n\n- [x] Three\n- [ ] Four")] == [DONE, OPEN]


def test_explicit_label_wins_over_what_stands_at_the_end() -> None:
    found = item("- [ ] Pin it (@lee)\n  - Owner: Kim")
    assert (found.title, found.owners) == ("Pin it", ("Kim",))


def test_status_behind_labelled_fields_is_no_part_of_them() -> None:
    found = item("- Pin it – Kim Lee – Priority: High – Completed")
    assert (found.title, found.owners, found.priority, found.status) == ("Pin it", ("Kim Lee",), Priority.P1, DONE)


def test_name_alone_is_the_owner_where_another_item_has_one_there() -> None:
    found = items("- One (Kim, 2026-03-01)\n- Two (Lee)\n- Three (Redis, Kafka)\n")
    assert [(i.title, i.owners) for i in found] == [("One", ("Kim",)), ("Two", ("Lee",)), ("Three (Redis, Kafka)", ())]
    found = items("- One (Kim, 2026-03-01)\n- Two (Kim, Core team)\n")
    assert [i.owners for i in found] == [("Kim",), ("Kim", "Core team")]
    assert [i.title for i in items("- One (Kim)\n- Two (Lee)\n")] == ["One (Kim)", "Two (Lee)"]


def test_labelled_owner_makes_no_owner_of_a_topic() -> None:
    found = items("- Cache: pin it — Owner: Kim\n- Database: pin it\n")
    assert [i.owners for i in found] == [("Kim",), ()]


def test_items_below_people_are_theirs() -> None:
    listed = "- **Kim Lee**\n  - One (EX-1), done 2026-03-01\n- **Al Ruiz**\n  - Two\n- **Unassigned**\n  - Three\n"
    found, _ = read_action_items(scan_body(f"## Remediation\n\n{listed}", 1), "x.md", WORDS, frozenset({"kim lee"}))
    assert [(i.title, i.owners, i.status) for i in found] == [
        ("One (EX-1)", ("Kim Lee",), DONE), ("Two", ("Al Ruiz",), OPEN), ("Three", (), OPEN)
    ]  # fmt: skip
    assert items("- **Redis**\n  - One\n- **Cache**\n  - Two\n")[0].owners == ()


def test_order_of_day_and_month_is_that_of_the_documents_other_dates() -> None:
    found = items("- One (Kim, 03/04/2026)\n- Two (Kim, 25/12/2026)\n")
    assert [i.due for i in found] == [date(2026, 4, 3), date(2026, 12, 25)]
    found = items("- One (Kim, 03/04/2026)\n- Two (Kim, 12/25/2026)\n")
    assert [i.due for i in found] == [date(2026, 3, 4), date(2026, 12, 25)]


def test_order_that_two_dates_dispute_stays_open() -> None:
    found, problems = read("- One (Kim, 03/04/2026)\n\nFrom 25/12/2025 to 12/26/2025.\n")
    assert [i.due for i in found] == [None]
    assert [brief(problem) for problem in problems] == ["3:1 PM303"]


def test_numbered_headings_are_recognised() -> None:
    for heading in (
        "## 4. Action items",
        "## 四、改进措施",
        "## （四）改进措施",
        "## 第四章 改进措施",
        "## 4、改进措施",
    ):
        assert [i.title for i in items("- One", heading)] == ["One"], heading


@pytest.mark.parametrize("heading", ["Follow-up items", "Preventive actions", "Remediation tasks", "Agreed measures"])
def test_heading_of_the_action_items_may_be_put_together(heading: str) -> None:
    assert [i.title for i in items("- One", f"## {heading}")] == ["One"]


@pytest.mark.parametrize("heading", ["Actions taken", "Mitigation steps", "Immediate actions"])
def test_heading_of_what_was_done_is_none_of_the_action_items(heading: str) -> None:
    assert items("- One", f"## {heading}") == ()


def test_unknown_sign_before_a_known_status_is_passed_over() -> None:
    assert item("| Action | Status |\n|---|---|\n| One | 🟠 Done |").status is DONE
