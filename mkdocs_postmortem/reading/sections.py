"""The sections of a body, recognised by their headings."""

from __future__ import annotations

import re

from mkdocs_postmortem.model import Section
from mkdocs_postmortem.reading.body import Body, Heading
from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.placeholders import classify, is_placeholder, says_no_items
from mkdocs_postmortem.reading.tables import find_tables
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_MECHANICAL = re.compile(r"^(?:[~≈]?\d{1,2}:\d{2}\b.*|P[0-3]|\d+)$")


def find_sections(body: Body, vocabulary: Vocabulary) -> tuple[Section, ...]:
    """Return every heading with its lines, up to the next heading of the same or a higher level.

    Below an action section no further section is recognised: "Detection" there is a kind of action.
    """
    sections: list[Section] = []
    inside_actions = 0
    for position, heading in enumerate(body.headings):
        if inside_actions and heading.level <= inside_actions:
            inside_actions = 0
        key = None if inside_actions else vocabulary.section_of(heading.text)
        if key == "action-items":
            inside_actions = heading.level
        sections.append(_section(body, position, heading, key, vocabulary))
    return tuple(sections)


def section_range(body: Body, position: int) -> tuple[int, int]:
    """Return the first and the last-plus-one line index below the heading at this position."""
    heading = body.headings[position]
    following = body.headings[position + 1 :]
    stop = next((other.index for other in following if other.level <= heading.level), len(body.lines))
    return heading.index + 1, stop


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


def _section(body: Body, position: int, heading: Heading, key: str | None, vocabulary: Vocabulary) -> Section:
    start, stop = section_range(body, position)
    own = [line for index, line in enumerate(body.visible[start:stop], start) if not _is_heading_line(body, index)]
    content = classify(own, vocabulary)
    if content != "text" and (any(body.code[start:stop]) or _tables_hold_words(body, start, stop, vocabulary)):
        content = "text"
    if content == "placeholder" and key == "action-items" and any(says_no_items(line, vocabulary) for line in own):
        content = "text"
    text = "\n".join(body.visible[start:stop]).strip("\n")
    return Section(
        key=key,
        heading=plain_text(heading.text),
        level=heading.level,
        line=body.number(heading.index),
        text=text,
        content=content,
    )


def _is_heading_line(body: Body, index: int) -> bool:
    line = body.visible[index]
    return line.lstrip().startswith("#") or (set(line.strip()) in ({"="}, {"-"}) and len(line.strip()) > 1)


def _tables_hold_words(body: Body, start: int, stop: int, vocabulary: Vocabulary) -> bool:
    return any(
        not _MECHANICAL.match(cell.text) and not is_placeholder(cell.text, vocabulary)
        for table in find_tables(body.visible, start, stop)
        for row in table.rows
        for cell in row.cells
    )


def _without_prefix(title: str, vocabulary: Vocabulary) -> str:
    for prefix in vocabulary.title_prefixes:
        pattern = r"[\s-]?".join(re.escape(word) for word in prefix.split())
        if match := re.match(rf"{pattern}\s*[:：–—-]\s*", title, re.IGNORECASE):
            return title[match.end() :].strip()
    return title.strip()
