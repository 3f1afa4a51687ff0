"""The skeleton of HTML: lists with their nesting, tables, code and headings, to compare two renderers."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown
from markdown_it import MarkdownIt

from mkdocs_postmortem.rendering.dialect import to_python_markdown

_SKELETON = {"ul", "ol", "li", "table", "tr", "td", "th", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass
class Node:
    """An element of the skeleton with the text directly in it, white space collapsed."""

    tag: str
    words: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    def lines(self, depth: int = 0) -> list[str]:
        """Return the subtree, one element a line, indented by its depth."""
        text = " ".join("".join(self.words).split())
        own = [f"{'  ' * depth}{self.tag} {text}".rstrip()]
        return own + [line for child in self.children for line in child.lines(depth + 1)]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _SKELETON:
            node = Node(tag)
            self.open[-1].children.append(node)
            self.open.append(node)
        elif tag in ("p", "br"):
            self.open[-1].words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKELETON:
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].words.append(data)


def outline(html: str) -> list[str]:
    """Return the skeleton of HTML as indented lines; text outside of it (paragraphs) is left out."""
    reader = _Reader()
    reader.feed(html)
    return [line for child in reader.root.children for line in child.lines()]


def as_editors_show(text: str) -> str:
    """Return what CommonMark with tables makes of the text."""
    return str(MarkdownIt("commonmark").enable("table").render(text))


def as_our_pages_show(text: str) -> str:
    """Return what Python-Markdown makes of the text after our conversion."""
    extensions = ["tables", "pymdownx.superfences"]
    return markdown.markdown(to_python_markdown(text), extensions=extensions)
