"""Text, lists, identifiers and addresses as the model holds them."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import INVALID_ID, INVALID_URL, WRONG_TYPE

URL_FORM = re.compile(r"https?://(?P<host>[^\s/?#@\\<>\"'`{}|^]+)(?:[/?#][^\s\\<>\"`{}|^]*)?")
_CREDENTIALS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://[^/?#\s]*@")
LONGEST_URL = 2000
ID_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_NAMES = {bool: "yes or no", int: "a whole number", float: "a number", str: "text", tuple: "a list", dict: "a mapping"}


def describe_type(value: Any) -> str:
    """Return the name of a value's type in an author's words: "a whole number", "a list"."""
    return next((name for kind, name in _NAMES.items() if isinstance(value, kind)), "nothing")


def show_value(value: Any) -> str:
    """Return a number or text as it stands, in quotes and shortened, and the type of everything else."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return f'"{shorten(str(value))}"'
    return describe_type(value)


def _single(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    hint = "put it in quotes" if isinstance(value, (int, float)) else "write one line of text"
    raise fault(WRONG_TYPE, f"expected text, found {describe_type(value)}", hint)


def _several(value: Any) -> Any:
    if value is None or isinstance(value, tuple):
        return value or ()
    if isinstance(value, str):
        listed = ", ".join(part.strip() for part in value.split(","))
        raise fault(WRONG_TYPE, "expected a list, found text", f"write [{shorten(listed)}]")
    raise fault(WRONG_TYPE, f"expected a list, found {describe_type(value)}", "write it in [square brackets]")


LONGEST_TEXT = 2000
Text = Annotated[str, Field(max_length=LONGEST_TEXT), BeforeValidator(_single)]
Title = Annotated[str, Field(max_length=300), BeforeValidator(_single)]
LongText = Annotated[str, Field(max_length=20000), BeforeValidator(_single)]
Texts = Annotated[tuple[Text, ...], Field(max_length=100), BeforeValidator(_several)]
several = BeforeValidator(_several)
"""Validator of any list field: says how to write a list when text stands there."""


def check_url(value: Any) -> Any:
    r"""Return `value` unchanged when it is an http(s) address without credentials, blanks or quotes; else a fault.

    Browsers and URL libraries repair `https:x` and `java\nscript:`; we do not.
    """
    if value is None:
        return value
    text = _single(value)
    if _CREDENTIALS.match(text):  # Not shown: a report may be public where the document is not.
        raise fault(INVALID_URL, "the address holds a user name or a password", "remove it, and change the password")
    if len(text) > LONGEST_URL or (match := URL_FORM.fullmatch(text)) is None:
        raise fault(INVALID_URL, f'"{shorten(text)}" is not a web address', "write it like https://example.org/page")
    if _is_disguised(match["host"]):
        raise fault(INVALID_URL, f'the host of "{shorten(text)}" is written with look-alike characters', "retype it")
    return text


def is_url(text: str) -> bool:
    """Return whether `text` is an address that a page may link to."""
    match = URL_FORM.fullmatch(text) if len(text) <= LONGEST_URL else None
    return match is not None and not _is_disguised(match["host"])


def _is_disguised(host: str) -> bool:
    return not host.isascii() and not unicodedata.is_normalized("NFKC", host)


def check_id(value: Any) -> Any:
    """Return `value` unchanged when it can be an id: letters, digits, dots, dashes, underscores; else a fault."""
    if value is None:
        return value
    text = _single(value)
    if not ID_FORM.fullmatch(text) or text.casefold() in {"index", "con", "aux", "nul", "prn"}:
        hint = "use letters, digits, dots, dashes and underscores, such as INC-2026-014"
        raise fault(INVALID_ID, f'"{shorten(text)}" cannot be an id', hint)
    return text


Url = Annotated[str, BeforeValidator(check_url)]
Id = Annotated[str, BeforeValidator(check_id)]


LABEL_KEYS, URL_KEYS = ("title", "name"), ("href", "link")
"""Further keys of a link's label and address."""


class Link(Value):
    """An address that belongs to the incident, with its label and what it is (channel, dashboard, …)."""

    label: Text
    """The words of the link."""
    url: Url
    """The address, with http or https."""
    kind: Text | None = None
    """What it is, in a word of your own, such as dashboard."""


def as_link(value: Any) -> Any:
    """Let a bare address stand for a link, and `title` or `name` for `label`."""
    if isinstance(value, str):
        return {"label": value[:LONGEST_URL], "url": value}
    if isinstance(value, dict):
        renamed = {
            ("label" if key in LABEL_KEYS else "url" if key in URL_KEYS else key): item for key, item in value.items()
        }
        return renamed if "label" in renamed or "url" not in renamed else {"label": renamed["url"], **renamed}
    raise fault(
        WRONG_TYPE, f"a link is an address or a mapping, not {describe_type(value)}", "write {label: …, url: …}"
    )


Links = Annotated[tuple[Annotated[Link, BeforeValidator(as_link)], ...], Field(max_length=100), several]
