"""Exports of trackers: what an issue is called, whether it is closed, and what cannot be read."""

from __future__ import annotations

import pytest

from mkdocs_postmortem.reading.issue_export import Columns, Issue, UnusableExportError, read_issues

JIRA = "Summary,Issue key,Issue id,Status,Resolution\n"
NAME_THEM = "name them with --key and --status, or see --from"
NEEDS = "each needs a number and a state"
GITLAB = "Title,Description,Issue ID,URL,State,Author\n"


def issues(text: str, **options: object) -> list[tuple[str, str, bool, bool, int]]:
    """Return key, status, whether closed, whether dropped, and line of each issue."""
    found = read_issues(text.encode(), **options)  # type: ignore[arg-type]  # options of each test
    return [(each.key, each.status, each.is_closed, each.is_dropped, each.line) for each in found]


def refusal(text: str | bytes, **options: object) -> str:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(UnusableExportError) as raised:
        read_issues(data, **options)  # type: ignore[arg-type]  # options of each test
    return f"{raised.value.line}: {raised.value}"


def test_an_export_of_jira_is_closed_by_resolution_or_status() -> None:
    text = (
        JIRA + 'a,PAY-1,1,Open,\n"a\nb",PAY-2,2,Done,\nc,PAY-3,3,Live,Fixed\nd,PAY-4,4,Closed,Won\'t Do\n'
        "e,PAY-5,5,Ready for QA,Unresolved\n"
    )
    assert issues(text) == [
        ("PAY-1", "Open", False, False, 2),
        ("PAY-2", "Done", True, False, 3),
        ("PAY-3", "Live, Fixed", True, False, 5),
        ("PAY-4", "Closed, Won't Do", True, True, 6),
        ("PAY-5", "Ready for QA", False, False, 7),
    ]


def test_of_columns_with_one_name_the_first_counts() -> None:
    assert issues("Issue key,Status,Labels,Labels,Status\nPAY-1,Done,a,b,Open\n") == [("PAY-1", "Done", True, False, 2)]


def test_json_of_githubs_command_line_is_read() -> None:
    text = (
        '[\n {"number": 7, "state": "OPEN", "title": "a", "url": "https://github.com/acme/shop/issues/7"},\n'
        ' {"number": 8, "state": "CLOSED", "stateReason": "NOT_PLANNED", "url": ""},\n'
        ' {"number": 9, "state": "OPEN", "stateReason": "REOPENED", "url": ""}\n]\n'
    )
    assert issues(text) == [
        ("7", "OPEN", False, False, 2),
        ("8", "CLOSED, NOT_PLANNED", True, True, 3),
        ("9", "OPEN", False, False, 4),
    ]
    assert read_issues(text.encode())[0].url == "https://github.com/acme/shop/issues/7"


def test_exports_of_gitlab_are_read() -> None:
    csv = GITLAB + "a,,12,https://gitlab.com/acme/shop/-/issues/12,Closed,me\n"
    json = '[{"iid": 12, "state": "closed", "web_url": "https://gitlab.com/acme/shop/-/issues/12"}]'

    expected = Issue(
        "12", "https://gitlab.com/acme/shop/-/issues/12", "Closed", is_closed=True, is_dropped=False, line=2
    )
    assert read_issues(csv.encode()) == (expected,)
    assert issues(json) == [("12", "closed", True, False, 1)]


def test_an_export_of_linear_is_closed_by_its_dates_too() -> None:
    text = (
        "ID,Team,Title,Status,Completed,Canceled\n"
        "ENG-1,E,a,Live,2026-03-01,\nENG-2,E,b,Todo,,\nENG-3,E,c,Canceled,,2026-03-01\n"
    )
    assert issues(text) == [
        ("ENG-1", "Live", True, False, 2),
        ("ENG-2", "Todo", False, False, 3),
        ("ENG-3", "Canceled", True, True, 4),
    ]


@pytest.mark.parametrize("text", ["Ticket;State of it\nA-1;gone live\n", "ticket\tstate of it\nA-1\tgone live\n",
                                  '[{"ticket": "A-1", "state of it": "gone live"}]'])  # fmt: skip
def test_any_other_export_is_read_by_the_columns_that_are_named(text: str) -> None:
    columns = Columns("Ticket", "State of it")

    assert [each.is_closed for each in read_issues(text.encode(), columns=columns)] == [False]
    assert [each.is_closed for each in read_issues(text.encode(), columns=columns, closed=["Gone live"])] == [True]


def test_marks_and_line_ends_of_windows_do_not_matter() -> None:
    text = "\ufeffIssue key,Status\r\nPAY-1,Done\r\n\r\nPAY-2,Open\r\n"
    assert [(key, line) for key, *_, line in issues(text)] == [("PAY-1", 2), ("PAY-2", 4)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1: it is empty; export the issues with a header line, or as JSON"),
        ("a,b\n1,2\n", f"1: no tracker is known by these columns: a, b; {NAME_THEM}"),
        ("Issue key,Status\nPAY-1,Done\n,Done\n", '3: "Issue key" is empty; every issue needs it'),
        ("Issue key,Status\nPAY-1\n", '2: "Status" is empty; every issue needs it'),
        ("Issue key,Status\nPAY-1,Done,x,y\n", "2: the row has 4 cells for 2 columns"),
        ('Issue key,Status\nPAY-1,Done\nPAY-2,"Op\nen\n', "3: it is no CSV from here on: unexpected end of data"),
        (b"Issue key,Status\nPAY-1,D\xf6ne\n", "2: it is not UTF-8; export it as UTF-8"),
        ("[{\n", "2: it is no JSON from here on: Expecting property name enclosed in double quotes"),
        ('[\n{"number": 1, "state": "OPEN"},\n7]', "3: an entry of the list is no issue; " + NEEDS),
        ('[{"number": 1, "state": "OPEN"}', "1: it is no JSON from here on: Expecting value"),
        ('{"number": 1}', "1: it is no list of issues; `gh issue list --json number,state,url,title` writes one"),
        ("[" * 100_000, "1: it is nested too deeply to be a list of issues"),
        (f'[\n{{"number": {"1" * 5000}}}]', "2: an entry holds a number with too many digits"),
        ("[]", f"1: no tracker is known by these columns: none; {NAME_THEM}"),
    ],
)  # fmt: skip
def test_an_export_that_is_none_is_refused_at_its_line(text: str | bytes, told: str) -> None:
    assert refusal(text) == told


def test_an_export_of_another_tracker_lacks_its_columns() -> None:
    assert (
        refusal("ID,Status\nA-1,Done\n", form="jira") == '1: it has no column "Issue key"; its columns are ID, Status'
    )
    assert refusal("ID,Status\nA-1,Done\n", columns=Columns("ID", "State")) == (
        '1: it has no column "State"; its columns are ID, Status'
    )
