"""What a library owes, in the words of the gate."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.views.address import build_addresses
from mkdocs_postmortem.views.health import MOST_ROWS, Debt, HealthView, health_view
from tests.documents import VALID, settings_of, with_front, with_line, with_section, without_line
from tests.sites import write

TODAY = date(2026, 4, 15)
REVIEWED = with_front("authors: [Dana]\nreviewers: [Kim]", without_line("**Reviewers:**"))


def view_of(root: Path, documents: dict[str, str], *, known: str = "", **options: Any) -> HealthView:
    """Return the page of these documents, and of a list of known incidents."""
    for name, text in documents.items():
        write(root / "postmortems" / name, text)
    if known:
        write(root / "list.csv", known)
        options["incidents_csv"] = "list.csv"
    loaded = load_library(root, settings_of({"as_of": TODAY, **options}))
    return health_view(loaded.library, build_addresses(loaded.library), TODAY, judge(loaded))


def debt(view: HealthView, name: str) -> list[tuple[list[str], str]]:
    """Return the cells and the flag of every row of a sort of debt, nothing when it is not there."""
    found = (debt for debt in view.debts if debt.anchor == f"pm-{name}")
    return [([cell.text for cell in row.cells], row.flag) for debt in found for row in debt.rows]


def related(earlier: str) -> str:
    """Return the front matter of a recurrence."""
    return f"related: [{{id: {earlier}, relation: recurrence-of}}]"


def test_drafts_and_reviews_past_their_deadline_are_those_of_the_gate(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "a.md": with_line("status:", "status: draft"),
            "b.md": with_line("status:", "status: in-review").replace("014", "015"),
            "c.md": with_line("status:", "status: in-review").replace("014", "016").replace("2026-03-01", "2026-04-10"),
            "d.md": REVIEWED.replace("014", "017"),
        },
    )

    assert debt(view, "drafts") == [
        (["INC-2026-014 Checkout failed for 40 minutes", "Draft", "2026-03-01", "2026-03-15"], "overdue"),
        (["INC-2026-015 Checkout failed for 40 minutes", "In review", "2026-03-01", "2026-03-15"], "overdue"),
    ]


def test_page_and_gate_agree_when_a_rule_is_off(tmp_path: Path) -> None:
    documents = {"a.md": with_line("status:", "status: in-review")}

    assert debt(view_of(tmp_path, documents, levels={"review-overdue": "off"}), "drafts") == []


def test_documents_that_nobody_else_reviewed_are_listed(tmp_path: Path) -> None:
    alone = with_front("authors: [Dana]\nreviewers: [Dana]", without_line("**Reviewers:**"))
    view = view_of(
        tmp_path,
        {
            "a.md": without_line("**Reviewers:**"),
            "b.md": alone.replace("014", "015"),
            "c.md": REVIEWED.replace("014", "016"),
        },
    )

    assert [cells[0][:12] + " " + cells[2] for cells, _ in debt(view, "unreviewed")] == [
        "INC-2026-014 not stated",
        "INC-2026-015 Dana",
    ]


def test_follow_ups_are_listed_when_missed_and_a_month_before(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "a.md": with_front("review_at: 2026-05-15"),
            "b.md": with_front("review_at: 2026-04-14").replace("014", "015"),
            "c.md": with_front("review_at: 2026-05-16").replace("014", "016"),
            "d.md": with_front("review_at: 2026-04-20\nreview_attendees: [Kim]").replace("014", "017"),
            "e.md": with_front("review_at: 2026-04-20").replace("014", "018").replace("- [ ]", "- [x]"),
        },
    )

    assert [(cells[0][:12], *cells[1:], flag) for cells, flag in debt(view, "follow-ups")] == [
        ("INC-2026-015", "1", "2026-04-14", "overdue"),
        ("INC-2026-014", "1", "2026-05-15", ""),
    ]


def test_incidents_that_promise_nothing_are_listed_but_no_drafts_and_no_drills(tmp_path: Path) -> None:
    nothing = with_section("Action items", "We found nothing to do.")
    view = view_of(
        tmp_path,
        {
            "a.md": nothing,
            "b.md": with_line("status:", "status: draft", nothing).replace("014", "015"),
            "c.md": with_line("id:", "id: D-1\nkind: drill", nothing),
            "d.md": VALID.replace("014", "016"),
        },
    )

    assert debt(view, "without-items") == [
        (["INC-2026-014 Checkout failed for 40 minutes", "SEV1 High", "2026-03-01"], "")
    ]


def test_recurrences_tell_how_much_of_the_earlier_work_is_open(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "a.md": VALID,
            "b.md": with_line("id:", "id: INC-2026-015", with_front(related("INC-2026-014"))),
            "c.md": VALID.replace("014", "016").replace("- [ ]", "- [x]"),
            "d.md": with_line("id:", "id: INC-2026-017", with_front(related("INC-2026-016"))),
        },
        levels={"PM508": "off"},
    )

    assert [(cells[0][:12], cells[1][:12], cells[2], flag) for cells, flag in debt(view, "recurrences")] == [
        ("INC-2026-015", "INC-2026-014", "1", "still open"),
        ("INC-2026-017", "INC-2026-016", "0", ""),
    ]


def test_known_incidents_without_a_postmortem_are_listed_before_they_are_late(tmp_path: Path) -> None:
    known = (
        "id,title,severity,started_at\n"
        "INC-2026-014,Checkout,sev1,2026-03-01\n"
        "INC-7,Search,sev1,2026-04-02\n"
        "INC-8,Login,sev1,2026-03-31\n"
    )

    view = view_of(tmp_path, {"a.md": VALID}, known=known)

    assert debt(view, "missing") == [
        (["INC-8 Login", "SEV1 High", "2026-03-31", "2026-04-14"], "overdue"),
        (["INC-7 Search", "SEV1 High", "2026-04-02", "2026-04-16"], ""),
    ]


def test_severity_that_needs_no_postmortem_owes_none(tmp_path: Path) -> None:
    known = "id,severity,started_at\nINC-7,sev3,2026-01-01\n"

    assert debt(view_of(tmp_path, {"a.md": VALID}, known=known, deadlines={"review": {"sev0": "3d"}}), "missing") == []


def test_problems_are_counted_by_document_with_errors_first(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        {
            "a.md": VALID,
            "b.md": with_line("severity:", "severity: sev9").replace("014", "015"),
        },
        known="id,started_at\nINC-2026-014,yesterday\n",
    )

    assert [cells for cells, _ in debt(view, "gate")] == [
        ["INC-2026-015 Checkout failed for 40 minutes", "1", "1", "PM104 unknown-severity, PM316 overdue-item"],
        ["list.csv", "1", "0", "PM511 bad-incident-list"],
        ["INC-2026-014 Checkout failed for 40 minutes", "0", "1", "PM316 overdue-item"],
    ]  # fmt: skip


def test_several_problems_of_a_kind_are_one_entry(tmp_path: Path) -> None:
    text = VALID.replace("- [ ] Alert on pool saturation", "- [ ] Alert\n- [ ] Alert on pool saturation")

    (row,) = debt(view_of(tmp_path, {"a.md": text.replace("  - Owner: Dana\n", "")}), "gate")

    assert "PM301 ownerless-item × 2" in row[0][3]


def test_numbers_count_every_sort_also_those_that_are_not_owed(tmp_path: Path) -> None:
    view = view_of(tmp_path, {"a.md": REVIEWED.replace("2026-03-31", "2026-05-31")})

    assert {number.label: (number.value, number.target) for number in view.numbers} == {
        "Review overdue": ("0", None),
        "Unreviewed": ("0", None),
        "Follow-up reviews": ("0", None),
        "Without action items": ("0", None),
        "Recurrences": ("0", None),
        "Documents with problems": ("0", None),
    }
    assert view.debts == ()


def test_long_tables_end_and_say_how_much_is_left() -> None:
    rows = Debt("pm-x", "t", "l", ("a",), (), MOST_ROWS + 3)

    assert rows.left_out == MOST_ROWS + 3
