"""A document's body on its page: made safe, with links that lead to pages and boxes as signs."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from mkdocs_postmortem.rendering.links import HEADING, Finder, add_editor_anchors, link_body
from mkdocs_postmortem.rendering.sanitize import sanitize_html
from mkdocs_postmortem.settings import squash
from mkdocs_postmortem.views.address import ITEMS_ANCHOR
from mkdocs_postmortem.words.catalogue import Words

_BOX = re.compile(r"(<li[^>]*>\s*(?:<p>)?)\[([ xX])\]\s+")


def finish_body(html: str, find: Finder, items_heading: str, words: Words, *, trusted: bool) -> tuple[str, bool]:
    """Return the body as its page shows it, and whether the action items' anchor was set at their heading.

    `trusted` leaves the author's HTML as it is. `items_heading` is the text of the action items' heading.
    """
    safe = html if trusted else sanitize_html(html)
    linked = link_body(draw_boxes(add_editor_anchors(safe), words), find)
    anchored = _anchor(linked, items_heading) if items_heading else None
    return anchored or linked, anchored is not None


def show_as_written(text: str) -> str:
    """Return a body that must not be rendered as preformatted text, its beginning only."""
    return f'<pre class="pm-source"><code>{escape(text[:100_000])}</code></pre>'


def draw_boxes(html: str, words: Words) -> str:
    """Return the HTML with `[ ]` and `[x]` at the start of list items as signs with a label."""

    def draw(match: re.Match[str]) -> str:
        sign, label = ("☐", "box-open") if match[2] == " " else ("☑", "box-done")
        return f'{match[1]}<span class="pm-box" role="img" aria-label="{escape(words(label))}">{sign}</span> '

    return _BOX.sub(draw, html)


def _anchor(html: str, heading: str) -> str | None:
    """Return the HTML with the anchor before the heading of this text, None when no heading has it."""
    wanted = squash(heading)
    for match in HEADING.finditer(html):
        if squash(Markup(match[2]).striptags().removesuffix("¶")) == wanted:  # noqa: S704  # only its text is compared
            return f'{html[: match.start()]}<a id="{ITEMS_ANCHOR}"></a>{html[match.start() :]}'
    return None
