"""Regular expressions that mean the same to every validator: the dialect of ECMA 262, without flags."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_APART = r"[\W_]*"
_LETTERS = re.compile(r"ss|.")  # Squashed words hold "ss" for a sharp s.
_LETTER = r"[\w\x80-\uffff]"
_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:=!]|\\.|\[(?:\\.|[^\]\\])*\]|.", re.DOTALL)
_MEMBER = re.compile(r"[A-Za-z]-[A-Za-z]|\\.|.", re.DOTALL)
_ESCAPED = frozenset("^$\\.*+?()[]{}|/-")
"""What may stand behind a backslash where a validator reads expressions as Unicode; anything else is refused there."""


def portable(pattern: re.Pattern[str]) -> str:
    """Return the expression of a pattern without named groups, needless escapes and flags, which it spells out."""
    return "".join(_translated(piece[0], pattern.flags) for piece in _PIECE.finditer(pattern.pattern))


def whole(*patterns: str, blanks: bool = True) -> str:
    """Return the expression of a text that one of these matches as a whole, with blanks around it if those go."""
    around = r"\s*" if blanks else ""
    return f"^{around}(?:{'|'.join(patterns)}){around}$"


def spelled(words: Iterable[str], besides: Collection[str] = (), behind: str = "") -> str:
    """Return the expression of texts that are one of the squashed words, whatever their case and punctuation.

    Texts in `besides` are not meant as they stand; `behind` may follow the word.
    """
    avoided = f"(?!(?:{'|'.join(sorted(besides))})$)" if besides else ""
    return f"^{avoided}{_APART}{_one_of([_LETTERS.findall(word) for word in sorted(words)])}{_APART}{behind}$"


def _one_of(words: list[list[str]]) -> str:
    """Return the expression of any of these words, given by their letters; what they begin with stands once."""
    by_first: dict[str, list[list[str]]] = {}
    for first, *rest in words:
        by_first.setdefault(first, []).append(rest)
    parts = [_letter(first) + _rest(rest) for first, rest in by_first.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _rest(words: list[list[str]]) -> str:
    longer = [word for word in words if word]
    if not longer:
        return ""
    rest = _APART + _one_of(longer)
    return rest if len(longer) == len(words) else f"(?:{rest})?"


def _letter(letter: str) -> str:
    return f"(?:[Ss]{_APART}[Ss]|[ßẞ])" if letter == "ss" else _any_case(letter)


def _any_case(letter: str) -> str:
    cases = sorted({form for form in (letter, letter.upper()) if len(form) == 1})
    return f"[{''.join(cases)}]" if len(cases) > 1 else cases[0]


def _translated(piece: str, flags: int) -> str:
    if piece.startswith("(?P<"):
        return "(?:"
    if piece.startswith("\\"):
        return _widened(piece, flags) or _plain(piece)
    if piece.startswith("["):
        return f"[{''.join(_member(member[0], flags) for member in _MEMBER.finditer(piece[1:-1]))}]"
    if piece == "." and flags & re.DOTALL:
        return r"[\s\S]"
    return _any_case(piece.lower()) if flags & re.IGNORECASE and piece.isalpha() else piece


def _widened(piece: str, flags: int) -> str | None:
    """Return what an escape stands for that validators read in two ways: ASCII alone, or every script."""
    if flags & re.ASCII:
        return "[0-9]" if piece == r"\d" else None
    return _LETTER if piece == r"\w" else None


def _member(member: str, flags: int) -> str:
    if member.startswith("\\"):
        return _plain(member)
    if flags & re.IGNORECASE and any(part.isalpha() for part in member):
        return "".join(sorted({member.lower(), member.upper()}))
    return member


def _plain(piece: str) -> str:
    """Return an escape, without its backslash where that means nothing."""
    return piece if piece[1].isalnum() or piece[1] in _ESCAPED else piece[1]
