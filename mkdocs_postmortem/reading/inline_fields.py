"""Fields inside the words of an action item: "Pin the version — Owner: Kim — Due: 2025-03-01"."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
_COLON = re.compile(r"[:：]")
_WORD = re.compile(r"(?<![^\W_])[^\W_]")
_BETWEEN_WORDS = re.compile(r"[\s-]|[*_]+\s?$")
_LONGEST_EMPHASIS = 10
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
    if not _COLON.search(text) and not _BARE_DUE.search(text):
        return []
    found: list[tuple[int, int, str, str]] = []
    brackets = _OpenBrackets(text)
    for start, match in _labels_in(text, vocabulary):
        sign = _sign_before(text, start)
        label = match["label"]
        emphasised = start < match.start() or "*" in match[0] or "_" in match[0]
        if sign and sign not in _SEPARATORS and not emphasised:
            continue
        begins = not found and (not sign or sign not in _BRACKETS)
        if label.casefold() in _UNSAFE and not emphasised and begins:
            continue
        column = vocabulary.column_of(label)
        if column in INLINE_COLUMNS:
            found.append((start, match.end(), column, brackets.closing_at(start)))
    if not any(column == "due" for _, _, column, _ in found) and (bare := _BARE_DUE.search(text)):
        start = bare.start() + 1
        found.append((start, bare.end(), "due", _OpenBrackets(text).closing_at(start)))
    return sorted(found)


class _OpenBrackets:
    """Counts the brackets of a text from left to right."""

    def __init__(self, text: str) -> None:
        self.text, self.counted = text, 0
        self.open = dict.fromkeys(_BRACKETS, 0)

    def closing_at(self, position: int) -> str:
        """Return the bracket that closes one still open at a position, which lies behind the last one asked for."""
        for opening, closing in _BRACKETS.items():
            opened = self.text.count(opening, self.counted, position)
            self.open[opening] += opened - self.text.count(closing, self.counted, position)
        self.counted = position
        return next((closing for opening, closing in _BRACKETS.items() if self.open[opening] > 0), "")


def _sign_before(text: str, position: int) -> str:
    """Return the last character before a position that is no blank, empty when there is none."""
    while position and text[position - 1] == " ":
        position -= 1
    return text[position - 1] if position else ""


def _value(text: str, closing: str) -> tuple[str, str]:
    """Return a field's words and what follows the bracket that held them."""
    rest = ""
    if closing and closing in text:
        text, _, rest = text.partition(closing)
    return text.strip().strip("*_").rstrip(_TRAILING).strip(), rest.strip().lstrip(".,;—–-").strip()


def _labels_in(text: str, vocabulary: Vocabulary) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where each label begins with its emphasis, and its match, which ends where its words begin.

    Labels are looked for in the few words before each colon: trying all of them everywhere would take a hundred times
    as long.
    """
    pattern, spellings, longest = _labels(vocabulary)
    done = 0
    for colon in _COLON.finditer(text):
        for word in _WORD.finditer(text, max(done, colon.start() - longest), colon.start()):
            spelled = _BETWEEN_WORDS.sub("", text[word.start() : colon.start()]).casefold()
            if spelled in spellings and (match := pattern.match(text, word.start())):
                yield _start_of_emphasis(text, match.start(), done), match
                done = match.end()
                break


def _start_of_emphasis(text: str, position: int, done: int) -> int:
    """Return where the stars or underscores before a label begin; those directly behind a word belong to it."""
    start = position
    while start > done and text[start - 1] in "*_":
        start -= 1
    return start + 1 if done < start < position and text[start - 1].isalnum() else start


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary) -> tuple[re.Pattern[str], frozenset[str], int]:
    """Return the pattern of all labels, their spellings as they are compared, and the length of the longest."""
    words = sorted(vocabulary.labels_of(INLINE_COLUMNS), key=len, reverse=True)
    listed = "|".join(r"[\s-]?".join(map(re.escape, word.split())) for word in words)
    pattern = re.compile(rf"(?P<label>{listed})[*_]*\s?[:：]{{1,2}}[*_]*\s*", re.IGNORECASE)
    spellings = frozenset(_BETWEEN_WORDS.sub("", word).casefold() for word in words)
    return pattern, spellings, len(words[0]) + _LONGEST_EMPHASIS
