"""What a timeline is made of before its times are placed: entries and days, each with its line, as they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.duration import parse_duration
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.moments import Moment, read_moment
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.zones import Zone, stated_zone
from mkdocs_postmortem.settings import squash

_LABEL = re.compile(
    r"(?P<label>[^:：0-9]{1,60}?(?:\([^():：0-9]{1,40}\))?)\s*[:：]\s+|[(（\[](?P<phase>[^()（）\[\]0-9]{1,40})[)）\]]\s*"
)
_BOXED = re.compile(r"\[(?P<time>[0-9~][^\[\]]{2,40})\](?!\()(?P<rest>.*)", re.DOTALL)
_ABOUT = re.compile(r"^[~≈<>≥≤\s]+")
_BEYOND = re.compile(r"[(（,;].*$")
_BOLD_COLON = re.compile(r"(?<=[:：])(\*\*|__)(?=\S)")
_ANY_DIGIT = re.compile(r"[0-9?xX]")
_LONGEST_REMARK = 120


@dataclass(slots=True)
class Mention:
    """One entry, or with `is_day` a day that those below it belong to.

    `index` and `column` tell where it stands, `told` what it says by field, `sources` the Markdown that may hold links.
    `loose` marks an entry without a time, which counts only where its neighbours have one or the list is the timeline.
    `unread` is set when something stands in the time's place that is no time.
    """

    index: int
    column: int
    moment: Moment | None = None
    stated: str = ""
    told: dict[str, str] = field(default_factory=dict)
    sources: Sequence[str] = ()
    is_day: bool = False
    loose: bool = False
    unread: bool = False
    zone: Zone | None = None


def read_line(
    text: str, vocabulary: Vocabulary, *, plain: bool = False, dotted: bool = False
) -> tuple[Moment, str] | None:
    """Return the time that a line of Markdown begins with, and what it tells; None when it begins with none.

    A label may stand before the time ("**Detection:** 10:05 …") and is then part of what is told; with `dotted`, 14.05
    is a time.
    """
    if not _ANY_DIGIT.search(text[:200]):
        return None
    shown = plain_text(_BOLD_COLON.sub(r"\1 ", text))
    if moment := read_moment(shown, vocabulary, plain=plain, dotted=dotted) or _boxed(shown, vocabulary):
        return moment, moment.rest
    label = None if plain else _LABEL.match(shown)
    if label is None or is_duration(shown, vocabulary):
        return None
    moment = read_moment(shown[label.end() :], vocabulary)
    if moment is None or moment.blurred:
        return None
    name = label["label"] or label["phase"]
    return moment, f"{name}: {moment.rest}" if moment.rest else name


def _boxed(shown: str, vocabulary: Vocabulary) -> Moment | None:
    """Return the time in the square brackets that a line begins with: "[10:05] Deploy starts"."""
    box = _BOXED.match(shown)
    moment = read_moment(box["time"], vocabulary, alone=True) if box else None
    if box is None or moment is None or moment.rest:
        return None
    moment.stated, moment.rest = box["time"], box["rest"].lstrip(" \t:：–—-")
    return moment


def is_duration(shown: str, vocabulary: Vocabulary) -> bool:
    """Return whether a line says how long something took ("Time to detect: 15 min") or states a computed fact."""
    label = _LABEL.match(shown)
    if label is None or not label["label"]:
        return False
    name = label["label"]
    spellings = {squash(name), squash(_BEYOND.sub("", name)), *(squash(part) for part in re.split(r"[()]", name))}
    if any(spelling in vocabulary.advice or vocabulary.fields.get(spelling) == "duration" for spelling in spellings):
        return True
    try:
        parse_duration(_BEYOND.sub("", _ABOUT.sub("", shown[label.end() :])).strip(" ."))
    except PydanticCustomError:
        return False
    return True


def is_remark(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a line speaks of the list and is no entry: its zone, or a duration."""
    shown = plain_text(text)
    if is_duration(shown, vocabulary):
        return True
    return (
        len(shown) <= _LONGEST_REMARK and stated_zone(shown, None) is not None and not re.search(r"[0-9]:[0-9]", shown)
    )
