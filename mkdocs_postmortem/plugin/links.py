"""Keeping MkDocs from reading the links of our pages, which are relative to the repository and not to docs_dir.

MkDocs would miss their targets, say so for each, and fail a strict build. It leaves alone what has a scheme.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from mkdocs_postmortem.reading.links import is_elsewhere

_HIDDEN = "x-postmortem-source:"
_JUST_BEFORE_MKDOCS = 0.5
_ADDRESSES = {"a": "href", "img": "src"}


class HideLinks(Extension):
    """Gives relative addresses a scheme of their own while `is_on`, which is to be set for each page."""

    is_on = False

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Go through the tree right before MkDocs does."""
        md.treeprocessors.register(_Hide(md, self), "postmortem-links", _JUST_BEFORE_MKDOCS)


def show_links(html: str) -> str:
    """Return the HTML with its addresses as their author wrote them."""
    return html.replace(_HIDDEN, "")


class _Hide(Treeprocessor):
    def __init__(self, md: Markdown, extension: HideLinks) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        """Mark every address that MkDocs would look up; mail addresses are encoded with a sign of their own."""
        for element in root.iter() if self.extension.is_on else ():
            attribute = _ADDRESSES.get(element.tag, "")
            address = element.get(attribute) if attribute else None
            if address is not None and AMP_SUBSTITUTE not in address and not is_elsewhere(address):
                element.set(attribute, _HIDDEN + address)
