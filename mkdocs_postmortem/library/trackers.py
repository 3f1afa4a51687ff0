"""Tickets: where the tracker of an action item leads, by the patterns of the settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import quote

from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.settings.tracker import KEY, NUMBER, TrackerEntry

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
_PROJECT_KEY = re.compile(r"(?P<project>[A-Z][A-Z0-9_]{0,19})-[0-9]{1,9}")
_ISSUE = re.compile(r"(?P<repository>[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+)?(?P<sign>[#!])(?P<number>[0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a tracker is called on pages, and its http(s) address, None when no pattern fits."""

    name: str
    url: str | None = None


def ticket_of(stated: str, trackers: Iterable[TrackerEntry]) -> Ticket:
    """Return the ticket that an item names: an address as it is, else by the first pattern that its key fits."""
    if is_url(stated):
        return Ticket(stated.rstrip("/").rsplit("/", 1)[-1], stated)
    found = (_ADDRESSES[tracker.kind](stated.strip(), tracker) for tracker in trackers)
    # What a pattern makes is looked at again: no key shall lead anywhere but to a web page.
    return Ticket(stated, next((url for url in found if url and is_url(url)), None))


def _from_template(key: str, tracker: TrackerEntry) -> str | None:
    """Return the address of a key that has the prefix, or, without one, that is a word with a digit."""
    number = key.removeprefix(tracker.prefix)
    is_key = key.startswith(tracker.prefix) and _WORD.fullmatch(number) is not None
    if not is_key or not (tracker.prefix or re.search(r"[0-9]", key)):
        return None
    return (tracker.url or "").replace(KEY, quote(key, safe="")).replace(NUMBER, quote(number, safe=""))


def _from_project(path: str) -> Callable[[str, TrackerEntry], str | None]:
    def address(key: str, tracker: TrackerEntry) -> str | None:
        match = _PROJECT_KEY.fullmatch(key)
        if match is None or (tracker.projects and match["project"] not in tracker.projects):
            return None
        return f"{tracker.address}/{path}/{key}"

    return address


def _from_repository(issues: str, requests: str) -> Callable[[str, TrackerEntry], str | None]:
    def address(key: str, tracker: TrackerEntry) -> str | None:
        match = _ISSUE.fullmatch(key)
        repository = match and (match["repository"] or tracker.repository)
        if match is None or not repository:
            return None
        return f"{tracker.address}/{repository}/{issues if match['sign'] == '#' else requests}/{match['number']}"

    return address


_ADDRESSES: dict[str, Callable[[str, TrackerEntry], str | None]] = {
    "template": _from_template,
    "jira": _from_project("browse"),
    "linear": _from_project("issue"),
    "github": _from_repository("issues", "pull"),
    "gitlab": _from_repository("-/issues", "-/merge_requests"),
}
