"""Reducing the HTML of a document's body to what cannot run, load or imitate anything.

Documents come from everyone who may open a pull request. The list is wide enough for what Material's and
Python-Markdown's extensions produce: admonitions, details, tabs, task lists, code, footnotes, figures, tables.
"""

from __future__ import annotations

import re

import nh3

_TAGS = {
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i",
    "img", "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "path", "pre", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "u", "ul", "var", "wbr",
}  # fmt: skip
_EVERYWHERE = {"class", "id", "title", "lang", "dir", "aria-label", "aria-hidden", "role"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "name"},
    "img": {"src", "alt", "width", "height", "loading"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "div": {"data-tabs"},
    "details": {"open"},
    "ol": {"start", "type"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "style", "align"},
    "th": {"colspan", "rowspan", "style", "align", "scope"},
    "col": {"span"},
    "time": {"datetime"},
    "svg": {"viewbox", "viewBox", "xmlns"},
    "path": {"d"},
}
_ALIGNMENT = re.compile(r"\s*text-align:\s*(?:left|right|center)\s*;?\s*")
_OWN_ID = re.compile(
    r"[A-Za-z0-9\u0080-\uffff][\w:.%-]{0,150}|__(?:tabbed|codelineno|span|code)[_-][\d_-]+|fn(?:ref)?:[\w.-]+"
)
_NAME = re.compile(r"__(?:tabbed|codelineno)[_-][\d_-]+")
_FORBIDDEN_CLASSES = ("md-", "pm-")
_TAKEN_IDS = {
    *(f"pm-{name}" for name in ("action-items", "closed", "incidents", "open", "open-items", "problems", "related")),
    *(f"pm-{name}" for name in ("months", "durations", "detection", "factors", "items", "teams", "kinds")),
    "pm-browse", "pm-facet-bar", "pm-similar", "pm-tracked-items",
    "content_search", "hljs-dark", "hljs-light", "main-content", "mkdocs_keyboard_modal",
    "mkdocs_search_modal", "mkdocs-search-query", "mkdocs-search-results", "navbar-collapse", "rtd-search-form",
    "theme-menu", "toc-collapse",
}  # fmt: skip
"""Ids of our own pages, and of the themes that ship with MkDocs; Material's begin with two underscores."""
_INPUT = re.compile(r"""<input(?:\s[\w-]+="[^"]*")*>""")


def sanitize_html(html: str) -> str:
    """Return the HTML without scripts, handlers, styles, foreign frames, and names that a theme or we rely on."""
    clean = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags={"script", "style", "noscript", "template", "iframe", "object", "noembed"},
        attributes=_ATTRIBUTES,
        attribute_filter=_filtered,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        strip_comments=True,
    )
    # An input without a type is a text field. Quotes inside of values are escaped by now.
    return _INPUT.sub(lambda tag: tag[0] if ' type="' in tag[0] else "", clean)


def may_be_id(name: str) -> bool:
    """Return whether a document's page may have an element of this id: none that a theme or we rely on."""
    return bool(_OWN_ID.fullmatch(name)) and name.lower() not in _TAKEN_IDS


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    """Return the attribute's value as it may stand, None to drop the attribute."""
    if attribute in ("id", "for"):
        return value if may_be_id(value) else None
    if attribute == "name":
        return value if _NAME.fullmatch(value) else None
    if attribute == "class":
        return " ".join(word for word in value.split() if not word.startswith(_FORBIDDEN_CLASSES)) or None
    if attribute == "style":
        return value if _ALIGNMENT.fullmatch(value) else None
    if tag == "input" and attribute == "type":
        return value if value in ("checkbox", "radio") else None
    return value
