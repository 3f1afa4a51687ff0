"""The links and images of a body with their places: one linear pass over the lines that can hold one.

What is found is what CommonMark makes a link; addresses of other hosts and of the site's root are left out. No
Markdown parser tells where a link stands, and one over whole bodies would cost many times everything else.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from mkdocs_postmortem.model.reference import Reference
from mkdocs_postmortem.reading.body import Body
from mkdocs_postmortem.reading.vocabulary import Vocabulary

Form = Literal["link", "image", "wiki"]

_BLANK = "\0"
"""Stands for code and escapes: no author can write it, and it ends no word and no target."""
_DESTINATION = r"(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?!<)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))"
_TITLE = r"(?:\"[^\"]*\"|'[^']*'|\([^()]*\))"
WIKI = r"(?<![\w!\[\]])\[\[(?P<wiki>[^\W_][^\[\]\n\0<>]{0,300})\]\](?![\w(\[\]])"
"""A wiki link as a pattern: `[[INC-7]]`, `[[INC-7|text]]`, but not `[[ -f x ]]`, `a[[0]]` and `[[x]](url)`."""
_TOKEN = re.compile(
    # The lookahead keeps one run of blanks from being tried in every division between two quantifiers.
    rf"{WIKI}|(?P<open>!?\[)|\]\(\s*(?!\s){_DESTINATION}(?:\s+(?:{_TITLE}\s*)?)?\)|(?P<close>\])"
    r"|(?P<tag><(?:a|img)\s[^<>]*>)",
    re.IGNORECASE,
)
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?P<label>[^\[\]^][^\[\]]{0,200})\]:[ \t]*"
    rf"(?:<(?P<angled>[^<>]*)>|(?P<bare>\S+))(?:[ \t]+{_TITLE})?[ \t]*$"
)
_ATTRIBUTE = {
    name: re.compile(rf"""\s{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
    for name in ("href", "src")
}
_TICKS = re.compile(r"(?P<slashes>(?:(?<!\\)\\+)?)(?P<ticks>`+)")
# Not the bar: in a table, `[[INC-7\|text]]` is how a wiki link is written.
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{}~]")
_NEW_BLOCK = re.compile(r"^\s*(?:[>|]|(?:[-*+]|#{1,6}|\d{1,9}[.)])(?:\s|$))")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\")
_LONGEST_LABEL = 200


@dataclass(frozen=True, slots=True)
class WikiName:
    """What a wiki link holds: a name to look up, an anchor on that page, and the words to show."""

    name: str
    anchor: str
    shown: str


def find_references(body: Body, vocabulary: Vocabulary) -> tuple[Reference, ...]:
    """Return the body's links to files, documents and anchors in the order of their lines; none from code or comments.

    Definitions count where they stand, when the text uses them. Empty targets and placeholders are no links.
    """
    definitions = _definitions(body)
    found: list[Reference] = []
    used: set[str] = set()
    for start, lines in _blocks(body, definitions):
        begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
        found += [_reference(body, start, begins, link) for link in _scan("\n".join(lines), used)]
    for label, (index, target) in definitions.items():
        if label in used:
            found.append(
                Reference(target=target, form="link", line=body.number(index), column=_indent(body, index) + 1)
            )
    kept = [reference for reference in found if _leads_somewhere(reference, vocabulary)]
    return tuple(sorted(kept, key=lambda reference: (reference.line, reference.column)))


def split_wiki(inner: str) -> WikiName | None:
    """Return the parts of what stands between `[[` and `]]`; None when it has blanks at its borders."""
    name, bar, shown = inner.partition("|")
    name, _, anchor = name.removesuffix("\\").partition("#")
    if not name or name != name.strip():
        return None
    return WikiName(name, anchor.strip(), (shown if bar else "").strip() or inner.partition("|")[0].removesuffix("\\"))


def is_elsewhere(target: str) -> bool:
    """Return whether a target is no file of the repository: it has a scheme or a host, or begins at the site's root."""
    return _ELSEWHERE.match(target) is not None


def _leads_somewhere(reference: Reference, vocabulary: Vocabulary) -> bool:
    if reference.form == "wiki":
        return split_wiki(reference.target) is not None
    target = reference.target.strip()
    if target.startswith("#"):
        return target != "#"
    return not is_elsewhere(target) and not vocabulary.is_nothing(target)


def _definitions(body: Body) -> dict[str, tuple[int, str]]:
    """Return line index and target of each `[label]: target`; of two with one label the first counts."""
    found: dict[str, tuple[int, str]] = {}
    for index in body.lines_with("]:"):
        if match := _DEFINITION.match(body.visible[index]):
            target = match["angled"] if match["bare"] is None else match["bare"]
            found.setdefault(_label(match["label"]), (index, _unescaped(target)))
    return found


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _blocks(body: Body, definitions: dict[str, tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line index and the lines of every paragraph, list item and table row that can hold a link.

    Code and links end with their block, so that a stray backtick hides nothing below it.
    """
    apart = {index for index, _ in definitions.values()}
    wanted = _telling_lines(body, ("[",) if definitions else ("](", "[[")) - apart
    if not wanted:
        return
    last = len(body.visible) - 1

    def is_border(index: int) -> bool:
        return not 0 <= index <= last or not body.begins[index] or index in apart

    stop = 0
    for index in sorted(wanted):
        if index < stop:
            continue
        start = index
        while not is_border(start - 1) and not _NEW_BLOCK.match(body.visible[start]):
            start -= 1
        stop = index + 1
        while not is_border(stop) and not _NEW_BLOCK.match(body.visible[stop]):
            stop += 1
        yield start, list(body.visible[start:stop])


def _telling_lines(body: Body, hints: tuple[str, ...]) -> set[int]:
    """Return the lines of which each block with a link has one: with one of these hints, or with a tag's attribute."""
    found: set[int] = set()
    if "[" in body.shown:
        found.update(*map(body.lines_with, hints))
    if "<" in body.shown:
        found |= {index for index, line in enumerate(body.visible) if "href" in line or "src" in line}
    return found


class _Brackets:
    """The open brackets of a block. No link holds another: those around a link are `spent`, unless of an image."""

    def __init__(self) -> None:
        self.opened: list[re.Match[str]] = []
        self.spent = 0

    def close(self) -> tuple[re.Match[str] | None, Form | None]:
        """Return the bracket that a `]` closes, and what may begin there; None where nothing does."""
        if not self.opened:
            return None, None
        opening = self.opened.pop()
        is_spent = len(self.opened) < self.spent
        self.spent = min(self.spent, len(self.opened))
        if opening["open"] == "![":
            return opening, "image"
        return opening, None if is_spent else "link"


def _scan(text: str, used: set[str]) -> Iterator[tuple[Form, str, int]]:
    """Yield form, target and offset of every link of a block; adds the labels of all bracketed words to `used`."""
    plain, brackets, position = _without_code(text), _Brackets(), 0
    while token := _TOKEN.search(plain, position):
        position = token.end()
        if token["open"]:
            brackets.opened.append(token)
        elif token["wiki"]:
            yield "wiki", text[slice(*token.span("wiki"))], token.start()
        elif token["tag"]:
            yield from _in_tag(text[token.start() : token.end()], token.start())
        else:
            opening, form = brackets.close()
            if opening and form and not token["close"]:
                brackets.spent = len(brackets.opened) if form == "link" else brackets.spent
                target = text[slice(*token.span("bare" if token["angled"] is None else "angled"))]
                yield form, _unescaped(target), opening.start()
                continue
            position = token.start() + 1
            if opening and token.start() - opening.end() <= _LONGEST_LABEL:
                used.add(_label(text[opening.end() : token.start()]))


def _in_tag(tag: str, at: int) -> Iterator[tuple[Form, str, int]]:
    form: Form = "image" if tag[1] in "iI" else "link"
    if match := _ATTRIBUTE["src" if form == "image" else "href"].search(tag):
        yield form, html.unescape(match[1] or match[2] or match[3] or ""), at


def _without_code(text: str) -> str:
    """Return the text with code spans and escaped characters blanked, in the same length."""
    if "`" in text:
        text = _without_spans(text)
    return _ESCAPE.sub(_BLANK * 2, text) if "\\" in text else text


def _without_spans(text: str) -> str:
    """Return the text with code spans blanked: from a run of backticks to the next run of the same length.

    A backslash takes the first backtick of a run that opens, not of one that closes.
    """
    runs = [(match.span("ticks"), len(match["slashes"]) % 2) for match in _TICKS.finditer(text)]
    later: dict[int, int] = {}
    closers: list[int | None] = []
    for number, ((start, end), escaped) in reversed(list(enumerate(runs))):
        closers.append(later.get(end - start - escaped))
        later[end - start] = number
    pieces, position, number = [], 0, 0
    while number < len(runs):
        (start, _), escaped = runs[number]
        closer = closers[-1 - number]
        if closer is not None:
            end = runs[closer][0][1]
            pieces += [text[position : start + escaped], _BLANK * (end - start - escaped)]
            position, number = end, closer
        number += 1
    return "".join([*pieces, text[position:]])


def _unescaped(target: str) -> str:
    return _ESCAPE.sub(lambda match: match[0][1], target) if "\\" in target else target


def _reference(body: Body, start: int, begins: list[int], link: tuple[Form, str, int]) -> Reference:
    """Return the link with its place in the file, from its offset in the block that begins at line index `start`.

    `begins` holds the offset at which each line of the block begins.
    """
    form, target, offset = link
    row = bisect_right(begins, offset) - 1
    column = offset - begins[row] + _indent(body, start + row) + 1
    return Reference(target=target, form=form, line=body.number(start + row), column=column)


def _indent(body: Body, index: int) -> int:
    """Return how many characters the visible line lost at its beginning: an admonition's indentation."""
    return len(body.lines[index]) - len(body.visible[index])
