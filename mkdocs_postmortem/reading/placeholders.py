"""Telling what an author wrote from what the template printed for the author."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_postmortem.reading.vocabulary import Vocabulary

_MARKER = re.compile(r"^\s*(?:>\s*)*(?:[-*+•]|\d+[.)])?\s*(?:\[[ xX~-]\]\s*)?")
_LABEL = re.compile(r"^\**[^:：|]{1,80}[:：]\**\s*|^\*\*[^*]{1,80}\*\*\s*(?:\([^)]*\)\s*)?[:：]\s*")
_SLOT = re.compile(r"^[^\w\[]*\[(?![ xX~-]\]|\^|\[)[^\]\n]{2,}\]\W*$")
_LEADING_SLOT = re.compile(r"^[^\w\[]*\[(?P<name>[A-Za-z /]{2,40})\](?![(\[:])")
_LONGEST_SLOT = 400
_TELLING = re.compile(r"[:：?]")
_RULE_SIGNS = "-*_"
_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$")


def is_placeholder(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether the text is empty or still the template's: "[Name]", "TBD", "[Number] customers affected"."""
    if _is_plain(text, vocabulary):
        return False
    bare = _bare(text)
    return _waits(bare, vocabulary) or vocabulary.is_boilerplate(bare)


def _is_plain(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether a text certainly is no placeholder, as nearly all texts are.

    Before a letter there is no marker to take off, and behind it none that would change what it tells.
    """
    return text[:1].isalpha() and "[" not in text and vocabulary.is_plainly_said(text)


def is_unfilled(text: str, vocabulary: Vocabulary) -> bool:
    """Return whether the text is empty or waits to be replaced: "[Name]", "TBD", "—"."""
    return not _is_plain(text, vocabulary) and _waits(_bare(text), vocabulary)


def _waits(bare: str, vocabulary: Vocabulary) -> bool:
    if vocabulary.is_nothing(bare):
        return True
    if "[" not in bare or len(bare) > _LONGEST_SLOT:
        return False
    # "[Number] requests failed" waits to be filled in; "[Payments] alert fired" does not.
    leading = _LEADING_SLOT.match(bare)
    return bool(_SLOT.match(bare)) or (leading is not None and vocabulary.is_slot(leading["name"]))


def says_no_items(line: str, vocabulary: Vocabulary) -> bool:
    """Return whether a line below an action heading states that there are none: "None.", "- Maßnahmen: keine"."""
    bare = _bare(line)
    label = _LABEL.match(bare)
    return vocabulary.says_no_items(bare) or bool(label and vocabulary.says_no_items(bare[label.end() :]))


def classify(lines: Iterable[str], vocabulary: Vocabulary) -> str:
    """Return "text" when a line holds the author's words, "placeholder" when only the template's, else "empty"."""
    seen = False
    for line in lines:
        stripped = line.strip()
        if not stripped or (stripped[0] in _RULE_SIGNS and _RULE.match(line)):
            continue
        seen = True
        if _has_words(line, vocabulary):
            return "text"
    return "placeholder" if seen else "empty"


def _bare(text: str) -> str:
    # Nothing that begins with a letter begins with a marker.
    unmarked = text if text[:1].isalpha() else _MARKER.sub("", text)
    return unmarked.strip().strip("*_").strip()


def _has_words(line: str, vocabulary: Vocabulary) -> bool:
    stripped = line.strip()
    if stripped.startswith("|"):
        return False  # Tables are judged row by row, see `tables`.
    # Nearly all lines are plain sentences: without a marker, a label, a slot or a question that a template asks.
    if _is_plain(stripped, vocabulary) and not _TELLING.search(stripped):
        return True
    bare = _MARKER.sub("", line).strip()
    label = _LABEL.match(bare) if ":" in bare or "：" in bare else None
    answer = _answer(bare, label, vocabulary)
    if answer and not is_placeholder(answer, vocabulary):
        return True
    if is_placeholder(bare, vocabulary):
        return False
    return not (label and is_placeholder(bare[label.end() :], vocabulary))


def _answer(text: str, label: re.Match[str] | None, vocabulary: Vocabulary) -> str:
    """Return what stands behind a question, or behind a label, of a template; empty when nothing does."""
    if label and vocabulary.is_boilerplate(label[0]):
        return text[label.end() :].strip()
    return text.partition("?")[2].strip(" *_") if "?" in text and vocabulary.is_boilerplate(text) else ""
