"""What a tracker exported: its issues, from CSV or JSON, each with what it is called and whether it is closed."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_postmortem.model.action_item import STATUS_WORDS
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.settings import squash

_CLOSED = {squash(word) for word, status in STATUS_WORDS.items() if status.is_closed} | {
    "duplicate", "merged", "notplanned", "obsolete", "archived", "verified", "released", "declined", "cannotreproduce",
}  # fmt: skip
_DROPPED = {
    "wontdo", "wontfix", "duplicate", "declined", "cannotreproduce", "canceled", "cancelled", "rejected", "notplanned",
    "obsolete", "superseded", "invalid",
}  # fmt: skip
_UNRESOLVED = {"", "unresolved", "none"}
_DELIMITERS = ",;\t"
_NEXT = re.compile(r"[\s,]*")


class UnusableExportError(ValueError):
    """An export that cannot be read: the line at which, what is wrong, and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the columns, or of the keys of JSON, that tell what an issue is. The empty ones are not looked at.

    `resolution` is filled in when an issue is closed, and says how; a date in one of `ended` means closed too.
    """

    key: str
    status: str
    url: str = ""
    resolution: str = ""
    ended: tuple[str, ...] = ()


FORMS: dict[str, tuple[Columns, ...]] = {
    "jira": (Columns("Issue key", "Status", resolution="Resolution"),),
    "github": (Columns("number", "state", "url", "stateReason"),),
    "gitlab": (Columns("Issue ID", "State", "URL"), Columns("iid", "state", "web_url")),
    "linear": (Columns("ID", "Status", "URL", ended=("Completed", "Canceled")),),
}
"""What the exports of each tracker hold."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the export: `is_dropped` says that it was closed without being done. Lines count from 1."""

    key: str
    url: str
    status: str
    is_closed: bool
    is_dropped: bool
    line: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A row by squashed names of columns, and the line on which it begins."""

    line: int
    cells: Mapping[str, str] = field(default_factory=dict)

    def get(self, column: str) -> str:
        return self.cells.get(squash(column), "").strip() if column else ""


def read_issues(
    data: bytes, form: str | None = None, columns: Columns | None = None, closed: Collection[str] = ()
) -> tuple[Issue, ...]:
    """Return the issues of an export; raises UnusableExportError when it is none.

    `form` is the tracker, by default the one whose columns are there; `columns` are named by the user instead, and
    `closed` are further names of statuses that mean closed.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnusableExportError(line, "it is not UTF-8; export it as UTF-8") from None
    names, rows = _read_json(text) if text.lstrip()[:1] in ("[", "{") else _read_csv(text)
    found = columns or _recognise(names, form)
    _demand(names, found)
    words = _CLOSED | {squash(word) for word in closed}
    return tuple(_issue(row, found, words) for row in rows)


def _recognise(names: Sequence[str], form: str | None) -> Columns:
    """Return the columns of the tracker whose export it is, the first of the form when none fits."""
    candidates = FORMS[form] if form else [columns for forms in FORMS.values() for columns in forms]
    known = {squash(name) for name in names}
    fitting = [each for each in candidates if {squash(each.key), squash(each.status)} <= known]
    # The forms stand in this order because Linear's columns are words that others use too.
    if fitting or form:
        return fitting[0] if fitting else candidates[0]
    shown = ", ".join(map(shorten, names[:8])) or "none"
    raise UnusableExportError(
        1, f"no tracker is known by these columns: {shown}; name them with --key and --status, or see --from"
    )


def _demand(names: Sequence[str], columns: Columns) -> None:
    known = {squash(name) for name in names}
    for name in filter(None, (columns.key, columns.status)):
        if squash(name) not in known:
            shown = ", ".join(map(shorten, names[:8])) or "none"
            raise UnusableExportError(1, f'it has no column "{name}"; its columns are {shown}')


def _issue(row: _Row, columns: Columns, closed: Collection[str]) -> Issue:
    key, status = row.get(columns.key), row.get(columns.status)
    for name, value in ((columns.key, key), (columns.status, status)):
        if not value:
            raise UnusableExportError(row.line, f'"{name}" is empty; every issue needs it')
    resolution = row.get(columns.resolution)
    is_resolved = squash(resolution) not in _UNRESOLVED and squash(resolution) != "reopened"
    is_closed = is_resolved or squash(status) in closed or any(row.get(name) for name in columns.ended)
    is_dropped = is_closed and bool({squash(resolution), squash(status)} & _DROPPED)
    shown = f"{status}, {resolution}" if is_resolved and squash(resolution) != squash(status) else status
    return Issue(key, row.get(columns.url), shown, is_closed, is_dropped, row.line)


def _read_csv(text: str) -> tuple[list[str], list[_Row]]:
    """Return the columns and the rows of a CSV file; commas, semicolons or tabs divide them, as the first line says."""
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count), strict=True)
    names: list[str] = []
    rows: list[_Row] = []
    line = 1
    try:
        for cells in reader:
            if not names:
                names = [cell.strip() for cell in cells]
            elif any(cells):
                rows.append(_Row(line, _cells(names, cells, line)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnusableExportError(line, f"it is no CSV from here on: {error}") from None
    if not any(names):
        raise UnusableExportError(1, "it is empty; export the issues with a header line, or as JSON")
    return names, rows


def _cells(names: Sequence[str], cells: Sequence[str], line: int) -> dict[str, str]:
    """Return the cells by column; of several columns with one name the first counts."""
    if len(cells) > len(names):
        raise UnusableExportError(line, f"the row has {len(cells)} cells for {len(names)} columns")
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        found.setdefault(squash(name), cell)
    return found


def _read_json(text: str) -> tuple[list[str], list[_Row]]:
    """Return the keys of all issues, and the issues, of a JSON list."""
    rows = list(_json_rows(text))
    names = dict.fromkeys(name for _, issue in rows for name in issue)
    return list(names), [_Row(line, {squash(k): _text(v) for k, v in issue.items()}) for line, issue in rows]


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each issue of a JSON list with the line on which it begins."""
    start = len(text) - len(text.lstrip())
    if text[start] != "[":
        raise UnusableExportError(
            1, "it is no list of issues; `gh issue list --json number,state,url,title` writes one"
        )
    at, line, counted = start + 1, 1, 0
    while True:
        at = _skip(text, at)
        line, counted = line + text.count("\n", counted, at), at
        if text[at : at + 1] == "]":
            return
        try:
            issue, end = json.JSONDecoder().raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise UnusableExportError(error.lineno, f"it is no JSON from here on: {error.msg}") from None
        except ValueError:  # Python reads no number of more than 4,300 digits.
            raise UnusableExportError(line, "an entry holds a number with too many digits") from None
        except RecursionError:
            raise UnusableExportError(line, "it is nested too deeply to be a list of issues") from None
        if not isinstance(issue, dict):
            raise UnusableExportError(line, "an entry of the list is no issue; each needs a number and a state")
        yield line, issue
        at = end


def _skip(text: str, at: int) -> int:
    match = _NEXT.match(text, at)
    return match.end() if match else at


def _text(value: Any) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value)
