"""A body's links on its page: what authors wrote relative to their file becomes what leads there on the site.

This happens in the rendered HTML, where every form of a link looks alike, whatever made the HTML of it.
"""

from __future__ import annotations

import html as htmllib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from markupsafe import Markup, escape

from mkdocs_postmortem.reading.anchors import editor_anchors
from mkdocs_postmortem.reading.links import WIKI, WikiName, split_wiki
from mkdocs_postmortem.rendering.sanitize import may_be_id

_TAG = re.compile(r"""(<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_QUOTED = r"""(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_ATTRIBUTES = {
    name: re.compile(rf"(?<=\s){name}\s*=\s*{_QUOTED}", re.IGNORECASE) for name in ("href", "src", "alt", "id")
}
_ADDRESS = {"a": _ATTRIBUTES["href"], "img": _ATTRIBUTES["src"]}
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)

_SCRIPTS = r"\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff"
_LETTER, _MARK = rf"[^\W\d_{_SCRIPTS}]", r"[\d_./@#=%?+~\\-]"
_NAME = re.compile(
    # A word that only letters make is no id. What stands between blanks is taken whole: an id is all of it or none.
    rf"{WIKI}|(?<!{_LETTER})(?<!{_MARK}){_LETTER}*{_MARK}(?:{_LETTER}|{_MARK})*"
)
_BEHIND_A_NAME = ".?"

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NO_NAMES = {"a", "code", "pre", "kbd", "samp", "svg", "time"}


@dataclass(frozen=True, slots=True)
class Mention:
    """Another incident that a text names: the address of its page and its title."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Finder:
    """What a page's links are looked up by. Each returns None for what the site does not have."""

    file: Callable[[str], str | None]
    """From a target as its author wrote it to an address."""
    word: Callable[[str], Mention | None]
    """From a word of the text that may be an id or a file name."""
    wiki: Callable[[WikiName], Mention | None]
    """From what a wiki link holds."""


class _Place(Enum):
    """Where a piece of HTML stands: in plain text, in a heading, or where nothing is a name."""

    TEXT = 0
    HEADING = 1
    OTHER = 2


def link_body(html: str, find: Finder) -> str:
    """Return safe HTML with links that lead to pages of the site, also from ids, file names and wiki links."""
    return link_names(link_files(html, find.file), find)


def link_files(html: str, find_file: Callable[[str], str | None]) -> str:
    """Return the HTML with the addresses of links and images as `find_file` gives them.

    Where that is None, the link becomes its text and the image its description.
    """
    pieces, dropped = _TAG.split(html), False
    for position in range(1, len(pieces), 2):
        tag = pieces[position]
        name = _name_of(tag)
        if name == "a" and tag.startswith("</"):
            pieces[position], dropped = "" if dropped else tag, False
        elif name in _ADDRESS and (match := _ADDRESS[name].search(tag)):
            address = find_file(_value(match))
            dropped = address is None if name == "a" else dropped
            pieces[position] = _instead(tag) if address is None else _with_address(tag, match, address)
    return "".join(pieces)


def link_names(html: str, find: Finder) -> str:
    """Return the HTML with wiki links and bare ids of known incidents as links.

    Neither is one in code and inside of links, and a bare id is none in a heading or as part of a longer word.
    """

    def wiki(inner: str, whole: str) -> str:
        parts = split_wiki(htmllib.unescape(inner))
        if parts is None:
            return whole
        return _linked(find.wiki(parts), str(escape(parts.shown)))

    def word(text: str) -> str:
        name = text.rstrip(_BEHIND_A_NAME)
        found = find.word(htmllib.unescape(name))
        return text if found is None else _linked(found, name) + text[len(name) :]

    def replace(match: re.Match[str]) -> str:
        if match["wiki"] is not None:
            return wiki(match["wiki"], match[0])
        return word(match[0]) if place is _Place.TEXT else match[0]

    output = []
    for piece, place in _pieces(html):
        output.append(piece if place is _Place.OTHER else _NAME.sub(replace, piece))
    return "".join(output)


def add_editor_anchors(html: str) -> str:
    """Return the HTML with a second anchor at each heading whose anchor is another one in editors' previews."""
    headings = list(HEADING.finditer(html))
    known = {_value(match) for match in _ATTRIBUTES["id"].finditer(html)}
    texts = [Markup(match[2]).striptags().removesuffix("¶").strip() for match in headings]  # noqa: S704  # only its text is used
    output, position = [], 0
    for match, anchor in zip(headings, editor_anchors(texts), strict=True):
        if anchor not in known and may_be_id(anchor) and _ATTRIBUTES["id"].search(html, match.start(), match.start(2)):
            known.add(anchor)
            output += [html[position : match.start(2)], f'<a id="{escape(anchor)}"></a>']
            position = match.start(2)
    return "".join([*output, html[position:]])


def _linked(found: Mention | None, text: str) -> str:
    if found is None:
        return text
    return f'<a href="{escape(found.address)}" title="{escape(found.title)}">{text}</a>'


def _pieces(html: str) -> Iterator[tuple[str, _Place]]:
    """Yield tags and text in turn, with the place where they stand."""
    closed = headings = 0
    for position, piece in enumerate(_TAG.split(html)):
        if position % 2 == 0:
            yield piece, _Place.OTHER if closed else _Place.HEADING if headings else _Place.TEXT
            continue
        name, step = _name_of(piece), -1 if piece.startswith("</") else 0 if piece.endswith("/>") else 1
        closed = max(0, closed + step) if name in _NO_NAMES else closed
        headings = max(0, headings + step) if name in _HEADINGS else headings
        yield piece, _Place.OTHER


def _name_of(tag: str) -> str:
    match = _TAG_NAME.match(tag)
    return match[1].lower() if match else ""


def _value(attribute: re.Match[str]) -> str:
    return htmllib.unescape(next((text for text in attribute.groups() if text is not None), ""))


def _with_address(tag: str, match: re.Match[str], address: str) -> str:
    name = match[0].partition("=")[0]
    return f'{tag[: match.start()]}{name}="{escape(address)}"{tag[match.end() :]}'


def _instead(tag: str) -> str:
    """Return what stands in the place of a tag whose address the site does not have."""
    match = _ATTRIBUTES["alt"].search(tag) if _name_of(tag) == "img" else None
    return str(escape(_value(match))) if match else ""
