"""Where the timelines of a document stand: sections, bold paragraphs, details and admonitions that are named so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_postmortem.reading.body import Body, Heading
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.moments import Moment, read_moment
from mkdocs_postmortem.reading.spellings import without_numbering
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_PARTS = re.compile(r"\s[–—-]\s|[:：,/|(（]")
_TELLING_LENGTH = len("timeline")
_BOLD = re.compile(
    r"^[ ]{0,3}(?:\*\*|__)(?P<name>[^*_]{1,79}?[^*_\s])\s*(?:(?P<colon>[:：])\s*)?(?:\*\*|__)\s*"
    r"(?:[(（][^()（）]{1,40}[)）]\s*)?(?P<after>[:：]?)(?P<rest>.*)$"
)
_PLAIN = re.compile(r"^[ ]{0,3}(?P<name>\w[^*_:：|<>]{2,60})[:：]\s*$")
_SUMMARY = re.compile(
    r"<summary[^<>]*>(?P<name>[^<]{2,80})</summary>|^\s*(?:!!!|\?\?\?\+?)\s+\w[\w ]*\"(?P<title>[^\"]{2,80})\"",
    re.IGNORECASE,
)
_LONE_BEGINNINGS = {"*", "_", "!", "?"}
_LONE_ENDS = (":", "：")
_END_OF_DETAILS = re.compile(r"</details\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines below one heading, up to the next heading; `section` is what that heading names, `moment` when it says."""

    start: int
    stop: int
    heading: Heading | None = None
    section: str | None = None
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A timeline's lines and the words over it; `named` is False for all of a body that has no timeline."""

    start: int
    stop: int
    title: str
    segments: tuple[Segment, ...]
    named: bool = True


def find_places(body: Body, vocabulary: Vocabulary) -> list[Place]:
    """Return every timeline of a body in order; of a body without any, one place that is all of it."""
    taken = _action_lines(body, vocabulary)
    sections = _section_ranges(body, vocabulary, taken)
    for _, start, stop in sections:
        taken[start:stop] = b"\1" * (stop - start)
    ranges = [*sections, *_lone_ranges(body, vocabulary, taken)]
    if not ranges:
        segments = [s for s in _segments(body, 0, len(body.lines), vocabulary) if 1 not in taken[s.start : s.start + 1]]
        return [Place(0, len(body.lines), "", tuple(segments), named=False)]
    return [
        Place(start, stop, title, tuple(_segments(body, start, stop, vocabulary)))
        for title, start, stop in sorted(ranges, key=lambda found: found[1])
    ]


@lru_cache(maxsize=4096)  # Most headings stand in many documents, and each is asked of more than once.
def names_timeline(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a heading or label is a timeline's: as a whole, or by its first part or word, or its last."""
    shown = without_numbering(plain_text(text)).strip()
    if (found := vocabulary.section_of(shown)) is not None:
        return found == "timeline"
    first = _PARTS.split(shown, maxsplit=1)[0]
    words = first.split()
    telling = [word for word in (*words[:1], *words[-1:]) if len(word) >= _TELLING_LENGTH]
    return any(vocabulary.section_of(part) == "timeline" for part in (first, *telling) if part.strip())


def _section_ranges(body: Body, vocabulary: Vocabulary, actions: bytearray) -> list[tuple[str, int, int]]:
    """Return title and lines of each timeline section, with the dated sections that continue it."""
    found: list[tuple[str, int, int]] = []
    done, level = 0, 0
    for heading in body.headings:
        if heading.index == done and heading.level == level and found and _continues(heading, vocabulary):
            done = heading.end
            found[-1] = (*found[-1][:2], done)
        elif heading.index >= done and not actions[heading.index] and names_timeline(heading.text, vocabulary):
            done, level = heading.end, heading.level
            found.append((heading.text, heading.index + 1, done))
    return found


def _continues(heading: Heading, vocabulary: Vocabulary) -> bool:
    """Return whether a heading beside the timeline's is a day with a time, or nothing but a day."""
    moment = read_moment(plain_text(heading.text), vocabulary)
    return moment is not None and (moment.clock is not None or not moment.rest)


def _action_lines(body: Body, vocabulary: Vocabulary) -> bytearray:
    """Return for each line whether it stands below the heading of an action section."""
    below = bytearray(len(body.lines))
    done = 0
    for heading in body.headings:
        if heading.index >= done and vocabulary.section_of(heading.text) == "action-items":
            done = heading.end
            below[heading.index + 1 : done] = b"\1" * (done - heading.index - 1)
    return below


def _lone_ranges(body: Body, vocabulary: Vocabulary, taken: bytearray) -> list[tuple[str, int, int]]:
    """Return the lines below each bold paragraph, summary or admonition title that names a timeline."""
    found: list[tuple[str, int, int]] = []
    headings = iter([*(heading.index for heading in body.headings), len(body.lines)])
    next_heading, done = 0, 0
    for index in _lone_lines(body):
        line = body.visible[index]
        while next_heading <= index < len(body.lines) and (following := next(headings, None)) is not None:
            next_heading = following
        if index < done or taken[index] or not (title := _lone_title(line, vocabulary)):
            continue
        done = _end_of(body, index, max(next_heading, index + 1), vocabulary)
        found.append((title, index + 1, done))
    return found


def _lone_lines(body: Body) -> list[int]:
    """Return the indexes of the lines that may name something without being a heading, by their first and last sign."""
    found = {index for index, begin in enumerate(body.begins) if begin in _LONE_BEGINNINGS}
    return sorted(found.union(body.lines_with("<"), *map(body.lines_ending_with, _LONE_ENDS)))


def _lone_title(line: str, vocabulary: Vocabulary) -> str:
    """Return the line when it names a timeline without being a heading, else nothing."""
    if match := _BOLD.match(line):
        named = match["colon"] or match["after"] or not match["rest"].strip()
    else:
        match = _PLAIN.match(line) or _SUMMARY.search(line)
        named = match is not None
    if not named or match is None:
        return ""
    name = next((match[key] for key in ("name", "title") if match.groupdict().get(key)), "")
    return line if names_timeline(name, vocabulary) else ""


def _end_of(body: Body, index: int, stop: int, vocabulary: Vocabulary) -> int:
    """Return where the lines below a lone title end: at the end of its box, or where the next label begins."""
    details = "<summary" in body.visible[index]
    box = body.lines[index].lstrip().startswith(("!!!", "???"))
    indent = len(body.lines[index]) - len(body.lines[index].lstrip())
    for following in range(index + 1, stop):
        line, raw = body.visible[following], body.lines[following]
        if details and _END_OF_DETAILS.search(line):
            return following
        if box and raw.strip() and len(raw) - len(raw.lstrip()) <= indent:
            return following
        if not details and not box and _is_other_label(line, vocabulary):
            return following
    return stop


def _is_other_label(line: str, vocabulary: Vocabulary) -> bool:
    match = _BOLD.match(line)
    if match is None or not (match["colon"] or match["after"] or not match["rest"].strip()):
        return False
    if read_moment(match["name"], vocabulary) or read_moment(plain_text(match["rest"]), vocabulary):
        return False
    name = match["name"]
    return not match["rest"].strip() or vocabulary.section_of(name) is not None


def _segments(body: Body, start: int, stop: int, vocabulary: Vocabulary) -> list[Segment]:
    """Return the lines of a place cut at its headings; what stands below an action section is left out."""
    headings = body.headings_between(start, stop)
    found = [Segment(start, headings[0].index if headings else stop)]
    actions = 0
    for position, heading in enumerate(headings):
        section = vocabulary.section_of(heading.text)
        if actions and heading.level > actions:
            continue
        actions = heading.level if section == "action-items" else 0
        if actions:
            continue
        end = headings[position + 1].index if position + 1 < len(headings) else stop
        moment = read_moment(plain_text(heading.text), vocabulary)
        found.append(Segment(heading.index + 1, end, heading, section, moment))
    return found
