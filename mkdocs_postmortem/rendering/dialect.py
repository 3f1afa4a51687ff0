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
_NO_HEADING = re.compile(r"^(?P<indent> *)(?P<signs>#{7,}|#{1,6}(?=[^\s#]))")
_DETAILS = re.compile(r"^(?P<indent> *)<details(?![^>]*\bmarkdown\b)(?P<rest>(?:\s[^>]*)?>)", re.IGNORECASE)
_PRE = re.compile(r"<(?P<end>/?)pre\b", re.IGNORECASE)
_OPEN_DETAILS = r'\g<indent><details markdown="1"\g<rest>'
_INDENTED_CODE = 4


@dataclass(slots=True)
class _Open:
    """An open list item: where its text began in the source, and where it begins in the output."""

    source: int
    output: int


@dataclass(slots=True)
class _Converter:
    """Goes through the lines once, with the open list items on a stack.

    Python-Markdown reads block by block, that is from one blank line to the next. `block` is the column of the list
    item that began the present block: None when text began it, or none has begun.
    """

    nested_fences: bool
    stack: list[_Open] = field(default_factory=list)
    output: list[str] = field(default_factory=list)
    fence: str = ""
    shift: int = 0
    code_column: int | None = None
    in_pre: bool = False
    block: int | None = None

    def take(self, line: str, following: str) -> None:
        """Put one line out; `following` is the next line, which tells a table's header."""
        if self.fence:
            self._inside_fence(line)
        elif self.in_pre:
            self._raw(line)
        elif not line.strip():
            self.output.append("")
        elif (match := _ITEM.match(line)) and not self._continues_text(match):
            self._item(match)
        else:
            self._text(line, following)

    def _inside_fence(self, line: str) -> None:
        match = _FENCE.match(line)
        closes = bool(match and match["fence"].startswith(self.fence) and not match["info"].strip())
        if self.code_column is None:
            self.output.append(self._shifted(line, self.shift))
        else:
            shown = self._shifted(line, self.shift).rstrip()
            self.output.append("" if closes or not shown else " " * _INDENTED_CODE + shown)
        if closes:
            self.fence, self.code_column = "", None

    def _raw(self, line: str) -> None:
        self.output.append(line)
        for tag in _PRE.finditer(line):
            self.in_pre = not tag["end"]

    @property
    def _after_blank(self) -> bool:
        return not self.output or not self.output[-1]

    def _continues_text(self, match: re.Match[str]) -> bool:
        """Return whether a number at a line's start belongs to the sentence before: only 1 begins a list there."""
        if self._after_blank or match["marker"][:-1] in ("", "1"):
            return False
        return not self.stack or len(match["indent"]) >= self.stack[-1].source

    def _item(self, match: re.Match[str]) -> None:
        indent = len(match["indent"])
        if not self.stack and indent >= _INDENTED_CODE:
            self.output.append(match[0])
            return
        while self.stack and indent < self.stack[-1].source:
            self.stack.pop()
        column = _INDENTED_CODE * len(self.stack)
        if not self._after_blank and (self.block is None or column < self.block):
            self.output.append("")
        if self._after_blank:
            self.block = column
        marker = match["marker"].replace(")", ".")
        self.output.append(f"{' ' * column}{marker} {_no_heading(match['text'])}")
        self.stack.append(_Open(indent + len(match["marker"]) + len(match["gap"]), column + _INDENTED_CODE))

    def _text(self, line: str, following: str) -> None:
        indent = len(line) - len(line.lstrip(" "))
        interrupts = line.lstrip()[0] in "#>|`~<" and not _NO_HEADING.match(line)
        while self.stack and indent < self.stack[-1].source and (self._after_blank or interrupts):
            self.stack.pop()
            self._blank_line()
        if "|" in line and _TABLE_RULE.match(following) and not _TABLE_RULE.match(line):
            self._blank_line()
        if self._after_blank:
            self.block = None
        shift = self.stack[-1].output - self.stack[-1].source if self.stack else 0
        if match := _FENCE.match(line):
            self.fence, self.shift = match["fence"], shift
            if self.stack and not self.nested_fences:
                self.code_column = self.stack[-1].output
                self._blank_line()
                return
        tags = _PRE.findall(line)
        self.in_pre = bool(tags) and not tags[-1]
        text = line if self._is_code(indent) else _DETAILS.sub(_OPEN_DETAILS, _no_heading(_no_item(line)))
        self.output.append(self._shifted(text, shift))

    def _is_code(self, indent: int) -> bool:
        return self._after_blank and indent >= (self.stack[-1].source if self.stack else 0) + _INDENTED_CODE

    def _blank_line(self) -> None:
        if not self._after_blank:
            self.output.append("")

    @staticmethod
    def _shifted(line: str, shift: int) -> str:
        return line if not shift or not line.strip() else " " * shift + line if shift > 0 else line[-shift:]


def _no_heading(line: str) -> str:
    """Return the line with `#1234` and `#channel` at its start kept from becoming a heading."""
    return _NO_HEADING.sub(r"\g<indent>\\\g<signs>", line)


def _no_item(line: str) -> str:
    """Return the line with a number at its start kept from becoming a list item."""
    match = _ITEM.match(line)
    return line if match is None else f"{match['indent']}{match['marker'][:-1]}\\{line[match.end('marker') - 1 :]}"


def to_python_markdown(text: str, *, nested_fences: bool = True) -> str:
    """Return the text with lists, tables and folded parts as Python-Markdown reads them; linear in its length.

    Without `nested_fences` (an extension that reads fenced code inside list items) such code becomes indented code.
    Folded parts (`<details>`) hold Markdown as on GitHub, which takes the extension md_in_html.
    """
    converter = _Converter(nested_fences)
    lines = text.expandtabs(4).split("\n") if "\t" in text else text.split("\n")
    for index, line in enumerate(lines):
        converter.take(line, lines[index + 1] if index + 1 < len(lines) else "")
    return "\n".join(converter.output)
