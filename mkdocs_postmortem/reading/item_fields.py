"""From the words of an action item, wherever they stood, to its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model import ActionItem, ItemKind, ItemStatus, Priority
from mkdocs_postmortem.model.action_item import parse_priority
from mkdocs_postmortem.model.choice import shorten, suggest
from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import ITEM_STATUS_DISAGREES, KINDS_BY_NAME, UNKNOWN_ITEM_STATUS, Location, Problem
from mkdocs_postmortem.reading.dates import parse_day
from mkdocs_postmortem.reading.inline import find_links, plain_text
from mkdocs_postmortem.reading.placeholders import is_placeholder, is_unfilled
from mkdocs_postmortem.reading.vocabulary import Vocabulary

Parsed = TypeVar("Parsed")
_OWNER_BORDER = re.compile(r"\s*(?:,|;|&|/|\+|\band\b)\s*")
_GENERIC_LABEL = re.compile(
    r"^\W*(?:(?:action(?: item)?|item|task|todo)(?:[\s#-]*\d+)?|[A-Z]{1,4}-?[A-Z]?[\s#-]?\d+)\W*$", re.IGNORECASE
)
_STRUCK = re.compile(r"^[^\w~]*~~(?P<text>(?:[^~]|~(?!~))+)~~\W*$")
_STRUCK_SAID = re.compile(r"^[^\w~]*~~(?P<text>[^~]+)~~\s*[(（](?P<words>[^()（）]{2,80})[)）]\W*$")
_SHARE = re.compile(r"(?P<share>\d{1,2}|100) ?%")
_LEADING_STATE = re.compile(
    r"^[^\w(\[（【]*[(\[（【]+(?P<words>[^(\[（【)\]）】][^)\]）】]{1,299})[)\]）】]\**\s*(?P<rest>\S.*)$", re.DOTALL
)
_LEADING_WORD = re.compile(r"^\**(?P<words>[A-Z][A-Z ]{2,14})\**\s?:\**\s*(?P<rest>\S.*)$", re.DOTALL)
_BOXES = {
    "x": ItemStatus.DONE,
    " ": ItemStatus.OPEN,
    "-": ItemStatus.WONT_DO,
    "~": ItemStatus.WONT_DO,
    "/": ItemStatus.IN_PROGRESS,
}
_KINDS = {kind.value: kind for kind in ItemKind}
"""Looking a member up is several times cheaper than calling its class, and is done for every item."""
_STATUSES = tuple(status.value for status in ItemStatus)
_LEADING_LABEL = re.compile(r"^\*\*(?P<label>[^*\n]{1,200}?)[:：]?\*\*\s*[:：]?\s*(?P<rest>.*)$", re.DOTALL)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST = 2_000
_LONGEST_JOINED = 10 * _LONGEST
_MOST_OWNERS = 100


@dataclass(slots=True)
class RawItem:
    """What was found of one item: words by column name, each with its place, and the tick of its box."""

    place: Location
    words: dict[str, tuple[str, Location]] = field(default_factory=dict)
    box: str | None = None
    heading_kind: str | None = None
    heading_priority: str | None = None
    heading_status: str | None = None

    def put(self, column: str, text: str, place: Location) -> None:
        """Keep the text of a column; further text for the same column is joined to it, up to a sensible length."""
        known = self.words.get(column)
        if known is None:
            self.words[column] = (text, place)
        elif len(known[0]) < _LONGEST_JOINED:
            self.words[column] = (f"{known[0]} {text}", known[1])

    def explain_status(self, legend: Mapping[str, str]) -> None:
        """Replace a sign that is all of the status by what the document's legend says of it."""
        if words := legend.get(self.text("status").strip()):
            self.words["status"] = (words, self.words["status"][1])

    def text(self, column: str) -> str:
        """Return the words of a column, empty when there are none."""
        return self.words[column][0] if column in self.words else ""


def build_item(
    raw: RawItem, number: int, vocabulary: Vocabulary, problems: list[Problem], order: str = ""
) -> ActionItem | None:
    """Return the item that the words state, None when they are only the template's; adds what cannot be read.

    `order` is that of day and month in the document's dates, where one of them proves it.
    """
    state = leading_state(raw.text("title"), vocabulary)
    title, details = split_title(state.words)
    owners = split_owners(raw.text("owners"), vocabulary)
    if (
        is_unfilled(title, vocabulary)
        or vocabulary.says_no_items(title)
        or (not owners and is_placeholder(title, vocabulary))
    ):
        return None
    values: dict[str, Any] = {
        "title": title[:_LONGEST],
        "details": details and details[: 10 * _LONGEST],
        "number": number,
        "line": raw.place.line,
        "column": raw.place.column,
    }
    values["owners"] = owners
    for column in ("team", "verification", "reason"):
        text = plain_text(raw.text(column)) if column in raw.words else ""
        values[column] = None if not text or is_placeholder(text, vocabulary) else text[:_LONGEST]
    values["tracker"] = _tracker(raw.text("tracker"), vocabulary)
    values["kind"] = _kind(raw, vocabulary)
    values["priority"] = _priority(raw, vocabulary, problems)
    parser = partial(parse_day, vocabulary=vocabulary, order=order)
    for column in ("due", "completed_at"):
        values[column] = _parse(raw, column, parser, vocabulary, problems)
    _state(raw, state, values, vocabulary, problems)
    stated_due = plain_text(raw.text("due"))[:_LONGEST]
    unread = stated_due and not values["due"] and not is_placeholder(stated_due, vocabulary)
    values["stated_due"] = stated_due if unread else None
    return ActionItem(**values)


def split_title(markdown: str) -> tuple[str, str | None]:
    """Return title and details: a bold label that says something is the title, what follows it the details."""
    match = _LEADING_LABEL.match(markdown.strip())
    if match is None:
        return plain_text(markdown), None
    label, rest = plain_text(match["label"]), plain_text(match["rest"])
    if _GENERIC_LABEL.match(label):
        return rest, None
    return label, rest or None


def split_owners(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the owners that a cell or field names, without placeholders."""
    named = (part.strip(" .*_()") for part in _OWNER_BORDER.split(plain_text(text)))
    stated = (part[:_LONGEST] for part in named if part and not is_placeholder(part, vocabulary))
    return tuple(islice(stated, _MOST_OWNERS))


def _parse(
    raw: RawItem, column: str, parser: Callable[[str], Parsed], vocabulary: Vocabulary, problems: list[Problem]
) -> Parsed | None:
    """Return what the parser makes of a column, None (and a problem) when it refuses, None when nothing is stated."""
    if column not in raw.words:
        return None
    text, place = raw.words[column]
    text = plain_text(text)
    if is_placeholder(text, vocabulary):
        return None
    try:
        return parser(text)
    except PydanticCustomError as error:
        problems.append(as_problem(error, place))
        return None


def as_problem(error: PydanticCustomError, place: Location) -> Problem:
    """Return the problem that a validator's fault stands for, at a place."""
    context: dict[str, Any] = error.context or {}
    return KINDS_BY_NAME[error.type].at(
        place, str(context.get("message", error.message())), str(context.get("hint", ""))
    )


class LeadingState(NamedTuple):
    """What an item's words begin with: a status, what is said with it, and the words that follow."""

    status: ItemStatus | None
    said: str
    words: str


def leading_state(text: str, vocabulary: Vocabulary) -> LeadingState:
    """Return the status that an item's own words begin with, and the words without it.

    That is a sign ("✅ …"), a word in brackets ("(Done during the incident) …"), a word in capitals with a colon
    ("TODO: …"), or a text that is struck through as a whole.
    """
    if struck := _STRUCK.match(text):
        return LeadingState(ItemStatus.WONT_DO, "", struck["text"])
    if (struck := _STRUCK_SAID.match(text)) and (said := vocabulary.status_of(struck["words"])):
        return LeadingState(ItemStatus(said[0]), said[1], struck["text"])
    if match := _LEADING_STATE.match(text) or _LEADING_WORD.match(text):
        found = vocabulary.status_of(match["words"])
        return LeadingState(ItemStatus(found[0]), found[1], match["rest"]) if found else LeadingState(None, "", text)
    stripped = text.lstrip("*_ ")
    if (
        stripped
        and not stripped[0].isalnum()
        and stripped[0] not in "`[(<#@\"'“‘«~"
        and (found := vocabulary.sign_of(stripped))
    ):
        return LeadingState(ItemStatus(found[0]), "", found[1])
    return LeadingState(None, "", text)


def _state(
    raw: RawItem, leading: LeadingState, values: dict[str, Any], vocabulary: Vocabulary, problems: list[Problem]
) -> None:
    """Set status, stated status, completion date and reason from box, status words and leading sign.

    A tick says done whatever the words say; without one the words count. Where they disagree, a problem says so.
    """
    boxed = _BOXES[raw.box.lower()] if raw.box else None
    stated = _parse(raw, "status", partial(_known_status, vocabulary=vocabulary), vocabulary, problems)
    values["stated_status"] = plain_text(raw.text("status"))[:_LONGEST] or None
    worded, rest = stated or (leading.status, plain_text(leading.said))
    if worded is None and raw.heading_status and boxed is None:
        worded = ItemStatus(raw.heading_status)
    values["status"] = _settled(boxed, worded)
    if (dated := _DATE.search(rest)) and values["completed_at"] is None and values["status"] is ItemStatus.DONE:
        values["completed_at"] = _quiet_date(dated[0], vocabulary)
    elif rest and values["reason"] is None and values["status"].is_closed:
        values["reason"] = rest[:_LONGEST]
    if stated and boxed in (ItemStatus.DONE, ItemStatus.OPEN) and _disagree(boxed, stated[0]):
        tick = "ticked" if boxed is ItemStatus.DONE else "not ticked"
        message = f'the box is {tick} but the status is "{values["stated_status"]}"'
        problems.append(ITEM_STATUS_DISAGREES.at(raw.words["status"][1], message, "make the two agree"))


def _settled(boxed: ItemStatus | None, worded: ItemStatus | None) -> ItemStatus:
    if boxed is None or worded is None:
        return boxed or worded or ItemStatus.OPEN
    if boxed is ItemStatus.DONE:
        return worded if worded in (ItemStatus.WONT_DO, ItemStatus.SUPERSEDED) else boxed
    return worded if boxed is ItemStatus.OPEN else boxed


def _disagree(boxed: ItemStatus, worded: ItemStatus) -> bool:
    """Return whether one says done and the other that work goes on."""
    if boxed is ItemStatus.DONE:
        return not worded.is_closed
    return worded is ItemStatus.DONE


def _known_status(text: str, vocabulary: Vocabulary) -> tuple[ItemStatus, str]:
    if share := _SHARE.fullmatch(text):
        return {0: ItemStatus.OPEN, 100: ItemStatus.DONE}.get(int(share["share"]), ItemStatus.IN_PROGRESS), ""
    found = vocabulary.status_of(text)
    if found is None:
        hint = suggest(text, _STATUSES)
        raise fault(UNKNOWN_ITEM_STATUS, f'action item status "{shorten(text)}" is not known', hint)
    return ItemStatus(found[0]), found[1]


def _quiet_date(text: str, vocabulary: Vocabulary) -> date | None:
    try:
        return parse_day(text, vocabulary)
    except PydanticCustomError:
        return None


def _kind(raw: RawItem, vocabulary: Vocabulary) -> ItemKind | None:
    found = vocabulary.kind_of(plain_text(raw.text("kind"))) or raw.heading_kind
    return _KINDS[found] if found else None


def _priority(raw: RawItem, vocabulary: Vocabulary, problems: list[Problem]) -> Priority | None:
    stated = _parse(
        raw, "priority", lambda text: parse_priority(vocabulary.degree_of(text) or text), vocabulary, problems
    )
    if stated is None and raw.heading_priority:
        return parse_priority(raw.heading_priority)
    return stated


def _tracker(text: str, vocabulary: Vocabulary) -> str | None:
    if not text:
        return None
    if address := next((target for _, target in find_links(text) if is_url(target)), None):
        return address
    shown = plain_text(text)
    return None if is_placeholder(shown, vocabulary) else shown[:_LONGEST]
