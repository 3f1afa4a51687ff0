"""From the Markdown that editors preview (CommonMark, GitHub) to the one that MkDocs renders (Python-Markdown).

Both templates nest fields two spaces deep and put lists straight under a paragraph. Python-Markdown wants four spaces
and a blank line, and would run them together. Only white space and list markers change; code is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_ITEM = re.compile(r"^(?P<indent> *)(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap> +)(?P<text>\S.*)$")
_FENCE = re.compile(r"^ *(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$")
_INDENTED_CODE = 4


@dataclass(slots=True)
class _Open:
    """An open list item: where its text began in the source, and where it begins in the output."""

    source: int
    output: int


@dataclass(slots=True)
class _Converter:
    """Goes through the lines once, with the open list items on a stack."""

    stack: list[_Open] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    fence: str = ""
    shift: int = 0
    after_item: bool = False

    def take(self, line: str, following: str) -> None:
        """Put one line out; `following` is the next line, which tells a table's header."""
        if self.fence:
            self._inside_fence(line)
        elif not line.strip():
            self.output.append("")
            self.after_item = False
        elif match := _ITEM.match(line):
            self._item(match)
        else:
            self._text(line, following)

    def _inside_fence(self, line: str) -> None:
        self.output.append(self._shifted(line, self.shift))
        match = _FENCE.match(line)
        if match and match["fence"].startswith(self.fence) and not match["info"].strip():
            self.fence = ""

    def _item(self, match: re.Match[str]) -> None:
        indent = len(match["indent"])
        if not self.stack and indent >= _INDENTED_CODE:
            self.output.append(match[0])
            return
        depth = len(self.stack)
        while self.stack and indent < self.stack[-1].source:
            self.stack.pop()
        starts_list = depth <= len(self.stack)
        if starts_list and not self.after_item:
            self._blank_line()
        marker = match["marker"].replace(")", ".")
        column = _INDENTED_CODE * len(self.stack)
        self.output.append(f"{' ' * column}{marker} {match['text']}")
        self.stack.append(_Open(indent + len(match["marker"]) + len(match["gap"]), column + _INDENTED_CODE))
        self.after_item = True

    def _text(self, line: str, following: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        after_blank = not self.output or not self.output[-1]
        while self.stack and indent < self.stack[-1].source and (after_blank or line.lstrip()[0] in "#>|`~<"):
            self.stack.pop()
        shift = self.stack[-1].output - self.stack[-1].source if self.stack else 0
        if _TABLE_RULE.match(following) and "|" in line:
            self._blank_line()
        if match := _FENCE.match(line):
            self.fence, self.shift = match["fence"], shift
        self.output.append(self._shifted(line, shift))
        self.after_item = False

    def _blank_line(self) -> None:
        if self.output and self.output[-1]:
            self.output.append("")

    @staticmethod
    def _shifted(line: str, shift: int) -> str:
        return line if not shift or not line.strip() else " " * shift + line if shift > 0 else line[-shift:]


def to_python_markdown(text: str) -> str:
    """Return the text with lists and tables as Python-Markdown reads them; linear in the length of the text."""
    converter = _Converter()
    lines = text.expandtabs(4).split("\n") if "\t" in text else text.split("\n")
    for index, line in enumerate(lines):
        converter.take(line, lines[index + 1] if index + 1 < len(lines) else "")
    return "\n".join(converter.output)
