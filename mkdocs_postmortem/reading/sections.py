"""The sections of a body, recognised by their headings."""

from __future__ import annotations

import re

from mkdocs_postmortem.model import Section
from mkdocs_postmortem.reading.body import Body, Heading
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.placeholders import classify, is_placeholder, says_no_items
from mkdocs_postmortem.reading.tables import pipe_tables_between
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_WEIGHTS = ("empty", "placeholder", "text")
"""What lines can hold; what counts more comes later."""
_MECHANICAL = re.compile(r"^(?:[~≈]?\d{1,2}:\d{2}\b.*|P[0-3]|\d+)$")


def find_sections(body: Body, vocabulary: Vocabulary) -> tuple[Section, ...]:
    """Return every heading with its lines, up to the next heading of the same or a higher level.

    Below an action section no further section is recognised: "Detection" there is a kind of action.
    """
    sections: list[Section] = []
    end_of_actions = 0
    for heading, content in zip(body.headings, _contents(body, vocabulary), strict=True):
        key = None if heading.index < end_of_actions else vocabulary.section_of(heading.text)
        if key == "action-items":
            end_of_actions = heading.end
        sections.append(_section(body, heading, key, content, vocabulary))
    return tuple(sections)


def section_range(body: Body, position: int) -> tuple[int, int]:
    """Return the first and the last-plus-one line index below the heading at this position."""
    heading = body.headings[position]
    return heading.index + 1, heading.end


def find_title(body: Body, vocabulary: Vocabulary) -> str | None:
    """Return the first H1 that is no section and no placeholder, without "Post-Mortem:" and the like before it."""
    for heading in body.headings:
        if heading.level == 1 and not vocabulary.section_of(heading.text):
            title = _without_prefix(plain_text(heading.text), vocabulary)
            return None if is_placeholder(title, vocabulary) else title
    return None


def first_paragraph(text: str, vocabulary: Vocabulary) -> str | None:
    """Return the first paragraph of a section as plain text, None when there is none by the author."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [line for line in paragraph.split("\n") if not line.lstrip().startswith(("#", "|", "```", "- ", "* "))]
        joined = plain_text(" ".join(line.strip() for line in lines))
        if joined and not is_placeholder(joined, vocabulary):
            return joined
    return None


def _section(body: Body, heading: Heading, key: str | None, content: str, vocabulary: Vocabulary) -> Section:
    lines = body.visible[heading.index + 1 : heading.end]
    if content == "placeholder" and key == "action-items" and any(says_no_items(line, vocabulary) for line in lines):
        content = "text"
    return Section(
        key=key,
        heading=plain_text(heading.text),
        level=heading.level,
        line=body.number(heading.index),
        text="\n".join(lines).strip("\n"),
        content=content,
    )


def _contents(body: Body, vocabulary: Vocabulary) -> list[str]:
    """Return for each heading what all lines below it hold.

    Each line is judged once, below the heading next to it, and the headings above that one take over the verdict.
    """
    headings = body.headings
    stops = [*(heading.index for heading in headings[1:]), len(body.lines)]
    own = [_own_content(body, *pair, vocabulary) for pair in zip(headings, stops, strict=False)]
    weights = [_WEIGHTS.index(content) for content in own]
    waiting: list[int] = []
    for position in reversed(range(len(headings))):
        while waiting and headings[waiting[-1]].index < headings[position].end:
            weights[position] = max(weights[position], weights[waiting.pop()])
        waiting.append(position)
    return [_WEIGHTS[weight] for weight in weights]


def _own_content(body: Body, heading: Heading, stop: int, vocabulary: Vocabulary) -> str:
    """Return what stands below a heading up to the next one: "text", "placeholder" or "empty"."""
    start = heading.index + 1
    if True in body.code[start:stop]:
        return "text"
    lines = (body.visible[index] for index in range(start, stop) if not _is_heading_line(body, index))
    content = classify(lines, vocabulary)
    return "text" if content != "text" and _tables_hold_words(body, start, stop, vocabulary) else content


def _is_heading_line(body: Body, index: int) -> bool:
    """Return whether a line is a heading, or underlines one."""
    sign = body.begins[index]
    if sign not in ("=", "-"):
        return sign == "#"
    stripped = body.visible[index].strip()
    return len(stripped) > 1 and stripped == sign * len(stripped)


def _tables_hold_words(body: Body, start: int, stop: int, vocabulary: Vocabulary) -> bool:
    return any(
        not _MECHANICAL.match(cell.text) and not is_placeholder(cell.text, vocabulary)
        for table in pipe_tables_between(body, start, stop)
        for row in table.rows
        for cell in row.cells
    )


def _without_prefix(title: str, vocabulary: Vocabulary) -> str:
    for prefix in vocabulary.title_prefixes:
        pattern = r"[\s-]?".join(re.escape(word) for word in prefix.split())
        if match := re.match(rf"{pattern}\s*[:：–—-]\s*", title, re.IGNORECASE):
            return title[match.end() :].strip()
    return title.strip()
