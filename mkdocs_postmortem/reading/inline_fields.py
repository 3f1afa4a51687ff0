"""Fields inside the words of an action item: "Pin the version — Owner: Kim — Due: 2025-03-01"."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_postmortem.reading.vocabulary import Vocabulary

INLINE_COLUMNS = ("owners", "team", "due", "status", "priority", "tracker", "verification", "completed_at", "reason")
_UNSAFE = {"link", "issue", "bug", "action", "status", "state", "what", "by", "who", "acceptance", "target", "progress"}
"""Labels that stand in sentences too often to be read inside one without emphasis, a bracket or a field before them."""
_SEPARATORS = "([{（【—–-|;,.、。；，*_"
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "{": "}"}
_TRAILING = " \t-—–|;,.、。；，([（【{*_"
_BEFORE_FIELD = " \t-—–|;,、；，([（【{"
_STOPS = " \t.。"
_BARE_DUE = re.compile(
    r"[(\[（,;—–-]\s*\**(?:due|deadline|by|until)\**\s+(?=\d{4}-\d{2}|\d{1,2}\s+\w{3}|\w{3,9}\s+\d)", re.IGNORECASE
)
_LONGEST_SCANNED = 4_000


def take_fields(text: str, vocabulary: Vocabulary) -> tuple[str, dict[str, tuple[str, int]]]:
    """Return the text without its fields, and each field's words with where in the text they begin.

    A label counts only after a separator, a bracket or emphasis, and followed by a colon: "ask the owner: maybe" has
    none. Text in a bracket that held fields goes with them; what follows the bracket stays.
    """
    scanned = text[:_LONGEST_SCANNED]
    marks = _marks(scanned, vocabulary)
    if not marks:
        return text, {}
    fields: dict[str, tuple[str, int]] = {}
    kept = [_words_before(scanned[: marks[0][0]])]
    for (_, begin, column, closing), following in zip(marks, [*marks[1:], None], strict=True):
        end = following[0] if following else len(scanned)
        value, rest = _value(scanned[begin:end], closing)
        if value and column not in fields:
            fields[column] = (value, begin)
        if following:
            rest = _words_before(rest)
        if rest:
            kept.append(rest)
    return " ".join(part for part in kept if part) + text[_LONGEST_SCANNED:], fields


def _words_before(text: str) -> str:
    """Return the words before a field without what divides them; a full stop stays where something else divides."""
    kept = text.rstrip(_BEFORE_FIELD)
    return kept if kept != text.rstrip() else text.rstrip(_STOPS)


def _marks(text: str, vocabulary: Vocabulary) -> list[tuple[int, int, str, str]]:
    """Return where each label begins, where its words begin, its column, and the bracket that would close them."""
    found: list[tuple[int, int, str, str]] = []
    for match in _labels(vocabulary).finditer(text):
        before = text[: match.start()].rstrip(" ")
        label = match["label"]
        emphasised = "*" in match[0] or "_" in match[0]
        if before and before[-1] not in _SEPARATORS and not emphasised:
            continue
        begins = not found and (not before or before[-1] not in _BRACKETS)
        if label.casefold() in _UNSAFE and not emphasised and begins:
            continue
        column = vocabulary.column_of(label)
        if column in INLINE_COLUMNS:
            found.append((match.start(), match.end(), column, _open_bracket(before)))
    for match in _BARE_DUE.finditer(text):
        if not any(column == "due" for _, _, column, _ in found):
            found.append((match.start() + 1, match.end(), "due", _open_bracket(text[: match.start() + 1])))
    return sorted(found)


def _open_bracket(before: str) -> str:
    """Return the bracket that closes the innermost one still open at the end of the text, empty when none is."""
    for opening, closing in _BRACKETS.items():
        if before.count(opening) > before.count(closing):
            return closing
    return ""


def _value(text: str, closing: str) -> tuple[str, str]:
    """Return a field's words and what follows the bracket that held them."""
    rest = ""
    if closing and closing in text:
        text, _, rest = text.partition(closing)
    return text.strip().strip("*_").rstrip(_TRAILING).strip(), rest.strip().lstrip(".,;—–-").strip()


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted(vocabulary.labels_of(INLINE_COLUMNS), key=len, reverse=True)
    listed = "|".join(r"[\s-]?".join(map(re.escape, word.split())) for word in words)
    return re.compile(rf"(?<![^\W_])[*_]*(?P<label>{listed})[*_]*\s?[:：]{{1,2}}[*_]*\s*", re.IGNORECASE)
