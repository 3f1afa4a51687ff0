"""A document's body on its page: made safe, with ids turned into links and boxes into signs."""

from __future__ import annotations

import html as htmllib
import re
from collections.abc import Callable, Iterator

from markupsafe import Markup, escape

from mkdocs_postmortem.rendering.sanitize import sanitize_html
from mkdocs_postmortem.settings import squash
from mkdocs_postmortem.views.address import ITEMS_ANCHOR
from mkdocs_postmortem.words.catalogue import Words

_TAG = re.compile(r"""(<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>)""")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_BARE_ID = re.compile(r"(?<![\w/.@#-])[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+(?![\w/@-])")
_BOX = re.compile(r"(<li[^>]*>\s*(?:<p>)?)\[([ xX])\]\s+")
_HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_UNTOUCHED = {"a", "code", "pre", "kbd", "samp", "h1", "h2", "h3", "h4", "h5", "h6", "svg", "time"}

FindIncident = Callable[[str], str | None]
"""Returns the address of the incident with an id, or None when the library has none."""


def finish_body(
    html: str, find_incident: FindIncident, items_heading: str, words: Words, *, trusted: bool
) -> tuple[str, bool]:
    """Return the body as its page shows it, and whether the action items' anchor was set at their heading.

    `trusted` leaves the author's HTML as it is. `items_heading` is the text of the action items' heading.
    """
    safe = html if trusted else sanitize_html(html)
    linked = link_ids(draw_boxes(safe, words), find_incident)
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


def link_ids(html: str, find_incident: FindIncident) -> str:
    """Return the HTML with bare ids of known incidents as links; not in code, links, headings or longer words."""

    def link(match: re.Match[str]) -> str:
        address = find_incident(htmllib.unescape(match[0]))
        return match[0] if address is None else f'<a href="{escape(address)}">{match[0]}</a>'

    return "".join(_BARE_ID.sub(link, piece) if is_text else piece for piece, is_text in _pieces(html))


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """Yield tags and text in turn; text says whether ids in it may become links."""
    depth = 0
    for position, piece in enumerate(_TAG.split(html)):
        if position % 2 == 0:
            yield piece, depth == 0
            continue
        name = _NAME.match(piece)
        if name and name[1].lower() in _UNTOUCHED:
            depth = max(0, depth - 1) if piece.startswith("</") else depth + (not piece.endswith("/>"))
        yield piece, False


def _anchor(html: str, heading: str) -> str | None:
    """Return the HTML with the anchor before the heading of this text, None when no heading has it."""
    wanted = squash(heading)
    for match in _HEADING.finditer(html):
        if squash(Markup(match[2]).striptags().removesuffix("¶")) == wanted:  # noqa: S704  # only its text is compared
            return f'{html[: match.start()]}<a id="{ITEMS_ANCHOR}"></a>{html[match.start() :]}'
    return None
